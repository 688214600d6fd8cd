"""A workbook's calculation held against what Excel stored in it."""

import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.etree import ElementTree

from defusedxml import DefusedXmlException

from app.catalog.calculator_book import Book
from app.catalog.calculator_engine import EngineError
from app.catalog.calculator_stored import StoredFormula, modified_on, stored_formulas
from app.catalog.calculator_values import CellError, Disagreement, RawValue, agree, shown

CIRCULAR = "#CIRC!"


@dataclass(frozen=True, slots=True)
class Difference:
    """A cell whose stored result both engines contradict, all as texts."""

    cell: str
    stored: str
    computed: str


@dataclass(frozen=True, slots=True)
class NotComputable:
    """A cell in which the engines end in an error that Excel does not show."""

    cell: str
    error: str


@dataclass(frozen=True, slots=True)
class WorkbookCheck:
    """«412 of 412 results reproduced», or what is not.

    `compared` counts the formulas with a stored result. `volatile` cells change with the clock or by
    chance, `external` ones read other workbooks, `circular` ones need themselves. `refusals` are the
    words of an engine that did not open the workbook; then nothing is reproduced.
    """

    formulas: int
    compared: int
    reproduced: int
    differ: tuple[Difference, ...] = ()
    not_computable: tuple[NotComputable, ...] = ()
    disagreements: tuple[Disagreement, ...] = ()
    volatile: tuple[str, ...] = ()
    circular: tuple[str, ...] = ()
    external: tuple[str, ...] = ()
    refusals: tuple[str, ...] = ()

    @property
    def without_result(self) -> int:
        """How many formulas have no stored result to compare with."""
        return self.formulas - self.compared

    @property
    def trusted(self) -> bool:
        """Whether both engines reproduced everything that Excel stored."""
        return self.reproduced == self.compared and not self.disagreements and not self.not_computable


class UnreadableWorkbookError(ValueError):
    """Bytes that are no .xlsx workbook, or a damaged one."""


def check_content(content: bytes) -> WorkbookCheck:
    """Calculate every formula as on the day when the workbook was saved, and compare.

    Raises UnreadableWorkbookError.
    """
    try:
        formulas = tuple(stored_formulas(content))
    except (zipfile.BadZipFile, KeyError, ElementTree.ParseError, DefusedXmlException) as error:
        raise UnreadableWorkbookError(str(error)) from error
    book = Book(content, modified_on(content) or datetime.now(UTC).date())
    first, second = book.raw({}, [formula.place for formula in formulas])
    refusals = tuple(str(engine) for engine in book.engines if isinstance(engine, EngineError))
    return _sorted_out(formulas, first, second, refusals)


def _sorted_out(
    formulas: Sequence[StoredFormula],
    first: Sequence[RawValue],
    second: Sequence[RawValue],
    refusals: tuple[str, ...],
) -> WorkbookCheck:
    reproduced = 0
    differ, lost, disagreements, circular = [], [], [], []
    for formula, one, other in zip(formulas, first, second, strict=True):
        cell = str(formula.place)
        if CellError(CIRCULAR) in (one, other):
            circular.append(cell)
        if _reproduced(formula, one, other):
            reproduced += 1
        elif isinstance(one, CellError) and isinstance(other, CellError):
            lost.append(NotComputable(cell, one.code))
        elif not agree(one, other):
            disagreements.append(Disagreement(cell, shown(one), shown(other)))
        elif formula.has_result:
            differ.append(Difference(cell, shown(formula.result), shown(one)))
    return WorkbookCheck(
        formulas=len(formulas),
        compared=sum(formula.has_result for formula in formulas),
        reproduced=reproduced,
        differ=tuple(differ),
        not_computable=tuple(lost),
        disagreements=tuple(disagreements),
        volatile=tuple(str(formula.place) for formula in formulas if formula.volatile),
        circular=tuple(circular),
        external=tuple(str(formula.place) for formula in formulas if formula.external),
        refusals=refusals,
    )


def _reproduced(formula: StoredFormula, one: RawValue, other: RawValue) -> bool:
    """Whether both engines give what Excel stored; of errors, any stands for any other."""
    if not formula.has_result:
        return False
    if isinstance(formula.result, CellError):
        return isinstance(one, CellError) and isinstance(other, CellError)
    return agree(one, formula.result) and agree(other, formula.result)
