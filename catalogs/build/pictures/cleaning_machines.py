"""What a cleaning team rolls along: trolleys, scrubbers, vacuums."""

from catalogs.build.pictures.canvas import WHITE, Canvas, shade
from catalogs.build.pictures.parts import (
    AMBER,
    BLUE,
    DARK,
    GRAPHITE,
    GREEN,
    RED,
    STEEL,
    box,
    castor,
    louvres,
)  # fmt: skip

FLOOR = 620


def trolley(c: Canvas, size: str) -> None:
    """A cleaning trolley; more buckets and a second mop for more days."""
    c.shadow(480, FLOOR - 4, 300)
    c.line([(250, 190), (250, 540)], width=18, fill=GRAPHITE)
    c.line([(250, 200), (188, 180)], width=18, fill=GRAPHITE)
    mop(c, 330, 90, 440)
    if size in {"5", "7"}:
        mop(c, 400, 120, 420)
    c.rect(240, 400, 460, 28, fill=STEEL, r=8)
    c.rect(230, 540, 500, 34, fill=DARK, r=10)
    bucket(c, 270, 424, 150, 122, colour=BLUE)
    if size != "3":
        bucket(c, 426, 424, 120, 122, colour=RED)
    c.poly([(560, 180), (740, 180), (716, 540), (584, 540)], c.brand)
    c.poly([(560, 180), (596, 180), (612, 540), (584, 540)], shade(c.brand, 0.16))
    c.rect(544, 164, 212, 24, fill=GRAPHITE, r=8)
    bottles = {"3": 1, "5": 2, "7": 3}[size]
    for n in range(bottles):
        spray(c, 300 + n * 84, 400, colour=(c.accent, GREEN, BLUE)[n])
    for x in (280, 680):
        castor(c, x, FLOOR, 28)


def trolley_medical(c: Canvas, _: str) -> None:
    """A closed trolley with colour-coded drawers."""
    c.shadow(480, FLOOR - 4, 270)
    box(c, 300, 210, 320, 370, depth=70, colour="#eef1f4")
    for n, colour in enumerate((RED, AMBER, GREEN, BLUE)):
        c.rect(324, 238 + n * 84, 272, 68, fill="#dfe4ea", r=8)
        c.rect(324, 238 + n * 84, 18, 68, fill=colour, r=6)
        c.rect(420, 262 + n * 84, 90, 14, fill="#a6b0bb", r=6)
    c.line([(300, 260), (236, 240), (236, 330)], width=16, fill=GRAPHITE)
    mop(c, 676, 100, 460)
    for n, colour in enumerate((RED, BLUE)):
        c.rect(350 + n * 96, 150, 70, 62, fill=shade(colour, 0.45), r=8)
        c.rect(350 + n * 96, 168, 70, 44, fill=colour, r=6)
    c.rect(556, 120, 40, 92, fill=WHITE, r=8)
    c.rect(556, 160, 40, 30, fill=c.brand)
    c.rect(566, 96, 20, 28, fill=DARK, r=4)
    for x in (336, 596):
        castor(c, x, FLOOR, 28)


def mop(c: Canvas, x: float, top: float, bottom: float) -> None:
    """A mop that stands in its trolley."""
    c.rect(x - 7, top, 14, bottom - top, fill="#c9a878", r=6)
    c.rect(x - 12, top - 8, 24, 60, fill=c.accent, r=10)


def bucket(c: Canvas, x: float, y: float, w: float, h: float, *, colour: str) -> None:
    """A bucket that narrows towards its foot."""
    c.poly([(x, y), (x + w, y), (x + w * 0.88, y + h), (x + w * 0.12, y + h)], colour)
    c.poly([(x, y), (x + w * 0.2, y), (x + w * 0.28, y + h), (x + w * 0.12, y + h)], shade(colour, 0.2))
    c.rect(x - 6, y - 6, w + 12, 18, fill=shade(colour, -0.2), r=8)


