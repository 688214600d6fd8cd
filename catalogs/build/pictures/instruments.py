"""Control, measurement and screens."""

from collections.abc import Sequence

from catalogs.build.pictures.canvas import WHITE, Canvas, Point, shade
from catalogs.build.pictures.parts import (
    AMBER,
    BLUE,
    DARK,
    GRAPHITE,
    GREEN,
    RED,
    SCREEN,
    STEEL,
    box,
    flange,
    gauge,
    pipe,
)  # fmt: skip

GLASS, GRID = "#f3f8f6", "#d5e0dc"


def curve(
    c: Canvas, x: float, y: float, w: float, h: float, *, shares: Sequence[float], fill: str
) -> list[Point]:
    """A line chart within a rectangle; shares are heights from 0 to 1."""
    step = w / (len(shares) - 1)
    points = [(x + n * step, y + h * (1 - share)) for n, share in enumerate(shares)]
    c.line(points, width=7, fill=fill)
    return points


def bars(c: Canvas, x: float, y: float, w: float, h: float, *, shares: Sequence[float], fill: str) -> None:
    """A bar chart within a rectangle."""
    pitch = w / len(shares)
    for n, share in enumerate(shares):
        c.rect(x + n * pitch, y + h * (1 - share), pitch * 0.62, h * share, fill=fill, r=3)


def controller(c: Canvas, size: str) -> None:
    """A wall controller; the larger one has a wider screen."""
    big = size == "8"
    w, h = (470, 350) if big else (350, 330)
    x, y = 480 - w / 2 - 14, 330 - h / 2
    for n in range(4 if big else 2):
        cable = x + w * (0.2 + 0.6 * n / (3 if big else 1))
        c.line([(cable, y + h - 8), (cable, 640)], width=12, fill=DARK)
        c.rect(cable - 15, y + h - 4, 30, 26, fill=GRAPHITE, r=5)
    box(c, x, y, w, h, depth=44, colour="#dfe5e2")
    c.rect(x, y, w, 26, fill=c.brand)
    c.rect(x + 34, y + 56, w - 68, h - 150, fill=DARK, r=12)
    sx, sy, sw, sh = x + 48, y + 70, w - 96, h - 178
    c.rect(sx, sy, sw, sh, fill=GLASS, r=5)
    shares = (0.9, 0.55, 0.74, 0.3) if not big else (0.9, 0.55, 0.74, 0.3, 0.82, 0.46, 0.66, 0.2)
    bars(c, sx + 22, sy + 20, sw - 36, sh - 40, shares=shares, fill=c.brand)
    c.line([(sx + 18, sy + 42), (sx + sw - 18, sy + 42)], width=4, fill=c.accent)
    for n, colour in enumerate((GREEN, GREEN, AMBER)):
        c.oval(x + 56 + n * 38, y + h - 52, 11, fill=colour)
    c.oval(x + w - 62, y + h - 52, 27, fill=GRAPHITE)
    c.line([(x + w - 62, y + h - 52), (x + w - 50, y + h - 70)], width=6, fill=WHITE)


def tablet(c: Canvas, size: str) -> None:
    """Monitoring: a tablet with charts and its flow sensor on a pipe."""
    pipe(c, 90, 560, 780, r=34, colour=shade(c.brand, 0.45))
    for x in (150, 810):
        flange(c, x, 560, r=52, colour=GRAPHITE)
    for x in (720,) if size == "1" else (690, 784):
        c.rect(x - 12, 460, 24, 70, fill=STEEL)
        c.rect(x - 36, 400, 72, 74, fill=DARK, r=10)
        c.rect(x - 24, 412, 48, 30, fill="#9fd6c4", r=4)
    x, y, w, h = 150, 110, 470, 340
    c.rect(x, y, w, h, fill=SCREEN, r=26)
    c.rect(x + 18, y + 18, w - 36, h - 36, fill=GLASS, r=8)
    for n in range(4):
        c.rect(x + 44, y + 96 + n * 40, w - 88, 2, fill=GRID)
    c.rect(x + 44, y + 44, 120, 22, fill=c.brand, r=5)
    c.rect(x + 176, y + 50, 64, 10, fill="#a9bab4", r=4)
    if size == "1":
        curve(
            c, x + 48, y + 96, w - 100, 150, shares=(0.2, 0.5, 0.42, 0.78, 0.7, 0.92, 0.6, 0.66), fill=c.brand
        )
        curve(
            c,
            x + 48,
            y + 130,
            w - 100,
            120,
            shares=(0.1, 0.2, 0.18, 0.26, 0.2, 0.24, 0.16, 0.18),
            fill=c.accent,
        )
    else:
        bars(c, x + 48, y + 96, 180, 150, shares=(0.5, 0.8, 0.66, 0.95), fill=c.brand)
        curve(c, x + 262, y + 100, 160, 140, shares=(0.3, 0.62, 0.5, 0.9, 0.7), fill=BLUE)
    for n, colour in enumerate((c.brand, c.accent, BLUE)):
        c.rect(x + 48 + n * 126, y + 272, 104, 30, fill=shade(colour, 0.72), r=6)
        c.rect(x + 60 + n * 126, y + 283, 44, 9, fill=colour, r=4)


