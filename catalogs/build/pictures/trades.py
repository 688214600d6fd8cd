"""Service, works and consumables of an engineering company."""

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
    gauge,
)  # fmt: skip


def oil(c: Canvas, _: str) -> None:
    """A canister of oil."""
    c.shadow(470, 604, 190)
    c.rect(330, 210, 290, 396, fill=c.brand, r=34)
    c.rect(330, 210, 60, 396, fill=shade(c.brand, 0.16), r=34)
    c.rect(560, 210, 60, 396, fill=shade(c.brand, -0.18), r=30)
    c.rect(360, 210, 230, 396, fill=c.brand)
    c.poly([(360, 226), (424, 130), (560, 130), (600, 226)], c.brand)
    c.poly([(452, 162), (532, 162), (556, 214), (424, 214)], "#f4f5f3")
    c.rect(356, 128, 82, 60, fill=DARK, r=10)
    c.rect(356, 128, 82, 18, fill=GRAPHITE, r=8)
    c.rect(374, 300, 206, 220, fill="#eef2ef", r=10)
    c.poly([(438, 420), (477, 330), (516, 420)], c.accent)
    c.oval(477, 424, 41, fill=c.accent)
    c.rect(404, 484, 146, 10, fill="#93a09d", r=4)


def filterkit(c: Canvas, _: str) -> None:
    """Air, oil and separator elements side by side."""
    c.shadow(480, 600, 320)
    c.cylinder(180, 250, 210, 350, colour="#e7e0cd", dome=30)
    for n in range(13):
        c.rect(190 + n * 15.4, 296, 5, 262, fill="#cabf9f")
    c.rect(172, 262, 226, 42, fill=DARK, r=12)
    c.rect(172, 548, 226, 42, fill=DARK, r=12)
    c.cylinder(430, 330, 150, 270, colour=c.brand, dome=22)
    c.rect(450, 420, 110, 90, fill="#eef2ef", r=8)
    c.rect(466, 444, 60, 9, fill=c.accent, r=4)
    c.rect(466, 466, 78, 9, fill="#a9b5b1", r=4)
    c.cylinder(620, 200, 170, 400, colour=STEEL, dome=26)
    c.rect(604, 236, 202, 24, fill=GRAPHITE, r=8)
    for row in range(8):
        for n in range(5):
            c.oval(648 + n * 28 + (row % 2) * 6, 300 + row * 34, 5, fill="#8f9c99")


def toolcase(c: Canvas, size: str) -> None:
    """A service case; for the long contract a calendar stands behind."""
    c.shadow(480, 604, 320)
    if size == "36":
        calendar(c, 500, 110)
    box(c, 210, 330, 460, 270, depth=70, colour=c.brand)
    c.arc(440, 322, 92, start=180, end=360, width=26, fill=DARK)
    c.rect(210, 420, 460, 12, fill=shade(c.brand, -0.25))
    for x in (290, 540):
        c.rect(x, 402, 56, 56, fill=STEEL, r=8)
        c.rect(x + 14, 420, 28, 20, fill=GRAPHITE, r=4)
    wrench_shape(c, 440, 520)


def wrench_shape(c: Canvas, cx: float, cy: float) -> None:
    """A spanner lying across, in white."""
    c.line([(cx - 62, cy), (cx + 62, cy)], width=24, fill="#eef2ef")
    for side in (-1, 1):
        c.oval(cx + side * 78, cy, 32, fill="#eef2ef")
        c.poly(
            [
                (cx + side * 84, cy - 13),
                (cx + side * 118, cy - 13),
                (cx + side * 118, cy + 13),
                (cx + side * 84, cy + 13),
            ],
            c.brand,
        )


DAYS_DONE = 12


def calendar(c: Canvas, x: float, y: float) -> None:
    """A wall calendar with days ticked off."""
    c.rect(x, y, 300, 300, fill=WHITE, r=14)
    c.rect(x, y, 300, 66, fill=c.accent, r=14)
    c.rect(x, y + 40, 300, 26, fill=c.accent)
    for n in (70, 230):
        c.rect(x + n - 8, y - 24, 16, 54, fill=GRAPHITE, r=8)
    for row in range(4):
        for column in range(5):
            done = row * 5 + column < DAYS_DONE
            c.rect(
                x + 30 + column * 50,
                y + 92 + row * 50,
                34,
                34,
                fill=shade(c.brand, 0.55) if done else "#e6ebe8",
                r=6,
            )


