"""Conditions are read whole or refused with the place; facts that are not known meet nothing."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.personalization.conditions import (
    MAX_CONDITION_CHARS,
    MAX_DEPTH,
    Comparison,
    ConditionError,
    evaluate,
    names,
    parse,
)

FACTS = {
    "payback": Decimal(11),
    "pays_back": True,
    "total": Decimal(150_000),
    "discount": Decimal(0),
    "language": "uk",
    "country": "UA",
    "industry": "woodworking",
    "role": None,
    "told.hours_per_year": True,
    "answer.hours_per_year": Decimal(6200),
    "answer.shift": "two shifts",
    "answer.heat": False,
    "never": Decimal("Infinity"),
}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        ("payback <= 24", True),
        ("payback ≤ 10", False),
        ("payback >= 11", True),
        ("payback ≥ 11,5", False),
        ("payback != 11", False),
        ("payback <> 12", True),
        ("payback ≠ 12", True),
        ("payback == 11", True),
        ("payback < 11 or total > 100000", True),
        ("never > 1000", True),
        ("never <= 1000", False),
        ("pays_back", True),
        ("PAYS_BACK", True),
        ("not pays_back", False),
        ("discount", False),
        ("discount > 0", False),
        ("discount > -1", True),
        ("discount > −1", True),
        ("language = uk", True),
        ("language = UK", True),
        ("country = ua and language = uk", True),
        ("role = cfo", False),
        ("not role = cfo", True),
        ("role", False),
        ("unknown > 1", False),
        ("unknown < 1", False),
        ("told.hours_per_year", True),
        ("answer.hours_per_year > 6000", True),
        ("answer.hours_per_year = many", False),
        ('answer.shift = "two shifts"', True),
        ("answer.shift = «two shifts»", True),
        ("answer.heat = no", True),
        ("answer.heat", False),
        ("payback <= 24 and (industry = food or told.hours_per_year) and not discount > 0", True),
        ("not (pays_back and language = uk) or country = PL", False),
        ("pays_back or pays_back and language = ru", True),
        ("(((pays_back)))", True),
    ],
)
def test_a_condition_is_answered_from_the_facts(condition: str, expected: bool) -> None:
    assert evaluate(parse(condition), FACTS) is expected


@pytest.mark.parametrize(
    ("condition", "position"),
    [
        ("", 1),
        ("payback <=", 11),
        ("(payback", 9),
        ("payback total", 9),
        ("payback <= 24 )", 15),
        ("payback @ 24", 9),
        ("payback and", 12),
        ("or payback", 1),
        ("not", 4),
        ("payback = 5x", 11),
        ("payback = 'x", 11),
        ("24 < payback", 1),
        ("payback <= (24)", 12),
    ],
)
def test_a_condition_that_cannot_be_read_names_the_place(condition: str, position: int) -> None:
    with pytest.raises(ConditionError) as caught:
        parse(condition)
    assert caught.value.position == position


def test_a_condition_has_limits_of_length_and_depth() -> None:
    parse("(" * (MAX_DEPTH - 1) + "a" + ")" * (MAX_DEPTH - 1))
    with pytest.raises(ConditionError):
        parse("(" * MAX_DEPTH + "a" + ")" * MAX_DEPTH)
    with pytest.raises(ConditionError):
        parse("a" * (MAX_CONDITION_CHARS + 1))


def test_the_facts_that_a_condition_asks_for_are_listed() -> None:
    asked = names(parse("payback <= 24 and (industry = food or not told.hours)"))
    assert asked == {"payback", "industry", "told.hours"}


def test_a_word_by_itself_is_a_comparison_without_operator() -> None:
    assert parse("pays_back") == Comparison("pays_back")


@given(st.text(alphabet="ab()<>=! andornt.'\"«»0123456789,-", max_size=60))
def test_any_text_is_either_read_or_refused(text: str) -> None:
    refused_at = None
    try:
        assert evaluate(parse(text), {}) in {True, False}
    except ConditionError as error:
        refused_at = error.position
    assert refused_at is None or 1 <= refused_at <= len(text) + 1
