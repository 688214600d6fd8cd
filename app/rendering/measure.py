"""How wide a text is and how many lines it takes, from the fonts' own widths; pure arithmetic."""

import re
import unicodedata
from collections.abc import Mapping
from functools import lru_cache

MM_PER_POINT = 25.4 / 72
WIDE_EM = 1.0
UNKNOWN_EM = 0.64
# Kerning and rounding make a line a little wider or narrower than the sum of its letters.
TOLERANCE = 1.012
TABULAR = 1.016
"""Tabular zeros against proportional ones."""
LEAST_BALANCED = 0.45
BALANCE_STEPS = 8
BALANCE_EASE = 1.02
CACHED_TEXTS = 4096

_DIGITS = re.compile(r"[0-9]")
_CHUNKS = re.compile(r"[ \t\r\n\u200b]+")
_BREAK_AFTER = re.compile(r"(?<=[-–—/|])(?=\S)")

Widths = Mapping[bool, Mapping[int, int]]
"""For regular (False) and semibold (True): code point → advance in thousandths of the type size."""


def points(size: float) -> float:
    """A type size in millimetres."""
    return size * MM_PER_POINT


class Ruler:
    """Measures texts set in the theme's text font; all lengths are millimetres."""

    def __init__(self, widths: Widths) -> None:
        self._widths = widths
        self._chunks = lru_cache(CACHED_TEXTS)(self._measured_chunks)

    def width(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of the text on one line, its size given in millimetres."""
        return self._em(text, bold) * size * TOLERANCE

    def figures(self, text: str, size: float, *, bold: bool = False) -> float:
        """The width of a text set in tabular figures, all as wide as a zero."""
        return self.width(_DIGITS.sub("0", text), size, bold=bold) * TABULAR

    def widest_figures(self, texts: tuple[str, ...], size: float, *, bold: bool = False) -> float:
        """The width of the widest of the texts in tabular figures, 0 of none."""
        return max((self.figures(text, size, bold=bold) for text in texts), default=0.0)

    def balanced(self, text: str, size: float, room: float, *, bold: bool = False) -> float:
        """The narrowest room in which the text takes no more lines: no orphan is left on the last."""
        count = self.lines(text, size, room, bold=bold)
        if count < 2:  # noqa: PLR2004 - one line has nothing to balance
            return room
        low, high = room * LEAST_BALANCED, room
        for _ in range(BALANCE_STEPS):
            middle = (low + high) / 2
            low, high = (
                (low, middle) if self.lines(text, size, middle, bold=bold) <= count else (middle, high)
            )
        return min(high * BALANCE_EASE, room)

    def widest(self, texts: tuple[str, ...], size: float, *, bold: bool = False) -> float:
        """The width of the widest of the texts, 0 of none."""
        return max((self.width(text, size, bold=bold) for text in texts), default=0.0)

    def lines(self, text: str, size: float, room: float, *, bold: bool = False) -> int:
        """How many lines the text takes; words wider than the room are broken anywhere."""
        if not text.strip():
            return 0
        limit = room / (size * TOLERANCE)
        space = self._em(" ", bold)
        count, used = 1, 0.0
        for chunk, after_space in self._chunks(text, bold):
            gap = space if after_space and used else 0.0
            if used + gap + chunk <= limit:
                used += gap + chunk
                continue
            count += 1 if used else 0
            broken = int(chunk / limit)
            count += broken
            used = chunk - broken * limit
        return count

    def height(self, text: str, size: float, room: float, leading: float, *, bold: bool = False) -> float:
        """The height of the text with that line height (a multiple of the size)."""
        return self.lines(text, size, room, bold=bold) * size * leading

    def _em(self, text: str, bold: bool) -> float:  # noqa: FBT001 - a cache key
        table = self._widths[bold]
        return sum(table.get(ord(letter), 0) / 1000 or _guess(letter) for letter in text)

    def _measured_chunks(self, text: str, bold: bool) -> tuple[tuple[float, bool], ...]:  # noqa: FBT001
        """Unbreakable pieces with their widths, and whether a space stands before them."""
        pieces: list[tuple[float, bool]] = []
        for word in _CHUNKS.split(text.strip()):
            for index, part in enumerate(_pieces(word)):
                pieces.append((self._em(part, bold), index == 0 and bool(pieces)))
        return tuple(pieces)


def _pieces(word: str) -> list[str]:
    if any(_is_wide(letter) for letter in word):
        return list(word)
    return _BREAK_AFTER.split(word)


def _is_wide(letter: str) -> bool:
    return unicodedata.east_asian_width(letter) in {"W", "F"}


def _guess(letter: str) -> float:
    if unicodedata.combining(letter):
        return 0.0
    return WIDE_EM if _is_wide(letter) else UNKNOWN_EM
