"""Page 2 in words: lines, groups, totals and discounts, each with its reason."""

from decimal import Decimal
from typing import Any

import pytest

from app.catalog.model import Item, TaxMode
from app.language.numbers import NBSP
from app.proposals.document import Document, TotalKind
from tests.builders.proposals import RESULTS, make_brief, make_document, make_offer
from tests.builders.saws import make_block, make_catalogue, make_item, texts

LANGUAGES = ("uk", "ru", "en")


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def document(brief: dict[str, Any] | None = None, results: Any = RESULTS, **catalogue: Any) -> Document:
    return make_document(
        make_offer(make_brief(**(brief or {})), make_catalogue(**catalogue), results=results)
    )


def amounts(made: Document) -> dict[TotalKind, Decimal]:
    return {row.kind: row.amount.value for row in made.solution.totals}


@pytest.mark.parametrize(
    ("mode", "kinds"),
    [
        (TaxMode.INCLUDED, [TotalKind.TAX, TotalKind.TOTAL]),
        (TaxMode.EXCLUDED, [TotalKind.SUBTOTAL, TotalKind.TAX, TotalKind.TOTAL]),
        (TaxMode.EXEMPT, [TotalKind.TOTAL]),
    ],
)
@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_follow_the_tax_mode(mode: TaxMode, kinds: list[TotalKind], language: str) -> None:
    made = document({"language": language}, tax_mode=mode)
    assert [row.kind for row in made.solution.totals] == kinds
    assert made.solution.totals[-1].amount.value == made.total.value
    assert ("20" in made.solution.in_words) is (mode is not TaxMode.EXEMPT)


def test_a_discount_stands_with_its_reason_and_its_end() -> None:
    made = document(
        {
            "discount": {"percent": "7", "reason": "set"},
            "lines": [{"sku": "SAW-1", "discount_percent": "10"}, {"sku": "SAW-2", "quantity": "10"}],
        }
    )
    rows = [plain(row.label) for row in made.solution.totals if row.kind is TotalKind.DISCOUNT]
    assert rows == ["Знижка на окремі позиції: за комплект", "Знижка 7 %: за комплект"]
    assert [plain(note) for note in made.solution.notes] == [
        "Знижка 7 % діє до 6 грудня 2026 р.",
        "Знижку на окремі позиції узгоджено для цього замовлення, вона діє до 6 грудня 2026 р.",
        "Завдяки кількості ціни за одиницю вже нижчі, разом на 100 005,50 ₴.",
    ]
    assert made.solution.columns.discount == "Знижка"
    assert plain(made.solution.lines[0].discount.text) == "10 %"  # type: ignore[union-attr]  # it has one


def test_a_discount_on_a_line_needs_no_named_reason() -> None:
    made = document({"lines": [{"sku": "SAW-1", "discount_percent": "10"}]})
    assert "Знижка на окремі позиції" in {plain(row.label) for row in made.solution.totals}


def test_lines_carry_quantity_with_unit_price_and_origin() -> None:
    line = document().solution.lines[1]
    assert (line.position, line.sku, plain(line.quantity.text)) == (2, "BLADE", "4 шт.")
    assert (plain(line.price.text), plain(line.sum.text)) == ("900", "3 600")
    assert plain(line.source) == "прайс: каталог версії 3, рядок 7"


def test_a_name_that_is_not_translated_falls_back_but_characteristics_do_not() -> None:
    items = {"SAW-1": make_item(name={"uk": "Пила"}, characteristics={"uk": "3 кВт"}, unit={}, category={})}
    (line,) = document({"language": "en", "lines": [{"sku": "SAW-1"}]}, items=items).solution.lines
    assert (line.name, line.characteristics, line.unit, line.category, line.quantity.text) == (
        "Пила",
        "",
        "",
        "",
        "1",
    )
    nameless = {"SAW-1": make_item(name={})}
    assert document({"lines": [{"sku": "SAW-1"}]}, items=nameless).solution.lines[0].name == "SAW-1"


def many_items(count: int) -> dict[str, Item]:
    return {
        f"S{number}": make_item(
            f"S{number}", category=texts(f"Категорія {number}"), list_price=Decimal(100 + number)
        )
        for number in range(count)
    }


def test_groups_sum_up_the_lines_by_category() -> None:
    made = document({"lines": [{"sku": "SAW-1"}, {"sku": "SAW-2"}, {"sku": "BLADE", "quantity": "2"}]})
    groups = [(group.name, plain(group.count), group.sum.value) for group in made.solution.groups]
    assert groups == [("Пили", "2 позиції", Decimal("120000.55")), ("Диски", "1 позиція", Decimal(1800))]
    assert "3" in made.solution.grouped_note


def test_beyond_twenty_categories_the_smallest_become_others() -> None:
    made = document({"lines": [{"sku": f"S{number}"} for number in range(30)]}, items=many_items(30))
    groups = made.solution.groups
    assert len(groups) == 20
    assert (groups[-1].name, plain(groups[-1].count)) == ("Інше", "11 позицій")
    assert sum(group.sum.value for group in groups) == sum(line.sum.value for line in made.solution.lines)


def test_the_reason_comes_from_the_workbook_or_from_what_was_told() -> None:
    block = make_block("solution.reason", "Чому ця пила.\nБо {answer.hours}.")
    assert document(content=(block,)).solution.reason.title == "Чому ця пила"
    untitled = document(content=(make_block("solution.reason", "Одним рядком."),)).solution.reason
    assert (untitled.title, untitled.text) == ("Чому саме такий склад", "Одним рядком.")
    assert "годин на рік — 6 200 год" in plain(document().solution.reason.text)
    assert "узгодили" in document({"answers": None}).solution.reason.text


def test_an_offer_in_another_currency_converts_prices_and_results() -> None:
    made = document({"currency": "USD", "language": "en"})
    assert made.total.text == "$1,291.58"
    assert made.solution.columns.price == "Price, $"
    saving = next(figure for figure in made.cover.figures if figure.key == "saving_month")
    assert saving.text == "$241"
    assert made.economics.before_after is not None
    assert made.economics.before_after.rows[0].text == "$2,892"
