"""How far the workbook's own content reaches in the place for lines: rows to empty where none is offered."""

import io
from collections.abc import Callable

import python_calamine

from app.catalog.cells import Place, read_place
from app.catalog.model import LineCells
from app.sandbox import Sandbox, SandboxCrashError, SandboxTimeoutError

READ_SECONDS = 10.0
MAX_KEPT = 32

_kept: dict[tuple[str, LineCells], int] = {}


def filled_rows(sandbox: Sandbox, digest: str, content: Callable[[], bytes], cells: LineCells) -> int:
    """How many rows from the first on may hold something; found once a process for each workbook.

    All of them where the workbook cannot be read in time.
    """
    key = (digest, cells)
    if key not in _kept:
        if len(_kept) >= MAX_KEPT:
            _kept.clear()
        try:
            _kept[key] = sandbox.call(count_filled, content(), cells, seconds=READ_SECONDS)
        except (SandboxCrashError, SandboxTimeoutError):
            return cells.rows
    return _kept[key]


def count_filled(content: bytes, cells: LineCells) -> int:
    """The same for the bytes of a workbook; runs in the sandbox."""
    firsts = [read_place(cell) for cell in _columns(cells)]
    if None in firsts:
        return cells.rows
    places = [place for place in firsts if place]
    workbook = python_calamine.CalamineWorkbook.from_filelike(io.BytesIO(content))
    names = {name.casefold(): name for name in workbook.sheet_names}
    if any(place.sheet.casefold() not in names for place in places):
        return cells.rows
    return max(
        (_filled(workbook, names[place.sheet.casefold()], place, cells.rows) for place in places), default=0
    )


def _columns(cells: LineCells) -> list[str]:
    return [cell for cell in (cells.sku, cells.quantity, cells.net_price, cells.net_sum) if cell]


def _filled(workbook: python_calamine.CalamineWorkbook, sheet: str, first: Place, rows: int) -> int:
    values = workbook.get_sheet_by_name(sheet).to_python(skip_empty_area=False)
    column = [
        row[first.column - 1] if first.column <= len(row) else ""
        for row in values[first.row - 1 : first.row - 1 + rows]
    ]
    return max((place for place, value in enumerate(column, start=1) if value not in {"", None}), default=0)
