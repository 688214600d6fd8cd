"""Portraits of the demo's people, who do not exist."""

from collections.abc import Callable
from dataclasses import dataclass

from catalogs.build.pictures.canvas import WHITE, Canvas, shade

SIDE = 900
CUT = (110, 110, 790, 790)
LIP, WHITE_OF_EYE = "#b5675c", "#fbf7f3"


@dataclass(frozen=True, slots=True)
class Face:
    """Colours of a person; the drawings below add hair and clothes."""

    skin: str
    hair: str
    cloth: str
    paper: str
    eyes: str = "#3a2a24"


def portrait(name: str) -> bytes:
    """The JPEG of that person."""
    face, back, front = PEOPLE[name]
    c = Canvas(face.cloth, face.hair, size=(SIDE, SIDE), paper=face.paper)
    back(c, face)
    head(c, face)
    front(c, face)
    return c.jpeg(CUT, side=SIDE)


def bust(c: Canvas, face: Face) -> None:
    """Neck and shoulders."""
    c.oval(450, 930, 330, 268, fill=face.cloth)
    c.slice(450, 930, 330, 268, start=270, end=360, fill=shade(face.cloth, -0.12))
    c.rect(390, 520, 120, 180, fill=shade(face.skin, -0.1), r=50)
    c.rect(390, 520, 120, 92, fill=shade(face.skin, -0.2))
    c.oval(450, 610, 60, 18, fill=shade(face.skin, -0.2))


def head(c: Canvas, face: Face) -> None:
    """Ears, face, features: a calm smile."""
    for x in (314, 586):
        c.oval(x, 422, 25, 40, fill=shade(face.skin, -0.08))
        c.oval(x + (6 if x < SIDE / 2 else -6), 424, 12, 22, fill=shade(face.skin, -0.2))
    c.oval(450, 392, 138, 156, fill=shade(face.skin, -0.07))
    c.oval(450, 452, 118, 142, fill=shade(face.skin, -0.07))
    c.oval(440, 392, 127, 152, fill=face.skin)
    c.oval(442, 450, 108, 138, fill=face.skin)
    for x in (394, 506):
        c.oval(x, 408, 25, 14, fill=WHITE_OF_EYE)
        c.oval(x, 408, 14.5, 14.5, fill=face.eyes)
        c.oval(x + 4.5, 403.5, 4.5, fill=WHITE)
        c.arc(x, 424, 36, start=226, end=314, width=7, fill=shade(face.eyes, 0.05))
        c.arc(x, 424, 66, start=238, end=302, width=12, fill=shade(face.hair, -0.1))
        c.oval(x + (-26 if x < SIDE / 2 else 26), 470, 26, 17, fill=shade(mixed_blush(face.skin), 0.05))
    c.line([(450, 416), (440, 468), (458, 474)], width=8, fill=shade(face.skin, -0.17))
    c.slice(450, 506, 50, 36, start=10, end=170, fill=WHITE)
    c.arc(450, 478, 66, start=42, end=138, width=9, fill=LIP)
    c.line([(405, 512), (495, 512)], width=7, fill=LIP)


def mixed_blush(skin: str) -> str:
    """The skin's colour, a little rosier."""
    parts = [int(skin[n : n + 2], 16) for n in (1, 3, 5)]
    return f"#{min(parts[0] + 3, 255):02x}{max(parts[1] - 11, 0):02x}{max(parts[2] - 9, 0):02x}"


def shirt(c: Canvas, face: Face, *, colour: str) -> None:
    """An open collar under a jacket."""
    c.poly([(372, 660), (450, 860), (528, 660), (560, 690), (500, 900), (400, 900), (340, 690)], colour)
    c.poly([(392, 640), (450, 700), (430, 772), (352, 688)], shade(colour, 0.25))
    c.poly([(508, 640), (450, 700), (470, 772), (548, 688)], shade(colour, -0.06))
    c.poly([(392, 628), (508, 628), (450, 704)], shade(face.skin, -0.1))
    c.poly([(344, 680), (300, 704), (404, 900), (428, 900)], shade(face.cloth, 0.12))
    c.poly([(556, 680), (600, 704), (496, 900), (472, 900)], shade(face.cloth, -0.22))


