"""Everything that is promised of speed and size, measured in one run; exit status 1 if a promise is broken.

    script/bench [--quick]

Ratios count, milliseconds depend on the machine and on what else it does.
"""

import argparse
import sys
from collections.abc import Iterator

from app.rendering import pdf
from benchmarks import brief, figures, memory, pages, screen, send
from benchmarks.demo import demo
from benchmarks.finding import Finding, show

QUICK_SHARE = 2
QUICK_DOCUMENTS = 50


def main() -> int:
    """Measure, print a table row by row, and judge."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--quick", action="store_true", help="fewer rounds: minutes instead of a quarter of an hour"
    )
    quick = parser.parse_args().quick
    print("| What | Measured | Promised | Verdict |\n|---|---:|---:|---|")
    findings = []
    for measured in _measured(quick=quick):
        show(measured)
        findings += measured
    broken = [finding.name for finding in findings if finding.kept is False]
    print(f"\n{len(broken)} promises broken" if broken else "\nevery promise kept")
    return 1 if broken else 0


def _measured(*, quick: bool) -> Iterator[list[Finding]]:
    def rounds(usual: int) -> int:
        return usual // QUICK_SHARE if quick else usual

    # Before this process's own warm-up, and alone: a worker is measured as one is.
    yield memory.measure(QUICK_DOCUMENTS if quick else memory.DOCUMENTS)
    port = send.free_port()
    with demo(smtp_url=f"smtp://127.0.0.1:{port}") as instance:
        yield screen.measure(instance)
        yield send.measure(instance, port, rounds(send.ROUNDS))
        yield figures.measure(instance, rounds(figures.KEYSTROKES))
        pdf.warm()
        yield pages.measure(rounds(pages.ROUNDS))
        yield brief.measure(instance, rounds(brief.ROUNDS))


if __name__ == "__main__":
    sys.exit(main())