def spray(c: Canvas, x: float, floor: float, *, colour: str) -> None:
    """A trigger bottle; x is its left side."""
    c.poly(
        [
            (x, floor),
            (x, floor - 90),
            (x + 20, floor - 122),
            (x + 36, floor - 122),
            (x + 56, floor - 90),
            (x + 56, floor),
        ],
        colour,
    )
    c.rect(x, floor - 62, 56, 34, fill=WHITE)
    c.rect(x + 16, floor - 150, 24, 30, fill=DARK, r=4)
    c.poly([(x - 12, floor - 166), (x + 46, floor - 166), (x + 46, floor - 144), (x - 2, floor - 144)], DARK)
    c.line([(x + 8, floor - 144), (x + 2, floor - 122)], width=7, fill=DARK)


def scrubber(c: Canvas, size: str) -> None:
    """A floor scrubber: walked behind, or ridden on."""
    c.shadow(480, FLOOR - 4, 330)
    if size == "2":
        rider(c)
        return
    c.line([(330, 330), (240, 190), (180, 196)], width=20, fill=GRAPHITE)
    c.poly([(300, 300), (600, 260), (660, 330), (680, 520), (300, 520)], c.brand)
    c.poly([(300, 300), (600, 260), (618, 282), (310, 326)], shade(c.brand, 0.25))
    c.rect(340, 362, 150, 90, fill=shade(c.brand, 0.14), r=12)
    c.rect(520, 352, 90, 24, fill=c.accent, r=8)
    c.rect(300, 500, 392, 44, fill=DARK, r=10)
    c.poly([(560, 540), (740, 540), (764, 604), (540, 604)], GRAPHITE)
    c.rect(536, 596, 232, 20, fill=shade(c.brand, 0.5), r=6)
    c.line([(300, 540), (226, 590)], width=14, fill=GRAPHITE)
    c.rect(176, 588, 110, 22, fill=DARK, r=8)
    castor(c, 380, FLOOR, 48)
    castor(c, 500, FLOOR, 24)


def rider(c: Canvas) -> None:
    """A ride-on scrubber."""
    c.rect(250, 350, 250, 190, fill=c.brand, r=22)
    c.rect(250, 350, 250, 50, fill=shade(c.brand, 0.2), r=22)
    c.rect(290, 424, 130, 70, fill=shade(c.brand, 0.12), r=10)
    c.rect(270, 190, 40, 170, fill=DARK, r=16)
    c.rect(286, 320, 180, 40, fill=DARK, r=16)
    c.rect(250, 470, 480, 74, fill=shade(c.brand, -0.1), r=18)
    c.poly([(610, 480), (660, 270), (700, 270), (740, 480)], c.brand)
    c.poly([(610, 480), (660, 270), (674, 270), (636, 480)], shade(c.brand, 0.2))
    c.line([(668, 268), (610, 236)], width=14, fill=GRAPHITE)
    c.line([(584, 262), (634, 208)], width=18, fill=DARK)
    c.oval(716, 420, 18, fill=c.accent)
    c.rect(560, 544, 180, 52, fill=GRAPHITE, r=10)
    c.rect(548, 590, 204, 22, fill=shade(c.brand, 0.5), r=6)
    c.rect(180, 588, 120, 20, fill=DARK, r=8)
    c.line([(280, 540), (236, 592)], width=12, fill=GRAPHITE)
    castor(c, 350, FLOOR, 56)
    castor(c, 770, FLOOR, 30)


def polisher(c: Canvas, _: str) -> None:
    """A single-disc machine on a shining floor."""
    c.poly([(150, 560), (810, 560), (900, 660), (60, 660)], "#d8d3e4")
    c.poly([(300, 572), (420, 572), (380, 650), (230, 650)], "#eceaf3")
    c.line([(520, 520), (360, 180)], width=22, fill=STEEL)
    c.line([(384, 160), (300, 196)], width=24, fill=DARK)
    c.rect(410, 290, 66, 130, fill=c.brand, r=16)
    c.rect(470, 430, 170, 110, fill=c.brand, r=26)
    c.rect(470, 430, 170, 34, fill=shade(c.brand, 0.2), r=20)
    c.rect(420, 530, 290, 52, fill=GRAPHITE, r=24)
    c.rect(440, 576, 250, 26, fill=c.accent, r=10)
    castor(c, 400, 600, 30)


