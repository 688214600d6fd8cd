"""The calculator's side in the child process: workbooks kept loaded, each in two engines."""

import hashlib
import pickle
from collections import OrderedDict
from collections.abc import Mapping, Sequence
from datetime import date

from app.catalog.calculator_engine import Engine, EngineError
from app.catalog.calculator_formualizer import FormualizerBook
from app.catalog.calculator_ironcalc import IroncalcBook
from app.catalog.calculator_values import (
    Calculation,
    CalculatorRun,
    CellError,
    RawValue,
    compare,
    to_raw,
)
from app.catalog.cells import Place, read_place

MAX_BOOKS = 8
MAX_KEPT_ANSWERS = 64
MAX_KEPT_PLACES = 20_000

_books: OrderedDict[tuple[str, date], "Book"] = OrderedDict()
"""This process's own; nothing else runs in it while a calculation does."""


class WorkbookNotLoadedError(LookupError):
    """The process has not got that workbook; call again with its bytes."""


class Book:
    """One workbook in both engines."""

    def __init__(self, content: bytes, today: date) -> None:
        self.engines: tuple[Engine | EngineError, Engine | EngineError] = (
            _load(FormualizerBook, content, today),
            _load(IroncalcBook, content, today),
        )
        opened = [engine for engine in self.engines if isinstance(engine, Engine)]
        self._kept: OrderedDict[bytes, tuple[Calculation, ...]] = OrderedDict()
        self._places: dict[str, Place | None] = {}
        self._sheets = {name.casefold(): name for engine in opened for name in engine.sheets}
        self._names = {name: text for engine in opened for name, text in engine.names.items()}

    def place(self, reference: str) -> Place | None:
        """The cell that a reference or a defined name stands for, if the workbook has it."""
        if reference not in self._places:
            if len(self._places) > MAX_KEPT_PLACES:
                self._places.clear()
            self._places[reference] = self._find(reference)
        return self._places[reference]

    def _find(self, reference: str) -> Place | None:
        place = read_place(reference) or read_place(self._names.get(reference.strip().casefold(), ""))
        if place is None or place.sheet.casefold() not in self._sheets:
            return None
        return place._replace(sheet=self._sheets[place.sheet.casefold()])

    def calculate_all(self, runs: Sequence[CalculatorRun], outputs: Sequence[str]) -> tuple[Calculation, ...]:
        """Every run; what was asked a moment ago, as by a form that is looked at and then sent, is kept."""
        key = hashlib.sha256(pickle.dumps((runs, outputs))).digest()
        if key not in self._kept:
            self._kept[key] = tuple(self.calculate(run, outputs) for run in runs)
            if len(self._kept) > MAX_KEPT_ANSWERS:
                self._kept.popitem(last=False)
        self._kept.move_to_end(key)
        return self._kept[key]

    def calculate(self, run: CalculatorRun, outputs: Sequence[str]) -> Calculation:
        """Both engines' results for the outputs, compared."""
        inputs = {self.place(cell): to_raw(value) for cell, value in run.inputs.items()}
        places = {cell: self.place(cell) for cell in outputs}
        lost = {cell: "#REF!" for cell, place in places.items() if place is None}
        if None in inputs:
            # An input without a cell would leave figures that look calculated and are not.
            return Calculation(errors=dict.fromkeys(outputs, "#REF!"))
        found = {cell: place for cell, place in places.items() if place}
        pairs = self._pairs({place: value for place, value in inputs.items() if place}, found)
        calculation = self._refused(pairs) or compare(pairs)
        return Calculation(calculation.values, calculation.disagreements, {**calculation.errors, **lost})

    def raw(self, inputs: Mapping[Place, RawValue], outputs: Sequence[Place]) -> list[list[RawValue]]:
        """Each engine's own results; an engine that did not open the workbook gives its error."""
        return [
            engine.run(inputs, outputs)
            if isinstance(engine, Engine)
            else [CellError(str(engine)) for _ in outputs]
            for engine in self.engines
        ]

    def _pairs(
        self, inputs: Mapping[Place, RawValue], outputs: Mapping[str, Place]
    ) -> dict[str, tuple[RawValue, RawValue]]:
        first, second = self.raw(inputs, tuple(outputs.values()))
        return {cell: (one, other) for cell, one, other in zip(outputs, first, second, strict=True)}

    def _refused(self, pairs: Mapping[str, tuple[RawValue, RawValue]]) -> Calculation | None:
        """What is left if an engine did not open the workbook: nothing to agree with."""
        refusals = [str(engine) for engine in self.engines if isinstance(engine, EngineError)]
        return Calculation(errors=dict.fromkeys(pairs, refusals[0])) if refusals else None


def calculate_runs(
    digest: str,
    content: bytes | None,
    *,
    today: date,
    runs: Sequence[CalculatorRun],
    outputs: Sequence[str],
) -> tuple[Calculation, ...]:
    """Calculate every run in the workbook with that hash.

    `content` may be None if the process has the workbook from an earlier call; otherwise raises
    WorkbookNotLoadedError.
    """
    return loaded_book(digest, content, today).calculate_all(runs, outputs)


def loaded_book(digest: str, content: bytes | None, today: date) -> Book:
    """The workbook, from this process's shelf or loaded now."""
    key = (digest, today)
    if key not in _books:
        if content is None:
            raise WorkbookNotLoadedError(digest)
        _books[key] = Book(content, today)
        while len(_books) > MAX_BOOKS:
            _books.popitem(last=False)
    _books.move_to_end(key)
    return _books[key]


def warm() -> None:
    """Have the engines in memory before the first call; importing this module does it."""


def _load(engine: type[Engine], content: bytes, today: date) -> Engine | EngineError:
    try:
        return engine.load(content, today)
    except EngineError as error:
        return error
