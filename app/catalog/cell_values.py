"""Numbers, dates and yes or no as people write them in cells."""

import re
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from enum import StrEnum

from app.catalog.header_words import NO, YES
from app.catalog.workbook import CellValue

SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’]+")
BLANKS = re.compile(r"[ \t\f\v]+")
CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
SIGNS = re.compile(
    r"^(?:грн\.?|руб\.?|uah|rub|usd|eur|[₴₽$€₸£%])|(?:грн\.?|руб\.?|uah|rub|usd|eur|[₴₽$€₸£%])$",
    re.IGNORECASE,
)
PLAIN = re.compile(r"^[+-]?\d+(?:\.\d+)?$")
ONE_SEPARATOR = re.compile(r"^[+-]?[1-9]\d{0,2}[.,]\d{3}$")
FLOAT_DIGITS = 15
DATE_FORMATS = ("%Y-%m-%d", "%d.%m.%Y", "%d/%m/%Y")


class NumberError(StrEnum):
    """Why a text is no number."""

    NOT_A_NUMBER = "not a number"
    AMBIGUOUS = "ambiguous"


def read_number(value: CellValue) -> Decimal | NumberError:
    """The number in a cell; spaces, commas, signs of currencies and per cent are understood."""
    if isinstance(value, bool) or value is None or isinstance(value, datetime):
        return NumberError.NOT_A_NUMBER
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, float):
        return _from_float(value)
    text = SIGNS.sub("", SPACES.sub("", value).replace("−", "-"))
    if ONE_SEPARATOR.match(text):
        return NumberError.AMBIGUOUS
    text = _with_point(text)
    return Decimal(text) if PLAIN.match(text) else NumberError.NOT_A_NUMBER


def _from_float(value: float) -> Decimal | NumberError:
    """The number as Excel shows it: 15 digits, without what binary fractions add."""
    try:
        number = Decimal(f"{value:.{FLOAT_DIGITS}g}")
    except InvalidOperation:
        return NumberError.NOT_A_NUMBER
    return Decimal(plain(number)) if number.is_finite() else NumberError.NOT_A_NUMBER


def _with_point(text: str) -> str:
    """The text with one decimal point and nothing between thousands."""
    commas, points = text.count(","), text.count(".")
    if commas and points:
        last, other = (",", ".") if text.rfind(",") > text.rfind(".") else (".", ",")
        return text.replace(other, "").replace(last, ".") if text.count(last) == 1 else text
    if max(commas, points) > 1:
        return re.sub(r"[.,](?=\d{3}(?:\D|$))", "", text)
    return text.replace(",", ".")


def plain(number: Decimal) -> str:
    """The number without an exponent and without zeros at its end."""
    text = f"{number:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def read_date(value: CellValue) -> date | None:
    """The date in a cell."""
    if isinstance(value, datetime):
        return value.date()
    for form in DATE_FORMATS:
        try:
            return datetime.strptime(str(value).strip(), form).date()  # noqa: DTZ007 - a calendar day has no zone
        except ValueError:
            continue
    return None


def read_yes_no(value: CellValue) -> bool | None:
    """What a cell says for yes and no, in three languages."""
    word = str(value).strip().casefold()
    if word in YES or value is True:
        return True
    return False if word in NO or value is False else None


def read_text(value: CellValue, *, percent: bool = False) -> str:
    """Any cell as text: numbers plain, dates as 2026-12-31."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, datetime):
        return (
            value.date().isoformat()
            if value == datetime.combine(value.date(), value.time().min)
            else str(value)
        )
    if isinstance(value, int | float):
        number = read_number(value)
        if isinstance(number, NumberError):
            return str(value)
        return f"{plain(number * 100)}%" if percent else plain(number)
    lines = CONTROL.sub("", value.replace("_x000D_", "")).strip().splitlines()
    return "\n".join(BLANKS.sub(" ", line).strip(" ") for line in lines)
