"""Putting an offer into words: labels of Minuta, texts of the workbook, numbers, all in one language."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import lru_cache

from app.catalog.model import Result, Texts, in_language
from app.language.currencies import minor_digits
from app.language.numbers import NBSP, format_money, format_months, format_number, format_percent
from app.language.plurals import plural
from app.language.translations import translator
from app.language.typography import polish
from app.personalization.content import Context, choose
from app.pricing.money import Money
from app.proposals.document import Amount, Person
from app.proposals.offer import Offer, ResultValue

HUNDRED = Decimal(100)
WHOLE_FROM = Decimal(1000)
LETTER_APOSTROPHE, APOSTROPHE = "\u02bc", "\u2019"
"""The first is what words for amounts come with, the second what everybody types: one page, one of them."""
TWO_STOPS = re.compile(r"(?<=\w)\.\.(?=\s|$)")
COUNTED: dict[str, dict[str, tuple[str, ...]]] = {
    "uk": {
        "position": ("позиція", "позиції", "позицій"),
        "day": ("день", "дні", "днів"),
        "year": ("рік", "роки", "років"),
    },
    "ru": {
        "position": ("позиция", "позиции", "позиций"),
        "day": ("день", "дня", "дней"),
        "year": ("год", "года", "лет"),
    },
    "en": {
        "position": ("item", "items"),
        "day": ("day", "days"),
        "year": ("year", "years"),
    },
}


@lru_cache(maxsize=8192)
def _set(text: str, language: str) -> str:
    """Polish once: names and units repeat from line to line and from one keystroke to the next."""
    return TWO_STOPS.sub(".", polish(text.replace(LETTER_APOSTROPHE, APOSTROPHE), language))


def exact(texts: Texts, language: str) -> str:
    """Give the text in exactly that language or without one; never in another."""
    return (texts.get(language) or texts.get("") or "").strip()


def common_decimals(amounts: Iterable[Money]) -> int:
    """Show the smallest units in a whole column when any of its amounts has some."""
    needed = [
        minor_digits(money.currency) for money in amounts if money.amount != money.amount.to_integral_value()
    ]
    return max(needed, default=0)


@dataclass(frozen=True, slots=True)
class Wording:
    """An offer with what is needed to speak about it.

    `number` is the one printed on the pages. `context` chooses and fills the workbook's texts.
    """

    offer: Offer
    manager: Person
    number: str
    public_url: str
    today: date
    valid_until: date
    context: Context

    @property
    def language(self) -> str:
        """The language of every text."""
        return self.offer.language

    def say(self, msgid: str, **values: object) -> str:
        """Say one of Minuta's own texts."""
        return self.polished(translator(self.language)(msgid).format(**values))

    def text(
        self, slot: str, default: str, *, max_chars: int | None = None, only_conditioned: bool = False
    ) -> str:
        """Give the workbook's text for the slot, or the default, which is already in the language."""
        chosen = choose(
            self.offer.catalogue, slot, self.context, max_chars=max_chars, only_conditioned=only_conditioned
        )
        return self.polished(chosen) if chosen else default

    def polished(self, text: str) -> str:
        """Set a text as a typesetter would; a sentence after «2026 р.» needs no second full stop."""
        return _set(text, self.language)

    def own(self, texts: Texts) -> str:
        """Give a text of the catalogue in this language, or nothing."""
        return self.polished(exact(texts, self.language))

    def name(self, texts: Texts) -> str:
        """Give a name of the catalogue: in this language if it has one, else as it is called."""
        return self.polished(in_language(texts, self.language).strip())

    def inside(self, name: str) -> str:
        """Write a name as it stands inside a sentence: «За комплект» becomes «за комплект»."""
        starts_sentence = name[:1].isupper() and not name[1:2].isupper()
        return name[:1].lower() + name[1:] if starts_sentence else name

    def count(self, number: Decimal | int, noun: str) -> str:
        """Count something: «6 позицій»."""
        forms = COUNTED[self.language][noun]
        return f"{self.number_text(number)}{NBSP}{plural(number, forms, self.language)}"

    def noun(self, number: Decimal | int, noun: str) -> str:
        """Give only the noun that goes with the number."""
        return plural(number, COUNTED[self.language][noun], self.language)

    def number_text(self, number: Decimal | int, decimals: int | None = None) -> str:
        """Write a number."""
        return format_number(number, self.language, decimals)

    def money(self, money: Money, *, decimals: int | None = None) -> str:
        """Write an amount; whole ones without decimals."""
        if decimals is None:
            decimals = 0 if money.amount == money.amount.to_integral_value() else minor_digits(money.currency)
        return format_money(money.amount, money.currency, self.language, decimals=decimals)

    def whole_money(self, amount: Decimal) -> str:
        """Write an amount of the offer's currency without its smallest units, as estimates are given."""
        return format_money(amount, self.offer.currency, self.language, decimals=0)

    def estimate(self, amount: Decimal) -> str:
        """Write an amount of the catalogue's currency in the offer's; from a thousand on without cents."""
        money = self.offer.money(amount)
        return self.money(money, decimals=0 if money.amount >= WHOLE_FROM else None)

    def amount(self, money: Money, *, decimals: int | None = None) -> Amount:
        """Give an amount and how it is written."""
        return Amount(value=money.amount, text=self.money(money, decimals=decimals))

    def percent(self, percent: Decimal, decimals: int | None = None) -> str:
        """Write per cents: 35 is «35 %»."""
        return format_percent(percent, self.language, decimals)

    def months(self, number: Decimal | int) -> str:
        """Count months: «36 місяців»."""
        return format_months(number, self.language)

    def result_number(self, result: Result, value: Decimal) -> tuple[Decimal, str, str]:
        """Give a numeric result as (value shown, its text, its unit); money in the offer's currency."""
        if result.money:
            amount = self.offer.money(value).amount
            text = format_money(amount, self.offer.currency, self.language, decimals=result.decimals)
            return amount, text, ""
        if result.percent:
            percent = value * HUNDRED
            return percent, self.percent(percent, result.decimals), ""
        return value, self.number_text(value, result.decimals), self.name(result.unit)

    def result_text(self, result: Result, value: ResultValue) -> str:
        """Write a result with its unit."""
        if isinstance(value, bool):
            return self.yes_no(value)
        if isinstance(value, str):
            return self.polished(value)
        _, text, unit = self.result_number(result, value)
        return f"{text}{NBSP}{unit}" if unit else text

    def yes_no(self, value: bool) -> str:  # noqa: FBT001 - the value is what is written
        """Write yes or no."""
        return self.say("yes") if value else self.say("no")

    def shown_results(self) -> Mapping[str, str]:
        """List the results that can be shown, by key, as text."""
        return {
            result.key: self.result_text(result, self.offer.results[result.key])
            for result in self.offer.catalogue.results
            if result.key in self.offer.results
        }
