"""Reading an .xlsx into plain values; runs in a child process with limits, see `app.sandbox`."""

import io
import re
import warnings
import zipfile
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta

import openpyxl
from openpyxl.cell.read_only import ReadOnlyCell
from openpyxl.workbook.workbook import Workbook as Book

from app.catalog.headers import sheet_kind
from app.catalog.workbook import MAX_COLUMNS, MAX_ROWS, CellValue, Sheet, Workbook
from app.catalog.workbook_pictures import row_pictures

ZERO_PADDED = re.compile(r"^0{2,}$")
FORMULA_MARK = b"<f"
MAX_KEPT_FORMULA_LENGTH = 40
Position = tuple[int, int]


def read_workbook(content: bytes) -> Workbook | None:
    """Everything that Minuta needs of the file, or None when it cannot be read."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            return _read(content)
        except Exception:  # noqa: BLE001 - openpyxl raises nearly anything on a damaged file
            return None


def _read(content: bytes) -> Workbook | None:
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
    chosen, extra = _choose(book.sheetnames)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        sheets = {kind: _sheet(book, title, parts, content) for kind, title in chosen.items()}
    names = {name: str(defined.value or "") for name, defined in book.defined_names.items()}
    return Workbook(sheets, tuple(book.sheetnames), names, extra) if book.sheetnames else None


def _choose(titles: list[str]) -> tuple[dict[str, str], tuple[tuple[str, str], ...]]:
    """The sheet to read for each kind; a second one of the same kind is left alone and named."""
    chosen: dict[str, str] = {}
    extra: list[tuple[str, str]] = []
    for title in titles:
        kind = sheet_kind(title)
        if kind and kind in chosen:
            extra.append((title, chosen[kind]))
        elif kind:
            chosen[kind] = title
    return chosen, tuple(extra)


def _sheet(book: Book, title: str, parts: zipfile.ZipFile, content: bytes) -> Sheet:
    worksheet = book[title]
    if not hasattr(worksheet, "iter_rows"):
        return Sheet(title, ())
    path = str(worksheet._worksheet_path).lstrip("/")  # type: ignore[attr-defined]  # noqa: SLF001 - openpyxl tells it nowhere else
    rows: list[tuple[CellValue, ...]] = []
    percents: set[Position] = set()
    errors: set[Position] = set()
    beyond = _last_row(parts, path) > MAX_ROWS
    wide = False
    for number, cells in enumerate(_cells(book, title), start=1):
        row, width = _row(cells, number, percents, errors)
        wide = wide or width > MAX_COLUMNS
        rows.append(row[:MAX_COLUMNS])
    while rows and not any(value is not None for value in rows[-1]):
        rows.pop()
    formulas = _formulas(content, title) if FORMULA_MARK in parts.read(path) else {}
    return Sheet(
        title,
        tuple(rows),
        percents=frozenset(percents),
        errors=frozenset(errors),
        uncalculated=frozenset(position for position in formulas if _value(rows, position) is None),
        formulas={p: text for p, text in formulas.items() if len(text) <= MAX_KEPT_FORMULA_LENGTH},
        pictures=row_pictures(parts, path),
        too_many_rows=beyond,
        too_many_columns=wide,
    )


def _cells(book: Book, title: str) -> Iterator[tuple[ReadOnlyCell, ...]]:
    """The cells within the caps, whatever the file says about its dimensions."""
    worksheet = book[title]
    worksheet.reset_dimensions()
    return worksheet.iter_rows(max_row=MAX_ROWS)  # type: ignore[return-value]  # read-only cells


def _row(
    cells: tuple[ReadOnlyCell, ...], number: int, percents: set[Position], errors: set[Position]
) -> tuple[tuple[CellValue, ...], int]:
    """The values of a row and how many columns it really has."""
    values: list[CellValue] = []
    for column, cell in enumerate(cells, start=1):
        value = cell.value
        if value is None:
            values.append(None)
            continue
        if cell.data_type == "e":
            errors.add((number, column))
        elif cell.data_type == "n" and isinstance(value, int | float):
            value = _formatted(value, cell.number_format or "General", (number, column), percents)
        values.append(_plain(value))
    while values and values[-1] is None:
        values.pop()
    return tuple(values), len(values)


def _formatted(
    value: float, number_format: str, position: Position, percents: set[Position]
) -> float | int | str:
    """A number as its format means it: per cents are noted, padded numbers become the text they show."""
    if "%" in number_format:
        percents.add(position)
    elif ZERO_PADDED.match(number_format) and value >= 0 and value == int(value):
        return str(int(value)).zfill(len(number_format))
    return value


def _plain(value: object) -> CellValue:
    if isinstance(value, str | bool | int | float | datetime):
        return value
    if isinstance(value, date):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a calendar day has no zone
    if isinstance(value, time | timedelta):
        return str(value)
    return None if value is None else str(value)


def _value(rows: list[tuple[CellValue, ...]], position: Position) -> CellValue:
    row, column = position
    if row > len(rows) or column > len(rows[row - 1]):
        return None
    return rows[row - 1][column - 1]


def _formulas(content: bytes, title: str) -> dict[Position, str]:
    """The formula of every cell that has one."""
    book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, keep_links=False)
    return {
        (number, column): str(cell.value)
        for number, cells in enumerate(_cells(book, title), start=1)
        for column, cell in enumerate(cells, start=1)
        if cell.data_type == "f"
    }


def _last_row(parts: zipfile.ZipFile, path: str) -> int:
    """The highest row number that the sheet names."""
    found = re.findall(rb'<(?:\w+:)?row\b[^>]*?\br="(\d{1,12})"', parts.read(path))
    return max(map(int, found), default=0)
