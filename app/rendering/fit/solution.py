"""The page of the lines: rows grow with the room, shrink with their number, then turn into groups."""

from app.proposals.document import Line, Solution
from app.rendering.fit.layout import (
    PAGE_WIDTH,
    TEXT_LEADING,
    Density,
    Head,
    Layout,
    clamp,
    density_of,
    head,
    largest,
    room,
)
from app.rendering.measure import Ruler, points

MAX_ROWS = 40
MOST, LEAST = 5.0, 0.56
LEAST_PICTURE = 8.0
LARGEST_PICTURE = 92.0
INLINE_BELOW = 0.7
COLUMN_GAP = 4.5
WORDS_WIDTH = 76.0
TOTALS_WIDTH = 86.0
LARGE_PICTURE = 24.0
"""From this width on the larger file of a picture is taken."""
MOST_GAP = 15.0


def fit_solution(solution: Solution, ruler: Ruler, tighter: int) -> Layout:
    """The most generous table of lines that fits; groups when none does; the totals alone at last."""
    available = room(tighter)
    top = head(ruler, solution.heading, solution.lead)
    if len(solution.lines) <= MAX_ROWS:

        def build(scale: float) -> Layout:
            return _with_lines(solution, ruler, top, scale)

        layout = largest(build, least=LEAST, most=MOST, available=available)
        if layout.height <= available:
            return _stretched(layout, available)
    for paired in (False, True):
        layout = _best_grouped(solution, ruler, available, paired=paired)
        if layout.height <= available:
            return _stretched(layout, available)
    return _stretched(_totals_alone(solution, ruler, available), available)


def _type(scale: float) -> dict[str, float]:
    text = clamp(6.8, 9.5 * scale**0.55, 10.5)
    return {
        "text": points(text),
        "name": points(clamp(7, 10 * scale**0.5, 14)),
        "small": points(clamp(6.3, 8.4 * scale**0.5, 10.5)),
        "row_pad": clamp(0.55, 2.5 * scale, 4.6),
        "gap": clamp(3.2, 8 * scale**0.8, 10),
        "note": points(clamp(6.5, 8.4 * scale**0.4, 9.6)),
        "total_row": clamp(1.0, 2.1 * scale**0.7, 2.6),
        "total": points(clamp(12, 16 * scale**0.3, 21)),
        "reason": points(clamp(7, 9.4 * scale**0.45, 12)),
        "reason_pad": clamp(2.6, 5.4 * scale**0.5, 7.5),
    }


def _columns(
    solution: Solution, ruler: Ruler, lines: tuple[Line, ...], sizes: dict[str, float]
) -> dict[str, float]:
    """Widths of the columns of numbers: as wide as their widest entry, no wider."""
    columns = solution.columns

    def width(header: str, texts: tuple[str, ...], *, bold: bool = False) -> float:
        widest = max(
            ruler.widest(texts, sizes["text"] * 1.07, bold=bold),
            ruler.width(header, sizes["small"], bold=True),
        )
        return clamp(9, widest, 44) + COLUMN_GAP

    discounts = tuple(line.discount.text for line in lines if line.discount)
    return {
        "quantity_width": min(width(columns.quantity, tuple(line.quantity.text for line in lines)), 34.0),
        "price_width": width(columns.price, tuple(line.price.text for line in lines)),
        "discount_width": width(columns.discount, discounts) if columns.discount and discounts else 0.0,
        "sum_width": width(columns.sum, tuple(line.sum.text for line in lines), bold=True),
    }


def _with_lines(solution: Solution, ruler: Ruler, top: Head, scale: float) -> Layout:
    sizes = _type(scale)
    widths = _columns(solution, ruler, solution.lines, sizes)
    picture = clamp(0, 14.5 * scale**1.35, LARGEST_PICTURE)
    pictured = picture >= LEAST_PICTURE and any(line.picture for line in solution.lines)
    inline = scale < INLINE_BELOW
    picture_column = picture + 4.5 if pictured else 0.0
    item = PAGE_WIDTH - sum(widths.values()) - picture_column
    if item < 46:  # noqa: PLR2004 - too narrow for names: leave the picture out
        pictured, picture_column, item = False, 0.0, PAGE_WIDTH - sum(widths.values())
    rows = sum(
        _row_height(line, ruler, sizes, item - 2, picture=picture if pictured else 0.0, inline=inline)
        for line in solution.lines
    )
    table = sizes["small"] * 1.4 + 3.2 + rows
    sizes |= {**top.sizes, **widths, "picture": picture, "picture_height": picture * 0.75, "item_width": item}
    sizes["picture_column"] = picture_column
    height = top.height + table + _tail_height(solution, ruler, sizes) + 2 * sizes["gap"]
    options = {
        "pictures": pictured,
        "large": pictured and picture >= LARGE_PICTURE,
        "inline": inline,
        "discounts": widths["discount_width"] > 0,
        "reason": bool(solution.reason.title or solution.reason.text),
    }
    return Layout(density_of(scale), scale, height, sizes, options)


