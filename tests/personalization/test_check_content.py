"""What is wrong with a workbook's texts is told before it is published."""

from typing import Any

import pytest

from app.personalization.problems import ContentProblem
from app.personalization.service import check_content, known_facts, known_placeholders
from tests.builders.saws import make_block, make_catalogue


@pytest.mark.parametrize(
    ("changes", "code", "nearest"),
    [
        ({"slot": "cover.headng"}, ContentProblem.UNKNOWN_SLOT, "cover.heading"),
        ({"language": "de"}, ContentProblem.UNKNOWN_LANGUAGE, None),
        ({"industry": "woodwork"}, ContentProblem.UNKNOWN_INDUSTRY, "woodworking"),
        ({"role": "cf0"}, ContentProblem.UNKNOWN_ROLE, "cfo"),
        ({"condition": "payback <="}, ContentProblem.CONDITION, None),
        ({"condition": "paybak <= 24"}, ContentProblem.UNKNOWN_FACT, "payback"),
        ({"condition": "told.hour"}, ContentProblem.UNKNOWN_FACT, "told.hours"),
        ({"text": "{compny}"}, ContentProblem.UNKNOWN_PLACEHOLDER, "company"),
        ({"text": "{result.reserv|0}"}, ContentProblem.UNKNOWN_PLACEHOLDER, "result.reserve"),
        ({"text": "{company"}, ContentProblem.STRAY_BRACE, None),
    ],
)
def test_each_mistake_is_named_with_its_row_and_the_nearest(
    changes: dict[str, Any], code: ContentProblem, nearest: str | None
) -> None:
    block = make_block(**{"slot": "cover.heading", "text": "Вітаємо", "row": 14, **changes})
    (problem,) = check_content(make_catalogue(content=(block,)))
    assert (problem.place, problem.code) == ("Content!14", code)
    assert problem.details.get("nearest") == nearest
    assert problem.explain(str)


def test_a_text_that_uses_what_there_is_has_no_problem() -> None:
    catalogue = make_catalogue()
    placeholders = " ".join(f"{{{name}}}" for name in known_placeholders(catalogue))
    condition = "pays_back and (told.HOURS or answer.waste > 5) and not result.reserve < 10 and role = cfo"
    block = make_block("cover.lead", placeholders, condition=condition, industry="food", role="cfo")
    assert check_content(make_catalogue(content=(block,))) == ()
    assert "result.reserve" in known_facts(catalogue)
