"""What a cleaning company cleans: windows, floors, furniture, plants."""

from math import cos, radians, sin

from catalogs.build.pictures.canvas import WHITE, Canvas, shade
from catalogs.build.pictures.cleaning_machines import spray
from catalogs.build.pictures.parts import AMBER, BLUE, DARK, GRAPHITE, GREEN, RED, STEEL, box, castor

GLASS, WOOD, LEAF = "#bcd6e6", "#c9a878", "#4fa06a"


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
