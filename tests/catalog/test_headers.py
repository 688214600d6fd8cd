"""Sheets and columns are found by their names in three languages."""

# ruff: noqa: E501 - the tables are read along the line

from decimal import Decimal

import pytest

from app.catalog.header_words import COLUMNS, PER_LANGUAGE, REQUIRED, SHEETS
from app.catalog.headers import fold_header, language_code, nearest, recognise, sheet_kind


@pytest.mark.parametrize(
    ("title", "kind"),
    [("Items", "items"), (" ITEMS ", "items"), ("Товари", "items"), ("прайс_лист", "items"), ("Налаштування", "settings"),
     ("Отрасли", "industries"), ("Знижки", "discounts"), ("Calc", None), ("", None)],
)  # fmt: skip
def test_sheets_are_found_whatever_case_and_signs(title: str, kind: str | None) -> None:
    assert sheet_kind(title) == kind


@pytest.mark.parametrize(
    ("header", "column", "language"),
    [
        ("SKU", "sku", ""), ("Артикул", "sku", ""), ("list_price", "price", ""), ("Ціна", "price", ""),
        ("ЦЕНА", "price", ""), ("Name [uk]", "name", "uk"), ("Назва (англ)", "name", "en"), ("Название [рус]", "name", "ru"),
        ("ПДВ, %", "tax", ""), ("VAT %", "tax", ""), ("Min. quantity", "minimum", ""), ("Опис [UA]", "description", "uk"),
        ("Потужність, кВт", "", ""), ("Power [kW]", "", ""),
    ],
)  # fmt: skip
def test_columns_are_found_with_their_language(header: str, column: str, language: str) -> None:
    found = recognise("items", header)
    assert (found.column, found.language) == (column, language)


@pytest.mark.parametrize(
    ("header", "quantity"),
    [("Price from 10", 10), ("Ціна від 1 000 шт.", 1000), ("Цена от 2,5", Decimal("2.5")), ("від 5", 5), ("price from 0", 0)],
)  # fmt: skip
def test_tier_columns_name_their_quantity(header: str, quantity: object) -> None:
    found = recognise("items", header)
    assert (found.column, found.from_quantity) == ("tier", quantity)


def test_a_known_column_in_an_unknown_language_says_so() -> None:
    assert recognise("items", "Name [de]").unknown_language == "de"


@pytest.mark.parametrize(
    "header", ["Cost price", "purchase_price", "Закупівля", "Входная цена", "СОБІВАРТІСТЬ"]
)
def test_what_an_item_costs_us_is_never_an_attribute_that_everybody_sees(header: str) -> None:
    assert recognise("items", header).column == "cost"


def test_tiers_are_of_items_only() -> None:
    assert recognise("terms", "Price from 10").column == ""


@pytest.mark.parametrize("kind", COLUMNS)
def test_no_word_means_two_columns_of_a_sheet(kind: str) -> None:
    seen: dict[str, str] = {}
    for column, words in COLUMNS[kind].items():
        for word in words:
            assert seen.setdefault(fold_header(word), column) == column
    assert set(REQUIRED[kind]) <= set(COLUMNS[kind])
    assert kind in SHEETS


def test_every_column_that_may_repeat_exists() -> None:
    assert {column for words in COLUMNS.values() for column in words} >= PER_LANGUAGE


def test_languages_are_known_by_code_and_name() -> None:
    assert [language_code(text) for text in ("UK", "ua", "English", "de")] == ["uk", "uk", "en", None]


def test_the_nearest_is_offered() -> None:
    assert nearest("curency", ["currency", "name"]) == "currency"
    assert nearest("x", []) == "…"
