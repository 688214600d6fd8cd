"""Numbers, dates and yes or no as people write them."""

# ruff: noqa: E501 - the tables are read along the line

from datetime import date, datetime
from decimal import Decimal

import pytest

from app.catalog.cell_values import NumberError, plain, read_date, read_number, read_text, read_yes_no


def moment(year: int, month: int, day: int) -> datetime:
    """A date as Excel's cells give it, without a zone."""
    return datetime(year, month, day)  # noqa: DTZ001 - cells have no zone


NBSP, NARROW = "\u00a0", "\u202f"


@pytest.mark.parametrize(
    ("value", "number"),
    [
        (5, "5"), (2.5, "2.5"), (0.1 + 0.2, "0.3"), (1284000.0, "1284000"), ("1 284 000", "1284000"),
        (f"1{NBSP}284{NBSP}000,50", "1284000.50"), (f"1{NARROW}284", "1284"), ("1,284,000.5", "1284000.5"),
        ("1.284.000,5", "1284000.5"), ("1.284.000", "1284000"), ("12,5", "12.5"), ("12.50", "12.50"), ("−5", "-5"), ("+5", "5"),
        ("20 %", "20"), ("1200 грн", "1200"), ("₴ 1200", "1200"), ("$5", "5"), ("1'284'000", "1284000"), ("0,125", "0.125"),
    ],
)  # fmt: skip
def test_numbers_are_read_as_written(value: object, number: str) -> None:
    assert read_number(value) == Decimal(number)  # type: ignore[arg-type]  # any cell


@pytest.mark.parametrize("value", ["дорого", "", "1 2a", "1,2,3", True, None, moment(2026, 1, 1), float("inf"), "12-5", "1e5"])  # fmt: skip
def test_what_is_no_number_is_none(value: object) -> None:
    assert read_number(value) is NumberError.NOT_A_NUMBER  # type: ignore[arg-type]  # any cell


@pytest.mark.parametrize("value", ["1,284", "12.500"])
def test_a_number_that_can_be_read_in_two_ways_is_asked_about(value: str) -> None:
    assert read_number(value) is NumberError.AMBIGUOUS


def test_plain_numbers_have_no_exponent() -> None:
    assert [plain(Decimal(text)) for text in ("1E+6", "0.50", "100", "0.00")] == [
        "1000000",
        "0.5",
        "100",
        "0",
    ]


@pytest.mark.parametrize(
    ("value", "day"),
    [(moment(2026, 12, 31), date(2026, 12, 31)), ("2026-12-31", date(2026, 12, 31)), ("31.12.2026", date(2026, 12, 31)),
     ("31/12/2026", date(2026, 12, 31)), ("someday", None)],
)  # fmt: skip
def test_dates(value: str | datetime, day: date | None) -> None:
    assert read_date(value) == day


def test_yes_and_no_in_three_languages() -> None:
    assert [read_yes_no(value) for value in ("так", "Да", "YES", True, 1)] == [True] * 5
    assert [read_yes_no(value) for value in ("ні", "нет", "no", False, 0)] == [False] * 5
    assert read_yes_no("мабуть") is None


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (True, "yes"), (123.0, "123"), (moment(2026, 5, 1), "2026-05-01"), ("  a \t b \n\n c ", "a b\n\nc"),
     ("a_x000D_\nb\x07", "a\nb"), (f"1{NBSP}кг", f"1{NBSP}кг")],
)  # fmt: skip
def test_any_cell_as_text(value: object, text: str) -> None:
    assert read_text(value) == text  # type: ignore[arg-type]  # any cell


def test_per_cents_as_text() -> None:
    assert read_text(0.35, percent=True) == "35%"
