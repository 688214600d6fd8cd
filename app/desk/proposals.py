"""The list of proposals and one proposal's page."""

from threading import Lock

from flask import Blueprint, abort, render_template, request
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.catalog.model import in_language
from app.catalog.published import catalogue_list
from app.delivery.pages import pages_of
from app.desk.access import visible_proposal
from app.desk.listing import PERIODS, Asked, list_proposals
from app.desk.margin import revision_quote
from app.desk.proposal_page import PAGES, ProposalPage, open_proposal
from app.desk.wording import STATUSES, event_detail, event_text, mail_tag, mail_words, status_tag
from app.instance import current_instance
from app.pipeline.making import public_url
from app.rendering.service import page_pictures
from app.web.requests import as_row_number, current_language, file_response, is_htmx, requires, signed_in

bp = Blueprint("proposals", __name__, url_prefix="/proposals")
WIDTHS = {"small": 360, "large": 1100}
DRAWING = tuple(Lock() for _ in range(64))
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@bp.context_processor
def _words() -> dict[str, object]:
    return {
        "status_tag": status_tag,
        "mail_tag": mail_tag,
        "mail_words": mail_words,
        "event_text": event_text,
        "event_detail": event_detail,
    }


@bp.get("")
@requires()
def index() -> ResponseReturnValue:
    """The proposals that this person may see."""
    asked = Asked.from_args(request.args)
    with current_instance().database.session() as session:
        listed = list_proposals(session, asked, clock.today())
        catalogues = {
            catalogue.key: in_language(catalogue.name, current_language())
            for catalogue in catalogue_list(session)
        }
    return render_template(
        "desk/proposals.html",
        asked=asked,
        listed=listed,
        statuses=STATUSES,
        catalogues=catalogues,
        periods=_periods(),
    )


@bp.get("/<number>")
@requires()
def show(number: str) -> ResponseReturnValue:
    """One proposal: pages, state, history, what can be done with it."""
    page, instance = opened(number), current_instance()
    sees_margin = page.revision is not None and signed_in().role_of.sees_margin
    return render_template(
        "desk/proposal.html",
        page=page,
        pages=PAGES,
        public_url=public_url(instance, page.proposal) if page.was_sent else "",
        quote=revision_quote(instance, page.revision) if sees_margin and page.revision else None,
    )


@bp.get("/<number>/state")
@requires()
def state(number: str) -> ResponseReturnValue:
    """What lives on the page; empty when nothing changed since `seen`."""
    page = opened(number)
    if is_htmx() and request.args.get("seen") == page.fingerprint:
        return "", 204
    return render_template("desk/_proposal_state.html", page=page)


@bp.get("/<number>/pdf")
@requires()
def pdf(number: str) -> ResponseReturnValue:
    """The four pages of a revision."""
    page = opened(number)
    if page.revision is None or page.document is None:
        abort(404)
    pages = pages_of(current_instance(), page.revision.id or 0)
    return file_response(
        current_instance().storage.get(pages.pdf_hash),
        "application/pdf",
        f"{page.document.title}.pdf",
        attachment="download" in request.args,
    )


@bp.get("/<number>/specification")
@requires()
def specification(number: str) -> ResponseReturnValue:
    """The full list of lines as a workbook, where the pages group them."""
    page = opened(number)
    if page.revision is None or page.document is None:
        abort(404)
    pages = pages_of(current_instance(), page.revision.id or 0)
    if pages.specification_hash is None:
        abort(404)
    content = current_instance().storage.get(pages.specification_hash)
    return file_response(content, XLSX, f"{page.document.title}.xlsx", attachment=True)


@bp.get("/<number>/pages/<int:place>/<size>")
@requires()
def picture(number: str, place: int, size: str) -> ResponseReturnValue:
    """One page as a picture."""
    page = opened(number)
    if page.revision is None or size not in WIDTHS or not 1 <= place <= PAGES:
        abort(404)
    instance, revision_id = current_instance(), page.revision.id or 0
    with DRAWING[revision_id % len(DRAWING)]:  # four pictures are asked for at once; one draws them all
        stored = pages_of(instance, revision_id)
        content = page_pictures(instance, stored.pdf_hash, WIDTHS[size])[place - 1]
    response = file_response(content, picture_mime(content), f"{place}")
    if "v" in request.args:
        response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def opened(number: str) -> ProposalPage:
    """The proposal's page with the revision that the address names."""
    wanted = request.args.get("revision", "")
    instance = current_instance()
    with instance.database.session() as session:
        page = open_proposal(
            session,
            visible_proposal(session, number),
            revision=as_row_number(wanted),
        )
    if page is None:
        abort(404)
    return page


def picture_mime(content: bytes) -> str:
    """What kind of picture the bytes are."""
    if content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/webp" if content[8:12] == b"WEBP" else "image/jpeg"


def _periods() -> dict[str, str]:
    labels = (_("7 days"), _("30 days"), _("A quarter"), _("A year"))
    return dict(zip(PERIODS, labels, strict=True))
