"""What the calculator asks of an engine: one workbook, loaded once, calculated many times."""

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple

from app.catalog.calculator_values import RawValue
from app.catalog.cells import Place


class EngineError(Exception):
    """A workbook that an engine does not open, or a cell that it does not take."""


class Original(NamedTuple):
    """What stood in a cell before it was written."""

    formula: str | None
    value: Any


class Engine(ABC):
    """A loaded workbook. Inputs of one run never show in the next: each starts from the file."""

    def __init__(self) -> None:
        self._written: dict[Place, RawValue] = {}
        self._originals: dict[Place, Original] = {}

    @classmethod
    @abstractmethod
    def load(cls, content: bytes, today: date) -> "Engine":
        """Open a workbook in which TODAY() is that day. Raises EngineError."""

    @property
    @abstractmethod
    def sheets(self) -> tuple[str, ...]:
        """The names of the sheets."""

    @property
    @abstractmethod
    def names(self) -> Mapping[str, str]:
        """The workbook's defined names in small letters, with what they stand for."""

    def run(self, inputs: Mapping[Place, RawValue], outputs: Sequence[Place]) -> list[RawValue]:
        """The outputs for these inputs."""
        for place in self._written.keys() - inputs.keys():
            self.restore(place, self._originals[place])
            del self._written[place]
        for place, value in inputs.items():
            if place in self._written and _same(self._written[place], value):
                continue
            if place not in self._originals:
                self._originals[place] = self.original(place)
            self.write(place, value)
            self._written[place] = value
        return self.results(outputs)

    @abstractmethod
    def results(self, outputs: Iterable[Place]) -> list[RawValue]:
        """Calculate and read these cells."""

    @abstractmethod
    def write(self, place: Place, value: RawValue) -> None:
        """Put a value into a cell; None empties it."""

    @abstractmethod
    def original(self, place: Place) -> Original:
        """What stands in the cell."""

    @abstractmethod
    def restore(self, place: Place, original: Original) -> None:
        """Put back what stood in the cell."""


def _same(first: RawValue, second: RawValue) -> bool:
    return type(first) is type(second) and first == second
