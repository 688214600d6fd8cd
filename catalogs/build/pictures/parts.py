"""Parts that many pictures share: boxes, louvres, gauges, screens, pipes, castors."""

from math import cos, radians, sin

from catalogs.build.pictures.canvas import WHITE, Canvas, shade

STEEL, DARK, GRAPHITE, SCREEN = "#c9d1ce", "#3a4648", "#566365", "#17282b"
RED, BLUE, GREEN, AMBER = "#c8553d", "#3d7ea6", "#4fa58a", "#e0a43a"


def box(c: Canvas, x: float, y: float, w: float, h: float, *, depth: float, colour: str) -> None:
    """A box seen from the front and a little from the right and above."""
    dx, dy = depth, depth * 0.45
    c.poly([(x, y), (x + dx, y - dy), (x + w + dx, y - dy), (x + w, y)], shade(colour, 0.35))
    c.poly([(x + w, y), (x + w + dx, y - dy), (x + w + dx, y + h - dy), (x + w, y + h)], shade(colour, -0.24))
    c.rect(x, y, w, h, fill=colour)


def louvres(c: Canvas, x: float, y: float, w: float, h: float, *, count: int, colour: str) -> None:
    """A grille of horizontal slots."""
    pitch = h / count
    for n in range(count):
        c.rect(x, y + n * pitch, w, pitch * 0.46, fill=colour, r=pitch * 0.2)


def side_louvres(c: Canvas, x: float, y: float, *, depth: float, h: float, count: int, colour: str) -> None:
    """A grille on the receding right side."""
    pitch, dy = h / count, depth * 0.45
    for n in range(count):
        top = y + n * pitch
        c.poly(
            [(x, top), (x + depth, top - dy), (x + depth, top - dy + pitch * 0.46), (x, top + pitch * 0.46)],
            colour,
        )


def gauge(c: Canvas, cx: float, cy: float, r: float, *, angle: float = 300) -> None:
    """A pressure gauge with its needle."""
    c.oval(cx, cy, r, fill=DARK)
    c.oval(cx, cy, r * 0.8, fill=WHITE)
    c.arc(cx, cy, r * 0.66, start=140, end=310, width=r * 0.12, fill=GREEN)
    c.arc(cx, cy, r * 0.66, start=330, end=395, width=r * 0.12, fill=RED)
    tip = (cx + r * 0.52 * cos(radians(angle)), cy + r * 0.52 * sin(radians(angle)))
    c.line([(cx, cy), tip], width=r * 0.12, fill=DARK)


def panel(c: Canvas, x: float, y: float, w: float, h: float, *, variable: bool = False) -> None:
    """An operator panel: screen, two keys, an emergency stop."""
    c.rect(x, y, w, h, fill=DARK, r=8)
    c.rect(x + w * 0.1, y + h * 0.1, w * 0.8, h * 0.48, fill="#d9ebe5", r=4)
    if variable:
        wave = [
            (x + w * (0.16 + 0.68 * n / 24), y + h * (0.34 - 0.13 * sin(n / 24 * 12.56))) for n in range(25)
        ]
        c.line(wave, width=4, fill=c.brand)
    else:
        for n, share in enumerate((0.5, 0.8, 0.65)):
            c.rect(
                x + w * (0.2 + 0.22 * n),
                y + h * (0.52 - 0.34 * share),
                w * 0.14,
                h * 0.34 * share,
                fill=c.brand,
            )
    c.oval(x + w * 0.24, y + h * 0.79, h * 0.09, fill=GREEN)
    c.oval(x + w * 0.5, y + h * 0.79, h * 0.09, fill=GRAPHITE)
    c.oval(x + w * 0.77, y + h * 0.79, h * 0.13, fill=AMBER)
    c.oval(x + w * 0.77, y + h * 0.79, h * 0.09, fill=RED)


def pipe(
    c: Canvas, x: float, y: float, length: float, *, r: float, colour: str, upright: bool = False
) -> None:
    """A straight pipe about its axis, in three tones."""
    for a, b, tone in ((-1, -0.45, 0.12), (-0.45, 0.05, 0.38), (0.05, 0.55, 0.0), (0.55, 1, -0.22)):
        if upright:
            c.rect(x + r * a, y, r * (b - a), length, fill=shade(colour, tone))
        else:
            c.rect(x, y + r * a, length, r * (b - a), fill=shade(colour, tone))


def flange(c: Canvas, x: float, y: float, *, r: float, colour: str = GRAPHITE, upright: bool = False) -> None:
    """A pipe's coupling across its axis."""
    if upright:
        c.rect(x - r, y - r * 0.28, r * 2, r * 0.56, fill=colour, r=r * 0.12)
        c.rect(x - r, y - r * 0.28, r * 2, r * 0.2, fill=shade(colour, 0.25), r=r * 0.1)
    else:
        c.rect(x - r * 0.28, y - r, r * 0.56, r * 2, fill=colour, r=r * 0.12)
        c.rect(x - r * 0.28, y - r, r * 0.56, r * 0.6, fill=shade(colour, 0.25), r=r * 0.1)


def castor(c: Canvas, cx: float, floor: float, r: float, *, hub: str = STEEL) -> None:
    """A wheel that stands on the floor."""
    c.oval(cx, floor - r, r, fill=DARK)
    c.oval(cx, floor - r, r * 0.55, fill=hub)
    c.oval(cx, floor - r, r * 0.18, fill=DARK)


def lever(c: Canvas, cx: float, cy: float, *, length: float, colour: str = RED) -> None:
    """A ball valve's handle seen from the front."""
    c.oval(cx, cy, length * 0.2, fill=GRAPHITE)
    c.line([(cx, cy), (cx + length, cy - length * 0.12)], width=length * 0.2, fill=colour)
