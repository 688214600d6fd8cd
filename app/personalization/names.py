"""Taking a person's name apart, as far as it can be known and no further."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

from app.personalization.given_names import FEMALE, MALE, words

MAX_NAME_CHARS = 60
MAX_WORDS = 4
HONORIFICS = words(
    """
    пан пані панна добродій добродійка господин госпожа г-н г-жа гн гжа д-р др проф професор профессор
    mr mrs ms miss mx dr prof sir dra sr sra srta don doña herr frau pan pani m mme mlle monsieur madame
    """
)
DEGREES = words("b.a b.sc b.eng m.a m.sc m.eng ph.d phd mba ba ma msc bsc jr sr ii iii md esq")
WORD = re.compile(r"[^\W\d_]+(?:[-’ʼ'][^\W\d_]+)*")
PATRONYMIC_MALE = re.compile(r".{2,}(?:ович|евич|йович|ич|іч)$")
PATRONYMIC_FEMALE = re.compile(r".{2,}(?:овна|евна|ична|инична|івна|ївна)$")


class Gender(StrEnum):
    """Only what the name itself or an honorific says."""

    FEMALE = "female"
    MALE = "male"
    UNKNOWN = "unknown"


class Script(StrEnum):
    """The letters that the name is written in."""

    CYRILLIC = "cyrillic"
    LATIN = "latin"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class PersonName:
    """A name as it was said; `first` and `patronymic` are empty where they are not certain."""

    full: str
    script: Script
    first: str = ""
    patronymic: str = ""
    gender: Gender = Gender.UNKNOWN
    honorific: str = ""


def read_name(text: str | None) -> PersonName | None:
    """Take a name apart; None when the text is no name that could be said aloud."""
    words = [word for word in (text or "").replace(",", " ").split() if not _is_degree(word)]
    honorific = words.pop(0).rstrip(".").casefold() if words and _is_honorific(words[0]) else ""
    if not 1 <= len(words) <= MAX_WORDS or not all(WORD.fullmatch(word) for word in words):
        return None
    full = " ".join(words)
    if len(full) > MAX_NAME_CHARS or min(map(len, words)) < 2:  # noqa: PLR2004 - a letter is no name
        return None
    script = _script(full)
    if script is not Script.CYRILLIC:
        return PersonName(full, script, honorific=honorific)
    first, patronymic = _first_and_patronymic(words)
    return PersonName(full, script, first, patronymic, _gender(first, patronymic), honorific)


def _is_honorific(word: str) -> bool:
    return word.rstrip(".").casefold() in HONORIFICS


def _is_degree(word: str) -> bool:
    return word.rstrip(".").casefold() in DEGREES


def _script(text: str) -> Script:
    names = {unicodedata.name(char, "").split(" ")[0] for char in text if char.isalpha() and char != "ʼ"}
    if names == {"CYRILLIC"}:
        return Script.CYRILLIC
    return Script.LATIN if names == {"LATIN"} else Script.OTHER


def _first_and_patronymic(words: list[str]) -> tuple[str, str]:
    for place in (1, 2):
        if place < len(words) and _agree(words[place - 1], words[place]):
            return words[place - 1], words[place]
    known = [word for word in words if _is_known(word)]
    return (known[0], "") if len(known) == 1 and len(words) <= 2 else ("", "")  # noqa: PLR2004 - name and surname


def _agree(first: str, patronymic: str) -> bool:
    """Tell whether the second word is a patronymic of somebody called by the first."""
    name, ending = plain(first), plain(patronymic)
    if _is_known(patronymic):
        return False
    if PATRONYMIC_FEMALE.fullmatch(ending):
        return name not in MALE
    return bool(PATRONYMIC_MALE.fullmatch(ending)) and name not in FEMALE


def _is_known(word: str) -> bool:
    return plain(word) in FEMALE | MALE


def plain(word: str) -> str:
    """Write a word in small letters with one kind of apostrophe, as the tables of names have it."""
    return word.casefold().replace("'", "ʼ").replace("’", "ʼ")


def _gender(first: str, patronymic: str) -> Gender:
    ending, name = plain(patronymic), plain(first)
    if PATRONYMIC_FEMALE.fullmatch(ending) or (not ending and name in FEMALE):
        return Gender.FEMALE
    if PATRONYMIC_MALE.fullmatch(ending) or (not ending and name in MALE):
        return Gender.MALE
    return Gender.UNKNOWN
