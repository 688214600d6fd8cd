"""A brief is read from JSON, or every problem is named at its field."""

from decimal import Decimal
from typing import Any

import pytest

from app.language.translations import translator
from app.problems import ProblemsError
from app.proposals.brief import MAX_LINES
from app.proposals.problems import BriefProblem
from app.proposals.reading import read_brief
from tests.builders.proposals import brief_data


def problems_of(data: object) -> dict[str, BriefProblem]:
    with pytest.raises(ProblemsError) as caught:
        read_brief(data)
    return {problem.place: problem.code for problem in caught.value.problems}  # type: ignore[misc]  # its own codes


def test_a_brief_needs_a_company_and_one_line_only() -> None:
    brief = read_brief({"company": {"name": " ТОВ «Ліс» "}, "lines": [{"sku": "SAW-1"}]})
    assert brief.company.name == "ТОВ «Ліс»"
    assert brief.lines[0].quantity == 1
    assert (brief.language, brief.currency, brief.valid_days, brief.answers) == (None, None, None, {})


def test_null_means_not_given() -> None:
    brief = read_brief(
        brief_data(
            note=None, discount=None, valid_days=None, source=None, answers=None, contact={"email": None}
        )
    )
    assert brief.note == ""
    assert brief.discount.percent == 0
    assert brief.source.system == "form"
    assert brief.contact.email is None


def test_answers_may_be_numbers_or_booleans() -> None:
    brief = read_brief(
        brief_data(answers={"hours": 6200, "share": 0.5, "heat": True, "cold": False, "none": None})
    )
    assert brief.answers == {"hours": "6200", "share": "0.5", "heat": "yes", "cold": "no"}


def test_numbers_may_come_as_numbers() -> None:
    (line,) = read_brief(brief_data(lines=[{"sku": "SAW-1", "quantity": 2.5, "discount_percent": 7}])).lines
    assert (line.quantity, line.discount_percent) == (Decimal("2.5"), Decimal(7))


def test_control_characters_are_dropped_and_letters_composed() -> None:
    brief = read_brief(brief_data(company={"name": "Ліс\x00\u0007 и\u0306"}, note="перший\nдругий"))
    assert brief.company.name == "Ліс й"
    assert brief.note == "перший\nдругий"


@pytest.mark.parametrize(
    ("changes", "place", "code"),
    [
        ({"company": {"name": None}}, "company.name", BriefProblem.REQUIRED),
        ({"company": {"name": "  "}}, "company.name", BriefProblem.REQUIRED),
        ({"company": {"name": "я" * 201}}, "company.name", BriefProblem.TOO_LONG),
        ({"company": {"nmae": "x"}}, "company.nmae", BriefProblem.UNKNOWN_KEY),
        ({"compny": {}}, "compny", BriefProblem.UNKNOWN_KEY),
        ({"contact": {"name": 7}}, "contact.name", BriefProblem.UNUSABLE),
        ({"lines": []}, "lines", BriefProblem.NO_LINES),
        ({"lines": None}, "lines", BriefProblem.REQUIRED),
        ({"lines": "SAW-1"}, "lines", BriefProblem.UNUSABLE),
        ({"lines": [{"sku": "SAW-1"}] * (MAX_LINES + 1)}, "lines", BriefProblem.TOO_MANY_LINES),
        ({"lines": [{"sku": "SAW-1"}, {"quantity": "1"}]}, "lines[1].sku", BriefProblem.REQUIRED),
        ({"lines": [{"sku": "SAW-1", "quantity": "many"}]}, "lines[0].quantity", BriefProblem.NOT_A_NUMBER),
        ({"lines": [{"sku": "SAW-1", "quantity": "NaN"}]}, "lines[0].quantity", BriefProblem.NOT_A_NUMBER),
        ({"lines": [{"sku": "SAW-1", "quantity": "0"}]}, "lines[0].quantity", BriefProblem.TOO_SMALL),
        ({"lines": [{"sku": "SAW-1", "quantity": "1e8"}]}, "lines[0].quantity", BriefProblem.TOO_LARGE),
        ({"lines": [{"sku": "SAW-1", "quantity": "1.2345"}]}, "lines[0].quantity", BriefProblem.TOO_PRECISE),
        ({"discount": {"percent": "101"}}, "discount.percent", BriefProblem.TOO_LARGE),
        ({"discount": {"percent": "-1"}}, "discount.percent", BriefProblem.BELOW),
        ({"valid_days": 0}, "valid_days", BriefProblem.BELOW),
        ({"valid_days": "soon"}, "valid_days", BriefProblem.NOT_A_NUMBER),
    ],
)
def test_what_cannot_be_read_is_named_at_its_field(
    changes: dict[str, Any], place: str, code: BriefProblem
) -> None:
    assert problems_of(brief_data(**changes)) == {place: code}


def test_every_problem_is_collected() -> None:
    found = problems_of({"company": {"name": ""}, "lines": [{"sku": "", "quantity": "x"}], "colour": 1})
    assert set(found) == {"company.name", "lines[0].sku", "lines[0].quantity", "colour"}


@pytest.mark.parametrize("data", [None, [], "brief", 7])
def test_what_is_no_object_is_no_brief(data: object) -> None:
    assert problems_of(data) == {"": BriefProblem.NOT_A_BRIEF}


@pytest.mark.parametrize(
    ("language", "expected"), [("uk", "Можливо, «company»?"), ("en", "Did you mean “company”?")]
)
def test_an_unknown_key_names_the_nearest(language: str, expected: str) -> None:
    with pytest.raises(ProblemsError) as caught:
        read_brief(brief_data(compny={"name": "x"}))
    assert expected in caught.value.problems[0].explain(translator(language))
