"""The admin's own Excel calculation, run in two independent engines and trusted where they agree."""

import logging
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

from app import clock
from app.catalog.calculator_book import WorkbookNotLoadedError, calculate_runs
from app.catalog.calculator_check import UnreadableWorkbookError, WorkbookCheck, check_content
from app.catalog.calculator_values import Calculation, CalculatorRun, Disagreement
from app.sandbox import Sandbox, SandboxCrashError, SandboxTimeoutError
from app.storage import Storage

__all__ = [
    "Calculation",
    "CalculatorRun",
    "Disagreement",
    "UnreadableWorkbookError",
    "WorkbookCheck",
    "calculate",
    "calculate_content",
    "check_workbook",
]

POOL = "calculate"
CHECK_POOL = "import"
CALCULATE_SECONDS = 5.0
LOAD_SECONDS = 10.0
CHECK_SECONDS = 30.0
TOO_LONG = "#TIMEOUT!"
CRASHED = "#CRASH!"

logger = logging.getLogger(__name__)


def calculate(
    sandbox: Sandbox,
    storage: Storage,
    workbook_hash: str,
    *,
    runs: Sequence[CalculatorRun],
    outputs: Sequence[str],
    today: date | None = None,
) -> tuple[Calculation, ...]:
    """One calculation a run, in the order of the runs; they do not see each other's inputs.

    `today` is what TODAY() and NOW() give. A workbook that takes too long or brings its process down
    gives no values, only errors. Raises MissingFileError if the workbook is not stored.
    """
    return calculate_content(
        sandbox, workbook_hash, lambda: storage.get(workbook_hash), runs=runs, outputs=outputs, today=today
    )


def calculate_content(
    sandbox: Sandbox,
    digest: str,
    content: Callable[[], bytes],
    *,
    runs: Sequence[CalculatorRun],
    outputs: Sequence[str],
    today: date | None = None,
) -> tuple[Calculation, ...]:
    """The same for a workbook that need not be stored; `content` is called if the process lacks it."""
    options: dict[str, Any] = {
        "today": today or clock.today(),
        "runs": tuple(runs),
        "outputs": tuple(outputs),
    }
    try:
        try:
            return sandbox.call(calculate_runs, digest, None, pool=POOL, seconds=CALCULATE_SECONDS, **options)
        except WorkbookNotLoadedError:
            return sandbox.call(calculate_runs, digest, content(), pool=POOL, seconds=LOAD_SECONDS, **options)
    except SandboxTimeoutError:
        logger.warning("The calculation of workbook %s took too long", digest)
        return tuple(_failed(outputs, TOO_LONG) for _ in runs)
    except SandboxCrashError as error:
        logger.warning("The calculation of workbook %s broke down: %s", digest, error)
        return tuple(_failed(outputs, CRASHED) for _ in runs)


def check_workbook(sandbox: Sandbox, content: bytes) -> WorkbookCheck:
    """Every formula calculated and compared with the result that Excel stored.

    Raises SandboxTimeoutError or SandboxCrashError for a workbook that is too much to calculate, and
    UnreadableWorkbookError for what is none.
    """
    return sandbox.call(check_content, content, pool=CHECK_POOL, seconds=CHECK_SECONDS)


def _failed(outputs: Sequence[str], code: str) -> Calculation:
    return Calculation(errors=dict.fromkeys(outputs, code))
