"""What a brief means where it says nothing."""

from datetime import date, timedelta

from app.catalog.model import Catalogue, Term
from app.personalization.taxonomy import match
from app.proposals.brief import Brief

DEFAULT_LANGUAGE = "uk"
FOREIGN_LANGUAGE = "en"
LANGUAGE_OF_COUNTRY = {
    "ua": "uk",
    "україна": "uk",
    "ukraine": "uk",
    "украина": "uk",
    "ru": "ru",
    "by": "ru",
    "kz": "ru",
}


def language_of(brief: Brief) -> str:
    """Tell the language to write in: the brief's, else one that the company's country reads."""
    if brief.language:
        return brief.language.casefold()
    country = (brief.company.country or "").casefold()
    return LANGUAGE_OF_COUNTRY.get(country, FOREIGN_LANGUAGE if country else DEFAULT_LANGUAGE)


def currency_of(brief: Brief, catalogue: Catalogue) -> str:
    """Tell the currency of the offer: the brief's, else the catalogue's."""
    return (brief.currency or catalogue.currency).upper()


def industry_of(brief: Brief, catalogue: Catalogue) -> Term | None:
    """Find the company's industry in the catalogue's list; an unknown one is no error."""
    return match(catalogue.industries, brief.company.industry)


def role_of(brief: Brief, catalogue: Catalogue) -> Term | None:
    """Find the contact's role in the catalogue's list; any other text is a job title."""
    return match(catalogue.roles, brief.contact.role)


def valid_until(brief: Brief, catalogue: Catalogue, today: date) -> date:
    """Tell the last day on which the prices hold."""
    return today + timedelta(days=brief.valid_days or catalogue.valid_days)
