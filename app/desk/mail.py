"""The mail page for administrators: the outbox, what stands in its way, and mails written to disk."""

from email.message import EmailMessage

from flask import Blueprint, abort, flash, make_response, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.database import now
from app.delivery import mailbox, outbox
from app.delivery.models import DeliveryState
from app.delivery.watch import counts, outbox_list
from app.desk.mail_view import MailView, view_of
from app.desk.wording import MAIL, mail_tag, mail_words
from app.instance import current_instance
from app.roles import Role
from app.web.requests import file_response, requires

bp = Blueprint("mail", __name__, url_prefix="/settings/mail")
BODY_POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'; frame-ancestors 'self'; sandbox"
LIST_LIMIT = 100


@bp.get("")
@requires(Role.ADMIN)
def index() -> ResponseReturnValue:
    """Messages with their state, newest first."""
    instance, state = current_instance(), request.args.get("state", "")
    with instance.database.session() as session:
        rows = outbox_list(session, state if state in MAIL else "")
        totals, pause = counts(session), outbox.pause_of(session)
    on_disk = instance.settings.smtp_url is None
    return render_template(
        "settings/mail.html",
        rows=rows,
        totals=totals,
        pause=pause,
        state=state,
        on_disk=on_disk,
        mails=mailbox.mails(instance.settings.mail_dir, LIST_LIMIT) if on_disk else (),
        mail_tag=mail_tag,
        mail_words=mail_words,
        final={DeliveryState.SENT.value, DeliveryState.SENDING.value},
    )


@bp.post("/<int:delivery_id>/retry")
@requires(Role.ADMIN)
def retry(delivery_id: int) -> ResponseReturnValue:
    """Try a message again now."""
    with current_instance().database.transaction() as session:
        due = outbox.retry(session, delivery_id, now())
    current_instance().jobs.wake()
    flash(*((_("It is tried again now."), "good") if due else (_("There is nothing to try again."), "bad")))
    return redirect(url_for("mail.index"))


@bp.post("/resume")
@requires(Role.ADMIN)
def resume() -> ResponseReturnValue:
    """Send again after the mail server did not let us in."""
    with current_instance().database.transaction() as session:
        outbox.resume(session)
    current_instance().jobs.wake()
    flash(_("Mail is sent again."), "good")
    return redirect(url_for("mail.index"))


@bp.get("/files/<name>")
@requires(Role.ADMIN)
def show(name: str) -> ResponseReturnValue:
    """One mail written to disk."""
    return render_template("settings/mail_file.html", name=name, mail=_viewed(name))


@bp.get("/files/<name>/body")
@requires(Role.ADMIN)
def body(name: str) -> ResponseReturnValue:
    """Its HTML, with nothing that runs and nothing from elsewhere."""
    response = make_response(_viewed(name).html)
    response.headers["Content-Security-Policy"] = BODY_POLICY
    response.headers["X-Frame-Options"] = "SAMEORIGIN"
    return response


@bp.get("/files/<name>/parts/<int:place>")
@requires(Role.ADMIN)
def part(name: str, place: int) -> ResponseReturnValue:
    """An attachment."""
    attachments = _viewed(name).attachments
    if place >= len(attachments):
        abort(404)
    found = attachments[place]
    return file_response(found.content, found.mime, found.name, attachment=True)


@bp.get("/files/<name>/source")
@requires(Role.ADMIN)
def source(name: str) -> ResponseReturnValue:
    """The file itself."""
    return file_response(_bytes(name), "message/rfc822", name, attachment=True)


def _viewed(name: str) -> MailView:
    message: EmailMessage = mailbox.parse_mail(_bytes(name))
    return view_of(message)


def _bytes(name: str) -> bytes:
    return mailbox.read_mail(current_instance().settings.mail_dir, name)
