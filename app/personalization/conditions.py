"""Conditions of content blocks: a small, safe language, read into a tree and asked about facts.

payback <= 24 and (industry = woodworking or told.hours_per_year) and not discount > 0
"""

import operator as compare
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

MAX_CONDITION_CHARS = 500
MAX_DEPTH = 20

Fact = Decimal | str | bool | None
Facts = Mapping[str, Fact]

TOKEN = re.compile(
    r"""\s*(?:
        (?P<operator><=|>=|!=|<>|==|≤|≥|≠|=|<|>)
      | (?P<bracket>[()])
      | (?P<number>[-−+]?\d+(?:[.,]\d+)?(?![\w.]))
      | (?P<quoted>"[^"]*"|'[^']*'|«[^»]*»|“[^”]*”)
      | (?P<word>[^\W\d][\w-]*(?:\.[\w-]+)*)
    )""",
    re.VERBOSE,
)
SPELLINGS = {"≤": "<=", "≥": ">=", "≠": "!=", "<>": "!=", "==": "="}
COMPARE: dict[str, Callable[[Any, Any], Any]] = {
    "=": compare.eq,
    "!=": compare.ne,
    "<": compare.lt,
    "<=": compare.le,
    ">": compare.gt,
    ">=": compare.ge,
}
KEYWORDS = frozenset({"and", "or", "not"})


class ConditionError(ValueError):
    """A condition that cannot be read; `position` counts characters from 1."""

    def __init__(self, position: int, near: str) -> None:
        self.position = position
        self.near = near
        super().__init__(f"character {position}: {near!r}")


@dataclass(frozen=True, slots=True)
class Comparison:
    """A fact by itself (`operator` is empty) or compared with a value."""

    name: str
    operator: str = ""
    value: Decimal | str = ""


@dataclass(frozen=True, slots=True)
class Not:
    """The opposite."""

    part: "Condition"


@dataclass(frozen=True, slots=True)
class Every:
    """All of the parts."""

    parts: tuple["Condition", ...]


@dataclass(frozen=True, slots=True)
class Some:
    """At least one of the parts."""

    parts: tuple["Condition", ...]


Condition = Comparison | Not | Every | Some


def parse(text: str) -> Condition:
    """Read a condition. Raises ConditionError with the place of what cannot be read."""
    if len(text) > MAX_CONDITION_CHARS:
        raise ConditionError(MAX_CONDITION_CHARS, text[MAX_CONDITION_CHARS - 1 :][:20])
    return _Reader(text).whole()


def evaluate(condition: Condition, facts: Facts) -> bool:
    """Tell whether the facts meet the condition. A fact that is not known meets no comparison."""
    match condition:
        case Every(parts):
            return all(evaluate(part, facts) for part in parts)
        case Some(parts):
            return any(evaluate(part, facts) for part in parts)
        case Not(part):
            return not evaluate(part, facts)
        case Comparison(name, operator, value):
            return _holds(facts.get(name), operator, value)


def names(condition: Condition) -> frozenset[str]:
    """List the facts that the condition asks about."""
    match condition:
        case Every(parts) | Some(parts):
            return frozenset().union(*map(names, parts))
        case Not(part):
            return names(part)
        case Comparison(name):
            return frozenset({name})


def _holds(fact: Fact, operator: str, value: Decimal | str) -> bool:
    if fact is None:
        return False
    if not operator:
        return fact not in {False, "", Decimal(0)}
    if isinstance(fact, bool):
        fact = "yes" if fact else "no"
    if isinstance(fact, Decimal):
        return isinstance(value, Decimal) and bool(COMPARE[operator](fact, value))
    return bool(COMPARE[operator](fact.casefold(), str(value).casefold()))


class _Reader:
    """Recursive descent over the tokens: or, and, not, brackets, comparison."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 0
        self.depth = 0
        self._advance()

    def whole(self) -> Condition:
        condition = self._some()
        if self.kind:
            raise self._error()
        return condition

    def _some(self) -> Condition:
        parts = [self._every()]
        while self._takes("or"):
            parts.append(self._every())
        return parts[0] if len(parts) == 1 else Some(tuple(parts))

    def _every(self) -> Condition:
        parts = [self._one()]
        while self._takes("and"):
            parts.append(self._one())
        return parts[0] if len(parts) == 1 else Every(tuple(parts))

    def _one(self) -> Condition:
        self.depth += 1
        if self.depth > MAX_DEPTH:
            raise self._error()
        try:
            if self._takes("not"):
                return Not(self._one())
            if self._takes("("):
                inner = self._some()
                if not self._takes(")"):
                    raise self._error()
                return inner
            return self._comparison()
        finally:
            self.depth -= 1

    def _comparison(self) -> Condition:
        if self.kind != "word" or self.token.casefold() in KEYWORDS:
            raise self._error()
        name = self._taken().casefold()
        if self.kind != "operator":
            return Comparison(name)
        operator = self._taken()
        operator = SPELLINGS.get(operator, operator)
        if self.kind == "number":
            return Comparison(name, operator, Decimal(self._taken().replace(",", ".").replace("−", "-")))
        if self.kind == "quoted":
            return Comparison(name, operator, self._taken()[1:-1])
        if self.kind == "word":
            return Comparison(name, operator, self._taken())
        raise self._error()

    def _takes(self, token: str) -> bool:
        if self.kind not in {"word", "bracket"} or self.token.casefold() != token:
            return False
        self._advance()
        return True

    def _taken(self) -> str:
        token = self.token
        self._advance()
        return token

    def _advance(self) -> None:
        found = TOKEN.match(self.text, self.at)
        if found:
            self.start, self.at = found.start(found.lastgroup or 0), found.end()
            self.kind, self.token = found.lastgroup or "", found[found.lastgroup or 0]
            return
        self.start = len(self.text) - len(self.text[self.at :].lstrip())
        self.kind = self.token = ""
        if self.start < len(self.text):
            raise self._error()

    def _error(self) -> ConditionError:
        return ConditionError(self.start + 1, self.text[self.start :][:20])
