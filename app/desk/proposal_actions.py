"""What can be done with a proposal: send again, revise, copy, note the client's answer."""

from flask import abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.desk.access import visible_proposal
from app.desk.proposals import bp
from app.instance import current_instance
from app.pipeline.drafts import copy as copy_proposal
from app.pipeline.drafts import revise as revise_proposal
from app.pipeline.sending import resend as send_again
from app.problems import ProblemsError
from app.proposals import service
from app.proposals.lifecycle import Step
from app.web.requests import problem_fields, requires, signed_in, user_id

__all__ = ["bp"]
MAX_NOTE_CHARACTERS = 2000
ANSWERS = {"accept": Step.ACCEPT, "decline": Step.DECLINE}


@bp.post("/<number>/resend")
@requires()
def resend(number: str) -> ResponseReturnValue:
    """Send the mail of the latest sent revision once more."""
    _check(number)
    try:
        send_again(current_instance(), number, user_id=user_id())
    except ProblemsError as error:
        return _refused(number, error)
    flash(_("The mail is on its way once more."), "good")
    return _back(number)


@bp.post("/<number>/revise")
@requires()
def revise(number: str) -> ResponseReturnValue:
    """Begin the next revision on the call screen."""
    _check(number)
    try:
        revise_proposal(current_instance(), number, user_id())
    except ProblemsError as error:
        return _refused(number, error)
    return redirect(f"/proposals/new/{number}")


@bp.post("/<number>/copy")
@requires()
def copy(number: str) -> ResponseReturnValue:
    """Begin a new proposal that says the same."""
    _check(number)
    made = copy_proposal(current_instance(), number, user_id())
    return redirect(f"/proposals/new/{made}")


@bp.post("/<number>/answer")
@requires()
def answer(number: str) -> ResponseReturnValue:
    """Note what the client said by phone."""
    step = ANSWERS.get(request.form.get("answer", ""))
    if step is None:
        abort(400)
    with current_instance().database.transaction() as session:
        proposal = visible_proposal(session, number, lock=True)
        details = {"reason": _typed("words"), "noted": True}
        noted = service.answer(session, proposal, step, by=signed_in().name, details=details)
    flash(*((_("Noted."), "good") if noted else (_("It cannot be answered any more."), "bad")))
    return _back(number)


@bp.post("/<number>/notes")
@requires()
def note(number: str) -> ResponseReturnValue:
    """Keep a note in the history."""
    text = _typed("text")
    with current_instance().database.transaction() as session:
        proposal = visible_proposal(session, number)
        if text:
            service.record_event(
                session, proposal, "note", user_id=user_id(), by=signed_in().name, details={"text": text}
            )
    return _back(number)


def _check(number: str) -> None:
    with current_instance().database.session() as session:
        visible_proposal(session, number)


def _refused(number: str, error: ProblemsError) -> ResponseReturnValue:
    for texts in problem_fields(error.problems).values():
        flash(" ".join(texts), "bad")
    return _back(number)


def _typed(name: str) -> str:
    return request.form.get(name, "").strip()[:MAX_NOTE_CHARACTERS]


def _back(number: str) -> ResponseReturnValue:
    return redirect(url_for("proposals.show", number=number))
