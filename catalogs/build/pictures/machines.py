"""Compressors and dryers."""

from catalogs.build.pictures.canvas import WHITE, Canvas, shade
from catalogs.build.pictures.parts import (
    BLUE,
    DARK,
    GRAPHITE,
    STEEL,
    box,
    flange,
    gauge,
    louvres,
    panel,
    pipe,
    side_louvres,
)  # fmt: skip

SIZES = {15: (330, 330), 22: (370, 360), 37: (420, 390), 55: (480, 410), 75: (540, 430), 110: (610, 440)}
FLOOR = 610
LARGE_SCALE = 0.9


def cabinet(c: Canvas, size: str) -> None:
    """A screw compressor in its canopy; a «v» after the size adds the frequency converter."""
    variable, kilowatts = size.endswith("v"), int(size.rstrip("v"))
    width, height = SIZES[kilowatts]
    extra = 74 if variable else 0
    width = min(width, 640 - extra)
    depth = 70 + kilowatts * 0.3
    x, y = (960 - width - extra - depth) / 2, FLOOR - 22 - height
    c.shadow(480, FLOOR - 4, (width + extra + depth) / 2 + 20)
    c.rect(x + 14, FLOOR - 24, width + extra - 28, 24, fill=DARK, r=3)
    pipe(c, x + width * 0.74, y - 78, 70, r=15, colour=STEEL, upright=True)
    flange(c, x + width * 0.74, y - 66, r=24, upright=True)
    canopy(c, x, y, width, height, depth=depth, plain=not variable)
    if variable:
        converter(c, x + width, y, extra, height, depth=depth)


def canopy(c: Canvas, x: float, y: float, w: float, h: float, *, depth: float, plain: bool = True) -> None:
    """Two doors, a band in brand colour, grilles, an operator panel."""
    body = "#dfe5e2"
    box(c, x, y, w, h, depth=depth, colour=body)
    if plain:
        side_louvres(
            c, x + w + depth * 0.2, y + h * 0.2, depth=depth * 0.6, h=h * 0.3, count=7, colour="#93a09d"
        )
    split = w * 0.42
    c.rect(x, y, split, h, fill=c.brand)
    c.rect(x, y, split * 0.16, h, fill=shade(c.brand, 0.1))
    c.rect(x + split, y, 4, h, fill="#b3bebb")
    panel(c, x + split * 0.3, y + h * 0.13, split * 0.46, h * 0.3, variable=not plain)
    c.rect(x + split * 0.84, y + h * 0.52, 7, h * 0.14, fill=shade(c.brand, 0.55), r=3)
    grille = x + split + (w - split) * 0.14
    louvres(c, grille, y + h * 0.12, (w - split) * 0.72, h * 0.3, count=8, colour="#a3afac")
    louvres(c, grille, y + h * 0.7, (w - split) * 0.72, h * 0.2, count=5, colour="#b7c1be")
    c.rect(grille, y + h * 0.52, (w - split) * 0.34, h * 0.055, fill=c.accent, r=3)
    c.rect(x, y + h - 10, w, 10, fill="#aab5b2")


def converter(c: Canvas, x: float, y: float, w: float, h: float, *, depth: float) -> None:
    """The frequency converter's slim cabinet at the right end."""
    box(c, x, y, w, h, depth=depth, colour="#56696b")
    c.rect(x, y, 4, h, fill="#3f4f51")
    c.rect(x + w * 0.24, y + h * 0.14, w * 0.56, h * 0.1, fill="#d9ebe5", r=4)
    c.rect(x + w * 0.24, y + h * 0.3, w * 0.56, 7, fill=c.accent, r=3)
    louvres(c, x + w * 0.24, y + h * 0.58, w * 0.56, h * 0.3, count=8, colour="#3f4f51")
    side_louvres(c, x + w + depth * 0.2, y + h * 0.2, depth=depth * 0.6, h=h * 0.3, count=7, colour="#2c393b")


