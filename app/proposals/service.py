"""Proposals as people look for them and as they live: queries, events, steps, the client's link."""

import base64
import hashlib
import hmac
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from sqlalchemy import func
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.database import now
from app.leads.basket import Outcome
from app.leads.history import record_outcome
from app.problems import Problem, ProblemsError
from app.proposals.document import Document
from app.proposals.lifecycle import Status, Step, after, can
from app.proposals.models import Event, Proposal, Revision
from app.proposals.problems import BriefProblem

PAGE_SIZE = 50


class UnknownProposalError(LookupError):
    """No proposal with that number, or no such revision of it."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What to list. Empty means any; `manager_id` narrows to one manager's own."""

    search: str = ""
    status: str = ""
    catalogue: str = ""
    language: str = ""
    manager_id: int | None = None
    since: date | None = None
    until: date | None = None


@dataclass(frozen=True, slots=True)
class Found:
    """One page of a list and how many there are in all."""

    proposals: tuple[Proposal, ...]
    total: int


def find_proposals(session: Session, filters: Filters, *, limit: int = PAGE_SIZE, offset: int = 0) -> Found:
    """Proposals that fit, newest first."""
    query = _narrowed(select(Proposal), filters)
    rows = session.exec(
        query.order_by(col(Proposal.updated_at).desc(), col(Proposal.id).desc()).limit(limit).offset(offset)
    ).all()
    total = session.exec(select(func.count()).select_from(query.subquery())).one()
    return Found(tuple(rows), total)


def _narrowed(query: SelectOfScalar[Proposal], filters: Filters) -> SelectOfScalar[Proposal]:
    for word in filters.search.casefold().split():
        query = query.where(col(Proposal.search_text).contains(word, autoescape=True))
    for column, wanted in (
        (Proposal.status, filters.status),
        (Proposal.catalogue, filters.catalogue),
        (Proposal.language, filters.language),
        (Proposal.manager_id, filters.manager_id),
    ):
        if wanted:
            query = query.where(col(column) == wanted)
    if filters.since:
        query = query.where(col(Proposal.created_at) >= _begins(filters.since))
    if filters.until:
        query = query.where(col(Proposal.created_at) < _begins(filters.until + timedelta(days=1)))
    return query


def _begins(day: date) -> datetime:
    """The moment at which the day begins on this machine's calendar."""
    return datetime.combine(day, time.min).astimezone(UTC)


def proposal_by_number(session: Session, number: str, *, lock: bool = False) -> Proposal:
    """The proposal; with `lock`, nobody else changes it until the transaction ends.

    Raises UnknownProposalError.
    """
    query = select(Proposal).where(Proposal.number == number)
    found = session.exec(query.with_for_update() if lock else query).first()
    if found is None:
        raise UnknownProposalError(number)
    return found


def revisions_of(session: Session, proposal: Proposal) -> Sequence[Revision]:
    """Its revisions, newest first."""
    query = select(Revision).where(Revision.proposal_id == proposal.id)
    return session.exec(query.order_by(col(Revision.number).desc())).all()


def revision_of(session: Session, proposal: Proposal, number: int | None = None) -> Revision:
    """That revision, or the latest. Raises UnknownProposalError when there is none."""
    query = select(Revision).where(Revision.proposal_id == proposal.id)
    if number is not None:
        query = query.where(Revision.number == number)
    found = session.exec(query.order_by(col(Revision.number).desc())).first()
    if found is None:
        raise UnknownProposalError(f"{proposal.number}/{number or 1}")
    return found


def sent_revision_of(session: Session, proposal: Proposal) -> Revision:
    """What the client may see: the latest revision that was sent. Raises UnknownProposalError."""
    query = select(Revision).where(Revision.proposal_id == proposal.id, col(Revision.sent_at).is_not(None))
    found = session.exec(query.order_by(col(Revision.number).desc())).first()
    if found is None:
        raise UnknownProposalError(proposal.number)
    return found


