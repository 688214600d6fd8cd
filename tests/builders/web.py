"""The web application for tests, and a visitor who uses it like a browser."""

import re
from pathlib import Path
from urllib.parse import urlsplit

from flask import Flask
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

from app.database import Database
from app.factory import create_app
from app.instance import EXTENSION, Instance
from app.tables import metadata
from tests.builders.offers import PASSWORD
from tests.conftest import make_settings

TOKEN = re.compile(r'name="csrf_token"[^>]*value="([^"]+)"')


def make_app(folder: Path, *, tables: bool = True, **changes: object) -> Flask:
    """An application with an empty database in that folder."""
    app = create_app(make_settings(folder, **changes))
    if tables:
        metadata.create_all(database_of(app).engine)
    return app


def instance_of(app: Flask) -> Instance:
    """The application's instance."""
    instance: Instance = app.extensions[EXTENSION]
    return instance


def database_of(app: Flask) -> Database:
    """The application's database."""
    return instance_of(app).database


class Visitor:
    """Somebody with a browser: keeps cookies, sends the CSRF token of the last page."""

    def __init__(self, app: Flask) -> None:
        self.client: FlaskClient = app.test_client()
        self.token = ""

    def get(self, path: str, **options: object) -> TestResponse:
        """Open a page."""
        return self._read(self.client.get(path, buffered=True, **options))  # type: ignore[arg-type]  # passed through

    def post(self, path: str, data: dict[str, object] | None = None, **options: object) -> TestResponse:
        """Send a form with the token."""
        form = {"csrf_token": self.token, **(data or {})}
        return self._read(self.client.post(path, data=form, buffered=True, **options))  # type: ignore[arg-type]  # passed through

    def sign_in(self, email: str, password: str = PASSWORD) -> TestResponse:
        """Sign in through the form."""
        self.get("/login")
        answer = self.post("/login", {"email": email, "password": password})
        self.get("/profile")
        return answer

    def _read(self, response: TestResponse) -> TestResponse:
        found = TOKEN.search(response.text) if response.content_type.startswith("text/html") else None
        self.token = found[1] if found else self.token
        return response


def path_of(response: TestResponse) -> str:
    """Where an answer leads to."""
    parts = urlsplit(response.headers["Location"])
    return parts.path + (f"?{parts.query}" if parts.query else "")
