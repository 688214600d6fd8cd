"""Receivers, filters and what drains them."""

from catalogs.build.pictures.canvas import Canvas, shade
from catalogs.build.pictures.machines import FLOOR, water
from catalogs.build.pictures.parts import (
    AMBER,
    BLUE,
    DARK,
    GRAPHITE,
    RED,
    STEEL,
    box,
    flange,
    gauge,
    lever,
    pipe,
)  # fmt: skip


def receiver(c: Canvas, size: str) -> None:
    """A standing receiver: legs, gauge, safety valve, name plate."""
    w, h = {"270": (150, 330), "500": (180, 390), "900": (220, 440), "2000": (280, 470), "3000": (320, 500)}[
        size
    ]
    x, y = 480 - w / 2, FLOOR - 34 - h
    c.shadow(480, FLOOR - 2, w * 0.72)
    for a, b in ((0.1, 0.0), (0.78, 0.88)):
        c.poly(
            [
                (x + w * a, FLOOR - 100),
                (x + w * (a + 0.12), FLOOR - 100),
                (x + w * (b + 0.12), FLOOR),
                (x + w * b, FLOOR),
            ],
            DARK,
        )
        c.rect(x + w * b - 8, FLOOR - 8, w * 0.12 + 16, 8, fill=DARK, r=2)
    pipe(c, 480, y - 26, 40, r=10, colour=STEEL, upright=True)
    c.poly([(462, y - 26), (498, y - 26), (492, y - 52), (468, y - 52)], c.accent)
    c.line([(480, y - 52), (512, y - 60)], width=8, fill=GRAPHITE)
    pipe(c, x + w - 10, y + h * 0.2, 54, r=15, colour=STEEL)
    flange(c, x + w + 40, y + h * 0.2, r=26)
    pipe(c, x - 44, y + h * 0.72, 60, r=15, colour=STEEL)
    flange(c, x - 40, y + h * 0.72, r=26)
    c.cylinder(x, y, w, h, colour=c.brand, dome=w * 0.26)
    for share in (0.14, 0.84):
        c.rect(x, y + h * share, w, 4, fill=shade(c.brand, -0.2))
    c.rect(480 - w * 0.17, y + h * 0.44, w * 0.34, h * 0.13, fill="#dfe5e2", r=4)
    c.rect(480 - w * 0.11, y + h * 0.475, w * 0.22, 5, fill="#93a09d", r=2)
    c.rect(480 - w * 0.11, y + h * 0.515, w * 0.15, 5, fill="#93a09d", r=2)
    c.rect(480 + w * 0.04, y + h * 0.3, 8, 22, fill=STEEL)
    gauge(c, 480 + w * 0.04 + 4, y + h * 0.27, 30)
    pipe(c, 480, y + h - 6, 26, r=8, colour=STEEL, upright=True)
    lever(c, 480, y + h + 16, length=26)


def receiver_flat(c: Canvas, size: str) -> None:
    """A lying receiver on two saddles."""
    x, y, w, h = 190, 300, 560 + int(size) * 0.04, 230
    c.shadow(480, FLOOR - 2, 330)
    for foot in (x + 110, x + w - 170):
        c.poly([(foot, y + h - 50), (foot + 60, y + h - 50), (foot + 80, FLOOR), (foot - 20, FLOOR)], DARK)
    pipe(c, x + 150, y - 46, 60, r=16, colour=STEEL, upright=True)
    flange(c, x + 150, y - 40, r=27, upright=True)
    pipe(c, x + w - 150, y - 30, 40, r=10, colour=STEEL, upright=True)
    c.poly(
        [(x + w - 168, y - 30), (x + w - 132, y - 30), (x + w - 138, y - 56), (x + w - 162, y - 56)], c.accent
    )
    c.lying(x, y, w, h, colour=c.brand, dome=62)
    c.rect(x + w * 0.4, y + h * 0.36, 130, 52, fill="#dfe5e2", r=4)
    c.rect(x + w * 0.4 + 20, y + h * 0.36 + 15, 90, 6, fill="#93a09d", r=2)
    c.rect(x + w * 0.4 + 20, y + h * 0.36 + 31, 60, 6, fill="#93a09d", r=2)
    gauge(c, x + w * 0.78, y + h * 0.3, 34)


def housing(c: Canvas, cx: float, top: float, scale: float, *, colour: str, head: str, mark: str) -> None:
    """A line filter: head with ports, bowl, indicator, drain."""
    w, h = 128 * scale, 300 * scale
    pipe(c, cx - w * 0.86, top + 52 * scale, w * 1.72, r=20 * scale, colour=STEEL)
    for end in (-0.78, 0.78):
        flange(c, cx + w * end, top + 52 * scale, r=34 * scale)
    c.cylinder(cx - w * 0.44, top + 60 * scale, w * 0.88, h, colour=colour, dome=w * 0.2)
    c.rect(cx - w * 0.58, top, w * 1.16, 104 * scale, fill=head, r=14 * scale)
    c.rect(cx - w * 0.58, top, w * 1.16, 34 * scale, fill=shade(head, 0.16), r=14 * scale)
    c.rect(cx - w * 0.52, top + 112 * scale, w * 1.04, 16 * scale, fill=mark, r=4)
    c.rect(cx - 11 * scale, top - 24 * scale, 22 * scale, 28 * scale, fill=GRAPHITE)
    c.oval(cx, top - 40 * scale, 30 * scale, fill=DARK)
    c.slice(cx, top - 40 * scale, 22 * scale, 22 * scale, start=180, end=300, fill="#4fa58a")
    c.slice(cx, top - 40 * scale, 22 * scale, 22 * scale, start=300, end=360, fill=RED)
    pipe(c, cx, top + 58 * scale + h, 30 * scale, r=9 * scale, colour=STEEL, upright=True)
    c.rect(cx - 16 * scale, top + 76 * scale + h, 32 * scale, 10 * scale, fill=GRAPHITE, r=3)