def short_back(c: Canvas, face: Face) -> None:
    """Behind a short-haired head."""
    bust(c, face)
    c.oval(450, 340, 150, 150, fill=shade(face.hair, -0.15))


def short_front(c: Canvas, face: Face) -> None:
    """Short side-parted hair, a trimmed beard, shirt and jacket."""
    hair = face.hair
    c.blob([(318, 410), (300, 330), (312, 250), (352, 190), (430, 158), (520, 166), (584, 214),
            (604, 300), (586, 408),
            (574, 350), (560, 306), (500, 282), (420, 284), (362, 268), (338, 326)], hair)  # fmt: skip
    c.blob([(352, 262), (372, 204), (440, 170), (530, 178), (588, 226), (596, 270), (540, 240),
            (450, 232), (392, 250)],
           shade(hair, 0.06))  # fmt: skip
    shirt(c, face, colour="#e8edf0")


def long_back(c: Canvas, face: Face) -> None:
    """Shoulder-length hair behind the head."""
    c.oval(450, 400, 196, 222, fill=shade(face.hair, -0.18))
    c.rect(258, 400, 384, 296, fill=shade(face.hair, -0.18), r=110)
    bust(c, face)


def long_front(c: Canvas, face: Face) -> None:
    """A parting, locks beside the face, a blouse."""
    hair = face.hair
    c.blob([(430, 230), (362, 286), (326, 370), (308, 470), (316, 590), (292, 664), (262, 580), (254, 420),
            (286, 280), (360, 204), (440, 182)], hair)  # fmt: skip
    c.blob([(418, 232), (500, 272), (564, 344), (592, 440), (588, 570), (612, 660), (640, 570), (646, 420),
            (612, 274), (536, 200), (440, 180)], shade(hair, 0.06))  # fmt: skip
    c.poly([(386, 652), (514, 652), (450, 770)], shade(face.skin, -0.1))
    c.poly([(374, 652), (398, 640), (452, 764), (440, 792)], shade(face.cloth, 0.2))
    c.poly([(526, 652), (502, 640), (448, 764), (460, 792)], shade(face.cloth, -0.2))
    c.oval(450, 716, 7, fill="#e6c98f")
    c.arc(450, 640, 78, start=28, end=152, width=3, fill="#e6c98f")


def curly_back(c: Canvas, face: Face) -> None:
    """Curls behind the head."""
    bust(c, face)
    for x, y, r in (
        (330, 300, 74),
        (310, 378, 58),
        (570, 300, 74),
        (592, 378, 58),
        (400, 236, 86),
        (510, 236, 86),
    ):
        c.oval(x, y, r, fill=shade(face.hair, -0.16))


def curly_front(c: Canvas, face: Face) -> None:
    """Short curls, round glasses, a roll-neck."""
    hair = face.hair
    for x, y, r in (
        (338, 300, 46),
        (374, 250, 52),
        (436, 224, 54),
        (500, 230, 52),
        (552, 264, 48),
        (574, 318, 38),
        (322, 350, 30),
    ):
        c.oval(x, y, r, fill=hair)
    for x, y in ((372, 236), (440, 208), (508, 214), (556, 262)):
        c.arc(x, y, 26, start=190, end=300, width=6, fill=shade(hair, 0.16))
    for x in (394, 506):
        c.ring(x, 410, 49, width=8, fill="#2b3438")
    c.arc(450, 408, 16, start=210, end=330, width=8, fill="#2b3438")
    c.line([(346, 404), (318, 398)], width=8, fill="#2b3438")
    c.line([(554, 404), (582, 398)], width=8, fill="#2b3438")
    c.rect(372, 606, 156, 100, fill=shade(face.cloth, 0.12), r=34)
    c.rect(372, 650, 156, 14, fill=shade(face.cloth, -0.06), r=6)


Draw = Callable[[Canvas, Face], None]
PEOPLE: dict[str, tuple[Face, Draw, Draw]] = {
    "manager": (Face("#eec3a0", "#5a3d2b", "#2f4a52", "#d5e3dc"), short_back, short_front),
    "lead": (Face("#f2cdb0", "#2e2320", "#0f6a59", "#e9dfce"), long_back, long_front),
    "admin": (Face("#d9a27c", "#3b2a24", "#3a4486", "#d9dfec"), curly_back, curly_front),
}
