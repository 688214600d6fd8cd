"""Settings for administrators: the people who sign in."""

from flask import Blueprint, abort, flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from app.accounts.forms import PersonForm, text_of
from app.accounts.models import User
from app.accounts.service import (
    EmailTakenError,
    LastAdminError,
    NewUser,
    change_password,
    change_user,
    create_user,
    normal_email,
    user_list,
)
from app.instance import current_instance
from app.roles import Role
from app.web.requests import current_language, requires, user_id

bp = Blueprint("people", __name__, url_prefix="/settings/people")


@bp.get("")
@requires(Role.ADMIN)
def index() -> ResponseReturnValue:
    """Everybody who may sign in, or might once."""
    with current_instance().database.session() as session:
        people = user_list(session)
    return render_template("settings/people.html", people=people)


@bp.get("/new")
@requires(Role.ADMIN)
def new() -> ResponseReturnValue:
    """The form of a new person."""
    form = PersonForm(is_new=True, formdata=None)
    form.language.data, form.active.data = current_language(), True
    return render_template("settings/person.html", form=form, person=None)


@bp.post("/new")
@requires(Role.ADMIN)
def create() -> ResponseReturnValue:
    """Add a person."""
    form = PersonForm(is_new=True)
    if form.validate():
        try:
            created = create_user(current_instance().database, _new_user(form))
        except EmailTakenError:
            form.email.errors = [_taken()]
        else:
            flash(_("%(name)s can sign in now.", name=created.name), "good")
            return redirect(url_for("people.index"))
    return render_template("settings/person.html", form=form, person=None), 422


@bp.get("/<int:person_id>")
@requires(Role.ADMIN)
def edit(person_id: int) -> ResponseReturnValue:
    """The form of one person."""
    person = _person(person_id)
    return render_template(
        "settings/person.html", form=PersonForm(is_new=False, formdata=None, obj=person), person=person
    )


@bp.post("/<int:person_id>")
@requires(Role.ADMIN)
def save(person_id: int) -> ResponseReturnValue:
    """Change a person, or stop them from signing in."""
    person, form = _person(person_id), PersonForm(is_new=False)
    if form.validate() and _changed(person, form):
        flash(_("Saved."), "good")
        return redirect(url_for("people.index"))
    return render_template("settings/person.html", form=form, person=person), 422


def _changed(person: User, form: PersonForm) -> bool:
    database, changes = current_instance().database, _changes(form)
    if person.id == user_id() and not form.active.data:
        form.active.errors = [_("You cannot lock yourself out.")]
        return False
    try:
        change_user(database, person.id or 0, changes)
    except EmailTakenError:
        form.email.errors = [_taken()]
        return False
    except LastAdminError:
        form.role.errors = [_("Somebody has to stay administrator.")]
        return False
    if form.password.data:
        change_password(database, person.id or 0, text_of(form.password))
    return True


def _changes(form: PersonForm) -> dict[str, object]:
    return {
        "email": normal_email(text_of(form.email)),
        "name": text_of(form.name),
        "phone": text_of(form.phone),
        "role": form.role.data,
        "language": form.language.data,
        "active": form.active.data,
    }


def _new_user(form: PersonForm) -> NewUser:
    return NewUser(
        email=text_of(form.email),
        name=text_of(form.name),
        password=text_of(form.password),
        role=Role(form.role.data),
        language=form.language.data,
        phone=text_of(form.phone),
    )


def _person(person_id: int) -> User:
    with current_instance().database.session() as session:
        person = session.get(User, person_id)
    if person is None:
        abort(404)
    return person


def _taken() -> str:
    return _("Somebody else signs in with this address.")
