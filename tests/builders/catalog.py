"""Items, catalogues and real .xlsx workbooks for tests."""

# ruff: noqa: E501 - rows of sheets are read along the line

import io
import re
import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

import openpyxl
from openpyxl.drawing.image import Image as SheetImage
from openpyxl.workbook.defined_name import DefinedName
from PIL import Image

from app.catalog.model import Catalogue, Item, TaxMode

Rows = Sequence[Sequence[Any]]

SETTINGS: Rows = (
    ("Key", "Value"),
    ("catalogue", "pumps"),
    ("name", "Насоси"),
    ("currency", "UAH"),
    ("tax mode", "included"),
    ("tax %", 20),
    ("rate USD", 41.5),
)
ITEMS: Rows = (
    ("SKU", "Name [uk]", "Name [ru]", "Name [en]", "Category [uk]", "Category [en]", "Unit", "List price", "Cost"),
    ("VK-55", "Гвинтовий компресор ВК-55", "Винтовой компрессор ВК-55", "Screw compressor VK-55",
     "Компресори", "Compressors", "шт.", 1284000, 900000),
    ("OR-120", "Осушувач ОР-120", "Осушитель ОР-120", "Refrigerated dryer OR-120",
     "Осушувачі", "Dryers", "шт.", 268400, 170000),
)  # fmt: skip
CALC: Rows = (("Hours", 6000), ("Tariff", 6.4), ("Power", 110), ("Saving", "=B1*B2*B3*0.2"))
QUESTIONS: Rows = (
    ("Key", "Ask [uk]", "Label [uk]", "Unit", "Type", "Default", "Minimum", "Maximum", "Choices", "Cell", "Required"),
    ("hours", "Скільки годин на рік?", "Години роботи", "год", "number", 6000, 100, 8760, None, "Calc!B1", "так"),
    ("tariff", "Який тариф?", "Тариф", None, "money", 6.4, 0, None, None, "Calc!$B$2", None),
)  # fmt: skip
RESULTS: Rows = (
    ("Key", "Label [uk]", "Unit", "Type", "Decimals", "Cell", "Show"),
    ("yearly_saving", "Економія на рік", None, "money", 0, "Calc!B4", "cover, chart"),
)
INDUSTRIES: Rows = (
    ("Key", "Name [uk]", "Name [en]", "Synonyms"),
    ("woodworking", "Деревообробка", "Woodworking", "меблі; furniture"),
)
ROLES: Rows = (("Key", "Name [uk]", "Name [en]", "Synonyms"), ("cfo", "Фінансовий директор", "CFO", "фіндир"))


def make_item(**changes: object) -> Item:
    """An item with what a test wants different."""
    values: dict[str, object] = {
        "sku": "VK-55",
        "name": {"uk": "Компресор ВК-55", "en": "Compressor VK-55"},
        "list_price": Decimal(1284000),
    }
    return Item(**{**values, **changes})  # type: ignore[arg-type]  # values by name


def make_catalogue(*items: Item, **changes: object) -> Catalogue:
    """A catalogue of these items, of one compressor without any."""
    chosen = items or (make_item(),)
    values: dict[str, object] = {
        "key": "pumps",
        "name": {"uk": "Насоси"},
        "version": 1,
        "currency": "UAH",
        "tax_mode": TaxMode.INCLUDED,
        "tax_percent": Decimal(20),
        "items": {item.sku: item for item in chosen},
        "workbook": "0" * 64,
    }
    return Catalogue(**{**values, **changes})  # type: ignore[arg-type]  # values by name


