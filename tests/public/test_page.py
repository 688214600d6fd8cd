"""The client's page: what it shows, to whom, and what an answer does."""

import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import select

from app.database import now
from app.proposals.lifecycle import Step
from app.proposals.models import Event, Proposal
from app.proposals.service import answer, proposal_by_token
from app.public import views
from app.public.brand import BrandLook
from app.public.limits import PostLimit
from app.public.tickets import ANSWER, SEEN, Tickets
from tests.builders.documents import make_brand, make_cover
from tests.builders.offers import make_open_document, make_proposal, make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app
from tests.conftest import SECRET_KEY

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 20
SLIP = re.compile(r'name="slip" value="([^"]+)"')
SEEN_SLIP = re.compile(r'data-slip="([^"]+)"')
YES = {"name": "Олена Бойко", "agreed": "y"}


@pytest.fixture
def app(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Flask]:
    monkeypatch.setattr(views, "posts", PostLimit())
    app = make_app(tmp_path)
    yield app
    instance_of(app).close()


def slip_of(app: Flask, token: str, pattern: re.Pattern[str] = SLIP) -> str:
    found = pattern.search(Visitor(app).get(f"/p/{token}").text)
    assert found
    return found[1]


def status_of(app: Flask, number: str = "КП-101") -> str:
    with database_of(app).session() as session:
        return session.exec(select(Proposal).where(Proposal.number == number)).one().status


def events_of(app: Flask, what: str) -> list[Event]:
    with database_of(app).session() as session:
        return list(session.exec(select(Event).where(Event.what == what)))


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_the_page_speaks_the_documents_language_and_shows_its_figures(app: Flask, language: str) -> None:
    document = make_open_document(language=language, number="КП-101")
    token = make_proposal(database_of(app), document=document)
    page = Visitor(app).get(f"/p/{token}", headers={"Accept-Language": "de"})
    assert page.status_code == 200
    assert f'<html lang="{language}">' in page.text
    for text in (document.cover.heading, document.total.text, document.economics.heading):
        assert text in page.text
    for line in document.solution.lines:
        assert line.name in page.text
        assert line.sum.text in page.text
    for row in document.solution.totals:
        assert row.amount.text in page.text
    for item in document.next_steps.recommendations:
        assert item.reason in page.text
    assert "<svg" in page.text


def test_the_page_is_discreet_and_sets_no_cookie(app: Flask) -> None:
    token = make_proposal(database_of(app))
    headers = Visitor(app).get(f"/p/{token}").headers
    assert "Set-Cookie" not in headers
    assert headers["X-Robots-Tag"] == "noindex, nofollow"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == "no-store"


def test_no_style_or_script_stands_in_the_page(app: Flask) -> None:
    page = Visitor(app).get(f"/p/{make_proposal(database_of(app))}").text
    assert not re.search(r"<style|style=|\son\w+=|<script(?![^>]*src=)", page)


def test_unknown_unsent_and_nonsense_links_look_the_same(app: Flask) -> None:
    draft = make_proposal(database_of(app), status="draft", sent=False)
    answers = [Visitor(app).get(f"/p/{token}") for token in (draft, "x" * 43, "a", "y" * 300)]
    assert {answer.status_code for answer in answers} == {404}
    assert len({answer.text for answer in answers}) == 1
    assert Visitor(app).get(f"/p/{draft}/pdf").status_code == 404


def test_reading_changes_nothing(app: Flask) -> None:
    token = make_proposal(database_of(app))
    for path in ("", "/accept", "/decline", "/seen"):
        Visitor(app).get(f"/p/{token}{path}")
        Visitor(app).client.head(f"/p/{token}{path}")
    assert status_of(app) == "sent"
    assert not events_of(app, "opened")


def test_a_typed_name_and_a_tick_accept(app: Flask) -> None:
    token = make_proposal(database_of(app))
    answer = Visitor(app).post(f"/p/{token}/accept", {"slip": slip_of(app, token), **YES})
    assert answer.status_code == 303
    assert status_of(app) == "accepted"
    event = events_of(app, "accepted")[0]
    assert event.by == "Олена Бойко"
    assert event.details["revision"] == 1
    page = Visitor(app).get(f"/p/{token}").text
    assert "Олена Бойко" in page
    assert "/accept" not in page


