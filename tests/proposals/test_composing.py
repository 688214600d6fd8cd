"""From an offer to the document: the right text, the true figure, in the right language."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.catalog.model import Item, Result, ResultUse, TaxMode
from app.language.numbers import NBSP
from app.proposals.document import Document, Origin, PaybackStatus, TotalKind
from tests.builders.proposals import (
    RESULTS,
    TODAY,
    URL,
    make_block,
    make_brief,
    make_catalogue,
    make_document,
    make_item,
    make_offer,
    texts,
)

LANGUAGES = ("uk", "ru", "en")


def plain(text: str) -> str:
    return text.replace(NBSP, " ")


def document(brief: dict[str, Any] | None = None, results: Any = RESULTS, **catalogue: Any) -> Document:
    return make_document(
        make_offer(make_brief(**(brief or {})), make_catalogue(**catalogue), results=results)
    )


def keys(figures: Any) -> list[str]:
    return [figure.key for figure in figures]


def test_the_same_offer_gives_the_same_document() -> None:
    assert make_document().canonical_json() == make_document().canonical_json()


def test_a_revision_prints_with_its_number() -> None:
    made = make_document(number="КП-101", revision=2)
    assert (made.number, made.revision) == ("КП-101", 2)
    assert "КП-101/2" in made.title
    assert "КП-101/2" in made.footer
    assert "КП-101/2" in make_document(revision=2).mail.subject


def test_dates_follow_the_brief_and_the_catalogue() -> None:
    assert (make_document().date, make_document().valid_until) == ("2026-11-22", "2026-12-06")
    assert document({"valid_days": 30}).valid_until == "2026-12-22"
    assert make_document(today=date(2027, 1, 31)).valid_until == "2027-02-14"


# Cover


@pytest.mark.parametrize(
    ("results", "heading"),
    [
        (RESULTS, "Рішення, яке поверне вкладення за 6 місяців"),
        ({**RESULTS, "yearly_saving": Decimal(-1)}, "Пропозиція для ТОВ «Карпатські меблі»"),
        ({}, "Пропозиція для ТОВ «Карпатські меблі»"),
    ],
)
def test_the_built_in_heading_claims_only_what_is_computed(results: Any, heading: str) -> None:
    assert plain(document(results=results).cover.heading) == heading


def test_a_long_company_name_does_not_swell_the_heading() -> None:
    made = document({"company": {"name": "Дуже довга назва " * 8}}, results={})
    assert made.cover.heading == "Ваша пропозиція"
    assert "Дуже" not in made.cover.lead
    assert "Дуже" not in made.footer


@pytest.mark.parametrize(
    ("role", "results", "expected"),
    [
        ("cfo", RESULTS, ["payback", "roi", "saving_month"]),
        ("engineer", RESULTS, ["reserve", "output", "payback"]),
        (None, RESULTS, ["payback", "roi", "saving_month"]),
        ("cfo", {**RESULTS, "yearly_saving": Decimal(-1)}, ["total", "positions", "launch"]),
        ("engineer", {**RESULTS, "yearly_saving": Decimal(0)}, ["reserve", "output", "total"]),
        ("engineer", {"reserve": Decimal(0)}, ["total", "positions", "launch"]),
        (None, {}, ["total", "positions", "launch"]),
        ("cfo", {**RESULTS, "yearly_saving": Decimal(10_000)}, ["payback", "saving_month", "saving_year"]),
    ],
)
def test_three_figures_are_chosen_for_the_role_and_by_what_is_true(
    role: str | None, results: Any, expected: list[str]
) -> None:
    made = document({"contact": {"role": role}}, results=results)
    assert keys(made.cover.figures) == expected
    assert all(figure.value > 0 for figure in made.cover.figures)


def test_a_result_for_everybody_stands_beside_payback_and_roi() -> None:
    result = Result("boards", "Calc!E9", texts("дощок за зміну"), texts("шт."), uses=(ResultUse.COVER,))
    catalogue = make_catalogue(results=(*make_catalogue().results, result))
    made = make_document(make_offer(catalogue=catalogue, results={**RESULTS, "boards": Decimal(1200)}))
    assert keys(made.cover.figures) == ["payback", "roi", "boards"]
    assert (made.cover.figures[2].text, made.cover.figures[2].unit) == (f"1{NBSP}200", "шт.")


@pytest.mark.parametrize(
    ("language", "text", "unit"),
    [("uk", "12,3", "млн ₴"), ("ru", "12,3", "млн ₴"), ("en", "₴12.3", "million")],
)
def test_large_sums_are_given_in_millions(language: str, text: str, unit: str) -> None:
    items = {"SAW-1": make_item(list_price=Decimal(12_345_678))}
    made = document({"language": language, "lines": [{"sku": "SAW-1"}]}, results={}, items=items)
    total = made.cover.figures[0]
    assert (total.key, total.text, total.unit) == ("total", text, unit)


def test_the_total_on_the_cover_is_exact() -> None:
    made = document({"lines": [{"sku": "SAW-2"}]}, results={})
    assert plain(made.cover.figures[0].text) == "70 000,55"


def test_a_free_offer_shows_no_zero_on_the_cover() -> None:
    items = {"SAW-1": make_item(list_price=Decimal(0))}
    made = document({"lines": [{"sku": "SAW-1"}]}, results={}, items=items)
    assert keys(made.cover.figures) == ["positions", "launch", "validity"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_figure_says_where_it_comes_from(language: str) -> None:
    made = document({"language": language})
    for figure in (*made.cover.figures, *made.economics.figures):
        assert figure.caption
        assert figure.source
        assert figure.origin in set(Origin)


def test_the_workbooks_letter_is_split_into_paragraphs() -> None:
    content = (
        make_block(
            "cover.letter",
            "{contact.first_name|колеги}, дякуємо за {answer.hours}.\nДругий рядок.\n\nЦіна {total}.",
        ),
    )
    made = document(content=content)
    assert [plain(part) for part in made.cover.paragraphs] == [
        "Олено Петрівно, дякуємо за 6 200 год. Другий рядок.",
        "Ціна 53 600 ₴.",
    ]


def test_a_text_of_another_language_is_never_taken() -> None:
    made = document({"language": "en"}, content=(make_block("cover.heading", "Українською"),))
    assert made.cover.heading != "Українською"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{payback}|{payback_month}", "6 місяців|травень 2027 року"),
        ("{roi}|{saving_year}|{saving_month}", "613 %|120 000 ₴|10 000 ₴"),
        ("{industry}, {role}", "Деревообробка, Фінансовий директор"),
        ("{main_item}: {lines}", "Пила SAW-1: 2"),
        ("{result.reserve} {result.output} {answer.waste}", "15 % 42,5 м³/год 8 %"),
        ("{valid_until}", "6 грудня 2026 р."),
        ("{manager.name} {brand} {number}", "Андрій Клименко Пилорама КП-101"),
        ("{city|вашому місті}", "вашому місті"),
    ],
)
def test_placeholders_say_what_the_pages_say(text: str, expected: str) -> None:
    assert plain(document(content=(make_block("cover.lead", text),)).cover.lead) == expected


def test_conditions_see_the_offer() -> None:
    condition = (
        "pays_back and payback <= 24 and total > 50000 and lines = 2 and not discount and language = uk "
        "and country = UA and industry = woodworking and role = cfo and told.hours and not told.waste "
        "and answer.hours > 6000 and answer.wood = pine and result.reserve = 15"
    )
    made = document(content=(make_block("cover.lead", "усе так", condition=condition),))
    assert made.cover.lead == "усе так"


# Solution


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
        "Знижка 7 %: за комплект. Діє до 6 грудня 2026 р.",
        "Знижку на окремі позиції узгоджено для цього замовлення, вона діє до 6 грудня 2026 р.",
        "Ціни від кількості вже заощаджують 100 005,50 ₴ порівняно з прайсом.",
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


# Next steps


def test_recommendations_show_a_price_a_reason_and_a_gain_only() -> None:
    offer = make_offer()
    changes = (Decimal("-1.2"), Decimal("0.7"), None)
    suggestions = tuple(
        replace(suggestion, payback_change=change)
        for suggestion, change in zip(offer.recommendations, changes, strict=True)
    )
    made = make_document(replace(offer, recommendations=suggestions))
    views = made.next_steps.recommendations
    assert [plain(view.effect) for view in views] == ["окупність швидша на 1 місяць", "", ""]
    assert all(view.reason and view.evidence and view.price.text for view in views)


@pytest.mark.parametrize(("unit", "price"), [("м", "100 ₴ / м"), ("шт.", "100 ₴"), ("", "100 ₴")])
def test_a_recommended_price_names_its_unit_unless_that_is_a_piece(unit: str, price: str) -> None:
    pipe = make_item("PIPE", list_price=Decimal(100), unit=texts(unit), category=texts("Труби"))
    made = document({"lines": [{"sku": "SAW-1"}]}, items={"SAW-1": make_item(), "PIPE": pipe}, rules=())
    assert [plain(view.price.text) for view in made.next_steps.recommendations] == [price]


def test_steps_terms_and_acceptance_come_from_the_workbook() -> None:
    made = document(content=(make_block("next.accept", "Скажіть «так»\nОдним рухом."),)).next_steps
    assert [plain(step.duration) for step in made.steps] == ["2 дні", "5 днів"]
    assert [block.title for block in made.terms] == ["Поставка"]
    assert (made.acceptance.heading, made.acceptance.text) == ("Скажіть «так»", "Одним рухом.")
    assert made.acceptance.url == URL
    assert made.signatures[0].person.startswith("Директор")
    assert made.signatures[1].party == "ТОВ «Карпатські меблі»"


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_them_minuta_says_what_is_always_true(language: str) -> None:
    made = document({"language": language}, steps=(), terms=(), brand=make_catalogue().brand).next_steps
    assert len(made.steps) == 4
    assert len(made.terms) == 1
    assert all(step.title and step.text and not step.duration for step in made.steps)


# Mail


def test_the_mail_takes_its_words_from_the_workbook() -> None:
    content = (
        make_block("mail.subject", "Для {company}:\nпропозиція"),
        make_block("mail.letter", "Перший.\n\nДругий."),
        make_block("mail.preheader", "Коротко"),
    )
    made = document(content=content).mail
    assert plain(made.subject) == "Для ТОВ «Карпатські меблі»: пропозиція"
    assert (made.paragraphs, made.preheader) == (("Перший.", "Другий."), "Коротко")


def test_a_long_company_name_leaves_the_subject_short() -> None:
    made = document({"company": {"name": "Дуже довга назва " * 8}})
    assert plain(made.mail.subject) == "Комерційна пропозиція КП-101 · Пилорама"


# What must never be there


def test_costs_never_reach_the_document() -> None:
    offer = make_offer(make_brief(lines=[{"sku": "SAW-1"}]))
    assert offer.quote.cost is not None
    assert offer.quote.margin is not None
    text = make_document(offer).canonical_json()
    for secret in ("cost", "margin", "31337", "31 337", f"31{NBSP}337", str(offer.quote.margin.amount)):
        assert secret not in text


def test_the_status_of_an_unknown_payback_is_unknown() -> None:
    assert document(results={}).economics.status is PaybackStatus.UNKNOWN
    assert TODAY.isoformat() == document().date
