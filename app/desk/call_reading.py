"""From the form to a brief: what can be understood, what is wrong and where, what is missing before Send."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _

from app.catalog.model import AnswerType, Catalogue, Question, in_language
from app.desk.call_forms import head_errors, valid_days
from app.desk.call_input import CallInput, TypedLine
from app.language.numbers import parse_decimal
from app.personalization.taxonomy import match
from app.problems import Problem, ProblemsError
from app.proposals.brief import MAX_LINES, Brief
from app.proposals.check import check_brief, missing_to_send
from app.proposals.problems import BriefProblem
from app.proposals.reading import read_brief

UNNAMED_COMPANY = "—"
NO_ITEM = [{"sku": "—"}]
LINE_PLACE = re.compile(r"lines\[(\d+)\](?:\.(\w+))?")
NUMERIC = frozenset({AnswerType.NUMBER, AnswerType.PERCENT, AnswerType.MONEY})


@dataclass(frozen=True, slots=True)
class Missing:
    """Something to fill in or to mend before Send: the field to go to, and what it is called."""

    field: str
    label: str


@dataclass(frozen=True, slots=True)
class Reading:
    """What the form says.

    `brief` is what could be understood, enough to calculate with; None while there is no line.
    `errors` are sentences by field id. `rows` names the form's row of each line of the brief.
    """

    brief: Brief | None
    errors: Mapping[str, str]
    missing: tuple[Missing, ...]
    rows: tuple[str, ...]
    named: bool

    @property
    def sendable(self) -> bool:
        """Whether nothing stands between this form and Send."""
        return self.brief is not None and not self.missing

    @property
    def drawable(self) -> bool:
        """Whether there is enough for the pages: a company and a line."""
        return self.brief is not None and self.named


def field_id(path: str) -> str:
    """The id of a field on the page from its place in the brief."""
    return path.replace(".", "-")


def read_call(typed: CallInput, catalogue: Catalogue, *, language: str, role: str, today: date) -> Reading:
    """Read the form in the page's language, for a person of that role."""
    errors = head_errors(typed, language=language, today=today)
    lines = [line for line in typed.lines if line.sku in catalogue.items]
    unknown = [line for line in typed.lines if line.sku not in catalogue.items]
    data = _as_brief(typed, catalogue, errors=errors, lines=lines, language=language, today=today)
    brief, problems = _understood(data)
    dropped = _dropped_lines(problems)
    kept = [line for index, line in enumerate(lines) if index not in dropped][:MAX_LINES]
    found = {field_id(path): text for path, text in errors.items()}
    _collect(found, problems, [line.row for line in lines])
    for line in unknown:
        found[f"line-{line.row}"] = _("The catalogue has no item “%(sku)s”. Remove the line.", sku=line.sku)
    if brief:
        checked = (*check_brief(brief, catalogue, role=role), *_email(brief, typed))
        told = (p for p in checked if not p.code.warning and (kept or not LINE_PLACE.match(p.place)))
        _collect(found, told, [line.row for line in kept])
    return Reading(
        brief=brief if kept else None,
        errors=found,
        missing=_missing(typed, catalogue, found, language),
        rows=tuple(line.row for line in kept),
        named=bool(typed["company.name"]) and "company-name" not in found,
    )


def _as_brief(
    typed: CallInput,
    catalogue: Catalogue,
    *,
    errors: Mapping[str, str],
    lines: Iterable[TypedLine],
    language: str,
    today: date,
) -> dict[str, Any]:
    def text(path: str) -> str | None:
        return None if path in errors else typed[path] or None

    return {
        "company": {
            "name": text("company.name") or UNNAMED_COMPANY,
            **{key: text(f"company.{key}") for key in ("industry", "tax_id", "city", "country")},
        },
        "contact": {
            "role": _role(text("contact.role"), catalogue),
            **{key: text(f"contact.{key}") for key in ("name", "email", "phone")},
        },
        "catalog": catalogue.key,
        "language": typed["language"] or language,
        "currency": typed["currency"] or None,
        "valid_days": None if "valid_days" in errors else valid_days(typed["valid_days"], today),
        "note": text("note") or "",
        "lines": [_line(line, language) for line in lines],
        "discount": {
            "percent": _number(text("discount.percent") or "0", language),
            "reason": text("discount.reason"),
        },
        "answers": _answers(typed, catalogue, language),
        "source": {"system": "form"},
    }


