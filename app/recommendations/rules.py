"""What the workbook's rules say about the items of an offer."""

from collections.abc import Iterable, Iterator, Mapping

from app.catalog.model import Catalogue, Item, Rule, RuleKind

CATEGORY_PREFIX = "category:"


def selects(pattern: str, item: Item) -> bool:
    """Tell whether a rule's `When` or `Then` (a SKU or `category:Name`) means the item."""
    if pattern.casefold().startswith(CATEGORY_PREFIX):
        name = pattern[len(CATEGORY_PREFIX) :].strip().casefold()
        return name in {category.casefold() for category in item.category.values()}
    return pattern.strip().casefold() == item.sku.casefold()


def advised(catalogue: Catalogue, offered: Mapping[str, Item], kind: RuleKind) -> Iterator[tuple[Item, Rule]]:
    """Yield the items that rules of that kind add to the offer, in the order of the sheet.

    A rule whose `Then` is already met by the offer has nothing to add; of a category it names the
    cheapest item, which promises least.
    """
    for rule in catalogue.rules:
        if rule.kind is not kind or not any(selects(rule.when, item) for item in offered.values()):
            continue
        wanted = [item for item in catalogue.items.values() if selects(rule.then, item)]
        if wanted and not any(item.sku in offered for item in wanted):
            yield min(wanted, key=lambda item: (item.list_price, item.sku)), rule


def excluded(catalogue: Catalogue, offered: Iterable[Item], candidate: Item) -> bool:
    """Tell whether a rule keeps the candidate away from an item of the offer, in either direction."""
    rules = [rule for rule in catalogue.rules if rule.kind is RuleKind.EXCLUDES]
    return any(
        (selects(rule.when, item) and selects(rule.then, candidate))
        or (selects(rule.then, item) and selects(rule.when, candidate))
        for rule in rules
        for item in offered
    )
