"""A brand's colours and pattern as a stylesheet that turns our pages into its own. Pure."""

import re
from dataclasses import dataclass

from app.proposals.document import BrandView
from app.rendering.colours import mix, palette
from app.rendering.patterns import PATTERNS, draw_pattern

KEY = re.compile(r"([0-9a-f]{6})-([0-9a-f]{6})-([a-z]+)")
CURRENT_COLOUR = re.compile(rb"currentcolor", re.IGNORECASE)
PLAIN = "plain"
BLACK, WHITE = "#000000", "#ffffff"
DARKER, PALE, LINE = 0.18, 0.09, 0.24


@dataclass(frozen=True, slots=True)
class BrandLook:
    """What the stylesheet needs of a brand; its key stands in the stylesheet's address."""

    colour: str
    accent: str
    pattern: str

    @classmethod
    def of(cls, brand: BrandView) -> "BrandLook":
        """The look of a document's brand."""
        pattern = brand.pattern if brand.pattern in PATTERNS else PLAIN
        return cls(brand.colour.lstrip("#").lower(), brand.accent.lstrip("#").lower(), pattern)

    @classmethod
    def from_key(cls, key: str) -> "BrandLook | None":
        """The look that an address names, or None."""
        match = KEY.fullmatch(key)
        if match is None or match[3] not in {PLAIN, *PATTERNS}:
            return None
        return cls(*match.groups())

    @property
    def key(self) -> str:
        """The look as a part of an address."""
        return f"{self.colour}-{self.accent}-{self.pattern}"

    def css(self, pattern_url: str) -> str:
        """The stylesheet."""
        colours = palette(f"#{self.colour}", f"#{self.accent}")
        values = {
            "--brand": colours.brand,
            "--on-brand": colours.on_brand,
            "--on-brand-soft": colours.on_brand_soft,
            "--brand-mark": colours.brand_mark,
            "--brand-pale": colours.brand_pale,
            "--accent": colours.accent,
            "--green": colours.brand_text,
            "--green-dark": mix(BLACK, colours.brand_text, DARKER),
            "--green-pale": mix(colours.brand_text, WHITE, PALE),
            "--green-line": mix(colours.brand_text, WHITE, LINE),
        }
        root = ":root { " + " ".join(f"{name}: {value};" for name, value in values.items()) + " }\n"
        if self.pattern == PLAIN:
            return root
        return root + f'.hero {{ background-image: url("{pattern_url}"); }}\n'

    def inked(self, logo: bytes) -> bytes:
        """A drawn logo for the brand's ground: what takes its colour from the text gets the text's."""
        ink = palette(f"#{self.colour}", f"#{self.accent}").on_brand
        return CURRENT_COLOUR.sub(ink.encode(), logo)

    def svg(self) -> bytes:
        """The drawn pattern; nothing for a plain look."""
        if self.pattern == PLAIN:
            return b'<svg xmlns="http://www.w3.org/2000/svg"/>'
        return draw_pattern(self.pattern, palette(f"#{self.colour}", f"#{self.accent}").pattern)
