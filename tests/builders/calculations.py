"""Small calculating workbooks, with the results that Excel would have stored."""

import io
import re
import zipfile
from collections.abc import Mapping
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from openpyxl import Workbook
from openpyxl.workbook.defined_name import DefinedName

SAVED_ON = datetime(2026, 3, 5, 12, 0, tzinfo=UTC).replace(tzinfo=None)

Stored = float | str | bool


def make_calculation(
    cells: Mapping[str, object],
    *,
    sheet: str = "Calc",
    names: Mapping[str, str] | None = None,
    stored: Mapping[str, Stored] | None = None,
) -> bytes:
    """A workbook with one sheet. `stored` are results by cell; a text with # in front is an error."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = sheet
    for cell, value in cells.items():
        page[cell] = value
    for name, target in (names or {}).items():
        book.defined_names[name] = DefinedName(name, attr_text=target)
    content = io.BytesIO()
    book.save(content)
    return _with_results(content.getvalue(), stored or {})


def _with_results(content: bytes, stored: Mapping[str, Stored]) -> bytes:
    """The results written beside the formulas, which openpyxl cannot do."""
    result = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as parts, zipfile.ZipFile(result, "w") as copy:
        for name in parts.namelist():
            text = parts.read(name)
            if name == "xl/worksheets/sheet1.xml":
                text = _sheet_with_results(text.decode(), stored).encode()
            if name == "docProps/core.xml":
                saved = f"{SAVED_ON.isoformat()}Z"
                text = re.sub(rb"(<dcterms:modified[^>]*>)[^<]*", rb"\g<1>" + saved.encode(), text)
            copy.writestr(name, text)
    return result.getvalue()


def _sheet_with_results(sheet: str, stored: Mapping[str, Stored]) -> str:
    for cell, value in stored.items():
        kind, text = _written(value)
        sheet, found = re.subn(
            rf'<c r="{cell}"([^>]*?)(?: t="\w+")?>(<f.*?</f>)<v\s*/?>(?:</v>)?</c>',
            rf'<c r="{cell}"\1 t="{kind}">\2<v>{text}</v></c>',
            sheet,
        )
        assert found == 1, f"{cell} holds no formula"
    return sheet


def _written(value: Stored) -> tuple[str, str]:
    if isinstance(value, bool):
        return "b", str(int(value))
    if isinstance(value, str):
        return ("e" if value.startswith("#") else "str"), escape(value)
    return "n", repr(value)
