"""One spelling for what is written in several ways: alphabets, doubled letters, keyboard layouts."""

# ruff: noqa: E501 - the tables are read along the line

import re
import unicodedata
from functools import lru_cache

LETTERS = {
    "а": "a", "б": "b", "в": "v", "г": "g", "ґ": "g", "д": "d", "е": "e", "є": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "і": "i", "ї": "i", "й": "i", "ы": "i", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p",
    "р": "r", "с": "s", "т": "t", "у": "u", "ф": "f", "х": "h", "ц": "ts", "ч": "ch", "ш": "sh", "щ": "sh", "ъ": "",
    "ь": "", "э": "e", "ю": "iu", "я": "ia", "ł": "l", "ß": "ss", "ø": "o", "æ": "e", "ʼ": "", "’": "", "'": "",
}  # fmt: skip
TO_LATIN = str.maketrans(LETTERS)
SOUNDS = (
    ("shch", "sh"), ("sch", "sh"), ("kh", "h"), ("ph", "f"), ("tz", "ts"), ("ck", "k"), ("qu", "kv"), ("x", "ks"),
    ("y", "i"), ("j", "i"), ("w", "v"), ("q", "k"),
)  # fmt: skip
HARD_C = re.compile(r"c(?!h)")
DOUBLED = re.compile(r"([a-z])\1")
WORDS = re.compile(r"[a-z]+|[0-9]+")
RUNS = re.compile(r"[^\s,;()«»\"“”]+")

QWERTY = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
RUSSIAN_KEYS = "ёйцукенгшщзхъфывапролджэячсмитьбю"
UKRAINIAN_KEYS = "'йцукенгшщзхїфівапролджєячсмитьбю"
LAYOUTS = tuple(
    str.maketrans(source, target)
    for source, target in (
        (QWERTY, RUSSIAN_KEYS),
        (QWERTY, UKRAINIAN_KEYS),
        (RUSSIAN_KEYS, QWERTY),
        (UKRAINIAN_KEYS, QWERTY),
    )
)
LOOK_ALIKE = str.maketrans("авсеніікмортху", "abcehiikmoptxy")


@lru_cache(maxsize=8192)
def spell(text: str) -> str:
    """The text in small Latin letters, one sign for each sound, so that компрессор is kompresor."""
    folded = unicodedata.normalize("NFKC", text).casefold().translate(TO_LATIN)
    latin = "".join(sign for sign in unicodedata.normalize("NFD", folded) if not unicodedata.combining(sign))
    for written, sound in SOUNDS:
        latin = latin.replace(written, sound)
    return DOUBLED.sub(r"\1", HARD_C.sub("k", latin))


def words_of(text: str) -> list[str]:
    """The words of a text as they are compared: VK-55 gives vk, 55 and vk55."""
    found: dict[str, None] = {}
    for run in RUNS.findall(text):
        parts = WORDS.findall(spell(run))
        for part in parts:
            found.setdefault(part)
        if len(parts) > 1:
            found.setdefault("".join(parts))
    return list(found)


def code_of(sku: str) -> str:
    """A SKU without case and signs; Cyrillic letters that look Latin count as Latin."""
    folded = unicodedata.normalize("NFKC", sku).casefold().translate(LOOK_ALIKE)
    return "".join(re.findall(r"[^\W_]+", folded))


def in_other_layouts(text: str) -> list[str]:
    """What the same keys give in the other keyboard layouts."""
    lowered = text.casefold()
    variants = (lowered.translate(layout) for layout in LAYOUTS)
    return list(dict.fromkeys(variant for variant in variants if variant != lowered))
