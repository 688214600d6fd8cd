"""The lines of an offer as inputs of the calculation."""

from collections.abc import Sequence
from decimal import Decimal

from app.catalog.answers import CellValue
from app.catalog.cells import read_place
from app.catalog.model import Catalogue
from app.pricing.quote import Quote, QuoteLine

Row = tuple[CellValue, CellValue, CellValue, CellValue]
EMPTY: Row = (None, None, None, None)
REST = "…"
"""The SKU of a row that stands for several lines."""


def lines_inputs(catalogue: Catalogue, quote: Quote) -> dict[str, CellValue]:
    """What goes into the cells that the workbook declares for lines.

    `quote` is priced in the catalogue's currency. Net prices and sums are after all discounts, in
    the terms of the list prices (with tax where these include it); the total is the offer's. Rows
    without a line are emptied. Lines that find no row are put together in the last one, so that
    sums over the column stay right.
    """
    cells = catalogue.line_cells
    rows = _fitted([_row(line) for line in quote.lines], cells.rows)
    rows += [EMPTY] * (cells.rows - len(rows))
    inputs: dict[str, CellValue] = {}
    for column, start in enumerate((cells.sku, cells.quantity, cells.net_price, cells.net_sum)):
        place = read_place(start or "")
        if place:
            inputs |= {str(place.below(index)): row[column] for index, row in enumerate(rows)}
    if cells.total:
        inputs[cells.total] = quote.total.amount
    return inputs


def _row(line: QuoteLine) -> Row:
    return line.sku, line.quantity, line.final.amount / line.quantity, line.final.amount


def _fitted(rows: list[Row], limit: int) -> list[Row]:
    if len(rows) <= limit:
        return rows
    kept, rest = rows[: max(limit - 1, 0)], rows[max(limit - 1, 0) :]
    return [*kept, _together(rest)] if limit else []


def _together(rows: Sequence[Row]) -> Row:
    quantity = sum((row[1] for row in rows if isinstance(row[1], Decimal)), Decimal(0))
    amount = sum((row[3] for row in rows if isinstance(row[3], Decimal)), Decimal(0))
    return REST, quantity, amount / quantity, amount