def wrench(c: Canvas, size: str) -> None:
    """Installation: a toolbox with tools; for a station a machine on a pallet jack."""
    if size == "2":
        pallet(c)
        return
    c.shadow(480, 604, 320)
    c.line([(300, 400), (250, 190)], width=30, fill=STEEL)
    c.oval(244, 168, 46, fill=STEEL)
    c.poly([(218, 110), (262, 100), (258, 168), (230, 172)], "#f4f5f3")
    c.rect(400, 170, 26, 240, fill=AMBER, r=10)
    c.rect(372, 130, 82, 56, fill=GRAPHITE, r=10)
    c.rect(560, 200, 40, 200, fill=RED, r=14)
    c.rect(572, 120, 16, 90, fill=STEEL, r=4)
    c.line([(700, 400), (720, 230)], width=26, fill=BLUE)
    c.line([(720, 230), (690, 160)], width=20, fill=STEEL)
    c.line([(720, 230), (752, 160)], width=20, fill=STEEL)
    box(c, 180, 390, 540, 214, depth=70, colour=c.brand)
    c.rect(180, 390, 540, 34, fill=shade(c.brand, 0.16))
    c.rect(370, 470, 160, 60, fill="#eef2ef", r=12)
    c.rect(396, 488, 108, 24, fill=c.brand, r=12)


def pallet(c: Canvas) -> None:
    """A compressor on a pallet jack."""
    c.shadow(480, 612, 350)
    box(c, 330, 220, 320, 290, depth=80, colour="#dfe5e2")
    c.rect(330, 220, 130, 290, fill=c.brand)
    c.rect(364, 262, 62, 80, fill=DARK, r=6)
    c.rect(372, 270, 46, 38, fill="#d9ebe5", r=3)
    for n in range(6):
        c.rect(500, 262 + n * 17, 116, 8, fill="#a3afac", r=3)
    c.rect(310, 510, 440, 26, fill="#c9a878")
    for x in (320, 500, 690):
        c.rect(x, 536, 52, 36, fill="#b08f60")
    c.rect(310, 572, 440, 14, fill="#c9a878")
    c.rect(250, 548, 430, 24, fill=RED, r=6)
    c.rect(226, 470, 70, 102, fill=RED, r=10)
    c.line([(250, 480), (170, 210)], width=18, fill=GRAPHITE)
    c.line([(130, 210), (214, 196)], width=20, fill=DARK)
    castor(c, 262, 612, 26)
    castor(c, 650, 612, 20)


def truck(c: Canvas, _: str) -> None:
    """A delivery lorry seen from the side."""
    c.shadow(480, 592, 400)
    c.rect(110, 220, 500, 300, fill=c.brand, r=10)
    c.rect(110, 220, 500, 40, fill=shade(c.brand, 0.16), r=10)
    c.rect(110, 430, 500, 22, fill=c.accent)
    c.rect(110, 520, 740, 26, fill=DARK)
    c.poly([(626, 300), (760, 300), (820, 410), (852, 424), (852, 534), (626, 534)], "#dfe5e2")
    c.poly([(666, 326), (748, 326), (792, 410), (666, 410)], "#9cc3d6")
    c.poly([(666, 326), (700, 326), (676, 410), (666, 410)], "#c3dde8")
    c.rect(640, 440, 30, 10, fill=GRAPHITE, r=4)
    c.rect(828, 470, 26, 26, fill=AMBER, r=6)
    c.rect(84, 300, 20, 250, fill=GRAPHITE, r=4)
    for x in (230, 340, 738):
        castor(c, x, 596, 52)


def training(c: Canvas, _: str) -> None:
    """Operator training: a board with a scheme, a helmet on the desk."""
    c.rect(190, 90, 580, 350, fill=GRAPHITE, r=14)
    c.rect(206, 106, 548, 318, fill=WHITE, r=6)
    c.rect(250, 240, 90, 100, fill=c.brand, r=8)
    c.line([(340, 290), (420, 290), (420, 230), (500, 230)], width=10, fill=BLUE)
    c.cylinder(500, 170, 76, 170, colour=shade(c.brand, 0.3), dome=22)
    c.line([(576, 260), (650, 260)], width=10, fill=BLUE)
    gauge(c, 682, 260, 36)
    c.rect(250, 374, 200, 12, fill="#c4cecb", r=5)
    c.rect(250, 150, 130, 16, fill=c.accent, r=6)
    c.rect(120, 560, 720, 26, fill="#c9a878", r=6)
    c.slice(330, 560, 110, 120, start=180, end=360, fill=AMBER)
    c.slice(330, 560, 110, 120, start=180, end=232, fill=shade(AMBER, 0.3))
    c.rect(206, 542, 262, 20, fill=shade(AMBER, -0.12), r=10)
    c.rect(318, 436, 24, 110, fill=shade(AMBER, 0.2), r=8)
    c.rect(560, 530, 190, 30, fill="#dfe5e2", r=4)
    c.rect(552, 520, 206, 12, fill=GREEN, r=4)
