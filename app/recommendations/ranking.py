"""Which further items to offer, strongest evidence first; the same input gives the same answer."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from app.catalog.model import Catalogue, Item, RuleKind
from app.leads.basket import Outcome, PastBasket
from app.recommendations.evidence import Evidence, EvidenceKind, Recommendation
from app.recommendations.rules import advised, excluded
from app.recommendations.together import chosen_most, together

DEFAULT_LIMIT = 3
LEADING_RULES = 2
Candidate = tuple[Item, Evidence]


def recommend(
    catalogue: Catalogue,
    skus: Iterable[str],
    baskets: Sequence[PastBasket],
    industry: str | None,
    *,
    limit: int = DEFAULT_LIMIT,
) -> tuple[Recommendation, ...]:
    """Name further items for an offer of those SKUs to a company of that industry (a key or None).

    In turn: what a rule requires; two that a rule recommends, those that past orders confirm first;
    what past orders held together with these items (in the industry, then everywhere); further rules;
    what the industry and then everybody ordered most; and, where history has nothing to say, items
    that the catalogue names for the industry, then others that complete the offer. What is of a
    category already offered comes after the rest: it would rather replace an item than go with it.
    Never an item of the offer, nor one that a rule keeps away from it or from a better recommendation.
    """
    offered = {sku: catalogue.items[sku] for sku in skus if sku in catalogue.items}
    chosen: dict[str, Recommendation] = {}
    for item, evidence in _candidates(catalogue, offered, baskets, industry):
        if len(chosen) == limit:
            break
        around = (*offered.values(), *(recommendation.item for recommendation in chosen.values()))
        if item.sku not in offered and item.sku not in chosen and not excluded(catalogue, around, item):
            chosen[item.sku] = Recommendation(item, evidence)
    return tuple(chosen.values())


def _candidates(
    catalogue: Catalogue, offered: dict[str, Item], baskets: Sequence[PastBasket], industry: str | None
) -> Iterator[Candidate]:
    orders = [basket for basket in baskets if basket.outcome is Outcome.WON]
    beside = [
        (catalogue.items[sku], evidence)
        for sku, evidence in together(orders, frozenset(offered), industry)
        if sku in catalogue.items
    ]
    required = _by_rules(catalogue, offered, beside, RuleKind.REQUIRES)
    advised_by_rules = sorted(
        _by_rules(catalogue, offered, beside, RuleKind.RECOMMEND), key=lambda hit: not hit[1].taken
    )
    categories = {_category(item) for item in offered.values()}
    further = [hit for hit in beside if _category(hit[0]) not in categories]
    yield from required
    yield from advised_by_rules[:LEADING_RULES]
    yield from further
    yield from advised_by_rules
    popular = [
        (catalogue.items[sku], evidence)
        for sku, evidence in chosen_most(orders, industry)
        if sku in catalogue.items
    ]
    yield from (hit for hit in popular if _category(hit[0]) not in categories)
    yield from _completing(catalogue, categories, industry)
    yield from beside
    yield from popular
    yield from ((item, Evidence(EvidenceKind.SAME_CATEGORY)) for item in _cheapest_first(catalogue))


def _by_rules(
    catalogue: Catalogue, offered: dict[str, Item], beside: Sequence[Candidate], rule_kind: RuleKind
) -> list[Candidate]:
    """List what rules add, with the counts of past orders where these agree."""
    kind = EvidenceKind.REQUIRED if rule_kind is RuleKind.REQUIRES else EvidenceKind.RULE
    counted = {item.sku: evidence for item, evidence in reversed(beside)}
    return [
        (item, replace(counted.get(item.sku, Evidence(kind)), kind=kind, rule=rule))
        for item, rule in advised(catalogue, offered, rule_kind)
    ]


def _completing(catalogue: Catalogue, categories: set[str], industry: str | None) -> Iterator[Candidate]:
    """Yield the least expensive item of each category that the offer leaves out.

    First those that the catalogue names for the industry; those it names for others only, never.
    """
    seen = set(categories)
    items = _cheapest_first(catalogue)
    for item in (item for item in items if industry and industry in item.industries):
        if _category(item) not in seen:
            seen.add(_category(item))
            yield item, Evidence(EvidenceKind.FOR_INDUSTRY, industry=industry)
    for item in (item for item in items if not item.industries):
        if _category(item) not in seen:
            seen.add(_category(item))
            yield item, Evidence(EvidenceKind.CATEGORY)


def _cheapest_first(catalogue: Catalogue) -> list[Item]:
    return sorted(catalogue.items.values(), key=lambda item: (item.list_price, item.sku))


def _category(item: Item) -> str:
    return next(iter(item.category.values()), "")
