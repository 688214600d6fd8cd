"""Everything that one proposal's page shows."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session

from app.accounts.models import User
from app.delivery.models import Delivery, DeliveryState
from app.delivery.watch import delivery_of
from app.desk.wording import PENDING
from app.proposals.document import Document
from app.proposals.lifecycle import Status, Step, can
from app.proposals.models import Event, Proposal, Revision
from app.proposals.numbers import printed_number
from app.proposals.revisions import Change
from app.proposals.service import client_email, document_of, events_of, revisions_of

PAGES = 4
POLL_PENDING_SECONDS = 2
POLL_SENT_SECONDS = 5


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """One proposal with the revision that is shown; a fresh draft has none yet."""

    proposal: Proposal
    revisions: Sequence[Revision]
    revision: Revision | None
    document: Document | None
    events: Sequence[Event]
    delivery: Delivery | None
    manager: str

    @property
    def number(self) -> str:
        """The number as pages show it."""
        return printed_number(self.proposal.number, self.revision.number if self.revision else 1)

    @property
    def changes(self) -> tuple[Change, ...]:
        """What the shown revision changed against the one before."""
        return tuple(Change.from_json(change) for change in self.revision.changes) if self.revision else ()

    @property
    def is_latest(self) -> bool:
        """Whether the newest revision is shown."""
        return not self.revisions or self.revision is self.revisions[0]

    @property
    def was_sent(self) -> bool:
        """Whether the client's page exists."""
        return any(revision.sent_at for revision in self.revisions)

    @property
    def has_open_draft(self) -> bool:
        """Whether a draft waits to be finished."""
        return self.proposal.draft_revision is not None

    @property
    def can_revise(self) -> bool:
        """Whether a new revision may be begun: not once the client has accepted."""
        return self.was_sent and not self.has_open_draft and can(Status(self.proposal.status), Step.SEND)

    @property
    def client_email(self) -> str:
        """Where the revision that the client has went."""
        sent = next((revision for revision in self.revisions if revision.sent_at), None)
        return client_email(self.proposal, sent) if sent else self.proposal.email

    @property
    def can_answer(self) -> bool:
        """Whether the client's answer may be noted by hand."""
        return can(Status(self.proposal.status), Step.ACCEPT)

    @property
    def mail_pending(self) -> bool:
        """Whether the mail is not yet where it should be."""
        return self.delivery is not None and self.delivery.state in PENDING

    @property
    def mail_failed(self) -> bool:
        """Whether the mail was refused for good."""
        return self.delivery is not None and self.delivery.state == DeliveryState.FAILED

    @property
    def poll_seconds(self) -> int:
        """How often the page looks for news; 0 when none can come."""
        if self.mail_pending or self.proposal.status == Status.QUEUED:
            return POLL_PENDING_SECONDS
        return POLL_SENT_SECONDS if self.proposal.status in {Status.SENT, Status.EXPIRED} else 0

    @property
    def fingerprint(self) -> str:
        """Changes whenever something on the page that lives has changed."""
        parts = [self.proposal.status, *(str(event.id) for event in self.events)]
        if self.delivery:
            parts += [self.delivery.state, str(self.delivery.attempts), str(self.delivery.next_attempt_at)]
        return hashlib.sha256("|".join(parts).encode()).hexdigest()[:12]


def open_proposal(
    session: Session, proposal: Proposal, *, revision: int | None = None
) -> ProposalPage | None:
    """The page of a proposal; None for a revision that does not exist."""
    revisions = revisions_of(session, proposal)
    shown = next((each for each in revisions if revision in {None, each.number}), None)
    if shown is None and revision is not None:
        return None
    manager = session.get(User, proposal.manager_id) if proposal.manager_id else None
    return ProposalPage(
        proposal=proposal,
        revisions=revisions,
        revision=shown,
        document=document_of(shown) if shown else None,
        events=events_of(session, proposal),
        delivery=delivery_of(session, proposal.id or 0),
        manager=manager.name if manager else "",
    )
