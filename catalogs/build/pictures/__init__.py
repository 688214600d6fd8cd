"""Pictures of things for sale, drawn in flat colour."""

from collections.abc import Callable, Mapping
from functools import cache

from catalogs.build.pictures import instruments, machines, piping, trades, vessels
from catalogs.build.pictures.canvas import Canvas

ROOMS = (machines, vessels, instruments, piping, trades)


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
    found: Mapping[str, Callable[[Canvas, str], None]] = {
        name: value
        for room in ROOMS
        for name, value in vars(room).items()
        if value and value.__class__.__name__ == "function"
    }
    return found[kind]
