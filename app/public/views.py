"""The client's page: the proposal on a phone, its PDF, and the client's answer. GET changes nothing.

Unknown, revoked and not yet sent links look the same: no proposal, hence the page of any wrong address.
"""

from datetime import datetime, timedelta

from flask import (
    Blueprint,
    Response,
    abort,
    g,
    make_response,
    redirect,
    render_template,
    request,
    session,
    url_for,
)
from flask.typing import ResponseReturnValue
from sqlmodel import Session

from app import clock
from app.database import now
from app.delivery.pages import pages_of
from app.instance import current_instance
from app.proposals.lifecycle import Step
from app.proposals.service import answer, events_of, record_event
from app.public.brand import BrandLook
from app.public.chart import charts
from app.public.forms import AcceptForm, DeclineForm
from app.public.limits import PostLimit
from app.public.page import ClientPage, State, open_page
from app.public.tickets import ANSWER, SEEN, Tickets
from app.web.requests import file_response
from app.web.security import csrf

bp = Blueprint("public", __name__)
csrf.exempt(bp)  # no cookie, so nothing to forge; a signed slip bound to the page guards each post
posts = PostLimit()
OPENED = "opened"
OPENED_AGAIN_AFTER = timedelta(minutes=30)
BRAND_TYPES = {"css": "text/css; charset=utf-8", "svg": "image/svg+xml"}
JPEG, PNG, WEBP = RASTERS = (b"\xff\xd8\xff", b"\x89PNG", b"RIFF")


@bp.after_request
def _discreet(response: Response) -> Response:
    """Clients' pages stay out of search engines, and their address out of other sites' logs."""
    response.headers["X-Robots-Tag"] = "noindex, nofollow"
    response.headers["Referrer-Policy"] = "no-referrer"
    return response


@bp.get("/p/<token>")
def page(token: str) -> ResponseReturnValue:
    """The proposal."""
    return _page(_open(token))


@bp.get("/p/<token>/pdf")
def pdf(token: str) -> ResponseReturnValue:
    """The four pages, as they were sent."""
    found = _open(token)
    pages = pages_of(current_instance(), found.revision.id or 0)
    return file_response(
        current_instance().storage.get(pages.pdf_hash), "application/pdf", f"{found.document.title}.pdf"
    )


@bp.get("/p/<token>/pictures/<digest>")
def picture(token: str, digest: str) -> ResponseReturnValue:
    """A picture of this proposal."""
    found = _open(token)
    if digest not in found.pictures:
        abort(404)
    content = current_instance().storage.get(digest)
    if digest == found.document.brand.logo and not content.startswith(RASTERS):
        content = BrandLook.of(found.document.brand).inked(content)
    kind = {JPEG: "image/jpeg", PNG: "image/png", WEBP: "image/webp"}
    mime = next((mime for start, mime in kind.items() if content.startswith(start)), "image/svg+xml")
    response = make_response(content)
    response.headers["Content-Type"] = mime
    response.headers["Content-Security-Policy"] = "default-src 'none'; style-src 'unsafe-inline'; sandbox"
    response.headers["Cache-Control"] = "private, max-age=86400"
    return response


@bp.get("/brand/<key>.<kind>")
def brand(key: str, kind: str) -> ResponseReturnValue:
    """The brand's colours as a stylesheet, its pattern as a drawing; both can be kept for ever."""
    look = BrandLook.from_key(key)
    if look is None or kind not in BRAND_TYPES:
        abort(404)
    pattern = url_for("public.brand", key=key, kind="svg")
    response = make_response(look.css(pattern) if kind == "css" else look.svg())
    response.headers["Content-Type"] = BRAND_TYPES[kind]
    response.headers["Cache-Control"] = "public, max-age=31536000, immutable"
    return response


@bp.post("/p/<token>/seen")
def seen(token: str) -> ResponseReturnValue:
    """The page was in sight for two seconds; our own people do not count."""
    _limit()
    _check_slip(token, SEEN)
    if "user" not in session:
        with current_instance().database.transaction() as database:
            _record_opening(database, open_page(database, token, clock.today()), now())
    return "", 204


@bp.post("/p/<token>/accept")
def accept(token: str) -> ResponseReturnValue:
    """The client says yes."""
    _limit()
    form = AcceptForm(request.form)
    return _answer(token, Step.ACCEPT, accepting=form, by=form.name.data or "")


@bp.post("/p/<token>/decline")
def decline(token: str) -> ResponseReturnValue:
    """The client says no."""
    _limit()
    form = DeclineForm(request.form)
    return _answer(token, Step.DECLINE, declining=form, reason=form.reason.data or "")


def _answer(
    token: str,
    step: Step,
    *,
    accepting: AcceptForm | None = None,
    declining: DeclineForm | None = None,
    by: str = "",
    reason: str = "",
) -> ResponseReturnValue:
    found, shown = _open(token), _check_slip(token, ANSWER)
    form = accepting or declining
    if form is None or not form.validate():
        return _page(found, accepting=accepting, declining=declining), 422
    details = {"reason": reason, "address": request.remote_addr, "revision": shown}
    with current_instance().database.transaction() as database:
        # What the client read must be what is sent now: another revision may have gone out meanwhile.
        fresh = open_page(database, token, clock.today(), lock=True)
        if fresh.state is not State.OPEN or shown != fresh.revision.number:
            return _page(fresh, changed=True), 409
        answer(database, fresh.proposal, step, by=by or fresh.document.contact, details=details)
    return redirect(url_for("public.page", token=token, _anchor="answer"), 303)


def _open(token: str) -> ClientPage:
    with current_instance().database.session() as database:
        found = open_page(database, token, clock.today())
    g.language = found.document.language
    return found


def _page(
    found: ClientPage,
    *,
    accepting: AcceptForm | None = None,
    declining: DeclineForm | None = None,
    changed: bool = False,
) -> str:
    tickets = Tickets(current_instance().settings.secret_key)
    revision = found.revision.number
    return render_template(
        "public/page.html",
        page=found,
        document=found.document,
        accepting=accepting or AcceptForm(),
        declining=declining or DeclineForm(),
        changed=changed,
        charts=charts(found.document),
        look=BrandLook.of(found.document.brand),
        answer_slip=tickets.issue(ANSWER, found.token, revision),
        seen_slip=tickets.issue(SEEN, found.token, revision),
    )


def _check_slip(token: str, purpose: str) -> int:
    tickets = Tickets(current_instance().settings.secret_key)
    revision = tickets.check(request.form.get("slip", ""), purpose, token)
    if revision is None:
        abort(400)
    return revision


def _limit() -> None:
    if not posts.allows(request.remote_addr or ""):
        abort(429)


def _record_opening(database: Session, found: ClientPage, moment: datetime) -> None:
    last = next((event.at for event in events_of(database, found.proposal) if event.what == OPENED), None)
    if last is None or moment - last >= OPENED_AGAIN_AFTER:
        record_event(database, found.proposal, OPENED, by=found.document.contact)
