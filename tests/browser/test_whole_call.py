"""The whole job with nothing left out: web, worker and mail server, from the login to the client's yes."""

import hashlib
import re
from collections.abc import Iterator
from email.message import EmailMessage
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, BrowserContext, Response, expect

from app.accounts.service import NewUser, create_user
from app.delivery.mailbox import parse_mail
from app.instance import Instance
from app.proposals.document import Document
from app.proposals.service import document_of, proposal_by_number, revision_of
from app.roles import Role
from tests.acceptance.checks import page_texts, squeezed, total_forms
from tests.browser.axe import violations
from tests.browser.conftest import DESK, PHONE
from tests.builders.mail_server import MailServer
from tests.builders.offers import PASSWORD
from tests.builders.serving import Serving, serving
from tests.delivery.builders import Handler

pytestmark = pytest.mark.browser
PATIENCE_MS = 60_000
MANAGER, ADMIN = "marta@example.com", "admin@example.com"
CLIENT = "ostap@kedr.example"
REFUSED = "refused"


@pytest.fixture
def staffed(stocked: Instance) -> Instance:
    """The sample companies, a manager and an administrator who read Ukrainian."""
    for email, role in ((MANAGER, Role.MANAGER), (ADMIN, Role.ADMIN)):
        create_user(
            stocked.database,
            NewUser(email=email, name="Марта Прикладна", password=PASSWORD, role=role, language="uk"),
        )
    return stocked


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def mail_server(handler: Handler) -> Iterator[MailServer]:
    """Not started yet: until a test does, connections are refused."""
    server = MailServer(handler)
    yield server
    server.stop()


@pytest.fixture
def minuta(staffed: Instance, mail_server: MailServer) -> Iterator[Serving]:
    with serving(staffed.settings.instance_dir, smtp_url=mail_server.url) as running:
        yield running


@pytest.fixture
def desk(chromium: Browser, minuta: Serving) -> Iterator[BrowserContext]:
    yield from browsing(chromium, minuta, DESK)


@pytest.fixture
def phone(chromium: Browser, minuta: Serving) -> Iterator[BrowserContext]:
    yield from browsing(chromium, minuta, PHONE)


def browsing(chromium: Browser, minuta: Serving, size: dict[str, int]) -> Iterator[BrowserContext]:
    """A browser of that size whose pages may have no error in their scripts."""
    context = chromium.new_context(viewport=size, base_url=minuta.address, locale="uk")  # type: ignore[arg-type]  # a size
    context.set_default_timeout(PATIENCE_MS)
    context.on("weberror", lambda error: pytest.fail(str(error.error)))
    yield context
    context.close()


class Call:
    """A call at the desk, held by keyboard alone."""

    def __init__(self, context: BrowserContext) -> None:
        self.page = context.new_page()
        self.drawn: list[Response] = []
        self.page.on("response", self._remember)

    def _remember(self, response: Response) -> None:
        if response.url.endswith("/call/preview"):
            self.drawn.append(response)

    def sign_in(self, email: str = MANAGER) -> None:
        page = self.page
        page.goto("/login")
        expect(page.locator("input[name=email]")).to_be_focused()
        assert violations(page) == []
        page.keyboard.type(email)
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_url(lambda address: "/login" not in address)

    def fill_in(self) -> None:
        page, keys = self.page, self.page.keyboard
        page.goto("/?catalog=compressors")
        page.wait_for_selector("html[data-call=ready]")
        for text in ("ТОВ «Кедр і К°»", "Остап Зразковий"):
            keys.type(text)
            keys.press("Tab")
        for text in ("дерев", "фінанс"):
            keys.type(text)
            keys.press("ArrowDown")
            keys.press("Enter")
            keys.press("Tab")
        keys.type(CLIENT)
        keys.press("Control+k")
        keys.type("гвинтовий")
        page.wait_for_selector("#item-list [role=option][aria-selected=true]")
        keys.press("Enter")
        expect(page.locator("#line-1-quantity")).to_be_focused()
        with page.expect_response("**/call/preview"):
            keys.type("2")
            keys.press("Enter")
        expect(page.locator("#call-missing")).to_have_attribute("data-count", "0")

    def wait_for_pages(self) -> None:
        expect(self.page.locator(".page-picture.is-drawn")).to_have_count(4, timeout=PATIENCE_MS)

    def previewed(self) -> bytes:
        """The PDF that the screen showed last."""
        return self.page.request.get(self.drawn[-1].json()["pdf"]).body()

    def send(self, outcome: str) -> None:
        """Send, then wait until the screen shows by itself what became of it."""
        self.page.keyboard.press("Control+Enter")
        expect(self.page.locator("#call-next")).to_be_focused(timeout=PATIENCE_MS)
        expect(self.page.locator(f"#call-delivery.is-{outcome}")).to_be_visible(timeout=PATIENCE_MS)

    @property
    def number(self) -> str:
        return re.search(r"\S+-\d+", self.page.locator("#call-delivery").inner_text())[0]  # type: ignore[index]  # there


