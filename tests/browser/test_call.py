"""A whole call as a person makes it: by keyboard, in three languages, through bad connections."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page, expect
from werkzeug.serving import make_server

from app.delivery.service import Courier
from app.leads.service import remember
from app.proposals.brief import Brief
from app.roles import Role
from tests.browser.axe import violations
from tests.builders.demo import make_demo_app
from tests.builders.offers import PASSWORD, make_user
from tests.builders.web import database_of, instance_of

pytestmark = pytest.mark.browser
DESKTOP = {"width": 1440, "height": 900}
PHONE = {"width": 390, "height": 844}
MAX_PAGE_BYTES = 150_000
READY = "html[data-call=ready]"
DRAWN_MS = 30_000


@dataclass(frozen=True)
class Site:
    app: Flask
    address: str

    def deliver(self) -> None:
        """What the worker does once."""
        Courier(instance_of(self.app)).work()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory, published: Path) -> Iterator[Site]:
    app = make_demo_app(tmp_path_factory.mktemp("browser") / "instance", published)
    for language, role in (("uk", Role.LEAD), ("ru", Role.MANAGER), ("en", Role.ADMIN)):
        make_user(database_of(app), f"{language}@example.com", role=role, language=language)
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield Site(app, f"http://127.0.0.1:{server.server_port}")
    server.shutdown()
    thread.join()
    server.server_close()
    instance_of(app).close()


@pytest.fixture
def context(chromium: Browser, site: Site) -> Iterator[BrowserContext]:
    opened = chromium.new_context(viewport=DESKTOP, base_url=site.address)  # type: ignore[arg-type]  # a size
    opened.set_default_timeout(20_000)
    yield opened
    opened.close()


def sign_in(context: BrowserContext, language: str, path: str = "/proposals/new") -> Page:
    """The call screen of a person who reads that language; a script's error fails the test."""
    page = context.new_page()
    page.on("pageerror", lambda error: pytest.fail(str(error)))
    page.goto("/login")
    page.fill("input[name=email]", f"{language}@example.com")
    page.fill("input[name=password]", PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")
    return opened(page, path)


def opened(page: Page, path: str) -> Page:
    page.goto(path)
    page.wait_for_selector(READY)
    return page


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.id"))


def fill_in(
    page: Page, *, company: str = "ТОВ «Дубок»", email: str = "oak@example.com", item: str = "компресор"
) -> None:
    """The least that can be sent."""
    page.keyboard.type(company)
    page.focus("#contact-email")
    page.keyboard.type(email)
    add_item(page, item)


def add_item(page: Page, text: str) -> None:
    page.keyboard.press("Control+k")
    page.keyboard.type(text)
    page.wait_for_selector("#item-list [role=option][aria-selected=true]")
    page.keyboard.press("Enter")


def saved(page: Page) -> None:
    page.wait_for_url("**/proposals/new/*")
    expect(page.locator("#call-state")).not_to_have_attribute("data-kind", "warning")
    page.wait_for_function("!document.querySelector('#call-state').textContent.includes('…')")
    page.wait_for_timeout(800)


@dataclass(frozen=True)
class Call:
    language: str
    catalogue: str
    industry: str
    role: str
    item: str
    sent: str


CALLS = [
    Call("uk", "compressors", "дерев", "фінанс", "гвинтовий", "надіслано"),
    Call("ru", "compressors", "пищ", "инженер", "осушитель", "отправлено"),
    Call("en", "cleaning-services", "off", "dir", "clean", "is sent"),
]


@pytest.mark.parametrize("call", CALLS, ids=lambda call: call.language)
def test_a_whole_call_by_keyboard_alone(
    context: BrowserContext, site: Site, call: Call, tmp_path: Path
) -> None:
    page = sign_in(context, call.language, f"/?catalog={call.catalogue}")
    keys = page.keyboard
    assert focused(page) == "company-name"
    keys.type("Acme Oak")
    keys.press("Tab")
    keys.type("Mary Vale")
    for text, field in ((call.industry, "company-industry"), (call.role, "contact-role")):
        keys.press("Tab")
        assert focused(page) == field
        keys.type(text)
        keys.press("ArrowDown")
        keys.press("Enter")
        assert len(page.input_value(f"#{field}")) > len(text)
    keys.press("Tab")
    keys.type("vale@example.com")
    keys.press("Tab")
    keys.type("+1 555 010 0000")
    add_item(page, call.item)
    assert focused(page) == "line-1-quantity"
    keys.type("3")
    keys.press("Tab")
    keys.type("5")
    keys.press("Enter")
    assert focused(page) == "item-search"
    expect(page.locator("[data-suggestion]").first).to_be_visible()
    keys.press("Alt+1")
    expect(page.locator("#call-lines tbody tr")).to_have_count(2)
    assert focused(page) == "item-search", "a suggestion does not take the focus away"
    expect(page.locator("#call-missing")).to_have_attribute("data-count", "0")
    expect(page.locator(".page-picture.is-drawn")).to_have_count(4, timeout=DRAWN_MS)
    page.screenshot(path=tmp_path / f"call-{call.language}.png")
    keys.press("Control+Enter")
    expect(page.locator("#call-next")).to_be_focused(timeout=DRAWN_MS)
    site.deliver()
    expect(page.locator("#call-delivery.is-sent")).to_contain_text(call.sent)
    page.screenshot(path=tmp_path / f"sent-{call.language}.png")
    keys.press("Enter")
    page.wait_for_selector(READY)
    assert focused(page) == "company-name"
    assert page.input_value("#company-name") == ""


def test_a_reload_restores_everything_finished_or_not(context: BrowserContext) -> None:
    page = sign_in(context, "uk", "/?catalog=compressors")
    fill_in(page, email="недописана@")
    page.keyboard.type("багато")
    page.fill("#answers-hours_per_year", "шість тисяч")
    page.fill("#note", "хочуть до грудня")
    saved(page)
    page.reload()
    page.wait_for_selector(READY)
    assert page.input_value("#contact-email") == "недописана@"
    assert page.input_value("#line-1-quantity") == "багато"
    assert page.input_value("#answers-hours_per_year") == "шість тисяч"
    assert page.input_value("#note") == "хочуть до грудня"
    expect(page.locator("#contact-email-error")).to_be_visible()
    expect(page.locator("#contact-email")).to_have_attribute("aria-invalid", "true")


def test_what_is_typed_before_the_company_has_a_name_survives_a_reload(context: BrowserContext) -> None:
    page = sign_in(context, "uk", "/?catalog=compressors")
    page.fill("#contact-name", "Олена")
    add_item(page, "компресор")
    page.wait_for_timeout(900)
    page.reload()
    page.wait_for_selector(READY)
    assert page.input_value("#contact-name") == "Олена"
    expect(page.locator("#call-lines tbody tr")).to_have_count(1)


def test_a_lost_connection_loses_nothing(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    fill_in(page, item="compressor")
    saved(page)
    context.set_offline(True)
    page.fill("#contact-name", "Typed offline")
    expect(page.locator("#call-state")).to_have_attribute("data-kind", "warning")
    expect(page.locator("#call-state")).to_contain_text("No connection")
    page.keyboard.press("Control+Enter")
    page.wait_for_timeout(300)
    assert page.locator("#call-next").count() == 0
    context.set_offline(False)
    expect(page.locator("#call-state")).to_contain_text("Draft saved", timeout=10_000)
    page.reload()
    page.wait_for_selector(READY)
    assert page.input_value("#contact-name") == "Typed offline"


def test_a_page_closed_offline_comes_back_with_what_was_typed(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    fill_in(page, item="compressor")
    saved(page)
    context.set_offline(True)
    page.fill("#contact-phone", "+1 555 010 0001")
    page.wait_for_timeout(800)
    address = page.url
    page.close()
    context.set_offline(False)
    again = opened(context.new_page(), address)
    assert again.input_value("#contact-phone") == "+1 555 010 0001"


def test_a_second_window_is_noticed_by_both(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    fill_in(page, item="compressor")
    saved(page)
    second = opened(context.new_page(), page.url)
    expect(second.locator("#call-notice")).to_contain_text("another window")
    expect(page.locator("#call-notice")).to_contain_text("another window")


def test_figures_never_move_the_caret_or_overwrite_what_is_typed(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    fill_in(page, item="compressor")
    page.focus("#answers-hours_per_year")
    for digit in "6200":
        page.keyboard.type(digit)
        page.wait_for_timeout(330)
    page.keyboard.press("ArrowLeft")
    page.wait_for_timeout(900)
    assert page.input_value("#answers-hours_per_year") == "6200"
    assert focused(page) == "answers-hours_per_year"
    assert page.evaluate("document.activeElement.selectionStart") == 3


def test_a_known_company_fills_in_what_nobody_has_typed(context: BrowserContext, site: Site) -> None:
    lead = Brief.model_validate(
        {
            "company": {"name": "Birch & Sons", "city": "Lviv"},
            "contact": {"name": "Nina Birch", "email": "nina@example.com", "phone": "+1 555 010 0002"},
            "lines": [{"sku": "VK-7"}],
        }
    )
    with database_of(site.app).transaction() as session:
        remember(session, lead)
    page = sign_in(context, "en", "/?catalog=compressors")
    page.fill("#contact-phone", "+1 555 010 9999")
    page.focus("#company-name")
    page.keyboard.type("birch")
    page.wait_for_selector("#company-name-list [role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert page.input_value("#company-name") == "Birch & Sons"
    assert page.input_value("#contact-name") == "Nina Birch"
    assert page.input_value("#contact-email") == "nina@example.com"
    assert page.input_value("#contact-phone") == "+1 555 010 9999", "what somebody typed stays"
    expect(page.locator("#company-history")).not_to_be_empty()


def test_send_leads_to_what_is_missing(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    page.keyboard.press("Control+Enter")
    assert focused(page) == "company-name"
    fill_in(page, email="", item="compressor")
    expect(page.locator("#call-missing")).to_have_attribute("data-count", "1")
    page.keyboard.press("Control+Enter")
    assert focused(page) == "contact-email"


def test_keys_work_whatever_the_keyboard_layout(context: BrowserContext) -> None:
    page = sign_in(context, "uk", "/?catalog=compressors")
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("/")
    assert focused(page) == "item-search"
    page.keyboard.type("a/b")
    assert page.input_value("#item-search") == "a/b", "in a text field the key types"
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Shift+?")
    expect(page.locator("#help-dialog")).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator("#help-dialog")).to_be_hidden()


def test_a_line_is_edited_and_removed_by_keyboard(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    page.keyboard.type("Oak Ltd")
    add_item(page, "compressor")
    add_item(page, "dryer")
    assert focused(page) == "line-2-quantity"
    page.keyboard.press("ArrowUp")
    assert focused(page) == "line-1-quantity"
    page.keyboard.press("Control+Delete")
    expect(page.locator("#call-lines tbody tr")).to_have_count(1)
    assert focused(page) == "line-2-quantity"
    page.keyboard.press("Control+Delete")
    assert focused(page) == "item-search"
    expect(page.locator("#call-no-lines")).to_be_visible()


def test_another_catalogue_keeps_the_call(context: BrowserContext) -> None:
    page = sign_in(context, "en", "/?catalog=compressors")
    page.keyboard.type("Oak Ltd")
    page.fill("#contact-email", "oak@example.com")
    saved(page)
    with page.expect_navigation():
        page.select_option("#catalog", "cleaning-services")
    page.wait_for_selector(READY)
    assert page.input_value("#company-name") == "Oak Ltd"
    assert page.input_value("#catalog") == "cleaning-services"
    assert page.locator("#answers-hours_per_year").count() == 0


@pytest.mark.parametrize("size", [DESKTOP, PHONE], ids=["desktop", "phone"])
def test_axe_finds_nothing(context: BrowserContext, size: dict[str, int], tmp_path: Path) -> None:
    page = sign_in(context, "uk", "/?catalog=compressors")
    page.set_viewport_size(size)  # type: ignore[arg-type]  # a size
    assert violations(page) == []
    fill_in(page, email="недописана@")
    page.keyboard.type("багато")
    page.focus("#note")
    page.wait_for_timeout(900)
    page.locator("#further-questions summary").click()
    assert violations(page) == []
    page.screenshot(path=tmp_path / "errors.png")
    page.keyboard.press("Control+k")
    page.keyboard.type("осуш")
    page.wait_for_selector("#item-list [role=option]")
    assert violations(page) == []
    page.keyboard.press("Escape")
    page.evaluate("document.querySelector('#help-dialog').showModal()")
    assert violations(page) == []


def test_everything_stands_above_the_fold(context: BrowserContext) -> None:
    page = sign_in(context, "uk", "/?catalog=compressors")
    fill_in(page)
    page.keyboard.press("Alt+1")
    page.wait_for_timeout(600)
    page.keyboard.press("Alt+1")
    page.wait_for_timeout(900)
    top_of_bar = page.locator(".call-bar").bounding_box()
    chips = page.locator("#call-suggestions").bounding_box()
    assert top_of_bar
    assert chips
    assert top_of_bar["y"] + top_of_bar["height"] <= DESKTOP["height"]
    assert chips["y"] + chips["height"] < top_of_bar["y"]
    assert page.evaluate("document.scrollingElement.scrollHeight") <= DESKTOP["height"]


def test_on_a_phone_the_pages_fold_and_nothing_runs_over_the_edge(
    context: BrowserContext, tmp_path: Path
) -> None:
    page = sign_in(context, "uk", "/?catalog=compressors")
    page.set_viewport_size(PHONE)  # type: ignore[arg-type]  # a size
    fill_in(page)
    page.wait_for_timeout(900)
    assert page.evaluate("document.scrollingElement.scrollWidth") <= PHONE["width"]
    expect(page.locator("#call-pages")).to_be_hidden()
    expect(page.locator("#call-send")).to_be_in_viewport()
    page.click("#pages-toggle")
    expect(page.locator("#call-pages")).to_be_visible()
    expect(page.locator("#call-send")).to_be_in_viewport()
    page.screenshot(path=tmp_path / "phone.png")


def test_the_screen_is_light(context: BrowserContext) -> None:
    page = sign_in(context, "uk")
    page.wait_for_load_state("networkidle")
    sizes: dict[str, int] = page.evaluate(
        """() => Object.fromEntries(
            [...performance.getEntriesByType("resource"), ...performance.getEntriesByType("navigation")]
                .filter((entry) => !entry.name.endsWith(".woff2"))
                .map((entry) => [entry.name, entry.encodedBodySize]))"""
    )
    assert 30_000 < sum(sizes.values()) < MAX_PAGE_BYTES, sizes
