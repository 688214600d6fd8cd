"""The three ways in which a workbook is calculated here: two engines and LibreOffice as an oracle."""

import subprocess
from collections.abc import Mapping
from pathlib import Path

import formualizer
import ironcalc
from openpyxl import load_workbook
from openpyxl.utils.cell import column_index_from_string, coordinate_from_string

Inputs = Mapping[str, object]


def place(reference: str) -> tuple[str, int, int]:
    sheet, address = reference.split("!")
    column, row = coordinate_from_string(address)
    return sheet, row, column_index_from_string(column)


def by_ironcalc(path: Path, inputs: Inputs, cells: list[str]) -> dict[str, object]:
    model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    names = list(load_workbook(path, read_only=True).sheetnames)
    for reference, value in inputs.items():
        sheet, row, column = place(reference)
        setter = {bool: model.update_cell_with_bool, str: model.update_cell_with_text}
        setter.get(type(value), model.update_cell_with_number)(names.index(sheet), row, column, value)
    model.evaluate()
    places = {cell: place(cell) for cell in cells}
    return {c: model.get_cell_value(names.index(s), row, column) for c, (s, row, column) in places.items()}


def by_formualizer(path: Path, inputs: Inputs, cells: list[str]) -> dict[str, object]:
    book = formualizer.load_workbook(str(path))
    for reference, value in inputs.items():
        book.set_value(*place(reference), value)
    return {cell: book.evaluate_cell(*place(cell)) for cell in cells}


def by_libreoffice(paths: list[Path], folder: Path) -> list[Path]:
    """Each workbook recalculated by LibreOffice, in one run."""
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "xlsx:Calc MS Excel 2007 XML", "--outdir"]
    subprocess.run([*command, str(folder), *map(str, paths)], check=True, capture_output=True, timeout=300)
    return [folder / path.name for path in paths]
