"""Writes sheets, pictures and formulas as one .xlsx file, the same bytes every time."""

import io
import re
import zipfile
from collections.abc import Callable, Sequence

from openpyxl import Workbook
from openpyxl.drawing.image import Image
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from catalogs.build.formulas import FormulaSheet, evaluated, parts_of, with_values
from catalogs.build.sheets import Sheet

EPOCH = (2026, 11, 2, 9, 0, 0)
STAMP = b"2026-11-02T09:00:00Z"
PICTURE_HEIGHT_PIXELS, PICTURE_WIDTH_PIXELS, PICTURE_ROW_POINTS = 72, 96, 58
NARROW, WIDE, WIDEST = 14, 34, 70
LONG_TEXT, LONGEST_TEXT = 24, 90

Draw = Callable[[str], bytes]


def build_workbook(
    sheets: Sequence[Sheet], formulas: Sequence[FormulaSheet], *, colour: str, draw: Draw
) -> bytes:
    """All sheets in order; the formula sheets follow with their values calculated."""
    book = Workbook()
    book.remove(book.active)
    for sheet in sheets:
        _write(book.create_sheet(sheet.name), sheet, colour=colour, draw=draw)
    for sheet in formulas:
        _write_formulas(book.create_sheet(sheet.name), sheet, colour)
    buffer = io.BytesIO()
    book.save(buffer)
    content = buffer.getvalue()
    return _packed(with_values(parts_of(content), evaluated(content)))


def _write(target: Worksheet, sheet: Sheet, *, colour: str, draw: Draw) -> None:
    target.append(sheet.header)
    for row in sheet.rows:
        target.append(row)
    for cell in target[1]:
        _heading(cell, colour)
    target.freeze_panes = "B2"
    for number, title in enumerate(sheet.header, start=1):
        longest = max((len(str(row[number - 1] or "")) for row in sheet.rows), default=0)
        width = WIDEST if longest > LONGEST_TEXT else WIDE if longest > LONG_TEXT else NARROW
        target.column_dimensions[get_column_letter(number)].width = max(width, min(len(str(title)) + 2, WIDE))
    wrap = Alignment(vertical="top", wrap_text=True)
    for cells in target.iter_rows(min_row=2):
        for cell in cells:
            cell.alignment = wrap
    if sheet.pictures:
        _place_pictures(target, sheet, draw)


def _place_pictures(target: Worksheet, sheet: Sheet, draw: Draw) -> None:
    column = get_column_letter(sheet.header.index("Picture") + 1)
    for row, name in enumerate(sheet.pictures, start=2):
        picture = Image(io.BytesIO(draw(name)))
        picture.width, picture.height = PICTURE_WIDTH_PIXELS, PICTURE_HEIGHT_PIXELS
        target.add_image(picture, f"{column}{row}")
        target.row_dimensions[row].height = PICTURE_ROW_POINTS


def _write_formulas(target: Worksheet, sheet: FormulaSheet, colour: str) -> None:
    for address, value in sheet.cells.items():
        target[address] = value
    for address in sheet.headings:
        _heading(target[address], colour)
    for column, width in sheet.widths.items():
        target.column_dimensions[column].width = width


def _heading(cell: object, colour: str) -> None:
    cell.font = Font(bold=True, color="FFFFFF")  # type: ignore[attr-defined]  # cells have no common base
    cell.fill = PatternFill("solid", fgColor=colour.lstrip("#").upper())  # type: ignore[attr-defined]


def _packed(parts: dict[str, bytes]) -> bytes:
    """A zip that carries no clock: fixed times on its entries and in its properties."""
    core = parts["docProps/core.xml"]
    parts["docProps/core.xml"] = re.sub(rb"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ", STAMP, core)
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name, data in parts.items():
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, data)
    return target.getvalue()
