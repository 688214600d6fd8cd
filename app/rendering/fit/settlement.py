"""What stands below the lines: totals with the words beside them, the reason; and the type sizes."""

from app.proposals.document import Solution
from app.rendering.fit.layout import PAGE_WIDTH, TEXT_LEADING, clamp
from app.rendering.measure import Ruler, points

WORDS_WIDTH = 76.0
TOTALS_WIDTH = 86.0


def type_sizes(scale: float) -> dict[str, float]:
    """Type sizes and gaps of the page at a scale."""
    return {
        "text": points(clamp(6.8, 9.5 * scale**0.5, 10.5)),
        "name": points(clamp(7, 10 * scale**0.5, 14)),
        "small": points(clamp(6.3, 8.4 * scale**0.45, 10.5)),
        "row_pad": clamp(0.55, 2.5 * scale**1.6, 7.5),
        "gap": clamp(3.0, 8 * scale, 11),
        "note": points(clamp(6.5, 8.4 * scale**0.4, 9.6)),
        "total_row": clamp(0.8, 2.1 * scale, 2.8),
        "total": points(clamp(12, 16 * scale**0.3, 21)),
        "reason": points(clamp(7, 9.4 * scale**0.45, 12.5)),
        "reason_pad": clamp(2.6, 5.4 * scale**0.6, 8),
    }


def has_reason(solution: Solution) -> bool:
    """Whether there is a reason to print."""
    return bool(solution.reason.title or solution.reason.text)


def settlement_height(solution: Solution, ruler: Ruler, sizes: dict[str, float]) -> float:
    """The height of totals, words and reason, with the gap between them."""
    words = [solution.in_words, *solution.notes]
    left = sum(ruler.height(text, sizes["note"], WORDS_WIDTH, TEXT_LEADING) + 2.5 for text in words if text)
    height = max(_totals_height(solution, ruler, sizes), left + sizes["total_row"])
    if has_reason(solution):
        text = f"{solution.reason.title}. {solution.reason.text}"
        pad = sizes["reason_pad"]
        height += ruler.height(text, sizes["reason"], PAGE_WIDTH - 2 * pad - 4, 1.5) + 2 * pad + sizes["gap"]
    return height


def total_size(solution: Solution, ruler: Ruler, size: float) -> float:
    """The grand total's size, smaller where its amount would leave no room for its label."""
    width = ruler.figures(solution.totals[-1].amount.text, size, bold=True)
    return size * min(1.0, TOTALS_WIDTH * 0.72 / width) if width else size


def _totals_height(solution: Solution, ruler: Ruler, sizes: dict[str, float]) -> float:
    *rows, grand = solution.totals
    amounts = ruler.widest_figures(tuple(row.amount.text for row in rows), sizes["text"])
    label_width = max(TOTALS_WIDTH - amounts - 3, 20)
    pad = 2 * sizes["total_row"]
    height = sum(
        max(ruler.height(row.label, sizes["text"], label_width, 1.3), sizes["text"] * 1.3) + pad
        for row in rows
    )
    grand_width = max(TOTALS_WIDTH - ruler.figures(grand.amount.text, sizes["total"], bold=True) - 2, 15)
    label = ruler.height(grand.label, sizes["total"], grand_width, 1.3, bold=True)
    return height + max(label, sizes["total"] * 1.3) + pad * 1.2 + 0.5