def _role(text: str | None, catalogue: Catalogue) -> str | None:
    """A role of the list, or a job title: people type «buyer» and mean the title, not a key."""
    return text if not text or match(catalogue.roles, text) else text[:1].upper() + text[1:]


def _line(line: TypedLine, language: str) -> dict[str, str]:
    return {
        "sku": line.sku,
        "quantity": _number(line.quantity, language),
        "discount_percent": _number(line.discount_percent or "0", language),
    }


def _answers(typed: CallInput, catalogue: Catalogue, language: str) -> dict[str, str]:
    """Answers to this catalogue's questions; numbers lose the page's language."""
    given = ((question, typed.answers.get(question.key, "")) for question in catalogue.questions)
    return {
        question.key: _number(text, language) if question.type in NUMERIC else text
        for question, text in given
        if text
    }


def _number(text: str, language: str) -> str:
    """The number as every language reads it, or the text as it is: reading the brief will refuse it."""
    try:
        return f"{parse_decimal(text, language):f}"
    except ValueError:
        return text


def _understood(data: dict[str, Any]) -> tuple[Brief | None, tuple[Problem, ...]]:
    """The brief without the parts that make it invalid, and what was wrong with them.

    Where no line remains, one that is no item stands in, so that all else can be checked.
    """
    try:
        return read_brief({**data, "lines": data["lines"] or NO_ITEM}), ()
    except ProblemsError as error:
        problems = error.problems
    for part, _point, key in (problem.place.partition(".") for problem in problems):
        if not part.startswith("lines"):
            (data.get(part) or {}).pop(key, None) if key else data.pop(part, None)
    dropped = _dropped_lines(problems)
    lines = [line for index, line in enumerate(data["lines"]) if index not in dropped]
    try:
        return read_brief({**data, "lines": lines[:MAX_LINES] or NO_ITEM}), problems
    except ProblemsError:
        return None, problems


def _dropped_lines(problems: Iterable[Problem]) -> set[int]:
    return {int(place[1]) for problem in problems if (place := LINE_PLACE.match(problem.place))}


def _email(brief: Brief, typed: CallInput) -> tuple[Problem, ...]:
    """A wrong address; a missing one is told by the list of what is missing."""
    return missing_to_send(brief) if typed["contact.email"] else ()


def _collect(errors: dict[str, str], problems: Iterable[Problem], rows: list[str]) -> None:
    for problem in problems:
        place = LINE_PLACE.match(problem.place)
        if problem.code is BriefProblem.NO_LINES:
            continue  # told by the list of what is missing, or by the lines that were left out
        key = f"line-{rows[int(place[1])]}" if place else field_id(problem.place)
        text = problem.explain(_)
        errors[key] = f"{errors[key]} {text}" if key in errors and text not in errors[key] else text


def _missing(
    typed: CallInput, catalogue: Catalogue, errors: Mapping[str, str], language: str
) -> tuple[Missing, ...]:
    missing = [Missing(field_id(path), label) for path, label in _needed() if not typed[path]]
    missing += [
        Missing(field_id(f"answers.{question.key}"), in_language(question.label, language))
        for question in catalogue.questions
        if question.required and question.default is None and not typed.answers.get(question.key)
    ]
    if not typed.lines:
        missing.append(Missing("item-search", _("items")))
    named = {item.field for item in missing}
    wrong = sorted((key for key in errors if key not in named), key=_late_on_the_page)
    return (*missing, *(Missing(_focus(key), _label(key, catalogue, language)) for key in wrong))


def _needed() -> tuple[tuple[str, str], ...]:
    return (("company.name", _("company")), ("contact.email", _("e-mail")))


def _late_on_the_page(key: str) -> bool:
    return key.startswith(("line", "discount"))


def _focus(key: str) -> str:
    return f"{key}-quantity" if key.startswith("line-") else key


def _label(key: str, catalogue: Catalogue, language: str) -> str:
    """What the field with that id is called in the list of what to mend."""
    if key.startswith("line-"):
        return _("a line of the items")
    question = _question(key, catalogue)
    if question:
        return in_language(question.label, language)
    return {
        "company-name": _("company"),
        "contact-email": _("e-mail"),
        "contact-role": _("role"),
        "valid_days": _("valid until"),
        "discount-percent": _("discount"),
        "discount-reason": _("reason for the discount"),
        "note": _("note"),
        "language": _("language"),
        "currency": _("currency"),
    }.get(key, _("a marked field"))


def _question(key: str, catalogue: Catalogue) -> Question | None:
    return next((q for q in catalogue.questions if key == field_id(f"answers.{q.key}")), None)
