from datetime import date
from decimal import Decimal

import pytest
from flask import Flask
from flask_babel import Babel

from app.desk.call_figures import FiguresView, show_figures, show_item, valid_note
from app.desk.call_input import CallInput, TypedLine
from app.desk.call_reading import read_call
from app.desk.call_screen import question_view, reason_choices, row_views, term_views
from app.pricing import economics
from app.pricing.quote import LineInput, price
from app.problems import Problem
from app.proposals.offer import Offer, Suggestion
from app.proposals.problems import BriefProblem
from app.recommendations.evidence import Evidence, EvidenceKind, Recommendation
from app.roles import Role
from tests.builders.calls import make_catalogue, make_input

TODAY = date(2026, 11, 22)
CATALOGUE = make_catalogue()


@pytest.fixture(autouse=True)
def request_context():
    app = Flask(__name__)
    Babel(app)
    with app.test_request_context():
        yield


def figures(
    typed: CallInput,
    *,
    role: Role = Role.MANAGER,
    saving: str | None = "1500000",
    change: str = "-1.2",
    warnings: tuple[Problem, ...] = (),
) -> FiguresView:
    """The live parts of an offer whose calculation saves so much a year."""
    reading = read_call(typed, CATALOGUE, language="uk", role=role.value, today=TODAY)
    brief = reading.brief
    if brief is None:
        return show_figures(typed, reading, None, catalogue=CATALOGUE, role=role, language="uk", today=TODAY)
    lines = [(CATALOGUE.items[line.sku], line) for line in brief.lines]
    quote = price(
        [
            LineInput(
                item.sku,
                line.quantity,
                item.list_price,
                item.tiers,
                Decimal(20),
                item.cost,
                line.discount_percent,
            )
            for item, line in lines
        ],
        currency="UAH",
        rate=Decimal(1),
        tax_mode=CATALOGUE.tax_mode,
        proposal_discount_percent=brief.discount.percent,
    )
    worth = saving and economics.evaluate(investment=quote.total.amount, yearly_saving=Decimal(saving))
    suggested = Recommendation(
        CATALOGUE.items["OR-120"], Evidence(EvidenceKind.TOGETHER, 7, 10, with_sku="VK-55")
    )
    offer = Offer(
        brief=brief,
        catalogue=CATALOGUE,
        language="uk",
        currency="UAH",
        quote=quote,
        economics=worth or None,
        recommendations=(Suggestion(suggested, quote.total, payback_change=Decimal(change)),),
        warnings=warnings,
    )
    return show_figures(typed, reading, offer, catalogue=CATALOGUE, role=role, language="uk", today=TODAY)


def test_the_bar_shows_total_payback_and_roi() -> None:
    texts = {figure.label: figure.text for figure in figures(make_input()).figures}
    assert texts["total with tax"] == "1\xa0284\xa0000\xa0₴"
    assert texts["payback"] == "11\xa0місяців"
    assert texts["ROI over 3 years"].endswith("%")


def test_only_those_allowed_see_the_margin() -> None:
    seen = {role: [figure.label for figure in figures(make_input(), role=role).figures] for role in Role}
    assert [any("margin" in label for label in seen[role]) for role in Role] == [False, True, True]


def test_only_those_who_can_mend_the_workbook_hear_that_it_calculates_wrongly() -> None:
    details = {"label": "Saving a year", "first": "5", "second": "6"}
    warnings = (
        Problem("Calc!B7", BriefProblem.ENGINES_DISAGREE, details),
        Problem("answers.hours", BriefProblem.ANSWER_MISSING, {"question": "How many hours?"}),
    )
    seen = {role: figures(make_input(), role=role, warnings=warnings).remarks for role in Role}
    told = ("Calc!B7: Two calculators disagree on “Saving a year”: 5 and 6. It is left out.",)
    assert seen == {Role.MANAGER: (), Role.LEAD: told, Role.ADMIN: told}


@pytest.mark.parametrize(
    ("saving", "text"),
    [(None, ""), ("0", "does not pay back"), ("-5", "does not pay back"), ("20000000", "1\xa0місяць")],
)
def test_a_payback_is_told_honestly(saving: str | None, text: str) -> None:
    assert figures(make_input(), saving=saving).figures[1].text == text


