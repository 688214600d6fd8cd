"""A brief is checked against its catalogue; each problem names the nearest thing that exists."""

from decimal import Decimal
from typing import Any

import pytest

from app.catalog.answer_problems import AnswerProblem
from app.language.translations import SUPPORTED, translator
from app.problems import Problem, ProblemCode
from app.proposals.check import check_brief, conflicts, missing_to_send, still_to_ask
from app.proposals.defaults import currency_of, industry_of, language_of, role_of
from app.proposals.problems import BriefProblem
from tests.builders.proposals import make_brief
from tests.builders.saws import make_catalogue


def check(
    catalogue_changes: dict[str, Any] | None = None, role: str | None = None, **changes: Any
) -> tuple[Problem, ...]:
    return check_brief(make_brief(**changes), make_catalogue(**(catalogue_changes or {})), role=role)


def test_a_good_brief_has_no_problem() -> None:
    assert check() == ()
    assert check(currency="usd", language="EN", discount={"percent": "10", "reason": "set"}) == ()


@pytest.mark.parametrize(
    ("changes", "place", "code", "nearest"),
    [
        ({"lines": [{"sku": "SAW-1"}, {"sku": "SAV-2"}]}, "lines[1].sku", BriefProblem.UNKNOWN_SKU, "SAW-2"),
        (
            {"lines": [{"sku": "BLADE", "quantity": "1"}]},
            "lines[0].quantity",
            BriefProblem.MINIMUM_QUANTITY,
            None,
        ),
        ({"contact": {"role": "cf0"}}, "contact.role", BriefProblem.UNKNOWN_ROLE, "cfo"),
        ({"language": "de"}, "language", BriefProblem.UNKNOWN_LANGUAGE, "en"),
        ({"currency": "USDT"}, "currency", BriefProblem.UNKNOWN_CURRENCY, "USD"),
        (
            {"discount": {"percent": "5", "reason": "sett"}},
            "discount.reason",
            BriefProblem.UNKNOWN_REASON,
            "set",
        ),
        ({"discount": {"percent": "5"}}, "discount.reason", BriefProblem.REASON_NEEDED, ""),
        (
            {"discount": {"percent": "11", "reason": "set"}},
            "discount.percent",
            BriefProblem.TOO_MUCH_DISCOUNT,
            None,
        ),
        ({"answers": {"hour": "1"}}, "answers.hour", AnswerProblem.UNKNOWN_QUESTION, "hours"),
        ({"answers": {"hours": "many"}}, "answers.hours", AnswerProblem.NOT_A_NUMBER, None),
    ],
)
def test_each_problem_names_its_place_and_the_nearest(
    changes: dict[str, Any], place: str, code: ProblemCode, nearest: str | None
) -> None:
    (problem,) = check(**changes)
    assert (problem.place, problem.code) == (place, code)
    assert problem.details.get("nearest") == nearest


def test_problems_are_explained_in_each_language() -> None:
    problems = check(
        contact={"role": "cf0"},
        language="de",
        currency="X",
        lines=[{"sku": "SAV"}],
        discount={"percent": "5"},
    )
    assert len(problems) == 5
    for problem in problems:
        assert len({problem.explain(translator(language)) for language in SUPPORTED}) == 3


@pytest.mark.parametrize(
    "role", ["Artist", "Провідний столяр", "заступник фінансового директора", "CFO", None]
)
def test_a_job_title_is_no_error(role: str | None) -> None:
    assert check(contact={"role": role}) == ()


def test_without_roles_in_the_catalogue_any_role_is_a_title() -> None:
    assert check({"roles": ()}, contact={"role": "cf0"}) == ()


def test_an_unknown_industry_is_no_error() -> None:
    assert check(company={"industry": "space_travel"}) == ()


@pytest.mark.parametrize(
    ("role", "percent", "reason", "code"),
    [
        (None, "10", "set", None),
        ("manager", "10", "set", None),
        ("manager", "5", "loyal", BriefProblem.DISCOUNT_NOT_YOURS),
        ("lead", "15", "loyal", None),
        ("admin", "16", "loyal", BriefProblem.TOO_MUCH_DISCOUNT),
    ],
)
def test_a_discount_keeps_to_its_reason_and_to_the_role(
    role: str | None, percent: str, reason: str, code: BriefProblem | None
) -> None:
    found = check(role=role, discount={"percent": percent, "reason": reason})
    assert [problem.code for problem in found] == ([code] if code else [])


