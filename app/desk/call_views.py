"""The call screen: the page itself, its live parts, the draft, the pages, Send."""

import secrets
from dataclasses import replace

from flask import Blueprint, abort, jsonify, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app import clock
from app.catalog.model import Catalogue
from app.catalog.search import search_items
from app.database import now
from app.desk import call_service as calls
from app.desk.access import visible_proposal
from app.desk.call_delivery import DeliveryView, show_delivery
from app.desk.call_figures import show_item
from app.desk.call_input import CallInput, from_post
from app.desk.call_opening import error_places, open_screen
from app.desk.call_pictures import preview_json
from app.instance import current_instance
from app.leads.service import known_companies
from app.web.requests import current_language, requires, signed_in, user_id

bp = Blueprint("call", __name__)
ITEM_LIMIT = 12
LEAD_LIMIT = 6


def caller() -> calls.Caller:
    """Who asks, and when."""
    return calls.Caller(
        user_id=user_id(), role=signed_in().role_of, language=current_language(), today=clock.today()
    )


def chosen_catalogue(*keys: str | None) -> Catalogue:
    """The catalogue that the request names, else the one used last, else the first."""
    with current_instance().database.session() as database:
        found = calls.chosen_catalogue(database, request.values.get("catalog"), *keys, session.get("catalog"))
    return found or abort(409)


def posted() -> tuple[CallInput, Catalogue]:
    """The posted form with its catalogue."""
    typed = from_post(request.form)
    return typed, chosen_catalogue(typed["catalog"])


def posted_number() -> str | None:
    """The draft's number, if it has one that this person may touch."""
    number = request.form.get("number") or None
    if number:
        with current_instance().database.session() as database:
            visible_proposal(database, number)
    return number


@bp.errorhandler(409)
def no_catalogue(_error: object) -> ResponseReturnValue:
    """Before the first import there is nothing to offer."""
    return render_template("desk/call_empty.html"), 409


@bp.get("/")
@bp.get("/proposals/new")
@requires()
def screen() -> ResponseReturnValue:
    """An empty form, ready for the next call."""
    catalogue = chosen_catalogue()
    session["catalog"] = catalogue.key
    typed = CallInput().having(call__tab=secrets.token_hex(8))
    return render_template(
        "desk/call.html", view=open_screen(typed, catalogue, caller(), number=None, seen="")
    )


@bp.get("/proposals/new/<number>")
@requires()
def continued(number: str) -> ResponseReturnValue:
    """A draft as it was left; what is no draft any more has a page of its own."""
    with current_instance().database.session() as database:
        kept = calls.kept_draft(database, number)
    if kept is None:
        return redirect(url_for("proposals.show", number=number))
    catalogue = chosen_catalogue(kept.typed["catalog"])
    typed = kept.typed.having(call__tab=secrets.token_hex(8))
    view = open_screen(typed, catalogue, caller(), number=kept.number, seen=kept.tab)
    return render_template("desk/call.html", view=view)


@bp.post("/call/figures")
@requires()
def figures() -> ResponseReturnValue:
    """The live parts, swapped in out of band."""
    typed, catalogue = posted()
    view = calls.live_figures(current_instance(), typed, catalogue, caller())
    return render_template("desk/call_figures.html", view=view, error_places=error_places(catalogue))


@bp.post("/call/draft")
@requires()
def draft() -> ResponseReturnValue:
    """Keep what was typed, valid or not; a draft gets its number with the company's name."""
    typed = from_post(request.form)
    number = posted_number()
    if not number and not typed["company.name"]:
        return jsonify(number=None)
    number, warning = calls.keep(
        current_instance(), number, typed, caller(), seen=request.form.get("seen", "")
    )
    return jsonify(
        number=number,
        url=url_for("call.continued", number=number),
        title=_("Draft %(number)s", number=number) + " · Minuta",
        warning=warning,
    )


@bp.post("/call/preview")
@requires()
def preview() -> ResponseReturnValue:
    """The four pages of what stands in the form."""
    typed, catalogue = posted()
    reading = calls.read(typed, catalogue, caller())
    number = posted_number()
    if reading.brief is None or not reading.drawable or not number:
        return jsonify(state=_("The pages need a company and an item"))
    drawn = calls.draw(current_instance(), number, reading.brief, caller())
    return jsonify({"state": drawn} if isinstance(drawn, str) else preview_json(drawn))


@bp.post("/call/send")
@requires()
def send() -> ResponseReturnValue:
    """Make the proposal and hand it to the outbox, or say what is missing."""
    typed, catalogue = posted()
    instance = current_instance()
    reading = calls.read(typed, catalogue, caller())
    number = posted_number()
    refused: tuple[str, ...] = ()
    if reading.sendable and reading.brief is not None and number is not None:
        refused = calls.send_once(instance, number, reading.brief, caller())
    if refused or not reading.sendable or number is None:
        view = calls.live_figures(instance, typed, catalogue, caller())
        view = replace(view, remarks=refused or view.remarks)
        return render_template("desk/call_figures.html", view=view, error_places=error_places(catalogue))
    return render_template(
        "desk/call_outcome.html", delivery=_delivery(number), number=number, catalog=catalogue.key
    )


@bp.get("/call/delivery/<number>")
@requires()
def delivery(number: str) -> ResponseReturnValue:
    """How the mail fares, asked for until it has arrived."""
    return render_template("desk/call_delivery.html", delivery=_delivery(number), number=number)


@bp.get("/call/items")
@requires()
def items() -> ResponseReturnValue:
    """Items that fit what was typed, as options of a list."""
    catalogue = chosen_catalogue()
    query, language = request.args.get("q", "")[:100], current_language()
    currency = request.args.get("currency") or catalogue.currency
    with current_instance().database.session() as database:
        found = search_items(database, catalogue.key, query, language=language, limit=ITEM_LIMIT)
    views = [show_item(item, catalogue, language=language, currency=currency) for item in found]
    return render_template("desk/call_items.html", items=views, query=query)


@bp.get("/call/companies")
@requires()
def companies() -> ResponseReturnValue:
    """Companies met before, as options of a list."""
    catalogue, language = chosen_catalogue(), current_language()
    with current_instance().database.session() as database:
        known = known_companies(database, request.args.get("q", "")[:100], LEAD_LIMIT)
    views = [calls.lead_view(lead, catalogue, language) for lead in known]
    return render_template("desk/call_companies.html", leads=views)


def _delivery(number: str) -> DeliveryView:
    with current_instance().database.session() as database:
        return show_delivery(database, visible_proposal(database, number), now())
