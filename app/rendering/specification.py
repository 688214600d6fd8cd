"""The full specification as a workbook, for proposals whose lines had to be grouped."""

import io
import re
import zipfile
from collections.abc import Callable, Mapping, Sequence
from copy import copy
from datetime import datetime, time
from typing import cast

from openpyxl import Workbook
from openpyxl.cell import Cell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from app.language.translations import translator
from app.problems import N_
from app.proposals.document import Document, Line
from app.rendering.colours import palette
from app.rendering.text import without_controls

SPECIFICATION = N_("Specification")
SKU = N_("SKU")
TRAITS = N_("Characteristics")
UNIT = N_("Unit")
CATEGORY = N_("Category")

FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r")
MONEY_FORMAT = "#,##0.00"
NUMBERS: Mapping[str, str] = {
    "position": "0",
    "quantity": "#,##0.###",
    "price": MONEY_FORMAT,
    "discount": '0.##"\u00a0%"',
    "sum": MONEY_FORMAT,
}
"""Columns of numbers and how they are written."""
HEADER_ROW = 5
FONT = "Calibri"
ZIP_DATE = (1980, 1, 1, 0, 0, 0)
MAX_SHEET_NAME = 31

_MODIFIED = re.compile(rb"(<dcterms:modified[^>]*>)[^<]*(</dcterms:modified>)")


def specification_xlsx(document: Document) -> bytes:
    """Every line with its price and the totals, as numbers; the same document gives the same bytes."""
    book = Workbook()
    sheet = book.worksheets[0]
    translate = translator(document.language)
    sheet.title = translate(SPECIFICATION)[:MAX_SHEET_NAME]
    moment = datetime.combine(datetime.fromisoformat(document.date).date(), time())
    book.properties.creator = without_controls(document.brand.name)
    book.properties.title = without_controls(document.title)
    book.properties.created = moment
    columns = _columns(document, translate)
    _write_head(sheet, document, len(columns))
    _write_header(sheet, columns)
    _write_lines(sheet, document.solution.lines, columns)
    _write_totals(sheet, document, HEADER_ROW + 2 + len(document.solution.lines), len(columns))
    sheet.freeze_panes = f"A{HEADER_ROW + 1}"
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_title_rows = f"{HEADER_ROW}:{HEADER_ROW}"
    return _reproducible(book, moment)


def _columns(document: Document, translate: Callable[[str], str]) -> list[tuple[str, str, int]]:
    """Key, heading and width of each column."""
    words = document.solution.columns
    columns = [
        ("position", "№", 6),
        ("sku", translate(SKU), 18),
        ("name", words.item, 52),
        ("characteristics", translate(TRAITS), 44),
        ("category", translate(CATEGORY), 24),
        ("quantity", words.quantity, 12),
        ("unit", translate(UNIT), 11),
        ("price", words.price, 18),
    ]
    if any(line.discount for line in document.solution.lines):
        columns.append(("discount", words.discount, 12))
    columns.append(("sum", words.sum, 20))
    return columns


def _write_head(sheet: Worksheet, document: Document, columns: int) -> None:
    colours = palette(document.brand.colour, document.brand.accent)
    fill = PatternFill("solid", start_color=colours.brand[1:])
    for row in (1, 2):
        for column in range(1, columns + 1):
            _cell(sheet, row, column).fill = fill
    _text(_cell(sheet, 1, 1), document.brand.name).font = Font(
        FONT, size=16, bold=True, color=colours.on_brand[1:]
    )
    _text(_cell(sheet, 2, 1), document.title).font = Font(FONT, size=11, color=colours.on_brand[1:])
    _text(_cell(sheet, 3, 1), document.cover.validity).font = Font(FONT, size=10, color="4D5863")
    sheet.row_dimensions[1].height = 28
    sheet.row_dimensions[2].height = 20


def _write_header(sheet: Worksheet, columns: list[tuple[str, str, int]]) -> None:
    for index, (key, heading, width) in enumerate(columns, start=1):
        cell = _text(_cell(sheet, HEADER_ROW, index), heading)
        cell.font = Font(FONT, size=10, bold=True)
        cell.border = Border(bottom=Side("medium", color="14202B"))
        cell.alignment = Alignment(horizontal="right" if key in NUMBERS else "left", wrap_text=True)
        sheet.column_dimensions[cell.column_letter].width = width


def _write_lines(sheet: Worksheet, lines: Sequence[Line], columns: list[tuple[str, str, int]]) -> None:
    styles = [_prepared(sheet, key) for key, _, _ in columns]
    for row, line in enumerate(lines, start=HEADER_ROW + 1):
        for index, (key, _, _) in enumerate(columns, start=1):
            cell = _cell(sheet, row, index)
            # Fonts and borders set cell by cell are looked up by hash each time: seconds for 500 lines.
            cell._style = copy(styles[index - 1])  # type: ignore[attr-defined]  # noqa: SLF001
            value = getattr(line, key)
            if key in NUMBERS:
                cell.value = value if isinstance(value, int) or value is None else value.value
            else:
                _text(cell, value)


def _prepared(sheet: Worksheet, key: str) -> StyleArray:
    """The style of a column's cells, registered with the workbook once."""
    cell = Cell(sheet, row=1, column=1)
    cell.font = Font(FONT, size=10)
    cell.alignment = Alignment(vertical="top", wrap_text=key in {"name", "characteristics"})
    cell.border = Border(bottom=Side("hair", color="B9C2C8"))
    if key in NUMBERS:
        cell.number_format = NUMBERS[key]
    style: StyleArray = cell._style  # type: ignore[attr-defined]  # noqa: SLF001 - what openpyxl itself copies
    return style


def _write_totals(sheet: Worksheet, document: Document, row: int, columns: int) -> None:
    last = document.solution.totals[-1]
    for offset, total in enumerate(document.solution.totals):
        label, amount = _cell(sheet, row + offset, columns - 1), _cell(sheet, row + offset, columns)
        _text(label, total.label).alignment = Alignment(horizontal="right")
        amount.value = total.amount.value
        amount.number_format = MONEY_FORMAT
        for cell in (label, amount):
            cell.font = Font(FONT, size=12 if total is last else 10, bold=total is last)


def _cell(sheet: Worksheet, row: int, column: int) -> Cell:
    """A cell; nothing is merged here."""
    return cast("Cell", sheet.cell(row, column))


def _text(cell: Cell, text: str) -> Cell:
    """Text and never a formula: what would start one is marked as text, for people and for programs."""
    cell.value = without_controls(text)
    cell.data_type = "s"
    if text.lstrip(" \u00a0").startswith(FORMULA_STARTS):
        cell.quotePrefix = True
    return cell


def _reproducible(book: Workbook, moment: datetime) -> bytes:
    """The file without the moment of its saving."""
    saved, output = io.BytesIO(), io.BytesIO()
    book.save(saved)
    stamp = rb"\g<1>" + moment.strftime("%Y-%m-%dT%H:%M:%SZ").encode() + rb"\g<2>"
    with zipfile.ZipFile(saved) as source, zipfile.ZipFile(output, "w", zipfile.ZIP_DEFLATED) as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "docProps/core.xml":
                content = _MODIFIED.sub(stamp, content)
            target.writestr(zipfile.ZipInfo(name, ZIP_DATE), content, zipfile.ZIP_DEFLATED)
    return output.getvalue()
