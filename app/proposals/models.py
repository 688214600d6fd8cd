"""Tables of proposals: the proposal, its revisions, what happened to it, and the counters of numbers."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import DDL, JSON, BigInteger, Column, Text, UniqueConstraint, event
from sqlmodel import Field, SQLModel

from app.database import now
from app.proposals.lifecycle import Status


class NumberCounter(SQLModel, table=True):
    """The last number given for a prefix."""

    __tablename__ = "number_counter"

    prefix: str = Field(primary_key=True, max_length=20)
    last: int


class Proposal(SQLModel, table=True):
    """One proposal to one lead. `draft` is the form as it was typed, valid or not.

    `draft_revision` is the number of the revision that the draft will become; None when there is
    nothing to send. `company`, `contact`, `total_minor` and the like repeat what the draft or the
    latest revision says, for the list.
    """

    __tablename__ = "proposal"

    id: int | None = Field(default=None, primary_key=True)
    number: str = Field(unique=True, index=True, max_length=40)
    status: str = Field(default=Status.DRAFT.value, index=True, max_length=20)
    language: str = Field(max_length=5)
    catalogue: str = Field(index=True, max_length=60)
    manager_id: int | None = Field(default=None, index=True)
    company_id: int | None = Field(default=None, index=True)
    contact_id: int | None = Field(default=None, index=True)
    company: str = Field(default="", max_length=200)
    contact: str = Field(default="", max_length=200)
    email: str = Field(default="", max_length=200)
    search_text: str = Field(default="", sa_column=Column(Text, nullable=False))
    draft: dict[str, Any] | None = Field(default=None, sa_column=Column(JSON))
    draft_revision: int | None = 1
    revision: int = 0
    total_minor: int | None = Field(default=None, sa_column=Column(BigInteger))
    currency: str = Field(default="", max_length=3)
    valid_until: date | None = Field(default=None, index=True)
    call_started_at: datetime | None = None
    call_seconds: int | None = None
    public_hash: str = Field(unique=True, index=True, max_length=64)
    created_at: datetime = Field(default_factory=now, index=True)
    updated_at: datetime = Field(default_factory=now, index=True)


class Revision(SQLModel, table=True):
    """One version of a proposal, frozen once it is sent (`sent_at`); the database holds it so.

    `pdf_hash` may be filled in later, once: history that was loaded without pages is drawn when
    first opened. `changes` says what differs from the revision before.
    """

    __tablename__ = "revision"
    __table_args__ = (UniqueConstraint("proposal_id", "number"),)

    id: int | None = Field(default=None, primary_key=True)
    proposal_id: int = Field(foreign_key="proposal.id", index=True)
    number: int
    brief: dict[str, Any] = Field(sa_column=Column(JSON, nullable=False))
    document: str = Field(sa_column=Column(Text, nullable=False))
    document_hash: str = Field(index=True, max_length=64)
    catalogue: str = Field(max_length=60)
    catalogue_version: int
    theme: str = Field(default="minuta", max_length=40)
    theme_version: str = Field(default="1", max_length=20)
    pdf_hash: str | None = Field(default=None, max_length=64)
    specification_hash: str | None = Field(default=None, max_length=64)
    total_minor: int = Field(sa_column=Column(BigInteger, nullable=False))
    currency: str = Field(max_length=3)
    valid_until: date
    changes: list[dict[str, Any]] = Field(default_factory=list, sa_column=Column(JSON, nullable=False))
    manager_id: int | None = None
    created_at: datetime = Field(default_factory=now)
    sent_at: datetime | None = None


class Event(SQLModel, table=True):
    """Something that happened to a proposal; `by` is a person's name, or empty for Minuta itself."""

    __tablename__ = "event"

    id: int | None = Field(default=None, primary_key=True)
    proposal_id: int = Field(foreign_key="proposal.id", index=True)
    revision: int | None = None
    what: str = Field(index=True, max_length=40)
    user_id: int | None = None
    by: str = Field(default="", max_length=200)
    at: datetime = Field(default_factory=now, index=True)
    details: dict[str, Any] = Field(default_factory=dict, sa_column=Column(JSON, nullable=False))


# A sent revision never changes, whoever writes to the database. Pages may be filled in once.
_CHANGED = " OR ".join(
    f"OLD.{column} {{differs}} NEW.{column}"
    for column in (
        "proposal_id",
        "number",
        "document",
        "document_hash",
        "catalogue",
        "catalogue_version",
        "theme",
        "theme_version",
        "total_minor",
        "currency",
        "valid_until",
        "sent_at",
    )
)
_FILLED = " OR ".join(
    f"(OLD.{column} IS NOT NULL AND OLD.{column} {{differs}} NEW.{column})"
    for column in ("pdf_hash", "specification_hash")
)
_FROZEN = f"OLD.sent_at IS NOT NULL AND ({_CHANGED} OR {_FILLED} OR {{brief}})"

SQLITE_FREEZE = (
    "CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision FOR EACH ROW WHEN "
    + _FROZEN.format(differs="IS NOT", brief="OLD.brief IS NOT NEW.brief")
    + " BEGIN SELECT RAISE(ABORT, 'a sent revision never changes'); END"
)
POSTGRESQL_FREEZE_FUNCTION = """CREATE OR REPLACE FUNCTION revision_frozen() RETURNS trigger AS $body$
BEGIN RAISE EXCEPTION 'a sent revision never changes' USING ERRCODE = 'integrity_constraint_violation'; END
$body$ LANGUAGE plpgsql"""
POSTGRESQL_FREEZE = (
    "CREATE TRIGGER revision_frozen BEFORE UPDATE ON revision FOR EACH ROW WHEN ("
    + _FROZEN.format(differs="IS DISTINCT FROM", brief="OLD.brief::text IS DISTINCT FROM NEW.brief::text")
    + ") EXECUTE FUNCTION revision_frozen()"
)

_table = Revision.__table__  # type: ignore[attr-defined]  # SQLModel adds it at run time
for _dialect, _statement in (
    ("sqlite", SQLITE_FREEZE),
    ("postgresql", POSTGRESQL_FREEZE_FUNCTION),
    ("postgresql", POSTGRESQL_FREEZE),
):
    _ddl = DDL(_statement).execute_if(dialect=_dialect)  # type: ignore[no-untyped-call]  # SQLAlchemy's own
    event.listen(_table, "after_create", _ddl)
