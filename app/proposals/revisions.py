"""What a new revision changes against the one before, in words of the document itself. Pure."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from app.problems import N_
from app.proposals.document import Document, Line, TotalKind

MAX_CHANGES = 50


class ChangeKind(StrEnum):
    """What differs between two revisions."""

    LINE_ADDED = "line_added"
    LINE_REMOVED = "line_removed"
    QUANTITY = "quantity"
    PRICE = "price"
    LINE_DISCOUNT = "line_discount"
    DISCOUNT = "discount"
    TOTAL = "total"
    CURRENCY = "currency"
    VALIDITY = "validity"
    CONTACT = "contact"
    LANGUAGE = "language"
    TEXTS = "texts"


TEXTS: Mapping[ChangeKind, str] = {
    ChangeKind.LINE_ADDED: N_("Added: {what}, {after}"),
    ChangeKind.LINE_REMOVED: N_("Removed: {what}, {before}"),
    ChangeKind.QUANTITY: N_("{what}: quantity {before} → {after}"),
    ChangeKind.PRICE: N_("{what}: price {before} → {after}"),
    ChangeKind.LINE_DISCOUNT: N_("{what}: discount {before} → {after}"),
    ChangeKind.DISCOUNT: N_("Discount on the proposal: {before} → {after}"),
    ChangeKind.TOTAL: N_("Total: {before} → {after}"),
    ChangeKind.CURRENCY: N_("Currency: {before} → {after}"),
    ChangeKind.VALIDITY: N_("Valid until: {before} → {after}"),
    ChangeKind.CONTACT: N_("Contact: {before} → {after}"),
    ChangeKind.LANGUAGE: N_("Language: {before} → {after}"),
    ChangeKind.TEXTS: N_("Texts"),
}
NOTHING = "—"


@dataclass(frozen=True, slots=True)
class Change:
    """One difference. `what` names the item; `before` and `after` are texts as the pages show them."""

    kind: ChangeKind
    what: str = ""
    before: str = NOTHING
    after: str = NOTHING

    def explain(self, translate: Callable[[str], str]) -> str:
        """The change as one line in the reader's language."""
        return translate(TEXTS[self.kind]).format(what=self.what, before=self.before, after=self.after)

    def as_json(self) -> dict[str, str]:
        """The change as the database keeps it."""
        return {"kind": self.kind.value, "what": self.what, "before": self.before, "after": self.after}

    @classmethod
    def from_json(cls, stored: Mapping[str, str]) -> "Change":
        """The change that was kept."""
        return cls(ChangeKind(stored["kind"]), stored["what"], stored["before"], stored["after"])


def changes(before: Document, after: Document) -> tuple[Change, ...]:
    """Every difference that a reader would notice, lines first."""
    found = [*_lines(before, after), *_terms(before, after)]
    if not found and before.content_hash != after.content_hash:
        found.append(Change(ChangeKind.TEXTS))
    return tuple(found[:MAX_CHANGES])


def _lines(before: Document, after: Document) -> Iterator[Change]:
    old, new = _by_item(before), _by_item(after)
    for key, line in new.items():
        if key in old:
            yield from _line(old[key], line)
        else:
            yield Change(ChangeKind.LINE_ADDED, line.name, after=line.sum.text)
    for key, line in old.items():
        if key not in new:
            yield Change(ChangeKind.LINE_REMOVED, line.name, before=line.sum.text)


def _by_item(document: Document) -> dict[tuple[str, int], Line]:
    """Lines by item; the same item twice is told apart by which time it comes."""
    lines: dict[tuple[str, int], Line] = {}
    for line in document.solution.lines:
        times = 0
        while (line.sku, times) in lines:
            times += 1
        lines[line.sku, times] = line
    return lines


def _line(old: Line, new: Line) -> Iterator[Change]:
    if old.quantity.value != new.quantity.value:
        yield Change(ChangeKind.QUANTITY, new.name, old.quantity.text, new.quantity.text)
    if old.price.value != new.price.value:
        yield Change(ChangeKind.PRICE, new.name, old.price.text, new.price.text)
    discounts = [line.discount.text if line.discount else NOTHING for line in (old, new)]
    if discounts[0] != discounts[1]:
        yield Change(ChangeKind.LINE_DISCOUNT, new.name, *discounts)


def _terms(before: Document, after: Document) -> Iterator[Change]:
    pairs = (
        (ChangeKind.DISCOUNT, _discount(before), _discount(after)),
        (ChangeKind.CURRENCY, before.currency, after.currency),
        (ChangeKind.TOTAL, before.total.text, after.total.text),
        (ChangeKind.VALIDITY, before.valid_until, after.valid_until),
        (ChangeKind.CONTACT, before.contact or NOTHING, after.contact or NOTHING),
        (ChangeKind.LANGUAGE, before.language, after.language),
    )
    for kind, old, new in pairs:
        if old != new:
            yield Change(kind, "", old, new)


def _discount(document: Document) -> str:
    rows = [row.amount.text for row in document.solution.totals if row.kind is TotalKind.DISCOUNT]
    return ", ".join(rows) or NOTHING
