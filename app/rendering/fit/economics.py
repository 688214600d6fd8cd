"""The page of the money: the chart takes the height that figures, tables and assumptions leave."""

from app.proposals.document import Assumption, Block, Economics, Figure, Table
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

HALF_WIDTH = 82.0
MOST_CHART, LEAST_CHART = 104.0, 40.0
MOST_GAP = 17.0
FIGURE_STEPS = (20, 18, 16, 14, 12, 10.5, 9, 7.5)
MAX_COLUMNS = 4
CELL_PADDING = 5.0


def fit_economics(economics: Economics, ruler: Ruler, tighter: int) -> Layout:
    """The most generous page that fits; the chart then grows into what is left."""
    available = room(tighter)

    def build(scale: float) -> Layout:
        top = head(ruler, economics.heading, economics.lead, scale=scale)
        return _page(economics, ruler, top, scale)

    layout = largest(build, least=0.3, most=3.6 if benefits_wide(economics) else 2.2, available=available)
    return _stretched(layout, available, chart=economics.chart is not None)


def _page(economics: Economics, ruler: Ruler, top: Head, scale: float) -> Layout:
    wide = benefits_wide(economics)
    sizes = {
        **top.sizes,
        "text": points(clamp(4.5, 9 * scale**0.5, 10)),
        "small": points(clamp(4.2, 7.6 * scale**0.5, 8.4)),
        "title": points(clamp(5.5, 11 * scale**0.5, 13)),
        "row_pad": clamp(0.35, 1.9 * scale**1.2, 2.9),
        "gap": clamp(2.2, 7.5 * scale, 11),
        "benefit_title": points(clamp(5.5, (13 if wide else 10) * scale**0.6, 21 if wide else 12)),
        "benefit": points(clamp(4.5, (10.5 if wide else 8.8) * scale**0.6, 14.5 if wide else 10)),
        "benefit_pad": clamp(0.8, (5 if wide else 0.9) * scale, 19 if wide else 2),
    }
    blocks = [_figures_height(economics.figures, ruler, scale, sizes)]
    chart = clamp(LEAST_CHART, 64 * scale**1.3, 84) if economics.chart else 0.0
    sizes["chart"] = chart
    blocks += [chart, _tables_height(economics, ruler, sizes), _assumptions_height(economics, ruler, sizes)]
    blocks.append(_benefits_height(economics.benefits_title, economics.benefits, ruler, sizes, wide=wide))
    note = ruler.height(economics.note, sizes["small"], PAGE_WIDTH, TEXT_LEADING)
    blocks.append(note)
    shown = [block for block in blocks if block]
    height = top.height + sum(shown) + len(shown) * sizes["gap"]
    sizes["blocks"] = float(len(shown))
    return Layout(density_of(scale), scale, height, sizes, {"wide_benefits": wide})


def benefits_wide(economics: Economics) -> bool:
    """Whether the benefits lead the page: nothing else argues there."""
    return economics.chart is None and not economics.before_after and not economics.scenarios


