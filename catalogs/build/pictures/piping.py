"""Pipes and what is put on them."""

from catalogs.build.pictures.canvas import SHADOW, Canvas, shade
from catalogs.build.pictures.parts import (
    BLUE,
    DARK,
    GRAPHITE,
    RED,
    STEEL,
    box,
    flange,
    gauge,
    lever,
    louvres,
    pipe,
)  # fmt: skip

AIR = "#3f7fae"


def tube_end(c: Canvas, cx: float, cy: float, r: float) -> None:
    """A pipe seen from its open end."""
    c.oval(cx, cy, r, fill=shade(AIR, 0.12))
    c.oval(cx, cy, r * 0.86, fill="#dfe7ea")
    c.oval(cx, cy, r * 0.76, fill="#2c4250")


def pipes(c: Canvas, size: str) -> None:
    """A stack of blue aluminium pipes; the larger the bore, the fewer."""
    r, rows = {"40": (42, (4, 3, 2)), "63": (62, (3, 2, 1)), "110": (92, (2, 1))}[size]
    dx, dy = 250, -112
    floor = 590
    left = 480 - dx / 2 - rows[0] * r
    c.poly([(left - 10, floor + 6), (left + rows[0] * 2 * r + 10, floor + 6),
            (left + rows[0] * 2 * r + dx + 20, floor + dy + 16), (left + dx, floor + dy + 16)],
           SHADOW)  # fmt: skip
    for level, count in enumerate(rows):
        for n in range(count):
            cx = left + r + n * 2 * r + level * r
            cy = floor - r - level * r * 1.74
            body(c, cx, cy, r, dx=dx, dy=dy)
            tube_end(c, cx, cy, r)


def body(c: Canvas, cx: float, cy: float, r: float, *, dx: float, dy: float) -> None:
    """A pipe's length running back and to the right."""
    nx, ny = 0.41, 0.91
    for a, b, tone in ((-1, -0.6, 0.3), (-0.6, -0.1, 0.5), (-0.1, 0.5, 0.0), (0.5, 1, -0.22)):
        strip = [(cx + nx * r * a, cy + ny * r * a), (cx + nx * r * b, cy + ny * r * b)]
        c.poly(
            [*strip, (strip[1][0] + dx, strip[1][1] + dy), (strip[0][0] + dx, strip[0][1] + dy)],
            shade(AIR, tone),
        )


def fittings(c: Canvas, _: str) -> None:
    """An elbow, a tee, a coupling and a ball valve."""
    pipe(c, 190, 120, 150, r=34, colour=AIR, upright=True)
    c.arc(260, 240, 106, start=90, end=180, width=72, fill=GRAPHITE)
    c.arc(260, 240, 92, start=90, end=180, width=22, fill="#7a8789")
    pipe(c, 262, 311, 120, r=34, colour=AIR)
    flange(c, 190, 232, r=48, colour=DARK, upright=True)
    flange(c, 268, 311, r=48, colour=DARK)
    pipe(c, 500, 210, 320, r=34, colour=AIR)
    c.rect(590, 164, 150, 92, fill=GRAPHITE, r=16)
    c.rect(590, 164, 150, 26, fill="#7a8789", r=12)
    c.rect(626, 240, 78, 84, fill=GRAPHITE, r=12)
    pipe(c, 665, 312, 66, r=34, colour=AIR, upright=True)
    for x in (590, 740):
        flange(c, x, 210, r=50, colour=DARK)
    pipe(c, 140, 540, 680, r=34, colour=AIR)
    c.rect(236, 490, 130, 100, fill=GRAPHITE, r=14)
    c.rect(236, 490, 130, 30, fill="#7a8789", r=12)
    for x in (244, 358):
        flange(c, x, 540, r=54, colour=DARK)
    c.rect(560, 486, 140, 108, fill=STEEL, r=18)
    c.rect(560, 486, 140, 32, fill="#e3e9e7", r=14)
    c.rect(616, 452, 28, 40, fill=GRAPHITE)
    c.line([(630, 452), (752, 436)], width=26, fill=RED)


