"""Use cases of leads: remember one, find the ones met before."""

from sqlalchemy import ColumnElement, or_
from sqlmodel import Session, col, select

from app.database import now
from app.leads.identity import company_key, email_key, person_key, phone_key, tax_key
from app.leads.lead import KnownLead, Lead
from app.leads.merging import find_company, find_contact, update
from app.leads.models import Basket, Company, Contact

DEFAULT_LIMIT = 8


def remember(session: Session, lead: Lead) -> tuple[int, int | None]:
    """Merge the lead into the golden record and return the ids of its company and contact.

    The contact is None when nothing is known about the person. Commits nothing.
    """
    company = find_company(session, lead) or Company(name=lead.company.name, name_key="")
    update(
        company,
        {
            "name": lead.company.name,
            "name_key": company_key(lead.company.name),
            "tax_id": lead.company.tax_id,
            "tax_key": tax_key(lead.company.tax_id),
            "industry": lead.company.industry,
            "city": lead.company.city,
            "country": lead.company.country,
        },
    )
    company.seen_at = now()
    session.add(company)
    session.flush()
    return _id(company), _remember_contact(session, _id(company), lead)


def known_companies(session: Session, text: str, limit: int = DEFAULT_LIMIT) -> tuple[KnownLead, ...]:
    """Find companies by what was typed: a part of the name, of a person's name, address or phone.

    The one met last comes first; an empty text gives the latest ones.
    """
    statement = select(Company).order_by(col(Company.seen_at).desc(), col(Company.id).desc()).limit(limit)
    typed = text.strip()
    if typed:
        statement = statement.where(_mentions(typed))
    return tuple(_known(session, company) for company in session.exec(statement))


def known_company(session: Session, name: str) -> KnownLead | None:
    """The company of that name, legal form and quotes aside: not one whose name only contains it."""
    key = company_key(name) if name.strip() else ""
    query = select(Company).where(Company.name_key == key).order_by(col(Company.seen_at).desc())
    found = session.exec(query).first() if key else None
    return _known(session, found) if found else None


def _mentions(typed: str) -> ColumnElement[bool]:
    people = select(Contact.company_id).where(
        or_(
            col(Contact.email_key).contains(typed.casefold(), autoescape=True),
            col(Contact.name_key).contains(person_key(typed), autoescape=True),
            col(Contact.phone_key).contains(_digits(typed) or "—", autoescape=True),
        )
    )
    tax = tax_key(typed)
    return or_(
        col(Company.name_key).contains(company_key(typed), autoescape=True),
        *([col(Company.tax_key) == tax] if tax else []),  # comparing with nothing finds all who have none
        col(Company.id).in_(people),
    )


def _remember_contact(session: Session, company_id: int, lead: Lead) -> int | None:
    person = lead.contact
    if not (person.name or person.email or person.phone):
        return None
    contact = find_contact(session, company_id, lead) or Contact(company_id=company_id)
    update(
        contact,
        {
            "name": person.name,
            "name_key": person_key(person.name),
            "role": person.role,
            "email": person.email,
            "email_key": email_key(person.email),
            "phone": person.phone,
            "phone_key": phone_key(person.phone, lead.company.country),
            "language": lead.language,
        },
    )
    contact.seen_at = now()
    session.add(contact)
    session.flush()
    return _id(contact)


def _known(session: Session, company: Company) -> KnownLead:
    contact = session.exec(
        select(Contact)
        .where(Contact.company_id == company.id)
        .order_by(col(Contact.seen_at).desc(), col(Contact.id).desc())
    ).first() or Contact(company_id=_id(company))
    offers = session.exec(
        select(Basket)
        .where(Basket.company_id == company.id)
        .order_by(col(Basket.offered_on).desc(), col(Basket.id).desc())
    ).all()
    return KnownLead(
        company_id=_id(company),
        company=company.name,
        industry=company.industry or "",
        tax_id=company.tax_id or "",
        city=company.city or "",
        country=company.country or "",
        contact=contact.name or "",
        role=contact.role or "",
        email=contact.email or "",
        phone=contact.phone or "",
        language=contact.language or "",
        proposals=len(offers),
        last_proposal=offers[0].proposal if offers else "",
        last_offered_on=offers[0].offered_on if offers else None,
    )


def _id(row: Company | Contact) -> int:
    if row.id is None:
        raise LookupError("the row is not stored yet")
    return row.id


def _digits(text: str) -> str:
    digits = "".join(char for char in text if char.isdigit())
    return digits if len(digits) > 3 else ""  # noqa: PLR2004 - fewer digits are in every number
