"""Who may see which proposal: managers their own, heads of sales and administrators everybody's."""

from sqlmodel import Session

from app.proposals.models import Proposal
from app.proposals.service import UnknownProposalError, proposal_by_number
from app.web.requests import signed_in, user_id


def own_only() -> int | None:
    """The manager whose proposals a list is narrowed to; None for all."""
    return None if signed_in().role_of.sees_everyone else user_id()


def visible_proposal(session: Session, number: str, *, lock: bool = False) -> Proposal:
    """The proposal, locked if wanted; one that is somebody else's looks like none.

    Raises UnknownProposalError.
    """
    proposal = proposal_by_number(session, number, lock=lock)
    if own_only() not in {None, proposal.manager_id}:
        raise UnknownProposalError(number)
    return proposal
