"""From a brief to a frozen revision and its pages: what every door calls."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from sqlmodel import Session, select

from app.accounts.models import User
from app.accounts.service import person
from app.catalog.model import Catalogue, in_language
from app.catalog.service import published_catalogue
from app.database import now
from app.instance import Instance
from app.leads.history import baskets, record_basket
from app.leads.service import remember
from app.pipeline.drafts import SentAlreadyError, new_proposal
from app.pipeline.offers import build_offer
from app.pricing.money import Money
from app.proposals.brief import Brief
from app.proposals.compose import compose
from app.proposals.document import Document, Person
from app.proposals.models import Proposal, Revision
from app.proposals.offer import Offer
from app.proposals.revisions import changes
from app.proposals.service import (
    document_of,
    proposal_by_number,
    public_token,
    record_event,
    revision_of,
    search_text,
)


@dataclass(frozen=True, slots=True)
class Made:
    """An offer put into words for one revision of one proposal."""

    offer: Offer
    document: Document
    number: str
    revision: int


def offer_for(instance: Instance, brief: Brief, *, user_id: int | None, today: date) -> Offer:
    """The offer of a brief made by that person. Raises ProblemsError where nothing can be priced."""
    with instance.database.session() as session:
        user = session.get(User, user_id) if user_id else None
        catalogue = published_catalogue(session, brief.catalog)
        history = baskets(session, catalogue.key)
    role = user.role if user else None
    return build_offer(instance, brief, catalogue=catalogue, history=history, role=role, today=today)


def begin(instance: Instance, brief: Brief, *, user_id: int | None) -> str:
    """A new proposal for the brief; its number."""
    form = brief.model_dump(mode="json")
    with instance.database.transaction() as session:
        return new_proposal(session, form, user_id=user_id, secret_key=instance.settings.secret_key).number


def put_into_words(instance: Instance, offer: Offer, number: str, *, today: date) -> Made:
    """The document of the revision that the draft will become, or of the latest one if there is no draft."""
    with instance.database.session() as session:
        proposal = proposal_by_number(session, number)
        manager = _manager(session, proposal, offer.catalogue, offer.language)
    revision = proposal.draft_revision or max(proposal.revision, 1)
    document = compose(
        offer,
        manager=manager,
        number=number,
        revision=revision,
        public_url=public_url(instance, proposal),
        today=today,
    )
    return Made(offer, document, number, revision)


def keep_revision(session: Session, made: Made, *, user_id: int | None) -> tuple[Proposal, Revision]:
    """Store the revision, inside the caller's transaction; until it is sent it may be stored anew.

    Given again what was sent already, it returns that. Raises SentAlreadyError for anything else.
    """
    proposal = proposal_by_number(session, made.number, lock=True)
    brief = made.offer.brief.model_dump(mode="json")
    if proposal.draft_revision is None:
        latest = revision_of(session, proposal)
        if latest.brief != brief:
            raise SentAlreadyError(made.number)
        return proposal, latest
    if proposal.draft_revision != made.revision:  # sent and revised while this was put into words
        raise SentAlreadyError(made.number)
    revision = _stored(session, proposal, made.revision)
    if revision.document_hash != made.document.content_hash:
        _fill(session, revision, made, brief)
    _describe(session, proposal, made, brief)
    if revision.id is None:
        user = session.get(User, user_id) if user_id else None
        record_event(session, proposal, "composed", user_id=user_id, by=user.name if user else "")
    session.add(revision)
    session.add(proposal)
    session.flush()
    return proposal, revision


def public_url(instance: Instance, proposal: Proposal) -> str:
    """The client's link."""
    token = public_token(instance.settings.secret_key, proposal.id or 0)
    return f"{instance.settings.public_url}/p/{token}"


def _stored(session: Session, proposal: Proposal, number: int) -> Revision:
    query = select(Revision).where(Revision.proposal_id == proposal.id, Revision.number == number)
    return session.exec(query).first() or Revision(
        proposal_id=proposal.id or 0,
        number=number,
        brief={},
        document="",
        document_hash="",
        catalogue="",
        catalogue_version=0,
        total_minor=0,
        currency="",
        valid_until=date.min,
        manager_id=proposal.manager_id,
    )


def _fill(session: Session, revision: Revision, made: Made, brief: dict[str, object]) -> None:
    document = made.document
    revision.brief = brief
    revision.document = document.canonical_json()
    revision.document_hash = document.content_hash
    revision.catalogue, revision.catalogue_version = document.catalog, document.catalog_version
    revision.pdf_hash = revision.specification_hash = None
    revision.total_minor = Money.rounded(document.total.value, document.currency).minor
    revision.currency = document.currency
    revision.valid_until = date.fromisoformat(document.valid_until)
    revision.created_at = now()
    before = session.exec(
        select(Revision).where(
            Revision.proposal_id == revision.proposal_id, Revision.number == revision.number - 1
        )
    ).first()
    found = changes(document_of(before), document) if before else ()
    revision.changes = [change.as_json() for change in found]


def _describe(session: Session, proposal: Proposal, made: Made, brief: dict[str, object]) -> None:
    """Repeat in the proposal's row what lists need; remember the lead and what it was offered."""
    offer, document = made.offer, made.document
    given = offer.brief
    proposal.company_id, proposal.contact_id = remember(session, given)
    proposal.draft = brief
    proposal.revision = made.revision
    proposal.language, proposal.catalogue = offer.language, offer.catalogue.key
    proposal.company, proposal.contact = given.company.name, given.contact.name or ""
    proposal.email = given.contact.email or ""
    proposal.search_text = search_text(
        proposal.number, proposal.company, proposal.contact, proposal.email, given.company.tax_id
    )
    proposal.total_minor = Money.rounded(document.total.value, document.currency).minor
    proposal.currency = document.currency
    proposal.valid_until = date.fromisoformat(document.valid_until)
    proposal.updated_at = now()
    record_basket(
        session,
        proposal=proposal.number,
        catalogue=offer.catalogue.key,
        skus=offer.skus,
        offered_on=date.fromisoformat(document.date),
        industry=offer.industry.key if offer.industry else None,
        company_id=proposal.company_id,
        contact_id=proposal.contact_id,
    )


def _manager(session: Session, proposal: Proposal, catalogue: Catalogue, language: str) -> Person:
    """Who answers: the proposal's manager, or whoever signs for the brand."""
    user = session.get(User, proposal.manager_id) if proposal.manager_id else None
    if user is None:
        brand = catalogue.brand
        return Person(
            name=in_language(brand.signatory, language) or in_language(brand.name, language),
            position=in_language(brand.signatory_position, language),
            phone=brand.phone,
            email=brand.email,
            portrait=None,
        )
    card = person(user, language)
    return Person(
        name=card.name,
        position=card.position,
        phone=card.phone,
        email=card.email,
        portrait=card.portrait,
    )


def total_of(revision: Revision) -> Decimal:
    """The total of a stored revision."""
    return Money.from_minor(revision.total_minor, revision.currency).amount
