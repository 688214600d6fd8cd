"""Error pages: what happened and what to do, in the reader's language."""

import logging
from collections.abc import Mapping
from functools import partial

from flask import Flask, Response, make_response, render_template
from flask_babel import gettext
from flask_babel import lazy_gettext as _l
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException, SecurityError

from app.problems import ProblemsError
from app.web.requests import is_htmx

log = logging.getLogger(__name__)

TEXTS = {
    400: (_l("This request cannot be understood"), _l("Go back, reload the page and try again.")),
    403: (_l("This page is not for your role"), _l("If you need it, ask your administrator.")),
    404: (_l("There is no such page"), _l("Check the address, or start from the list of proposals.")),
    405: (_l("This address takes another kind of request"), _l("Go back and use the buttons of the page.")),
    413: (_l("The file is too large"), _l("Make it smaller and upload it again.")),
    422: (_l("Something on the form needs mending"), _l("Go back and look at the marked fields.")),
    429: (_l("Too many tries"), _l("Wait a minute and try again.")),
    500: (
        _l("Something broke on our side"),
        _l("Nothing that was saved is lost. Try again; if it happens again, tell your administrator."),
    ),
    503: (_l("Minuta is busy for a moment"), _l("Try again in a few seconds.")),
}
STALE_FORM = (
    _l("This page was open for too long"),
    _l("Reload it and send the form again; you may have to sign in first."),
)
CLIENT_ERROR, PROBLEMS, SERVER_ERROR = 400, 422, 500


def handle_errors(app: Flask, ours: Mapping[type[Exception], int]) -> None:
    """Show our pages instead of the framework's; `ours` says what our own errors mean to a browser."""
    app.register_error_handler(HTTPException, show_error)
    app.register_error_handler(CSRFError, show_stale_form)
    app.register_error_handler(ProblemsError, show_problems)
    for error, code in ours.items():
        app.register_error_handler(error, partial(show_ours, code=code))


def show_error(error: HTTPException) -> Response:
    """The page of one HTTP error; a crash was logged by Flask already."""
    code = error.code or SERVER_ERROR
    if isinstance(error, SecurityError):  # another site's name: no page of ours, no links
        return Response(f"{error.name}\n", status=code, mimetype="text/plain")
    if code < CLIENT_ERROR:
        return make_response(error.get_response())
    fallback = TEXTS[SERVER_ERROR if code >= SERVER_ERROR else CLIENT_ERROR]
    response = _page(code, TEXTS.get(code, fallback))
    for name, value in error.get_headers():
        if name.lower() not in {"content-type", "content-length"}:
            response.headers[name] = value
    return response


def show_ours(error: Exception, *, code: int) -> Response:
    """An error of ours that no view expected."""
    if code >= SERVER_ERROR:
        log.error("%s", error, exc_info=error)
    return _page(code, TEXTS[code])


def show_problems(error: ProblemsError) -> Response:
    """Problems that no form of the page can show at their fields."""
    title, _ = TEXTS[PROBLEMS]
    return _page(PROBLEMS, (title, " ".join(problem.explain(gettext) for problem in error.problems)))


def show_stale_form(error: CSRFError) -> Response:
    """A form without a valid token: most often a page from before the last login."""
    log.info("form refused: %s", error.description)
    return _page(CLIENT_ERROR, STALE_FORM)


def _page(code: int, texts: tuple[object, object]) -> Response:
    title, advice = texts
    template = "errors/part.html" if is_htmx() else "errors/page.html"
    return make_response(render_template(template, code=code, title=title, advice=advice), code)
