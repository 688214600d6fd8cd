"""Tables of delivery: the outbox, and whether the mail server lets us in."""

from datetime import datetime
from enum import StrEnum

from sqlmodel import Field, SQLModel

from app.database import now


class DeliveryState(StrEnum):
    """How a message fares."""

    QUEUED = "queued"
    """Nothing was tried yet."""
    SENDING = "sending"
    """A worker holds it until its lease runs out."""
    SENT = "sent"
    """The mail server said 250."""
    WAITING = "waiting"
    """The last attempt failed for now; there is a next one."""
    UNKNOWN = "unknown"
    """It broke off between DATA and the server's answer: it may have arrived. It is tried again."""
    FAILED = "failed"
    """Refused for good, or given up after two days."""


class Delivery(SQLModel, table=True):
    """One message to one recipient; `message_id` is fixed for ever, so are the bytes once built.

    `revision_id` with `copy_number` makes sending idempotent: the first sending of a revision is
    copy 1, each resend by hand the next. `doubtful`: some attempt broke off after DATA, so that the
    client may have two copies with the same Message-ID. `server_words` is what the server said last.
    """

    __tablename__ = "delivery"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True, max_length=80)
    proposal_id: int = Field(foreign_key="proposal.id", index=True)
    revision_id: int = Field(foreign_key="revision.id", index=True)
    message_id: str = Field(unique=True, max_length=200)
    recipient: str = Field(max_length=320)
    state: str = Field(default=DeliveryState.QUEUED.value, index=True, max_length=20)
    message_hash: str | None = Field(default=None, max_length=64)
    attempts: int = 0
    next_attempt_at: datetime | None = Field(default_factory=now, index=True)
    lease_token: str | None = Field(default=None, max_length=40)
    lease_until: datetime | None = Field(default=None, index=True)
    in_data: bool = False
    doubtful: bool = False
    reply_code: int | None = None
    server_words: str = Field(default="", max_length=1000)
    user_id: int | None = None
    created_at: datetime = Field(default_factory=now)
    first_attempt_at: datetime | None = None
    sent_at: datetime | None = None


class OutboxPause(SQLModel, table=True):
    """While this row is there, nothing is sent: the mail server does not let us in."""

    __tablename__ = "outbox_pause"

    id: int = Field(default=1, primary_key=True)
    since: datetime = Field(default_factory=now)
    until: datetime
    reply_code: int | None = None
    server_words: str = Field(default="", max_length=1000)
