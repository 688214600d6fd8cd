"""The use cases of a proposal: preview, create, send, send again. One transaction each, then the pages."""

import logging
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal

from sqlmodel import Session

from app import clock
from app.accounts.models import User
from app.database import now
from app.delivery import outbox
from app.delivery.addresses import mailable
from app.delivery.models import Delivery
from app.delivery.pages import pages_of
from app.delivery.service import sender_of
from app.delivery.watch import delivery_of
from app.instance import Instance
from app.pipeline.making import (
    begin,
    keep_revision,
    offer_for,
    public_url,
    put_into_words,
    total_of,
)
from app.pipeline.offers import open_problems
from app.problems import Problem, ProblemsError
from app.proposals.brief import Brief
from app.proposals.check import missing_to_send
from app.proposals.document import Document
from app.proposals.lifecycle import Step
from app.proposals.models import Proposal, Revision
from app.proposals.problems import BriefProblem
from app.proposals.service import (
    check_open,
    client_email,
    document_of,
    proposal_by_number,
    record_event,
    revision_of,
    sent_revision_of,
    take_step,
)
from app.rendering.problems import RenderingError
from app.rendering.service import StoredPages, render_document
from app.sandbox import SandboxCrashError, SandboxTimeoutError

PAGES_GRACE = timedelta(seconds=60)
"""How long the worker leaves a message to the process that draws its pages."""
LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Preview:
    """What Send would send now."""

    document: Document
    pages: StoredPages


@dataclass(frozen=True, slots=True)
class Created:
    """A stored revision. `problems` say why it was not sent although that was asked for, or has no pages.

    `pdf_sha256` is None where the pages could not be drawn yet: the worker tries again.
    """

    number: str
    revision: int
    status: str
    total: Decimal
    currency: str
    pdf_sha256: str | None
    public_url: str
    document_hash: str
    problems: tuple[Problem, ...] = ()
    delivery_id: int | None = None


def preview(
    instance: Instance, number: str, brief: Brief, *, user_id: int | None, today: date | None = None
) -> Preview:
    """Draw the pages as they would be sent. Raises ProblemsError where nothing can be priced."""
    today = today or clock.today()
    offer = offer_for(instance, brief, user_id=user_id, today=today)
    made = put_into_words(instance, offer, number, today=today)
    return Preview(made.document, render_document(instance, made.document))


def create(
    instance: Instance,
    brief: Brief,
    *,
    user_id: int | None,
    send: bool,
    number: str | None = None,
    today: date | None = None,
) -> Created:
    """Freeze the brief as the proposal's next revision, and send it if asked to.

    Revision, message and event are in the database before this returns; asked twice for the same, it
    sends once. Raises ProblemsError for a brief that its catalogue cannot serve (nothing is stored),
    SentAlreadyError for another brief than the one that was sent, ProblemsError once it is accepted.
    """
    today = today or clock.today()
    offer = offer_for(instance, brief, user_id=user_id, today=today)
    if problems := open_problems(offer):
        raise ProblemsError(problems)
    number = number or begin(instance, brief, user_id=user_id)
    made = put_into_words(instance, offer, number, today=today)
    unsendable = missing_to_send(brief) if send else ()
    with instance.database.transaction() as session:
        proposal, revision = keep_revision(session, made, user_id=user_id)
        if send and not unsendable:
            _queue(instance, session, proposal, revision, user_id=user_id)
    return _finished(instance, proposal, revision, problems=unsendable)


def send(instance: Instance, number: str, *, user_id: int | None) -> Created:
    """Send the latest revision; once it is sent, asking again changes nothing.

    Raises ProblemsError where the address is missing or wrong, UnknownProposalError.
    """
    with instance.database.transaction() as session:
        proposal = proposal_by_number(session, number, lock=True)
        revision = revision_of(session, proposal)
        if problems := missing_to_send(Brief.model_validate(revision.brief)):
            raise ProblemsError(problems)
        if revision.sent_at is None:
            _queue(instance, session, proposal, revision, user_id=user_id)
    return _finished(instance, proposal, revision)


