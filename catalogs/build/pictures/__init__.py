"""Pictures of things for sale, drawn in flat colour."""

from collections.abc import Callable

from catalogs.build.pictures.canvas import Canvas


def drawing(colour: str) -> Callable[[str], bytes]:
    """A function from a picture's name to its PNG."""

    def draw(name: str) -> bytes:
        c = Canvas(colour)
        return c.png()

    return draw
