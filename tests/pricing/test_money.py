from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.pricing.money import CurrencyMismatchError, Money


@pytest.mark.parametrize(
    ("amount", "currency", "rounded"),
    [
        ("2.345", "UAH", "2.35"),
        ("2.335", "UAH", "2.34"),
        ("-2.345", "UAH", "-2.35"),
        ("2.5", "JPY", "3"),
        ("1E+3", "UAH", "1000.00"),
    ],
)
def test_money_is_rounded_half_up_to_the_minor_unit(amount: str, currency: str, rounded: str) -> None:
    assert str(Money.rounded(Decimal(amount), currency).amount) == rounded


@given(st.integers(-(10**12), 10**12), st.sampled_from(["UAH", "JPY"]))
def test_minor_units_come_back_as_they_went(units: int, currency: str) -> None:
    assert Money.from_minor(units, currency).minor == units


def test_money_adds_subtracts_and_multiplies() -> None:
    price = Money.rounded(Decimal("10.05"), "UAH")
    assert (price + price).minor == 2010
    assert (price - price) == Money.zero("UAH")
    assert (-price).minor == -1005
    assert price.times(Decimal("0.5")).minor == 503


def test_two_currencies_do_not_mix() -> None:
    with pytest.raises(CurrencyMismatchError, match="UAH and USD"):
        Money.zero("UAH") + Money.zero("USD")
