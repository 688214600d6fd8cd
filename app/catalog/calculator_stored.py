"""The formulas of a workbook file with the results that Excel stored beside them."""

import io
import posixpath
import re
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import IO
from xml.etree.ElementTree import Element

from defusedxml import ElementTree

from app.catalog.calculator_values import CellError, RawValue
from app.catalog.cells import Place, read_place

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
RELATIONS = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
PACKAGE = "{http://schemas.openxmlformats.org/package/2006/relationships}"
MODIFIED = "{http://purl.org/dc/terms/}modified"

VOLATILE = re.compile(r"\b(?:NOW|TODAY|RAND|RANDBETWEEN|RANDARRAY)\s*\(", re.IGNORECASE)
EXTERNAL = re.compile(r"\[\d+\]|\[[^\[\]]+\.xls[xmb]?\]", re.IGNORECASE)
_TEXTS = re.compile(r'"(?:[^"]|"")*"')


@dataclass(frozen=True, slots=True)
class StoredFormula:
    """A formula; `has_result` is False where the file holds none. A data table has no text."""

    place: Place
    text: str
    has_result: bool
    result: RawValue

    @property
    def volatile(self) -> bool:
        """Whether it gives another result at another moment."""
        return bool(VOLATILE.search(_TEXTS.sub("", self.text)))

    @property
    def external(self) -> bool:
        """Whether it reads another workbook."""
        return bool(EXTERNAL.search(_TEXTS.sub("", self.text)))


def stored_formulas(content: bytes) -> Iterator[StoredFormula]:
    """Every formula, sheet by sheet in the workbook's order."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        for name, part in _sheets(parts):
            with parts.open(part) as file:
                yield from _sheet_formulas(name, file)


def modified_on(content: bytes) -> date | None:
    """The day on which the workbook was last saved: what TODAY() gave to the stored results."""
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        try:
            text = ElementTree.fromstring(parts.read("docProps/core.xml")).findtext(MODIFIED) or ""
            return datetime.fromisoformat(text).date()
        except (KeyError, ValueError, ElementTree.ParseError):
            return None


def _sheets(parts: zipfile.ZipFile) -> Iterator[tuple[str, str]]:
    """The worksheets' names and parts; chart sheets hold no cells."""
    relations = ElementTree.fromstring(parts.read("xl/_rels/workbook.xml.rels"))
    targets = {entry.get("Id"): entry.get("Target", "") for entry in relations.iter(f"{PACKAGE}Relationship")}
    for sheet in ElementTree.fromstring(parts.read("xl/workbook.xml")).iter(f"{MAIN}sheet"):
        target = targets.get(sheet.get(f"{RELATIONS}id"), "")
        part = posixpath.normpath(posixpath.join("/xl", target)).lstrip("/")
        if "worksheets/" in part and part in parts.namelist():
            yield sheet.get("name", ""), part


def _sheet_formulas(sheet: str, file: IO[bytes]) -> Iterator[StoredFormula]:
    shared: dict[str, str] = {}
    for _, element in ElementTree.iterparse(file):
        if element.tag == f"{MAIN}c":
            formula = element.find(f"{MAIN}f")
            place = read_place(f"'{sheet.replace(chr(39), chr(39) * 2)}'!{element.get('r', '')}")
            if formula is not None and place:
                text = _text(formula, shared)
                yield StoredFormula(place, text, *_result(element))
        elif element.tag == f"{MAIN}row":
            element.clear()


def _text(formula: Element, shared: dict[str, str]) -> str:
    """The formula's text; a shared one stands only in the first of its cells."""
    text = formula.text or ""
    if formula.get("t") == "shared":
        return shared.setdefault(formula.get("si", ""), text)
    return text


def _result(cell: Element) -> tuple[bool, RawValue]:
    kind = cell.get("t", "n")
    text = cell.findtext(f"{MAIN}v")
    if kind == "str":
        return text is not None, text or ""
    if not text:
        return False, None
    if kind == "e":
        return True, CellError(text)
    if kind == "b":
        return True, text == "1"
    try:
        return True, float(text)
    except ValueError:
        return True, text
