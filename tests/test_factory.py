"""The web application: guards and headers of every page."""

import gzip
from pathlib import Path

import pytest
from flask import Flask, abort
from sqlmodel import update

from app.accounts.models import User
from app.problems import Problem, ProblemCode
from app.web.requests import LANGUAGE_NAMES, current_language, problem_fields, problems_json, safe_target
from app.web.security import MAX_REQUEST_BYTES, trusted_hosts
from tests.builders.offers import make_user
from tests.builders.web import Visitor, database_of, make_app
from tests.conftest import make_settings


class Trouble(ProblemCode):
    """Problems of this test."""

    BAD = "bad", "{what} is bad."


@pytest.fixture
def app(tmp_path: Path) -> Flask:
    app = make_app(tmp_path)
    make_user(database_of(app), language="en")

    @app.get("/crash")
    def crash() -> str:
        raise RuntimeError("a bug")

    @app.get("/stop/<int:code>")
    def stop(code: int) -> str:
        abort(code)

    return app


def test_every_answer_carries_the_guarding_headers(app: Flask) -> None:
    for path in ("/login", "/nope", "/healthz", "/static/css/base.css"):
        headers = Visitor(app).get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "default-src 'none'" in policy
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["X-Frame-Options"] == "DENY"


def test_pages_are_not_kept_by_caches_but_versioned_files_are(app: Flask) -> None:
    visitor = Visitor(app)
    assert visitor.get("/login").headers["Cache-Control"] == "no-store"
    assert "immutable" in visitor.get("/static/css/base.css?v=1").headers["Cache-Control"]
    assert "immutable" not in visitor.get("/static/css/nope.css?v=1").headers.get("Cache-Control", "")


@pytest.mark.parametrize("code", [400, 403, 404, 405, 413, 429, 500, 503])
@pytest.mark.parametrize("language", LANGUAGE_NAMES)
def test_errors_have_pages_in_three_languages(app: Flask, code: int, language: str) -> None:
    answer = Visitor(app).get(f"/stop/{code}", headers={"Accept-Language": language})
    assert answer.status_code == code
    assert f'<html lang="{language}">' in answer.text
    assert "<h1>" in answer.text


def test_a_crash_shows_our_page_and_no_insides(app: Flask) -> None:
    app.config["PROPAGATE_EXCEPTIONS"] = False
    answer = Visitor(app).get("/crash")
    assert answer.status_code == 500
    assert "Something broke on our side" in answer.text
    assert "a bug" not in answer.text


def test_a_log_never_holds_the_secret_of_a_clients_link(app: Flask, caplog: pytest.LogCaptureFixture) -> None:
    @app.get("/p/<token>/crash")
    def crash_there(token: str) -> str:
        raise RuntimeError("a bug")

    assert Visitor(app).get("/p/S3cret-token_0/crash").status_code == 500
    assert "/p/…/crash" in caplog.text
    assert "S3cret" not in caplog.text


@pytest.mark.parametrize(
    "path", ["/leads/{}", "/settings/people/{}", "/proposals?manager={}", "/proposals/x?revision={}"]
)
def test_a_number_that_no_database_holds_breaks_nothing(app: Flask, path: str) -> None:
    with database_of(app).transaction() as session:
        session.exec(update(User).values(role="admin"))
    visitor = Visitor(app)
    visitor.sign_in("manager@example.com")
    assert visitor.get(path.format("9" * 30)).status_code in {200, 404}


def test_htmx_gets_only_a_part_of_an_error_page(app: Flask) -> None:
    assert "<html" not in Visitor(app).get("/nope", headers={"HX-Request": "true"}).text


def test_another_host_name_is_refused(app: Flask) -> None:
    visitor = Visitor(app)
    assert visitor.get("/login", headers={"Host": "evil.example"}).status_code == 400
    assert visitor.get("/login", headers={"Host": "127.0.0.1:8000"}).status_code == 200


def test_a_public_instance_answers_to_its_own_name_only(tmp_path: Path) -> None:
    settings = make_settings(tmp_path, public_url="https://offers.example.com")
    assert trusted_hosts(settings) == ["offers.example.com"]
    app = make_app(tmp_path, public_url="https://offers.example.com")
    answer = app.test_client().get("/login", base_url="https://offers.example.com")
    assert answer.headers["Strict-Transport-Security"]
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-minuta=")
    assert all(flag in cookie for flag in ("Secure", "HttpOnly", "SameSite=Lax", "Path=/"))
    assert app.test_client().get("/login", base_url="http://localhost").status_code == 400


def test_a_form_without_the_token_is_refused_with_advice(app: Flask) -> None:
    answer = app.test_client().post("/login", data={"email": "x@example.com", "password": "y"})
    assert answer.status_code == 400
    assert "This page was open for too long" in answer.text


def test_too_large_a_request_is_refused(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.get("/login")
    answer = visitor.post("/login", {"email": "x" * (MAX_REQUEST_BYTES + 1)})
    assert answer.status_code == 413


def test_texts_are_compressed_for_those_who_can_read_that(app: Flask) -> None:
    plain = Visitor(app).get("/static/css/base.css")
    packed = Visitor(app).get("/static/css/base.css", headers={"Accept-Encoding": "br, gzip"})
    assert packed.headers["Content-Encoding"] == "gzip"
    assert gzip.decompress(packed.data) == plain.data
    assert "Accept-Encoding" in packed.headers["Vary"]


def test_health_and_readiness(app: Flask, tmp_path: Path) -> None:
    assert Visitor(app).get("/healthz").json == {"status": "ok"}
    assert Visitor(app).get("/readyz").json == {"status": "ok", "database": "ok"}
    (tmp_path / "empty").mkdir()
    empty = make_app(tmp_path / "empty", tables=False)
    assert empty.test_client().get("/readyz").status_code == 503


@pytest.mark.parametrize(
    ("target", "safe"),
    [
        ("/x?y=1", "/x?y=1"),
        (None, "/"),
        ("x", "/"),
        ("//evil.example", "/"),
        ("/\\evil", "/"),
        ("http:/x", "/"),
    ],
)
def test_only_paths_of_this_site_are_returned_to(target: str | None, safe: str) -> None:
    assert safe_target(target) == safe


def test_problems_are_told_in_the_pages_language(app: Flask) -> None:
    problem = Problem("lines[0].sku", Trouble.BAD, {"what": "VK"})
    with app.test_request_context("/", headers={"Accept-Language": "en"}):
        assert problem_fields([problem, problem]) == {"lines[0].sku": ["VK is bad.", "VK is bad."]}
        assert problems_json([problem]) == [{"place": "lines[0].sku", "code": "bad", "text": "VK is bad."}]
        assert current_language() == "en"
