"""The drawn pages of a preview: their pictures and the PDF, behind links that only our server can make."""

from collections.abc import Mapping
from typing import Any

from flask import Blueprint, Response, abort, current_app, url_for
from flask_babel import gettext as _
from itsdangerous import BadSignature, URLSafeSerializer

from app.desk.call_screen import page_titles
from app.instance import current_instance
from app.language.numbers import format_number
from app.pipeline import Preview
from app.rendering.service import page_pictures
from app.web.requests import current_language, name_file, requires, user_id

bp = Blueprint("call_pages", __name__)
SMALL_WIDTH = 560
LARGE_WIDTH = 1240
YEAR_SECONDS = 31_536_000
KILOBYTE = 1024


def preview_json(drawn: Preview) -> Mapping[str, Any]:
    """What the screen needs to show a preview."""
    pdf_hash = drawn.pages.pdf_hash
    token = _signer().dumps([pdf_hash, drawn.document.number, user_id()])
    size = format_number(round(drawn.pages.size / KILOBYTE), current_language())
    return {
        "pages": [
            {
                "small": url_for("call_pages.picture", token=token, page=page, width=SMALL_WIDTH),
                "large": url_for("call_pages.picture", token=token, page=page, width=LARGE_WIDTH),
                "alt": _("Page %(page)s: %(title)s", page=page, title=title),
            }
            for page, title in enumerate(page_titles(), start=1)
        ],
        "pdf": url_for("call_pages.pdf", token=token),
        "state": _("PDF is ready, %(size)s KB", size=size),
    }


@bp.get("/call/pages/<token>/<int:page>-<int:width>.png")
@requires()
def picture(token: str, page: int, width: int) -> Response:
    """One page as a picture; the same address always shows the same."""
    pdf_hash, _number = _opened(token)
    if width not in {SMALL_WIDTH, LARGE_WIDTH}:
        abort(404)
    pictures = page_pictures(current_instance(), pdf_hash, width)
    if not 1 <= page <= len(pictures):
        abort(404)
    content = pictures[page - 1]
    return _kept_for_ever(Response(content, mimetype=_kind(content)))


@bp.get("/call/pages/<token>.pdf")
@requires()
def pdf(token: str) -> Response:
    """The PDF of a preview, to keep."""
    pdf_hash, number = _opened(token)
    response = Response(current_instance().storage.get(pdf_hash), mimetype="application/pdf")
    name_file(response, f"{number}.pdf", attachment=True)
    return _kept_for_ever(response)


def _signer() -> URLSafeSerializer:
    return URLSafeSerializer(str(current_app.secret_key), salt="call-preview")


def _opened(token: str) -> tuple[str, str]:
    """The PDF's hash and the draft's number, if the link was made for this person."""
    try:
        pdf_hash, number, owner = _signer().loads(token)
    except (BadSignature, ValueError):
        abort(404)
    if owner != user_id():
        abort(404)
    return pdf_hash, number


def _kind(content: bytes) -> str:
    if content.startswith(b"\x89PNG"):
        return "image/png"
    return "image/webp" if content.startswith(b"RIFF") else "image/jpeg"


def _kept_for_ever(response: Response) -> Response:
    response.headers["Cache-Control"] = f"private, max-age={YEAR_SECONDS}, immutable"
    return response
