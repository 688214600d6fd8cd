"""What templates get beside the document: colours, drawings and rows, all plain values made from it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TypeVar

from app.proposals.document import (
    Assumption,
    Block,
    Document,
    Figure,
    Group,
    RecommendationView,
    Signature,
    StepView,
    Table,
)
from app.rendering.charts import ChartView, draw_chart
from app.rendering.colours import Palette
from app.rendering.fetcher import SCHEME
from app.rendering.fit import Fit
from app.rendering.fit.economics import HALF_WIDTH, MAX_COLUMNS
from app.rendering.fit.layout import PAGE_WIDTH
from app.rendering.fit.next_steps import MOST_TERM_COLUMNS, STEP_GAP, even_columns, step_columns
from app.rendering.fonts import Families
from app.rendering.measure import Ruler, points
from app.rendering.pictures import plain_ground
from app.rendering.qr import qr_path

PAGES = 4
TERM_GAP = 7.0
BENEFIT_GAP = 8.0
FOOT_WIDTH = 146.0
FOOT_LINES = 2
FOOT_STEPS = (7.5, 6.5, 5.5, 4.5, 3.5)


T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class AssumptionView:
    """An assumption with the width that its value needs."""

    label: str
    text: str
    source: str
    origin: str
    width: float


@dataclass(frozen=True, slots=True)
class TableView:
    """A table with the width of its column of values."""

    table: Table
    width: float


@dataclass(frozen=True, slots=True)
class View:
    """Derived values for the templates; addresses of pictures are of our own scheme."""

    root_style: str
    palette: Palette
    families: Families
    page_labels: tuple[str, ...]
    pattern: str | None
    logo: str | None
    portrait: str | None
    line_pictures: tuple[str | None, ...]
    offer_pictures: tuple[str | None, ...]
    offer_grounds: tuple[str | None, ...]
    """The colour that a picture ends in on every side, so that it can be shown whole."""
    totals_width: float
    total_width: float
    group_parts: tuple[tuple[Group, ...], ...]
    figure_rows: tuple[tuple[Figure, ...], ...]
    chart: ChartView | None
    tables: tuple[TableView, ...]
    assumption_pairs: tuple[tuple[AssumptionView, ...], ...]
    benefit_rows: tuple[tuple[Block, ...], ...]
    benefit_width: float
    step_rows: tuple[tuple[StepView, ...], ...]
    step_width: float
    term_rows: tuple[tuple[Block, ...], ...]
    term_width: float
    signature_rows: tuple[tuple[Signature, ...], ...]
    qr: str
    qr_side: int


def make_view(
    document: Document,
    layout: Fit,
    ruler: Ruler,
    *,
    palette: Palette,
    families: Families,
    assets: Mapping[str, bytes],
) -> View:
    """Everything derived; `assets` are the pictures by name that can be shown."""
    solution, economics, following = document.solution, document.economics, document.next_steps
    terms = [block for block in following.terms if block.title or block.text]
    benefits = rows(economics.benefits, 3)
    path, side = qr_path(following.acceptance.url)
    large = layout.solution.has("large")
    totals_width, total_width = _totals_widths(document, layout, ruler)
    return View(
        root_style=f"{_root_style(palette, families)};--foot:{_foot_size(document, ruler):.3f}mm",
        palette=palette,
        families=families,
        page_labels=tuple(document.page_label.format(page=page, pages=PAGES) for page in range(1, PAGES + 1)),
        pattern=_url("pattern", assets),
        logo=_url("logo", assets),
        portrait=_url("portrait", assets),
        line_pictures=tuple(
            _picture(line.picture_large if large else None, line.picture, assets) for line in solution.lines
        ),
        offer_pictures=tuple(
            _picture(entry.picture_large, entry.picture, assets) for entry in following.recommendations
        ),
        offer_grounds=tuple(_ground(entry, assets) for entry in following.recommendations),
        totals_width=totals_width,
        total_width=total_width,
        group_parts=_halves(solution.groups) if layout.solution.has("paired") else (solution.groups,),
        figure_rows=rows(economics.figures, MAX_COLUMNS, even=True),
        chart=_chart(document, layout, ruler),
        tables=_tables(document, layout, ruler),
        assumption_pairs=rows(_assumptions(economics.assumptions, layout, ruler), 2),
        benefit_rows=benefits,
        benefit_width=_column_width(len(benefits[0]), BENEFIT_GAP) if benefits else PAGE_WIDTH,
        step_rows=rows(following.steps, step_columns(len(following.steps)) if following.steps else 1),
        step_width=_column_width(step_columns(len(following.steps)), STEP_GAP)
        if following.steps
        else PAGE_WIDTH,
        term_rows=rows(terms, MOST_TERM_COLUMNS, even=True),
        term_width=_column_width(even_columns(len(terms), MOST_TERM_COLUMNS), TERM_GAP)
        if terms
        else PAGE_WIDTH,
        signature_rows=rows(following.signatures, 2),
        qr=path,
        qr_side=side,
    )


def rows(entries: Sequence[T], columns: int, *, even: bool = False) -> tuple[tuple[T, ...], ...]:
    """The entries in rows of so many; `even` spreads them evenly over the rows needed."""
    if even and entries:
        columns = -(-len(entries) // -(-len(entries) // columns))
    return tuple(tuple(entries[start : start + columns]) for start in range(0, len(entries), columns))


def _halves(entries: Sequence[T]) -> tuple[tuple[T, ...], ...]:
    middle = (len(entries) + 1) // 2
    return tuple(entries[:middle]), tuple(entries[middle:])


def _column_width(columns: int, gap: float) -> float:
    return round((PAGE_WIDTH - gap * (columns - 1)) / columns, 3)


def _root_style(palette: Palette, families: Families) -> str:
    colours = {
        "brand": palette.brand,
        "on-brand": palette.on_brand,
        "on-brand-soft": palette.on_brand_soft,
        "brand-text": palette.brand_text,
        "brand-mark": palette.brand_mark,
        "tint": palette.tint,
        "family": families.text,
        "figures": families.figures,
    }
    return ";".join(f"--{name}:{value}" for name, value in colours.items())


def _foot_size(document: Document, ruler: Ruler) -> float:
    """The footer's type size: two lines at most, however long the names are."""
    texts = (document.footer, document.cover.validity)
    sizes = (points(size) for size in FOOT_STEPS)
    fitting = (
        size for size in sizes if all(ruler.lines(text, size, FOOT_WIDTH) <= FOOT_LINES for text in texts)
    )
    return next(fitting, points(FOOT_STEPS[-1]))


