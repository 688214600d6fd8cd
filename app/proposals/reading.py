"""Reading a brief as any door hands it over: a mapping of JSON values."""

import unicodedata
from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from app.personalization.taxonomy import nearest
from app.problems import Problem, ProblemsError
from app.proposals.brief import Brief, BriefDiscount, BriefLine, Company, Contact, Source
from app.proposals.problems import BriefProblem

MAX_SHOWN_CHARS = 60
PARTS: dict[str, type[BaseModel]] = {
    "company": Company,
    "contact": Contact,
    "lines": BriefLine,
    "discount": BriefDiscount,
    "source": Source,
}
CODES = {
    "missing": BriefProblem.REQUIRED,
    "string_too_short": BriefProblem.REQUIRED,
    "string_too_long": BriefProblem.TOO_LONG,
    "decimal_parsing": BriefProblem.NOT_A_NUMBER,
    "decimal_type": BriefProblem.NOT_A_NUMBER,
    "finite_number": BriefProblem.NOT_A_NUMBER,
    "int_parsing": BriefProblem.NOT_A_NUMBER,
    "int_type": BriefProblem.NOT_A_NUMBER,
    "int_from_float": BriefProblem.NOT_A_NUMBER,
    "greater_than": BriefProblem.TOO_SMALL,
    "greater_than_equal": BriefProblem.BELOW,
    "less_than_equal": BriefProblem.TOO_LARGE,
    "decimal_max_places": BriefProblem.TOO_PRECISE,
    "decimal_max_digits": BriefProblem.TOO_LARGE,
    "extra_forbidden": BriefProblem.UNKNOWN_KEY,
    "too_short": BriefProblem.NO_LINES,
    "too_long": BriefProblem.TOO_MANY_LINES,
}
LIMITS = ("gt", "ge", "le", "max_length", "decimal_places", "max_digits")


def read_brief(data: object) -> Brief:
    """Turn JSON values into a brief.

    What is null or left out takes its default; control characters are dropped; answers may be
    numbers or booleans. Raises ProblemsError with every problem, each at its field.
    """
    if not isinstance(data, Mapping):
        raise ProblemsError((Problem("", BriefProblem.NOT_A_BRIEF),))
    cleaned = _cleaned(data)
    if isinstance(cleaned.get("answers"), dict):
        cleaned["answers"] = {str(key): _answer(value) for key, value in cleaned["answers"].items()}
    try:
        return Brief.model_validate(cleaned)
    except ValidationError as error:
        raise ProblemsError(tuple(_problem(detail) for detail in _mendable(error.errors()))) from None


def _cleaned(value: Any) -> Any:
    if isinstance(value, Mapping):
        return {str(key): _cleaned(part) for key, part in value.items() if part is not None}
    if isinstance(value, list | tuple):
        return [_cleaned(part) for part in value]
    if isinstance(value, str):
        text = unicodedata.normalize("NFC", value)
        return "".join(
            char for char in text if char in "\n\t" or unicodedata.category(char) not in {"Cc", "Cs"}
        )
    return value


def _answer(value: object) -> str:
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _mendable(details: list[ErrorDetails]) -> list[ErrorDetails]:
    """Leave out that a list is too short where its entries are what is wrong."""
    lists = {detail["loc"][:1] for detail in details if len(detail["loc"]) > 1}
    return [detail for detail in details if detail["type"] != "too_short" or detail["loc"] not in lists]


def _problem(detail: ErrorDetails) -> Problem:
    place = _place(detail["loc"])
    code = CODES.get(detail["type"], BriefProblem.UNUSABLE)
    context = detail.get("ctx", {})
    limit = next((str(context[name]) for name in LIMITS if name in context), "")
    shown = str(detail["input"])[:MAX_SHOWN_CHARS]
    key = str(detail["loc"][-1])[:MAX_SHOWN_CHARS] if detail["loc"] else ""
    known = _known_keys(detail["loc"])
    return Problem(
        place, code, {"value": shown, "limit": limit, "key": key, "nearest": nearest(known, key) or known[0]}
    )


def _place(path: tuple[int | str, ...]) -> str:
    """Write the path as people read it: `lines[2].sku`."""
    place = ""
    for step in path:
        place += f"[{step}]" if isinstance(step, int) else f".{step}" if place else str(step)
    return place


def _known_keys(path: tuple[int | str, ...]) -> tuple[str, ...]:
    part: type[BaseModel] = Brief
    if len(path) > 1:
        part = PARTS.get(str(path[0]), Brief)
    return tuple(part.model_fields)
