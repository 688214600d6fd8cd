"""Login, logout, the language switch and the profile page."""

from flask import Blueprint, abort, flash, make_response, redirect, render_template, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext, refresh

from app.accounts.forms import LoginForm, PasswordForm, ProfileForm, text_of
from app.accounts.models import User
from app.accounts.passwords import verify_password
from app.accounts.portraits import MAX_PORTRAIT_BYTES
from app.accounts.profile import fill_profile, save_profile
from app.accounts.service import authenticate, change_password, change_user, end_sessions
from app.accounts.session import sign_in, sign_out
from app.instance import current_instance
from app.web.requests import LANGUAGE_NAMES, accepts_bytes, current_user, requires, safe_target, user_id

bp = Blueprint("accounts", __name__)
UPLOAD_OVERHEAD_BYTES = 100_000
SECONDS_A_MINUTE = 60


@bp.get("/login")
def login() -> ResponseReturnValue:
    """The login form; whoever is signed in already goes on."""
    if current_user():
        return redirect(safe_target(request.args.get("next")))
    return render_template("accounts/login.html", form=LoginForm())


@bp.post("/login")
def log_in() -> ResponseReturnValue:
    """Check address and password."""
    form = LoginForm()
    if not form.validate():
        return render_template("accounts/login.html", form=form), 422
    result = authenticate(
        current_instance().database,
        email=text_of(form.email),
        password=text_of(form.password),
        address=request.remote_addr or "",
    )
    if result.user:
        sign_in(result.user)
        return redirect(safe_target(request.form.get("next")))
    if result.wait_seconds:
        page = render_template("accounts/login.html", form=form, problem=_wait_text(result.wait_seconds))
        return page, 429, {"Retry-After": str(result.wait_seconds)}
    problem = _("E-mail and password do not match.")
    return render_template("accounts/login.html", form=form, problem=problem), 401


@bp.post("/logout")
@requires()
def logout() -> ResponseReturnValue:
    """End every session of this person, copied cookies included."""
    end_sessions(current_instance().database, user_id())
    sign_out()
    return redirect(url_for("accounts.login"))


@bp.post("/language")
def language() -> ResponseReturnValue:
    """Switch the language of the screens."""
    chosen = request.form.get("language", "")
    if chosen not in LANGUAGE_NAMES:
        abort(400)
    if current_user():
        change_user(current_instance().database, user_id(), {"language": chosen})
    else:
        session["language"] = chosen
    return redirect(safe_target(request.form.get("next")))


@bp.get("/profile")
@requires()
def profile() -> ResponseReturnValue:
    """What clients see of this person, and the password."""
    return _profile_page(ProfileForm(formdata=None), PasswordForm(formdata=None), fill=True)


@bp.post("/profile")
@accepts_bytes(MAX_PORTRAIT_BYTES + UPLOAD_OVERHEAD_BYTES)
@requires()
def save() -> ResponseReturnValue:
    """Save the profile."""
    form = ProfileForm()
    if not form.validate() or not save_profile(current_instance(), _own_account(), form):
        return _profile_page(form, PasswordForm(formdata=None)), 422
    refresh()
    flash(_("Saved. New proposals show it at once; sent ones stay as they are."), "good")
    return redirect(url_for("accounts.profile"))


@bp.post("/profile/password")
@requires()
def password() -> ResponseReturnValue:
    """Change the password; every other session ends."""
    form = PasswordForm()
    user = _own_account()
    if form.validate() and not verify_password(text_of(form.current), user.password_hash):
        form.current.errors = [_("This is not your present password.")]
    if form.errors:
        return _profile_page(ProfileForm(formdata=None), form, fill=True), 422
    sign_in(change_password(current_instance().database, user_id(), text_of(form.password)))
    flash(_("The password is changed. Everywhere else you are signed out."), "good")
    return redirect(url_for("accounts.profile"))


@bp.get("/portraits/<digest>")
@requires()
def portrait(digest: str) -> ResponseReturnValue:
    """A person's portrait."""
    content = current_instance().storage.get(digest)
    if not content.startswith(b"\xff\xd8"):
        abort(404)
    response = make_response(content)
    response.headers["Content-Type"] = "image/jpeg"
    response.headers["Cache-Control"] = "private, max-age=31536000, immutable"
    return response


def _own_account() -> User:
    with current_instance().database.session() as database:
        return database.get_one(User, user_id())


def _profile_page(form: ProfileForm, passwords: PasswordForm, *, fill: bool = False) -> str:
    user = _own_account()
    if fill:
        fill_profile(form, user)
    return render_template("accounts/profile.html", form=form, passwords=passwords, user=user)


def _wait_text(seconds: int) -> str:
    minutes = -(-seconds // SECONDS_A_MINUTE)
    return ngettext(
        "Too many tries. Wait %(num)d minute and try again.",
        "Too many tries. Wait %(num)d minutes and try again.",
        minutes,
    )
