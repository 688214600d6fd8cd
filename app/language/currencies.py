"""What is known about currencies: signs and smallest units."""

NO_MINOR_UNIT = frozenset({"JPY", "KRW", "VND"})
DEFAULT_MINOR_DIGITS = 2

SIGNS = {"UAH": "₴", "RUB": "₽", "USD": "$", "EUR": "€", "KZT": "₸", "GBP": "£", "PLN": "zł"}
LETTERS_IN_ENGLISH = frozenset({"PLN"})
"""Currencies whose sign is made of letters: English readers get their code instead."""


def minor_digits(currency: str) -> int:
    """Digits after the point of the currency's smallest unit."""
    return 0 if currency in NO_MINOR_UNIT else DEFAULT_MINOR_DIGITS


def sign(currency: str, language: str) -> str:
    """How the currency is written beside an amount: its sign, or its code where it has none."""
    if language == "en" and currency in LETTERS_IN_ENGLISH:
        return currency
    return SIGNS.get(currency, currency)
