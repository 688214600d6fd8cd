"""What the workbook calculates for an offer: the cells to fill, the cells to read, what was left out.

Pure: takes the calculation's values, not the engines.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from app.catalog.answers import CellValue
from app.catalog.calculator import Calculation
from app.catalog.model import Catalogue, LineCells, in_language
from app.pricing.economics import Economics
from app.pricing.quote import Quote
from app.problems import Problem
from app.proposals.offer import ResultValue
from app.proposals.problems import BriefProblem

CELL = re.compile(r"(?P<sheet>.*!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[0-9]+)")


@dataclass(frozen=True, slots=True)
class _Row:
    """A row of the workbook's place for lines; sums are in the catalogue's currency."""

    sku: str | None = None
    quantity: Decimal | None = None
    net_sum: Decimal | None = None

    @property
    def net_price(self) -> Decimal | None:
        """What one unit costs, so that quantity times price is the sum."""
        return self.net_sum / self.quantity if self.net_sum is not None and self.quantity else None


def line_inputs(cells: LineCells, quote: Quote, *, rate: Decimal, filled_rows: int) -> dict[str, CellValue]:
    """What goes into the declared cells of the lines.

    Rows without a line are emptied as far as the workbook has something of its own there. More lines
    than rows are put together (see `_rows`), so that sums of columns stay right.
    """
    inputs: dict[str, CellValue] = {}
    if cells.total:
        inputs[cells.total] = quote.total.amount * rate
    rows = _rows(quote, cells.rows, rate)[: cells.rows]
    rows += [_Row()] * (min(cells.rows, filled_rows) - len(rows))
    for first, values in (
        (cells.sku, [row.sku for row in rows]),
        (cells.quantity, [row.quantity for row in rows]),
        (cells.net_price, [row.net_price for row in rows]),
        (cells.net_sum, [row.net_sum for row in rows]),
    ):
        if first:
            inputs.update(zip(column_of(first, len(rows)), values, strict=True))
    return inputs


def _rows(quote: Quote, limit: int, rate: Decimal) -> list[_Row]:
    """One row a line; where there are too many, one an item; the last takes what is still left over."""
    rows = [_Row(line.sku, line.quantity, line.net.amount * rate) for line in quote.lines]
    if len(rows) <= limit or not limit:
        return rows
    by_item: dict[str | None, list[_Row]] = {}
    for row in rows:
        by_item.setdefault(row.sku, []).append(row)
    merged = [_together(sku, same) for sku, same in by_item.items()]
    if len(merged) <= limit:
        return merged
    return [*merged[: limit - 1], _together(None, merged[limit - 1 :])]


def _together(sku: str | None, rows: Sequence[_Row]) -> _Row:
    return _Row(
        sku,
        sum((row.quantity or Decimal(0) for row in rows), Decimal(0)),
        sum((row.net_sum or Decimal(0) for row in rows), Decimal(0)),
    )


def line_problems(cells: LineCells, quote: Quote) -> tuple[Problem, ...]:
    """More different items than the workbook has rows for: what it looks up by item may be too low."""
    items = len({line.sku for line in quote.lines})
    if not cells.rows or items <= cells.rows:
        return ()
    details = {"rows": str(cells.rows), "items": str(items)}
    return (Problem("Settings", BriefProblem.LINES_FOLDED, details),)


def column_of(first: str, length: int) -> list[str]:
    """So many cells, one under the other, from the first one on."""
    found = CELL.fullmatch(first)
    if not found:
        raise ValueError(f"{first} is no cell reference")
    column, top = f"{found['sheet'] or ''}{found['column']}", int(found["row"])
    return [f"{column}{row}" for row in range(top, top + length)]


def result_cells(catalogue: Catalogue) -> tuple[str, ...]:
    """The cells to read."""
    return tuple(dict.fromkeys(result.cell for result in catalogue.results))


def read_results(catalogue: Catalogue, calculation: Calculation) -> dict[str, ResultValue]:
    """The results on which both engines agree, by key."""
    found = {}
    for result in catalogue.results:
        value = calculation.values.get(result.cell)
        if value is not None:
            found[result.key] = value
    return found


def calculation_problems(
    catalogue: Catalogue, calculation: Calculation, language: str
) -> tuple[Problem, ...]:
    """Which results were left out, and why."""
    labels = {result.cell: in_language(result.label, language) or result.key for result in catalogue.results}
    disagreements = [
        Problem(
            entry.cell,
            BriefProblem.ENGINES_DISAGREE,
            {
                "label": labels.get(entry.cell, entry.cell),
                "first": str(entry.first),
                "second": str(entry.second),
            },
        )
        for entry in calculation.disagreements
    ]
    errors = [
        Problem(cell, BriefProblem.NOT_COMPUTED, {"label": labels.get(cell, cell), "error": error})
        for cell, error in calculation.errors.items()
    ]
    return (*disagreements, *errors)


def payback_change(before: Economics | None, after: Economics | None) -> Decimal | None:
    """By how many months the money is back later (or, negative, sooner)."""
    months: Sequence[Decimal | None] = [
        economics_.payback_months if economics_ else None for economics_ in (before, after)
    ]
    return None if months[0] is None or months[1] is None else months[1] - months[0]