@pytest.mark.parametrize("form", [{}, {"name": "Олена"}, {"agreed": "y"}, {"name": " ", "agreed": "y"}])
def test_half_an_acceptance_is_none_and_what_was_typed_is_kept(app: Flask, form: dict[str, str]) -> None:
    token = make_proposal(database_of(app))
    answer = Visitor(app).post(f"/p/{token}/accept", {"slip": slip_of(app, token), **form})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.text or "field-error" in answer.text
    assert form.get("name", "").strip() in answer.text
    assert status_of(app) == "sent"


def test_declining_takes_a_reason(app: Flask) -> None:
    token = make_proposal(database_of(app))
    form = {"slip": slip_of(app, token), "reason": "Задорого <b>"}
    assert Visitor(app).post(f"/p/{token}/decline", form).status_code == 303
    assert status_of(app) == "declined"
    assert events_of(app, "declined")[0].details["reason"] == "Задорого <b>"


@pytest.mark.parametrize("reason", ["", "   "])
def test_a_button_that_a_program_pressed_declines_nothing(app: Flask, reason: str) -> None:
    token = make_proposal(database_of(app))
    answer = Visitor(app).post(f"/p/{token}/decline", {"slip": slip_of(app, token), "reason": reason})
    assert answer.status_code == 422
    assert status_of(app) == "sent"


def test_what_a_manager_noted_is_not_shown_as_the_clients_signature(app: Flask) -> None:
    token = make_proposal(database_of(app))
    with database_of(app).transaction() as session:
        proposal = proposal_by_token(session, token)
        answer(session, proposal, Step.ACCEPT, by="Наш Менеджер", details={"noted": True})
    page = Visitor(app).get(f"/p/{token}").text
    assert "Наш Менеджер" not in page
    assert 'action="/p/' not in page


def test_an_answer_is_given_once(app: Flask) -> None:
    token = make_proposal(database_of(app))
    slip = slip_of(app, token)
    Visitor(app).post(f"/p/{token}/accept", {"slip": slip, **YES})
    assert Visitor(app).post(f"/p/{token}/decline", {"slip": slip, "reason": "no"}).status_code == 409
    assert status_of(app) == "accepted"


def test_an_answer_to_a_revision_that_is_no_longer_the_latest_is_not_taken(app: Flask) -> None:
    token = make_proposal(database_of(app))
    slip = Tickets(SECRET_KEY).issue(ANSWER, token, 7)
    answer = Visitor(app).post(f"/p/{token}/accept", {"slip": slip, **YES})
    assert answer.status_code == 409
    assert status_of(app) == "sent"


def test_a_slip_opens_nothing_but_its_own_page_and_purpose(app: Flask) -> None:
    database = database_of(app)
    token, other = make_proposal(database), make_proposal(database, number="КП-102")
    for slip in ("", "forged", slip_of(app, other), slip_of(app, token, SEEN_SLIP)):
        assert Visitor(app).post(f"/p/{token}/accept", {"slip": slip, **YES}).status_code == 400
    assert status_of(app) == "sent"


def test_an_expired_proposal_says_so_and_takes_no_answer(app: Flask) -> None:
    yesterday = (now().date() - timedelta(days=1)).isoformat()
    token = make_proposal(database_of(app), document=make_open_document(language="en", valid_until=yesterday))
    page = Visitor(app).get(f"/p/{token}").text
    assert "This proposal is no longer valid." in page
    slip = Tickets(SECRET_KEY).issue(ANSWER, token, 1)
    assert Visitor(app).post(f"/p/{token}/accept", {"slip": slip, **YES}).status_code == 409


def test_a_view_counts_once_in_a_while_and_not_for_our_own_people(app: Flask) -> None:
    database = database_of(app)
    make_user(database)
    token = make_proposal(database)
    slip = slip_of(app, token, SEEN_SLIP)
    own = Visitor(app)
    own.sign_in("manager@example.com")
    assert own.post(f"/p/{token}/seen", {"slip": slip}).status_code == 204
    assert not events_of(app, "opened")
    for _ in range(3):
        assert Visitor(app).post(f"/p/{token}/seen", {"slip": slip}).status_code == 204
    assert len(events_of(app, "opened")) == 1
    assert status_of(app) == "sent"


