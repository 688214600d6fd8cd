"""References to cells, checked against the sheets and defined names of the workbook."""

import re
from dataclasses import dataclass

from app.catalog.cells import MAX_COLUMN, MAX_ROW, Place, column_number
from app.catalog.headers import fold_header, nearest
from app.catalog.row_problems import CalculationProblem
from app.catalog.table import Row
from app.catalog.workbook import Workbook

LOOKALIKES = str.maketrans("АВСЕНІКМОРТХУавсеікмортху", "ABCEHIKMOPTXYabceikmoptxy")
CELL = re.compile(r"\$?(?P<column>[A-Z]{1,3})\$?(?P<row>[1-9]\d{0,6})")


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a reference cannot be used."""

    code: CalculationProblem
    value: str
    nearest: str = ""


def resolve(text: str, workbook: Workbook) -> str | Refusal:
    """The reference in one form (`Calc!B4`, `'Мій лист'!B4` or a defined name), or why it is none."""
    text = text.strip().removeprefix("=").strip()
    sheet, mark, cell = text.rpartition("!")
    if mark:
        return _in_sheet(sheet, cell, workbook)
    for name, target in workbook.names.items():
        if name.casefold() == text.casefold():
            return name if _one_cell(target) else Refusal(CalculationProblem.NOT_ONE_CELL, text)
    if _cell(text):
        return Refusal(CalculationProblem.NO_SHEET, text)
    return Refusal(CalculationProblem.UNKNOWN_NAME, text)


def _in_sheet(sheet: str, cell: str, workbook: Workbook) -> str | Refusal:
    # Excel swallows the apostrophe that begins a cell's text, so the first one may be missing.
    name = sheet.strip().removeprefix("'").removesuffix("'").replace("''", "'")
    titles = {fold_header(title): title for title in reversed(workbook.titles)}
    title = name if name in workbook.titles else titles.get(fold_header(name))
    if title is None:
        return Refusal(CalculationProblem.UNKNOWN_SHEET, name, nearest(name, workbook.titles))
    found = _cell(cell)
    if found is None:
        return Refusal(CalculationProblem.NOT_ONE_CELL, f"{sheet}!{cell}")
    return str(Place(title, *found))


def _cell(text: str) -> tuple[int, int] | None:
    """Row and column for any way of writing B4, Cyrillic letters that look the same included."""
    found = CELL.fullmatch(text.strip().translate(LOOKALIKES).upper())
    if not found:
        return None
    row, column = int(found["row"]), column_number(found["column"])
    return (row, column) if row <= MAX_ROW and column <= MAX_COLUMN else None


def _one_cell(target: str) -> bool:
    return _cell(target.rpartition("!")[2]) is not None


def read_reference(row: Row, column: str, workbook: Workbook, *, required: bool = True) -> str | None:
    """The cell that the row names, noted when there is none."""
    position = row.table.first(column)
    formula = row.table.sheet.formulas.get((row.number, position or 0))
    text = formula or (row.required(column) if required else row.text(column))
    if not text:
        return None
    found = resolve(text, workbook)
    if isinstance(found, Refusal):
        row.note(column, found.code, value=found.value, nearest=found.nearest)
        return None
    return found
