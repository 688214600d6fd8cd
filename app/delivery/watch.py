"""How the mail fares, for people: the state of a proposal's mail, trouble, counts."""

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import func
from sqlmodel import Session, and_, col, or_, select

from app.delivery.models import Delivery, DeliveryState
from app.delivery.schedule import MANAGER_HEARS_AFTER
from app.proposals.models import Proposal

LIST_LIMIT = 200


def delivery_of(session: Session, proposal_id: int) -> Delivery | None:
    """The latest message of a proposal."""
    query = select(Delivery).where(Delivery.proposal_id == proposal_id)
    return session.exec(query.order_by(col(Delivery.id).desc())).first()


def deliveries_of(session: Session, proposal_id: int) -> Sequence[Delivery]:
    """Every message of a proposal, newest first."""
    query = select(Delivery).where(Delivery.proposal_id == proposal_id)
    return session.exec(query.order_by(col(Delivery.id).desc())).all()


def latest_states(session: Session, proposal_ids: Sequence[int]) -> dict[int, str]:
    """For a list: the state of each proposal's latest message."""
    query = select(Delivery).where(col(Delivery.proposal_id).in_(proposal_ids)).order_by(col(Delivery.id))
    return {delivery.proposal_id: delivery.state for delivery in session.exec(query).all()}


def trouble(
    session: Session, moment: datetime, *, manager_id: int | None = None
) -> Sequence[tuple[Delivery, Proposal]]:
    """What a manager should hear of: refused, in doubt, or waiting for a quarter of an hour."""
    late = and_(
        col(Delivery.state) == DeliveryState.WAITING.value,
        col(Delivery.first_attempt_at) <= moment - MANAGER_HEARS_AFTER,
    )
    query = (
        select(Delivery, Proposal)
        .where(col(Delivery.proposal_id) == col(Proposal.id))
        .where(or_(col(Delivery.state).in_((DeliveryState.FAILED.value, DeliveryState.UNKNOWN.value)), late))
    )
    if manager_id is not None:
        query = query.where(Proposal.manager_id == manager_id)
    return session.exec(query.order_by(col(Delivery.id).desc()).limit(LIST_LIMIT)).all()


def outbox_list(session: Session, state: str = "") -> Sequence[tuple[Delivery, Proposal]]:
    """Messages with their proposals, newest first."""
    query = select(Delivery, Proposal).where(col(Delivery.proposal_id) == col(Proposal.id))
    if state:
        query = query.where(Delivery.state == state)
    return session.exec(query.order_by(col(Delivery.id).desc()).limit(LIST_LIMIT)).all()


def not_sent(session: Session) -> Sequence[tuple[Delivery, Proposal]]:
    """Every message that the mail server has not taken, newest first."""
    query = select(Delivery, Proposal).where(col(Delivery.proposal_id) == col(Proposal.id))
    query = query.where(Delivery.state != DeliveryState.SENT.value)
    return session.exec(query.order_by(col(Delivery.id).desc())).all()


def counts(session: Session) -> dict[str, int]:
    """How many messages are in each state, zeros included."""
    rows = session.exec(select(Delivery.state, func.count()).group_by(Delivery.state)).all()
    return {state.value: dict(rows).get(state.value, 0) for state in DeliveryState}
