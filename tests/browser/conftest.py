"""A real browser and a running server for tests of what a person does."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Thread

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, sync_playwright
from werkzeug.serving import make_server

from tests.builders.offers import PASSWORD
from tests.builders.web import instance_of, make_app

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
DESK, PHONE = {"width": 1440, "height": 900}, {"width": 390, "height": 844}
Open = Callable[..., Page]


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The machine's Chromium; skips where there is none."""
    path = next(filter(None, map(shutil.which, CHROMIUM_NAMES)), None)
    if path is None:
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=["--no-sandbox"])
        yield browser
        browser.close()


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An application with an empty database."""
    app = make_app(tmp_path)
    yield app
    instance_of(app).close()


@pytest.fixture
def site(app: Flask) -> Iterator[str]:
    """The address at which the application runs."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://localhost:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def visit(chromium: Browser, site: str) -> Iterator[Open]:
    """Open a page in a browser of its own; `sign_in` names who looks, `viewport` on what."""
    contexts = []

    def open_page(
        path: str, *, sign_in: str = "", viewport: dict[str, int] | None = None, locale: str = "en"
    ) -> Page:
        context = chromium.new_context(viewport=viewport or DESK, locale=locale)
        context.set_default_timeout(60_000)
        contexts.append(context)
        page = context.new_page()
        if sign_in:
            page.goto(f"{site}/login")
            page.get_by_label("E-mail").fill(sign_in)
            page.locator("input[type=password]").fill(PASSWORD)
            page.keyboard.press("Enter")
            page.wait_for_url(lambda address: "/login" not in address)
        page.goto(site + path)
        return page

    yield open_page
    for context in contexts:
        context.close()
