"""What a cleaning company brings, wears and writes down."""

from catalogs.build.pictures.canvas import WHITE, Canvas, shade
from catalogs.build.pictures.cleaning_rooms import GLASS, LEAF, WOOD, leaf, star
from catalogs.build.pictures.parts import AMBER, BLUE, DARK, GRAPHITE, GREEN, RED, SCREEN, STEEL


def tick(c: Canvas, x: float, y: float, size: float, *, fill: str) -> None:
    """A tick in a square of that size."""
    c.line(
        [(x, y + size * 0.5), (x + size * 0.36, y + size * 0.84), (x + size, y + size * 0.1)],
        width=size * 0.22,
        fill=fill,
    )


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