def client_email(proposal: Proposal, revision: Revision) -> str:
    """Where that revision went: a draft of the next one may name another address, or half of one."""
    contact = revision.brief.get("contact") or {}
    return contact.get("email") or proposal.email


def document_of(revision: Revision) -> Document:
    """The frozen document of a revision."""
    return Document.model_validate_json(revision.document)


def events_of(session: Session, proposal: Proposal) -> Sequence[Event]:
    """What happened to it, newest first."""
    query = select(Event).where(Event.proposal_id == proposal.id)
    return session.exec(query.order_by(col(Event.at).desc(), col(Event.id).desc())).all()


def record_event(
    session: Session,
    proposal: Proposal,
    what: str,
    *,
    user_id: int | None = None,
    by: str = "",
    details: Mapping[str, Any] | None = None,
    at: datetime | None = None,
) -> Event:
    """Note that something happened, inside the caller's transaction."""
    event = Event(
        proposal_id=_id(proposal),
        revision=proposal.revision or None,
        what=what,
        user_id=user_id,
        by=by,
        details=dict(details or {}),
        at=at or now(),
    )
    session.add(event)
    return event


def check_open(proposal: Proposal) -> None:
    """Raise ProblemsError if the client said yes: no further revision can take the place of that one."""
    if not can(Status(proposal.status), Step.SEND):
        problem = Problem("", BriefProblem.ACCEPTED, {"number": proposal.number})
        raise ProblemsError((problem,))


def take_step(proposal: Proposal, step: Step) -> None:
    """Move the proposal along its life. Raises LifecycleError when it cannot go there."""
    proposal.status = after(Status(proposal.status), step).value
    proposal.updated_at = now()


def answer(
    session: Session, proposal: Proposal, step: Step, *, by: str, details: Mapping[str, Any] | None = None
) -> bool:
    """Keep the client's answer (`ACCEPT` or `DECLINE`); False when it can no longer be given."""
    if not can(Status(proposal.status), step):
        return False
    take_step(proposal, step)
    session.add(proposal)
    record_event(session, proposal, proposal.status, by=by, details=details)
    record_outcome(session, proposal.number, Outcome.WON if step is Step.ACCEPT else Outcome.LOST)
    return True


def expire_due(session: Session, today: date) -> int:
    """Expire the proposals whose validity ended before today; how many."""
    open_ones = (Status.QUEUED.value, Status.SENT.value)
    query = select(Proposal).where(col(Proposal.status).in_(open_ones), col(Proposal.valid_until) < today)
    due = session.exec(query.with_for_update(skip_locked=True)).all()
    for proposal in due:
        take_step(proposal, Step.EXPIRE)
        session.add(proposal)
        record_event(session, proposal, Status.EXPIRED.value)
        record_outcome(session, proposal.number, Outcome.LOST)
    return len(due)


def public_token(secret_key: str, proposal_id: int) -> str:
    """The secret part of the client's link, known as soon as the proposal has an id."""
    mac = hmac.new(secret_key.encode(), f"proposal:{proposal_id}".encode(), hashlib.sha256)
    return base64.urlsafe_b64encode(mac.digest()).rstrip(b"=").decode()


def token_hash(token: str) -> str:
    """What the database keeps of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


def proposal_by_token(session: Session, token: str, *, lock: bool = False) -> Proposal:
    """The proposal behind a client's link; `lock` as above. Raises UnknownProposalError."""
    query = select(Proposal).where(Proposal.public_hash == token_hash(token))
    found = session.exec(query.with_for_update() if lock else query).first()
    if found is None:
        raise UnknownProposalError("")
    return found


def search_text(*parts: str | None) -> str:
    """What a search looks through: casefolded, since SQLite only lowers Latin letters."""
    return " ".join(part for part in parts if part).casefold()


def _id(proposal: Proposal) -> int:
    if proposal.id is None:
        raise ValueError("the proposal is not in the database yet")
    return proposal.id
