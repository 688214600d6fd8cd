"""Documents and pictures to measure with."""

import hashlib
import io
from dataclasses import dataclass

from PIL import Image, ImageDraw, ImageFilter

from app.proposals.document import Document
from tests.builders.documents import make_document

PHOTOS = 12
PRINT_SIZE = (252, 189)
RAW_SIZE = (1000, 750)


@dataclass(frozen=True, slots=True)
class Sample:
    """A document, its pictures in print size, and the same pictures as somebody put them into a workbook."""

    document: Document
    prints: dict[str, bytes]
    raw: dict[str, bytes]


def sample(lines: int) -> Sample:
    """So many lines, each with a picture."""
    prints = [photo(number, PRINT_SIZE, "JPEG") for number in range(PHOTOS)]
    raw = [photo(number, RAW_SIZE, "PNG") for number in range(PHOTOS)]
    names = [hashlib.sha256(content).hexdigest() for content in prints]
    document = make_document(lines=lines, pictures=names, portrait=names[0])
    return Sample(document, dict(zip(names, prints, strict=True)), dict(zip(names, raw, strict=True)))


def photo(number: int, size: tuple[int, int], kind: str) -> bytes:
    """A picture with as much detail as a photo has."""
    picture = Image.effect_noise((size[0] // 4, size[1] // 4), 60).convert("RGB").resize(size)
    box = (size[0] * 0.2, size[1] * 0.2, size[0] * 0.8, size[1] * 0.8)
    ImageDraw.Draw(picture).ellipse(box, fill="#3f7d6e")
    output = io.BytesIO()
    picture.filter(ImageFilter.GaussianBlur(number % 3 + 1)).save(output, kind, quality=88)
    return output.getvalue()