@pytest.mark.parametrize(("percent", "problems"), [("10", 0), ("11", 1)])
def test_a_discount_on_a_line_keeps_to_what_the_role_may_give(percent: str, problems: int) -> None:
    found = check(role="manager", lines=[{"sku": "SAW-1", "discount_percent": percent}])
    assert [problem.place for problem in found] == ["lines[0].discount_percent"] * problems


@pytest.mark.parametrize(
    ("role", "line", "everything", "problems"),
    [
        ("manager", "4", "6", 0),
        ("manager", "10", "10", 1),
        ("manager", "0", "10", 0),
        (None, "9", "9", 1),
    ],
)
def test_two_discounts_on_one_line_keep_to_the_limit_together(
    role: str | None, line: str, everything: str, problems: int
) -> None:
    found = check(
        role=role,
        lines=[{"sku": "SAW-1", "discount_percent": line}, {"sku": "BLADE", "quantity": "4"}],
        discount={"percent": everything, "reason": "set"},
    )
    assert [(p.place, p.code) for p in found] == [
        ("lines[0].discount_percent", BriefProblem.DISCOUNTS_TOGETHER)
    ] * problems


def test_empty_lists_of_a_catalogue_say_so() -> None:
    empty = {"items": {}, "questions": (), "discounts": ()}
    found = check(empty, lines=[{"sku": "X"}], discount={"percent": "5", "reason": "set"})
    assert [problem.code for problem in found] == [
        BriefProblem.EMPTY_CATALOGUE,
        BriefProblem.NO_REASONS,
        AnswerProblem.NO_QUESTIONS,
    ]


@pytest.mark.parametrize(
    ("email", "code"),
    [
        ("boiko@example.com", None),
        ("j@x.example", None),
        ("sean.o'brien@ie.example.com", None),
        (None, BriefProblem.EMAIL_MISSING),
        ("", BriefProblem.EMAIL_MISSING),
        ("boiko", BriefProblem.EMAIL_INVALID),
        ("a b@example.com", BriefProblem.EMAIL_INVALID),
    ],
)
def test_sending_needs_an_address_that_mail_can_reach(email: str | None, code: BriefProblem | None) -> None:
    found = missing_to_send(make_brief(contact={"email": email}))
    assert [(problem.place, problem.code) for problem in found] == ([("contact.email", code)] if code else [])


def test_required_questions_without_an_answer_are_still_to_ask() -> None:
    (problem,) = still_to_ask(make_brief(answers={"hours": " "}, language="en"), make_catalogue())
    assert (problem.place, problem.details["question"]) == ("answers.hours", "How many hours a year?")
    assert still_to_ask(make_brief(), make_catalogue()) == ()


def test_lines_that_do_not_go_together_are_a_warning() -> None:
    brief = make_brief(lines=[{"sku": "OLD"}, {"sku": "SAW-1"}])
    (problem,) = conflicts(brief, make_catalogue(), "uk")
    assert (problem.place, problem.details["reason"]) == ("lines[0].sku", "Застаріла.")
    assert check(lines=[{"sku": "OLD"}, {"sku": "SAW-1"}]) == ()
    assert conflicts(make_brief(), make_catalogue(), "uk") == ()


@pytest.mark.parametrize(
    ("language", "country", "expected"),
    [
        ("RU", "UA", "ru"),
        (None, "UA", "uk"),
        (None, "Україна", "uk"),
        (None, "KZ", "ru"),
        (None, "PL", "en"),
        (None, None, "uk"),
    ],
)
def test_the_language_follows_the_country_where_none_is_named(
    language: str | None, country: str | None, expected: str
) -> None:
    assert language_of(make_brief(language=language, company={"country": country})) == expected


def test_defaults_come_from_the_catalogue() -> None:
    catalogue = make_catalogue()
    brief = make_brief(contact={"role": "заступник фінансового директора"}, company={"industry": "Меблі"})
    assert currency_of(brief, catalogue) == "UAH"
    assert role_of(brief, catalogue) is catalogue.roles[0]
    assert industry_of(brief, catalogue) is catalogue.industries[0]
    assert brief.lines[0].quantity == Decimal(1)
