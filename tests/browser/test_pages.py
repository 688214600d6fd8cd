"""Every page in a real browser: accessible, whole on a phone, usable by keyboard."""

import re
from datetime import timedelta
from urllib.parse import quote

import pytest
from flask import Flask
from playwright.sync_api import Page, expect
from sqlmodel import select

from app.accounts.models import User
from app.database import now
from app.delivery.models import Delivery
from app.leads.models import Company, Contact
from app.proposals.models import Event, Proposal, Revision
from app.roles import Role
from tests.browser.axe import violations
from tests.browser.conftest import PHONE, Open
from tests.builders.offers import make_open_document, make_proposal, make_user
from tests.builders.web import database_of

pytestmark = pytest.mark.browser
LANGUAGES = ("uk", "ru", "en")
SHEETS = re.compile(r"/pages/\d")
ADMIN = "admin@example.com"
NUMBER = "КП-101"
PAGES = (
    "/proposals",
    "/proposals?q=nothing",
    f"/proposals/{NUMBER}",
    "/leads",
    "/leads/1",
    "/profile",
    "/settings",
    "/settings/people",
    "/settings/people/new",
    "/settings/mail",
    "/nowhere",
)
PATIENCE_MS = 30_000
expect.set_options(timeout=PATIENCE_MS)


def check(page: Page) -> None:
    """No violation, nothing wider than the screen."""
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def furnish(app: Flask, language: str) -> str:
    """One of everything; gives the client's token."""
    database = database_of(app)
    admin = make_user(database, ADMIN, role=Role.ADMIN, language=language, name="Марко Вигаданий")
    document = make_open_document(language=language, number=NUMBER)
    token = make_proposal(database, document=document, manager=admin, number=NUMBER)
    make_proposal(database, manager=admin, number="КП-102", status="accepted")
    with database.transaction() as session:
        company = Company(name="ТОВ «Карпатські меблі»", name_key="карпатські меблі", industry="woodworking")
        session.add(company)
        session.flush()
        session.add(Contact(company_id=company.id or 0, name="Олена Бойко", email="boiko@example.com"))
        proposal = session.exec(select(Proposal).where(Proposal.number == NUMBER)).one()
        proposal.company_id = company.id
        session.add(proposal)
        revision = session.exec(select(Revision).where(Revision.proposal_id == proposal.id)).one()
        session.add(
            Delivery(
                key="1:1",
                proposal_id=proposal.id or 0,
                revision_id=revision.id or 0,
                message_id="<1@example.com>",
                recipient="boiko@example.com",
                state="waiting",
                attempts=2,
                next_attempt_at=now() + timedelta(minutes=5),
                reply_code=450,
                server_words="4.2.0 Greylisted",
            )
        )
    return token


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_desk_are_accessible(app: Flask, visit: Open, site: str, language: str) -> None:
    furnish(app, language)
    page = visit("/proposals", sign_in=ADMIN)
    page.route(SHEETS, lambda route: route.abort())
    for path in PAGES:
        page.goto(site + path)
        assert page.locator("html").get_attribute("lang") == language
        expect(page.locator("h1")).to_have_count(1)
        check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_the_desk_fit_a_phone(app: Flask, visit: Open, site: str, language: str) -> None:
    furnish(app, language)
    page = visit("/proposals", sign_in=ADMIN, viewport=PHONE)
    page.route(SHEETS, lambda route: route.abort())
    for path in PAGES:
        page.goto(site + path)
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth"), path
    page.goto(f"{site}/proposals/{NUMBER}")
    check(page)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_login_page_is_accessible_and_says_what_is_wrong(visit: Open, language: str) -> None:
    page = visit("/login", locale=language)
    check(page)
    page.locator("input[type=email]").fill("nobody@example.com")
    page.locator("input[type=password]").fill("wrong password")
    page.keyboard.press("Enter")
    expect(page.get_by_role("alert")).to_be_visible()
    check(page)


