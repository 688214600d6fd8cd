"""What a measurement found, beside what was promised."""

import gc
import statistics
import time
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

WARM_ROUNDS = 2


@dataclass(frozen=True, slots=True)
class Finding:
    """One figure; `kept` is None where nothing was promised."""

    name: str
    value: str
    target: str = ""
    kept: bool | None = None

    @property
    def verdict(self) -> str:
        """The promise kept or not, as a word."""
        return {None: "", True: "kept", False: "NOT KEPT"}[self.kept]


def at_most(name: str, value: float, limit: float, unit: str = "", *, digits: int = 0) -> Finding:
    """A figure that may not be above its limit."""
    return Finding(name, f"{value:.{digits}f}{unit}", f"≤ {limit:g}{unit}", value <= limit)


def at_least(name: str, value: float, limit: float, unit: str = "", *, digits: int = 1) -> Finding:
    """A figure that may not be below its limit."""
    return Finding(name, f"{value:.{digits}f}{unit}", f"≥ {limit:g}{unit}", value >= limit)


def show(findings: Iterable[Finding]) -> None:
    """Print one row a finding, as Markdown, so that it can be kept."""
    for finding in findings:
        print(f"| {finding.name} | {finding.value} | {finding.target} | {finding.verdict} |", flush=True)


def processor_medians(
    contenders: Mapping[str, Callable[[], object]], rounds: int, *, settle: bool = False
) -> dict[str, float]:
    """Median processor milliseconds of this process for each; they take turns within a round.

    `settle` runs each once more before it is timed, where one leaves work behind for the next.
    """
    times: dict[str, list[float]] = {name: [] for name in contenders}
    for number in range(rounds + WARM_ROUNDS):
        for name, run in contenders.items():
            if settle:
                run()
            # Our warm-up turns collecting off for the whole process, which would flatter the others.
            gc.collect()
            start = time.process_time()
            run()
            if number >= WARM_ROUNDS:
                times[name].append((time.process_time() - start) * 1000)
    return {name: statistics.median(values) for name, values in times.items()}
