"""The first engine: formualizer."""

import contextlib
from collections.abc import Iterable, Mapping
from datetime import UTC, date, datetime, time
from typing import Any

import formualizer

from app.catalog.calculator_engine import Engine, EngineError, Original
from app.catalog.calculator_values import CellError, RawValue
from app.catalog.cells import Place

MAX_RUN_MS = 3_000
CODES = {
    "Div": "#DIV/0!",
    "Na": "#N/A",
    "Name": "#NAME?",
    "Null": "#NULL!",
    "Num": "#NUM!",
    "Ref": "#REF!",
    "Value": "#VALUE!",
    "Circ": "#CIRC!",
    "Spill": "#SPILL!",
    "Calc": "#CALC!",
}


class FormualizerBook(Engine):
    """A workbook in formualizer."""

    def __init__(self, workbook: formualizer.Workbook) -> None:
        super().__init__()
        self._workbook = workbook
        self._sheets = tuple(workbook.sheet_names)
        self._piecemeal = False

    @classmethod
    def load(cls, content: bytes, today: date) -> "FormualizerBook":
        """Open a workbook in which TODAY() is that day. Raises EngineError."""
        evaluation = formualizer.EvaluationConfig()
        evaluation.enable_parallel = False
        evaluation.max_eval_time_ms = MAX_RUN_MS
        try:
            workbook = formualizer.Workbook.from_bytes(
                content, config=formualizer.WorkbookConfig(eval_config=evaluation, enable_changelog=False)
            )
        except Exception as error:
            raise EngineError(str(error)) from error
        workbook.set_deterministic_clock(datetime.combine(today, time(), UTC), "utc")
        workbook.set_temporal_egress("serial")
        # A cell written before everything was calculated once makes version 0.13 panic.
        with contextlib.suppress(formualizer.ExcelEvaluationError):
            workbook.evaluate_all()
        return cls(workbook)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets."""
        return self._sheets

    @property
    def names(self) -> Mapping[str, str]:
        """The workbook's defined names of single cells."""
        return {
            entry["name"].casefold(): str(Place(entry["sheet"], entry["start_row"], entry["start_col"]))
            for entry in self._workbook.get_named_ranges()
            if entry["kind"] == "cell" and entry["scope"] == "workbook"
        }

    def results(self, outputs: Iterable[Place]) -> list[RawValue]:
        """Calculate what has changed, and read these cells.

        `evaluate_all` remembers what is still right and takes a tenth of a millisecond after a change;
        `evaluate_cells` works everything out anew. One reference to another workbook makes the first
        an exception; then only cell by cell is left.
        """
        if not self._piecemeal:
            try:
                self._workbook.evaluate_all()
                return [_raw(self._workbook.get_value(*place)) for place in outputs]
            except formualizer.ExcelEvaluationError:
                self._piecemeal = True
        return [self._result(place) for place in outputs]

    def write(self, place: Place, value: RawValue) -> None:
        """Put a value into a cell; a text that looks like a formula stays a text."""
        self._workbook.set_value(*place, value)

    def original(self, place: Place) -> Original:
        """The formula or value of the cell."""
        return Original(self._workbook.get_formula(*place), self._workbook.get_value(*place))

    def restore(self, place: Place, original: Original) -> None:
        """Put back the formula or value."""
        if original.formula:
            self._workbook.set_formula(*place, original.formula)
        else:
            self._workbook.set_value(*place, original.value)

    def _result(self, place: Place) -> RawValue:
        try:
            return _raw(self._workbook.evaluate_cell(*place))
        except formualizer.ExcelEvaluationError as error:
            return CellError(str(error).partition(":")[0] or "#VALUE!")


def _raw(value: Any) -> RawValue:
    if isinstance(value, dict):
        kind = value.get("kind", "")
        return CellError(CODES.get(kind, f"#{str(kind).upper()}!"))
    if isinstance(value, list):
        return _raw(value[0]) if value else None
    if isinstance(value, int) and not isinstance(value, bool):
        return float(value)
    if isinstance(value, float | str | bool) or value is None:
        return value
    return CellError("#VALUE!")