def document_of_number(instance: Instance, number: str) -> Document:
    with instance.database.session() as session:
        return document_of(revision_of(session, proposal_by_number(session, number)))


def only_mail(handler: Handler) -> EmailMessage:
    assert [mail.recipients for mail in handler.mails] == [[CLIENT]]
    return parse_mail(handler.mails[0].content)


def text_of(mail: EmailMessage) -> str:
    body = mail.get_body(("plain",))
    return str(body.get_content()) if isinstance(body, EmailMessage) else ""


def pdf_of(mail: EmailMessage) -> bytes:
    (content,) = [
        part.get_content() for part in mail.iter_attachments() if part.get_content_type() == "application/pdf"
    ]
    return bytes(content)


def shows(text: str, totals: tuple[str, ...]) -> bool:
    return any(total in squeezed(text) for total in totals)


def test_a_call_ends_with_the_clients_yes(
    staffed: Instance,
    mail_server: MailServer,
    handler: Handler,
    minuta: Serving,
    desk: BrowserContext,
    phone: BrowserContext,
) -> None:
    mail_server.start()
    call = Call(desk)
    call.sign_in()
    call.fill_in()
    call.wait_for_pages()
    assert violations(call.page) == []
    shown = call.previewed()
    call.send("sent")
    assert violations(call.page) == []

    mail = only_mail(handler)
    document = document_of_number(staffed, call.number)
    totals = total_forms(document)
    assert hashlib.sha256(pdf_of(mail)).digest() == hashlib.sha256(shown).digest()
    pages = page_texts(pdf_of(mail))
    assert len(pages) == 4
    assert shows(pages[1], totals)
    assert shows(text_of(mail), totals)
    assert shows(call.page.locator("#call-figures").inner_text(), totals)
    assert document.language == "uk"

    manager = desk.new_page()
    manager.goto("/proposals/" + quote(call.number))
    expect(manager.locator("#state")).to_contain_text("Надіслано")
    accept(phone, client_link(mail, minuta), totals)
    expect(manager.locator("#state")).to_contain_text("Остап Зразковий", timeout=PATIENCE_MS)
    expect(manager.locator("#state")).to_contain_text("Прийнято")
    assert violations(manager) == []
    assert len(handler.mails) == 1


def client_link(mail: EmailMessage, minuta: Serving) -> str:
    (link,) = set(re.findall(rf"{re.escape(minuta.address)}/p/\S+", text_of(mail)))
    return str(link)


def accept(phone: BrowserContext, link: str, totals: tuple[str, ...]) -> None:
    """What the client does: opens the link, finds the sum, types a name, ticks, says yes."""
    page = phone.new_page()
    page.goto(link)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert shows(page.locator("main").inner_text(), totals)
    assert violations(page) == []
    page.locator(".dock a[href='#answer']").click()
    page.locator("#answer input[name=name]").fill("Остап Зразковий")
    page.locator("#answer input[name=agreed]").check()
    page.locator("#answer button.btn-primary").click()
    expect(page.locator("#answer")).to_contain_text("Остап Зразковий")
    assert violations(page) == []


def test_a_mail_server_out_of_reach_does_not_stop_send(
    mail_server: MailServer, handler: Handler, desk: BrowserContext, chromium: Browser, minuta: Serving
) -> None:
    call = Call(desk)
    call.sign_in()
    call.fill_in()
    call.send("waiting")
    expect(call.page.locator("#call-delivery .delivery-words")).to_contain_text(REFUSED)
    assert violations(call.page) == []

    mail_server.start()
    for context in browsing(chromium, minuta, DESK):
        admin = Call(context)
        admin.sign_in(ADMIN)
        admin.page.goto("/settings/mail")
        expect(admin.page.locator("main")).to_contain_text(REFUSED)
        assert violations(admin.page) == []
        admin.page.get_by_role("button", name="Спробувати зараз").press("Enter")
        expect(call.page.locator("#call-delivery.is-sent")).to_be_visible(timeout=PATIENCE_MS)
    only_mail(handler)
