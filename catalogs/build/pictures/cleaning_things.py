"""What a cleaning company cleans, brings and writes down."""

from math import cos, radians, sin

from catalogs.build.pictures.canvas import WHITE, Canvas, shade
from catalogs.build.pictures.cleaning_machines import spray
from catalogs.build.pictures.parts import (
    AMBER, BLUE, DARK, GRAPHITE, GREEN, RED, SCREEN, STEEL, box, castor,
)  # fmt: skip

GLASS, WOOD, LEAF = "#bcd6e6", "#c9a878", "#4fa06a"


def tick(c: Canvas, x: float, y: float, size: float, *, fill: str) -> None:
    """A tick in a square of that size."""
    c.line(
        [(x, y + size * 0.5), (x + size * 0.36, y + size * 0.84), (x + size, y + size * 0.1)],
        width=size * 0.22,
        fill=fill,
    )


def star(c: Canvas, cx: float, cy: float, r: float, *, fill: str) -> None:
    """A five-pointed star."""
    points = [
        (
            cx + (r if n % 2 == 0 else r * 0.42) * sin(radians(36 * n)),
            cy - (r if n % 2 == 0 else r * 0.42) * cos(radians(36 * n)),
        )
        for n in range(10)
    ]
    c.poly(points, fill)


def person(c: Canvas, _: str) -> None:
    """A porter's uniform on its hanger, gloves beside."""
    c.arc(480, 130, 34, start=150, end=380, width=11, fill=GRAPHITE)
    c.line([(480, 164), (480, 190)], width=11, fill=GRAPHITE)
    c.line([(330, 262), (480, 190), (630, 262)], width=16, fill=WOOD)
    c.poly(
        [
            (380, 236),
            (580, 236),
            (700, 330),
            (648, 420),
            (606, 386),
            (606, 620),
            (354, 620),
            (354, 386),
            (312, 420),
            (260, 330),
        ],
        c.brand,
    )
    c.poly(
        [(380, 236), (430, 236), (400, 620), (354, 620), (354, 386), (312, 420), (260, 330)],
        shade(c.brand, 0.14),
    )
    c.poly([(430, 236), (530, 236), (480, 320)], WHITE)
    c.rect(474, 320, 12, 300, fill=shade(c.brand, -0.25))
    c.rect(530, 380, 56, 44, fill=shade(c.brand, -0.2), r=6)
    c.rect(376, 380, 66, 30, fill=c.accent, r=6)
    for y in (430, 500, 570):
        c.oval(480, y, 9, fill=WHITE)


def checklist(c: Canvas, _: str) -> None:
    """A supervisor's clipboard with ticks."""
    c.rect(290, 90, 380, 540, fill=c.brand, r=26)
    c.rect(316, 140, 328, 464, fill=WHITE, r=8)
    c.rect(404, 70, 152, 66, fill=GRAPHITE, r=14)
    c.oval(480, 84, 24, fill=GRAPHITE)
    for n in range(5):
        y = 186 + n * 78
        c.rect(346, y, 50, 50, fill=shade(c.brand, 0.84), r=8)
        if n < len("four"):
            tick(c, 356, y + 8, 32, fill=c.brand)
        c.rect(420, y + 8, 190 - n % 2 * 50, 13, fill="#b9c0cf", r=6)
        c.rect(420, y + 30, 120 + n % 3 * 20, 11, fill="#dfe3ea", r=5)
    c.poly([(700, 300), (736, 284), (800, 540), (786, 600), (760, 552)], c.accent)
    c.poly([(786, 600), (776, 556), (794, 552)], DARK)
    c.poly([(700, 300), (736, 284), (728, 254), (692, 270)], RED)


def phone(c: Canvas, _: str) -> None:
    """Quality control: a phone with photos and stars."""
    c.rect(330, 60, 300, 600, fill=SCREEN, r=40)
    c.rect(350, 96, 260, 528, fill="#f7f8fb", r=22)
    c.rect(350, 96, 260, 90, fill=c.brand, r=22)
    c.rect(350, 140, 260, 46, fill=c.brand)
    c.rect(376, 130, 130, 16, fill=WHITE, r=8)
    for n, colour in enumerate((GLASS, shade(c.accent, 0.4))):
        c.rect(372 + n * 112, 210, 104, 104, fill=colour, r=10)
    c.poly([(380, 306), (414, 250), (440, 286), (452, 270), (470, 306)], shade(BLUE, 0.1))
    c.rect(506, 250, 58, 56, fill=WOOD, r=4)
    for n in range(5):
        star(c, 396 + n * 42, 362, 18, fill=AMBER if n < len("four") else "#dfe3ea")
    for n in range(3):
        y = 406 + n * 64
        c.rect(372, y, 216, 48, fill=WHITE, r=10)
        c.oval(398, y + 24, 14, fill=GREEN)
        tick(c, 391, y + 17, 14, fill=WHITE)
        c.rect(424, y + 18, 130 - n * 22, 12, fill="#b9c0cf", r=5)


