"""The three ways in which a workbook is calculated here: two engines, and LibreOffice as an oracle."""

import subprocess
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

import formualizer
import ironcalc
from openpyxl import Workbook, load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string
from openpyxl.worksheet.worksheet import Worksheet

Inputs = Mapping[str, float | str | bool]
Values = Mapping[str, object]


def place(reference: str) -> tuple[str, int, int]:
    """Sheet, row and column of «Calc!B4»."""
    sheet, address = reference.split("!")
    column, row = coordinate_from_string(address)
    return sheet, row, column_index_from_string(column)


@cache
def _sheet_names(path: Path) -> list[str]:
    return load_workbook(path).sheetnames


def by_ironcalc(path: Path, inputs: Inputs, cells: Sequence[str]) -> Values:
    """The cells' values after the inputs were set."""
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    names = _sheet_names(path)
    for reference, value in inputs.items():
        sheet, row, column = place(reference)
        setters = {bool: model.update_cell_with_bool, str: model.update_cell_with_text}
        setters.get(type(value), model.update_cell_with_number)(names.index(sheet), row, column, value)
    model.evaluate()
    places = {cell: place(cell) for cell in cells}
    return {
        cell: model.get_cell_value(names.index(sheet), row, column)
        for cell, (sheet, row, column) in places.items()
    }


def by_formualizer(path: Path, inputs: Inputs, cells: Sequence[str]) -> Values:
    """The same, by the other engine."""
    book = formualizer.load_workbook(str(path))
    for reference, value in inputs.items():
        book.set_value(*place(reference), value)
    return {cell: book.evaluate_cell(*place(cell)) for cell in cells}


def by_libreoffice(path: Path, cases: Sequence[Inputs], cells: Sequence[str], folder: Path) -> list[Values]:
    """The same for many inputs, in one run of LibreOffice."""
    book = _calculating_part(path, {place(cell)[0] for cell in cells})
    files = [_with_inputs(book, inputs, folder / "in" / f"case-{n}.xlsx") for n, inputs in enumerate(cases)]
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx", "--outdir", str(folder / "out")]
    subprocess.run([*command, *map(str, files)], check=True, capture_output=True, timeout=400)
    return [_values(folder / "out" / file.name, cells) for file in files]


def _calculating_part(path: Path, sheets: set[str]) -> Workbook:
    """The workbook with these sheets and those that their formulas name; the rest only costs time."""
    book = load_workbook(path)
    kept, left = set(), set(sheets)
    while left:
        kept.add(name := left.pop())
        left |= {other for other in book.sheetnames if other not in kept and _names(book[name], other)}
    for sheet in book.worksheets:
        sheet._images = []
        if sheet.title not in kept:
            book.remove(sheet)
    return book


def _names(sheet: Worksheet, other: str) -> bool:
    formulas = (cell.value for row in sheet.iter_rows() for cell in row if cell.data_type == "f")
    return any(f"{other}!" in formula or f"{other}'!" in formula for formula in formulas)


def _with_inputs(book: Workbook, inputs: Inputs, target: Path) -> Path:
    """The workbook with these inputs as a file; afterwards it is as before."""
    places = {reference: place(reference) for reference in inputs}
    cells = {reference: book[sheet].cell(row, column) for reference, (sheet, row, column) in places.items()}
    before = {reference: cell.value for reference, cell in cells.items()}
    for reference, cell in cells.items():
        cell.value = inputs[reference]
    target.parent.mkdir(exist_ok=True)
    book.save(target)
    for reference, cell in cells.items():
        cell.value = before[reference]
    return target


def _values(path: Path, cells: Sequence[str]) -> Values:
    book = load_workbook(path, data_only=True)
    return {cell: book[cell.split("!")[0]][cell.split("!")[1]].value for cell in cells}


def same(first: object, second: object) -> bool:
    """Equal, but for the last digits of a float; an empty text is an empty cell."""
    if isinstance(first, int | float) and isinstance(second, int | float):
        return abs(first - second) <= 1e-9 * max(1.0, abs(first), abs(second))
    return (first or "") == (second or "")
