"""Drafts: the form as it is typed, kept from the first moment that it names a company."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlmodel import Session

from app.accounts.models import User
from app.catalog.service import published_catalogue
from app.database import now
from app.instance import Instance
from app.language.translations import SUPPORTED
from app.proposals.defaults import DEFAULT_LANGUAGE
from app.proposals.lifecycle import Status
from app.proposals.models import Proposal
from app.proposals.numbers import next_number
from app.proposals.service import (
    check_open,
    proposal_by_number,
    public_token,
    record_event,
    revision_of,
    search_text,
    token_hash,
)

MAX_CHARS = 200


class SentAlreadyError(RuntimeError):
    """The draft was sent meanwhile: to change the proposal, make a new revision of it."""


@dataclass(frozen=True, slots=True)
class Draft:
    """A form in the shape of a brief, its texts as they were typed, and the revision it will become."""

    number: str
    revision: int
    form: Mapping[str, Any]


def save_draft(
    instance: Instance, number: str | None, form: Mapping[str, Any], *, user_id: int | None
) -> str:
    """Keep the form, valid or not, and return the proposal's number; without one it gets the next.

    What comes after Send changes nothing: a proposal that was sent is changed by a new revision.
    Raises UnknownProposalError and UnknownCatalogueError.
    """
    secret_key = instance.settings.secret_key
    with instance.database.transaction() as session:
        if number is None:
            return new_proposal(session, form, user_id=user_id, secret_key=secret_key).number
        proposal = proposal_by_number(session, number, lock=True)
        if proposal.draft_revision is not None:
            _describe(proposal, form)
            session.add(proposal)
        return proposal.number


def read_draft(session: Session, number: str) -> Draft:
    """The draft of a proposal. Raises UnknownProposalError, SentAlreadyError."""
    proposal = proposal_by_number(session, number)
    if proposal.draft_revision is None:
        raise SentAlreadyError(number)
    return Draft(number, proposal.draft_revision, proposal.draft or {})


def revise(instance: Instance, number: str, user_id: int | None) -> Draft:
    """Begin the next revision from what the latest one says; a draft already begun goes on.

    Raises ProblemsError once the client has accepted, UnknownProposalError.
    """
    with instance.database.transaction() as session:
        proposal = proposal_by_number(session, number, lock=True)
        check_open(proposal)
        if proposal.draft_revision is None:
            latest = revision_of(session, proposal)
            proposal.draft_revision = latest.number + 1
            proposal.draft = proposal.draft or latest.brief
            session.add(proposal)
            _record(session, proposal, "revised", user_id, revision=proposal.draft_revision)
        return Draft(number, proposal.draft_revision, proposal.draft or {})


def copy(instance: Instance, number: str, user_id: int | None) -> str:
    """A new proposal that begins where that one is; its number."""
    with instance.database.transaction() as session:
        source = proposal_by_number(session, number)
        form = dict(source.draft or revision_of(session, source).brief)
        form.pop("source", None)
        form.pop("call", None)  # how long that call took says nothing about this one
        made = new_proposal(session, form, user_id=user_id, secret_key=instance.settings.secret_key)
        _record(session, made, "copied", user_id, source=number)
        return made.number


def new_proposal(
    session: Session, form: Mapping[str, Any], *, user_id: int | None, secret_key: str
) -> Proposal:
    """A proposal with the next number, inside the caller's transaction."""
    catalogue = published_catalogue(session, _text(form, "catalog") or None)
    language = _language(form)
    prefix = catalogue.number_prefix.get(language) or next(iter(catalogue.number_prefix.values()), "")
    proposal = Proposal(
        number=next_number(session, prefix),
        status=Status.DRAFT.value,
        language=language,
        catalogue=catalogue.key,
        manager_id=user_id,
        public_hash="",
    )
    proposal.public_hash = f"new {proposal.number}"
    _describe(proposal, form)
    session.add(proposal)
    session.flush()
    proposal.public_hash = token_hash(public_token(secret_key, proposal.id or 0))
    session.add(proposal)
    _record(session, proposal, "created", user_id)
    return proposal


def _describe(proposal: Proposal, form: Mapping[str, Any]) -> None:
    """Repeat in the row what lists and searches need."""
    company, contact, email = (
        _text(form, "company", "name"),
        _text(form, "contact", "name"),
        _text(form, "contact", "email"),
    )
    proposal.draft = dict(form)
    proposal.company, proposal.contact, proposal.email = company, contact, email
    proposal.search_text = search_text(proposal.number, company, contact, email)
    proposal.updated_at = now()
    if not proposal.revision:
        proposal.language = _language(form, proposal.language)
        proposal.catalogue = _text(form, "catalog") or proposal.catalogue
    seconds = _text(form, "call", "seconds")
    if seconds.isdigit() and len(seconds) < 7:  # noqa: PLR2004 - a call of days is a mistake
        proposal.call_seconds = int(seconds)
        proposal.call_started_at = proposal.call_started_at or now() - timedelta(seconds=int(seconds))


def _language(form: Mapping[str, Any], default: str = DEFAULT_LANGUAGE) -> str:
    language = _text(form, "language").casefold()
    return language if language in SUPPORTED else default


def _text(form: Mapping[str, Any], *path: str) -> str:
    value: object = form
    for key in path:
        value = value.get(key) if isinstance(value, Mapping) else None
    return value.strip()[:MAX_CHARS] if isinstance(value, str) else ""


def _record(session: Session, proposal: Proposal, what: str, user_id: int | None, **details: object) -> None:
    user = session.get(User, user_id) if user_id else None
    record_event(session, proposal, what, user_id=user_id, by=user.name if user else "", details=details)
