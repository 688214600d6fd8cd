"""Units that are whole words agree with their number: «3 роки», «2 послуги», “1 pc”."""

from decimal import Decimal

from app.language.plurals import plural

WORDS: dict[str, tuple[tuple[str, ...], ...]] = {
    "uk": (
        ("рік", "роки", "років", "року"),
        ("місяць", "місяці", "місяців", "місяця"),
        ("тиждень", "тижні", "тижнів", "тижня"),
        ("день", "дні", "днів", "дня"),
        ("година", "години", "годин"),
        ("зміна", "зміни", "змін"),
        ("послуга", "послуги", "послуг"),
        ("комплект", "комплекти", "комплектів", "комплекта"),
        ("штука", "штуки", "штук"),
        ("особа", "особи", "осіб"),
        ("ліцензія", "ліцензії", "ліцензій"),
    ),
    "ru": (
        ("год", "года", "лет", "года"),
        ("месяц", "месяца", "месяцев"),
        ("неделя", "недели", "недель"),
        ("день", "дня", "дней"),
        ("час", "часа", "часов"),
        ("смена", "смены", "смен"),
        ("услуга", "услуги", "услуг"),
        ("комплект", "комплекта", "комплектов"),
        ("штука", "штуки", "штук"),
        ("человек", "человека", "человек"),
        ("лицензия", "лицензии", "лицензий"),
    ),
    "en": tuple(
        (word, f"{word}s")
        for word in (
            "year", "month", "week", "day", "hour", "shift", "job", "service", "set", "pc", "piece", "unit",
            "licence", "license", "visit",
        )
    ),
}  # fmt: skip
FORMS = {
    language: {form: forms for forms in reversed(words) for form in forms}
    for language, words in WORDS.items()
}


def unit_for(number: Decimal | int, unit: str, language: str) -> str:
    """Give the unit in the form that goes with the number; abbreviations and other words stay.

    >>> unit_for(3, "год", "ru")
    'года'
    """
    forms = FORMS.get(language, {}).get(unit.casefold())
    return plural(number, forms, language) if forms else unit
