"""The colours of the pages, derived from the brand's colour and accent so that text can always be read."""

import re
from dataclasses import dataclass

TEXT_CONTRAST = 4.5
MARK_CONTRAST = 3.0
WHITE = "#ffffff"
INK = "#14202b"
BLACK = "#000000"
FALLBACK_COLOUR = "#0b5d4e"
FALLBACK_ACCENT = "#c2a46b"
STEPS = 50

_HEX = re.compile(r"#?([0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Palette:
    """Every colour a theme may use; text colours keep 4.5 : 1 on what they stand on, marks 3 : 1."""

    brand: str
    on_brand: str
    """Text on the brand colour, and a softer one for longer text."""
    on_brand_soft: str
    pattern: str
    """Lines of the drawn pattern on the brand colour."""
    brand_text: str
    """The brand colour as text on white."""
    brand_mark: str
    """The brand colour as bars and rules on white."""
    brand_pale: str
    tint: str
    """Background of a block that stands out a little."""
    accent: str


def palette(colour: str, accent: str) -> Palette:
    """All colours of a brand; one that cannot be read as #rrggbb falls back to the default."""
    brand = _clean(colour, FALLBACK_COLOUR)
    on_brand = next(ink for ink in (WHITE, INK, BLACK) if contrast(ink, brand) >= TEXT_CONTRAST)
    mark = readable(brand, WHITE, MARK_CONTRAST)
    return Palette(
        brand=brand,
        on_brand=on_brand,
        on_brand_soft=_softened(on_brand, brand),
        pattern=mix(on_brand, brand, 0.15),
        brand_text=readable(brand, WHITE, TEXT_CONTRAST),
        brand_mark=mark,
        brand_pale=mix(mark, "#f1f3f3", 0.2),
        tint=mix(mark, "#f6f7f7", 0.03),
        accent=readable(_clean(accent, FALLBACK_ACCENT), WHITE, MARK_CONTRAST),
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21 (WCAG 2.2, https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def mix(colour: str, base: str, share: float) -> str:
    """So much of the colour laid over the base."""
    pairs = zip(_channels(colour), _channels(base), strict=True)
    return "#" + "".join(f"{round(top * share + bottom * (1 - share)):02x}" for top, bottom in pairs)


def readable(colour: str, ground: str, ratio: float) -> str:
    """The colour, darkened as little as it takes to reach the contrast on a light ground."""
    shades = (mix(colour, BLACK, 1 - step / STEPS) for step in range(STEPS + 1))
    return next(shade for shade in shades if contrast(shade, ground) >= ratio)


def _softened(ink: str, ground: str) -> str:
    shades = (mix(ink, ground, share / STEPS) for share in range(round(STEPS * 0.8), STEPS + 1))
    return next(shade for shade in shades if contrast(shade, ground) >= TEXT_CONTRAST)


def _clean(colour: str, fallback: str) -> str:
    match = _HEX.fullmatch(colour.strip())
    if not match:
        return fallback
    digits = match[1].lower()
    return "#" + (digits if len(digits) == 6 else "".join(digit * 2 for digit in digits))  # noqa: PLR2004


def _channels(colour: str) -> tuple[int, int, int]:
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else ((channel + 0.055) / 1.055) ** 2.4  # noqa: PLR2004
