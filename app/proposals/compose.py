"""From an offer to the document: every text chosen, every number written, nothing left to compute."""

from dataclasses import replace
from datetime import date

from app.personalization.content import Context
from app.problems import N_
from app.proposals.compose_context import context
from app.proposals.compose_cover import cover
from app.proposals.compose_economics import economics
from app.proposals.compose_mail import mail
from app.proposals.compose_next import next_steps
from app.proposals.compose_solution import solution
from app.proposals.defaults import valid_until
from app.proposals.document import BrandView, Document, Person
from app.proposals.offer import Offer
from app.proposals.wording import Wording

FOOTER_COMPANY_CHARS = 60

TITLE = N_("Proposal {number} for {company}")
PAGE_LABEL = N_("{page} / {pages}")


def compose(
    offer: Offer, *, manager: Person, number: str, revision: int, public_url: str, today: date
) -> Document:
    """Put an offer into words.

    Pure: the same offer, manager, number, link and day give the same document. The document knows
    neither costs nor margins.
    """
    words = _wording(
        offer, manager=manager, number=number, revision=revision, public_url=public_url, today=today
    )
    catalogue, brief = offer.catalogue, offer.brief
    company = words.polished(brief.company.name)
    return Document(
        number=number,
        revision=revision,
        title=words.say(TITLE, number=words.number, company=brief.company.name),
        language=offer.language,
        currency=offer.currency,
        catalog=catalogue.key,
        catalog_version=catalogue.version,
        date=today.isoformat(),
        valid_until=words.valid_until.isoformat(),
        company=company,
        contact=brief.contact.name or "",
        footer=_footer(words, company),
        page_label=PAGE_LABEL,
        brand=_brand(words),
        total=words.amount(offer.quote.total),
        cover=cover(words),
        solution=solution(words),
        economics=economics(words),
        next_steps=next_steps(words),
        mail=mail(words),
    )


def _wording(
    offer: Offer, *, manager: Person, number: str, revision: int, public_url: str, today: date
) -> Wording:
    words = Wording(
        offer=offer,
        manager=manager,
        number=number if revision <= 1 else f"{number}/{revision}",
        public_url=public_url,
        today=today,
        valid_until=valid_until(offer.brief, offer.catalogue, today),
        context=Context(language=offer.language),
    )
    return replace(words, context=context(words))


def _footer(words: Wording, company: str) -> str:
    brand = words.name(words.offer.catalogue.brand.name)
    parts = [brand, words.number, company if len(company) <= FOOTER_COMPANY_CHARS else ""]
    return " · ".join(part for part in parts if part)


def _brand(words: Wording) -> BrandView:
    brand = words.offer.catalogue.brand
    return BrandView(
        name=words.name(brand.name),
        legal_name=words.name(brand.legal_name),
        colour=brand.colour,
        accent=brand.accent,
        pattern=brand.pattern,
        logo=brand.logo,
        tax_id=brand.tax_id,
        address=words.own(brand.address),
        phone=brand.phone,
        email=brand.email,
        site=brand.site,
        bank=words.own(brand.bank),
    )