def window(c: Canvas, _: str) -> None:
    """A window with a cleared stripe and a squeegee."""
    c.rect(200, 90, 480, 520, fill="#e9edf2", r=10)
    c.rect(200, 90, 480, 520, fill="#dfe4ea", r=10)
    for x, y in ((226, 116), (450, 116), (226, 360), (450, 360)):
        c.rect(x, y, 204, 222, fill=GLASS)
    c.poly([(450, 116), (654, 116), (654, 240), (530, 338), (450, 338)], "#dcebf4")
    c.poly([(226, 480), (330, 360), (400, 360), (240, 582), (226, 582)], "#d0e3ef")
    c.poly([(480, 360), (560, 360), (450, 500), (450, 400)], "#dcebf4")
    c.rect(186, 606, 508, 26, fill="#cdd4dc", r=6)
    c.line([(560, 300), (730, 510)], width=26, fill=c.brand)
    c.line([(470, 330), (630, 220)], width=26, fill=DARK)
    c.line([(464, 318), (622, 210)], width=10, fill=c.accent)
    for x, y, r in ((500, 250, 11), (540, 200, 8), (470, 200, 7), (592, 160, 9)):
        c.oval(x, y, r, fill=WHITE)


def facade(c: Canvas, _: str) -> None:
    """A tower and a rope-access cleaner."""
    box(c, 250, 60, 360, 580, depth=110, colour="#c5cede")
    for row in range(7):
        for column in range(4):
            shine = (row + column) % 3 == 0
            c.rect(
                276 + column * 82, 88 + row * 78, 60, 54, fill="#e3eff6" if shine else shade(BLUE, 0.4), r=3
            )
    c.line([(520, 60), (520, 320)], width=6, fill=DARK)
    c.oval(520, 330, 24, fill=c.accent)
    c.slice(520, 326, 28, 26, start=180, end=360, fill=RED)
    c.rect(496, 352, 48, 84, fill=c.brand, r=18)
    c.line([(536, 372), (590, 350)], width=17, fill=c.brand)
    c.line([(506, 430), (480, 490)], width=19, fill=DARK)
    c.line([(534, 430), (552, 492)], width=19, fill=DARK)
    c.line([(580, 320), (600, 380)], width=10, fill=GRAPHITE)
    c.rect(450, 400, 34, 40, fill=AMBER, r=6)


def carpet(c: Canvas, _: str) -> None:
    """A carpet, half of it freshly cleaned, and the extractor."""
    c.poly([(140, 380), (700, 380), (860, 640), (60, 640)], "#8a86b5")
    c.poly([(420, 380), (700, 380), (860, 640), (460, 640)], shade(c.brand, 0.42))
    for n in range(4):
        c.line([(480 + n * 62, 392), (520 + n * 92, 630)], width=5, fill=shade(c.brand, 0.55))
    c.rect(330, 240, 180, 190, fill=c.brand, r=26)
    c.rect(330, 240, 180, 54, fill=shade(c.brand, 0.2), r=24)
    c.rect(350, 320, 90, 60, fill=GLASS, r=8)
    c.line([(510, 290), (600, 250), (640, 180)], width=24, fill=GRAPHITE)
    c.line([(640, 180), (700, 470)], width=18, fill=STEEL)
    c.poly([(640, 470), (764, 470), (780, 506), (626, 506)], DARK)
    castor(c, 372, 462, 36)
    castor(c, 480, 462, 24)


