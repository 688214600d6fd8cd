"""Recognising sheets, columns and settings by their names in three languages."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from rapidfuzz import fuzz, process

from app.catalog.header_words import COLUMNS, LANGUAGES, PER_LANGUAGE, SHEETS, TIER_WORDS, Words

KNOWN_LANGUAGES = ", ".join(LANGUAGES)
IGNORED = str.maketrans("", "", " \t\r\n\u00a0\u202f\u2009_-–—:;*.,'’ʼ`\"“”«»")
BRACKETS = re.compile(r"^(?P<name>.+?)\s*[\[(](?P<language>[^\])]+)[\])]\s*$", re.DOTALL)
TIER = re.compile(r"^(?P<word>\D+?)(?P<quantity>-?\d[\d\s\u00a0.,]*)\D*$", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Header:
    """What a column is: `column` is the code's name for it, "" for an attribute, "tier" for a tier price.

    `unknown_language` is what stood in brackets after a known name without being a language.
    """

    column: str
    text: str
    language: str = ""
    from_quantity: Decimal | None = None
    unknown_language: str = ""


@lru_cache(maxsize=4096)
def fold_header(text: str) -> str:
    """The name without case, spaces, `_`, `-` and marks, so that all spellings meet."""
    return unicodedata.normalize("NFKC", text).casefold().translate(IGNORED).replace("ё", "е")


@lru_cache(maxsize=64)
def _folded(kind: str) -> dict[str, str]:
    words = SHEETS if kind == "" else COLUMNS[kind]
    return fold_words(words)


def fold_words(words: Words) -> dict[str, str]:
    """A look-up from each folded word to what it means; the first meaning wins."""
    found: dict[str, str] = {}
    for name, synonyms in words.items():
        for synonym in synonyms:
            found.setdefault(fold_header(synonym), name)
    return found


def meaning(words: Words, text: str) -> str | None:
    """What the text means among these words, or None."""
    return fold_words(words).get(fold_header(text))


def sheet_kind(title: str) -> str | None:
    """Which of the known sheets has this title."""
    return _folded("").get(fold_header(title))


def language_code(text: str) -> str | None:
    """The language that the text names, by code or by name."""
    return meaning(LANGUAGES, text)


def recognise(kind: str, text: str) -> Header:
    """What the header of a column says in a sheet of that kind."""
    columns = _folded(kind)
    column = columns.get(fold_header(text))
    if column:
        return Header(column, text)
    bracketed = BRACKETS.match(text)
    if bracketed:
        column = columns.get(fold_header(bracketed["name"]))
        if column in PER_LANGUAGE:
            language = language_code(bracketed["language"])
            unknown = "" if language else bracketed["language"].strip()
            return Header(column, text, language=language or "", unknown_language=unknown)
    return _tier(text) if kind == "items" else Header("", text)


def _tier(text: str) -> Header:
    found = TIER.match(text)
    if not found or fold_header(found["word"]) not in {fold_header(word) for word in TIER_WORDS}:
        return Header("", text)
    digits = re.sub(r"[\s\u00a0]", "", found["quantity"]).rstrip(".,").replace(",", ".")
    try:
        return Header("tier", text, from_quantity=Decimal(digits))
    except InvalidOperation:
        return Header("tier", text, from_quantity=Decimal(0))


def nearest(value: str, known: Iterable[str]) -> str:
    """The known word that looks most like the value; "…" when nothing is known at all."""
    best = process.extractOne(value, list(known), scorer=fuzz.WRatio, processor=str.casefold)
    return best[0] if best else "…"
