"""The page of the lines: rows grow with the room, shrink with their number, then turn into groups."""

from app.proposals.document import Solution
from app.rendering.fit.groups import best_grouped, totals_alone
from app.rendering.fit.layout import Head, Layout, head, largest, room
from app.rendering.fit.lines import featured_lines, table_of_lines, wants_features
from app.rendering.measure import Ruler

MAX_ROWS = 40
LEAST, MOST = 0.47, 4.0
LEAST_FEATURED, MOST_FEATURED = 0.9, 2.6
MOST_GAP = 19.0


def fit_solution(solution: Solution, ruler: Ruler, tighter: int) -> Layout:
    """The most generous layout of the lines that fits; groups when none does; the totals alone at last."""
    available = room(tighter)
    top = head(ruler, solution.heading, solution.lead)
    layout = _lines(solution, ruler, top, available) if len(solution.lines) <= MAX_ROWS else None
    for paired in (False, True):
        if layout is None or layout.height > available:
            layout = best_grouped(solution, ruler, available, paired=paired)
    if layout is None or layout.height > available:
        layout = totals_alone(solution, ruler, available)
    return _stretched(layout, available)


def _lines(solution: Solution, ruler: Ruler, top: Head, available: float) -> Layout:
    def featured(scale: float) -> Layout:
        return featured_lines(solution, ruler, top, scale)

    def table(scale: float) -> Layout:
        return table_of_lines(solution, ruler, top, scale)

    if wants_features(solution):
        layout = largest(featured, least=LEAST_FEATURED, most=MOST_FEATURED, available=available)
        if layout.height <= available:
            return layout
    return largest(table, least=LEAST, most=MOST, available=available)


def _stretched(layout: Layout, available: float) -> Layout:
    """Give what is left to the gaps, within reason."""
    sizes = dict(layout.sizes)
    slack = max(available - layout.height, 0.0) / (3 if layout.has("reason") else 2)
    sizes["gap"] = min(sizes["gap"] + slack, MOST_GAP)
    return Layout(layout.density, layout.scale, layout.height, sizes, layout.options)
