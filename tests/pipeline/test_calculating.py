"""What of an offer goes into the workbook's cells."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal

import pytest

from app.catalog.model import LineCells, TaxMode
from app.catalog.published import published_catalogue
from app.instance import Instance
from app.pipeline.calculating import line_inputs, line_problems
from app.pipeline.offers import build_offer
from app.pricing.quote import LineInput, Quote, price
from app.proposals.problems import BriefProblem
from tests.builders.briefs import make_brief

CELLS = LineCells(
    sku="Calc!A1", quantity="Calc!B1", net_price="Calc!C1", net_sum="Calc!D1", total="Calc!F1", rows=3
)
RATE = Decimal(40)


def make_quote(*skus: str) -> Quote:
    """One line of two pieces for each SKU, each dearer than the one before, in a currency at 40."""
    lines = [
        LineInput(sku, Decimal(2), Decimal(1000 * number), tax_percent=Decimal(20))
        for number, sku in enumerate(skus, start=1)
    ]
    return price(lines, currency="USD", rate=RATE, tax_mode=TaxMode.EXCLUDED)


def column(inputs: Mapping[str, object], letter: str) -> list[object]:
    """What stands in the rows of that column."""
    return [inputs[f"Calc!{letter}{row}"] for row in (1, 2, 3) if f"Calc!{letter}{row}" in inputs]


@pytest.mark.parametrize("skus", ["AB", "ABC", "ABCD", "ABCDEFG", "AABBCC", "AABBCCDD"])
def test_columns_sum_to_the_whole_offer_however_many_lines_there_are(skus: str) -> None:
    quote = make_quote(*skus)
    inputs = line_inputs(CELLS, quote, rate=RATE, filled_rows=0)
    quantities, sums, prices = (column(inputs, letter) for letter in "BDC")
    assert sum(quantities) == 2 * len(skus)  # type: ignore[arg-type]  # Decimals
    assert sum(sums) == quote.net.amount * RATE  # type: ignore[arg-type]
    for quantity, unit_price, total in zip(quantities, prices, sums, strict=True):
        assert abs(quantity * unit_price - total) < Decimal("0.0001")  # type: ignore[operator]
    assert inputs["Calc!F1"] == quote.total.amount * RATE


def test_lines_of_one_item_share_a_row_only_where_rows_run_out() -> None:
    assert column(line_inputs(CELLS, make_quote("A", "A"), rate=RATE, filled_rows=0), "A") == ["A", "A"]
    many = line_inputs(CELLS, make_quote(*"ABABC"), rate=RATE, filled_rows=0)
    assert (column(many, "A"), column(many, "B")) == (["A", "B", "C"], [4, 4, 2])


def test_the_last_row_takes_what_has_no_row_and_names_no_item() -> None:
    inputs = line_inputs(CELLS, make_quote(*"ABCDE"), rate=RATE, filled_rows=0)
    assert (column(inputs, "A"), column(inputs, "B")) == (["A", "B", None], [2, 2, 6])


def test_rows_of_the_workbooks_own_are_emptied() -> None:
    inputs = line_inputs(CELLS, make_quote("A"), rate=RATE, filled_rows=2)
    assert column(inputs, "D") == [Decimal(2000), None]


def test_too_few_rows_for_the_items_are_told() -> None:
    assert line_problems(CELLS, make_quote(*"ABCA")) == ()
    (problem,) = line_problems(CELLS, make_quote(*"ABCD"))
    assert (problem.code, problem.code.warning) == (BriefProblem.LINES_FOLDED, True)
    assert dict(problem.details) == {"rows": "3", "items": "4"}


def test_a_result_left_out_leaves_out_the_payback(stocked: Instance) -> None:
    with stocked.database.session() as session:
        catalogue = published_catalogue(session, "compressors")
    broken = [
        replace(result, cell="Nowhere!A1") if result.key == "saving_growth_percent" else result
        for result in catalogue.results
    ]
    brief = make_brief()
    whole = build_offer(stocked, brief, catalogue=catalogue, history=(), role="manager")
    offer = build_offer(
        stocked, brief, catalogue=replace(catalogue, results=tuple(broken)), history=(), role="manager"
    )
    assert whole.economics is not None
    assert offer.economics is None
