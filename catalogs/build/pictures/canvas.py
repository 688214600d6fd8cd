"""A drawing surface in flat colours, three times finer than the picture that it gives."""

import io
from collections.abc import Sequence
from math import cos, radians, sin

from PIL import Image, ImageChops, ImageDraw

WIDTH, HEIGHT, FINER = 960, 720, 3
PAPER = "#f4f5f3"
SHADOW = "#e2e6e3"
WHITE, INK = "#ffffff", "#10191b"

Point = tuple[float, float]


def mix(first: str, second: str, share: float) -> str:
    """The first colour with a share (0 to 1) of the second."""
    a, b = (tuple(int(c[n : n + 2], 16) for n in (1, 3, 5)) for c in (first, second))
    return "#" + "".join(f"{round(x + (y - x) * share):02x}" for x, y in zip(a, b, strict=True))


def shade(colour: str, share: float) -> str:
    """Lighter for a positive share, darker for a negative one."""
    return mix(colour, WHITE if share > 0 else INK, abs(share))


class Canvas:
    """960 × 720 units unless told otherwise, origin at the top left; light comes from the top left."""

    def __init__(
        self, brand: str, accent: str, *, size: tuple[int, int] = (WIDTH, HEIGHT), paper: str = PAPER
    ) -> None:
        self.image = Image.new("RGB", (size[0] * FINER, size[1] * FINER), paper)
        self.draw = ImageDraw.Draw(self.image)
        self.brand, self.accent = brand, accent

    def poly(self, points: Sequence[Point], fill: str) -> None:
        """A filled polygon."""
        self.draw.polygon([(x * FINER, y * FINER) for x, y in points], fill=fill)

    def blob(self, points: Sequence[Point], fill: str) -> None:
        """A closed smooth curve through the points."""
        self.poly([_between(points, n, step / 12) for n in range(len(points)) for step in range(12)], fill)

    def rect(self, x: float, y: float, w: float, h: float, *, fill: str, r: float = 0) -> None:
        """A rectangle with corners rounded by r."""
        box = (x * FINER, y * FINER, (x + w) * FINER - 1, (y + h) * FINER - 1)
        self.draw.rounded_rectangle(box, radius=r * FINER, fill=fill)

    def oval(self, cx: float, cy: float, rx: float, ry: float | None = None, *, fill: str) -> None:
        """An ellipse about its centre."""
        self.draw.ellipse(_around(cx, cy, rx, rx if ry is None else ry), fill=fill)

    def ring(self, cx: float, cy: float, r: float, *, width: float, fill: str) -> None:
        """A circle's outline; r is its outer radius."""
        self.draw.ellipse(_around(cx, cy, r, r), outline=fill, width=round(width * FINER))

    def arc(
        self, cx: float, cy: float, r: float, *, start: float, end: float, width: float, fill: str
    ) -> None:
        """A part of a circle's outline, degrees clockwise from three o'clock, ends rounded."""
        self.draw.arc(_around(cx, cy, r, r), start, end, fill=fill, width=round(width * FINER))
        middle = r - width / 2
        for angle in (start, end):
            self.oval(
                cx + middle * cos(radians(angle)), cy + middle * sin(radians(angle)), width / 2, fill=fill
            )

    def slice(
        self, cx: float, cy: float, rx: float, ry: float, *, start: float, end: float, fill: str
    ) -> None:
        """A part of an ellipse, degrees clockwise from three o'clock."""
        self.draw.pieslice(_around(cx, cy, rx, ry), start, end, fill=fill)

    def line(self, points: Sequence[Point], *, width: float, fill: str) -> None:
        """A line with round joints and ends."""
        path = [(x * FINER, y * FINER) for x, y in points]
        self.draw.line(path, fill=fill, width=round(width * FINER), joint="curve")
        for x, y in points:
            self.oval(x, y, width / 2, fill=fill)

    def shadow(self, cx: float, cy: float, rx: float, ry: float = 15) -> None:
        """What a thing standing at (cx, cy) leaves on the floor."""
        self.oval(cx + 12, cy, rx, ry, fill=SHADOW)

    def cylinder(self, x: float, y: float, w: float, h: float, *, colour: str, dome: float) -> None:
        """A standing cylinder whose ends bulge by `dome`, in five flat tones from left to right."""
        mask = Image.new("L", self.image.size)
        pen = ImageDraw.Draw(mask)
        pen.rectangle((x * FINER, (y + dome) * FINER, (x + w) * FINER, (y + h - dome) * FINER), fill=255)
        pen.ellipse(_around(x + w / 2, y + dome, w / 2, dome), fill=255)
        pen.ellipse(_around(x + w / 2, y + h - dome, w / 2, dome), fill=255)
        self._paste(mask, [((x + w * a, y, x + w * b, y + h), shade(colour, tone)) for a, b, tone in BANDS])

    def lying(self, x: float, y: float, w: float, h: float, *, colour: str, dome: float) -> None:
        """A lying cylinder whose ends bulge by `dome`, in five flat tones from top to bottom."""
        mask = Image.new("L", self.image.size)
        pen = ImageDraw.Draw(mask)
        pen.rectangle(((x + dome) * FINER, y * FINER, (x + w - dome) * FINER, (y + h) * FINER), fill=255)
        pen.ellipse(_around(x + dome, y + h / 2, dome, h / 2), fill=255)
        pen.ellipse(_around(x + w - dome, y + h / 2, dome, h / 2), fill=255)
        self._paste(mask, [((x, y + h * a, x + w, y + h * b), shade(colour, tone)) for a, b, tone in BANDS])

    def _paste(
        self, mask: Image.Image, bands: Sequence[tuple[tuple[float, float, float, float], str]]
    ) -> None:
        layer = Image.new("RGB", self.image.size)
        pen = ImageDraw.Draw(layer)
        for box, fill in bands:
            pen.rectangle([side * FINER for side in box], fill=fill)
        self.image.paste(layer, mask=mask)

    def png(self) -> bytes:
        """The picture, smoothed to its final size."""
        buffer = io.BytesIO()
        self._centred().quantize(96, dither=Image.Dither.NONE).save(buffer, "PNG", optimize=True)
        return buffer.getvalue()

    def jpeg(self, box: tuple[float, float, float, float], *, side: int) -> bytes:
        """A square cut out of the surface, stored as a photograph would be."""
        buffer = io.BytesIO()
        cut = tuple(edge * FINER for edge in box)
        self.image.resize((side, side), Image.Resampling.LANCZOS, box=cut).save(
            buffer, "JPEG", quality=92, optimize=True
        )
        return buffer.getvalue()

    def _centred(self) -> Image.Image:
        """What was drawn, in the middle and as large as fits, but never more than a little enlarged."""
        empty = Image.new("RGB", self.image.size, PAPER)
        left, top, right, bottom = ImageChops.difference(self.image, empty).getbbox() or (0, 0, 1, 1)
        width, height = (right - left) / FINER, (bottom - top) / FINER
        scale = min(FILLED * WIDTH / width, FILLED * HEIGHT / height, MOST_ENLARGED)
        size = (round(width * scale), round(height * scale))
        drawn = self.image.resize(size, Image.Resampling.LANCZOS, box=(left, top, right, bottom))
        picture = Image.new("RGB", (WIDTH, HEIGHT), PAPER)
        picture.paste(drawn, ((WIDTH - size[0]) // 2, (HEIGHT - size[1]) // 2))
        return picture


FILLED, MOST_ENLARGED = 0.82, 1.25
BANDS = ((0, 0.1, 0.08), (0.1, 0.28, 0.3), (0.28, 0.68, 0.0), (0.68, 0.88, -0.14), (0.88, 1, -0.28))
"""From, to, tone: how light runs over a round body."""


def _between(points: Sequence[Point], n: int, t: float) -> Point:
    """A point of the Catmull-Rom curve between the n-th point and the next."""
    before, start, end, after = (points[(n + k) % len(points)] for k in (-1, 0, 1, 2))
    x, y = (
        ((-a + 3 * b - 3 * c + d) * t**3 + (2 * a - 5 * b + 4 * c - d) * t**2 + (c - a) * t + 2 * b) / 2
        for a, b, c, d in zip(before, start, end, after, strict=True)
    )
    return x, y


def _around(cx: float, cy: float, rx: float, ry: float) -> tuple[float, float, float, float]:
    return ((cx - rx) * FINER, (cy - ry) * FINER, (cx + rx) * FINER, (cy + ry) * FINER)