def drop(c: Canvas, _: str) -> None:
    """A drop point: valve, filter-regulator, two couplings."""
    pipe(c, 130, 110, 700, r=32, colour=AIR)
    c.rect(420, 66, 120, 90, fill=GRAPHITE, r=14)
    pipe(c, 480, 150, 190, r=22, colour=AIR, upright=True)
    c.rect(444, 210, 72, 62, fill=STEEL, r=10)
    lever(c, 480, 240, length=86)
    c.rect(400, 336, 160, 84, fill=c.brand, r=16)
    c.rect(400, 336, 160, 26, fill=shade(c.brand, 0.18), r=12)
    c.rect(444, 306, 72, 36, fill=DARK, r=8)
    gauge(c, 480, 384, 32)
    c.cylinder(430, 414, 100, 124, colour="#b8d5e2", dome=18)
    c.rect(436, 492, 88, 40, fill=BLUE, r=14)
    c.rect(466, 534, 28, 26, fill=GRAPHITE, r=4)
    for side in (-1, 1):
        pipe(c, 480 + side * 80 - (60 if side < 0 else 0), 378, 60, r=15, colour=STEEL)
        c.rect(480 + side * 148 - 26, 350, 52, 56, fill=c.accent, r=10)
    c.line([(662, 378), (724, 386), (752, 440), (752, 620)], width=22, fill=DARK)


def exchanger(c: Canvas, size: str) -> None:
    """A heat recovery module: plate exchanger, hot and cold pipes."""
    scale = {"35": 0.84, "55": 0.95, "75": 1.06}[size]
    w, h = 300 * scale, 350 * scale
    x, y = 480 - w / 2 - 30, 350 - h / 2
    c.shadow(480, y + h + 6, w * 0.72)
    for n, colour in enumerate((RED, BLUE)):
        at = y + h * (0.24 + 0.5 * n)
        pipe(c, x - 150, at, 160, r=20 * scale, colour=colour)
        flange(c, x - 20, at, r=34 * scale)
        pipe(c, x + w + 30, at, 170, r=20 * scale, colour=shade(c.brand, 0.4))
        flange(c, x + w + 62, at, r=34 * scale)
    box(c, x, y, w, h, depth=60 * scale, colour="#dfe5e2")
    c.rect(x, y, w, 22 * scale, fill=c.brand)
    plates = 11
    left, pitch = x + w * 0.14, w * 0.72 / plates
    c.rect(left - 12, y + h * 0.16, w * 0.72 + 18, h * 0.56, fill=GRAPHITE, r=8)
    for n in range(plates):
        colour = RED if n % 2 else BLUE
        c.rect(left + n * pitch, y + h * 0.19, pitch * 0.56, h * 0.5, fill=shade(colour, 0.2), r=4)
    c.rect(left - 12, y + h * 0.8, w * 0.3, h * 0.12, fill=DARK, r=6)
    c.rect(left - 4, y + h * 0.82, w * 0.26, h * 0.08, fill="#f4d9b4", r=4)
    gauge(c, x + w * 0.78, y + h * 0.86, 24 * scale)


def pipework(c: Canvas, _: str) -> None:
    """Pipe installation: a main on brackets with a drop and a spirit level."""
    for x in (230, 480, 730):
        c.rect(x - 8, 70, 16, 130, fill=GRAPHITE)
        c.rect(x - 46, 66, 92, 16, fill=DARK, r=4)
    pipe(c, 70, 230, 820, r=44, colour=AIR)
    for x in (230, 480, 730):
        c.rect(x - 15, 180, 30, 100, fill=DARK, r=8)
    c.rect(560, 176, 100, 108, fill=GRAPHITE, r=12)
    pipe(c, 610, 276, 290, r=26, colour=AIR, upright=True)
    c.rect(574, 400, 72, 60, fill=STEEL, r=10)
    lever(c, 610, 430, length=84)
    c.rect(150, 470, 330, 74, fill=c.accent, r=10)
    c.rect(150, 470, 330, 22, fill=shade(c.accent, 0.3), r=8)
    c.rect(270, 488, 90, 38, fill="#dff0d8", r=18)
    c.oval(315, 507, 15, 13, fill="#9cc77f")
    for x in (296, 332):
        c.rect(x, 488, 3, 38, fill=DARK)


def container(c: Canvas, _: str) -> None:
    """A container for a compressor room."""
    c.shadow(480, 590, 400)
    box(c, 100, 250, 620, 330, depth=120, colour=c.brand)
    for n in range(18):
        c.rect(112 + n * 34, 276, 14, 280, fill=shade(c.brand, 0.1))
    c.rect(100, 250, 620, 18, fill=shade(c.brand, -0.2))
    c.rect(100, 562, 620, 20, fill=shade(c.brand, -0.3))
    c.rect(170, 310, 130, 252, fill="#dfe5e2", r=4)
    c.rect(276, 430, 12, 40, fill=GRAPHITE, r=4)
    c.rect(186, 330, 98, 70, fill="#b8d5e2", r=4)
    for x in (390, 550):
        c.rect(x, 320, 120, 120, fill=GRAPHITE, r=4)
        louvres(c, x + 10, 332, 100, 100, count=8, colour="#93a09d")
    pipe(c, 640, 140, 100, r=22, colour=STEEL, upright=True)
    c.rect(606, 126, 68, 22, fill=GRAPHITE, r=6)
