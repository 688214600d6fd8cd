"""A lead is one record, however often and in whatever spelling it comes."""

from datetime import date
from typing import Any

import pytest
from sqlmodel import Session, select

from app.database import Database
from app.leads.basket import Outcome
from app.leads.history import baskets, record_basket, record_outcome
from app.leads.models import Company, Contact
from app.leads.service import known_companies, known_company, remember
from tests.builders.leads import make_lead


def remember_all(database: Database, *leads: Any) -> list[tuple[int, int | None]]:
    ids = []
    for lead in leads:
        with database.transaction() as session:
            ids.append(remember(session, lead))
    return ids


def rows(session: Session, table: Any) -> list[Any]:
    return list(session.exec(select(table).order_by(table.id)))


@pytest.mark.parametrize(
    ("first", "second", "same"),
    [
        ({"tax_id": "12345678"}, {"company": "Інша назва", "tax_id": "1234-5678"}, True),
        ({"tax_id": "12345678"}, {"tax_id": "87654321"}, False),
        ({"tax_id": "12345678"}, {}, True),
        ({}, {"company": "карпатські меблі"}, True),
        (
            {"email": "boiko@example.com"},
            {"company": "Карпатські меблі плюс", "email": "Boiko@Example.com"},
            True,
        ),
        ({"email": "boiko@example.com"}, {"company": "Zebra", "email": "boiko@example.com"}, False),
        (
            {"phone": "+380 67 000 00 01"},
            {"company": "Карпатські меблі Львів", "phone": "067 000-00-01"},
            True,
        ),
        ({"phone": "+380 67 000 00 01"}, {"company": "Zebra", "phone": "+380 67 000 00 01"}, False),
        ({}, {"company": "Zebra"}, False),
    ],
)
def test_companies_are_merged_by_what_identifies_them(
    database: Database, first: dict[str, Any], second: dict[str, Any], same: bool
) -> None:
    (one, _), (other, _) = remember_all(database, make_lead(**first), make_lead(**second))
    assert (one == other) is same


def test_new_facts_complete_the_record_and_silence_keeps_it(database: Database) -> None:
    remember_all(
        database,
        make_lead(name="Олена Бойко", email="boiko@example.com", city="Львів"),
        make_lead(name="Олена Бойко", email="boiko@example.com", phone="+380 67 000 00 01", role="cfo"),
    )
    with database.session() as session:
        (company,) = rows(session, Company)
        (contact,) = rows(session, Contact)
    assert (company.city, contact.phone_key, contact.role) == ("Львів", "+380670000001", "cfo")
    assert company.seen_at >= company.created_at


@pytest.mark.parametrize(
    ("first", "second", "people"),
    [
        (
            {"name": "Олена Бойко", "email": "a@example.com"},
            {"name": "Олена Б.", "email": "a@example.com"},
            1,
        ),
        ({"name": "Олена Бойко"}, {"name": "олена  бойко", "email": "a@example.com"}, 1),
        (
            {"name": "Олена Бойко", "email": "b@example.com"},
            {"name": "Олена Бойко", "email": "a@example.com"},
            2,
        ),
        ({"phone": "+380 67 000 00 01"}, {"name": "Олена Бойко", "phone": "067 000 00 01"}, 1),
        ({"name": "Іван", "phone": "+380 67 000 00 01"}, {"name": "Олена", "phone": "067 000 00 01"}, 2),
        ({"name": "Олена Бойко"}, {}, 1),
    ],
)
def test_people_of_one_company_are_told_apart(
    database: Database, first: dict[str, Any], second: dict[str, Any], people: int
) -> None:
    remember_all(database, make_lead(**first), make_lead(**second))
    with database.session() as session:
        assert len(rows(session, Contact)) == people


def test_a_lead_without_a_person_has_a_company_only(database: Database) -> None:
    ((company_id, contact_id),) = remember_all(database, make_lead())
    assert company_id
    assert contact_id is None


def test_known_companies_fill_the_form_the_last_one_met_first(database: Database) -> None:
    ids = remember_all(
        database,
        make_lead("ТОВ «Карпатські меблі»", name="Олена Бойко", email="boiko@example.com", language="uk"),
        make_lead("ПП «Меблі Полісся»", name="Ann Sample", phone="+380 67 000 00 02"),
    )
    with database.transaction() as session:
        for number, day in (("КП-101", 1), ("КП-107", 9)):
            record_basket(
                session,
                proposal=number,
                catalogue="saws",
                skus=["SAW-1"],
                offered_on=date(2026, 11, day),
                company_id=ids[0][0],
            )
    with database.session() as session:
        found = known_companies(session, "меблі")
        assert [known.company for known in found] == ["ПП «Меблі Полісся»", "ТОВ «Карпатські меблі»"]
        last = found[1]
        assert (last.contact, last.email, last.language) == ("Олена Бойко", "boiko@example.com", "uk")
        assert (last.proposals, last.last_proposal, last.last_offered_on) == (2, "КП-107", date(2026, 11, 9))
        assert (found[0].proposals, found[0].last_proposal, found[0].last_offered_on) == (0, "", None)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("карпат", 1),
        ("ТОВ «Карпатські", 1),
        ("boiko@", 1),
        ("Бойко", 1),
        ("бойко", 1),
        ("067 000 00 01", 1),
        ("670000001", 1),
        ("12345678", 1),
        ("%", 0),
        ("_", 0),
        ("", 1),
        ("немає такої", 0),
    ],
)
def test_a_company_is_found_by_what_is_typed(sqlite: Database, typed: str, found: int) -> None:
    lead = make_lead(
        name="Олена Бойко", email="boiko@example.com", phone="+380 67 000 00 01", tax_id="12345678"
    )
    remember_all(sqlite, lead)
    with sqlite.session() as session:
        assert len(known_companies(session, typed)) == found


@pytest.mark.parametrize("typed", ["«", "—", "“"])
def test_a_sign_alone_does_not_find_everybody_without_a_tax_number(sqlite: Database, typed: str) -> None:
    remember_all(sqlite, make_lead(name="Олена Бойко", email="boiko@example.com"))
    with sqlite.session() as session:
        assert known_companies(session, typed) == ()


@pytest.mark.parametrize(
    ("name", "known"),
    [
        ("ТОВ «Карпатські меблі»", True),
        ("карпатські меблі", True),
        ("меблі", False),
        ("К", False),
        ("", False),
    ],
)
def test_only_a_company_of_that_very_name_is_known(sqlite: Database, name: str, known: bool) -> None:
    remember_all(sqlite, make_lead(company="ТОВ «Карпатські меблі»"))
    with sqlite.session() as session:
        assert (known_company(session, name) is not None) is known


def test_history_keeps_the_last_basket_of_each_proposal_with_its_outcome(database: Database) -> None:
    with database.transaction() as session:
        for skus in (["SAW-1"], ["SAW-2", "BLADE", "BLADE"]):
            record_basket(
                session,
                proposal="КП-101",
                catalogue="saws",
                skus=skus,
                offered_on=date(2026, 11, 1),
                industry="woodworking",
            )
        record_basket(session, proposal="КП-102", catalogue="other", skus=["X"], offered_on=date(2026, 11, 2))
    with database.transaction() as session:
        record_outcome(session, "КП-101", Outcome.WON)
        record_outcome(session, "КП-999", Outcome.LOST)
    with database.session() as session:
        (basket,) = baskets(session, "saws")
    assert basket.skus == {"SAW-2", "BLADE"}
    assert (basket.proposal, basket.industry, basket.outcome) == ("КП-101", "woodworking", Outcome.WON)
