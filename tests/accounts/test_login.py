"""Signing in and out."""

import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import select

from app.accounts.models import LoginFailure, User
from app.accounts.service import authenticate, change_user
from app.accounts.throttle import (
    MAX_ACCOUNT_FAILURES,
    MAX_ADDRESS_FAILURES,
    WINDOW,
    record_failure,
    wait_seconds,
)
from app.database import Database, now
from app.roles import Role
from tests.builders.offers import PASSWORD, make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app, path_of

EMAIL = "manager@example.com"
WRONG = "not the password"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = make_app(tmp_path)
    make_user(database_of(app), EMAIL)
    yield app
    instance_of(app).close()


def test_the_right_password_opens_the_page_that_was_asked_for(app: Flask) -> None:
    visitor = Visitor(app)
    refused = visitor.get("/profile?x=1")
    assert path_of(refused) == "/login?next=/profile?x%3D1"
    visitor.get("/login?next=/profile?x%3D1")
    answer = visitor.post("/login", {"email": EMAIL, "password": PASSWORD, "next": "/profile?x=1"})
    assert path_of(answer) == "/profile?x=1"
    assert visitor.get("/profile").status_code == 200


def test_the_address_may_be_written_in_any_case(app: Flask) -> None:
    assert Visitor(app).sign_in(" Manager@Example.COM ").status_code == 302


@pytest.mark.parametrize(
    "target", ["https://evil.example/", "//evil.example/x", "/\\evil.example", "javascript:alert(1)", ""]
)
def test_login_never_leads_to_another_site(app: Flask, target: str) -> None:
    visitor = Visitor(app)
    visitor.get("/login")
    answer = visitor.post("/login", {"email": EMAIL, "password": PASSWORD, "next": target})
    assert answer.headers["Location"] == "/"


@pytest.mark.parametrize("email", [EMAIL, "nobody@example.com", "inactive@example.com"])
def test_wrong_unknown_and_inactive_get_the_same_answer(app: Flask, email: str) -> None:
    inactive = make_user(database_of(app), "inactive@example.com")
    with database_of(app).transaction() as session:
        stored = session.get_one(User, inactive.id)
        stored.active = False
        session.add(stored)
    visitor = Visitor(app)
    visitor.get("/login")
    password = PASSWORD if email == "inactive@example.com" else WRONG
    answer = visitor.post("/login", {"email": email, "password": password})
    assert answer.status_code == 401
    assert "E-mail and password do not match." in answer.text
    assert email in answer.text


def test_an_unknown_address_takes_as_long_as_a_wrong_password(app: Flask) -> None:
    database = database_of(app)

    def seconds(email: str) -> float:
        started = time.perf_counter()
        authenticate(database, email=email, password=WRONG, address="10.0.0.1")
        return time.perf_counter() - started

    seconds(EMAIL)
    known, unknown = min(seconds(EMAIL) for _ in range(3)), min(seconds("x@example.com") for _ in range(3))
    assert unknown > known / 3


