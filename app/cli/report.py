"""Problems of a workbook as a workbook: one row each, for whoever mends them."""

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.styles import Font

from app.problems import Problem

HEADERS = ("Where", "What to do", "Stops the import")
WIDTHS = (24, 100, 18)


def write_report(path: Path, problems: Sequence[Problem]) -> None:
    """Write the problems; what looks like a formula stays a text."""
    workbook = Workbook()
    del workbook["Sheet"]
    sheet = workbook.create_sheet("Problems")
    sheet.append(HEADERS)
    for place, problem in enumerate(problems, start=2):
        row = (problem.place, problem.explain(str), "no" if problem.code.warning else "yes")
        for column, text in enumerate(row, start=1):
            cell = sheet.cell(place, column, text)
            cell.data_type = "s"
    for letter, width in zip("ABC", WIDTHS, strict=True):
        sheet.column_dimensions[letter].width = width
        sheet[f"{letter}1"].font = Font(bold=True)
    sheet.freeze_panes = "A2"
    workbook.save(path)
