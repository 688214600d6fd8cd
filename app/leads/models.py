"""Tables of leads: companies, their people, and what was offered to them."""

from datetime import date, datetime

from sqlalchemy import JSON, Column
from sqlmodel import Field, SQLModel

from app.database import now
from app.leads.basket import Outcome


class Company(SQLModel, table=True):
    """A lead's company, one row however often and in whatever spelling it comes."""

    id: int | None = Field(default=None, primary_key=True)
    name: str
    name_key: str = Field(index=True)
    tax_id: str | None = None
    tax_key: str | None = Field(default=None, index=True)
    industry: str | None = None
    city: str | None = None
    country: str | None = None
    created_at: datetime = Field(default_factory=now)
    seen_at: datetime = Field(default_factory=now, index=True)


class Contact(SQLModel, table=True):
    """A person at a company."""

    id: int | None = Field(default=None, primary_key=True)
    company_id: int = Field(foreign_key="company.id", index=True)
    name: str | None = None
    name_key: str | None = None
    role: str | None = None
    email: str | None = None
    email_key: str | None = Field(default=None, index=True)
    phone: str | None = None
    phone_key: str | None = Field(default=None, index=True)
    language: str | None = None
    created_at: datetime = Field(default_factory=now)
    seen_at: datetime = Field(default_factory=now, index=True)


class Basket(SQLModel, table=True):
    """What one proposal offered to a company, kept for recommendations and the call form."""

    id: int | None = Field(default=None, primary_key=True)
    proposal: str = Field(unique=True)
    company_id: int | None = Field(default=None, foreign_key="company.id", index=True)
    contact_id: int | None = Field(default=None, foreign_key="contact.id")
    catalogue: str = Field(index=True)
    industry: str = ""
    offered_on: date
    outcome: str = Outcome.OPEN.value
    skus: list[str] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
