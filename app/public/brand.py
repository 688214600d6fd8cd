"""A brand's colours as a stylesheet that turns our pages into its own. Pure."""

import re

from app.proposals.document import BrandView
from app.rendering.colours import mix, palette

KEY = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})")
BLACK, WHITE = "#000000", "#ffffff"
DARKER, PALE, LINE = 0.18, 0.09, 0.24


def brand_key(brand: BrandView) -> str:
    """What names the brand's stylesheet: its two colours."""
    return f"{brand.colour.lstrip('#').lower()}-{brand.accent.lstrip('#').lower()}"


def brand_css(key: str) -> str | None:
    """The stylesheet, or None for a key that is no pair of colours."""
    match = KEY.fullmatch(key)
    if match is None:
        return None
    colours = palette(f"#{match[1]}", f"#{match[2]}")
    values = {
        "--brand": colours.brand,
        "--on-brand": colours.on_brand,
        "--on-brand-soft": colours.on_brand_soft,
        "--brand-pattern": colours.pattern,
        "--brand-mark": colours.brand_mark,
        "--brand-pale": colours.brand_pale,
        "--accent": colours.accent,
        "--green": colours.brand_text,
        "--green-dark": mix(BLACK, colours.brand_text, DARKER),
        "--green-pale": mix(colours.brand_text, WHITE, PALE),
        "--green-line": mix(colours.brand_text, WHITE, LINE),
    }
    return ":root { " + " ".join(f"{name}: {value};" for name, value in values.items()) + " }\n"