def _row_height(
    line: Line, ruler: Ruler, sizes: dict[str, float], width: float, *, picture: float, inline: bool
) -> float:
    if inline:
        text = f"{line.name}  {line.characteristics}" if line.characteristics else line.name
        content = ruler.height(text, sizes["name"], width, 1.3, bold=True)
    else:
        content = ruler.height(line.name, sizes["name"], width, 1.3, bold=True)
        content += ruler.height(line.characteristics, sizes["small"], width, 1.4)
        content += 0.4 if line.characteristics else 0
    tall = picture * 0.75 if line.picture else 0.0
    quantity = ruler.height(line.quantity.text, sizes["text"], sizes.get("quantity_width", 34.0), 1.3)
    return max(content, tall, quantity) + 2 * sizes["row_pad"] + 0.2


def _tail_height(solution: Solution, ruler: Ruler, sizes: dict[str, float]) -> float:
    """Totals with the words beside them, then the reason."""
    totals = 1.5
    for row in solution.totals:
        size = sizes["total"] if row is solution.totals[-1] else sizes["text"]
        amount = ruler.width(row.amount.text, size, bold=True)
        label = ruler.height(row.label, size, max(TOTALS_WIDTH - amount - 4, 20), 1.3)
        totals += max(label, size * 1.3) + 2 * sizes["total_row"]
    words = [solution.in_words, *solution.notes]
    left = sum(ruler.height(text, sizes["note"], WORDS_WIDTH, TEXT_LEADING) + 2.5 for text in words if text)
    height = max(totals, left)
    reason = f"{solution.reason.title}. {solution.reason.text}"
    if solution.reason.title or solution.reason.text:
        pad = sizes["reason_pad"]
        height += ruler.height(reason, sizes["reason"], PAGE_WIDTH - 2 * pad - 4, 1.5) + 2 * pad
        height += sizes["gap"]
    return height


def _best_grouped(solution: Solution, ruler: Ruler, available: float, *, paired: bool) -> Layout:
    top = head(ruler, solution.heading, solution.lead)

    def build(scale: float) -> Layout:
        return _grouped(solution, ruler, top, scale, paired=paired)

    return largest(build, least=0.5, most=1.9, available=available)


def _grouped(solution: Solution, ruler: Ruler, top: Head, scale: float, *, paired: bool) -> Layout:
    sizes = _type(scale)
    width = 83.0 if paired else PAGE_WIDTH
    size = sizes["name"] if not paired else sizes["text"]
    sums = ruler.widest(tuple(group.sum.text for group in solution.groups), size, bold=True) + 2
    counts = ruler.widest(tuple(group.count for group in solution.groups), sizes["small"]) + COLUMN_GAP
    name_width = max(width - sums - counts, 20.0)
    rows = [
        ruler.height(group.name, size, name_width - 2, 1.3, bold=True) + 2 * sizes["row_pad"] + 0.2
        for group in solution.groups
    ]
    half = (len(rows) + 1) // 2
    table = max(sum(rows[:half]), sum(rows[half:])) if paired else sum(rows)
    note = ruler.height(solution.grouped_note, sizes["text"], PAGE_WIDTH, TEXT_LEADING) + 4
    sizes |= {**top.sizes, "sum_width": sums, "count_width": counts, "name_width": name_width, "group": size}
    height = top.height + table + note + _tail_height(solution, ruler, sizes) + 2 * sizes["gap"]
    options = {
        "paired": paired,
        "groups": True,
        "reason": bool(solution.reason.title or solution.reason.text),
    }
    return Layout(Density.GROUPED, scale, height, sizes, options)


def _totals_alone(solution: Solution, ruler: Ruler, available: float) -> Layout:
    """More groups than a page holds: the specification says it all, the page gives the totals."""

    def build(scale: float) -> Layout:
        top = head(ruler, solution.heading, solution.lead, scale=scale)
        sizes = _type(clamp(0.3, scale, 2)) | top.sizes
        if scale < 0.6:  # noqa: PLR2004 - texts beyond all measure
            sizes |= {name: sizes[name] * scale for name in ("note", "reason", "text")}
        note = ruler.height(solution.grouped_note, sizes["text"], PAGE_WIDTH, TEXT_LEADING) + 4
        height = top.height + note + _tail_height(solution, ruler, sizes) + 2 * sizes["gap"]
        options = {"groups": False, "reason": bool(solution.reason.title or solution.reason.text)}
        return Layout(Density.GROUPED, scale, height, sizes, options)

    return largest(build, least=0.2, most=1.9, available=available)


def _stretched(layout: Layout, available: float) -> Layout:
    """Give what is left to the gaps, within reason."""
    sizes = dict(layout.sizes)
    slack = max(available - layout.height, 0.0) / (3 if layout.has("reason") else 2)
    sizes["gap"] = min(sizes["gap"] + slack, MOST_GAP)
    return Layout(layout.density, layout.scale, layout.height, sizes, layout.options)