def vacuum(c: Canvas, _: str) -> None:
    """A tub vacuum cleaner with its hose."""
    c.shadow(460, FLOOR - 4, 300)
    c.rect(300, 330, 270, 250, fill=c.brand, r=40)
    c.rect(300, 330, 70, 250, fill=shade(c.brand, 0.16), r=36)
    c.rect(290, 300, 290, 60, fill=DARK, r=18)
    c.slice(435, 306, 130, 110, start=180, end=360, fill=shade(c.brand, -0.1))
    c.slice(435, 306, 130, 110, start=180, end=236, fill=shade(c.brand, 0.16))
    c.line([(370, 214), (435, 188), (500, 214)], width=18, fill=DARK)
    c.oval(435, 264, 20, fill=c.accent)
    louvres(c, 350, 470, 170, 70, count=4, colour=shade(c.brand, -0.25))
    c.oval(560, 410, 36, fill=GRAPHITE)
    c.line([(560, 410), (640, 380), (690, 280), (720, 240)], width=30, fill=GRAPHITE)
    c.line([(720, 240), (760, 590)], width=18, fill=STEEL)
    c.rect(690, 580, 160, 34, fill=DARK, r=12)
    for x in (340, 530):
        castor(c, x, FLOOR, 34)


def fogger(c: Canvas, _: str) -> None:
    """A cold-fog disinfection device."""
    c.shadow(420, FLOOR - 4, 230)
    for n, (x, y, r) in enumerate(
        ((720, 250, 70), (800, 310, 60), (700, 340, 56), (640, 280, 44), (780, 210, 42))
    ):
        c.oval(x, y, r, fill=("#e3e7f1", "#dce2ef", "#e9ecf4", "#dce2ef", "#e3e7f1")[n])
    c.rect(270, 400, 300, 210, fill=shade(c.brand, 0.72), r=30)
    c.rect(270, 490, 300, 120, fill=shade(c.brand, 0.45), r=30)
    c.rect(290, 240, 250, 176, fill=c.brand, r=36)
    c.rect(290, 240, 250, 54, fill=shade(c.brand, 0.2), r=30)
    c.poly([(540, 270), (620, 250), (620, 320), (540, 340)], GRAPHITE)
    c.oval(620, 285, 16, 36, fill=DARK)
    c.arc(400, 240, 84, start=190, end=350, width=24, fill=DARK)
    c.oval(350, 350, 20, fill=c.accent)
    c.rect(400, 336, 100, 28, fill=WHITE, r=8)


def snow(c: Canvas, _: str) -> None:
    """A snow blower and a cleared path."""
    c.poly([(60, 640), (900, 640), (900, 560), (620, 580), (420, 610)], "#e3e9ef")
    c.oval(780, 560, 130, 60, fill="#e3e9ef")
    c.shadow(400, 628, 240)
    c.line([(330, 420), (190, 240), (150, 250)], width=18, fill=GRAPHITE)
    c.rect(290, 380, 220, 150, fill=c.brand, r=26)
    c.rect(290, 380, 220, 46, fill=shade(c.brand, 0.2), r=22)
    c.poly([(500, 400), (640, 380), (676, 600), (510, 600)], shade(c.brand, -0.2))
    c.poly([(560, 430), (640, 420), (664, 580), (580, 584)], DARK)
    for n in range(3):
        c.line([(580 + n * 12, 440 + n * 50), (640 + n * 6, 456 + n * 50)], width=14, fill=c.accent)
    c.poly([(520, 390), (580, 384), (600, 250), (556, 236)], GRAPHITE)
    for x, y, r in (
        (650, 210, 14),
        (690, 180, 10),
        (720, 230, 12),
        (760, 200, 9),
        (742, 270, 10),
        (690, 250, 8),
    ):
        c.oval(x, y, r, fill="#c9d7e4")
    castor(c, 370, 628, 62)
