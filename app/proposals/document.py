"""The document: the frozen, complete content of the four pages in one language.

Nothing is computed after it: every number stands as a formatted text beside its value,
and form, PDF, mail, web page and API read the same document.
"""

import hashlib
from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict

DOCUMENT_SCHEMA = 1


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Origin(StrEnum):
    """Where a figure came from."""

    CATALOGUE = "catalogue"
    TOLD = "told"
    ASSUMED = "assumed"
    CALCULATED = "calculated"


class PaybackStatus(StrEnum):
    """What the economics page may claim."""

    PAYS_BACK = "pays_back"
    AT_ONCE = "at_once"
    NEVER = "never"
    UNKNOWN = "unknown"


class TotalKind(StrEnum):
    """What a row of the totals is."""

    LIST = "list"
    DISCOUNT = "discount"
    SUBTOTAL = "subtotal"
    TAX = "tax"
    TOTAL = "total"


class Amount(_Part):
    """A number and how it is written, sign and unit included."""

    value: Decimal
    text: str


class Figure(_Part):
    """A figure worth a large type: `text` without unit, the lighter `unit` beside it."""

    key: str
    value: Decimal
    text: str
    unit: str
    caption: str
    origin: Origin
    source: str


class Block(_Part):
    """A short text with a title; the title may be empty."""

    title: str
    text: str


class Row(_Part):
    """A row of a two-column table; `strong` marks the one that sums up."""

    label: str
    text: str
    value: Decimal | None = None
    strong: bool = False


class Table(_Part):
    """A titled two-column table."""

    title: str
    rows: tuple[Row, ...]


class BrandView(_Part):
    """Whose pages these are, in the document's language. `logo` is a content hash in storage."""

    name: str
    legal_name: str
    colour: str
    accent: str
    pattern: str
    logo: str | None
    tax_id: str
    address: str
    phone: str
    email: str
    site: str
    bank: str


class Person(_Part):
    """The manager who answers. `portrait` is a content hash in storage."""

    name: str
    position: str
    phone: str
    email: str
    portrait: str | None


class Cover(_Part):
    """Page 1: what this client wins."""

    kicker: str
    heading: str
    lead: str
    figures: tuple[Figure, ...]
    greeting: str
    paragraphs: tuple[str, ...]
    manager: Person
    validity: str


class Columns(_Part):
    """Headings of the lines' table; `discount` is empty when no line has one."""

    item: str
    quantity: str
    price: str
    discount: str
    sum: str


class Line(_Part):
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


class Group(_Part):
    """Lines of one category, for when single lines do not fit."""

    name: str
    count: str
    sum: Amount


class TotalRow(_Part):
    """A row of the totals, in reading order."""

    kind: TotalKind
    label: str
    amount: Amount


class Solution(_Part):
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


class ChartPoint(_Part):
    """Cumulative cash flow at the end of one month (month 0 is the start)."""

    month: int
    value: Decimal
    label: str


class Chart(_Part):
    """Cumulative cash flow. Labels are for the axis; `payback_month` may lie between two points."""

    title: str
    description: str
    unit: str
    unit_divisor: Decimal
    points: tuple[ChartPoint, ...]
    payback_month: Decimal | None
    payback_label: str


class Assumption(_Part):
    """An input of the calculation and whose it is."""

    label: str
    text: str
    origin: Origin
    source: str


class Economics(_Part):
    """Page 3: when the money is back, or honestly that it is not."""

    section: str
    heading: str
    lead: str
    status: PaybackStatus
    figures: tuple[Figure, ...]
    chart: Chart | None
    before_after: Table | None
    scenarios: Table | None
    assumptions_title: str
    assumptions: tuple[Assumption, ...]
    benefits_title: str
    benefits: tuple[Block, ...]
    note: str


class RecommendationView(_Part):
    """A further item with its true reason; `evidence` says what the reason rests on."""

    sku: str
    name: str
    reason: str
    evidence: str
    price: Amount
    effect: str
    picture: str | None
    picture_large: str | None = None


class StepView(_Part):
    """One step of the path to the result."""

    title: str
    text: str
    duration: str


class Acceptance(_Part):
    """How to say yes; `url` is also the QR code."""

    heading: str
    text: str
    url: str


class Signature(_Part):
    """A line to sign on."""

    party: str
    person: str


class NextSteps(_Part):
    """Page 4: what else, how it goes on, how to accept."""

    section: str
    heading: str
    lead: str
    recommendations: tuple[RecommendationView, ...]
    steps_title: str
    steps: tuple[StepView, ...]
    acceptance: Acceptance
    terms: tuple[Block, ...]
    signatures: tuple[Signature, ...]
    legal: str


class MailText(_Part):
    """The words of the mail that carries the pages; `closing` comes before the manager's card."""

    subject: str
    preheader: str
    greeting: str
    paragraphs: tuple[str, ...]
    figures_title: str
    recommendations_title: str
    button: str
    attachment_note: str
    specification_note: str
    closing: str


class Document(_Part):
    """Everything that the four pages, the mail and the client's page show."""

    schema_version: int = DOCUMENT_SCHEMA
    number: str
    revision: int
    title: str
    language: str
    currency: str
    catalog: str
    catalog_version: int
    date: str
    """ISO date of the pages."""
    valid_until: str
    """ISO date."""
    company: str
    contact: str
    footer: str
    page_label: str
    """«{page} / {pages}» already in the language, with those two placeholders."""
    brand: BrandView
    total: Amount
    cover: Cover
    solution: Solution
    economics: Economics
    next_steps: NextSteps
    mail: MailText

    @property
    def content_hash(self) -> str:
        """SHA-256 of the canonical JSON; two documents with the same hash give the same pages."""
        return hashlib.sha256(self.canonical_json().encode()).hexdigest()

    def canonical_json(self) -> str:
        """The document as JSON, fields in declaration order."""
        return self.model_dump_json()
