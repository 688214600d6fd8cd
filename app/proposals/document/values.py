"""What pages are made of: amounts, figures, tables, people."""

from decimal import Decimal
from enum import StrEnum

from pydantic import BaseModel, ConfigDict


class Part(BaseModel):
    """Base of everything in a document: frozen, no unknown fields."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class Origin(StrEnum):
    """Where a figure came from."""

    CATALOGUE = "catalogue"
    TOLD = "told"
    ASSUMED = "assumed"
    CALCULATED = "calculated"


class Amount(Part):
    """A number and how it is written, sign and unit included."""

    value: Decimal
    text: str


class Figure(Part):
    """A figure worth a large type: `text` without unit, the lighter `unit` beside it."""

    key: str
    value: Decimal
    text: str
    unit: str
    caption: str
    origin: Origin
    source: str


class Block(Part):
    """A short text with a title; the title may be empty."""

    title: str
    text: str


class Row(Part):
    """A row of a two-column table; `strong` marks the one that sums up."""

    label: str
    text: str
    value: Decimal | None = None
    strong: bool = False


class Table(Part):
    """A titled two-column table."""

    title: str
    rows: tuple[Row, ...]


class BrandView(Part):
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


class Person(Part):
    """The manager who answers. `portrait` is a content hash in storage."""

    name: str
    position: str
    phone: str
    email: str
    portrait: str | None
