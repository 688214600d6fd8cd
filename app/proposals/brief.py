"""The brief: all that is known about a lead and the offer to make, as every door hands it over."""

from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

BRIEF_VERSION = 1
MAX_LINES = 500

Text = Annotated[str, StringConstraints(strip_whitespace=True, max_length=200)]
Note = Annotated[str, StringConstraints(strip_whitespace=True, max_length=2000)]
Quantity = Annotated[Decimal, Field(gt=0, le=10_000_000, decimal_places=3)]
Percent = Annotated[Decimal, Field(ge=0, le=100, decimal_places=2)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Company(_Part):
    """The lead's company."""

    name: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=200)]
    industry: Text | None = None
    tax_id: Text | None = None
    city: Text | None = None
    country: Text | None = None


class Contact(_Part):
    """The person who reads the proposal."""

    name: Text | None = None
    role: Text | None = None
    email: Text | None = None
    phone: Text | None = None


class BriefLine(_Part):
    """One line to offer."""

    sku: Annotated[str, StringConstraints(strip_whitespace=True, min_length=1, max_length=100)]
    quantity: Quantity = Decimal(1)
    discount_percent: Percent = Decimal(0)


class BriefDiscount(_Part):
    """A discount on the whole proposal; `reason` is a key of the catalogue's Discounts sheet."""

    percent: Percent = Decimal(0)
    reason: Text | None = None


class Source(_Part):
    """Where the brief came from."""

    system: Text = "form"
    entity: Text | None = None
    id: Text | None = None


class Brief(_Part):
    """A valid brief; see `check_brief` for what it must agree with in the catalogue."""

    version: int = BRIEF_VERSION
    company: Company
    contact: Contact = Contact()
    catalog: Text | None = None
    language: Text | None = None
    currency: Text | None = None
    valid_days: Annotated[int, Field(ge=1, le=365)] | None = None
    note: Note = ""
    lines: Annotated[tuple[BriefLine, ...], Field(min_length=1, max_length=MAX_LINES)]
    discount: BriefDiscount = BriefDiscount()
    answers: dict[str, str] = Field(default_factory=dict)
    source: Source = Source()
