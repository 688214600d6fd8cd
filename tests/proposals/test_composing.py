"""From an offer to the document: the right text, the true figure, in the right language."""

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from app.catalog.model import AnswerType, Result, ResultUse
from app.language.numbers import NBSP
from app.proposals.document import Document, Origin, PaybackStatus
from tests.builders.proposals import RESULTS, TODAY, make_brief, make_document, make_offer
from tests.builders.saws import make_block, make_catalogue, make_item, texts

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
        ("cfo", {**RESULTS, "yearly_saving": Decimal(10_000)}, ["saving_month", "total", "positions"]),
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


def test_what_was_told_in_the_catalogues_currency_is_written_in_the_offers() -> None:
    hours = make_catalogue().questions[0]
    money = replace(hours, type=AnswerType.MONEY, minimum=None, maximum=None)
    questions = (
        replace(money, key="tariff", unit=texts("₴/кВт·год"), default="9.13"),
        replace(money, key="upkeep", unit=texts(""), default="83000"),
    )
    brief = make_brief(currency="USD", answers={})
    offer = make_offer(brief, make_catalogue(questions=questions), results=RESULTS)
    answers = [plain(entry.text) for entry in make_document(offer).economics.assumptions]
    assert answers == ["0,22 $/кВт·год", "2 000 $"]