def test_before_the_first_line_every_figure_is_empty_and_something_is_missing() -> None:
    view = figures(make_input(lines=()))
    assert not any(figure.text for figure in view.figures)
    assert view.sums == ()
    assert [item.field for item in view.missing] == ["item-search"]


def test_a_tier_price_is_shown_with_the_list_price_it_replaces() -> None:
    view = figures(make_input(lines=(TypedLine("5", "MF-12", "12"),)))
    line = view.lines[0]
    assert (line.row, line.price, line.sum) == ("5", "28\xa0000", "336\xa0000")
    assert line.note == "from 10; list 31\xa0800"


def test_a_line_that_cannot_be_read_keeps_its_price_without_a_sum() -> None:
    lines = (TypedLine("1", "VK-55", "abc"), TypedLine("2", "GONE"), TypedLine("3", "OR-120"))
    views = {line.row: line for line in figures(make_input(lines=lines)).lines}
    assert (views["1"].price, views["1"].sum) == ("1\xa0284\xa0000", "—")
    assert (views["2"].price, views["2"].sum) == ("", "—")
    assert views["3"].sum == "268\xa0400"


@pytest.mark.parametrize(
    ("change", "effect", "better"),
    [
        ("-1.2", "payback −1,2 mo.", True),
        ("0.04", "", False),
        ("7.5", "payback +7,5 mo.", False),
        ("-19.93", "payback −20 mo.", True),
    ],
)
def test_a_suggestion_says_what_it_does_to_the_payback(change: str, effect: str, better: bool) -> None:
    chip = figures(make_input(), change=change).suggestions[0]
    assert (chip.effect, chip.better) == (effect, better)
    assert chip.evidence.startswith("7")


@pytest.mark.parametrize(
    ("text", "note"), [("", "14 days"), ("14", "until 06.12.2026"), ("6.12", "14 days"), ("1.1.2020", "")]
)
def test_beside_days_stands_the_date_and_beside_a_date_the_days(text: str, note: str) -> None:
    assert valid_note(text, CATALOGUE, language="uk", today=TODAY) == note


def test_an_item_shows_its_price_in_the_offers_currency() -> None:
    view = show_item(CATALOGUE.items["VK-55"], CATALOGUE, language="en", currency="USD")
    assert (view.price, view.price_with_currency) == ("32,100", "$32,100")
    assert view.meta == "VK-55 · 55 kW, variable speed"
    assert show_item(CATALOGUE.items["MF-12"], CATALOGUE, language="en", currency="UAH").quantity == "2"


@pytest.mark.parametrize(
    ("key", "default", "unit"),
    [
        ("hours_per_year", "6\xa0000\xa0год", "год"),
        ("tariff", "6,4", "₴/кВт·год"),
        ("idle", "35\xa0%", "%"),
        ("control", "немає", ""),
        ("heat", "", ""),
        ("start", "01.03.2027", ""),
    ],
)
def test_a_question_shows_its_assumption_and_unit(key: str, default: str, unit: str) -> None:
    question = next(question for question in CATALOGUE.questions if question.key == key)
    view = question_view(question, CATALOGUE, "", "uk")
    assert (view.default, view.unit) == (default, unit)


def test_the_words_to_say_stand_in_quotes_of_the_language() -> None:
    asked = CATALOGUE.questions[0]
    assert question_view(asked, CATALOGUE, "", "uk").ask == "«Скільки змін і вихідних?»"
    assert question_view(asked, CATALOGUE, "", "en").ask == "“How many shifts and days off?”"


def test_a_role_is_offered_only_the_reasons_it_may_use() -> None:
    assert [key for key, _ in reason_choices(CATALOGUE, Role.MANAGER, "uk")] == ["volume"]
    assert [key for key, _ in reason_choices(CATALOGUE, Role.ADMIN, "uk")] == ["volume", "launch"]


def test_an_industry_is_found_by_its_name_in_any_language_and_its_synonyms() -> None:
    found = term_views(CATALOGUE.industries, "ru")[0]
    assert found.name == "Деревообработка"
    assert {"деревообробка", "woodworking", "меблі"} <= set(found.find.split("|"))


def test_a_line_whose_item_is_gone_is_still_there_to_be_removed() -> None:
    rows = row_views(make_input(lines=(TypedLine("1", "GONE"),)), CATALOGUE, language="uk", currency="UAH")
    assert (rows[0].item.name, rows[0].item.meta) == ("GONE", "not in this catalogue")
