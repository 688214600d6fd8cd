"""The fonts of the pages: a closed set, so that every machine draws the same."""

import json
import os
import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from app.rendering.measure import Ruler

FOLDER = Path(__file__).parent / "fonts"
CONFIGURATION = Path(__file__).parent / "fonts.conf"
TEXT_FONT = "Onest"
FIGURES_FONT = "Onest Tabular"
WIDE_FONTS = (
    "Inter",
    "Noto Sans",
    "Noto Sans Arabic",
    "Noto Sans Hebrew",
    "Noto Sans Armenian",
    "Noto Sans Georgian",
    "Noto Sans Devanagari",
    "Noto Sans Thai",
)
CHINESE, JAPANESE, KOREAN = "Noto Sans SC", "Noto Sans JP", "Noto Sans KR"

_KANA = re.compile("[\u3040-\u30ff]")
_HANGUL = re.compile("[\u1100-\u11ff\uac00-\ud7af]")
UNPRINTABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_BEYOND_EVERYDAY = re.compile(
    "[^\t\n\r\x20-\x7e\u00a0-\u017f\u0400-\u045f\u0490\u0491\u2010-\u2027\u20ac\u2116]"
)
# Joiners, direction marks and variation selectors are drawn by no font and must stay.
_INVISIBLE = re.compile("[\u200b-\u200f\u202a-\u202f\u2060-\u2069\ufe00-\ufe0f\ufeff]")


class MissingFontsError(Exception):
    """The fonts have not been built on this machine."""


@dataclass(frozen=True, slots=True)
class Families:
    """Lists of font families for CSS: of texts, and of columns of numbers."""

    text: str
    figures: str


def use_own_fonts() -> None:
    """Let no font of the machine in; call before WeasyPrint is imported."""
    os.environ["FONTCONFIG_FILE"] = str(CONFIGURATION)


def families(text: str) -> Families:
    """The families for a document with these texts; Chinese characters follow its other scripts."""
    first = JAPANESE if _KANA.search(text) else KOREAN if _HANGUL.search(text) else CHINESE
    eastern = (first, *(name for name in (CHINESE, JAPANESE, KOREAN) if name != first))
    rest = ", ".join((*WIDE_FONTS, *eastern))
    return Families(text=f"{TEXT_FONT}, {rest}", figures=f"{FIGURES_FONT}, {TEXT_FONT}, {rest}")


@cache
def ruler() -> Ruler:
    """A ruler with the widths of the text font."""
    widths = _metrics()["widths"]
    regular, bold = (
        {int(code): width for code, width in widths[weight].items()} for weight in ("400", "600")
    )
    return Ruler({False: regular, True: bold})


def printable(text: str) -> tuple[str, str]:
    """The text without what no font can draw, and the characters that were left out."""
    clean = UNPRINTABLE.sub("", text)
    missing = "".join(
        letter for letter in dict.fromkeys(_BEYOND_EVERYDAY.findall(clean)) if not _has_glyph(ord(letter))
    )
    missing = _INVISIBLE.sub("", missing)
    return (clean.translate({ord(letter): None for letter in missing}) if missing else clean), missing


def _has_glyph(code: int) -> bool:
    starts, ends = _covered()
    index = bisect_right(starts, code) - 1
    return index >= 0 and code <= ends[index]


@cache
def _covered() -> tuple[list[int], list[int]]:
    pairs = _metrics()["covered"]
    return [first for first, _ in pairs], [last for _, last in pairs]


@cache
def _metrics() -> dict[str, Any]:
    try:
        metrics: dict[str, Any] = json.loads((FOLDER / "metrics.json").read_text())
    except FileNotFoundError as error:
        raise MissingFontsError("The fonts of the pages are missing: run script/assets") from error
    return metrics
