"""What every view shares: who is signed in, which language they read, what they may do."""

import re
from collections.abc import Callable, Iterable
from functools import wraps
from typing import ParamSpec, Protocol
from urllib.parse import quote, urlsplit

from flask import Response, abort, g, make_response, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext

from app.problems import Problem
from app.roles import Role

LANGUAGE_NAMES = {"uk": "Українська", "ru": "Русский", "en": "English"}
DEFAULT_LANGUAGE = "en"
MAX_NUMBER_LENGTH = 10
NOT_PLAIN = re.compile(r"[^ !#-$&-\[\]-~]")
P = ParamSpec("P")
View = Callable[P, ResponseReturnValue]


class SignedIn(Protocol):
    """A signed-in person, as views see them."""

    id: int | None
    email: str
    name: str
    language: str
    portrait: str | None

    @property
    def role_of(self) -> Role:
        """What they may do."""


def current_user() -> SignedIn | None:
    """Who is signed in, or None."""
    user: SignedIn | None = g.get("user")
    return user


def signed_in() -> SignedIn:
    """Who is signed in; only in views behind `requires`."""
    user = current_user()
    if user is None:
        abort(401)
    return user


def user_id() -> int:
    """The id of who is signed in; only in views behind `requires`."""
    identity = signed_in().id
    if identity is None:
        abort(401)
    return identity


def current_language() -> str:
    """The page's language: set by the view, the person's own, chosen on the login page, or the browser's."""
    forced: str | None = g.get("language")
    if forced in LANGUAGE_NAMES:
        return forced
    user = current_user()
    chosen = user.language if user else session.get("language")
    if chosen in LANGUAGE_NAMES:
        return str(chosen)
    return request.accept_languages.best_match(list(LANGUAGE_NAMES)) or DEFAULT_LANGUAGE


def requires(*roles: Role) -> Callable[[View[P]], View[P]]:
    """Let in only people who signed in and have one of the roles; no role named means anyone signed in."""

    def decorate(view: View[P]) -> View[P]:
        @wraps(view)
        def guarded(*args: P.args, **kwargs: P.kwargs) -> ResponseReturnValue:
            user = current_user()
            if user is None:
                return _to_login()
            if roles and user.role_of not in roles:
                abort(403)
            return view(*args, **kwargs)

        return guarded

    return decorate


def accepts_bytes(limit: int) -> Callable[[View[P]], View[P]]:
    """Let a view take a larger request body than other pages."""

    def decorate(view: View[P]) -> View[P]:
        view.max_request_bytes = limit  # type: ignore[attr-defined]  # read before the view runs
        return view

    return decorate


def as_row_number(text: str) -> int | None:
    """What stands in an address as a number that a database can hold; None for anything else."""
    return int(text) if text.isdecimal() and len(text) < MAX_NUMBER_LENGTH else None


def safe_target(target: str | None) -> str:
    """The path to return to, or `/` for anything that leads away from this site."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")):
        return "/"
    parts = urlsplit(target)
    return "/" if parts.scheme or parts.netloc else target


def file_response(content: bytes, mime: str, name: str, *, attachment: bool = False) -> Response:
    """A file with a name of any script, shown by the browser or saved."""
    response = make_response(content)
    response.headers["Content-Type"] = mime
    name_file(response, name, attachment=attachment)
    response.headers["Cache-Control"] = "private, no-cache"
    return response


def name_file(response: Response, name: str, *, attachment: bool) -> None:
    """Give the answer a file name by RFC 6266: headers hold Latin letters only, so others are encoded."""
    names = {"filename": NOT_PLAIN.sub("_", name)}
    if names["filename"] != name:
        names["filename*"] = f"UTF-8''{quote(name, safe='')}"
    response.headers.set("Content-Disposition", "attachment" if attachment else "inline", **names)


def is_htmx() -> bool:
    """Whether htmx asks, for a part of a page."""
    return request.headers.get("HX-Request") == "true"


def problem_fields(problems: Iterable[Problem]) -> dict[str, list[str]]:
    """Problems as sentences in the page's language, by place."""
    fields: dict[str, list[str]] = {}
    for problem in problems:
        fields.setdefault(problem.place, []).append(problem.explain(gettext))
    return fields


def problems_json(problems: Iterable[Problem]) -> list[dict[str, str]]:
    """Problems for a script or another system."""
    return [
        {"place": problem.place, "code": problem.code.slug, "text": problem.explain(gettext)}
        for problem in problems
    ]


def _to_login() -> ResponseReturnValue:
    login = url_for("accounts.login", next=request.full_path.rstrip("?") if request.method == "GET" else None)
    if not is_htmx():
        return redirect(login)
    response = make_response("", 401)
    response.headers["HX-Redirect"] = url_for("accounts.login")
    return response
