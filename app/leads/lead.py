"""What a lead is to this room: any value with a company, a contact and a language, such as a brief."""

from dataclasses import dataclass
from datetime import date
from typing import Protocol


class CompanyFacts(Protocol):
    """What is known about the company."""

    @property
    def name(self) -> str: ...  # noqa: D102
    @property
    def industry(self) -> str | None: ...  # noqa: D102
    @property
    def tax_id(self) -> str | None: ...  # noqa: D102
    @property
    def city(self) -> str | None: ...  # noqa: D102
    @property
    def country(self) -> str | None: ...  # noqa: D102


class ContactFacts(Protocol):
    """What is known about the person."""

    @property
    def name(self) -> str | None: ...  # noqa: D102
    @property
    def role(self) -> str | None: ...  # noqa: D102
    @property
    def email(self) -> str | None: ...  # noqa: D102
    @property
    def phone(self) -> str | None: ...  # noqa: D102


class Lead(Protocol):
    """A company, a person there, and the language they read."""

    @property
    def company(self) -> CompanyFacts: ...  # noqa: D102
    @property
    def contact(self) -> ContactFacts: ...  # noqa: D102
    @property
    def language(self) -> str | None: ...  # noqa: D102


@dataclass(frozen=True, slots=True)
class KnownLead:
    """A company met before, with the person met last: what the call form fills in by itself."""

    company_id: int
    company: str
    industry: str
    tax_id: str
    city: str
    country: str
    contact: str
    role: str
    email: str
    phone: str
    language: str
    proposals: int
    last_proposal: str
    last_offered_on: date | None
