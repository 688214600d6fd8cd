"""How the mail of a proposal fares, in the manager's words and the mail server's."""

import math
from dataclasses import dataclass
from datetime import datetime

from flask_babel import gettext as _
from sqlmodel import Session

from app.delivery.models import Delivery, DeliveryState
from app.delivery.outbox import pause_of
from app.delivery.own_words import told
from app.delivery.watch import delivery_of
from app.proposals.models import Proposal

MOVING_SECONDS = 1
WAITING_SECONDS = 10
SECONDS_A_MINUTE = 60


@dataclass(frozen=True, slots=True)
class DeliveryView:
    """`kind` is sending, sent, waiting or failed; `moving` means that asking again makes sense."""

    kind: str
    title: str
    words: str
    moving: bool
    wait: int = MOVING_SECONDS


def show_delivery(session: Session, proposal: Proposal, moment: datetime) -> DeliveryView:
    """The latest message of the proposal."""
    delivery = delivery_of(session, proposal.id or 0)
    if delivery is None:
        return DeliveryView("sending", _("%(number)s is made", number=proposal.number), "", moving=True)
    pause = pause_of(session)
    if pause and delivery.state == DeliveryState.QUEUED.value:
        words = _("The mail server does not let us in: %(words)s", words=told(pause.server_words, _))
        return DeliveryView(
            "waiting", _waits(proposal, pause.until, moment), words, moving=True, wait=WAITING_SECONDS
        )
    return _view(delivery, proposal, moment)


def _view(delivery: Delivery, proposal: Proposal, moment: datetime) -> DeliveryView:
    state = DeliveryState(delivery.state)
    number, recipient = proposal.number, delivery.recipient
    if state is DeliveryState.SENT:
        words = _with(told(delivery.server_words, _), _("to %(recipient)s", recipient=recipient))
        return DeliveryView("sent", _("%(number)s is sent", number=number), words, moving=False)
    if state is DeliveryState.FAILED:
        words = _with(told(delivery.server_words, _), recipient)
        return DeliveryView("failed", _("%(number)s was not delivered", number=number), words, moving=False)
    if state in {DeliveryState.WAITING, DeliveryState.UNKNOWN}:
        title = _waits(proposal, delivery.next_attempt_at or moment, moment)
        return DeliveryView(
            "waiting", title, told(delivery.server_words, _), moving=True, wait=WAITING_SECONDS
        )
    words = _("to %(recipient)s", recipient=recipient)
    return DeliveryView("sending", _("%(number)s is being sent…", number=number), words, moving=True)


def _waits(proposal: Proposal, until: datetime, moment: datetime) -> str:
    minutes = max(1, math.ceil((until - moment).total_seconds() / SECONDS_A_MINUTE))
    return _("%(number)s is safe; next try in %(minutes)s min", number=proposal.number, minutes=minutes)


def _with(server: str, ours: str) -> str:
    return f"{ours} · {server}" if server else ours
