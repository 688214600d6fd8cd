from decimal import Decimal

import pytest

from app.language.plurals import plural

LINES = ("позиція", "позиції", "позицій")


@pytest.mark.parametrize(
    ("number", "index"),
    [
        (0, 2),
        (1, 0),
        (2, 1),
        (4, 1),
        (5, 2),
        (11, 2),
        (12, 2),
        (14, 2),
        (20, 2),
        (21, 0),
        (22, 1),
        (25, 2),
        (101, 0),
        (111, 2),
        (-1, 0),
    ],
)
def test_slavic_nouns_take_one_of_three_forms(number: int, index: int) -> None:
    assert plural(number, LINES, "uk") == LINES[index]
    assert plural(number, LINES, "ru") == LINES[index]


@pytest.mark.parametrize(("number", "form"), [(0, "lines"), (1, "line"), (2, "lines"), (21, "lines")])
def test_english_nouns_take_one_of_two(number: int, form: str) -> None:
    assert plural(number, ("line", "lines"), "en") == form


def test_a_fraction_takes_its_own_form_or_that_of_few() -> None:
    assert plural(Decimal("1.5"), (*LINES, "дробова"), "uk") == "дробова"
    assert plural(Decimal("1.5"), LINES, "ru") == "позиції"
    assert plural(Decimal("1.0"), LINES, "uk") == "позиція"
    assert plural(Decimal("0.5"), ("line", "lines"), "en") == "lines"
