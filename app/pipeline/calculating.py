"""What the workbook calculates for an offer: the cells to fill, the cells to read, the economics of them.

Pure: takes the calculation's values, not the engines.
"""

import re
from collections.abc import Mapping, Sequence
from decimal import Decimal

from app.catalog.answers import Answered, CellValue, answer_inputs
from app.catalog.calculator import Calculation, CalculatorRun
from app.catalog.model import Catalogue, LineCells, in_language
from app.pricing import economics
from app.pricing.economics import Economics
from app.pricing.quote import Quote
from app.problems import Problem
from app.proposals.offer import ResultValue
from app.proposals.problems import BriefProblem

CELL = re.compile(r"(?P<sheet>.*!)?\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[0-9]+)")
HUNDRED = Decimal(100)
DEFAULT_HORIZON_YEARS = Decimal(3)


def calculator_run(
    catalogue: Catalogue, answered: tuple[Answered, ...], quote: Quote, *, rate: Decimal, filled_rows: int
) -> CalculatorRun:
    """One calculation: answers and priced lines in their cells, in the catalogue's currency."""
    lines = line_inputs(catalogue.line_cells, quote, rate=rate, filled_rows=filled_rows)
    inputs = answer_inputs(answered) | lines
    return CalculatorRun(inputs=inputs)


def line_inputs(cells: LineCells, quote: Quote, *, rate: Decimal, filled_rows: int) -> dict[str, CellValue]:
    """What goes into the declared cells of the lines.

    Rows without a line are emptied as far as the workbook has something of its own there.
    """
    inputs: dict[str, CellValue] = {}
    if cells.total:
        inputs[cells.total] = quote.total.amount * rate
    for row in range(min(cells.rows, max(len(quote.lines), filled_rows))):
        line = quote.lines[row] if row < len(quote.lines) else None
        for first, value in (
            (cells.sku, line.sku if line else None),
            (cells.quantity, line.quantity if line else None),
            (cells.net_price, line.net.amount / line.quantity * rate if line else None),
            (cells.net_sum, line.net.amount * rate if line else None),
        ):
            if first:
                inputs[below(first, row)] = value
    return inputs


def below(cell: str, rows: int) -> str:
    """The cell so many rows under that one."""
    found = CELL.fullmatch(cell)
    if not found:
        raise ValueError(f"{cell} is no cell reference")
    return f"{found['sheet'] or ''}{found['column']}{int(found['row']) + rows}"


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


def work_out(results: Mapping[str, ResultValue], quote: Quote, *, rate: Decimal) -> Economics | None:
    """The economics in the offer's currency; None where the calculation yields no yearly saving."""
    saving = _number(results, "yearly_saving")
    if saving is None:
        return None
    investment = _number(results, "investment")
    discount_rate = (_number(results, "discount_rate_percent") or Decimal(0)) * HUNDRED
    return economics.evaluate(
        investment=quote.total.amount if investment is None else investment / rate,
        yearly_saving=saving / rate,
        growth_percent=(_number(results, "saving_growth_percent") or Decimal(0)) * HUNDRED,
        discount_rate_percent=max(discount_rate, 1 - HUNDRED),
        horizon_years=_number(results, "horizon_years") or DEFAULT_HORIZON_YEARS,
    )


def payback_change(before: Economics | None, after: Economics | None) -> Decimal | None:
    """By how many months the money is back later (or, negative, sooner)."""
    months: Sequence[Decimal | None] = [
        economics_.payback_months if economics_ else None for economics_ in (before, after)
    ]
    return None if months[0] is None or months[1] is None else months[1] - months[0]


def _number(results: Mapping[str, ResultValue], key: str) -> Decimal | None:
    value = results.get(key)
    return value if isinstance(value, Decimal) else None