def sofa(c: Canvas, _: str) -> None:
    """A two-seat sofa with a bright clean seat."""
    c.shadow(480, 580, 330)
    for x in (210, 700):
        c.rect(x, 540, 30, 44, fill=WOOD, r=4)
    c.rect(200, 230, 540, 250, fill=c.brand, r=44)
    c.rect(216, 246, 250, 170, fill=shade(c.brand, 0.14), r=30)
    c.rect(474, 246, 250, 170, fill=shade(c.brand, 0.32), r=30)
    c.rect(150, 320, 100, 230, fill=shade(c.brand, -0.14), r=40)
    c.rect(690, 320, 100, 230, fill=shade(c.brand, -0.14), r=40)
    c.rect(240, 410, 230, 140, fill=shade(c.brand, 0.2), r=26)
    c.rect(470, 410, 230, 140, fill=shade(c.brand, 0.44), r=26)
    c.rect(236, 500, 468, 56, fill=shade(c.brand, -0.08), r=20)
    for x, y, r in ((640, 300, 16), (600, 270, 9), (668, 260, 10)):
        star(c, x, y, r * 1.5, fill=WHITE)


def kitchen(c: Canvas, _: str) -> None:
    """A fridge, an oven and a coffee machine in a row."""
    c.shadow(480, 620, 370)
    box(c, 140, 130, 200, 486, depth=34, colour="#e1e6ec")
    c.rect(140, 290, 200, 6, fill="#b4bdc8")
    c.rect(300, 190, 12, 80, fill=GRAPHITE, r=5)
    c.rect(300, 320, 12, 120, fill=GRAPHITE, r=5)
    c.rect(374, 390, 446, 24, fill=WOOD)
    c.rect(374, 414, 220, 202, fill="#d3dae2")
    c.rect(398, 460, 172, 130, fill=DARK, r=8)
    c.rect(412, 474, 144, 102, fill="#4c5a6b", r=6)
    for n in range(4):
        c.oval(414 + n * 46, 438, 10, fill=c.accent if n == 0 else GRAPHITE)
    c.rect(600, 414, 220, 202, fill=c.brand)
    c.rect(706, 414, 6, 202, fill=shade(c.brand, -0.25))
    for x in (676, 728):
        c.rect(x, 470, 12, 54, fill=shade(c.brand, 0.6), r=5)
    c.rect(430, 250, 150, 140, fill=DARK, r=12)
    c.rect(452, 310, 106, 80, fill="#56606e", r=6)
    c.rect(484, 350, 44, 40, fill=WHITE, r=6)
    c.oval(470, 280, 10, fill=GREEN)
    spray(c, 690, 390, colour=GREEN)


def plant(c: Canvas, _: str) -> None:
    """A pot plant and a watering can."""
    c.shadow(440, 620, 270)
    for angle, length in ((-68, 250), (-40, 300), (-14, 330), (14, 320), (42, 290), (70, 240)):
        leaf(c, 380, 420, angle=angle, length=length, fill=shade(LEAF, 0.12 if angle % 4 else -0.14))
    c.poly([(270, 410), (490, 410), (456, 616), (304, 616)], c.brand)
    c.poly([(270, 410), (330, 410), (344, 616), (304, 616)], shade(c.brand, 0.18))
    c.rect(256, 392, 248, 38, fill=shade(c.brand, -0.15), r=10)
    c.rect(600, 470, 150, 146, fill=c.accent, r=16)
    c.rect(600, 470, 40, 146, fill=shade(c.accent, 0.25), r=16)
    c.line([(606, 580), (540, 500), (520, 470)], width=20, fill=c.accent)
    c.oval(514, 462, 26, 14, fill=shade(c.accent, -0.2))
    c.arc(752, 536, 62, start=270, end=450, width=18, fill=shade(c.accent, -0.2))


def leaf(c: Canvas, x: float, y: float, *, angle: float, length: float, fill: str) -> None:
    """A pointed leaf that grows from (x, y); 0 degrees is straight up."""
    ax, ay = sin(radians(angle)), -cos(radians(angle))
    left, right = [], []
    for n in range(13):
        share = n / 12
        width = length * 0.13 * sin(3.1416 * share) ** 0.8 if 0 < share < 1 else 0
        px, py = x + ax * length * share, y + ay * length * share
        left.append((px - ay * width, py + ax * width))
        right.append((px + ay * width, py - ax * width))
    c.poly([*left, *reversed(right)], fill)
    c.line([(x, y), (x + ax * length * 0.92, y + ay * length * 0.92)], width=4, fill=shade(fill, 0.25))


