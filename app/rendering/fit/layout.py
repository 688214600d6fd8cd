"""What the pages have in common: their measures, and the search for the most generous scale that fits."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from app.rendering.measure import Ruler, points

PAGE_WIDTH = 174.0
PAGE_HEIGHT = 255.0
"""A4 less 18 mm on either side, 22 above and 20 below."""
SAFETY = 2.5
RETRY_STEP = 7.0
SEARCH_STEPS = 9
HEADING_LEADING = 1.16
LEAD_LEADING = 1.42
TEXT_LEADING = 1.45


class Density(StrEnum):
    """How full a page is."""

    GENEROUS = "generous"
    COMFORTABLE = "comfortable"
    COMPACT = "compact"
    DENSE = "dense"
    GROUPED = "grouped"


@dataclass(frozen=True, slots=True)
class Layout:
    """A page's measures in millimetres (type sizes too), by name, and what the page leaves out or moves."""

    density: Density
    scale: float
    height: float
    sizes: Mapping[str, float]
    options: Mapping[str, bool] = field(default_factory=dict)

    def __getitem__(self, name: str) -> float:
        return self.sizes[name]

    def has(self, option: str) -> bool:
        """Whether the option is on."""
        return self.options.get(option, False)

    @property
    def style(self) -> str:
        """The measures as CSS custom properties."""
        return ";".join(f"--{name.replace('_', '-')}:{value:.3f}mm" for name, value in self.sizes.items())


def density_of(scale: float) -> Density:
    """The word for a scale."""
    steps = ((1.2, Density.GENEROUS), (0.92, Density.COMFORTABLE), (0.74, Density.COMPACT))
    return next((name for least, name in steps if scale >= least), Density.DENSE)


def room(tighter: int, height: float = PAGE_HEIGHT) -> float:
    """The height that a layout may take, less what earlier tries proved wrong."""
    return height - SAFETY - RETRY_STEP * tighter


def largest(build: Callable[[float], Layout], *, least: float, most: float, available: float) -> Layout:
    """The layout of the largest scale that fits, or the smallest of all."""
    best = build(most)
    if best.height <= available:
        return best
    low, high = least, most
    best = build(least)
    for _ in range(SEARCH_STEPS):
        middle = (low + high) / 2
        tried = build(middle)
        if tried.height <= available:
            low, best = middle, tried
        else:
            high = middle
    return best


def clamp(least: float, value: float, most: float) -> float:
    """The value, kept within its limits."""
    return max(least, min(value, most))


@dataclass(frozen=True, slots=True)
class Head:
    """Section name, heading and lead of a page."""

    h1: float
    h1_width: float
    lead: float
    lead_width: float
    height: float

    @property
    def sizes(self) -> dict[str, float]:
        """The measures for the page's layout."""
        return {"h1": self.h1, "h1_width": self.h1_width, "lead": self.lead, "lead_width": self.lead_width}


HEADING_STEPS = ((24, 1), (22, 2), (19, 2), (17, 3), (15, 3), (13, 4), (11, 6), (9, 12), (7, 100_000))
LEAD_STEPS = (
    (11.5, 172, 1),
    (11.5, 146, 2),
    (11, 146, 3),
    (10, 160, 4),
    (9, 174, 5),
    (8, 174, 8),
    (7, 174, 14),
    (6, 174, 100_000),
)
KICKER_HEIGHT = 6.6
LEAD_GAP = 3.4
HEAD_PERSISTENCE = 1.4
"""Headings shrink later than the rest of a page, so that pages look alike."""


def head(ruler: Ruler, heading: str, lead: str, *, scale: float = 1.0) -> Head:
    """The largest sizes at which heading and lead keep to a few lines."""
    shrink = clamp(0.6, scale * HEAD_PERSISTENCE, 1.0)
    h1, lines = next(
        (size, count)
        for step, most in HEADING_STEPS
        if (count := ruler.lines(heading, size := points(step * shrink), PAGE_WIDTH, bold=True)) <= most
    )
    lead_size, lead_width, lead_lines = next(
        (size, width, count)
        for step, width, most in LEAD_STEPS
        if (count := ruler.lines(lead, size := points(step * shrink), width)) <= most
    )
    height = KICKER_HEIGHT + lines * h1 * HEADING_LEADING
    if lead_lines:
        height += LEAD_GAP + lead_lines * lead_size * LEAD_LEADING
    return Head(
        h1=h1,
        h1_width=ruler.balanced(heading, h1, PAGE_WIDTH, bold=True),
        lead=lead_size,
        lead_width=ruler.balanced(lead, lead_size, lead_width),
        height=height,
    )
