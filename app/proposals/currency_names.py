"""Names of currencies as they stand in «prices are in …»."""

NAMES = {
    "uk": {
        "UAH": "гривнях",
        "RUB": "рублях",
        "USD": "доларах США",
        "EUR": "євро",
        "KZT": "тенге",
        "GBP": "фунтах стерлінгів",
        "PLN": "злотих",
    },
    "ru": {
        "UAH": "гривнах",
        "RUB": "рублях",
        "USD": "долларах США",
        "EUR": "евро",
        "KZT": "тенге",
        "GBP": "фунтах стерлингов",
        "PLN": "злотых",
    },
    "en": {
        "UAH": "hryvnias",
        "RUB": "roubles",
        "USD": "US dollars",
        "EUR": "euros",
        "KZT": "tenge",
        "GBP": "pounds sterling",
        "PLN": "zlotys",
    },
}


def currency_name(currency: str, language: str) -> str:
    """Name the currency, or give its code where it has no name here."""
    return NAMES[language].get(currency, currency)
