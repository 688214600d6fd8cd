"""Use cases of the call screen: which catalogue, the draft, the live figures, known companies."""

import logging
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from typing import Any

from flask_babel import gettext as _
from sqlmodel import Session

from app import pipeline
from app.catalog.model import Catalogue, in_language
from app.catalog.published import UnknownCatalogueError, published_catalogue
from app.desk.access import visible_proposal
from app.desk.call_figures import FiguresView, show_figures
from app.desk.call_input import CallInput, from_draft
from app.desk.call_reading import Reading, read_call
from app.instance import Instance
from app.language.dates import format_date
from app.leads.history import baskets
from app.leads.lead import KnownLead
from app.personalization.taxonomy import match
from app.problems import ProblemsError
from app.proposals.brief import Brief
from app.proposals.offer import Offer
from app.rendering.problems import RenderingError
from app.roles import Role
from app.sandbox import SandboxCrashError, SandboxTimeoutError

LOG = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Caller:
    """Who holds the telephone: the person signed in, the language of their screen, the day."""

    user_id: int
    role: Role
    language: str
    today: date


@dataclass(frozen=True, slots=True)
class Kept:
    """A draft as it was kept."""

    number: str
    typed: CallInput

    @property
    def tab(self) -> str:
        """The window that kept it last."""
        return self.typed["call.tab"]


def chosen_catalogue(session: Session, *keys: str | None) -> Catalogue | None:
    """The first of the named catalogues that is there, else the first of all; None before any import."""
    for key in filter(None, keys):
        with suppress(UnknownCatalogueError):
            return published_catalogue(session, key)
    with suppress(UnknownCatalogueError):
        return published_catalogue(session, None)
    return None


def kept_draft(session: Session, number: str) -> Kept | None:
    """The draft under that number; None when it was sent already. A stranger's is not found."""
    proposal = visible_proposal(session, number)
    if proposal.draft_revision is None:
        return None
    return Kept(proposal.number, from_draft(proposal.draft or {}))


def keep(
    instance: Instance, number: str | None, typed: CallInput, caller: Caller, *, seen: str
) -> tuple[str, str]:
    """Keep the form as it is; the draft's number, and a warning when another window keeps it, too.

    The last writer wins: what stands in this form is what is kept.
    """
    warning = ""
    if number:
        with instance.database.session() as session:
            before = kept_draft(session, number)
        if before is None:
            return number, _("%(number)s was sent already: what is typed here is not kept.", number=number)
        if before.tab and before.tab not in {typed["call.tab"], seen}:
            warning = _("This draft is open in another window, too. What is typed last is what is kept.")
    return pipeline.save_draft(instance, number, typed.as_draft(), user_id=caller.user_id), warning


def draw(instance: Instance, number: str, brief: Brief, caller: Caller) -> pipeline.Preview | str:
    """The pages, or in one sentence which text is too long for them."""
    try:
        return pipeline.preview(instance, number, brief, user_id=caller.user_id, today=caller.today)
    except RenderingError as error:
        if not error.problems:
            raise
        return " ".join(problem.explain(_) for problem in error.problems)


def send_once(instance: Instance, number: str, brief: Brief, caller: Caller) -> tuple[str, ...]:
    """Make the proposal and hand it to the outbox, or say why not; one that was sent stays as it is."""
    with suppress(pipeline.SentAlreadyError):
        try:
            pipeline.create(
                instance, brief, user_id=caller.user_id, send=True, number=number, today=caller.today
            )
        except ProblemsError as error:
            return tuple(problem.explain(_) for problem in error.problems)
    return ()


def read(typed: CallInput, catalogue: Catalogue, caller: Caller) -> Reading:
    """The form as a brief with what is wrong and missing."""
    return read_call(typed, catalogue, language=caller.language, role=caller.role.value, today=caller.today)


def live_figures(instance: Instance, typed: CallInput, catalogue: Catalogue, caller: Caller) -> FiguresView:
    """Everything that changes while somebody types."""
    reading = read(typed, catalogue, caller)
    offer = _offer(instance, reading.brief, catalogue, caller) if reading.brief else None
    return show_figures(
        typed,
        reading,
        offer,
        catalogue=catalogue,
        role=caller.role,
        language=caller.language,
        today=caller.today,
    )


def _offer(instance: Instance, brief: Brief, catalogue: Catalogue, caller: Caller) -> Offer | None:
    """The offer; None while it cannot be worked out: the screen opens and keeps the form all the same."""
    with instance.database.session() as session:
        history = baskets(session, catalogue.key)
    try:
        return pipeline.build_offer(
            instance, brief, catalogue=catalogue, history=history, role=caller.role.value, today=caller.today
        )
    except ProblemsError:
        return None
    except (SandboxCrashError, SandboxTimeoutError):
        LOG.exception("the figures could not be worked out")
        return None


def lead_fields(lead: KnownLead, catalogue: Catalogue, language: str) -> Mapping[str, str]:
    """What a known company fills into the form; list entries are named in the page's language."""
    industry = match(catalogue.industries, lead.industry)
    role = match(catalogue.roles, lead.role)
    return {
        "company.name": lead.company,
        "company.industry": in_language(industry.name, language) if industry else lead.industry,
        "company.tax_id": lead.tax_id,
        "company.city": lead.city,
        "company.country": lead.country,
        "contact.name": lead.contact,
        "contact.role": in_language(role.name, language) if role else lead.role,
        "contact.email": lead.email,
        "contact.phone": lead.phone,
        "language": lead.language,
    }


def lead_history(lead: KnownLead, language: str) -> str:
    """«Second request, last proposal КП-98 of 14 March 2026», as far as there is any."""
    if not lead.proposals or not lead.last_offered_on:
        return _("known, no proposal yet")
    last = _(
        "last proposal %(number)s of %(date)s",
        number=lead.last_proposal,
        date=format_date(lead.last_offered_on, language),
    )
    return f"{_request(lead.proposals + 1)}, {last}"


def _request(number: int) -> str:
    named = {2: _("second request"), 3: _("third request"), 4: _("fourth request"), 5: _("fifth request")}
    return named.get(number) or _("request no. %(number)s", number=number)


def lead_view(lead: KnownLead, catalogue: Catalogue, language: str) -> dict[str, Any]:
    """A known company as an option of the list."""
    meta = " · ".join(part for part in (lead.contact, lead.city, lead_history(lead, language)) if part)
    return {
        "name": lead.company,
        "meta": meta,
        "data": {"fields": lead_fields(lead, catalogue, language), "history": lead_history(lead, language)},
    }
