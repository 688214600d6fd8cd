"""A workbook as plain values: the sheets that Minuta knows, with their cells as they were typed."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

MAX_ROWS = 100_000
MAX_COLUMNS = 200

CellValue = str | float | int | bool | datetime | None
"""A number is as stored: a cell that shows 20 % holds 0.2 and is listed in `Sheet.percents`."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The cells of one sheet. Positions in the sets are (row, column), both counted from 1."""

    title: str
    rows: tuple[tuple[CellValue, ...], ...]
    percents: frozenset[tuple[int, int]] = frozenset()
    errors: frozenset[tuple[int, int]] = frozenset()
    uncalculated: frozenset[tuple[int, int]] = frozenset()
    formulas: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """`uncalculated` cells hold a formula without a stored result; `formulas` are the texts of short ones."""
    pictures: Mapping[int, bytes] = field(default_factory=dict)
    """The first picture anchored in each row."""
    too_many_rows: bool = False
    too_many_columns: bool = False


@dataclass(frozen=True, slots=True)
class Workbook:
    """What one .xlsx file holds. `names` maps each defined name to what it refers to."""

    sheets: Mapping[str, Sheet]
    titles: tuple[str, ...]
    names: Mapping[str, str]
    """`sheets` are by kind (`items`, `settings` …); `titles` are all sheets of the file, in order."""
    extra_sheets: tuple[tuple[str, str], ...] = ()
    """(title, title of the sheet that is read instead) of sheets that stand there a second time."""