def _url(name: str, assets: Mapping[str, bytes]) -> str | None:
    return next((SCHEME + key for key in assets if key == name or key.startswith(f"{name}/")), None)


def _picture(large: str | None, small: str | None, assets: Mapping[str, bytes]) -> str | None:
    return next((SCHEME + digest for digest in (large, small) if digest and digest in assets), None)


def _ground(entry: RecommendationView, assets: Mapping[str, bytes]) -> str | None:
    content = assets.get(entry.picture_large or entry.picture or "")
    return plain_ground(content) if content else None


def _totals_widths(document: Document, layout: Fit, ruler: Ruler) -> tuple[float, float]:
    """Columns of the amounts: of the rows, and of the grand total."""
    *rows_before, grand = document.solution.totals
    amounts = tuple(row.amount.text for row in rows_before)
    usual = ruler.widest_figures(amounts, layout.solution["text"])
    total = ruler.figures(grand.amount.text, layout.solution["total"], bold=True)
    return round(min(usual + 3, 60), 2), round(min(total + 2, 72), 2)


def _tables(document: Document, layout: Fit, ruler: Ruler) -> tuple[TableView, ...]:
    tables = (document.economics.before_after, document.economics.scenarios)
    shown = [table for table in tables if table and table.rows]
    size = layout.economics["text"]
    most = (HALF_WIDTH if len(shown) > 1 else PAGE_WIDTH) * 0.55
    return tuple(
        TableView(
            table,
            round(
                min(ruler.widest_figures(tuple(row.text for row in table.rows), size, bold=True) + 3, most), 2
            ),
        )
        for table in shown
    )


def _chart(document: Document, layout: Fit, ruler: Ruler) -> ChartView | None:
    chart = document.economics.chart
    if chart is None:
        return None
    height = round(layout.economics["chart"], 2)
    return draw_chart(chart, ruler, width=PAGE_WIDTH, height=height, language=document.language)


def _assumptions(entries: Sequence[Assumption], layout: Fit, ruler: Ruler) -> tuple[AssumptionView, ...]:
    size = layout.economics["text"]
    return tuple(
        AssumptionView(
            label=entry.label,
            text=entry.text,
            source=entry.source,
            origin=entry.origin.value,
            width=round(min(ruler.figures(entry.text, size), HALF_WIDTH * 0.5) + 3, 2),
        )
        for entry in entries
    )
