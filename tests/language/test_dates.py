from datetime import date

import pytest

from app.language.dates import add_months, format_date, month_year, short_date, short_month
from app.language.translations import SUPPORTED

DAY = date(2026, 11, 22)


def test_a_date_is_written_in_words() -> None:
    texts = [format_date(DAY, language).replace("\u00a0", "_") for language in SUPPORTED]
    assert texts == ["22_листопада 2026_р.", "22_ноября 2026_г.", "22_November 2026"]


def test_a_date_for_lists_is_short() -> None:
    assert [short_date(date(2026, 1, 2), language) for language in SUPPORTED] == [
        "02.01.2026",
        "02.01.2026",
        "02/01/2026",
    ]


@pytest.mark.parametrize(
    ("case", "uk", "ru"),
    [
        ("nominative", "жовтень 2027_року", "октябрь 2027_года"),
        ("genitive", "жовтня 2027_року", "октября 2027_года"),
        ("locative", "жовтні 2027_року", "октябре 2027_года"),
    ],
)
def test_a_month_stands_in_the_case_that_its_sentence_asks_for(case: str, uk: str, ru: str) -> None:
    texts = [
        month_year(date(2027, 10, 1), language, case=case).replace("\u00a0", "_") for language in SUPPORTED
    ]
    assert texts == [uk, ru, "October 2027"]


def test_every_month_has_a_locative_of_its_own() -> None:
    for language in ("uk", "ru"):
        months = [
            month_year(date(2027, month, 1), language, case="locative").split()[0] for month in range(1, 13)
        ]
        assert len(set(months)) == 12
        assert all(month[-1] in "іуе" for month in months)


def test_months_for_an_axis_are_short_and_without_a_point() -> None:
    for language in SUPPORTED:
        names = [short_month(date(2027, month, 1), language) for month in range(1, 13)]
        assert len(set(names)) == 12
        assert all(2 < len(name) < 6 and "." not in name for name in names)


@pytest.mark.parametrize(
    ("months", "expected"),
    [
        (0, date(2026, 11, 1)),
        (1, date(2026, 12, 1)),
        (2, date(2027, 1, 1)),
        (14, date(2028, 1, 1)),
        (-11, date(2025, 12, 1)),
    ],
)
def test_months_are_added_over_the_turn_of_the_year(months: int, expected: date) -> None:
    assert add_months(DAY, months) == expected


def test_an_unknown_case_is_an_error() -> None:
    with pytest.raises(ValueError, match="vocative"):
        month_year(DAY, "uk", case="vocative")
