"""The outbox: what is to be sent, who holds it, and what became of each attempt.

It promises at-least-once: a message is lost never, and comes twice only when an attempt broke off
between DATA and the server's answer – then with the same Message-ID and the same bytes.
"""

import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import bindparam, func
from sqlmodel import Session, col, select, text
from sqlmodel.sql.sqltypes import UTCDateTime

from app.database import Database, now
from app.delivery.models import Delivery, DeliveryState, OutboxPause
from app.delivery.own_words import REPLACED
from app.delivery.schedule import GIVE_UP_AFTER, next_attempt
from app.delivery.smtp import Outcome, Reply

LEASE = timedelta(seconds=180)
PAUSE = timedelta(minutes=15)
DUE_STATES = (DeliveryState.QUEUED.value, DeliveryState.WAITING.value, DeliveryState.UNKNOWN.value)

# One statement, so that two workers that are turned away at once do not trip over each other.
_PAUSE = text(
    "INSERT INTO outbox_pause (id, since, until, reply_code, server_words)"
    " VALUES (1, :since, :until, :code, :words)"
    " ON CONFLICT (id) DO UPDATE SET until = :until, reply_code = :code, server_words = :words"
).bindparams(bindparam("since", type_=UTCDateTime()), bindparam("until", type_=UTCDateTime()))


class LeaseLostError(RuntimeError):
    """Somebody else holds the message by now: this attempt must not go on."""


@dataclass(frozen=True, slots=True)
class Lease:
    """The right to send one message until it runs out."""

    delivery_id: int
    token: str


def put(
    session: Session,
    *,
    proposal_id: int,
    revision_id: int,
    recipient: str,
    domain: str,
    user_id: int | None = None,
    due_at: datetime | None = None,
) -> Delivery:
    """Add a message, inside the caller's transaction. Its Message-ID never changes again."""
    already = session.exec(
        select(func.count()).select_from(Delivery).where(Delivery.revision_id == revision_id)
    ).one()
    delivery = Delivery(
        key=f"{revision_id}:{already + 1}",
        proposal_id=proposal_id,
        revision_id=revision_id,
        message_id=f"<{proposal_id}.{revision_id}.{already + 1}.{secrets.token_hex(8)}@{domain}>",
        recipient=recipient,
        user_id=user_id,
        next_attempt_at=due_at or now(),
    )
    session.add(delivery)
    session.flush()
    return delivery


def claim(
    database: Database, *, moment: datetime, lease: timedelta = LEASE, delivery_id: int | None = None
) -> Lease | None:
    """Take the message that has been due longest (or that one, if due); None when there is nothing."""
    query = select(Delivery).where(
        col(Delivery.state).in_(DUE_STATES), col(Delivery.next_attempt_at) <= moment
    )
    if delivery_id is not None:
        query = query.where(Delivery.id == delivery_id)
    query = query.order_by(col(Delivery.next_attempt_at), col(Delivery.id)).limit(1)
    with database.transaction() as session:
        if is_paused(session, moment):
            return None
        found = session.exec(query.with_for_update(skip_locked=True)).first()
        if found is None or found.id is None:
            return None
        token = secrets.token_hex(16)
        found.state = DeliveryState.SENDING.value
        found.attempts += 1
        found.first_attempt_at = found.first_attempt_at or moment
        found.lease_token = token
        found.lease_until = moment + lease
        found.in_data = False
        session.add(found)
        return Lease(found.id, token)


def held(session: Session, lease: Lease) -> Delivery:
    """The message of a lease, locked. Raises LeaseLostError when it is somebody else's by now."""
    query = select(Delivery).where(Delivery.id == lease.delivery_id, Delivery.lease_token == lease.token)
    found = session.exec(query.with_for_update()).first()
    if found is None:
        raise LeaseLostError(str(lease.delivery_id))
    return found


def enter_data(
    database: Database, lease: Lease, *, moment: datetime, message_hash: str, extend: timedelta = LEASE
) -> None:
    """Note that these bytes go out now, and that no others ever will. Raises LeaseLostError."""
    with database.transaction() as session:
        delivery = held(session, lease)
        delivery.in_data = True
        delivery.message_hash = message_hash
        delivery.lease_until = moment + extend
        session.add(delivery)


