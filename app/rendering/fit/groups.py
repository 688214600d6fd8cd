"""Lines grouped by category, in one column or two; at last the totals alone."""

from app.proposals.document import Solution
from app.rendering.fit.layout import PAGE_WIDTH, TEXT_LEADING, Density, Head, Layout, clamp, head, largest
from app.rendering.fit.settlement import has_reason, settlement_height, total_size, type_sizes
from app.rendering.measure import Ruler

HALF_WIDTH = 83.0
COLUMN_GAP = 4.5
LEAST, MOST = 0.5, 1.9
TINY = 0.6


def best_grouped(solution: Solution, ruler: Ruler, available: float, *, paired: bool) -> Layout:
    """The most generous table of groups."""
    top = head(ruler, solution.heading, solution.lead)

    def build(scale: float) -> Layout:
        return _grouped(solution, ruler, top, scale, paired=paired)

    return largest(build, least=LEAST, most=MOST, available=available)


def totals_alone(solution: Solution, ruler: Ruler, available: float) -> Layout:
    """More groups than a page holds: the specification says it all, the page gives the totals."""

    def build(scale: float) -> Layout:
        top = head(ruler, solution.heading, solution.lead, scale=scale)
        sizes = type_sizes(clamp(0.3, scale, 2)) | top.sizes
        sizes["total"] = total_size(solution, ruler, sizes["total"])
        if scale < TINY:
            sizes |= {name: sizes[name] * scale for name in ("note", "reason", "text")}
        height = top.height + _note_height(solution, ruler, sizes)
        height += settlement_height(solution, ruler, sizes) + 2 * sizes["gap"]
        return Layout(
            Density.GROUPED, scale, height, sizes, {"groups": False, "reason": has_reason(solution)}
        )

    return largest(build, least=0.2, most=MOST, available=available)


def _grouped(solution: Solution, ruler: Ruler, top: Head, scale: float, *, paired: bool) -> Layout:
    sizes = type_sizes(scale)
    sizes["total"] = total_size(solution, ruler, sizes["total"])
    width = HALF_WIDTH if paired else PAGE_WIDTH
    size = sizes["text"] if paired else sizes["name"]
    sums = (
        ruler.widest_figures(tuple(group.sum.text for group in solution.groups), size, bold=True) + COLUMN_GAP
    )
    counts = (
        ruler.widest_figures(tuple(group.count for group in solution.groups), sizes["small"]) + COLUMN_GAP
    )
    name_width = max(width - sums - counts, 20.0)
    rows = [
        ruler.height(group.name, size, name_width - 2, 1.3, bold=True) + 2 * sizes["row_pad"] + 0.2
        for group in solution.groups
    ]
    half = (len(rows) + 1) // 2
    table = max(sum(rows[:half]), sum(rows[half:])) if paired else sum(rows)
    sizes |= {**top.sizes, "sum_width": sums, "count_width": counts, "group": size}
    height = top.height + table + _note_height(solution, ruler, sizes)
    height += settlement_height(solution, ruler, sizes) + 2 * sizes["gap"]
    options = {"paired": paired, "groups": True, "reason": has_reason(solution)}
    return Layout(Density.GROUPED, scale, height, sizes, options)


def _note_height(solution: Solution, ruler: Ruler, sizes: dict[str, float]) -> float:
    return ruler.height(solution.grouped_note, sizes["text"], PAGE_WIDTH, TEXT_LEADING) + 4