@pytest.mark.parametrize("viewport", [PHONE, None], ids=["phone", "desk"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_clients_page_is_accessible(
    app: Flask, visit: Open, language: str, viewport: dict[str, int] | None
) -> None:
    token = make_proposal(database_of(app), document=make_open_document(language=language, number=NUMBER))
    page = visit(f"/p/{token}", viewport=viewport)
    check(page)
    for summary in page.locator("summary").all():
        summary.click()
    check(page)


@pytest.mark.parametrize("colour", ["#ffe600", "#ffffff", "#111111", "#e4002b"])
def test_the_clients_page_stays_readable_in_any_brand_colour(app: Flask, visit: Open, colour: str) -> None:
    document = make_open_document(number=NUMBER)
    brand = document.brand.model_copy(update={"colour": colour, "accent": colour})
    token = make_proposal(database_of(app), document=document.model_copy(update={"brand": brand}))
    check(visit(f"/p/{token}", viewport=PHONE))


def test_a_client_accepts_and_the_manager_sees_it_without_reloading(app: Flask, visit: Open) -> None:
    manager = make_user(database_of(app), language="en")
    token = make_proposal(database_of(app), manager=manager, document=make_open_document(language="en"))
    desk = visit("/proposals/" + quote(NUMBER), sign_in=manager.email)
    state = desk.locator("#state")
    expect(state).to_contain_text("Sent")
    phone = visit(f"/p/{token}", viewport=PHONE)
    phone.get_by_role("link", name="Accept").click()
    phone.get_by_role("button", name="Accept the proposal").click()
    expect(phone.get_by_text("Tick this to accept.")).to_be_visible()
    phone.get_by_label("Your name and surname").fill("Helen Ward")
    phone.get_by_label("I accept this proposal").check()
    phone.get_by_role("button", name="Accept the proposal").click()
    expect(phone.get_by_text("You accepted this proposal.")).to_be_visible()
    check(phone)
    expect(state).to_contain_text("Helen Ward")
    expect(state).to_contain_text("Accepted")


def test_a_view_counts_after_two_seconds_in_sight(app: Flask, visit: Open) -> None:
    token = make_proposal(database_of(app))

    def opened() -> int:
        with database_of(app).session() as session:
            return len(session.exec(select(Event).where(Event.what == "opened")).all())

    page = visit(f"/p/{token}")
    page.wait_for_timeout(1_000)
    assert opened() == 0
    with page.expect_response(re.compile("/seen$")):
        pass
    assert opened() == 1


def test_pages_enlarge_and_close_by_keyboard(app: Flask, visit: Open) -> None:
    manager = make_user(database_of(app), language="en")
    make_proposal(database_of(app), manager=manager)
    page = visit("/proposals/" + quote(NUMBER), sign_in=manager.email)
    page.get_by_role("button", name="Enlarge page 1").focus()
    page.keyboard.press("Enter")
    dialog = page.get_by_role("dialog")
    expect(dialog).to_be_visible()
    check(page)
    page.keyboard.press("Escape")
    expect(dialog).to_be_hidden()
    expect(page.get_by_role("button", name="Enlarge page 1")).to_be_focused()


def test_the_keyboard_reaches_the_content_and_the_menu(app: Flask, visit: Open) -> None:
    make_user(database_of(app), language="en")
    page = visit("/proposals", sign_in="manager@example.com")
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="Skip to content")).to_be_focused()
    page.keyboard.press("Enter")
    expect(page.locator("#main")).to_be_focused()
    page.locator("summary").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Українська").click()
    assert page.locator("html").get_attribute("lang") == "uk"
    with database_of(app).session() as session:
        assert session.exec(select(User)).one().language == "uk"


def test_filters_act_at_once_and_search_finds(app: Flask, visit: Open) -> None:
    manager = make_user(database_of(app), language="en")
    make_proposal(database_of(app), manager=manager, number="КП-101")
    make_proposal(database_of(app), manager=manager, number="КП-102", status="accepted")
    page = visit("/proposals", sign_in=manager.email)
    page.get_by_label("Status").select_option("accepted")
    expect(page.get_by_role("link", name="КП-101")).to_have_count(0)
    expect(page.get_by_role("link", name="КП-102")).to_be_visible()
    page.get_by_label("Status").select_option("")
    page.get_by_label("Number, company or contact").fill("кп-101")
    page.keyboard.press("Enter")
    expect(page.get_by_role("link", name="КП-102")).to_have_count(0)
    page.get_by_role("link", name="КП-101").press("Enter")
    expect(page.locator("h1")).to_contain_text("КП-101")
