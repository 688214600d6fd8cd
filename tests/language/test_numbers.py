from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.language.numbers import (
    format_money,
    format_months,
    format_number,
    format_percent,
    format_quantity,
    parse_decimal,
)
from app.language.translations import SUPPORTED

LANGUAGES = st.sampled_from(SUPPORTED)
AMOUNTS = st.decimals(min_value=-(10**12), max_value=10**12, places=2)


def plain(text: str) -> str:
    """The text with its unbreakable spaces made visible."""
    return text.replace("\u00a0", "_")


@pytest.mark.parametrize(
    ("language", "currency", "text"),
    [
        ("uk", "UAH", "1_284_000,00_₴"),
        ("uk", "RUB", "1_284_000,00_₽"),
        ("uk", "USD", "1_284_000,00_$"),
        ("ru", "RUB", "1_284_000,00_₽"),
        ("ru", "UAH", "1_284_000,00_₴"),
        ("ru", "KZT", "1_284_000,00_₸"),
        ("ru", "EUR", "1_284_000,00_€"),
        ("uk", "PLN", "1_284_000,00_zł"),
        ("uk", "CHF", "1_284_000,00_CHF"),
        ("uk", "JPY", "1_284_000_JPY"),
        ("en", "UAH", "₴1,284,000.00"),
        ("en", "USD", "$1,284,000.00"),
        ("en", "EUR", "€1,284,000.00"),
        ("en", "KZT", "₸1,284,000.00"),
        ("en", "GBP", "£1,284,000.00"),
        ("en", "PLN", "PLN_1,284,000.00"),
        ("en", "CHF", "CHF_1,284,000.00"),
    ],
)
def test_money_carries_the_sign_that_its_language_writes(language: str, currency: str, text: str) -> None:
    assert plain(format_money(Decimal(1284000), currency, language)) == text


@pytest.mark.parametrize(
    ("language", "text"), [("uk", "−1_284,50_₴"), ("ru", "−1_284,50_₴"), ("en", "−₴1,284.50")]
)
def test_negative_money_has_a_real_minus_before_everything(language: str, text: str) -> None:
    assert plain(format_money(Decimal("-1284.5"), "UAH", language)) == text


def test_money_can_be_written_without_its_minor_unit() -> None:
    assert plain(format_money(Decimal("1284000.50"), "UAH", "uk", decimals=0)) == "1_284_001_₴"
    assert format_money(Decimal("-0.001"), "UAH", "en") == "₴0.00"


@pytest.mark.parametrize(
    ("value", "decimals", "uk", "en"),
    [
        ("0", None, "0", "0"),
        ("1000", None, "1_000", "1,000"),
        ("999", None, "999", "999"),
        ("1234567.80", None, "1_234_567,8", "1,234,567.8"),
        ("0.005", None, "0,01", "0.01"),
        ("-0.001", None, "0", "0"),
        ("-12.5", None, "−12,5", "−12.5"),
        ("12", 2, "12,00", "12.00"),
        ("2.5", 0, "3", "3"),
        ("1E+3", None, "1_000", "1,000"),
    ],
)
def test_numbers_are_grouped_and_rounded_half_up(value: str, decimals: int | None, uk: str, en: str) -> None:
    assert plain(format_number(Decimal(value), "uk", decimals)) == uk
    assert plain(format_number(Decimal(value), "ru", decimals)) == uk
    assert format_number(Decimal(value), "en", decimals) == en


@pytest.mark.parametrize(
    ("value", "uk", "en"),
    [("1200.500", "1_200,5", "1,200.5"), ("1000", "1_000", "1,000"), ("0.125", "0,125", "0.125")],
)
def test_quantities_keep_three_decimals_and_no_idle_zeros(value: str, uk: str, en: str) -> None:
    assert plain(format_quantity(Decimal(value), "uk")) == uk
    assert format_quantity(Decimal(value), "en") == en