@dataclass
class WorkbookBuilder:
    """A real .xlsx: sheets as rows of values, pictures by (sheet, cell), number formats by (sheet, cell)."""

    sheets: dict[str, list[list[Any]]] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    pictures: list[tuple[str, str, bytes]] = field(default_factory=list)
    formats: list[tuple[str, str, str]] = field(default_factory=list)
    results: dict[str, dict[str, str]] = field(default_factory=dict)

    def sheet(self, title: str, rows: Rows) -> "WorkbookBuilder":
        """Put a sheet there, or another in its place."""
        self.sheets[title] = [list(row) for row in rows]
        return self

    def without(self, title: str) -> "WorkbookBuilder":
        """Take a sheet away."""
        del self.sheets[title]
        return self

    def cell(self, reference: str, value: Any, number_format: str | None = None) -> "WorkbookBuilder":
        """Change one cell: `cell("Items!H2", -5)`."""
        title, address = reference.rsplit("!", 1)
        row, column = openpyxl.utils.cell.coordinate_to_tuple(address)
        rows = self.sheets[title]
        while len(rows) < row:
            rows.append([])
        rows[row - 1] += [None] * (column - len(rows[row - 1]))
        rows[row - 1][column - 1] = value
        if number_format:
            self.formats.append((title, address, number_format))
        return self

    def row(self, title: str, *values: Any) -> "WorkbookBuilder":
        """Add a row below."""
        self.sheets[title].append(list(values))
        return self

    def column(self, title: str, *values: Any) -> "WorkbookBuilder":
        """Add a column to the right, its header first."""
        width = max(len(row) for row in self.sheets[title])
        for cells, value in zip(self.sheets[title], values, strict=False):
            cells.extend([*[None] * (width - len(cells)), value])
        return self

    def stored(self, reference: str, result: object) -> "WorkbookBuilder":
        """Store a formula's result, as Excel does and openpyxl does not."""
        title, address = reference.rsplit("!", 1)
        self.results.setdefault(title, {})[address] = str(result)
        return self

    def picture(self, title: str, cell: str, content: bytes) -> "WorkbookBuilder":
        """Anchor a picture."""
        self.pictures.append((title, cell, content))
        return self

    def name(self, name: str, target: str) -> "WorkbookBuilder":
        """Define a name."""
        self.names[name] = target
        return self

    def build(self) -> bytes:
        """The file's bytes."""
        book = openpyxl.Workbook()
        book.remove(book.active)
        for title, rows in self.sheets.items():
            sheet = book.create_sheet(title)
            for row in rows:
                sheet.append(row)
        for title, cell, content in self.pictures:
            book[title].add_image(SheetImage(io.BytesIO(content)), cell)
        for title, cell, number_format in self.formats:
            book[title][cell].number_format = number_format
        for name, target in self.names.items():
            book.defined_names[name] = DefinedName(name, attr_text=target)
        file = io.BytesIO()
        book.save(file)
        return self._with_results(file.getvalue())

    def _with_results(self, content: bytes) -> bytes:
        parts = unzip(content)
        for number, title in enumerate(self.sheets, start=1):
            path = f"xl/worksheets/sheet{number}.xml"
            for address, result in self.results.get(title, {}).items():
                pattern = (
                    rf'(<c r="{address}"[^>]*><f>[^<]*</f>)<v ?/>|(<c r="{address}"[^>]*><f>[^<]*</f>)<v></v>'
                )
                text = re.sub(pattern, rf"\g<1>\g<2><v>{result}</v>", parts[path].decode())
                parts[path] = text.encode()
        return make_zip(parts) if self.results else content


def make_workbook() -> WorkbookBuilder:
    """A small workbook in which everything is right."""
    builder = WorkbookBuilder()
    for title, rows in (
        ("Settings", SETTINGS),
        ("Items", ITEMS),
        ("Questions", QUESTIONS),
        ("Results", RESULTS),
        ("Industries", INDUSTRIES),
        ("Roles", ROLES),
        ("Calc", CALC),
    ):
        builder.sheet(title, rows)
    return builder


def make_picture(*, size: tuple[int, int] = (1200, 800), form: str = "PNG", colour: str = "teal") -> bytes:
    """A picture file."""
    file = io.BytesIO()
    Image.new("RGB", size, colour).save(file, form)
    return file.getvalue()


def make_zip(files: Mapping[str, bytes]) -> bytes:
    """A .zip of these files."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in files.items():
            archive.writestr(name, content)
    return file.getvalue()


def unzip(content: bytes) -> dict[str, bytes]:
    """The parts of a .zip or .xlsx."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


SVG_LOGO = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10"><path d="M0 0h10v10z"/></svg>'
