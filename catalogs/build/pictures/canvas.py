"""A drawing surface in flat colours, four times finer than what it gives."""

import io
from collections.abc import Sequence
from math import cos, radians, sin

from PIL import Image, ImageDraw

WIDTH, HEIGHT, FINER = 960, 720, 3
PAPER = "#f4f5f3"
SHADOW = "#e4e7e4"

Point = tuple[float, float]


def mix(first: str, second: str, share: float) -> str:
    """The first colour with a share (0 to 1) of the second."""
    a, b = (tuple(int(c[n : n + 2], 16) for n in (1, 3, 5)) for c in (first, second))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


class Canvas:
    """960 × 720 units, origin at the top left; light comes from the top left."""

    def __init__(self, brand: str, accent: str = "#c2a46b") -> None:
        self.image = Image.new("RGB", (WIDTH * FINER, HEIGHT * FINER), PAPER)
        self.draw = ImageDraw.Draw(self.image)
        self.brand, self.accent = brand, accent

    def tint(self, share: float) -> str:
        """The brand colour with a share of white (positive) or of black (negative)."""
        return mix(self.brand, "#ffffff" if share > 0 else "#10191b", abs(share))

    def poly(self, points: Sequence[Point], fill: str) -> None:
        """A filled polygon."""
        self.draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)

    def rect(self, x: float, y: float, w: float, h: float, *, fill: str, r: float = 0) -> None:
        """A rectangle with corners rounded by r."""
        box = (x * FINER, y * FINER, (x + w) * FINER - 1, (y + h) * FINER - 1)
        self.draw.rounded_rectangle(box, radius=r * FINER, fill=fill)

    def oval(self, cx: float, cy: float, rx: float, ry: float | None = None, *, fill: str) -> None:
        """An ellipse about its centre."""
        ry = rx if ry is None else ry
        self.draw.ellipse(
            ((cx - rx) * FINER, (cy - ry) * FINER, (cx + rx) * FINER, (cy + ry) * FINER), fill=fill
        )

    def ring(self, cx: float, cy: float, r: float, *, width: float, fill: str) -> None:
        """A circle's outline; r is its outer radius."""
        box = ((cx - r) * FINER, (cy - r) * FINER, (cx + r) * FINER, (cy + r) * FINER)
        self.draw.ellipse(box, outline=fill, width=round(width * FINER))

    def arc(
        self, cx: float, cy: float, r: float, *, start: float, end: float, width: float, fill: str
    ) -> None:
        """A part of a circle's outline, degrees clockwise from three o'clock."""
        box = ((cx - r) * FINER, (cy - r) * FINER, (cx + r) * FINER, (cy + r) * FINER)
        self.draw.arc(box, start, end, fill=fill, width=round(width * FINER))
        middle = r - width / 2
        for angle in (start, end):
            self.oval(
                cx + middle * cos(radians(angle)), cy + middle * sin(radians(angle)), width / 2, fill=fill
            )

    def line(self, points: Sequence[Point], *, width: float, fill: str) -> None:
        """A line with round joints and ends."""
        self.draw.line(
            [(x * FINER, y * FINER) for x, y in points], fill=fill, width=round(width * FINER), joint="curve"
        )
        for x, y in points:
            self.oval(x, y, width / 2, fill=fill)

    def half(self, cx: float, cy: float, rx: float, ry: float, *, fill: str, up: bool = True) -> None:
        """The upper or lower half of an ellipse."""
        box = ((cx - rx) * FINER, (cy - ry) * FINER, (cx + rx) * FINER, (cy + ry) * FINER)
        self.draw.pieslice(box, 180 if up else 0, 360 if up else 180, fill=fill)

    def shadow(self, cx: float, cy: float, rx: float, ry: float = 16) -> None:
        """What a thing standing at (cx, cy) leaves on the floor."""
        self.oval(cx + 10, cy, rx, ry, fill=SHADOW)

    def png(self) -> bytes:
        """The picture, smoothed to its final size."""
        buffer = io.BytesIO()
        small = self.image.resize((WIDTH, HEIGHT), Image.Resampling.LANCZOS)
        small.quantize(128, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        return buffer.getvalue()