def dispensers(c: Canvas, _: str) -> None:
    """Paper towels, soap and a roll of tissue."""
    c.rect(190, 110, 240, 330, fill="#e4e8ee", r=24)
    c.rect(190, 110, 240, 200, fill=c.brand, r=24)
    c.rect(190, 280, 240, 30, fill=c.brand)
    c.rect(286, 150, 48, 110, fill=shade(c.brand, 0.5), r=20)
    c.poly([(240, 430), (380, 430), (368, 520), (252, 520)], "#dce1ea")
    c.poly([(240, 430), (310, 430), (304, 520), (252, 520)], "#e9edf3")
    c.rect(520, 110, 150, 260, fill="#e4e8ee", r=26)
    c.rect(552, 150, 86, 130, fill=GLASS, r=12)
    c.rect(552, 200, 86, 80, fill=shade(c.accent, 0.2), r=10)
    c.rect(560, 366, 70, 30, fill=c.brand, r=10)
    c.oval(595, 430, 14, 18, fill=shade(c.accent, 0.2))
    c.oval(640, 560, 100, fill=WHITE)
    c.ring(640, 560, 100, width=8, fill="#d9dee6")
    c.ring(640, 560, 72, width=5, fill="#e6eaf0")
    c.oval(640, 560, 32, fill=WOOD)
    c.oval(640, 560, 18, fill=DARK)
    c.rect(728, 556, 60, 100, fill="#dce1ea")


def bottle(c: Canvas, _: str) -> None:
    """Eco-labelled detergents: a canister and two bottles with a leaf."""
    c.shadow(480, 612, 300)
    c.rect(220, 250, 210, 360, fill=shade(LEAF, 0.1), r=26)
    c.rect(220, 250, 50, 360, fill=shade(LEAF, 0.32), r=24)
    c.rect(290, 200, 70, 56, fill=DARK, r=10)
    c.rect(252, 350, 148, 170, fill="#f2f6f2", r=10)
    leaf(c, 326, 500, angle=14, length=130, fill=LEAF)
    for n, colour in enumerate((c.brand, c.accent)):
        x = 480 + n * 150
        c.rect(x, 360, 116, 250, fill=colour, r=22)
        c.rect(x, 360, 28, 250, fill=shade(colour, 0.22), r=20)
        c.rect(x + 36, 300, 44, 66, fill=colour)
        c.rect(x + 28, 280, 60, 30, fill=DARK, r=8)
        c.rect(x + 20, 440, 76, 90, fill="#f2f6f2", r=8)
        leaf(c, x + 58, 520, angle=10, length=70, fill=LEAF)


def mat(c: Canvas, _: str) -> None:
    """An entrance mat before a glass door."""
    c.rect(270, 70, 420, 400, fill=GRAPHITE, r=6)
    for x in (290, 490):
        c.rect(x, 90, 180, 380, fill=GLASS)
        c.poly([(x, 90), (x + 90, 90), (x, 300)], "#dcebf4")
    c.rect(452, 250, 12, 110, fill=STEEL, r=5)
    c.rect(496, 250, 12, 110, fill=STEEL, r=5)
    c.poly([(280, 490), (680, 490), (790, 650), (170, 650)], DARK)
    c.poly([(306, 502), (654, 502), (742, 636), (218, 636)], c.brand)
    for n in range(6):
        y = 518 + n * 20
        inset = 300 - n * 14
        c.line([(inset + 6, y), (960 - inset - 6, y)], width=6, fill=shade(c.brand, 0.22))


def bins(c: Canvas, _: str) -> None:
    """Three bins for sorted waste."""
    c.shadow(480, 616, 360)
    for n, colour in enumerate((BLUE, AMBER, GREEN)):
        x = 150 + n * 226
        c.poly([(x, 250), (x + 196, 250), (x + 176, 610), (x + 20, 610)], colour)
        c.poly([(x, 250), (x + 46, 250), (x + 58, 610), (x + 20, 610)], shade(colour, 0.22))
        c.rect(x - 12, 206, 220, 52, fill=shade(colour, -0.25), r=18)
        c.rect(x + 66, 182, 64, 26, fill=shade(colour, -0.35), r=10)
        c.oval(x + 98, 420, 54, fill=shade(colour, 0.75))
    c.rect(226, 396, 44, 52, fill=BLUE, r=4)
    c.rect(462, 384, 24, 74, fill=AMBER, r=8)
    c.rect(467, 368, 14, 20, fill=AMBER)
    leaf(c, 690, 458, angle=16, length=86, fill=GREEN)


