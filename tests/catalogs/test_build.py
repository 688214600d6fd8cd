import io
import json

import pytest
from openpyxl import load_workbook
from PIL import Image

from catalogs.build.companies import sample_files
from catalogs.build.formulas import parts_of
from tests.catalogs.offers import CATALOGS

BOOKS = ("compressors", "cleaning-services")


@pytest.mark.slow
def test_every_sample_file_is_built_again_with_the_same_bytes():
    for name, content in sample_files():
        shipped = (CATALOGS / name).read_bytes()
        if name.endswith(".xlsx"):  # zlib may pack differently elsewhere; what is packed may not differ
            assert parts_of(content) == parts_of(shipped), name
        else:
            assert content == shipped, name


@pytest.mark.parametrize("key", BOOKS)
def test_every_item_has_a_picture_of_its_own_row(key):
    sheet = load_workbook(CATALOGS / f"{key}.xlsx")["Items"]
    rows = sorted(picture.anchor._from.row + 1 for picture in sheet._images)
    assert rows == list(range(2, sheet.max_row + 1))


@pytest.mark.parametrize("key", BOOKS)
def test_pictures_are_large_enough_for_cards(key):
    sheet = load_workbook(CATALOGS / f"{key}.xlsx")["Items"]
    assert {Image.open(io.BytesIO(picture._data())).size for picture in sheet._images} == {(960, 720)}


@pytest.mark.parametrize("key", BOOKS)
def test_every_formula_has_its_value_stored(key):
    formulas, values = (load_workbook(CATALOGS / f"{key}.xlsx", data_only=only) for only in (False, True))
    empty = [
        f"{sheet.title}!{cell.coordinate}"
        for sheet in formulas
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" and values[sheet.title][cell.coordinate].data_type == "e"
    ]
    assert empty == []
    assert values.worksheets[-1]["A2"].value == values["Items"]["A2"].value


@pytest.mark.parametrize("key", BOOKS)
def test_the_logo_takes_the_colour_of_its_surroundings(key):
    drawing = (CATALOGS / key / "logo.svg").read_text("utf-8")
    assert 'fill="currentColor"' in drawing
    assert "<text" not in drawing


def test_people_have_a_portrait_and_a_position_in_each_language():
    for user in json.loads((CATALOGS / "users.json").read_text("utf-8")):
        assert set(user["positions"]) == {"uk", "ru", "en"}
        portrait = io.BytesIO((CATALOGS / user["portrait"]).read_bytes())
        assert Image.open(portrait).size == (900, 900)
        assert user["email"].endswith(".example")
