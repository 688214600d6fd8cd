"""Numbers as people of each language write and type them."""

import re
from decimal import ROUND_HALF_UP, Decimal

from app.language.currencies import SIGNS, minor_digits, sign
from app.language.plurals import plural

NBSP = "\u00a0"
MINUS = "\u2212"
FREE_DECIMALS = 2
QUANTITY_DECIMALS = 3
MAX_TYPED_LENGTH = 40

MONTHS = {
    "uk": ("місяць", "місяці", "місяців", "місяця"),
    "ru": ("месяц", "месяца", "месяцев"),
    "en": ("month", "months"),
}
LESS_THAN_A_MONTH = {"uk": "менше місяця", "ru": "меньше месяца", "en": "less than a month"}

_SPACES = re.compile(r"[\s\u00a0\u202f\u2009'’ʼ_]+")
_UNIT = re.compile(rf"^[{''.join(SIGNS.values())}]|(?:[%{''.join(SIGNS.values())}]|грн\.?|руб\.?|р\.|тенге)$")
_PLAIN = re.compile(r"\d+|\d*[.,]\d+|\d+[.,]")
_GROUPED = re.compile(r"\d{1,3}(?P<group>[.,])\d{3}(?:(?P=group)\d{3})*(?:(?!(?P=group))[.,]\d*)?")


def format_number(value: Decimal | int, language: str, decimals: int | None = None) -> str:
    """A number with grouped thousands and a real minus; without `decimals`, up to two, no idle zeros."""
    number = Decimal(value)
    rounded = number.quantize(Decimal(1).scaleb(-_digits(decimals)), rounding=ROUND_HALF_UP)
    text = f"{abs(rounded):,f}"
    if decimals is None and "." in text:
        text = text.rstrip("0").rstrip(".")
    if language != "en":
        text = text.replace(",", NBSP).replace(".", ",")
    return MINUS + text if rounded < 0 else text


def format_quantity(value: Decimal | int, language: str) -> str:
    """A quantity: up to three decimals, no idle zeros."""
    text = format_number(value, language, QUANTITY_DECIMALS)
    return text.rstrip("0").rstrip(".,")


def format_money(amount: Decimal, currency: str, language: str, *, decimals: int | None = None) -> str:
    """An amount with its currency's sign: «1 284 000,00 ₴», “₴1,284,000.00”.

    `decimals` is the currency's own where it is not given.
    """
    digits = minor_digits(currency) if decimals is None else decimals
    number = format_number(amount, language, digits)
    mark = sign(currency, language)
    if language != "en":
        return f"{number}{NBSP}{mark}"
    gap = NBSP if mark.isalpha() else ""
    return f"{MINUS if number.startswith(MINUS) else ''}{mark}{gap}{number.removeprefix(MINUS)}"


def format_percent(percent: Decimal | int, language: str, decimals: int | None = None) -> str:
    """Per cents: 35 is «35 %» or “35%”."""
    return f"{format_number(percent, language, decimals)}{'' if language == 'en' else NBSP}%"


def format_months(months: Decimal | int, language: str, *, decimals: int = 0) -> str:
    """A length in months, never zero of them: «11 місяців», «10,4 місяця», «менше місяця»."""
    number = Decimal(months).quantize(Decimal(1).scaleb(-decimals), rounding=ROUND_HALF_UP)
    if not number:
        return LESS_THAN_A_MONTH[language]
    text = format_number(number, language)
    return f"{text}{NBSP}{plural(number, MONTHS[language], language)}"


def parse_decimal(text: str, language: str) -> Decimal:
    """The number that a person typed.

    Takes any spaces between thousands, a comma or a point, both kinds of minus, a currency sign or %
    at the end. A single comma before three digits groups thousands in English and parts decimals
    elsewhere. Raises ValueError for anything else.
    """
    if len(text) > MAX_TYPED_LENGTH:
        raise ValueError(text)
    digits = _UNIT.sub("", _SPACES.sub("", text))
    negative = digits.startswith(("-", MINUS))
    digits = digits[1:] if negative or digits.startswith("+") else digits
    value = Decimal(_with_point(digits, language))
    return -value if negative else value


def _with_point(digits: str, language: str) -> str:
    """The digits with a point for decimals and no grouping."""
    if not digits.isascii():
        raise ValueError(digits)
    grouped = _GROUPED.fullmatch(digits)
    if grouped and _is_grouping(digits, grouped["group"], language):
        return digits.replace(grouped["group"], "").replace(",", ".")
    if _PLAIN.fullmatch(digits):
        return digits.replace(",", ".")
    raise ValueError(digits)


def _is_grouping(digits: str, mark: str, language: str) -> bool:
    """Whether that mark parts thousands rather than decimals."""
    return digits.count(mark) > 1 or {",", "."} <= set(digits) or (mark == "," and language == "en")


def _digits(decimals: int | None) -> int:
    return FREE_DECIMALS if decimals is None else decimals
