"""Amounts of money in words, as invoices ask for them."""

from decimal import ROUND_HALF_UP, Decimal

from num2words import num2words  # type: ignore[import-untyped]  # has no stubs

from app.language.currencies import minor_digits
from app.language.plurals import plural

APOSTROPHE = "\u02bc"
MINUS_WORD = {"uk": "мінус", "ru": "минус", "en": "minus"}
FEMININE = {"uk": {"один": "одна", "два": "дві"}, "ru": {"один": "одна", "два": "две"}}
FEMININE_CURRENCIES = frozenset({"UAH"})

Forms = tuple[str, ...]
_EURO = {"uk": ("євро",) * 3, "ru": ("евро",) * 3, "en": ("euro", "euros")}
_CENT = {"uk": ("цент", "центи", "центів"), "ru": ("цент", "цента", "центов"), "en": ("cent", "cents")}
_EUROCENT = {"uk": ("євроцент", "євроценти", "євроцентів"), "ru": ("евроцент", "евроцента", "евроцентов")}
_KOPECK = {"uk": ("копійка", "копійки", "копійок"), "ru": ("копейка", "копейки", "копеек")}

UNITS: dict[str, dict[str, Forms]] = {
    "UAH": {
        "uk": ("гривня", "гривні", "гривень"),
        "ru": ("гривна", "гривны", "гривен"),
        "en": ("hryvnia", "hryvnias"),
    },
    "RUB": {
        "uk": ("рубль", "рублі", "рублів"),
        "ru": ("рубль", "рубля", "рублей"),
        "en": ("rouble", "roubles"),
    },
    "USD": {
        "uk": ("долар США", "долари США", "доларів США"),
        "ru": ("доллар США", "доллара США", "долларов США"),
        "en": ("US dollar", "US dollars"),
    },
    "EUR": _EURO,
    "KZT": {"uk": ("тенге",) * 3, "ru": ("тенге",) * 3, "en": ("tenge", "tenge")},
    "GBP": {
        "uk": ("фунт стерлінгів", "фунти стерлінгів", "фунтів стерлінгів"),
        "ru": ("фунт стерлингов", "фунта стерлингов", "фунтов стерлингов"),
        "en": ("pound sterling", "pounds sterling"),
    },
    "PLN": {
        "uk": ("злотий", "злоті", "злотих"),
        "ru": ("злотый", "злотых", "злотых"),
        "en": ("zloty", "zlotys"),
    },
}
MINOR_UNITS: dict[str, dict[str, Forms]] = {
    "UAH": {**_KOPECK, "en": ("kopiyka", "kopiykas")},
    "RUB": {**_KOPECK, "en": ("kopeck", "kopecks")},
    "USD": _CENT,
    "EUR": {
        **_CENT,
        "uk": ("євроцент", "євроценти", "євроцентів"),
        "ru": ("евроцент", "евроцента", "евроцентов"),
    },
    "KZT": {"uk": ("тиїн", "тиїни", "тиїнів"), "ru": ("тиын", "тиына", "тиынов"), "en": ("tiyn", "tiyn")},
    "GBP": {"uk": ("пенс", "пенси", "пенсів"), "ru": ("пенс", "пенса", "пенсов"), "en": ("penny", "pence")},
    "PLN": {"uk": ("грош", "гроші", "грошів"), "ru": ("грош", "гроша", "грошей"), "en": ("grosz", "groszy")},
}


def amount_in_words(amount: Decimal, currency: str, language: str) -> str:
    """An amount as an invoice says it: «Один мільйон двісті тисяч гривень 00 копійок».

    A currency without words of its own is named by its code: «Сто CHF 00/100».
    """
    digits = minor_digits(currency)
    rounded = abs(amount).quantize(Decimal(1).scaleb(-digits), rounding=ROUND_HALF_UP)
    whole = int(rounded)
    minor = int((rounded - whole).scaleb(digits))
    words = _cardinal(whole, language, feminine=currency in FEMININE_CURRENCIES)
    if amount < 0 and rounded:
        words = f"{MINUS_WORD[language]} {words}"
    parts = [words[0].upper() + words[1:], _unit(whole, currency, language)]
    if digits:
        parts.append(_minor(minor, currency, language))
    return " ".join(parts)


def _cardinal(number: int, language: str, *, feminine: bool) -> str:
    """The number in words; only its last word bends to the currency's gender.

    num2words' own currencies are not used: its Russian bends the millions too («одна миллион»),
    its English knows neither UAH nor KZT, and its Ukrainian has an ASCII apostrophe.
    """
    words = num2words(number, lang=language).replace("'", APOSTROPHE)
    if language == "en":
        return str(words.replace(",", "").replace(" and ", " "))
    head, _, last = words.rpartition(" ")
    if feminine:
        last = FEMININE[language].get(last, last)
    return f"{head} {last}".strip()


def _unit(whole: int, currency: str, language: str) -> str:
    forms = UNITS.get(currency)
    return plural(whole, forms[language], language) if forms else currency


def _minor(minor: int, currency: str, language: str) -> str:
    forms = MINOR_UNITS.get(currency)
    if not forms:
        return f"{minor:02}/100"
    return f"{minor:02} {plural(minor, forms[language], language)}"
