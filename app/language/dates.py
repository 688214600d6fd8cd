"""Dates as each language writes them in a letter."""

from datetime import date
from enum import StrEnum

from babel.dates import format_date as babel_date

from app.language.numbers import NBSP

FULL = {
    "uk": f"d'{NBSP}'MMMM y'{NBSP}р.'",
    "ru": f"d'{NBSP}'MMMM y'{NBSP}г.'",
    "en": f"d'{NBSP}'MMMM y",
}
SHORT = {"uk": "dd.MM.y", "ru": "dd.MM.y", "en": "dd/MM/y"}
YEAR = {"uk": f"{NBSP}року", "ru": f"{NBSP}года", "en": ""}
LOCATIVE = {
    "uk": (
        "січні", "лютому", "березні", "квітні", "травні", "червні",
        "липні", "серпні", "вересні", "жовтні", "листопаді", "грудні",
    ),
    "ru": (
        "январе", "феврале", "марте", "апреле", "мае", "июне",
        "июле", "августе", "сентябре", "октябре", "ноябре", "декабре",
    ),
}  # fmt: skip


class Case(StrEnum):
    """The grammatical case that the sentence asks of a month."""

    NOMINATIVE = "nominative"
    GENITIVE = "genitive"
    LOCATIVE = "locative"


def format_date(day: date, language: str) -> str:
    """A date in words: «22 листопада 2026 р.», “22 November 2026”."""
    return babel_date(day, FULL[language], locale=language)


def short_date(day: date, language: str) -> str:
    """A date in figures, for lists: «22.11.2026», “22/11/2026”."""
    return babel_date(day, SHORT[language], locale=language)


def month_year(day: date, language: str, *, case: Case | str = Case.NOMINATIVE) -> str:
    """A month with its year: «жовтень 2027 року», (до) «жовтня 2027 року», (у) «жовтні 2027 року»."""
    return f"{_month(day, language, Case(case))} {day.year}{YEAR[language]}"


def short_month(day: date, language: str) -> str:
    """A month's name for an axis, without a point: «жовт», «окт», “Oct”."""
    return babel_date(day, "LLL", locale=language).rstrip(".")


def add_months(day: date, months: int) -> date:
    """The first day of the month that comes so many months after the day's own."""
    index = day.year * 12 + day.month - 1 + months
    return date(index // 12, index % 12 + 1, 1)


def _month(day: date, language: str, case: Case) -> str:
    if case is Case.LOCATIVE and language in LOCATIVE:
        return LOCATIVE[language][day.month - 1]
    return babel_date(day, "LLLL" if case is Case.NOMINATIVE else "MMMM", locale=language)
