"""Page 2."""

from enum import StrEnum

from app.proposals.document.values import Amount, Block, Part


class TotalKind(StrEnum):
    """What a row of the totals is."""

    LIST = "list"
    DISCOUNT = "discount"
    SUBTOTAL = "subtotal"
    TAX = "tax"
    TOTAL = "total"


class Columns(Part):
    """Headings of the lines' table; `discount` is empty when no line has one."""

    item: str
    quantity: str
    price: str
    discount: str
    sum: str


class Line(Part):
    """One priced line: `price` per unit from the list or its tier, `sum` after the line's discount.

    The currency of both stands in the column's heading, not in the texts; the lines' sums and the
    discount on the whole proposal make the total (tax on top where prices are without it).
    """

    position: int
    sku: str
    name: str
    characteristics: str
    category: str
    unit: str
    quantity: Amount
    price: Amount
    discount: Amount | None
    sum: Amount
    picture: str | None
    source: str
    picture_large: str | None = None
    """The same picture for pages with few lines, which show it larger."""


class Group(Part):
    """Lines of one category, for when single lines do not fit."""

    name: str
    count: str
    sum: Amount


class TotalRow(Part):
    """A row of the totals, in reading order."""

    kind: TotalKind
    label: str
    amount: Amount


class Solution(Part):
    """Page 2: what is offered and what it costs."""

    section: str
    heading: str
    lead: str
    columns: Columns
    lines: tuple[Line, ...]
    groups: tuple[Group, ...]
    grouped_note: str
    totals: tuple[TotalRow, ...]
    in_words: str
    notes: tuple[str, ...]
    reason: Block