def test_per_cents_stand_off_their_sign_where_the_language_wants_it() -> None:
    assert [plain(format_percent(Decimal("35.5"), language)) for language in SUPPORTED] == [
        "35,5_%",
        "35,5_%",
        "35.5%",
    ]
    assert plain(format_percent(Decimal("243.7305"), "uk", 0)) == "244_%"


@pytest.mark.parametrize(
    ("months", "uk", "ru", "en"),
    [
        ("1", "1_місяць", "1_месяц", "1_month"),
        ("2", "2_місяці", "2_месяца", "2_months"),
        ("5", "5_місяців", "5_месяцев", "5_months"),
        ("11", "11_місяців", "11_месяцев", "11_months"),
        ("21", "21_місяць", "21_месяц", "21_months"),
        ("112", "112_місяців", "112_месяцев", "112_months"),
        ("10.5", "11_місяців", "11_месяцев", "11_months"),
        ("0.4", "менше місяця", "меньше месяца", "less than a month"),
    ],
)
def test_months_bend_to_their_number_and_are_never_zero(months: str, uk: str, ru: str, en: str) -> None:
    assert [plain(format_months(Decimal(months), language)) for language in SUPPORTED] == [uk, ru, en]


def test_parts_of_months_take_the_genitive() -> None:
    texts = [plain(format_months(Decimal("10.4"), language, decimals=1)) for language in SUPPORTED]
    assert texts == ["10,4_місяця", "10,4_месяца", "10.4_months"]


@pytest.mark.parametrize(
    ("typed", "language", "value"),
    [
        ("6200", "uk", "6200"),
        ("1 234,5", "uk", "1234.5"),
        ("1\u00a0234,5", "uk", "1234.5"),
        ("1\u202f234\u2009567,5", "ru", "1234567.5"),
        ("1,5", "uk", "1.5"),
        ("1.5", "uk", "1.5"),
        ("1,5", "en", "1.5"),
        ("1,200", "en", "1200"),
        ("1,200", "uk", "1.200"),
        ("1.200", "uk", "1.200"),
        ("1.200", "en", "1.200"),
        ("1.200.000", "uk", "1200000"),
        ("1.200.000,5", "uk", "1200000.5"),
        ("1.200,50", "en", "1200.50"),
        ("1,200,000.50", "uk", "1200000.50"),
        ("1'200", "en", "1200"),
        ("−5", "ru", "-5"),
        ("-5", "en", "-5"),
        ("+5", "en", "5"),
        (".5", "en", "0.5"),
        ("5.", "en", "5"),
        ("  7  ", "uk", "7"),
        ("35 %", "uk", "35"),
        ("$5", "en", "5"),
        ("1 200 ₴", "uk", "1200"),
        ("130 000 грн", "uk", "130000"),
        ("130 000 грн.", "uk", "130000"),
        ("12 руб.", "ru", "12"),
    ],
)
def test_numbers_are_understood_as_people_type_them(typed: str, language: str, value: str) -> None:
    assert parse_decimal(typed, language) == Decimal(value)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        " ",
        "abc",
        "12 шт",
        "1,20,000",
        "1e5",
        "NaN",
        "Infinity",
        "1.2.3",
        "--5",
        "-",
        "%",
        "٣",
        "1,,5",
        "9" * 41,
        "=1+1",
    ],
)
def test_what_is_no_number_is_refused(typed: str) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - any text of it will do
        parse_decimal(typed, "en")


@given(AMOUNTS, LANGUAGES)
def test_a_written_number_is_read_back_as_the_same(amount: Decimal, language: str) -> None:
    assert parse_decimal(format_number(amount, language, 2), language) == amount


@given(AMOUNTS, LANGUAGES, st.sampled_from(["UAH", "USD", "KZT", "GBP"]))
def test_written_money_is_read_back_in_uk_and_ru(amount: Decimal, language: str, currency: str) -> None:
    text = format_money(amount, currency, language)
    assert " " not in text
    assert "-" not in text
    if amount >= 0 or language != "en":
        assert parse_decimal(text, language) == amount
