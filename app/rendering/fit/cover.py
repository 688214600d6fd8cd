"""The cover: display size, figures, letter; the band takes the height that the letter leaves."""

from app.proposals.document import Cover, Document
from app.rendering.fit.layout import Density, Layout, clamp, density_of, largest, room
from app.rendering.measure import Ruler, points

SHEET_HEIGHT = 297.0
WIDTH = 174.0
TOP = 18.0
BRAND_ROW = 9.0
FOOT = 24.0
HEADING_WIDTH = 160.0
LEAD_WIDTH = 128.0
BRAND_WIDTH = 62.0
LETTER_WIDTH = 112.0
MANAGER_WIDTH = 48.0
CARD_GAP = 4.0
CARD_PADDING = 5.6
DISPLAY_STEPS = (
    (44, 2),
    (40, 3),
    (36, 3),
    (31, 4),
    (26, 4),
    (22, 5),
    (18, 7),
    (15, 9),
    (12, 14),
    (9, 100_000),
)
FIGURE_STEPS = (27, 24, 21, 18.5, 16, 14, 12, 10, 8)
DISPLAY_LEADING = 1.09
LEAD_LEADING = 1.4
LETTER_LEADING = 1.5
LEAST_GAPS = {"above": 14.0, "below": 11.0, "letter_gap": 9.0}
SHARES = {"above": 0.42, "below": 0.28, "letter_gap": 0.16}
MOST_LETTER_GAP = 17.0
MOST_BAND_GAPS = 62.0


def fit_cover(document: Document, ruler: Ruler, tighter: int) -> Layout:
    """The most generous cover that fits."""
    cover = document.cover

    def build(scale: float) -> Layout:
        return _cover(cover, document.brand.name, ruler, scale)

    available = room(tighter, SHEET_HEIGHT)
    layout = largest(build, least=0.3, most=1.12, available=available)
    return _stretched(layout, available)


def _cover(cover: Cover, brand: str, ruler: Ruler, scale: float) -> Layout:
    shrink = clamp(0.3, scale, 1.0)
    display, lines = next(
        (size, count)
        for step, most in DISPLAY_STEPS
        if (count := ruler.lines(cover.heading, size := points(step * shrink), HEADING_WIDTH, bold=True))
        <= most
    )
    lead = points(clamp(6, (13 if len(cover.lead) < 220 else 10.5) * shrink, 13))  # noqa: PLR2004
    letter = points(clamp(4.5, 10 * scale, 11))
    heading = lines * display * DISPLAY_LEADING
    lead_height = ruler.height(cover.lead, lead, LEAD_WIDTH, LEAD_LEADING)
    figures = _figures(cover, ruler, shrink)
    gap = clamp(2, 5 * shrink, 5)
    sizes = {
        "display": display,
        "display_width": ruler.balanced(cover.heading, display, HEADING_WIDTH, bold=True),
        "lead_width": ruler.balanced(cover.lead, lead, LEAD_WIDTH),
        "lead": lead,
        "lead_gap": gap if lead_height else 0.0,
        "letter": letter,
        "portrait": clamp(12, 22 * scale, 24),
        "brand_size": _brand_size(brand, ruler),
        **figures,
        **{name: least * shrink for name, least in LEAST_GAPS.items()},
    }
    row = BRAND_ROW if ruler.lines(cover.kicker, points(9), 104) <= 1 else BRAND_ROW + 5
    height = TOP + row + heading + sizes["lead_gap"] + lead_height + figures["card_height"] + FOOT
    height += sum(sizes[name] for name in LEAST_GAPS)
    height += max(_letter_height(cover, ruler, letter), _manager_height(cover, ruler, sizes["portrait"]))
    density = Density.GENEROUS if scale >= 1.1 else density_of(scale)  # noqa: PLR2004
    return Layout(density, scale, height, sizes)


def _brand_size(name: str, ruler: Ruler) -> float:
    steps = (15, 13, 11, 9, 7.5)
    fitting = (points(size) for size in steps if ruler.width(name, points(size), bold=True) <= BRAND_WIDTH)
    return next(fitting, points(7))


def _figures(cover: Cover, ruler: Ruler, shrink: float) -> dict[str, float]:
    """One size for all figures, at which the widest still stands in its card with its unit."""
    count = len(cover.figures)
    if not count:
        return {"figure": points(20), "unit": points(10), "caption": points(8.5), "card_height": 0.0}
    width = (WIDTH - CARD_GAP * (count - 1)) / count - 2 * CARD_PADDING
    for step in FIGURE_STEPS:
        size, unit = points(step * clamp(0.7, shrink, 1)), points(clamp(6.5, step * 0.43, 11.5))
        widths = [
            ruler.width(figure.text, size, bold=True) + ruler.width(figure.unit, unit) + 2.2
            for figure in cover.figures
        ]
        if max(widths) <= width:
            break
    caption = points(8.6)
    lines = max(ruler.lines(figure.caption, caption, width) for figure in cover.figures)
    numbers = size * 1.15 * (1 if max(widths) <= width else 2)
    height = 2 * CARD_PADDING + numbers + 1.6 + lines * caption * 1.38
    return {"figure": size, "unit": unit, "caption": caption, "card_height": height}


def _letter_height(cover: Cover, ruler: Ruler, size: float) -> float:
    height = ruler.height(cover.greeting, size * 1.3, LETTER_WIDTH, 1.3, bold=True) + size * 1.1
    paragraphs = [
        ruler.height(text, size, LETTER_WIDTH, LETTER_LEADING) + size * 0.85 for text in cover.paragraphs
    ]
    return height + sum(paragraphs)


def _manager_height(cover: Cover, ruler: Ruler, portrait: float) -> float:
    manager = cover.manager
    height = portrait + 4 if manager.portrait else 0.0
    height += ruler.height(manager.name, points(10.5), MANAGER_WIDTH, 1.3, bold=True)
    for text in (manager.position, manager.phone, manager.email):
        height += ruler.height(text, points(9), MANAGER_WIDTH, 1.42)
    return height + 3


def _stretched(layout: Layout, available: float) -> Layout:
    """Give what is left to the gaps: first of the band, so that the letter ends near the foot."""
    slack = max(available - layout.height, 0.0)
    sizes = dict(layout.sizes)
    for name, share in SHARES.items():
        most = MOST_LETTER_GAP if name == "letter_gap" else MOST_BAND_GAPS
        sizes[name] = min(sizes[name] + slack * share, max(most, sizes[name]))
    return Layout(layout.density, layout.scale, layout.height, sizes, layout.options)
