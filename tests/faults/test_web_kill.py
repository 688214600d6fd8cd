"""kill -9 for the web process while Send runs: the draft is there, a second Send sends once."""

import http.client
import http.cookiejar
import json
import random
import threading
import time
import urllib.error
import urllib.parse
import urllib.request
from collections import Counter
from collections.abc import Iterator

import pytest

from app.delivery.mailbox import parse_mail
from app.instance import Instance
from tests.builders.mail_server import MailServer
from tests.builders.serving import Serving, serving, wait_until
from tests.builders.web import TOKEN
from tests.delivery.builders import Handler

KILLS = 5
SEED = 20261122
PATIENCE_SECONDS = 60
EMAIL, PASSWORD = "manager@example.com", "correct horse battery"


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def minuta(stocked: Instance, handler: Handler) -> Iterator[Serving]:
    server = MailServer(handler)
    server.start()
    with serving(stocked.settings.instance_dir, smtp_url=server.url) as running:
        yield running
    server.stop()


class Manager:
    """A signed-in manager who keeps cookies, as a browser does."""

    def __init__(self, address: str) -> None:
        self.address = address
        cookies = urllib.request.HTTPCookieProcessor(http.cookiejar.CookieJar())
        self.opener = urllib.request.build_opener(cookies)
        self.token = ""
        self.read("/login")
        self.post("/login", {"email": EMAIL, "password": PASSWORD})
        self.read("/")

    def read(self, path: str) -> str:
        found = TOKEN.search(page := self._open(path))
        self.token = found[1] if found else self.token
        return page

    def post(self, path: str, fields: dict[str, str]) -> str:
        form = urllib.parse.urlencode({"csrf_token": self.token, **fields}).encode()
        return self._open(path, form)

    def _open(self, path: str, form: bytes | None = None) -> str:
        url = self.address + urllib.parse.quote(path, safe="/?=&")
        with self.opener.open(url, form, timeout=PATIENCE_SECONDS) as answer:
            return str(answer.read().decode())


def typed(company: str, number: str = "") -> dict[str, str]:
    return {
        "company.name": company,
        "contact.email": "boiko@example.com",
        "catalog": "compressors",
        "language": "uk",
        "number": number,
        "line.row": "1",
        "line.sku": "VK-55",
        "line.quantity": "1",
        "line.discount_percent": "",
    }


def drafted(manager: Manager, company: str) -> dict[str, str]:
    answer = json.loads(manager.post("/call/draft", typed(company)))
    return typed(company, answer["number"])


def send(manager: Manager, form: dict[str, str]) -> bool:
    """Whether the answer came: the screen that shows the way on to the next call."""
    try:
        return 'id="call-next"' in manager.post("/call/send", form)
    except (urllib.error.URLError, ConnectionError, http.client.HTTPException):
        return False


@pytest.mark.slow
def test_send_may_be_cut_off_at_any_moment(minuta: Serving, handler: Handler) -> None:
    manager, chance = Manager(minuta.address), random.Random(SEED)
    assert send(manager, drafted(manager, "Розігрів"))
    began = time.monotonic()
    assert send(manager, drafted(manager, "Лінійка"))
    usual = time.monotonic() - began
    forms = [drafted(manager, f"Меблі {place}") for place in range(KILLS)]
    for form in forms:
        pressing = threading.Thread(target=send, args=(manager, form))
        pressing.start()
        time.sleep(chance.uniform(0, usual))
        minuta.kill_web()
        minuta.start_web()
        pressing.join()
        assert form["company.name"] in manager.read(f"/proposals/new/{form['number']}")
        assert send(manager, form), "the second Send must find the proposal, sent or not"
    wait_until(lambda: len(handler.mails) >= KILLS + 2)
    time.sleep(1)
    subjects = Counter(str(parse_mail(mail.content)["Message-ID"]) for mail in handler.mails)
    assert len(subjects) == KILLS + 2
    assert set(subjects.values()) == {1}
