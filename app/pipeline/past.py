"""Proposals of the past, taken over with dates and outcomes; their pages are drawn when first opened."""

from datetime import UTC, date, datetime, time, timedelta

from sqlalchemy import update
from sqlmodel import Session, col

from app import clock
from app.instance import Instance
from app.leads.basket import Outcome
from app.leads.history import record_outcome
from app.pipeline.making import Made, begin, keep_revision, offer_for, put_into_words
from app.pipeline.offers import open_problems
from app.problems import ProblemsError
from app.proposals.brief import Brief
from app.proposals.lifecycle import Status
from app.proposals.models import Event, Proposal, Revision
from app.proposals.service import record_event

MORNING = time(10, 0)
MINUTES_OF_A_CALL = 9
OUTCOMES = {Status.ACCEPTED: Outcome.WON, Status.DECLINED: Outcome.LOST, Status.EXPIRED: Outcome.LOST}


def record_past(
    instance: Instance,
    brief: Brief,
    *,
    user_id: int | None,
    on: date,
    status: Status,
    answered_on: date | None = None,
    reason: str = "",
) -> str:
    """Take over a proposal that was sent on that day and ended so; its number.

    Raises ProblemsError for a brief that the catalogue of today cannot serve.
    """
    # Calculated with today's clock: a workbook is loaded anew for every other day.
    offer = offer_for(instance, brief, user_id=user_id, today=clock.today())
    if problems := open_problems(offer):
        raise ProblemsError(problems)
    number = begin(instance, brief, user_id=user_id)
    made = put_into_words(instance, offer, number, today=on)
    sent_at = datetime.combine(on, MORNING, UTC)
    with instance.database.transaction() as session:
        proposal, revision = keep_revision(session, made, user_id=user_id)
        _date_back(proposal, revision, status=status, sent_at=sent_at)
        session.add(proposal)
        session.add(revision)
        _tell(session, proposal, made, sent_at=sent_at, answered_on=answered_on, reason=reason)
        record_outcome(session, number, OUTCOMES.get(status, Outcome.OPEN))
    return number


def _date_back(proposal: Proposal, revision: Revision, *, status: Status, sent_at: datetime) -> None:
    revision.created_at = revision.sent_at = sent_at
    proposal.status = status.value
    proposal.draft_revision = None
    proposal.created_at = proposal.call_started_at = sent_at - timedelta(minutes=MINUTES_OF_A_CALL)
    proposal.call_seconds = MINUTES_OF_A_CALL * 60
    proposal.updated_at = sent_at


def _tell(
    session: Session,
    proposal: Proposal,
    made: Made,
    *,
    sent_at: datetime,
    answered_on: date | None,
    reason: str,
) -> None:
    session.flush()
    so_far = update(Event).where(col(Event.proposal_id) == proposal.id)
    session.connection().execute(so_far.values(at=proposal.created_at))
    record_event(session, proposal, "mail_sent", at=sent_at, details={"recipient": proposal.email})
    if proposal.status == Status.SENT.value:
        return
    answered_at = datetime.combine(answered_on, MORNING, UTC) if answered_on else sent_at
    proposal.updated_at = answered_at
    by = made.offer.brief.contact.name or "" if proposal.status != Status.EXPIRED.value else ""
    details = {"reason": reason} if reason else {}
    record_event(session, proposal, proposal.status, by=by, at=answered_at, details=details)