def test_too_many_posts_have_to_wait(app: Flask) -> None:
    token = make_proposal(database_of(app))
    codes = {Visitor(app).post(f"/p/{token}/accept", {}).status_code for _ in range(35)}
    assert codes == {400, 429}


def test_the_limit_forgets_after_its_window() -> None:
    limit = PostLimit(posts=2, seconds=10)
    assert [limit.allows("a", moment) for moment in (0.0, 1.0, 2.0, 10.5)] == [True, True, False, True]
    assert limit.allows("b", 2.0)


def test_only_the_proposals_own_pictures_can_be_fetched(app: Flask) -> None:
    storage = instance_of(app).storage
    face, secret = storage.put(PNG), storage.put(b"PK somebody else's workbook")
    document = make_open_document(number="КП-101", cover=make_cover(portrait=face))
    token = make_proposal(database_of(app), document=document)
    answer = Visitor(app).get(f"/p/{token}/pictures/{face}")
    assert answer.content_type == "image/png"
    assert "sandbox" in answer.headers["Content-Security-Policy"]
    assert Visitor(app).get(f"/p/{token}/pictures/{secret}").status_code == 404
    assert f"/pictures/{face}" in Visitor(app).get(f"/p/{token}").text


def test_a_page_without_economics_chart_or_recommendations_still_stands(app: Flask) -> None:
    document = make_open_document(number="КП-101")
    document = document.model_copy(
        update={
            "economics": document.economics.model_copy(
                update={"chart": None, "scenarios": None, "before_after": None, "assumptions": ()}
            ),
            "next_steps": document.next_steps.model_copy(update={"recommendations": (), "steps": ()}),
        }
    )
    token = make_proposal(database_of(app), document=document)
    page = Visitor(app).get(f"/p/{token}").text
    assert "chart" not in page.split("<main")[1]
    assert "None" not in page


@pytest.mark.parametrize("key", ["0b5d4e-c2a46b-rings", "ffff00-000000-waves", "ffffff-ffffff-plain"])
def test_a_brand_is_a_stylesheet_and_a_drawing(app: Flask, key: str) -> None:
    answer = Visitor(app).get(f"/brand/{key}.css")
    assert answer.content_type.startswith("text/css")
    assert f"--brand: #{key[:6]};" in answer.text
    assert (f"/brand/{key}.svg" in answer.text) is not key.endswith("plain")
    assert Visitor(app).get(f"/brand/{key}.svg").text.startswith("<svg")


@pytest.mark.parametrize(
    "name",
    [
        "red.css",
        "0b5d4e.css",
        "0b5d4e-c2a46b.css",
        "0b5d4e-c2a46b-rings;}.css",
        "0B5D4E-c2a46b-rings.css",
        "zzzzzz-000000-rings.css",
        "0b5d4e-c2a46b-rings.js",
        "0b5d4e-c2a46b-stars.css",
    ],
)
def test_nothing_but_colours_and_known_patterns_is_a_brand(app: Flask, name: str) -> None:
    assert Visitor(app).get(f"/brand/{name}").status_code == 404


def test_a_brand_of_an_unknown_pattern_is_plain() -> None:
    assert BrandLook.of(make_brand(pattern="stars")).key == "0b5d4e-c2a46b-plain"


def test_a_drawn_logo_takes_the_colour_of_text_on_the_brand(app: Flask) -> None:
    logo = instance_of(app).storage.put(b'<svg xmlns="http://www.w3.org/2000/svg" fill="currentColor"/>')
    document = make_open_document(number="КП-101", brand=make_brand(logo=logo))
    token = make_proposal(database_of(app), document=document)
    answer = Visitor(app).get(f"/p/{token}/pictures/{logo}")
    assert answer.content_type.startswith("image/svg+xml")
    assert 'fill="#ffffff"' in answer.text


def test_slips_age(monkeypatch: pytest.MonkeyPatch) -> None:
    tickets = Tickets(SECRET_KEY)
    slip = tickets.issue(SEEN, "token", 2)
    assert tickets.check(slip, SEEN, "token") == 2
    assert Tickets("another secret").check(slip, SEEN, "token") is None
    monkeypatch.setattr("app.public.tickets.MAX_AGE_SECONDS", -1)
    assert tickets.check(slip, SEEN, "token") is None