def test_an_account_waits_after_too_many_failures_even_with_the_right_password(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.get("/login")
    for _ in range(MAX_ACCOUNT_FAILURES):
        assert visitor.post("/login", {"email": EMAIL, "password": WRONG}).status_code == 401
    answer = visitor.post("/login", {"email": EMAIL, "password": PASSWORD})
    assert answer.status_code == 429
    assert int(answer.headers["Retry-After"]) > 60
    assert "Wait 15 minutes" in answer.text


def test_an_unknown_account_is_throttled_like_a_known_one(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.get("/login")
    codes = [
        visitor.post("/login", {"email": "nobody@example.com", "password": WRONG}).status_code
        for _ in range(MAX_ACCOUNT_FAILURES + 1)
    ]
    assert codes == [401] * MAX_ACCOUNT_FAILURES + [429]


def test_throttling_survives_a_restart(app: Flask, tmp_path: Path) -> None:
    for _ in range(MAX_ACCOUNT_FAILURES):
        authenticate(database_of(app), email=EMAIL, password=WRONG, address="10.0.0.1")
    restarted = database_of(make_app(tmp_path))
    assert authenticate(restarted, email=EMAIL, password=PASSWORD, address="10.0.0.9").wait_seconds > 0


def test_an_address_is_throttled_over_all_accounts(sqlite: Database) -> None:
    moment = now()
    with sqlite.transaction() as session:
        for number in range(MAX_ADDRESS_FAILURES):
            record_failure(session, f"{number}@example.com", "10.0.0.1", moment)
        session.flush()
        assert wait_seconds(session, "other@example.com", "10.0.0.1", moment) > 0
        assert wait_seconds(session, "other@example.com", "10.0.0.2", moment) == 0


def test_failures_are_forgotten_after_the_window(sqlite: Database) -> None:
    long_ago = now() - WINDOW - timedelta(seconds=1)
    with sqlite.transaction() as session:
        for _ in range(MAX_ACCOUNT_FAILURES):
            record_failure(session, EMAIL, "10.0.0.1", long_ago)
        session.flush()
        assert wait_seconds(session, EMAIL, "10.0.0.1", now()) == 0
        record_failure(session, EMAIL, "10.0.0.1", now())
        session.flush()
        assert len(session.exec(select(LoginFailure)).all()) == 2


def test_a_success_clears_the_accounts_failures(app: Flask) -> None:
    database = database_of(app)
    for _ in range(MAX_ACCOUNT_FAILURES - 1):
        authenticate(database, email=EMAIL, password=WRONG, address="10.0.0.1")
    assert authenticate(database, email=EMAIL, password=PASSWORD, address="10.0.0.1").user
    for _ in range(MAX_ACCOUNT_FAILURES - 1):
        assert authenticate(database, email=EMAIL, password=WRONG, address="10.0.0.1").wait_seconds == 0


def test_signing_in_forgets_whatever_the_session_held(app: Flask) -> None:
    visitor = Visitor(app)
    with visitor.client.session_transaction() as session:
        session["planted"] = "yes"
    visitor.sign_in(EMAIL)
    with visitor.client.session_transaction() as session:
        assert "planted" not in session


def test_signing_out_ends_copied_cookies_too(app: Flask) -> None:
    visitor, thief = Visitor(app), Visitor(app)
    visitor.sign_in(EMAIL)
    cookie = visitor.client.get_cookie("minuta")
    assert cookie
    thief.client.set_cookie("minuta", cookie.value)
    assert thief.get("/profile").status_code == 200
    assert path_of(visitor.post("/logout")) == "/login"
    assert thief.get("/profile").status_code == 302
    assert visitor.get("/profile").status_code == 302


def test_a_person_who_loses_access_is_out_at_once(app: Flask) -> None:
    database = database_of(app)
    visitor = Visitor(app)
    visitor.sign_in(EMAIL)
    with database.transaction() as session:
        user = session.exec(select(User).where(User.email == EMAIL)).one()
        user.active = False
        session.add(user)
    assert visitor.get("/profile").status_code == 302


def test_a_signed_in_person_does_not_see_the_login_form(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.sign_in(EMAIL)
    assert path_of(visitor.get("/login?next=/profile")) == "/profile"


def test_missing_fields_are_named_and_the_address_is_kept(app: Flask) -> None:
    visitor = Visitor(app)
    visitor.get("/login")
    answer = visitor.post("/login", {"email": EMAIL, "password": ""})
    assert answer.status_code == 422
    assert "Fill this in." in answer.text
    assert EMAIL in answer.text


def test_the_language_is_chosen_before_and_after_signing_in(app: Flask) -> None:
    visitor = Visitor(app)
    assert '<html lang="ru">' in visitor.get("/login", headers={"Accept-Language": "ru,en;q=0.5"}).text
    visitor.post("/language", {"language": "en", "next": "/login"})
    assert '<html lang="en">' in visitor.get("/login").text
    visitor.sign_in(EMAIL)
    assert '<html lang="uk">' in visitor.get("/profile").text
    visitor.post("/language", {"language": "ru", "next": "/profile"})
    assert '<html lang="ru">' in visitor.get("/profile").text
    assert visitor.post("/language", {"language": "xx"}).status_code == 400


def test_htmx_is_led_to_the_login_page_when_the_session_is_over(app: Flask) -> None:
    answer = Visitor(app).get("/profile", headers={"HX-Request": "true"})
    assert answer.status_code == 401
    assert answer.headers["HX-Redirect"] == "/login"


def test_change_user_ends_sessions_only_when_rights_change(sqlite: Database) -> None:
    make_user(sqlite, "admin@example.com", role=Role.ADMIN)
    user = make_user(sqlite)
    assert change_user(sqlite, user.id or 0, {"phone": "1"}).session_epoch == 0
    assert change_user(sqlite, user.id or 0, {"role": "lead"}).session_epoch == 1