def tank_cabinet(c: Canvas, size: str) -> None:
    """A small screw compressor on a lying receiver."""
    big = size == "11"
    w, tank = (470, 178) if big else (390, 150)
    x = (960 - w - 60) / 2
    top = FLOOR - 26 - tank
    c.shadow(480, FLOOR - 4, w / 2 + 70)
    for foot in (x + w * 0.16, x + w * 0.76):
        c.poly([(foot, FLOOR - 50), (foot + 50, FLOOR - 50), (foot + 60, FLOOR), (foot - 10, FLOOR)], DARK)
    c.lying(x - 40, top, w + 140, tank, colour=shade(c.brand, -0.05), dome=tank * 0.3)
    c.rect(x + w * 0.3, top + tank * 0.36, w * 0.22, tank * 0.2, fill=STEEL, r=4)
    gauge(c, x + w + 34, top + tank * 0.26, 26)
    h = 250 if big else 218
    c.rect(x + 20, top - 12, w - 40, 16, fill=DARK)
    canopy(c, x + 10, top - 12 - h, w - 20, h, depth=56)


def oilfree(c: Canvas, size: str) -> None:
    """An oil-free compressor: pale canopy, blue band, glass-like window."""
    w, h = {"5": (330, 300), "22": (440, 380), "55": (580, 420)}[size]
    depth = 84
    x, y = (960 - w - depth) / 2, FLOOR - 22 - h
    c.shadow(480, FLOOR - 4, (w + depth) / 2 + 20)
    c.rect(x + 14, FLOOR - 24, w - 28, 24, fill=DARK, r=3)
    pipe(c, x + w * 0.2, y - 74, 66, r=14, colour=STEEL, upright=True)
    flange(c, x + w * 0.2, y - 62, r=23, upright=True)
    box(c, x, y, w, h, depth=depth, colour="#e6ebea")
    c.rect(x, y + h * 0.62, w, h * 0.07, fill=BLUE)
    c.poly([(x + w, y + h * 0.62), (x + w + depth, y + h * 0.62 - depth * 0.45),
            (x + w + depth, y + h * 0.69 - depth * 0.45), (x + w, y + h * 0.69)],
           shade(BLUE, -0.25))  # fmt: skip
    c.rect(x + w * 0.5 - 2, y, 4, h, fill="#bcc6c4")
    panel(c, x + w * 0.14, y + h * 0.13, w * 0.24, h * 0.34)
    stages = 1 if size == "5" else 2
    for n in range(stages):
        cx, r = x + w * (0.75 if stages == 1 else 0.62 + 0.26 * n), min(h * 0.15, w * 0.085)
        c.oval(cx, y + h * 0.3, r * 1.25, fill="#c4cecc")
        c.oval(cx, y + h * 0.3, r, fill=SCROLL)
        for turn in range(3):
            c.arc(
                cx,
                y + h * 0.3,
                r * (0.85 - 0.26 * turn),
                start=30 + 90 * turn,
                end=300 + 90 * turn,
                width=r * 0.1,
                fill="#a9c4d3",
            )
    louvres(c, x + w * 0.58, y + h * 0.76, w * 0.34, h * 0.16, count=4, colour="#b0bcba")
    louvres(c, x + w * 0.08, y + h * 0.76, w * 0.34, h * 0.16, count=4, colour="#b0bcba")


SCROLL = "#e9f1f4"


