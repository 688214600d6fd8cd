"""Typography of running text: quotes, dashes, minus, apostrophes and spaces that must not break."""

import re

from app.language.numbers import MINUS, NBSP

QUOTES = {"uk": "«»", "ru": "«»", "en": "“”"}
APOSTROPHES = {"uk": "\u02bc", "ru": "’", "en": "’"}
DASHES = {"uk": "—", "ru": "—", "en": "–"}
SHORT_WORDS = {
    "uk": "а|б|без|в|від|для|до|ж|з|за|зі|із|і|й|на|над|не|ні|о|об|по|при|про|під|та|то|у|це|як",
    "ru": "а|без|в|во|для|до|ж|за|и|из|к|ко|на|над|не|ни|но|о|об|от|по|под|при|про|с|со|то|у",
    "en": "a|an|at|by|for|I|in|of|on|or|the|to",
}
MAX_UNIT_LETTERS = 5

_UNTOUCHED = re.compile(r"(\S*(?:://|@|www\.)\S*|\{[^{}]*\})")
_STRAIGHT_QUOTE = re.compile(r'"')
_APOSTROPHE = re.compile(r"(?<=[^\W\d_])'(?=[^\W\d_])")
_DASH = re.compile(r"(?<=\S) +(?:-|–|—)(?= )|(?<=\S)\u00a0(?:-|–|—)(?= )")
_MINUS = re.compile(r"(?<![^\s(«“])-(?=\d)")
_GROUPS = re.compile(r"(?<![\d+.,\u00a0-])\d{1,3}(?: \d{3})+(?![\d-])(?! \d)")
_UNIT = re.compile(rf"(?<=\d) +(?=[%₴₽$€₸£°]|[^\W\d_]{{1,{MAX_UNIT_LETTERS}}}(?![^\W_]))")
_NUMERO = re.compile(r"№ *(?=\d)")
_SHORT = {
    language: re.compile(rf"(?<![^\s(«“„\u00a0])({words}) +(?=\S)", re.IGNORECASE)
    for language, words in SHORT_WORDS.items()
}


def polish(text: str, language: str) -> str:
    """The text as a typesetter would leave it; addresses and placeholders stay as they are."""
    if not text:
        return text
    parts = _UNTOUCHED.split(_quoted(text.replace("...", "…"), QUOTES[language]))
    whole = "".join(part if odd % 2 else _polished(part, language) for odd, part in enumerate(parts))
    return _SHORT[language].sub(rf"\1{NBSP}", whole)


def _polished(text: str, language: str) -> str:
    text = _APOSTROPHE.sub(APOSTROPHES[language], text)
    text = _DASH.sub(f"{NBSP}{DASHES[language]}", text)
    text = _MINUS.sub(MINUS, text)
    text = _GROUPS.sub(lambda found: found[0].replace(" ", NBSP), text)
    text = _UNIT.sub(NBSP, text)
    return _NUMERO.sub(f"№{NBSP}", text)


def _quoted(text: str, pair: str) -> str:
    """Straight quotes turned into the language's own; one without a partner stays."""
    if text.count('"') % 2:
        return text
    marks = iter(pair * (text.count('"') // 2))
    return _STRAIGHT_QUOTE.sub(lambda _: next(marks), text)
