from datetime import date
from decimal import Decimal

import pytest

from app.catalog.answers import Answered, AnswerValue
from app.catalog.model import AnswerType, Scenario
from app.catalog.scenarios import change_answers
from tests.catalog.test_answers import CHOICES, make_question


@pytest.mark.parametrize(
    ("kind", "value", "change", "expected"),
    [
        (AnswerType.NUMBER, Decimal(100), "-20%", Decimal(80)),
        (AnswerType.NUMBER, Decimal(100), "−20 %", Decimal(80)),
        (AnswerType.NUMBER, Decimal(100), "+10%", Decimal(110)),
        (AnswerType.NUMBER, Decimal(100), "+ 2,5%", Decimal("102.5")),
        (AnswerType.NUMBER, Decimal(100), "+5", Decimal(105)),
        (AnswerType.NUMBER, Decimal(100), "-5", Decimal(95)),
        (AnswerType.NUMBER, Decimal(100), "=0", Decimal(0)),
        (AnswerType.PERCENT, Decimal(10), "-20%", Decimal(8)),
        (AnswerType.PERCENT, Decimal(10), "+5", Decimal(15)),
        (AnswerType.YES_NO, True, "=no", False),
        (AnswerType.CHOICE, "old", "=none", "none"),
        (AnswerType.DATE, date(2026, 1, 31), "+30", date(2026, 3, 2)),
        (AnswerType.NUMBER, None, "=7", Decimal(7)),
        (AnswerType.NUMBER, None, "-20%", None),
        (AnswerType.YES_NO, True, "-20%", None),
        (AnswerType.DATE, date(2026, 1, 31), "+30%", None),
        (AnswerType.CHOICE, "old", "=new", None),
        (AnswerType.NUMBER, Decimal(100), "20%", None),
        (AnswerType.NUMBER, Decimal(100), "", None),
    ],
)
def test_a_scenario_changes_one_answer_or_does_not_apply(
    kind: AnswerType, value: AnswerValue | None, change: str, expected: AnswerValue | None
) -> None:
    other = Answered(make_question(key="other"), Decimal(1), told=True)
    entry = Answered(make_question(type=kind, choices=CHOICES), value, told=True)
    scenario = Scenario(key="worse", label={}, question="hours", change=change)
    changed = change_answers(scenario, (other, entry))
    if expected is None:
        assert changed is None
    else:
        assert changed is not None
        assert changed[0] == other
        assert changed[1].value == expected
        assert changed[1].told


def test_a_scenario_about_a_question_that_is_not_there_does_not_apply() -> None:
    scenario = Scenario(key="worse", label={}, question="gone", change="-20%")
    assert change_answers(scenario, (Answered(make_question(), Decimal(1), told=False),)) is None
