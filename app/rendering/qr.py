"""The QR code of the client's page as one SVG path."""

import segno

# Trying all eight masks would triple the time; any of them can be read.
MASK = 2
ERROR_CORRECTION = "m"
QUIET_ZONE = 2


def qr_path(text: str) -> tuple[str, int]:
    """The dark modules as path data, and the side of the square in modules, quiet zone included."""
    code = segno.make(text, error=ERROR_CORRECTION, mask=MASK, boost_error=False, micro=False)
    parts = [
        f"M{start + QUIET_ZONE} {row + QUIET_ZONE}h{length}v1h-{length}z"
        for row, modules in enumerate(code.matrix)
        for start, length in _runs(modules)
    ]
    return "".join(parts), len(code.matrix) + 2 * QUIET_ZONE


def _runs(modules: bytearray) -> list[tuple[int, int]]:
    runs: list[tuple[int, int]] = []
    for column, dark in enumerate(modules):
        if dark and runs and sum(runs[-1]) == column:
            runs[-1] = (runs[-1][0], runs[-1][1] + 1)
        elif dark:
            runs.append((column, 1))
    return runs
