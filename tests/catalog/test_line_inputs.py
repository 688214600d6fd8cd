from decimal import Decimal

from app.catalog.answers import CellValue
from app.catalog.line_inputs import lines_inputs
from app.catalog.model import Catalogue, LineCells, TaxMode
from app.pricing.quote import LineInput, Quote, price

CELLS = LineCells(
    sku="Calc!A30", quantity="Calc!$B$30", net_price="'Calc'!C30", net_sum="Calc!D30", total="Total", rows=3
)


def make_catalogue(cells: LineCells) -> Catalogue:
    return Catalogue(
        key="demo",
        name={},
        version=1,
        currency="UAH",
        tax_mode=TaxMode.EXCLUDED,
        tax_percent=Decimal(20),
        items={},
        workbook="",
        line_cells=cells,
    )


def make_quote(*quantities: int) -> Quote:
    lines = [
        LineInput(
            sku=f"S{number}",
            quantity=Decimal(quantity),
            list_price=Decimal(100),
            tax_percent=Decimal(20),
            discount_percent=Decimal(10),
        )
        for number, quantity in enumerate(quantities, 1)
    ]
    return price(lines, currency="UAH", rate=Decimal(1), tax_mode=TaxMode.EXCLUDED)


def column(inputs: dict[str, CellValue], letter: str) -> list[CellValue]:
    return [inputs[f"Calc!{letter}{row}"] for row in (30, 31, 32)]


def test_lines_go_one_below_another_and_empty_rows_are_emptied() -> None:
    inputs = lines_inputs(make_catalogue(CELLS), make_quote(1, 2))
    assert column(inputs, "A") == ["S1", "S2", None]
    assert column(inputs, "B") == [1, 2, None]
    assert column(inputs, "C") == [90, 90, None]
    assert column(inputs, "D") == [90, 180, None]
    assert inputs["Total"] == Decimal("324.00")


def test_lines_without_a_row_are_put_together_in_the_last_one() -> None:
    quote = make_quote(1, 2, 3, 4)
    inputs = lines_inputs(make_catalogue(CELLS), quote)
    assert column(inputs, "A") == ["S1", "S2", "…"]
    assert column(inputs, "B") == [1, 2, 7]
    assert column(inputs, "D") == [90, 180, 630]
    assert column(inputs, "C")[2] == 90


def test_a_workbook_that_does_not_read_lines_is_left_alone() -> None:
    assert lines_inputs(make_catalogue(LineCells()), make_quote(1, 2)) == {}


def test_only_the_declared_columns_are_written() -> None:
    inputs = lines_inputs(make_catalogue(LineCells(quantity="Calc!B30", rows=2)), make_quote(5))
    assert inputs == {"Calc!B30": Decimal(5), "Calc!B31": None}


def test_the_total_alone_needs_no_rows() -> None:
    assert lines_inputs(make_catalogue(LineCells(total="Calc!B1")), make_quote(1)) == {
        "Calc!B1": Decimal("108.00")
    }
