"""The last page: recommendations, steps, acceptance, terms and signatures share its height."""

from app.proposals.document import NextSteps, RecommendationView
from app.rendering.fit.layout import (
    PAGE_WIDTH,
    TEXT_LEADING,
    Head,
    Layout,
    clamp,
    density_of,
    head,
    largest,
    room,
)
from app.rendering.measure import Ruler, points

CARD_GAP = 5.0
STEP_GAP = 5.0
MOST_STEP_COLUMNS = 5
MOST_TERM_COLUMNS = 3
HALF_WIDTH = 83.0
MOST_GAP = 17.0
MOST_PICTURE = 62.0


def fit_next_steps(page: NextSteps, ruler: Ruler, tighter: int) -> Layout:
    """The most generous last page that fits."""
    available = room(tighter)

    def build(scale: float) -> Layout:
        top = head(ruler, page.heading, page.lead, scale=scale)
        return _page(page, ruler, top, scale)

    layout = largest(build, least=0.28, most=1.5, available=available)
    sizes = dict(layout.sizes)
    slack = max(available - layout.height, 0.0)
    if layout.has("pictures"):
        grown = min(slack * 0.35, MOST_PICTURE - sizes["picture_height"])
        sizes["picture_height"] += max(grown, 0.0)
        slack -= max(grown, 0.0)
    sizes["gap"] = min(sizes["gap"] + slack / max(sizes.pop("blocks"), 1), MOST_GAP)
    return Layout(layout.density, layout.scale, layout.height, sizes, layout.options)


def _page(page: NextSteps, ruler: Ruler, top: Head, scale: float) -> Layout:
    pictured = any(entry.picture for entry in page.recommendations) and scale > 0.42  # noqa: PLR2004
    sizes = {
        **top.sizes,
        "text": points(clamp(4.3, 8.8 * scale**0.6, 9.8)),
        "small": points(clamp(4.1, 7.6 * scale**0.6, 8.4)),
        "title": points(clamp(5.2, 11.5 * scale**0.6, 13.5)),
        "name": points(clamp(5, 10.8 * scale**0.6, 12.5)),
        "card_pad": clamp(1.4, 4.6 * scale, 6),
        "picture_height": clamp(8, 27 * scale**1.4, 46) if pictured else 0.0,
        "gap": clamp(1.8, 8 * scale, 12),
        "accept_title": points(clamp(6, 15 * scale**0.6, 18)),
        "accept_pad": clamp(1.8, 6.4 * scale, 9),
        "qr": clamp(17, 27 * scale**0.5, 34),
        "sign": clamp(5, 12 * scale, 16),
    }
    blocks = [
        _cards_height(page.recommendations, ruler, sizes),
        _steps_height(page, ruler, sizes),
        _acceptance_height(page, ruler, sizes),
        _terms_height(page, ruler, sizes),
        _signatures_height(page, ruler, sizes),
        ruler.height(page.legal, sizes["small"] * 0.93, PAGE_WIDTH, TEXT_LEADING),
    ]
    shown = [block for block in blocks if block]
    sizes["blocks"] = float(len(shown))
    height = top.height + sum(shown) + len(shown) * sizes["gap"]
    return Layout(density_of(scale), scale, height, sizes, {"pictures": pictured})


def _cards_height(entries: tuple[RecommendationView, ...], ruler: Ruler, sizes: dict[str, float]) -> float:
    sizes["card_height"] = 0.0
    if not entries:
        return 0.0
    count = len(entries)
    width = (PAGE_WIDTH - CARD_GAP * (count - 1)) / count - 2 * sizes["card_pad"] - 0.4
    heights = []
    for entry in entries:
        height = ruler.height(entry.name, sizes["name"], width, 1.25, bold=True) + 1.6
        height += ruler.height(entry.reason, sizes["text"], width, 1.4)
        height += ruler.height(entry.evidence, sizes["small"], width, 1.4) + (0.8 if entry.evidence else 0)
        height += ruler.height(entry.price.text, sizes["name"], width, 1.25, bold=True) + 2
        height += ruler.height(entry.effect, sizes["small"], width, 1.4)
        heights.append(height)
    return max(heights) + sizes["picture_height"] + 2 * sizes["card_pad"] + 0.6


def _steps_height(page: NextSteps, ruler: Ruler, sizes: dict[str, float]) -> float:
    if not page.steps:
        return 0.0
    columns = step_columns(len(page.steps))
    width = (PAGE_WIDTH - STEP_GAP * (columns - 1)) / columns
    heights = [
        3.2
        + ruler.height(step.title, sizes["name"] * 0.94, width, 1.28, bold=True)
        + ruler.height(step.text, sizes["text"], width, 1.38)
        + ruler.height(step.duration, sizes["small"], width, 1.5)
        for step in page.steps
    ]
    rows = [max(heights[index : index + columns]) for index in range(0, len(heights), columns)]
    title = ruler.height(page.steps_title, sizes["title"], PAGE_WIDTH, 1.25, bold=True) + 2
    return title + sum(rows) + 3 * (len(rows) - 1)


def step_columns(count: int) -> int:
    """How many steps stand in a row."""
    return even_columns(count, MOST_STEP_COLUMNS)


def even_columns(count: int, most: int) -> int:
    """How many of so many entries stand in a row, the rows being as even as can be."""
    rows = -(-count // most)
    return -(-count // rows)


def _acceptance_height(page: NextSteps, ruler: Ruler, sizes: dict[str, float]) -> float:
    width = PAGE_WIDTH - sizes["qr"] - 3 * sizes["accept_pad"] - 8
    text = ruler.height(page.acceptance.heading, sizes["accept_title"], width, 1.25, bold=True) + 1.6
    text += ruler.height(page.acceptance.text, sizes["text"] * 1.04, width, 1.45)
    text += ruler.height(page.acceptance.url, sizes["small"], width, 1.5) + 1
    return max(text, sizes["qr"]) + 2 * sizes["accept_pad"]


def _terms_height(page: NextSteps, ruler: Ruler, sizes: dict[str, float]) -> float:
    terms = [block for block in page.terms if block.title or block.text]
    if not terms:
        return 0.0
    columns = even_columns(len(terms), MOST_TERM_COLUMNS)
    width = (PAGE_WIDTH - 7 * (columns - 1)) / columns
    heights = [
        ruler.height(block.title, sizes["text"], width, 1.35, bold=True)
        + ruler.height(block.text, sizes["small"], width, TEXT_LEADING)
        + 0.8
        for block in terms
    ]
    rows = [max(heights[index : index + columns]) for index in range(0, len(heights), columns)]
    return sum(rows) + 2.4 * (len(rows) - 1)


def _signatures_height(page: NextSteps, ruler: Ruler, sizes: dict[str, float]) -> float:
    if not page.signatures:
        return 0.0
    heights = [
        ruler.height(entry.party, sizes["small"] * 1.05, HALF_WIDTH - 2, 1.4)
        + ruler.height(entry.person, sizes["small"] * 1.05, HALF_WIDTH - 2, 1.4)
        for entry in page.signatures
    ]
    rows = [max(heights[index : index + 2]) for index in range(0, len(heights), 2)]
    return sum(rows) + len(rows) * (sizes["sign"] + 1.6)
