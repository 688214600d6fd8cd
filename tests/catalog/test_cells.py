import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.catalog.cells import Place, column_letters, column_number, read_place


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Calc!B4", Place("Calc", 4, 2)),
        ("=Calc!$B$4", Place("Calc", 4, 2)),
        (" Calc!b4 ", Place("Calc", 4, 2)),
        ("'Мій лист'!B4", Place("Мій лист", 4, 2)),
        ("Мій лист!AA10", Place("Мій лист", 10, 27)),
        ("Розрахунок!$A$1", Place("Розрахунок", 1, 1)),
        ("'Bob''s'!A1", Place("Bob's", 1, 1)),
        ("'a!b'!A1", Place("a!b", 1, 1)),
        ("Calc!XFD1048576", Place("Calc", 1048576, 16384)),
        ("Calc!XFE1", None),
        ("Calc!A1048577", None),
        ("Calc!A0", None),
        ("Calc!A1:B2", None),
        ("B4", None),
        ("Hours", None),
        ("", None),
        ("!A1", None),
    ],
)
def test_a_reference_with_its_sheet_is_read(text: str, place: Place | None) -> None:
    assert read_place(text) == place


@given(
    st.text(
        st.characters(exclude_characters="'![]:*?/\\", exclude_categories=("C", "Z")), min_size=1, max_size=20
    ),
    st.integers(1, 1048576),
    st.integers(1, 16384),
)
def test_a_written_reference_is_read_back(sheet: str, row: int, column: int) -> None:
    place = Place(sheet, row, column)
    assert read_place(str(place)) == place


@given(st.integers(1, 16384))
def test_columns_have_letters(number: int) -> None:
    assert column_number(column_letters(number)) == number


def test_a_cell_below_another() -> None:
    assert str(Place("Мій лист", 4, 2).below(3)) == "'Мій лист'!B7"
