"""The drawn pattern of the cover: fine lines in a tint of the brand colour."""

import math
from collections.abc import Callable, Mapping

SIDE = 210
BLEED = 2
"""Millimetres beyond the sheet on the left and right, so that no rounding of pixels leaves a bare edge."""
LINE = 0.62


def _rings() -> str:
    circles = (f'<circle cx="167" cy="148" r="{5 + 3.9 * index:.1f}"/>' for index in range(16))
    return f'<g stroke-width="{LINE}">{"".join(circles)}</g>'


def _waves() -> str:
    paths = []
    for row in range(15):
        base, swing = 84 + row * 7.4, 5.5 + row * 0.5
        points = []
        for step in range(-1, 44):
            x = step * 5
            y = base + swing * math.sin(x / 26 + row * 0.36)
            points.append(f"{x} {y:.2f}")
        paths.append(f'<path d="M{"L".join(points)}"/>')
    return f'<g stroke-width="{LINE * 0.9:.2f}">{"".join(paths)}</g>'


def _grid() -> str:
    lines = []
    for index in range(13):
        at = 88 + index * 9.5
        lines.append(f'<path d="M{at} 92V210M88 {at + 4}H{SIDE + BLEED}"/>')
    dots = "".join(
        f'<circle cx="{88 + column * 9.5}" cy="{92 + row * 9.5}" r="1.05" fill="currentColor"/>'
        for column, row in ((3, 9), (5, 7), (7, 8), (9, 4), (11, 2), (6, 10), (10, 6))
    )
    return f'<g stroke-width="{LINE * 0.6:.2f}">{"".join(lines)}{dots}</g>'


PATTERNS: Mapping[str, Callable[[], str]] = {"rings": _rings, "waves": _waves, "grid": _grid}


def draw_pattern(name: str, colour: str) -> bytes:
    """The pattern as an SVG drawing of the sheet's width and its bleed, in that colour."""
    drawing = PATTERNS[name]().replace("currentColor", colour)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{-BLEED} 0 {SIDE + 2 * BLEED} {SIDE}" '
        f'width="{SIDE + 2 * BLEED}mm" height="{SIDE}mm">'
        f'<g fill="none" stroke="{colour}">{drawing}</g></svg>'
    ).encode()
