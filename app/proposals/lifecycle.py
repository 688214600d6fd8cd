"""The life of a proposal: its statuses and every step between them, in one table. Pure."""

from collections.abc import Mapping
from enum import StrEnum


class Status(StrEnum):
    """Where a proposal is. How its mail fares is told by the delivery."""

    DRAFT = "draft"
    QUEUED = "queued"
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"


class Step(StrEnum):
    """What can happen to a proposal."""

    SEND = "send"
    """A revision was given to the outbox."""
    DELIVER = "deliver"
    """The mail server took it."""
    ACCEPT = "accept"
    DECLINE = "decline"
    EXPIRE = "expire"
    """Its validity ran out without an answer."""


class LifecycleError(ValueError):
    """A step that a proposal in this status cannot take."""

    def __init__(self, status: Status, step: Step) -> None:
        self.status = status
        self.step = step
        super().__init__(f"a proposal that is {status} cannot {step}")


# A client may answer while the mail still waits: the link can reach them by another way,
# and an answer that came back to a new revision makes the old answer history.
TRANSITIONS: Mapping[tuple[Status, Step], Status] = {
    (Status.DRAFT, Step.SEND): Status.QUEUED,
    (Status.QUEUED, Step.SEND): Status.QUEUED,
    (Status.SENT, Step.SEND): Status.QUEUED,
    (Status.DECLINED, Step.SEND): Status.QUEUED,
    (Status.EXPIRED, Step.SEND): Status.QUEUED,
    (Status.QUEUED, Step.DELIVER): Status.SENT,
    (Status.SENT, Step.DELIVER): Status.SENT,
    (Status.ACCEPTED, Step.DELIVER): Status.ACCEPTED,
    (Status.DECLINED, Step.DELIVER): Status.DECLINED,
    (Status.EXPIRED, Step.DELIVER): Status.EXPIRED,
    (Status.QUEUED, Step.ACCEPT): Status.ACCEPTED,
    (Status.SENT, Step.ACCEPT): Status.ACCEPTED,
    (Status.QUEUED, Step.DECLINE): Status.DECLINED,
    (Status.SENT, Step.DECLINE): Status.DECLINED,
    (Status.QUEUED, Step.EXPIRE): Status.EXPIRED,
    (Status.SENT, Step.EXPIRE): Status.EXPIRED,
}


def can(status: Status, step: Step) -> bool:
    """Whether a proposal in that status may take the step."""
    return (status, step) in TRANSITIONS


def after(status: Status, step: Step) -> Status:
    """The status after the step. Raises LifecycleError when it cannot be taken."""
    try:
        return TRANSITIONS[status, step]
    except KeyError:
        raise LifecycleError(status, step) from None
