"""What past offers say: which items went together, which were chosen most."""

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from app.leads.basket import PastBasket
from app.recommendations.evidence import Evidence, EvidenceKind

MIN_BASKETS = 5
"""Fewer offers than that prove nothing."""
MIN_TAKEN = 3
MIN_CONFIDENCE = Decimal("0.25")
MIN_LIFT = Decimal("1.1")
"""An item that everybody takes anyway says nothing about these items."""


def together(
    baskets: Sequence[PastBasket], skus: frozenset[str], industry: str | None
) -> Iterator[tuple[str, Evidence]]:
    """Yield what went with each of the items, first within the industry, then everywhere."""
    if industry:
        own = [basket for basket in baskets if basket.industry == industry]
        evidence = Evidence(EvidenceKind.TOGETHER_IN_INDUSTRY, industry=industry)
        yield from _together(own, skus, evidence, everybody=baskets)
    yield from _together(baskets, skus, Evidence(EvidenceKind.TOGETHER), everybody=baskets)


def chosen_most(baskets: Sequence[PastBasket], industry: str | None) -> Iterator[tuple[str, Evidence]]:
    """Yield what was chosen most often, first by the industry, then by everybody."""
    if industry:
        own = [basket for basket in baskets if basket.industry == industry]
        yield from _chosen(own, EvidenceKind.INDUSTRY, industry)
    yield from _chosen(baskets, EvidenceKind.POPULAR, None)


def _together(
    baskets: Sequence[PastBasket],
    skus: frozenset[str],
    evidence: Evidence,
    *,
    everybody: Sequence[PastBasket],
) -> Iterator[tuple[str, Evidence]]:
    overall = _counts(everybody)
    found = []
    for sku, beside in _beside(baskets, skus).items():
        of = beside[sku]
        for other, taken in beside.items():
            lift = Decimal(taken * len(everybody)) / (of * overall[other])
            strong = taken >= MIN_TAKEN and taken >= MIN_CONFIDENCE * of and lift >= MIN_LIFT
            if of >= MIN_BASKETS and strong and other not in skus:
                counted = replace(evidence, taken=taken, of=of, with_sku=sku)
                found.append((-Decimal(taken) / of, -taken, other, sku, counted))
    yield from ((hit[2], hit[4]) for hit in sorted(found, key=lambda hit: hit[:4]))


def _beside(baskets: Sequence[PastBasket], skus: frozenset[str]) -> dict[str, Counter[str]]:
    """Count, for each of the SKUs, what stood in the same offers."""
    beside: dict[str, Counter[str]] = {}
    for basket in baskets:
        for sku in basket.skus & skus:
            beside.setdefault(sku, Counter()).update(basket.skus)
    return beside


def _chosen(
    baskets: Sequence[PastBasket], kind: EvidenceKind, industry: str | None
) -> Iterator[tuple[str, Evidence]]:
    if len(baskets) < MIN_BASKETS:
        return
    for sku, taken in sorted(_counts(baskets).items(), key=lambda hit: (-hit[1], hit[0])):
        if taken >= MIN_TAKEN:
            yield sku, Evidence(kind, taken=taken, of=len(baskets), industry=industry)


def _counts(baskets: Sequence[PastBasket]) -> Counter[str]:
    return Counter(sku for basket in baskets for sku in basket.skus)
