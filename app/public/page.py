"""What the client's page shows: the frozen document and where the proposal stands."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from sqlmodel import Session

from app.clock import local_day
from app.proposals.document import Document
from app.proposals.lifecycle import Status
from app.proposals.models import Proposal, Revision
from app.proposals.service import document_of, events_of, proposal_by_token, sent_revision_of

MAX_TOKEN_CHARACTERS = 100


class State(StrEnum):
    """Where the proposal stands for its client."""

    OPEN = "open"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


@dataclass(frozen=True, slots=True)
class ClientPage:
    """Everything the page is made of."""

    token: str
    proposal: Proposal
    revision: Revision
    document: Document
    state: State
    answered_by: str
    answered_on: date | None

    @property
    def pictures(self) -> frozenset[str]:
        """Hashes of the pictures that this client may fetch."""
        document = self.document
        hashes = [document.brand.logo, document.cover.manager.portrait]
        hashes += [line.picture for line in document.solution.lines]
        hashes += [line.picture_large for line in document.solution.lines]
        hashes += [item.picture for item in document.next_steps.recommendations]
        return frozenset(found for found in hashes if found)


def open_page(session: Session, token: str, today: date, *, lock: bool = False) -> ClientPage:
    """The page behind a link; with `lock`, nobody else changes the proposal until the transaction ends.

    Raises UnknownProposalError for a link that shows nothing.
    """
    proposal = proposal_by_token(session, token[:MAX_TOKEN_CHARACTERS], lock=lock)
    revision = sent_revision_of(session, proposal)
    document = document_of(revision)
    state = _state(proposal, date.fromisoformat(document.valid_until), today)
    answer = next((event for event in events_of(session, proposal) if event.what == state.value), None)
    return ClientPage(
        token=token,
        proposal=proposal,
        revision=revision,
        document=document,
        state=state,
        # Noted by our own people after a call, the name is theirs, not the client's.
        answered_by=answer.by if answer and not answer.details.get("noted") else "",
        answered_on=local_day(answer.at) if answer else None,
    )


def _state(proposal: Proposal, valid_until: date, today: date) -> State:
    if proposal.status == Status.ACCEPTED:
        return State.ACCEPTED
    if proposal.status == Status.DECLINED:
        return State.DECLINED
    if proposal.status == Status.EXPIRED or valid_until < today:
        return State.EXPIRED
    return State.OPEN
