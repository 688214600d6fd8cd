"""Real files as values: hostile ones, strange ones, ordinary ones."""

import re

import pytest

from app.catalog.workbook import MAX_COLUMNS, MAX_ROWS
from app.catalog.workbook_reading import read_workbook
from tests.builders.catalog import WorkbookBuilder, make_picture, make_workbook, make_zip, unzip
from tests.builders.reading import problems, read_values

SHEET = "xl/worksheets/sheet2.xml"


def with_part(content: bytes, part: str, pattern: str, replacement: str) -> bytes:
    parts = unzip(content)
    parts[part] = re.sub(pattern, replacement, parts[part].decode(), count=1).encode()
    return make_zip(parts)


def test_a_dimension_that_lies_is_not_believed() -> None:
    content = with_part(
        make_workbook().build(), SHEET, r'<dimension ref="[^"]*"', '<dimension ref="A1:XFD1048576"'
    )
    workbook = read_workbook(content)
    assert workbook is not None
    assert len(workbook.sheets["items"].rows) == 3


@pytest.mark.parametrize(("number", "too_many"), [(MAX_ROWS, False), (999_999_999, True)])
def test_rows_far_below_are_named_and_never_filled_in(number: int, *, too_many: bool) -> None:
    cell = f'<row r="{number}"><c r="A{number}"><v>1</v></c></row></sheetData>'
    workbook = read_workbook(with_part(make_workbook().build(), SHEET, "</sheetData>", cell))
    assert workbook is not None
    sheet = workbook.sheets["items"]
    assert sheet.too_many_rows is too_many
    assert len(sheet.rows) <= MAX_ROWS


def test_too_many_columns_are_named() -> None:
    builder = make_workbook().cell("Items!XFD2", 1)
    assert read_values(builder).sheets["items"].too_many_columns
    assert len(max(read_values(builder).sheets["items"].rows, key=len)) == MAX_COLUMNS
    assert ("Items!A1", "too-many-columns") in problems(builder)


@pytest.mark.parametrize(
    "content",
    [
        b"", b"PK\x03\x04", make_zip({"[Content_Types].xml": b"<Types/>"}),
        with_part(make_workbook().build(), "xl/workbook.xml", "<sheets>", "<sheets"),
        with_part(make_workbook().build(), SHEET, "<sheetData>", "<sheetData><row>"),
        with_part(make_workbook().build(), SHEET, "<worksheet", '<!DOCTYPE w [<!ENTITY a "ha">]><worksheet'),
    ],
)  # fmt: skip
def test_damaged_and_hostile_files_give_nothing(content: bytes) -> None:
    assert read_workbook(content) is None


def test_formats_errors_and_formulas_are_noted_by_cell() -> None:
    builder = (
        make_workbook().cell("Items!H2", 0.2, "0.00%").cell("Items!H3", "#N/A").cell("Items!I2", "=H2*2")
    )
    builder.cell("Items!I3", "=1+1").stored("Items!I3", 2).cell("Items!A2", 7, "000")
    sheet = read_values(builder).sheets["items"]
    assert sheet.percents == {(2, 8)}
    assert sheet.errors == {(3, 8)}
    assert sheet.uncalculated == {(2, 9)}
    assert sheet.formulas == {(2, 9): "=H2*2", (3, 9): "=1+1"}
    assert sheet.rows[1][0] == "007"


def test_pictures_are_found_by_the_row_of_their_corner() -> None:
    first, second = make_picture(colour="navy"), make_picture(colour="teal")
    builder = (
        make_workbook()
        .picture("Items", "J2", first)
        .picture("Items", "J3", second)
        .picture("Items", "K3", first)
    )
    found = read_values(builder).sheets["items"].pictures
    assert {row: len(content) > 0 for row, content in found.items()} == {2: True, 3: True}
    assert found[2] != found[3]


def test_a_picture_whose_file_is_missing_is_a_broken_one() -> None:
    parts = unzip(make_workbook().picture("Items", "J2", make_picture()).build())
    content = make_zip({name: part for name, part in parts.items() if not name.startswith("xl/media/")})
    workbook = read_workbook(content)
    assert workbook is not None
    assert workbook.sheets["items"].pictures == {2: b""}


def test_pictures_from_outside_are_never_fetched() -> None:
    content = make_workbook().picture("Items", "J2", make_picture()).build()
    rels = "xl/drawings/_rels/drawing1.xml.rels"
    outside = with_part(
        content, rels, r'Target="[^"]*"', 'Target="http://127.0.0.1:9/a.png" TargetMode="External"'
    )
    workbook = read_workbook(outside)
    assert workbook is not None
    assert workbook.sheets["items"].pictures == {}


def test_chart_sheets_and_hidden_sheets_do_not_disturb() -> None:
    builder = WorkbookBuilder().sheet("Settings", (("Key", "Value"),)).sheet("Графік", ((1,),))
    assert read_values(builder).titles == ("Settings", "Графік")
