"""Checking a brief against its catalogue: every problem, with the nearest thing that exists."""

import re
from collections.abc import Iterator
from decimal import Decimal

from email_validator import EmailNotValidError, validate_email

from app.catalog.answers import read_answers
from app.catalog.model import Catalogue, Item, Question, RuleKind, in_language
from app.language.numbers import format_number
from app.language.translations import SUPPORTED
from app.personalization.taxonomy import match, nearest, nearest_term
from app.pricing.limits import WHOLE, maximum_discount
from app.problems import Problem
from app.proposals.brief import Brief
from app.proposals.defaults import currency_of, language_of
from app.proposals.problems import BriefProblem
from app.proposals.reading import read_brief
from app.recommendations.rules import selects

__all__ = ["check_brief", "conflicts", "missing_to_send", "read_brief", "still_to_ask"]

KEY = re.compile(r"[a-z][a-z0-9_-]*")


def check_brief(brief: Brief, catalogue: Catalogue, *, role: str | None = None) -> tuple[Problem, ...]:
    """Collect everything in the brief that the catalogue cannot serve.

    `role` is that of the person who makes the offer and decides how much discount is allowed; None
    checks only that the reason allows it.
    """
    return (
        *_language(brief),
        *_currency(brief, catalogue),
        *_contact_role(brief, catalogue),
        *_lines(brief, catalogue),
        *_discounts(brief, catalogue, role),
        *_answers(brief, catalogue),
    )


def missing_to_send(brief: Brief) -> tuple[Problem, ...]:
    """Collect what stands between a valid brief and Send: an address that mail can reach."""
    return tuple(_email(brief))


def still_to_ask(brief: Brief, catalogue: Catalogue) -> tuple[Problem, ...]:
    """Collect the required questions without an answer; their defaults serve until then."""
    return tuple(
        Problem(
            f"answers.{question.key}",
            BriefProblem.ANSWER_MISSING,
            {"question": _words_to_say(question, brief)},
        )
        for question in catalogue.questions
        if question.required and not brief.answers.get(question.key, "").strip()
    )


def conflicts(brief: Brief, catalogue: Catalogue, language: str) -> tuple[Problem, ...]:
    """Collect the pairs of lines that the workbook's rules keep apart, as warnings for the manager."""
    items = [catalogue.items[line.sku] for line in brief.lines if line.sku in catalogue.items]
    found = []
    for rule in (rule for rule in catalogue.rules if rule.kind is RuleKind.EXCLUDES):
        first = next((place for place, item in enumerate(items) if selects(rule.when, item)), None)
        second = next((place for place, item in enumerate(items) if selects(rule.then, item)), None)
        if first is not None and second is not None and items[first] is not items[second]:
            details = {
                "sku": items[first].sku,
                "other": items[second].sku,
                "reason": in_language(rule.reason, language),
            }
            found.append(Problem(f"lines[{second}].sku", BriefProblem.EXCLUDED, details))
    return tuple(found)


def _language(brief: Brief) -> Iterator[Problem]:
    language = language_of(brief)
    if language not in SUPPORTED:
        details = {
            "language": language,
            "known": ", ".join(SUPPORTED),
            "nearest": nearest(SUPPORTED, language) or SUPPORTED[0],
        }
        yield Problem("language", BriefProblem.UNKNOWN_LANGUAGE, details)


def _currency(brief: Brief, catalogue: Catalogue) -> Iterator[Problem]:
    currency = currency_of(brief, catalogue)
    known = (catalogue.currency, *catalogue.rates)
    if currency not in known:
        details = {"currency": currency, "nearest": nearest(known, currency) or catalogue.currency}
        yield Problem("currency", BriefProblem.UNKNOWN_CURRENCY, details)


def _contact_role(brief: Brief, catalogue: Catalogue) -> Iterator[Problem]:
    role = brief.contact.role
    if role and catalogue.roles and KEY.fullmatch(role) and not match(catalogue.roles, role):
        near = nearest_term(catalogue.roles, role) or catalogue.roles[0].key
        yield Problem("contact.role", BriefProblem.UNKNOWN_ROLE, {"role": role, "nearest": near})


