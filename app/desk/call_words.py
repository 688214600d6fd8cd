"""What scripts of the call screen say and where they send, in the page's language."""

from collections.abc import Mapping

from flask import url_for
from flask_babel import gettext as _


def words() -> Mapping[str, str]:
    """Sentences with {placeholders} that scripts fill in."""
    return {
        "saved": _("Draft saved {ago}"),
        "kept_here": _("Kept in this browser; saved once the company has a name"),
        "offline": _("No connection: kept here, saved when it is back"),
        "signed_out": _("Signed out: kept in this browser; sign in and come back"),
        "not_saved": _("Not saved: kept in this browser"),
        "no_figures": _("The figures could not be worked out"),
        "on_the_line": _("{time} on the line"),
        "added": _("{name} added"),
        "removed": _("{name} removed"),
        "already_there": _("{name} is in the offer already"),
        "updated": _("updated {ago}"),
        "updating": _("being updated…"),
        "pdf_waits": _("The pages need a company and an item"),
        "pdf_drawing": _("PDF is being drawn…"),
        "pdf_offline": _("No connection: the pages wait"),
        "pdf_failed": _("The pages could not be drawn"),
        "send_offline": _("No connection: press Send again when it is back"),
        "sending": _("Sending…"),
        "send_failed": _("It could not be sent just now. Nothing is lost: press Send again"),
        "two_windows": _("This draft is open in another window, too. What is typed last is what is kept."),
    }


def urls() -> Mapping[str, str]:
    """Where scripts ask and send."""
    return {
        "draft": url_for("call.draft"),
        "preview": url_for("call.preview"),
        "send": url_for("call.send"),
        "items": url_for("call.items"),
        "companies": url_for("call.companies"),
        "fresh": url_for("call.screen"),
    }
