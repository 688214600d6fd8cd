"""Pages of catalogues: items, versions, uploads."""

from flask import (
    Blueprint,
    abort,
    current_app,
    flash,
    make_response,
    redirect,
    render_template,
    request,
    url_for,
)
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.catalog.forms import UploadForm
from app.catalog.item_views import show_item, show_report, show_row, show_version
from app.catalog.model import Catalogue, in_language
from app.catalog.published import (
    CatalogueSummary,
    catalogue_list,
    published_catalogue,
    versions,
)
from app.catalog.search import search_items
from app.catalog.service import ImportReport, import_workbook, publish_version, rollback
from app.catalog.workbook_guard import MAX_UPLOAD_BYTES
from app.instance import current_instance
from app.roles import Role
from app.storage import MissingFileError
from app.web.requests import accepts_bytes, current_language, is_htmx, requires, signed_in

SHOWN_ITEMS = 60
FORM_BYTES = 2**20
CHECKS = "CATALOGUE_CHECKS"
"""Setting of the app: what other rooms know to be wrong with a catalogue, as `service.Check`."""

bp = Blueprint("catalog", __name__, url_prefix="/catalog")


@bp.get("")
@requires()
def index() -> ResponseReturnValue:
    """Every catalogue; one alone opens by itself for people who cannot upload another."""
    return render_template("catalog/index.html", catalogues=_summaries())


@bp.get("/upload")
@requires(Role.ADMIN)
def upload_form() -> ResponseReturnValue:
    """Where a workbook is uploaded."""
    form = UploadForm(formdata=None, catalogue=request.args.get("catalogue", ""))
    return render_template("catalog/upload.html", form=form, report=None)


@bp.post("/upload")
@accepts_bytes(MAX_UPLOAD_BYTES + FORM_BYTES)
@requires(Role.ADMIN)
def upload() -> ResponseReturnValue:
    """Import a workbook; with errors nothing changes, and each is named with its cell."""
    form = UploadForm()
    if not form.validate():
        return render_template("catalog/upload.html", form=form, report=None), 422
    filename = form.file.data.filename or "workbook.xlsx"
    report = _imported(form, filename)
    if report.errors:
        shown = show_report(filename, errors=report.errors, warnings=report.warnings)
        return render_template("catalog/upload.html", form=form, report=shown), 422
    number = report.version
    if report.published:
        flash(_("Version %(number)s is published.", number=number), "good")
    else:
        flash(_("Version %(number)s is read and waits to be published.", number=number), "good")
    return redirect(url_for("catalog.version", key=report.key, number=report.version))


@bp.get("/<key>")
@requires()
def items(key: str) -> ResponseReturnValue:
    """The items of the published version; htmx gets the list alone."""
    query = request.args.get("q", "").strip()
    language = current_language()
    with current_instance().database.session() as session:
        catalogue = published_catalogue(session, key)
        found = search_items(session, key, query, language=language, limit=SHOWN_ITEMS)
    rows = [show_row(item, catalogue, language) for item in found]
    template = "catalog/_items.html" if is_htmx() else "catalog/items.html"
    return render_template(template, rows=rows, query=query, total=len(catalogue.items), **_head(catalogue))


@bp.get("/<key>/items/<path:sku>")
@requires()
def item(key: str, sku: str) -> ResponseReturnValue:
    """One item with its tiers; its cost only for those who may see it."""
    with current_instance().database.session() as session:
        catalogue = published_catalogue(session, key)
    if sku not in catalogue.items:
        abort(404)
    with_cost = signed_in().role_of.sees_margin
    view = show_item(catalogue.items[sku], catalogue, current_language(), with_cost=with_cost)
    return render_template("catalog/item.html", item=view, **_head(catalogue))


@bp.get("/<key>/versions")
@requires(Role.ADMIN)
def history(key: str) -> ResponseReturnValue:
    """Every version that was imported."""
    summary = _summary(key)
    with current_instance().database.session() as session:
        views = [show_version(version, summary.version) for version in versions(session, key)]
    can_go_back = any(view.was_published and view.number < (summary.version or 0) for view in views)
    return render_template(
        "catalog/versions.html", versions=views, can_go_back=can_go_back, **_summary_head(summary)
    )


@bp.get("/<key>/versions/<int:number>")
@requires(Role.ADMIN)
def version(key: str, number: int) -> ResponseReturnValue:
    """One version with what was said about it."""
    summary = _summary(key)
    with current_instance().database.session() as session:
        found = next((entry for entry in versions(session, key) if entry.number == number), None)
    if found is None:
        abort(404)
    view = show_version(found, summary.version)
    return render_template("catalog/version.html", version=view, **_summary_head(summary))


@bp.post("/<key>/versions/<int:number>/publish")
@requires(Role.ADMIN)
def publish(key: str, number: int) -> ResponseReturnValue:
    """Make proposals from this version from now on."""
    publish_version(current_instance(), key, number, by=signed_in().email)
    flash(_("Version %(number)s is published.", number=number), "good")
    return redirect(url_for("catalog.history", key=key))


@bp.post("/<key>/rollback")
@requires(Role.ADMIN)
def go_back(key: str) -> ResponseReturnValue:
    """Publish the version from before again."""
    number = rollback(current_instance(), key, signed_in().email)
    flash(_("Version %(number)s is published again.", number=number), "good")
    return redirect(url_for("catalog.history", key=key))


@bp.get("/pictures/<digest>")
@requires()
def picture(digest: str) -> ResponseReturnValue:
    """An item's picture."""
    try:
        content = current_instance().storage.get(digest)
    except MissingFileError:
        abort(404)
    if not content.startswith(b"\xff\xd8"):
        abort(404)
    response = make_response(content)
    response.headers["Content-Type"] = "image/jpeg"
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def _imported(form: UploadForm, filename: str) -> ImportReport:
    return import_workbook(
        current_instance(),
        content=form.file.data.read(),
        filename=filename,
        by=signed_in().email,
        publish=bool(form.publish.data),
        key=form.catalogue.data or None,
        checks=current_app.config.get(CHECKS, ()),
    )


def _summaries() -> list[dict[str, object]]:
    """The catalogues that this person may see."""
    everything = signed_in().role_of is Role.ADMIN
    with current_instance().database.session() as session:
        found = catalogue_list(session, published_only=not everything)
    return [{"summary": summary, "name": in_language(summary.name, current_language())} for summary in found]


def _summary(key: str) -> CatalogueSummary:
    with current_instance().database.session() as session:
        found = {summary.key: summary for summary in catalogue_list(session, published_only=False)}
    return found[key] if key in found else abort(404)


def _head(catalogue: Catalogue) -> dict[str, object]:
    return {
        "key": catalogue.key,
        "name": in_language(catalogue.name, current_language()),
        "published": catalogue.version,
    }


def _summary_head(summary: CatalogueSummary) -> dict[str, object]:
    name = in_language(summary.name, current_language())
    return {"key": summary.key, "name": name, "published": summary.version}