def plan(c: Canvas, _: str) -> None:
    """A floor plan with coloured zones."""
    c.poly([(120, 200), (760, 120), (860, 540), (180, 640)], WHITE)
    c.poly([(120, 200), (140, 198), (202, 637), (180, 640)], "#e3e7ee")
    zones = (
        ([(190, 240), (430, 210), (450, 380), (216, 412)], c.brand),
        ([(456, 206), (710, 174), (742, 346), (476, 376)], c.accent),
        ([(222, 440), (380, 420), (398, 566), (246, 590)], GREEN),
        ([(408, 416), (748, 372), (782, 512), (426, 562)], BLUE),
    )
    for points, colour in zones:
        c.poly(points, shade(colour, 0.45))
        c.line([*points, points[0]], width=8, fill=shade(colour, -0.1))
    for cx, cy, colour in ((320, 300, c.brand), (596, 266, c.accent), (600, 456, BLUE)):
        c.oval(cx, cy, 26, fill=colour)
        c.poly([(cx - 22, cy + 12), (cx + 22, cy + 12), (cx, cy + 54)], colour)
        c.oval(cx, cy, 10, fill=WHITE)


def badge(c: Canvas, _: str) -> None:
    """A team's badge on its lanyard with a certificate behind."""
    c.rect(500, 250, 330, 260, fill="#e6e9f1", r=10)
    c.rect(500, 250, 330, 14, fill=c.accent)
    for n, w in enumerate((200, 240, 160)):
        c.rect(560, 300 + n * 40, w, 13, fill="#c3cad8", r=6)
    c.oval(760, 456, 36, fill=c.accent)
    c.poly([(738, 470), (782, 470), (794, 560), (760, 536), (726, 560)], shade(c.accent, -0.2))
    c.oval(760, 456, 36, fill=c.accent)
    star(c, 760, 456, 22, fill=WHITE)
    c.poly([(270, 60), (306, 60), (392, 210), (368, 224)], c.brand)
    c.poly([(490, 60), (454, 60), (368, 210), (392, 224)], shade(c.brand, -0.2))
    c.rect(352, 204, 56, 44, fill=GRAPHITE, r=8)
    c.rect(230, 240, 300, 390, fill=c.brand, r=26)
    c.rect(250, 300, 260, 310, fill=WHITE, r=14)
    c.rect(340, 258, 80, 18, fill=shade(c.brand, -0.35), r=9)
    c.oval(380, 386, 44, fill="#e8b893")
    c.slice(380, 380, 48, 46, start=180, end=360, fill="#5b4334")
    c.slice(380, 516, 84, 84, start=180, end=360, fill=c.brand)
    c.rect(300, 540, 160, 15, fill="#b9c0cf", r=7)
    c.rect(330, 570, 100, 13, fill="#dfe3ea", r=6)


def broom(c: Canvas, _: str) -> None:
    """After renovation: a broom, a dustpan, a paint tin."""
    c.shadow(460, 620, 340)
    c.line([(330, 480), (470, 80)], width=20, fill=WOOD)
    c.poly([(246, 470), (390, 500), (420, 560), (190, 520)], c.brand)
    c.poly([(190, 520), (420, 560), (400, 626), (130, 600)], c.accent)
    for n in range(6):
        c.line(
            [(210 + n * 36, 536 + n * 6), (176 + n * 42, 604 + n * 3)], width=4, fill=shade(c.accent, -0.2)
        )
    c.poly([(470, 540), (640, 510), (690, 620), (450, 620)], shade(c.brand, 0.35))
    c.poly([(470, 540), (640, 510), (646, 526), (476, 560)], c.brand)
    c.line([(632, 524), (672, 470)], width=22, fill=c.brand)
    for x, y, r in ((430, 600, 9), (500, 590, 11), (540, 604, 8), (470, 608, 7)):
        c.oval(x, y, r, fill="#b3a893")
    c.rect(720, 436, 150, 180, fill=STEEL, r=10)
    c.rect(720, 496, 150, 70, fill=BLUE)
    c.rect(712, 426, 166, 26, fill=GRAPHITE, r=8)
    c.poly([(740, 452), (800, 452), (792, 506), (776, 482), (760, 520)], BLUE)
