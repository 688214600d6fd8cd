"""Forms of login, profile and people."""

from email_validator import EmailNotValidError, validate_email
from flask_babel import lazy_gettext as _l
from flask_wtf import FlaskForm
from flask_wtf.file import FileField
from wtforms import BooleanField, EmailField, Field, PasswordField, SelectField, StringField, TelField
from wtforms.fields.choices import SelectChoice  # type: ignore[attr-defined]  # newer than its types
from wtforms.validators import DataRequired, EqualTo, Length, ValidationError

from app.accounts.passwords import MAX_PASSWORD_CHARACTERS, MIN_PASSWORD_CHARACTERS
from app.roles import Role
from app.web.requests import LANGUAGE_NAMES

PASSWORD_LENGTH = Length(
    min=MIN_PASSWORD_CHARACTERS,
    max=MAX_PASSWORD_CHARACTERS,
    message=_l("Use %(min)d to %(max)d characters."),
)
LANGUAGE_CHOICES = [SelectChoice(code, name) for code, name in LANGUAGE_NAMES.items()]
REQUIRED = DataRequired(_l("Fill this in."))


def text_of(field: StringField) -> str:
    """What stands in a text field, never None."""
    return field.data or ""


def _stripped(value: str | None) -> str:
    return (value or "").strip()


def _valid_email(_: FlaskForm, field: Field) -> None:
    try:
        validate_email(field.data or "", check_deliverability=False, test_environment=True)
    except EmailNotValidError as error:
        raise ValidationError(
            _l("This is not an e-mail address. It should look like name@example.com.")
        ) from error


class LoginForm(FlaskForm):
    """Address and password."""

    email = EmailField(_l("E-mail"), [REQUIRED, Length(max=254)], filters=[_stripped])
    password = PasswordField(_l("Password"), [REQUIRED, Length(max=MAX_PASSWORD_CHARACTERS)])


class ProfileForm(FlaskForm):
    """What clients see of a manager, and the language of the screens."""

    name = StringField(_l("Name"), [REQUIRED, Length(max=200)], filters=[_stripped])
    name_uk = StringField(_l("Name in Ukrainian"), [Length(max=200)], filters=[_stripped])
    name_ru = StringField(_l("Name in Russian"), [Length(max=200)], filters=[_stripped])
    name_en = StringField(_l("Name in English"), [Length(max=200)], filters=[_stripped])
    position_uk = StringField(_l("Position in Ukrainian"), [Length(max=200)], filters=[_stripped])
    position_ru = StringField(_l("Position in Russian"), [Length(max=200)], filters=[_stripped])
    position_en = StringField(_l("Position in English"), [Length(max=200)], filters=[_stripped])
    phone = TelField(_l("Phone"), [Length(max=50)], filters=[_stripped])
    language = SelectField(_l("Language of the screens"), choices=LANGUAGE_CHOICES)
    portrait = FileField(_l("Portrait"))
    remove_portrait = BooleanField(_l("Remove the portrait"))


class PasswordForm(FlaskForm):
    """A new password, with the present one."""

    current = PasswordField(_l("Present password"), [REQUIRED, Length(max=MAX_PASSWORD_CHARACTERS)])
    password = PasswordField(_l("New password"), [REQUIRED, PASSWORD_LENGTH])
    repeat = PasswordField(
        _l("New password again"), [REQUIRED, EqualTo("password", _l("The two passwords differ."))]
    )


class PersonForm(FlaskForm):
    """A person, as an admin edits them. The password is needed only for a new one."""

    email = EmailField(_l("E-mail"), [REQUIRED, Length(max=254), _valid_email], filters=[_stripped])
    name = StringField(_l("Name"), [REQUIRED, Length(max=200)], filters=[_stripped])
    phone = TelField(_l("Phone"), [Length(max=50)], filters=[_stripped])
    role = SelectField(_l("Role"), choices=[SelectChoice(role.value, _l(role.label)) for role in Role])
    language = SelectField(_l("Language of the screens"), choices=LANGUAGE_CHOICES)
    active = BooleanField(_l("May sign in"))
    password = PasswordField(_l("Password"))

    def __init__(self, *, is_new: bool, **kwargs: object) -> None:
        super().__init__(**kwargs)
        self.password.validators = [REQUIRED, PASSWORD_LENGTH] if is_new else [_optional_password]


def _optional_password(form: FlaskForm, field: StringField) -> None:
    if field.data:
        PASSWORD_LENGTH(form, field)