def dryer(c: Canvas, size: str) -> None:
    """A refrigerated dryer: tall box, fan grille, two pipes at the back."""
    scale = {"20": 0.66, "40": 0.76, "70": 0.86, "120": 0.95, "200": 1.06}[size]
    w, h, depth = 290 * scale, 420 * scale, 120 * scale
    x, y = (960 - w - depth) / 2, FLOOR - 18 - h
    c.shadow(480, FLOOR - 4, (w + depth) / 2 + 20)
    for n in (0.32, 0.68):
        px = x + depth * 0.6 + w * n
        pipe(c, px, y - depth * 0.45 - 50 * scale, 62 * scale, r=14 * scale, colour=STEEL, upright=True)
        flange(c, px, y - depth * 0.45 - 44 * scale, r=23 * scale, upright=True)
    c.rect(x + 16, FLOOR - 20, w - 32, 20, fill=DARK)
    box(c, x, y, w, h, depth=depth, colour="#dfe5e2")
    c.rect(x, y, w, h * 0.3, fill=c.brand)
    c.poly([(x + w, y), (x + w + depth, y - depth * 0.45), (x + w + depth, y + h * 0.3 - depth * 0.45),
            (x + w, y + h * 0.3)],
           shade(c.brand, -0.24))  # fmt: skip
    c.rect(x + w * 0.12, y + h * 0.07, w * 0.4, h * 0.16, fill=DARK, r=6)
    c.rect(x + w * 0.16, y + h * 0.095, w * 0.32, h * 0.11, fill="#d9ebe5", r=4)
    water(c, x + w * 0.26, y + h * 0.15, h * 0.03, fill=BLUE)
    c.rect(x + w * 0.34, y + h * 0.142, w * 0.1, h * 0.018, fill=BLUE, r=2)
    c.oval(x + w * 0.8, y + h * 0.15, h * 0.026, fill=c.accent)
    fan(c, x + w * 0.5, y + h * 0.6, min(w * 0.36, h * 0.22))
    if scale > LARGE_SCALE:
        louvres(c, x + w * 0.14, y + h * 0.87, w * 0.72, h * 0.08, count=3, colour="#b0bcba")


def fan(c: Canvas, cx: float, cy: float, r: float) -> None:
    """A round fan behind its guard."""
    c.oval(cx, cy, r, fill="#b7c2bf")
    c.oval(cx, cy, r * 0.92, fill="#5d6c6d")
    for start in range(0, 360, 72):
        c.slice(cx, cy, r * 0.84, r * 0.84, start=start, end=start + 40, fill="#8b9998")
    for share in (0.9, 0.66, 0.42):
        c.ring(cx, cy, r * share, width=3, fill="#d3dbd8")
    c.oval(cx, cy, r * 0.2, fill=c.brand)


def water(c: Canvas, cx: float, cy: float, r: float, *, fill: str) -> None:
    """A drop of water."""
    c.poly([(cx - r * 0.86, cy), (cx, cy - r * 2.1), (cx + r * 0.86, cy)], fill)
    c.oval(cx, cy + r * 0.2, r, fill=fill)


def twin(c: Canvas, size: str) -> None:
    """A desiccant dryer: two towers on a frame, pipes between them."""
    scale = {"30": 0.76, "60": 0.88, "120": 1.0}[size]
    w, h, gap = 120 * scale, 400 * scale, 70 * scale
    x = 480 - w - gap / 2
    y = FLOOR - 46 - h
    c.shadow(480, FLOOR - 4, w + gap / 2 + 60)
    c.rect(x - 30, FLOOR - 26, 2 * w + gap + 60, 26, fill=DARK, r=4)
    for n in (0, 1):
        left = x + n * (w + gap)
        for leg in (0.16, 0.74):
            c.rect(left + w * leg, FLOOR - 60, w * 0.1, 40, fill=GRAPHITE)
        pipe(c, left + w / 2, y - 44 * scale, 60 * scale, r=13 * scale, colour=STEEL, upright=True)
        c.cylinder(left, y, w, h, colour=c.brand, dome=w * 0.32)
        c.rect(left + w * 0.3, y + h * 0.3, w * 0.36, h * 0.12, fill="#dfe5e2", r=4)
        gauge(c, left + w * 0.5, y + h * 0.6, 22 * scale)
    bar = y - 44 * scale
    pipe(c, x + w / 2 - 13 * scale, bar, w + gap + 26 * scale, r=13 * scale, colour=STEEL)
    flange(c, 480, bar, r=24 * scale, colour=BLUE)
    pipe(c, x + w, FLOOR - 96 * scale, gap, r=11 * scale, colour=STEEL)
    box(c, 480 - 32 * scale, y + h * 0.34, 64 * scale, 92 * scale, depth=12, colour="#56696b")
    c.rect(480 - 22 * scale, y + h * 0.37, 44 * scale, 34 * scale, fill="#d9ebe5", r=3)
    c.oval(480, y + h * 0.34 + 68 * scale, 8 * scale, fill=c.accent)
    c.oval(480, y + h * 0.34 + 68 * scale, 3 * scale, fill=WHITE)
