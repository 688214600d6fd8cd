"""What an import says about the workbook's calculation: where engines and Excel differ, what fails."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import islice

from app.catalog.answers import CellValue, answer_inputs, read_answers
from app.catalog.calculator import (
    Calculation,
    CalculatorRun,
    WorkbookCheck,
    calculate_content,
    check_workbook,
)
from app.catalog.calculator_stored import stored_formulas
from app.catalog.cells import read_place
from app.catalog.model import Catalogue, Item
from app.catalog.row_problems import CalculationProblem
from app.problems import Problem
from app.sandbox import Sandbox, SandboxCrashError, SandboxTimeoutError

MAX_NAMED_CELLS = 50
BROKEN = frozenset({"#REF!", "#NAME?"})
CHECK_LANGUAGE = "en"
READ_SECONDS = 30.0


@dataclass(frozen=True, slots=True)
class CalculationReport:
    """The check of every formula, None where the workbook was too much, and what to tell the admin."""

    check: WorkbookCheck | None = None
    problems: tuple[Problem, ...] = ()


def check_calculation(sandbox: Sandbox, content: bytes, catalogue: Catalogue) -> CalculationReport:
    """Calculate the whole workbook, and its results with the default answers and one line."""
    try:
        check = check_workbook(sandbox, content)
    except (SandboxTimeoutError, SandboxCrashError):
        return CalculationReport(problems=(Problem("calculation", CalculationProblem.NOT_CHECKED),))
    outputs = tuple(dict.fromkeys(result.cell for result in catalogue.results))
    problems = list(islice(workbook_problems(check, outputs), MAX_NAMED_CELLS))
    if outputs and not check.refusals:
        inputs = default_inputs(catalogue)
        runs = (CalculatorRun(inputs),)
        (run,) = calculate_content(sandbox, catalogue.workbook, lambda: content, runs=runs, outputs=outputs)
        problems += _result_problems(catalogue, run)
        problems += _empty_results(sandbox, content, catalogue=catalogue, run=run)
    return CalculationReport(check, tuple(problems))


def default_inputs(catalogue: Catalogue) -> dict[str, CellValue]:
    """What the calculation gets when nobody answers anything and one of the first item is offered."""
    answered, _ = read_answers(catalogue, {}, CHECK_LANGUAGE)
    inputs = answer_inputs(answered)
    item = next(iter(catalogue.items.values()), None)
    if item:
        inputs |= _line_inputs(catalogue, item)
    return inputs


def _line_inputs(catalogue: Catalogue, item: Item) -> Mapping[str, CellValue]:
    cells = catalogue.line_cells
    price = item.list_price
    values: dict[str | None, CellValue] = {
        cells.sku: item.sku,
        cells.quantity: item.minimum_quantity,
        cells.net_price: price,
        cells.net_sum: price * item.minimum_quantity,
        cells.total: price * item.minimum_quantity,
    }
    return {cell: value for cell, value in values.items() if cell}


def workbook_problems(check: WorkbookCheck, outputs: tuple[str, ...]) -> Iterator[Problem]:
    """What is wrong with any formula; of results, only what the calculation of results does not say."""
    for reason in check.refusals:
        yield Problem("calculation", CalculationProblem.ENGINE_REFUSES, {"reason": reason})
    if check.refusals:
        return
    for disagreement in (found for found in check.disagreements if found.cell not in outputs):
        details = {"first": disagreement.first, "second": disagreement.second}
        yield Problem(disagreement.cell, CalculationProblem.ENGINES_DISAGREE, details)
    for difference in check.differ:
        if difference.cell not in check.volatile:
            details = {"stored": difference.stored, "computed": difference.computed}
            yield Problem(difference.cell, CalculationProblem.DIFFERS, details)
    for cell in check.circular:
        yield Problem(cell, CalculationProblem.CIRCULAR)
    for cell in check.external:
        yield Problem(cell, CalculationProblem.EXTERNAL)
    for lost in (found for found in check.not_computable if found.cell not in outputs):
        yield Problem(lost.cell, CalculationProblem.NOT_COMPUTABLE, {"error": lost.error})


def _result_problems(catalogue: Catalogue, run: Calculation) -> Iterator[Problem]:
    """What is wrong with the cells that the Results sheet names."""
    disagreeing = {disagreement.cell: disagreement for disagreement in run.disagreements}
    for result in catalogue.results:
        if result.cell in run.errors:
            error = run.errors[result.cell]
            code = CalculationProblem.RESULT_BROKEN if error in BROKEN else CalculationProblem.RESULT_FAILS
            yield Problem(result.cell, code, {"key": result.key, "error": error})
        elif result.cell in disagreeing:
            found = disagreeing[result.cell]
            details = {"first": found.first, "second": found.second}
            yield Problem(result.cell, CalculationProblem.ENGINES_DISAGREE, details)


def _empty_results(
    sandbox: Sandbox, content: bytes, *, catalogue: Catalogue, run: Calculation
) -> Iterator[Problem]:
    """Results that are blank cells; a formula that gives nothing may well give something later."""
    empty = {key for key in run.values if run.values[key] is None and read_place(key)}
    if not empty:
        return
    formulas = sandbox.call(formula_cells, content, pool="import", seconds=READ_SECONDS)
    for result in catalogue.results:
        if result.cell in empty - formulas:
            yield Problem(result.cell, CalculationProblem.RESULT_EMPTY, {"key": result.key})


def formula_cells(content: bytes) -> frozenset[str]:
    """The cells that hold formulas; runs in a child process."""
    return frozenset(str(formula.place) for formula in stored_formulas(content))
