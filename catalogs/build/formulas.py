"""A sheet of the company's own formulas, and the values that they have as shipped."""

import io
import re
import tempfile
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

import ironcalc
from openpyxl.utils import column_index_from_string

FORMULA = re.compile(r'<c r="([A-Z]+)(\d+)"([^>]*)><f>(.*?)</f><v ?/?>(?:</v>)?</c>')
SHEET = re.compile(r"xl/worksheets/sheet(\d+)\.xml")


@dataclass(frozen=True, slots=True)
class FormulaSheet:
    """Cells by address; a text that begins with «=» is a formula."""

    name: str
    cells: Mapping[str, Any]
    widths: Mapping[str, int]
    headings: tuple[str, ...] = ()


def evaluated(content: bytes) -> ironcalc.Model:
    """The workbook calculated once."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "book.xlsx")
        path.write_bytes(content)
        model = ironcalc.load_from_xlsx(str(path), "en", "UTC", "en")
    model.evaluate()
    return model


def with_values(parts: Mapping[str, bytes], model: ironcalc.Model) -> dict[str, bytes]:
    """The workbook's parts with each formula's value stored beside it, as Excel would have saved it."""
    filled = dict(parts)
    for name, data in parts.items():
        if match := SHEET.fullmatch(name):
            filled[name] = _fill(data.decode(), model, int(match[1]) - 1).encode()
    return filled


def _fill(xml: str, model: ironcalc.Model, sheet: int) -> str:
    def value(match: re.Match[str]) -> str:
        column, row, rest, formula = match.groups()
        result = model.get_cell_value(sheet, int(row), column_index_from_string(column))
        kind, text = _stored(result)
        return f'<c r="{column}{row}"{rest}{kind}><f>{formula}</f><v>{text}</v></c>'

    return FORMULA.sub(value, xml)


def _stored(result: object) -> tuple[str, str]:
    if isinstance(result, bool):
        return ' t="b"', str(int(result))
    if isinstance(result, int | float):
        return "", repr(result)
    return ' t="str"', escape(str(result or ""))


def parts_of(content: bytes) -> dict[str, bytes]:
    """The files inside a workbook."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
