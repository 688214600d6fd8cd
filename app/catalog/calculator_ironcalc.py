"""The second engine: IronCalc."""

import re
import tempfile
from collections.abc import Iterable, Mapping
from datetime import date
from pathlib import Path

import ironcalc

from app.catalog.calculator_engine import Engine, EngineError, Original
from app.catalog.calculator_values import CellError, RawValue
from app.catalog.cells import Place

_CLOCK = re.compile(r'("(?:[^"]|"")*"|\'(?:[^\']|\'\')*\'!)|\b(?:TODAY|NOW)\(\s*\)', re.IGNORECASE)


class IroncalcBook(Engine):
    """A workbook in IronCalc, which counts sheets from 0 and knows no clock but the machine's."""

    def __init__(self, model: ironcalc.Model) -> None:
        super().__init__()
        self._model = model
        self._sheets = tuple(sheet["name"] for sheet in model.get_worksheets_properties())
        self._indexes = {name: index for index, name in enumerate(self._sheets)}

    @classmethod
    def load(cls, content: bytes, today: date) -> "IroncalcBook":
        """Open a workbook in which TODAY() is that day. Raises EngineError."""
        try:
            with tempfile.NamedTemporaryFile(suffix=".xlsx") as file:
                Path(file.name).write_bytes(content)
                model = ironcalc.load_from_xlsx(file.name)
        except Exception as error:
            raise EngineError(str(error)) from error
        stop_clock(model, today)
        return cls(model)

    @property
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets."""
        return self._sheets

    @property
    def names(self) -> Mapping[str, str]:
        """The workbook's defined names, whatever they stand for."""
        return {
            entry["name"].casefold(): entry["formula"]
            for entry in self._model.get_defined_name_list()
            if entry["scope"] is None
        }

    def results(self, outputs: Iterable[Place]) -> list[RawValue]:
        """Calculate everything and read these cells."""
        self._model.evaluate()
        return [self._result(place) for place in outputs]

    def write(self, place: Place, value: RawValue) -> None:
        """Put a value into a cell; a text that looks like a formula stays a text."""
        cell = self._cell(place)
        if isinstance(value, bool):
            self._model.update_cell_with_bool(*cell, value)
        elif isinstance(value, float):
            self._model.update_cell_with_number(*cell, value)
        elif isinstance(value, str):
            self._model.update_cell_with_text(*cell, value)
        else:
            self._model.clear_cell_contents(*cell)

    def original(self, place: Place) -> Original:
        """The formula or value of the cell."""
        cell = self._cell(place)
        return Original(self._model.get_cell_formula(*cell), self._model.get_cell_value(*cell))

    def restore(self, place: Place, original: Original) -> None:
        """Put back the formula or value."""
        if original.formula:
            self._model.update_cell_with_formula(*self._cell(place), original.formula)
        else:
            self.write(place, original.value)

    def _result(self, place: Place) -> RawValue:
        cell = self._cell(place)
        value = self._model.get_cell_value(*cell)
        if isinstance(value, str) and self._model.get_cell_type(*cell) is ironcalc.CellType.ErrorValue:
            return CellError(value)
        return value

    def _cell(self, place: Place) -> tuple[int, int, int]:
        return self._indexes[place.sheet], place.row, place.column


def stop_clock(model: ironcalc.Model, today: date) -> None:
    """Write that day in place of TODAY() and NOW(), so that a calculation can be repeated."""
    day = f"DATE({today.year},{today.month},{today.day})"
    for cell in model.get_all_cells():
        formula = model.get_cell_formula(*cell)
        if formula and _CLOCK.search(formula):
            stopped = _CLOCK.sub(lambda found: found[1] or day, formula)
            if stopped != formula:
                model.update_cell_with_formula(*cell, stopped)
