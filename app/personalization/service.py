"""Checking a workbook's texts before they are published."""

from collections.abc import Iterable, Iterator

from app.catalog.model import Catalogue, ContentBlock, Term
from app.language.translations import SUPPORTED
from app.personalization import placeholders
from app.personalization.conditions import ConditionError, names, parse
from app.personalization.content import ANY_LANGUAGE, Slot
from app.personalization.problems import ContentProblem
from app.personalization.taxonomy import nearest
from app.problems import Problem, ProblemCode

PLACEHOLDERS = (
    "company", "city", "contact.name", "contact.first_name", "industry", "role", "note", "main_item", "lines",
    "total", "discount", "valid_until", "payback", "payback_month", "payback_month_in", "roi", "npv", "irr",
    "saving_year", "saving_month", "manager.name", "manager.phone", "brand", "number",
)  # fmt: skip
FACTS = ("payback", "pays_back", "total", "lines", "discount", "language", "country", "industry", "role")


def check_content(catalogue: Catalogue) -> tuple[Problem, ...]:
    """Collect what keeps texts from ever showing: unknown slots, keys, facts, placeholders, braces."""
    return tuple(problem for block in catalogue.content for problem in _check(block, catalogue))


def known_placeholders(catalogue: Catalogue) -> tuple[str, ...]:
    """List every placeholder that texts of this catalogue may use."""
    return (
        *PLACEHOLDERS,
        *(f"answer.{question.key}" for question in catalogue.questions),
        *(f"result.{result.key}" for result in catalogue.results),
    )


def known_facts(catalogue: Catalogue) -> tuple[str, ...]:
    """List every fact that conditions of this catalogue may ask about."""
    return (
        *FACTS,
        *(f"told.{question.key}" for question in catalogue.questions),
        *(f"answer.{question.key}" for question in catalogue.questions),
        *(f"result.{result.key}" for result in catalogue.results),
    )


def _check(block: ContentBlock, catalogue: Catalogue) -> Iterator[Problem]:
    place = f"Content!{block.row}"
    if block.slot not in set(Slot):
        details = {"slot": block.slot, "nearest": nearest(list(Slot), block.slot) or ""}
        yield Problem(place, ContentProblem.UNKNOWN_SLOT, details)
    if block.language not in {*SUPPORTED, ANY_LANGUAGE}:
        details = {"language": block.language, "known": ", ".join(SUPPORTED)}
        yield Problem(place, ContentProblem.UNKNOWN_LANGUAGE, details)
    yield from _key(place, ContentProblem.UNKNOWN_INDUSTRY, block.industry, catalogue.industries)
    yield from _key(place, ContentProblem.UNKNOWN_ROLE, block.role, catalogue.roles)
    yield from _condition(place, block.condition, known_facts(catalogue))
    yield from _text(place, block.text, known_placeholders(catalogue))


def _key(place: str, code: ProblemCode, key: str, terms: Iterable[Term]) -> Iterator[Problem]:
    known = [term.key for term in terms]
    if key and key not in known:
        yield Problem(place, code, {"key": key, "nearest": nearest(known, key) or ""})


def _condition(place: str, text: str, facts: tuple[str, ...]) -> Iterator[Problem]:
    if not text.strip():
        return
    try:
        condition = parse(text)
    except ConditionError as error:
        details = {"position": str(error.position), "near": error.near}
        yield Problem(place, ContentProblem.CONDITION, details)
        return
    known = {fact.casefold() for fact in facts}
    for name in sorted(names(condition) - known):
        details = {"name": name, "nearest": nearest(facts, name) or ""}
        yield Problem(place, ContentProblem.UNKNOWN_FACT, details)


def _text(place: str, text: str, known: tuple[str, ...]) -> Iterator[Problem]:
    spelled = {name.casefold() for name in known}
    for name in placeholders.names(text):
        if name.casefold() not in spelled:
            details = {"name": name, "nearest": nearest(known, name) or ""}
            yield Problem(place, ContentProblem.UNKNOWN_PLACEHOLDER, details)
    if placeholders.has_stray_brace(text):
        yield Problem(place, ContentProblem.STRAY_BRACE)
