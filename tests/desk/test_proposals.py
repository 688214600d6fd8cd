"""The list of proposals and one proposal's page."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from urllib.parse import quote

import pytest
from flask import Flask
from sqlmodel import select

from app.database import now
from app.delivery.models import Delivery
from app.leads.models import Company, Contact
from app.proposals.models import Event, Proposal, Revision
from app.proposals.service import PAGE_SIZE
from app.roles import Role
from tests.builders.offers import make_open_document, make_proposal, make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app

MANAGER, OTHER, LEAD = "manager@example.com", "other@example.com", "lead@example.com"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = make_app(tmp_path)
    database = database_of(app)
    mine = make_user(database, MANAGER, language="en", name="Andriy Koval")
    theirs = make_user(database, OTHER, language="en", name="Ada Other")
    make_user(database, LEAD, language="en", name="Olha Lead", role=Role.LEAD)
    document = make_open_document(number="КП-102", company="Скло & Ко", contact="Ivan Test")
    make_proposal(database, number="КП-101", manager=mine)
    make_proposal(database, number="КП-102", manager=mine, document=document, status="accepted")
    make_proposal(database, number="КП-103", manager=theirs)
    make_proposal(database, number="КП-104", manager=mine, status="expired", at=now() - timedelta(days=60))
    yield app
    instance_of(app).close()


def signed_in(app: Flask, email: str = MANAGER) -> Visitor:
    visitor = Visitor(app)
    visitor.sign_in(email)
    return visitor


def stored(app: Flask, number: str = "КП-101") -> Proposal:
    with database_of(app).session() as session:
        return session.exec(select(Proposal).where(Proposal.number == number)).one()


def happened(app: Flask, number: str = "КП-101") -> list[Event]:
    with database_of(app).session() as session:
        query = select(Event).where(Event.proposal_id == stored(app, number).id)
        return list(session.exec(query))


def mail(app: Flask, **changes: object) -> None:
    proposal = stored(app)
    with database_of(app).transaction() as session:
        revision = session.exec(select(Revision).where(Revision.proposal_id == proposal.id)).one()
        values: dict[str, object] = {
            "key": "1:1",
            "proposal_id": proposal.id,
            "revision_id": revision.id,
            "message_id": "<1@example.com>",
            "recipient": "boiko@example.com",
            "state": "waiting",
            "attempts": 1,
            "reply_code": 450,
            "server_words": "4.2.0 Greylisted",
        }
        session.add(Delivery(**{**values, **changes}))


def numbers(text: str) -> set[str]:
    return {number for number in ("КП-101", "КП-102", "КП-103", "КП-104") if f">{number}<" in text}


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"КП-101", "КП-102", "КП-104"}),
        ("q=кп-102", {"КП-102"}),
        ("q=КАРПАТСЬКІ", {"КП-101", "КП-104"}),
        ("q=ivan+скло", {"КП-102"}),
        ("q=%25", set()),
        ("status=accepted", {"КП-102"}),
        ("period=30", {"КП-101", "КП-102"}),
        ("period=nonsense&page=x", {"КП-101", "КП-102", "КП-104"}),
        ("catalogue=compressors&status=expired", {"КП-104"}),
        ("page=9", set()),
    ],
)
def test_a_manager_finds_their_own(app: Flask, query: str, found: set[str]) -> None:
    assert numbers(signed_in(app).get(f"/proposals?{query}").text) == found


def test_a_head_of_sales_sees_everybodys_and_may_choose_a_manager(app: Flask) -> None:
    lead = signed_in(app, LEAD)
    assert numbers(lead.get("/proposals").text) == {"КП-101", "КП-102", "КП-103", "КП-104"}
    with database_of(app).session() as session:
        theirs = session.exec(select(Proposal).where(Proposal.number == "КП-103")).one().manager_id
    assert numbers(lead.get(f"/proposals?manager={theirs}").text) == {"КП-103"}


def test_a_manager_cannot_widen_the_list_by_its_address(app: Flask) -> None:
    theirs = stored(app, "КП-103").manager_id
    assert "КП-103" not in numbers(signed_in(app).get(f"/proposals?manager={theirs}").text)


def test_long_lists_come_in_pages(app: Flask) -> None:
    database = database_of(app)
    with database.transaction() as session:
        for number in range(PAGE_SIZE + 5):
            session.add(
                Proposal(
                    number=f"Q-{number}",
                    language="en",
                    catalogue="compressors",
                    manager_id=stored(app).manager_id,
                    public_hash=f"{number}",
                )
            )
    visitor = signed_in(app)
    first, second = visitor.get("/proposals").text, visitor.get("/proposals?page=2").text
    assert "1 of 2" in first
    assert "page=2" in first
    assert "2 of 2" in second
    assert "КП-104" in second


def test_empty_lists_say_what_to_do(app: Flask) -> None:
    visitor = signed_in(app)
    assert "Nothing fits" in visitor.get("/proposals?q=nothing").text
    make_user(database_of(app), "new@example.com", language="en")
    assert "No proposals yet" in signed_in(app, "new@example.com").get("/proposals").text


def test_a_proposals_page_tells_its_story(app: Flask) -> None:
    page = signed_in(app).get("/proposals/" + quote("КП-101")).text
    for text in ("КП-101", "ТОВ «Карпатські меблі»", "boiko@example.com", "Andriy Koval", "Created", "/p/"):
        assert text in page
    assert "Margin" not in page


def test_somebody_elses_proposal_is_not_found(app: Flask) -> None:
    visitor = signed_in(app)
    for path in ("", "/state", "/pdf", "/specification", "/pages/1/small"):
        assert visitor.get(f"/proposals/КП-103{path}").status_code == 404
    for path in ("resend", "revise", "copy", "answer", "notes"):
        assert visitor.post(f"/proposals/КП-103/{path}", {"answer": "accept"}).status_code == 404
    assert visitor.get("/proposals/КП-999").status_code == 404
    assert signed_in(app, LEAD).get("/proposals/КП-103").status_code == 200


@pytest.mark.parametrize("path", ["/proposals", "/proposals/КП-101", "/leads", "/settings", "/settings/mail"])
def test_nobody_looks_without_signing_in(app: Flask, path: str) -> None:
    assert Visitor(app).get(path).status_code == 302


def test_the_state_is_sent_only_when_something_changed(app: Flask) -> None:
    mail(app)
    visitor, ask = signed_in(app), {"HX-Request": "true"}
    first = visitor.get("/proposals/КП-101/state", headers=ask)
    assert "4.2.0 Greylisted" in first.text
    assert 'hx-trigger="every 2s"' in first.text
    seen = first.text.split("seen=")[1].split('"')[0]
    assert visitor.get(f"/proposals/КП-101/state?seen={seen}", headers=ask).status_code == 204
    visitor.post("/proposals/КП-101/notes", {"text": "Передзвонити"})
    again = visitor.get(f"/proposals/КП-101/state?seen={seen}", headers=ask)
    assert "Передзвонити" in again.text


def test_a_finished_proposal_asks_for_no_more_news(app: Flask) -> None:
    assert "hx-trigger" not in signed_in(app).get("/proposals/КП-102").text


@pytest.mark.parametrize(("choice", "status"), [("accept", "accepted"), ("decline", "declined")])
def test_an_answer_by_phone_is_noted_with_who_noted_it(app: Flask, choice: str, status: str) -> None:
    signed_in(app).post("/proposals/КП-101/answer", {"answer": choice, "words": "Сказала Олена"})
    assert stored(app).status == status
    event = happened(app)[-1]
    assert (event.what, event.by) == (status, "Andriy Koval")
    assert event.details["reason"] == "Сказала Олена"


def test_an_answer_is_not_noted_twice(app: Flask) -> None:
    visitor = signed_in(app)
    visitor.post("/proposals/КП-102/answer", {"answer": "decline"})
    assert stored(app, "КП-102").status == "accepted"
    assert "It cannot be answered any more." in visitor.get("/proposals").text
    assert visitor.post("/proposals/КП-101/answer", {"answer": "maybe"}).status_code == 400


def test_sending_once_more_adds_a_message(app: Flask) -> None:
    signed_in(app).post("/proposals/КП-101/resend")
    with database_of(app).session() as session:
        assert [each.recipient for each in session.exec(select(Delivery))] == ["boiko@example.com"]
    assert happened(app)[-1].what == "resent"


def test_sending_once_more_to_no_address_is_refused_with_words(app: Flask) -> None:
    with database_of(app).transaction() as session:
        proposal = session.exec(select(Proposal).where(Proposal.number == "КП-101")).one()
        proposal.email = "nonsense"
        session.add(proposal)
    visitor = signed_in(app)
    visitor.post("/proposals/КП-101/resend")
    assert "notice-bad" in visitor.get("/proposals/КП-101").text


def test_a_new_revision_begins_on_the_call_screen(app: Flask) -> None:
    answer = signed_in(app).post("/proposals/КП-101/revise")
    assert answer.headers["Location"] == "/proposals/new/" + quote("КП-101")
    assert stored(app).draft_revision == 2
    assert "Continue" in signed_in(app).get("/proposals/КП-101").text


def test_a_draft_without_pages_cannot_be_revised_or_resent(app: Flask) -> None:
    with database_of(app).transaction() as session:
        manager_id = stored(app).manager_id
        session.add(
            Proposal(number="Q-1", language="en", catalogue="x", manager_id=manager_id, public_hash="q")
        )
    visitor = signed_in(app)
    assert "A draft so far" in visitor.get("/proposals/Q-1").text
    assert visitor.post("/proposals/Q-1/resend").status_code == 404
    assert visitor.get("/proposals/Q-1/pdf").status_code == 404
    assert visitor.get("/proposals/Q-1/pages/1/small").status_code == 404


def test_a_copy_of_what_no_catalogue_offers_any_more_is_not_found(app: Flask) -> None:
    assert signed_in(app).post("/proposals/КП-101/copy").status_code == 404


def test_leads_are_listed_and_searched(app: Flask) -> None:
    with database_of(app).transaction() as session:
        company = Company(name="ТОВ «Карпатські меблі»", name_key="карпатські меблі", city="Львів")
        session.add(company)
        session.flush()
        session.add(Contact(company_id=company.id or 0, name="Олена Бойко", email="boiko@example.com"))
        for proposal in session.exec(select(Proposal).where(Proposal.number.in_(["КП-101", "КП-103"]))):  # type: ignore[attr-defined]  # a column
            proposal.company_id = company.id
            session.add(proposal)
        company_id = company.id
    visitor = signed_in(app)
    assert "Карпатські" in visitor.get("/leads").text
    assert "Nothing fits" in visitor.get("/leads?q=zzzz").text
    page = visitor.get(f"/leads/{company_id}").text
    assert "Олена Бойко" in page
    assert numbers(page) == {"КП-101"}
    assert numbers(signed_in(app, LEAD).get(f"/leads/{company_id}").text) == {"КП-101", "КП-103"}
    assert visitor.get("/leads/999").status_code == 404


def test_no_style_or_script_stands_in_a_page(app: Flask) -> None:
    visitor = signed_in(app, LEAD)
    mail(app)
    for path in ("/proposals", "/proposals/КП-101", "/leads", "/profile", "/nope"):
        page = visitor.get(path).text
        assert "<style" not in page
        assert " style=" not in page
        assert "javascript:" not in page
