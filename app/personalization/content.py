"""Choosing the text for a slot: the block that fits this lead best and can be filled."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.catalog.model import Catalogue, ContentBlock
from app.personalization.conditions import ConditionError, Facts, evaluate, parse
from app.personalization.placeholders import fill, has_stray_brace

ANY_LANGUAGE = ""


class Slot(StrEnum):
    """The places of the document that texts are written for."""

    COVER_HEADING = "cover.heading"
    COVER_LEAD = "cover.lead"
    COVER_LETTER = "cover.letter"
    SOLUTION_HEADING = "solution.heading"
    SOLUTION_LEAD = "solution.lead"
    SOLUTION_REASON = "solution.reason"
    ECONOMICS_HEADING = "economics.heading"
    ECONOMICS_LEAD = "economics.lead"
    ECONOMICS_BENEFITS = "economics.benefits"
    NEXT_HEADING = "next.heading"
    NEXT_LEAD = "next.lead"
    NEXT_ACCEPT = "next.accept"
    LEGAL = "legal"
    MAIL_SUBJECT = "mail.subject"
    MAIL_PREHEADER = "mail.preheader"
    MAIL_LETTER = "mail.letter"


@dataclass(frozen=True, slots=True)
class Context:
    """For whom a text is chosen: keys of industry and role, facts for conditions, values to put in."""

    language: str
    industry: str | None = None
    role: str | None = None
    facts: Facts = field(default_factory=dict)
    values: Mapping[str, str] = field(default_factory=dict)


def choose(
    catalogue: Catalogue,
    slot: str,
    context: Context,
    *,
    max_chars: int | None = None,
    only_conditioned: bool = False,
) -> str | None:
    """Choose and fill the best text for the slot, or None when the workbook has none that fits.

    Industry and role, then role, then industry, then neither; among equals a block with a condition
    that holds before one without, then the upper row. A block that cannot be filled is passed over;
    so is one longer than `max_chars` as long as a shorter one follows. `only_conditioned` takes none
    that would say the same whatever the facts are.
    """
    texts = list(filled(catalogue, slot, context, only_conditioned=only_conditioned))
    if max_chars is None or not texts:
        return texts[0] if texts else None
    return next((text for text in texts if len(text) <= max_chars), min(texts, key=len))


def filled(
    catalogue: Catalogue, slot: str, context: Context, *, only_conditioned: bool = False
) -> Iterator[str]:
    """Yield every text for the slot that fits and can be filled, best first."""
    blocks = [
        block
        for block in catalogue.content
        if block.slot == slot and _fits(block, context) and (block.condition.strip() or not only_conditioned)
    ]
    for block in sorted(blocks, key=_order):
        text = fill(block.text, context.values)
        if text and text.strip() and not has_stray_brace(block.text):
            yield text.strip()


def _fits(block: ContentBlock, context: Context) -> bool:
    return (
        bool(block.text.strip())
        and block.language in {context.language, ANY_LANGUAGE}
        and block.industry in {"", context.industry}
        and block.role in {"", context.role}
        and _condition_holds(block.condition, context.facts)
    )


def _condition_holds(condition: str, facts: Facts) -> bool:
    if not condition.strip():
        return True
    try:
        return evaluate(parse(condition), facts)
    except ConditionError:
        # Import refuses such a condition; a block whose condition cannot be read speaks to nobody.
        return False


def _order(block: ContentBlock) -> tuple[bool, bool, bool, bool, int]:
    return (
        not block.role,
        not block.industry,
        not block.condition.strip(),
        block.language == ANY_LANGUAGE,
        block.row,
    )
