"""The head of the call form: who calls, what the offer is written in and how long it holds."""

import re
from datetime import date
from decimal import Decimal

from flask_babel import lazy_gettext as _l
from werkzeug.datastructures import MultiDict
from wtforms import Field, Form, FormField, StringField, TextAreaField
from wtforms.validators import Length, ValidationError

from app.desk.call_input import CallInput
from app.language.numbers import parse_decimal

MAX_TEXT = 200
MAX_NOTE = 2000
MAX_VALID_DAYS = 365
MAX_PERCENT = 100

_DAYS = re.compile(r"(\d{1,4})(?:\s*[^\W\d_]+\.?)?")
_ISO = re.compile(r"(?P<year>\d{4})-(?P<month>\d{1,2})-(?P<day>\d{1,2})")
_WRITTEN = re.compile(r"(?P<day>\d{1,2})[./](?P<month>\d{1,2})(?:[./](?P<year>\d{4}|\d{2}))?\.?")
CENTURY = 2000

_too_long = _l("At most %(max)d characters, please.")


def valid_days(text: str, today: date) -> int | None:
    """How many days an offer holds: «14», «14 days», or the date until which it holds; None if left empty.

    A date without a year is the next such day. Raises ValueError for anything else.
    """
    if not text:
        return None
    counted = _DAYS.fullmatch(text)
    days = int(counted[1]) if counted else (_date(text, today) - today).days
    if not 1 <= days <= MAX_VALID_DAYS:
        raise ValueError(text)
    return days


def _date(text: str, today: date) -> date:
    written = _ISO.fullmatch(text) or _WRITTEN.fullmatch(text)
    if not written:
        raise ValueError(text)
    parts = {name: int(digits) for name, digits in written.groupdict().items() if digits}
    year = parts.get("year", today.year)
    day = date(year if year > CENTURY else CENTURY + year, parts["month"], parts["day"])
    if "year" not in parts and day <= today:
        return day.replace(year=day.year + 1)
    return day


class CompanyFields(Form):
    """The lead's company."""

    name = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    industry = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    tax_id = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    city = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    country = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])


class ContactFields(Form):
    """The person on the line."""

    name = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    role = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    email = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])
    phone = StringField(validators=[Length(max=MAX_TEXT, message=_too_long)])


class DiscountFields(Form):
    """The discount on everything."""

    percent = StringField()
    reason = StringField()

    def validate_percent(self, field: Field) -> None:
        """A number of per cents that can be taken off."""
        if not field.data:
            return
        percent = _number(field.data, self.meta.language)
        if not 0 <= percent <= MAX_PERCENT:
            raise ValidationError(_l("A discount is between 0 and 100 per cent."))


class CallForm(Form):
    """Fields are named as their places in the brief: `company.name`, `contact.email`."""

    company = FormField(CompanyFields, separator=".")
    contact = FormField(ContactFields, separator=".")
    discount = FormField(DiscountFields, separator=".")
    valid_days = StringField()
    note = TextAreaField(validators=[Length(max=MAX_NOTE, message=_too_long)])

    def validate_valid_days(self, field: Field) -> None:
        """Days or a date, within a year."""
        try:
            valid_days(field.data or "", self.meta.today)
        except ValueError:
            raise ValidationError(
                _l("Days from 1 to 365, or a date within a year, such as 14 or %(date)s.", date="31.12")
            ) from None


def head_errors(typed: CallInput, *, language: str, today: date) -> dict[str, str]:
    """What is wrong in the head, by field path, in the page's language."""
    meta = {"language": language, "today": today}
    form = CallForm(MultiDict(typed.fields), meta=meta)
    for part in (form.company, form.contact, form.discount):
        part.form.meta = form.meta
    form.validate()
    return dict(_flat(form.errors, ""))


def _flat(errors: object, prefix: str) -> list[tuple[str, str]]:
    if isinstance(errors, dict):
        return [
            found for name, part in errors.items() for found in _flat(part, f"{prefix}.{name}".lstrip("."))
        ]
    return [(prefix, " ".join(str(text) for text in errors))] if isinstance(errors, list) else []


def _number(text: str, language: str) -> Decimal:
    try:
        return parse_decimal(text, language)
    except ValueError:
        raise ValidationError(_l("“%(value)s” is not a number.", value=text[:40])) from None
