"""Pictures of things for sale, drawn in flat colour."""

from collections.abc import Callable
from functools import cache

from catalogs.build.pictures import (
    cleaning_machines,
    cleaning_rooms,
    cleaning_things,
    instruments,
    machines,
    piping,
    trades,
    vessels,
)
from catalogs.build.pictures.canvas import Canvas

ROOMS = (machines, vessels, instruments, piping, trades, cleaning_machines, cleaning_rooms, cleaning_things)


def drawing(colour: str, accent: str) -> Callable[[str], bytes]:
    """A function from a picture's name («dryer:120») to its PNG, in the company's colours."""

    @cache
    def draw(name: str) -> bytes:
        kind, size = name.split(":")
        canvas = Canvas(colour, accent)
        painter(kind)(canvas, size)
        return canvas.png()

    return draw


def painter(kind: str) -> Callable[[Canvas, str], None]:
    """The function that draws such a thing."""
    room = next(room for room in ROOMS if hasattr(room, kind))
    found: Callable[[Canvas, str], None] = getattr(room, kind)
    return found
