"""What if one answer were different."""

import re
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from app.catalog.answers import (
    WORKBOOK_LANGUAGE,
    Answered,
    AnswerValue,
    UnusableAnswerError,
    parse_value,
)
from app.catalog.model import Question, Scenario

HUNDRED = Decimal(100)

_CHANGE = re.compile(r"(?P<sign>[+\-−])\s*(?P<amount>\d+(?:[.,]\d+)?)\s*(?P<percent>%?)")


def change_answers(scenario: Scenario, answered: tuple[Answered, ...]) -> tuple[Answered, ...] | None:
    """All answers, with the scenario's one changed; None where there is nothing to change.

    "-20%" and "+10%" are of the answer itself (a percent answer of 10 becomes 8 or 11), "+5" and
    "-5" are added to it (days to a date), "=0" stands instead of it. Limits do not bind a «what if».
    """
    for place, entry in enumerate(answered):
        if entry.question.key == scenario.question:
            value = changed_value(entry.question, entry.value, scenario.change)
            if value is None:
                return None
            return (*answered[:place], replace(entry, value=value), *answered[place + 1 :])
    return None


def changed_value(question: Question, value: AnswerValue | None, change: str) -> AnswerValue | None:
    """The value after the change; None where the change does not fit it."""
    text = change.strip()
    if text.startswith("="):
        try:
            return parse_value(question, text[1:].strip(), WORKBOOK_LANGUAGE)
        except UnusableAnswerError:
            return None
    found = _CHANGE.fullmatch(text)
    if not found:
        return None
    amount = Decimal(found["amount"].replace(",", "."))
    if found["sign"] != "+":
        amount = -amount
    if isinstance(value, Decimal):
        return value * (1 + amount / HUNDRED) if found["percent"] else value + amount
    if isinstance(value, date) and not found["percent"]:
        return value + timedelta(days=int(amount))
    return None
