"""Statuses, mail states and events in words, and how strongly each is marked."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask_babel import gettext as _

from app.delivery.models import DeliveryState
from app.delivery.own_words import told
from app.problems import N_
from app.proposals.lifecycle import Status
from app.proposals.models import Event


@dataclass(frozen=True, slots=True)
class Tag:
    """A word about a state; `tone` is a CSS class."""

    text: str
    tone: str = ""

    @property
    def label(self) -> str:
        """The word in the page's language."""
        return _(self.text)


STATUSES: Mapping[str, Tag] = {
    Status.DRAFT: Tag(N_("Draft")),
    Status.QUEUED: Tag(N_("On its way"), "tag-warn"),
    Status.SENT: Tag(N_("Sent"), "tag-good"),
    Status.ACCEPTED: Tag(N_("Accepted"), "tag-strong"),
    Status.DECLINED: Tag(N_("Declined"), "tag-bad"),
    Status.EXPIRED: Tag(N_("Expired")),
}
MAIL: Mapping[str, Tag] = {
    DeliveryState.QUEUED: Tag(N_("Waits for its turn"), "tag-warn"),
    DeliveryState.SENDING: Tag(N_("Being sent"), "tag-warn"),
    DeliveryState.SENT: Tag(N_("Sent"), "tag-good"),
    DeliveryState.WAITING: Tag(N_("Will be tried again"), "tag-warn"),
    DeliveryState.UNKNOWN: Tag(N_("May have arrived"), "tag-warn"),
    DeliveryState.FAILED: Tag(N_("Not sent"), "tag-bad"),
}
PENDING = frozenset(
    {DeliveryState.QUEUED, DeliveryState.SENDING, DeliveryState.WAITING, DeliveryState.UNKNOWN}
)
EVENTS: Mapping[str, str] = {
    "created": N_("Created"),
    "composed": N_("Put together"),
    "revised": N_("New revision begun"),
    "copied": N_("Copied from {source}"),
    "queued": N_("Given to the outbox"),
    "sent": N_("Sent"),
    "resent": N_("Sent once more"),
    "mail_sending": N_("Being sent to {recipient}"),
    "mail_sent": N_("Sent to {recipient}"),
    "mail_waiting": N_("Mail not taken yet, it will be tried again"),
    "mail_unknown": N_("Connection broke off while sending; the mail may have arrived"),
    "mail_failed": N_("Mail refused"),
    "opened": N_("Opened by the client"),
    "accepted": N_("Accepted"),
    "declined": N_("Declined"),
    "expired": N_("Validity ran out"),
    "note": N_("Note"),
}
UNKNOWN_DETAIL = "…"


class _Details(dict[str, object]):
    def __missing__(self, key: str) -> str:
        return UNKNOWN_DETAIL


def status_tag(status: str) -> Tag:
    """The proposal's status in a word."""
    return STATUSES.get(status, Tag(status))


def mail_tag(state: str) -> Tag:
    """How its mail fares, in a word."""
    return MAIL.get(state, Tag(state))


def event_text(event: Event) -> str:
    """What happened, in the page's language."""
    return _(EVENTS.get(event.what, event.what)).format_map(_Details(event.details))


def mail_words(words: str) -> str:
    """What the server said last, or we about it."""
    return told(words, _)


def event_detail(event: Event) -> str:
    """What else is to be said: the server's words, the client's reason, a note."""
    details = event.details
    words = told(str(details.get("words") or ""), _)
    found = words or details.get("reason") or details.get("text") or ""
    code = details.get("code")
    return f"{code} {found}".strip() if code else str(found)
