"""Reading what was printed, and pictures to print."""

import hashlib
import io
import re
from collections.abc import Iterable

import pypdfium2
from PIL import Image, ImageDraw

from app.proposals.document import Document

_SPACES = re.compile(r"[\s\u00a0\u202f\ufffe\x02-]+")


def page_texts(pdf: bytes) -> list[str]:
    """The text of each page, without spaces and hyphens, so that line breaks do not matter."""
    pages = pypdfium2.PdfDocument(pdf)
    try:
        return [squeezed(page.get_textpage().get_text_bounded()) for page in pages]
    finally:
        pages.close()


def squeezed(text: str) -> str:
    return _SPACES.sub("", text)


def shown_amounts(document: Document, *, grouped: bool) -> Iterable[tuple[int, str]]:
    """(page, text) of every amount that the pages must show."""
    solution = document.solution
    yield from ((1, row.amount.text) for row in solution.totals)
    yield from ((0, figure.text) for figure in document.cover.figures)
    yield from ((2, figure.text) for figure in document.economics.figures)
    for table in (document.economics.before_after, document.economics.scenarios):
        yield from ((2, row.text) for row in (table.rows if table else ()))
    yield from ((3, entry.price.text) for entry in document.next_steps.recommendations)
    if not grouped:
        for line in solution.lines:
            yield from ((1, amount.text) for amount in (line.quantity, line.price, line.sum))


def make_picture(colour: str = "#3f7d6e", *, kind: str = "JPEG", size: tuple[int, int] = (252, 189)) -> bytes:
    picture = Image.new("RGB", size, "#e8ece9")
    ImageDraw.Draw(picture).rectangle((40, 40, size[0] - 40, size[1] - 40), fill=colour)
    output = io.BytesIO()
    picture.save(output, kind)
    return output.getvalue()


def digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