def _figures_height(
    figures: tuple[Figure, ...], ruler: Ruler, scale: float, sizes: dict[str, float]
) -> float:
    sizes |= {"figure": points(18), "unit": points(10), "figure_pad": 0.0}
    if not figures:
        return 0.0
    rows = -(-len(figures) // MAX_COLUMNS)
    columns = -(-len(figures) // rows)
    width = PAGE_WIDTH / columns - 2 * CELL_PADDING
    for step in FIGURE_STEPS:
        size = points(step * clamp(0.5, scale, 1.15))
        unit = size * 0.55
        if all(
            ruler.width(f.text, size, bold=True) + ruler.width(f.unit, unit) + 1.6 <= width for f in figures
        ):
            break
    pad = clamp(1.2, 4.2 * scale, 6)
    caption = max(ruler.lines(figure.caption, sizes["small"] * 1.08, width) for figure in figures)
    widest = max(ruler.width(f.text, size, bold=True) + ruler.width(f.unit, unit) + 1.6 for f in figures)
    number = size * 1.2 * (1 if widest <= width else 2)
    sizes |= {"figure": size, "unit": unit, "figure_pad": pad}
    return rows * (2 * pad + number + 1.2 + caption * sizes["small"] * 1.08 * 1.35 + 0.4)


def _tables_height(economics: Economics, ruler: Ruler, sizes: dict[str, float]) -> float:
    tables = [table for table in (economics.before_after, economics.scenarios) if table and table.rows]
    if not tables:
        return 0.0
    width = HALF_WIDTH if len(tables) > 1 else PAGE_WIDTH
    return max(_table_height(table, ruler, sizes, width) for table in tables)


def _table_height(table: Table, ruler: Ruler, sizes: dict[str, float], width: float) -> float:
    height = ruler.height(table.title, sizes["title"], width, 1.25, bold=True) + 1.4
    value = min(
        ruler.widest_figures(tuple(row.text for row in table.rows), sizes["text"], bold=True) + 3,
        width * 0.55,
    )
    for row in table.rows:
        label = ruler.height(row.label, sizes["text"], width - value, 1.35, bold=row.strong)
        text = ruler.height(row.text, sizes["text"], value, 1.35, bold=row.strong)
        height += max(label, text) + 2 * sizes["row_pad"] + 0.2
    return height


def _assumptions_height(economics: Economics, ruler: Ruler, sizes: dict[str, float]) -> float:
    if not economics.assumptions:
        return 0.0
    title = ruler.height(economics.assumptions_title, sizes["title"], PAGE_WIDTH, 1.25, bold=True) + 1.4
    rows = [_assumption_height(entry, ruler, sizes) for entry in economics.assumptions]
    pairs = [max(rows[index : index + 2]) for index in range(0, len(rows), 2)]
    return title + sum(pairs)


def _assumption_height(entry: Assumption, ruler: Ruler, sizes: dict[str, float]) -> float:
    value = min(ruler.figures(entry.text, sizes["text"]), HALF_WIDTH * 0.5) + 3
    room_left = HALF_WIDTH - value
    together = ruler.width(entry.label, sizes["text"]) + ruler.width(f"  {entry.source}", sizes["small"])
    label = (
        ruler.lines(f"{entry.label}  {entry.source}", sizes["text"], room_left) if together > room_left else 1
    )
    text = ruler.lines(entry.text, sizes["text"], value)
    return max(label, text) * sizes["text"] * 1.35 + 2 * sizes["row_pad"] * 0.7 + 0.2


def _benefits_height(
    title: str, benefits: tuple[Block, ...], ruler: Ruler, sizes: dict[str, float], *, wide: bool
) -> float:
    if not benefits:
        return 0.0
    height = ruler.height(title, sizes["title"], PAGE_WIDTH, 1.25, bold=True) + 1.4 if title else 0.0
    columns = 1 if wide else min(len(benefits), 3)
    width = PAGE_WIDTH - 58 if wide else (PAGE_WIDTH - 8 * (columns - 1)) / columns
    heights = []
    for block in benefits:
        name = ruler.height(block.title, sizes["benefit_title"], 52 if wide else width, 1.28, bold=True)
        text = ruler.height(block.text, sizes["benefit"], width, TEXT_LEADING)
        heights.append((max(name, text) if wide else name + text + 0.8) + 2 * sizes["benefit_pad"] + 0.3)
    rows = [max(heights[index : index + columns]) for index in range(0, len(heights), columns)]
    return height + sum(rows)


def _stretched(layout: Layout, available: float, *, chart: bool) -> Layout:
    sizes = dict(layout.sizes)
    slack = max(available - layout.height, 0.0)
    if chart:
        grown = min(slack * 0.6, max(MOST_CHART - sizes["chart"], 0.0))
        sizes["chart"] += grown
        slack -= grown
    sizes["gap"] = min(sizes["gap"] + slack / max(sizes.pop("blocks"), 1), MOST_GAP)
    return Layout(layout.density, layout.scale, layout.height, sizes, layout.options)
