"""The lines as a table, or one under the other with large pictures where there are only a few."""

from app.proposals.document import Line, Solution
from app.rendering.fit.layout import PAGE_WIDTH, Head, Layout, clamp, density_of
from app.rendering.fit.settlement import has_reason, settlement_height, total_size, type_sizes
from app.rendering.measure import Ruler

COLUMN_GAP = 4.0
PICTURE_GAP = 4.5
LEAST_PICTURE = 7.5
LARGEST_TABLE_PICTURE = 34.0
LEAST_ITEM_WIDTH = 48.0
INLINE_BELOW = 0.66
INLINE_GROWTH = 1.07
LARGE_PICTURE = 24.0
"""From this width on the larger file of a picture is taken."""
MAX_FEATURES = 4
LEAST_FEATURE, MOST_FEATURE = 30.0, 84.0
FEATURE_GAP = 7.0
NARROW = 0.92


def table_of_lines(solution: Solution, ruler: Ruler, top: Head, scale: float) -> Layout:
    """One row a line: picture, name and traits, numbers to the right."""
    sizes = type_sizes(scale)
    inline = scale < INLINE_BELOW
    if inline:
        # With a line less in each row the type may be larger.
        sizes |= {name: sizes[name] * INLINE_GROWTH for name in ("name", "small", "text")}
    sizes["total"] = total_size(solution, ruler, sizes["total"])
    widths = _number_columns(solution, ruler, sizes)
    most = PAGE_WIDTH - sum(widths.values()) - LEAST_ITEM_WIDTH - PICTURE_GAP
    picture = clamp(0, min(14.5 * scale**1.35, most), LARGEST_TABLE_PICTURE)
    pictured = picture >= LEAST_PICTURE and any(line.picture for line in solution.lines)
    column = picture + PICTURE_GAP if pictured else 0.0
    item = PAGE_WIDTH - sum(widths.values()) - column
    rows = sum(
        _row_height(line, ruler, sizes, item - 2, picture=picture if pictured else 0.0, inline=inline)
        for line in solution.lines
    )
    sizes |= {
        **top.sizes,
        **widths,
        "picture": picture,
        "picture_height": picture * 0.75,
        "picture_column": column,
    }
    head = sizes["small"] * 1.4 + 2.6
    height = top.height + head + rows + settlement_height(solution, ruler, sizes) + 2 * sizes["gap"]
    options = {
        "pictures": pictured,
        "large": pictured and picture >= LARGE_PICTURE,
        "inline": inline,
        "discounts": widths["discount_width"] > 0,
        "reason": has_reason(solution),
    }
    return Layout(density_of(scale), scale, height, sizes, options)


def wants_features(solution: Solution) -> bool:
    """Whether so few lines have pictures that each can be shown large."""
    return len(solution.lines) <= MAX_FEATURES and all(line.picture for line in solution.lines)


def featured_lines(solution: Solution, ruler: Ruler, top: Head, scale: float) -> Layout:
    """A large picture a line, name, traits and numbers beside it."""
    sizes = type_sizes(clamp(0.9, scale, 1.9))
    sizes["total"] = total_size(solution, ruler, sizes["total"])
    widths = _number_columns(solution, ruler, sizes)
    numbers = sum(widths.values())
    most = min(PAGE_WIDTH - FEATURE_GAP - numbers, MOST_FEATURE)
    picture = clamp(LEAST_FEATURE, 34 * scale, max(most, LEAST_FEATURE))
    room = PAGE_WIDTH - picture - FEATURE_GAP
    sizes["row_pad"] = clamp(2.5, 4 * scale, 7)
    sizes["feature_gap"] = clamp(2, 3 * scale, 6)
    rows = 0.0
    for line in solution.lines:
        text = ruler.height(line.name, sizes["name"], room, 1.3, bold=True)
        text += ruler.height(line.characteristics, sizes["small"], room, 1.4) + 0.8
        text += sizes["feature_gap"] + sizes["small"] * 0.9 * 1.4 + sizes["text"] * 1.3
        rows += max(text, picture * 0.75) + 2 * sizes["row_pad"] + 0.2
    sizes |= {**top.sizes, **widths, "picture": picture, "picture_height": picture * 0.75}
    height = top.height + rows + settlement_height(solution, ruler, sizes) + 2 * sizes["gap"]
    if numbers > room:
        height = float("inf")
    options = {
        "feature": True,
        "pictures": True,
        "large": True,
        "discounts": widths["discount_width"] > 0,
        "reason": has_reason(solution),
    }
    return Layout(density_of(max(scale, 1.2)), scale, height, sizes, options)


def _number_columns(solution: Solution, ruler: Ruler, sizes: dict[str, float]) -> dict[str, float]:
    """Columns of numbers: as wide as their widest entry, smaller if they crowd out the names."""
    widths = _column_widths(solution, ruler, sizes)
    while sum(widths.values()) > PAGE_WIDTH - LEAST_ITEM_WIDTH and sizes["text"] > 1.2:  # noqa: PLR2004
        sizes["text"] *= NARROW
        widths = _column_widths(solution, ruler, sizes)
    return widths


def _column_widths(solution: Solution, ruler: Ruler, sizes: dict[str, float]) -> dict[str, float]:
    columns, lines = solution.columns, solution.lines

    def width(header: str, texts: tuple[str, ...], *, bold: bool = False) -> float:
        shown = ruler.widest_figures(texts, sizes["text"], bold=bold)
        title = min(ruler.width(header, sizes["small"], bold=True), max(shown, 16))
        return max(shown, title, 7.0) + COLUMN_GAP

    discounts = tuple(line.discount.text for line in lines if line.discount)
    return {
        "quantity_width": width(columns.quantity, tuple(line.quantity.text for line in lines)),
        "price_width": width(columns.price, tuple(line.price.text for line in lines)),
        "discount_width": width(columns.discount, discounts) if columns.discount and discounts else 0.0,
        "sum_width": width(columns.sum, tuple(line.sum.text for line in lines), bold=True),
    }


def _row_height(
    line: Line, ruler: Ruler, sizes: dict[str, float], width: float, *, picture: float, inline: bool
) -> float:
    if inline:
        content = _inline_lines(line, ruler, sizes, width) * sizes["name"] * 1.3
    else:
        content = ruler.height(line.name, sizes["name"], width, 1.3, bold=True)
        content += ruler.height(line.characteristics, sizes["small"], width, 1.4)
        content += 0.4 if line.characteristics else 0
    tall = picture * 0.75 if line.picture else 0.0
    return max(content, tall, sizes["text"] * 1.3) + 2 * sizes["row_pad"] + 0.2


def _inline_lines(line: Line, ruler: Ruler, sizes: dict[str, float], width: float) -> int:
    name = ruler.width(line.name, sizes["name"], bold=True)
    traits = ruler.width(f" {line.characteristics}", sizes["small"]) if line.characteristics else 0.0
    if name + traits <= width:
        return 1
    return ruler.lines(f"{line.name} {line.characteristics}", sizes["name"], width, bold=True)