def sensor(c: Canvas, _: str) -> None:
    """A dew-point sensor in its measuring chamber."""
    pipe(c, 130, 560, 700, r=40, colour=shade(c.brand, 0.45))
    flange(c, 480, 560, r=60)
    c.rect(452, 402, 56, 130, fill=STEEL)
    c.rect(438, 470, 84, 34, fill="#9aa6a4", r=6)
    c.cylinder(424, 214, 112, 200, colour="#cdd6d6", dome=14)
    c.rect(382, 110, 196, 136, fill=c.brand, r=20)
    c.rect(408, 134, 144, 76, fill=SCREEN, r=8)
    for n, share in enumerate((0.4, 0.7, 1.0, 0.8, 0.55)):
        c.rect(424 + n * 24, 200 - 52 * share, 14, 52 * share, fill="#8fdcc2", r=3)
    c.line([(578, 180), (660, 188), (700, 250), (716, 380), (800, 420)], width=13, fill=DARK)


def logger(c: Canvas, _: str) -> None:
    """Energy audit: a case with a meter, clamps and a week's curve."""
    c.shadow(480, 596, 300)
    c.poly([(210, 190), (770, 190), (730, 400), (250, 400)], "#4a5759")
    c.poly([(236, 208), (744, 208), (712, 384), (268, 384)], GLASS)
    curve(c, 292, 230, 396, 130, shares=(0.2, 0.75, 0.7, 0.8, 0.78, 0.2, 0.16, 0.3, 0.86), fill=c.brand)
    c.rect(280, 362, 420, 3, fill=GRID)
    c.rect(230, 400, 520, 196, fill=DARK, r=16)
    c.rect(230, 400, 520, 22, fill=GRAPHITE, r=8)
    c.rect(270, 446, 190, 116, fill="#56696b", r=10)
    c.rect(288, 464, 154, 54, fill="#d9ebe5", r=5)
    c.line([(300, 506), (340, 484), (376, 500), (430, 474)], width=6, fill=c.brand)
    for n, colour in enumerate((RED, AMBER, BLUE)):
        cx = 538 + n * 72
        c.line([(cx, 474), (cx, 436)], width=9, fill=colour)
        c.ring(cx, 520, 34, width=15, fill=colour)
        c.rect(cx - 8, 548, 16, 16, fill=DARK)


def detector(c: Canvas, _: str) -> None:
    """Leak survey: an ultrasonic gun that listens to a pipe joint."""
    pipe(c, 640, 70, 580, r=42, colour=shade(c.brand, 0.45), upright=True)
    flange(c, 640, 300, r=66, upright=True)
    for n in range(3):
        c.arc(640, 300, 110 + n * 46, start=158, end=202, width=9, fill=shade(c.accent, 0.5 - 0.2 * n))
    c.poly([(190, 330), (300, 330), (272, 560), (170, 560)], DARK)
    c.rect(150, 232, 250, 120, fill=c.brand, r=26)
    c.rect(150, 232, 250, 36, fill=shade(c.brand, 0.16), r=20)
    c.poly([(400, 254), (458, 270), (458, 312), (400, 330)], GRAPHITE)
    c.rect(176, 256, 120, 70, fill=SCREEN, r=8)
    for n, share in enumerate((0.3, 0.5, 0.75, 1, 0.6)):
        c.rect(188 + n * 21, 316 - 50 * share, 13, 50 * share, fill=RED if share == 1 else "#8fdcc2", r=3)
    c.arc(330, 372, 50, start=20, end=160, width=12, fill=GRAPHITE)
    c.rect(190, 545, 70, 26, fill=GRAPHITE, r=8)


def laptop(c: Canvas, _: str) -> None:
    """Controller set-up: a laptop with the demand profile."""
    c.shadow(480, 582, 370)
    c.rect(230, 150, 500, 340, fill=SCREEN, r=20)
    c.rect(250, 170, 460, 300, fill=GLASS, r=6)
    c.rect(278, 196, 150, 22, fill=c.brand, r=5)
    for n in range(4):
        c.rect(278, 256 + n * 46, 404, 2, fill=GRID)
    bars(
        c,
        282,
        250,
        400,
        176,
        shares=(0.2, 0.35, 0.7, 0.92, 0.84, 0.6, 0.88, 0.7, 0.4, 0.25),
        fill=shade(c.brand, 0.35),
    )
    curve(
        c, 292, 250, 376, 176, shares=(0.3, 0.42, 0.78, 1.0, 0.94, 0.72, 0.96, 0.8, 0.5, 0.34), fill=c.accent
    )
    c.poly([(180, 490), (780, 490), (846, 572), (114, 572)], "#b9c4c1")
    c.poly([(226, 504), (734, 504), (762, 540), (198, 540)], "#93a09d")
    c.rect(114, 572, 732, 14, fill="#8a9795", r=6)
    gauge(c, 656, 214, 20)