def settle(session: Session, lease: Lease, reply: Reply, moment: datetime) -> Delivery:
    """Write down how the attempt ended and when the next one is. Raises LeaseLostError."""
    delivery = held(session, lease)
    delivery.lease_token, delivery.lease_until, delivery.in_data = None, None, False
    delivery.reply_code, delivery.server_words = reply.code, reply.words
    if reply.outcome is Outcome.ACCEPTED:
        delivery.state, delivery.sent_at, delivery.next_attempt_at = DeliveryState.SENT.value, moment, None
        resume(session)
    elif reply.outcome is Outcome.PERMANENT:
        delivery.state, delivery.next_attempt_at = DeliveryState.FAILED.value, None
    elif reply.outcome is Outcome.LOCKED_OUT:
        # The message is not to blame: neither the attempt counts nor the time until we are let in.
        delivery.attempts -= 1
        delivery.first_attempt_at = None
        state = DeliveryState.UNKNOWN if delivery.doubtful else DeliveryState.QUEUED
        delivery.state, delivery.next_attempt_at = state.value, moment
        pause(session, moment, reply)
    else:
        delivery.doubtful = delivery.doubtful or reply.outcome is Outcome.UNKNOWN
        _try_later(delivery, moment, unknown=reply.outcome is Outcome.UNKNOWN)
    session.add(delivery)
    return delivery


def _try_later(delivery: Delivery, moment: datetime, *, unknown: bool) -> None:
    state = DeliveryState.UNKNOWN if unknown else DeliveryState.WAITING
    delivery.next_attempt_at = next_attempt(
        attempts=delivery.attempts, first_attempt_at=delivery.first_attempt_at or moment, now=moment
    )
    delivery.state = (state if delivery.next_attempt_at else DeliveryState.FAILED).value


def recover(session: Session, moment: datetime) -> list[Delivery]:
    """Free the messages whose lease ran out: their worker is gone."""
    query = select(Delivery).where(
        Delivery.state == DeliveryState.SENDING.value, col(Delivery.lease_until) < moment
    )
    freed = list(session.exec(query.with_for_update(skip_locked=True)).all())
    for delivery in freed:
        delivery.doubtful = delivery.doubtful or delivery.in_data
        delivery.state = (DeliveryState.UNKNOWN if delivery.in_data else DeliveryState.QUEUED).value
        delivery.next_attempt_at = moment
        if moment - (delivery.first_attempt_at or moment) > GIVE_UP_AFTER:
            delivery.state, delivery.next_attempt_at = DeliveryState.FAILED.value, None
        delivery.lease_token, delivery.lease_until, delivery.in_data = None, None, False
        session.add(delivery)
    return freed


def retry(session: Session, delivery_id: int, moment: datetime) -> bool:
    """Make a message that waits or failed due at once, its two days begun anew; False if it is neither."""
    delivery = session.get(Delivery, delivery_id, with_for_update=True)
    if delivery is None or delivery.state in {DeliveryState.SENT.value, DeliveryState.SENDING.value}:
        return False
    delivery.state = (DeliveryState.UNKNOWN if delivery.doubtful else DeliveryState.QUEUED).value
    delivery.attempts, delivery.first_attempt_at, delivery.next_attempt_at = 0, None, moment
    session.add(delivery)
    return True


def withdraw(session: Session, proposal_id: int) -> None:
    """Keep back what still waits of a proposal: a newer revision goes out, and must not be overtaken."""
    query = select(Delivery).where(Delivery.proposal_id == proposal_id, col(Delivery.state).in_(DUE_STATES))
    for delivery in session.exec(query.with_for_update()).all():
        delivery.state, delivery.next_attempt_at = DeliveryState.FAILED.value, None
        delivery.reply_code, delivery.server_words = None, REPLACED
        session.add(delivery)


def make_due(session: Session, delivery_id: int, moment: datetime) -> None:
    """Let a message that nobody has tried yet go out now."""
    delivery = session.get(Delivery, delivery_id, with_for_update=True)
    if delivery and delivery.state == DeliveryState.QUEUED.value:
        delivery.next_attempt_at = moment
        session.add(delivery)


def pause(session: Session, moment: datetime, reply: Reply) -> None:
    """Stop sending for a while: the server wants other credentials."""
    values = {"since": moment, "until": moment + PAUSE, "code": reply.code, "words": reply.words}
    session.connection().execute(_PAUSE.bindparams(**values))


def resume(session: Session) -> None:
    """Send again."""
    row = session.get(OutboxPause, 1)
    if row:
        session.delete(row)


def pause_of(session: Session) -> OutboxPause | None:
    """Why nothing is sent at the moment, for people to see; None when all is well."""
    return session.get(OutboxPause, 1)


def is_paused(session: Session, moment: datetime) -> bool:
    """Whether to keep away from the server; once `until` is over, a message is tried again."""
    row = pause_of(session)
    return row is not None and row.until > moment
