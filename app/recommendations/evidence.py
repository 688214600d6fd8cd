"""A recommendation and the counts that its reason rests on."""

from dataclasses import dataclass
from enum import StrEnum

from app.catalog.model import Item, Rule


class EvidenceKind(StrEnum):
    """What speaks for an item, strongest first."""

    REQUIRED = "required"
    RULE = "rule"
    TOGETHER_IN_INDUSTRY = "together_in_industry"
    TOGETHER = "together"
    INDUSTRY = "industry"
    POPULAR = "popular"
    FOR_INDUSTRY = "for_industry"
    CATEGORY = "category"
    SAME_CATEGORY = "same_category"


@dataclass(frozen=True, slots=True)
class Evidence:
    """`taken` of `of` past orders (accepted offers) hold the item; the other fields say which orders.

    `with_sku`: only orders that hold that item, too. `industry`: only orders of that industry.
    `rule`: the workbook's rule behind it. Counts of 0 mean that no history was used.
    """

    kind: EvidenceKind
    taken: int = 0
    of: int = 0
    with_sku: str | None = None
    industry: str | None = None
    rule: Rule | None = None


@dataclass(frozen=True, slots=True)
class Recommendation:
    """A further item for this lead; `app.recommendations.reasons` puts the evidence into words."""

    item: Item
    evidence: Evidence
