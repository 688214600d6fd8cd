"""How templates write dates, money and numbers: in the page's language."""

from datetime import date, datetime
from decimal import Decimal

from flask import Flask
from markupsafe import Markup

from app.language.dates import format_date, short_date
from app.language.numbers import format_money, format_number, format_percent
from app.pricing.money import Money
from app.web.requests import current_language


def add_filters(app: Flask) -> None:
    """Let templates write `value|date`, `minor|money(currency)` and the like."""
    app.jinja_env.filters.update(
        date=long_date,
        short_date=brief_date,
        moment=moment,
        money=money_from_minor,
        number=number,
        percent=percent,
    )


def long_date(day: date) -> str:
    """A day with its month in words."""
    return format_date(day, current_language())


def brief_date(day: date) -> str:
    """A day in digits."""
    return short_date(day, current_language())


def moment(at: datetime) -> Markup:
    """A day and a time in UTC; base.js rewrites it to the reader's own zone."""
    text = f"{short_date(at.date(), current_language())}, {at:%H:%M}"
    return Markup('<time datetime="{}Z" title="{} UTC">{}</time>').format(
        at.replace(tzinfo=None).isoformat(timespec="seconds"), text, text
    )


def money_from_minor(minor: int, currency: str) -> str:
    """An amount of minor units with its currency."""
    amount = Money.from_minor(minor, currency).amount
    whole = amount == amount.to_integral_value()
    return format_money(amount, currency, current_language(), decimals=0 if whole else None)


def number(value: Decimal | int) -> str:
    """A number with its grouping."""
    return format_number(value, current_language())


def percent(value: Decimal | int) -> str:
    """A percentage."""
    return format_percent(value, current_language())