def _lines(brief: Brief, catalogue: Catalogue) -> Iterator[Problem]:
    for number, line in enumerate(brief.lines):
        item = catalogue.items.get(line.sku)
        if item is None:
            yield _unknown_sku(f"lines[{number}].sku", line.sku, catalogue)
        elif line.quantity < item.minimum_quantity:
            yield Problem(f"lines[{number}].quantity", BriefProblem.MINIMUM_QUANTITY, _minimum(item, brief))


def _unknown_sku(place: str, sku: str, catalogue: Catalogue) -> Problem:
    near = nearest(catalogue.items, sku)
    if near is None:
        return Problem(place, BriefProblem.EMPTY_CATALOGUE, {"sku": sku})
    return Problem(place, BriefProblem.UNKNOWN_SKU, {"sku": sku, "nearest": near})


def _minimum(item: Item, brief: Brief) -> dict[str, str]:
    return {"sku": item.sku, "minimum": format_number(item.minimum_quantity, _written(brief))}


def _written(brief: Brief) -> str:
    language = language_of(brief)
    return language if language in SUPPORTED else SUPPORTED[0]


def _discounts(brief: Brief, catalogue: Catalogue, role: str | None) -> Iterator[Problem]:
    key = brief.discount.reason
    known = [reason.key for reason in catalogue.discounts]
    if key and key not in known:
        code = BriefProblem.UNKNOWN_REASON if known else BriefProblem.NO_REASONS
        yield Problem("discount.reason", code, {"reason": key, "nearest": nearest(known, key) or ""})
        return
    if brief.discount.percent and not key:
        code = BriefProblem.REASON_NEEDED if known else BriefProblem.NO_REASONS
        yield Problem("discount.reason", code, {"reason": "", "nearest": ""})
    given = [
        ("discount.percent", brief.discount.percent),
        *(
            (f"lines[{number}].discount_percent", line.discount_percent)
            for number, line in enumerate(brief.lines)
        ),
    ]
    wrong = [found for place, percent in given for found in _limits(place, percent, brief, catalogue, role)]
    yield from wrong or _together(brief, catalogue, role)


def _together(brief: Brief, catalogue: Catalogue, role: str | None) -> Iterator[Problem]:
    """Hold what a line's discount and the one on everything make together to the same limit."""
    limit = maximum_discount(catalogue.discounts, role=role, reason=brief.discount.reason)
    for number, line in enumerate(brief.lines):
        percent = WHOLE - (WHOLE - line.discount_percent) * (WHOLE - brief.discount.percent) / WHOLE
        if line.discount_percent and brief.discount.percent and percent > limit:
            details = {
                "percent": format_number(percent, _written(brief)),
                "maximum": format_number(limit, _written(brief)),
            }
            yield Problem(f"lines[{number}].discount_percent", BriefProblem.DISCOUNTS_TOGETHER, details)


def _limits(
    place: str, percent: Decimal, brief: Brief, catalogue: Catalogue, role: str | None
) -> Iterator[Problem]:
    """Say what a discount of nothing needs: nothing; any other keeps to its reason, then to the role."""
    if not percent:
        return
    reason = next((known for known in catalogue.discounts if known.key == brief.discount.reason), None)
    if reason and percent > reason.maximum_percent:
        details = {"maximum": format_number(reason.maximum_percent, _written(brief))}
        yield Problem(place, BriefProblem.TOO_MUCH_DISCOUNT, details)
        return
    if role is None:
        return
    maximum = maximum_discount(catalogue.discounts, role=role, reason=brief.discount.reason)
    if percent > maximum:
        details = {"maximum": format_number(maximum, _written(brief))}
        yield Problem(place, BriefProblem.DISCOUNT_NOT_YOURS, details)


def _answers(brief: Brief, catalogue: Catalogue) -> tuple[Problem, ...]:
    _, problems = read_answers(catalogue, brief.answers, _written(brief))
    return problems


def _email(brief: Brief) -> Iterator[Problem]:
    email = brief.contact.email
    if not email:
        yield Problem("contact.email", BriefProblem.EMAIL_MISSING)
        return
    try:
        validate_email(email, check_deliverability=False)
    except EmailNotValidError:
        yield Problem("contact.email", BriefProblem.EMAIL_INVALID, {"email": email})


def _words_to_say(question: Question, brief: Brief) -> str:
    return in_language(question.ask or question.label, _written(brief)) or question.key
