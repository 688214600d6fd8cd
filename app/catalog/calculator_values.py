"""Values of cells as two engines give them, and when these agree."""

import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal

from app.catalog.cells import CellValue

TOLERANCE = 1e-9
"""How far two results may lie apart, relative to the larger; also absolute, for what cancels to zero."""

EXCEL_DIGITS = 15
EXCEL_DAY_ZERO = date(1899, 12, 30)


@dataclass(frozen=True, slots=True)
class CellError:
    """A cell that shows an error instead of a value: `#DIV/0!` and its like."""

    code: str


RawValue = float | str | bool | CellError | None
"""What an engine gives; dates are numbers of days, as Excel keeps them."""

ResultValue = Decimal | str | bool | None


@dataclass(frozen=True, slots=True)
class CalculatorRun:
    """One calculation: values by cell (`Calc!B4` or a defined name); None empties a cell."""

    inputs: Mapping[str, CellValue] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A cell for which the engines give different results, both as texts."""

    cell: str
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Calculation:
    """What came of one run, by the names of the cells asked for.

    `values` holds only what both engines agree on; every other cell is among `disagreements` or
    `errors`. Numbers have the fifteen digits that Excel shows.
    """

    values: Mapping[str, ResultValue] = field(default_factory=dict)
    disagreements: tuple[Disagreement, ...] = ()
    errors: Mapping[str, str] = field(default_factory=dict)


def agree(first: RawValue, second: RawValue) -> bool:
    """Whether two results are the same, as far as floating point can tell."""
    first, second = _plain(first), _plain(second)
    if isinstance(first, float) and isinstance(second, float):
        return math.isclose(first, second, rel_tol=TOLERANCE, abs_tol=TOLERANCE)
    return type(first) is type(second) and first == second


def compare(cells: Mapping[str, tuple[RawValue, RawValue]]) -> Calculation:
    """Keep what the engines agree on."""
    values: dict[str, ResultValue] = {}
    disagreements = []
    errors = {}
    for cell, (first, second) in cells.items():
        if isinstance(first, CellError) and isinstance(second, CellError):
            errors[cell] = first.code
        elif agree(first, second):
            values[cell] = result(first)
        else:
            disagreements.append(Disagreement(cell, shown(first), shown(second)))
    return Calculation(values, tuple(disagreements), errors)


def result(raw: RawValue) -> ResultValue:
    """A value for those who calculate further; an empty text is no value."""
    if isinstance(raw, float) and not isinstance(raw, bool):
        return Decimal(f"{raw:.{EXCEL_DIGITS}g}")
    if isinstance(raw, CellError):
        raise TypeError(raw)
    return None if raw == "" else raw


def shown(raw: RawValue) -> str:
    """A value as a text for people."""
    if isinstance(raw, CellError):
        return raw.code
    if isinstance(raw, bool):
        return str(raw).upper()
    return f"{raw:.{EXCEL_DIGITS}g}" if isinstance(raw, float) else raw or "—"


def to_raw(value: CellValue) -> RawValue:
    """An input as an engine takes it: numbers as floats, dates as days since Excel's day zero."""
    if isinstance(value, datetime):
        value = value.date()
    if isinstance(value, date):
        return float((value - EXCEL_DAY_ZERO).days)
    return float(value) if isinstance(value, Decimal | int) and not isinstance(value, bool) else value


def _plain(raw: RawValue) -> RawValue:
    return None if raw == "" else raw
