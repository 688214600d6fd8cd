"""The Ukrainian vocative of given names, patronymics and honorifics, where it is certain."""

from app.personalization.given_names import RUSSIAN_SPELLING
from app.personalization.names import Gender, PersonName, plain

EXCEPTIONS = {
    "любов": "любове",
    "ігор": "ігорю",
    "лазар": "лазарю",
    "олег": "олеже",
    "ілля": "ілле",
    "яків": "якове",
    "федір": "федоре",
    "антін": "антоне",
}
FOREIGN_LETTERS = frozenset("ыэёъ")
FEMALE_ENDINGS = (("ія", "іє"), ("ʼя", "ʼє"), ("оя", "оє"), ("ея", "еє"), ("а", "о"), ("я", "ю"))
MALE_ENDINGS = (("ко", "ку"), ("о", "е"), ("а", "о"), ("й", "ю"), ("ь", "ю"))
SOFT_CONSONANTS = {"г": "у", "к": "у", "х": "у"}
HARD_CONSONANTS = frozenset("бвдзлмнпрстф")
PATRONYMIC_ENDINGS = (("ич", "ичу"), ("іч", "ічу"), ("івна", "івно"), ("ївна", "ївно"))
HONORIFICS = {"пан": "пане", "пані": "пані", "добродій": "добродію", "добродійка": "добродійко"}


def address(name: PersonName) -> str | None:
    """Put the name into the form one calls out («Олено Петрівно», «Пане Адаме»); None when unsure."""
    first = _first(name)
    if first is None:
        return None
    if name.patronymic:
        patronymic = _bend(plain(name.patronymic), PATRONYMIC_ENDINGS)
        return f"{_titled(first)} {_titled(patronymic)}" if patronymic else None
    honorific = HONORIFICS.get(name.honorific)
    return f"{_titled(honorific)} {_titled(first)}" if honorific else _titled(first)


def _first(name: PersonName) -> str | None:
    word = plain(name.first)
    if not word or "-" in word or word in RUSSIAN_SPELLING or FOREIGN_LETTERS & set(word):
        return None
    if word in EXCEPTIONS:
        return EXCEPTIONS[word]
    if name.gender is Gender.FEMALE:
        return _bend(word, FEMALE_ENDINGS)
    if name.gender is Gender.UNKNOWN:
        return None
    bent = _bend(word, MALE_ENDINGS)
    if bent:
        return bent
    last = word[-1]
    return word + SOFT_CONSONANTS.get(last, "е") if last in {*SOFT_CONSONANTS, *HARD_CONSONANTS} else None


def _bend(word: str, endings: tuple[tuple[str, str], ...]) -> str | None:
    for ending, vocative in endings:
        if word.endswith(ending):
            return word.removesuffix(ending) + vocative
    return None


def _titled(word: str) -> str:
    return word[:1].upper() + word[1:]