def filter(c: Canvas, size: str) -> None:  # noqa: A001  # named as the items name their picture
    """A pair of line filters, coarse and fine."""
    scale = {"4": 0.78, "12": 0.94, "20": 1.06}[size]
    top = 360 - 180 * scale
    for n, mark in enumerate((c.accent, BLUE)):
        housing(c, 480 + (n * 2 - 1) * 118 * scale, top, scale, colour="#d3dad7", head=c.brand, mark=mark)


def filter_carbon(c: Canvas, _: str) -> None:
    """An activated-carbon filter with a dark bowl."""
    housing(c, 480, 170, 1.16, colour="#4a5759", head=c.brand, mark="#22302f")


def filter_sterile(c: Canvas, _: str) -> None:
    """A sterile filter in stainless steel with a clamp."""
    pipe(c, 250, 500, 460, r=22, colour=STEEL)
    for x in (268, 692):
        flange(c, x, 500, r=40, colour="#9aa6a4")
    c.cylinder(404, 116, 152, 380, colour="#cdd6d6", dome=58)
    c.rect(386, 430, 188, 22, fill="#9aa6a4", r=8)
    c.rect(386, 430, 188, 8, fill="#dde4e3", r=4)
    c.rect(572, 424, 34, 34, fill=GRAPHITE, r=8)
    c.rect(424, 454, 112, 80, fill="#b6c1c0", r=16)
    pipe(c, 480, 70, 56, r=10, colour=STEEL, upright=True)
    c.rect(458, 62, 44, 16, fill=BLUE, r=5)
    c.rect(446, 230, 68, 84, fill="#eef2f1", r=6)
    water(c, 480, 280, 14, fill=BLUE)
    c.line([(460, 300), (500, 244)], width=6, fill=RED)
    pipe(c, 480, 530, 44, r=9, colour=STEEL, upright=True)


def drain(c: Canvas, _: str) -> None:
    """An electronic condensate drain."""
    pipe(c, 480, 96, 130, r=26, colour=STEEL, upright=True)
    flange(c, 480, 130, r=46, upright=True)
    c.cylinder(352, 214, 256, 200, colour="#4a5a5c", dome=30)
    c.rect(336, 322, 288, 190, fill=c.brand, r=26)
    c.rect(336, 322, 288, 56, fill=shade(c.brand, 0.14), r=26)
    c.rect(336, 352, 288, 30, fill=c.brand)
    c.rect(386, 404, 106, 68, fill="#d9ebe5", r=8)
    water(c, 439, 446, 15, fill=BLUE)
    c.oval(552, 420, 13, fill="#7fd0b3")
    c.oval(552, 458, 13, fill=AMBER)
    pipe(c, 620, 450, 90, r=18, colour=STEEL)
    flange(c, 646, 450, r=30)
    c.line([(710, 450), (744, 458), (754, 500), (754, 590)], width=24, fill="#8fa3a8")
    water(c, 754, 634, 13, fill=BLUE)
    c.line([(350, 470), (286, 486), (262, 540), (206, 552)], width=11, fill=DARK)


def separator(c: Canvas, _: str) -> None:
    """An oil-water separator: two canisters on a tank and an oil can beside."""
    c.shadow(470, FLOOR - 2, 300)
    box(c, 250, 410, 360, 200, depth=70, colour="#dfe5e2")
    c.rect(250, 560, 360, 50, fill="#c4cecb")
    for n in (0, 1):
        c.cylinder(278 + n * 164, 210, 140, 230, colour=c.brand, dome=24)
        c.rect(272 + n * 164, 250, 152, 16, fill=shade(c.brand, -0.25), r=5)
        c.oval(348 + n * 164, 222, 32, 9, fill=shade(c.brand, 0.4))
    pipe(c, 160, 320, 122, r=16, colour=STEEL)
    flange(c, 180, 320, r=28)
    pipe(c, 418, 330, 28, r=13, colour=STEEL)
    c.rect(300, 462, 60, 116, fill="#9cc3d6", r=8)
    c.rect(300, 496, 60, 82, fill=BLUE, r=8)
    c.rect(430, 482, 130, 50, fill="#ffffff", r=6)
    c.rect(446, 498, 70, 6, fill="#93a09d", r=2)
    c.rect(446, 512, 98, 6, fill="#93a09d", r=2)
    c.rect(712, 500, 96, 110, fill=AMBER, r=14)
    c.rect(712, 500, 34, 110, fill=shade(AMBER, 0.25), r=14)
    c.rect(744, 478, 32, 26, fill=DARK, r=5)
    c.line([(682, 520), (700, 516), (712, 524)], width=14, fill=STEEL)
