"""Recognising a company or a person that is already known, and keeping one record of each."""

from collections.abc import Iterable

from rapidfuzz import fuzz
from sqlmodel import Session, SQLModel, col, select
from sqlmodel.sql.expression import SelectOfScalar

from app.leads.identity import company_key, email_key, person_key, phone_key, tax_key
from app.leads.lead import Lead
from app.leads.models import Company, Contact

MIN_NAME_LIKENESS = 55
"""A shared address or phone makes one company of two only when their names look alike."""


def find_company(session: Session, lead: Lead) -> Company | None:
    """Find the lead's company: by tax number, by the person's e-mail or phone, by its name."""
    tax, key = tax_key(lead.company.tax_id), company_key(lead.company.name)
    if tax:
        known = session.exec(_latest().where(Company.tax_key == tax)).first()
        if known:
            return known
    candidates = [*_by_person(session, lead, key), *_by_name(session, key)]
    return next((company for company in candidates if not (tax and company.tax_key)), None)


def find_contact(session: Session, company_id: int, lead: Lead) -> Contact | None:
    """Find the person among the company's: by e-mail, else by name, else by phone."""
    people = session.exec(
        select(Contact).where(Contact.company_id == company_id).order_by(col(Contact.seen_at).desc())
    ).all()
    name = person_key(lead.contact.name)
    email = email_key(lead.contact.email)
    phone = phone_key(lead.contact.phone, lead.company.country)

    def is_the_one(person: Contact, by: str) -> bool:
        if by == "email":
            return bool(email) and person.email_key == email
        if by == "name":
            return bool(name) and person.name_key == name and not (email and person.email_key)
        return bool(phone) and person.phone_key == phone and not (name and person.name)

    return next(
        (person for by in ("email", "name", "phone") for person in people if is_the_one(person, by)), None
    )


def update(row: SQLModel, facts: dict[str, str | None]) -> None:
    """Take over what is known now; what is not said leaves the record as it was."""
    for name, value in facts.items():
        if value:
            setattr(row, name, value)


def _by_person(session: Session, lead: Lead, key: str) -> Iterable[Company]:
    email = email_key(lead.contact.email)
    phone = phone_key(lead.contact.phone, lead.company.country)
    for column, value in ((Contact.email_key, email), (Contact.phone_key, phone)):
        if not value:
            continue
        statement = (
            _latest().join(Contact, col(Contact.company_id) == col(Company.id)).where(col(column) == value)
        )
        yield from (
            company
            for company in session.exec(statement)
            if fuzz.token_set_ratio(company.name_key, key) >= MIN_NAME_LIKENESS
        )


def _by_name(session: Session, key: str) -> Iterable[Company]:
    yield from session.exec(_latest().where(Company.name_key == key))


def _latest() -> SelectOfScalar[Company]:
    return select(Company).order_by(col(Company.seen_at).desc(), col(Company.id).desc())