def resend(instance: Instance, number: str, *, user_id: int | None, recipient: str | None = None) -> Created:
    """Send the revision that the client has once more, if wanted to another address.

    Raises ProblemsError where that is no address, UnknownProposalError where nothing was sent yet.
    """
    with instance.database.transaction() as session:
        proposal = proposal_by_number(session, number, lock=True)
        revision = sent_revision_of(session, proposal)
        wanted = recipient or client_email(proposal, revision)
        address = mailable(wanted)
        if address is None:
            details = {"email": wanted}
            raise ProblemsError((Problem("contact.email", BriefProblem.EMAIL_INVALID, details),))
        _put(instance, session, proposal, revision, user_id=user_id, recipient=address)
        _record(session, proposal, "resent", user_id, recipient=address)
    return _finished(instance, proposal, revision)


def _queue(
    instance: Instance, session: Session, proposal: Proposal, revision: Revision, *, user_id: int | None
) -> None:
    if revision.sent_at is not None:
        return
    check_open(proposal)
    recipient = mailable(proposal.email) or proposal.email
    revision.sent_at = now()
    proposal.draft_revision = None
    take_step(proposal, Step.SEND)
    session.add(revision)
    session.add(proposal)
    outbox.withdraw(session, proposal.id or 0)
    _put(instance, session, proposal, revision, user_id=user_id, recipient=recipient)
    _record(session, proposal, "queued", user_id, recipient=recipient)


def _put(
    instance: Instance,
    session: Session,
    proposal: Proposal,
    revision: Revision,
    *,
    user_id: int | None,
    recipient: str,
) -> Delivery:
    sender = sender_of(document_of(revision), instance)
    return outbox.put(
        session,
        proposal_id=proposal.id or 0,
        revision_id=revision.id or 0,
        recipient=recipient,
        domain=sender.rpartition("@")[2],
        user_id=user_id,
        due_at=now() if revision.pdf_hash else now() + PAGES_GRACE,
    )


def _finished(
    instance: Instance, proposal: Proposal, revision: Revision, *, problems: tuple[Problem, ...] = ()
) -> Created:
    """Draw the pages, then let the message go. What fails here, the worker does again."""
    pdf_hash, undrawable = _pdf_hash(instance, revision)
    with instance.database.session() as session:
        delivery = delivery_of(session, proposal.id or 0)
    if delivery and delivery.next_attempt_at and delivery.attempts == 0:
        _let_go(instance, delivery, now())
    return Created(
        number=proposal.number,
        revision=revision.number,
        status=proposal.status,
        total=total_of(revision),
        currency=revision.currency,
        pdf_sha256=pdf_hash,
        public_url=public_url(instance, proposal),
        document_hash=revision.document_hash,
        problems=(*problems, *undrawable),
        delivery_id=delivery.id if delivery else None,
    )


def _pdf_hash(instance: Instance, revision: Revision) -> tuple[str | None, tuple[Problem, ...]]:
    """The pages' hash, or why there are none: texts that do not fit are for somebody to mend."""
    try:
        return pages_of(instance, revision.id or 0).pdf_hash, ()
    except (RenderingError, SandboxCrashError, SandboxTimeoutError) as error:
        LOG.exception("the pages of revision %s could not be drawn", revision.id)
        return None, error.problems if isinstance(error, RenderingError) else ()


def _let_go(instance: Instance, delivery: Delivery, moment: datetime) -> None:
    if delivery.next_attempt_at and delivery.next_attempt_at > moment:
        with instance.database.transaction() as session:
            outbox.make_due(session, delivery.id or 0, moment)
    instance.jobs.wake()


def _record(session: Session, proposal: Proposal, what: str, user_id: int | None, **details: object) -> None:
    user = session.get(User, user_id) if user_id else None
    record_event(session, proposal, what, user_id=user_id, by=user.name if user else "", details=details)
