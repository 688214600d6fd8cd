"""Finding an entry of a list (an industry, a role) by what a person wrote."""

import re
import unicodedata
from collections.abc import Iterable, Sequence

from rapidfuzz import fuzz, process

from app.catalog.model import Term

MIN_CONTAINED_CHARS = 3
MIN_STEM_CHARS = 5
MAX_ENDING_CHARS = 3
SPLIT = re.compile(r"[\W_]+")
LATIN = str.maketrans(
    {
        **dict(zip("абвгдезийклмнопрстуфхыіїєґё", "abvgdeziiklmnoprstufhyiiege", strict=True)),
        "ж": "zh",
        "ц": "ts",
        "ч": "ch",
        "ш": "sh",
        "щ": "shch",
        "ю": "yu",
        "я": "ya",
        "э": "e",
        "ь": "",
        "ъ": "",
    }
)


def match(terms: Sequence[Term], text: str | None) -> Term | None:
    """Find the entry that the text names.

    First by its whole key, a name in any language or a synonym, case, spaces, `_` and `-` ignored;
    then by the longest of them that stands, word for word, inside the text («заступник фінансового
    директора» holds «фінансовий директор»: endings may differ). Equally long: the first entry.
    """
    words = _words(text or "")
    if not words:
        return None
    whole = "".join(words)
    for term in terms:
        if any("".join(_words(name)) == whole for name in _names(term)):
            return term
    found = [
        (len("".join(name)), -place, term)
        for place, term in enumerate(terms)
        for name in map(_words, _names(term))
        if len("".join(name)) >= MIN_CONTAINED_CHARS and _contains(words, name)
    ]
    return max(found, key=lambda hit: hit[:2])[2] if found else None


def nearest_term(terms: Sequence[Term], text: str) -> str | None:
    """Name the key of the entry that looks most like the text."""
    keys = {name: term.key for term in terms for name in _names(term)}
    best = nearest(keys, text)
    return keys[best] if best else None


def nearest(candidates: Iterable[str], text: str) -> str | None:
    """Name the candidate that looks most like the text; Cyrillic and Latin count as one alphabet."""
    found = process.extractOne(text, list(candidates), scorer=fuzz.ratio, processor=_latin)
    return found[0] if found else None


def _names(term: Term) -> tuple[str, ...]:
    return (term.key, *(name for name in term.name.values() if name), *term.synonyms)


def _words(text: str) -> tuple[str, ...]:
    plain = unicodedata.normalize("NFKC", text).casefold().replace("ё", "е")
    return tuple(word for word in SPLIT.split(plain) if word)


def _contains(words: tuple[str, ...], name: tuple[str, ...]) -> bool:
    starts = range(len(words) - len(name) + 1)
    return any(all(map(_same_word, words[start:], name)) for start in starts)


def _same_word(one: str, other: str) -> bool:
    if one == other:
        return True
    stem = 0
    while stem < min(len(one), len(other)) and one[stem] == other[stem]:
        stem += 1
    ending = max(len(one), len(other)) - stem
    return stem >= max(MIN_STEM_CHARS, min(len(one), len(other)) - 2) and ending <= MAX_ENDING_CHARS


def _latin(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold().translate(LATIN)
