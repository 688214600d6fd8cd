"""Draws a logo and a portrait small enough for a mail. Runs in the sandbox: what it reads was uploaded."""

import io
import re
from dataclasses import dataclass
from pathlib import Path

import resvg_py
from PIL import Image, ImageOps

FONTS_DIR = Path(__file__).resolve().parent.parent / "rendering" / "fonts"
LOGO_WIDTH, LOGO_HEIGHT = 220, 48
PORTRAIT_WIDTH = 72
DENSITY = 3
OPAQUE, LIGHT_FROM = 127, 200
FOREIGN = re.compile(rb"<!ENTITY|@import|href\s*=\s*[\"'](?!data:image/|#)", re.IGNORECASE)


class UnusablePictureError(ValueError):
    """A picture that is broken, or that refers to something outside itself."""


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture for sharp screens, how wide it stands (px), and whether it needs a coloured ground."""

    content: bytes
    width: int
    needs_ground: bool = False


def draw_logo(content: bytes, ink: str) -> Drawn:
    """The logo as a PNG; a drawing in `currentColor` gets `ink`. Raises UnusablePictureError."""
    is_svg = b"<svg" in content[:4096].lower()
    image = _opened(_raster(content, ink) if is_svg else content)
    box = image.getbbox()
    if box is None:
        raise UnusablePictureError("nothing is drawn")
    image = image.crop(box)
    scale = min(LOGO_WIDTH / image.width, LOGO_HEIGHT / image.height)
    size = (max(1, round(image.width * scale)), max(1, round(image.height * scale)))
    image = image.resize((size[0] * DENSITY, size[1] * DENSITY), Image.Resampling.LANCZOS)
    tinted = is_svg and b"currentcolor" in content.lower()
    return Drawn(_saved(image, "PNG"), size[0], needs_ground=tinted or _is_light(image))


def draw_portrait(content: bytes) -> Drawn:
    """The portrait as a square JPEG. Raises UnusablePictureError."""
    side = PORTRAIT_WIDTH * DENSITY
    flat = Image.new("RGB", (side, side), "white")
    square = ImageOps.fit(_opened(content), (side, side), centering=(0.5, 0.3))
    flat.paste(square, mask=square.getchannel("A"))
    return Drawn(_saved(flat, "JPEG"), PORTRAIT_WIDTH)


def _is_light(image: Image.Image) -> bool:
    """Whether most of what is drawn is so light that it vanishes on white."""
    histogram = image.convert("L").histogram(
        image.getchannel("A").point(lambda alpha: alpha > OPAQUE and 255)
    )
    return sum(histogram[LIGHT_FROM:]) > sum(histogram) / 2


def _raster(svg: bytes, ink: str) -> bytes:
    if FOREIGN.search(svg):
        raise UnusablePictureError("the drawing refers to something outside itself")
    fonts = [str(FONTS_DIR)] if FONTS_DIR.is_dir() else None
    try:
        return resvg_py.svg_to_bytes(
            svg_string=svg.decode("utf-8"),
            width=LOGO_WIDTH * DENSITY * 2,
            font_dirs=fonts,
            style_sheet=f"svg {{ color: {ink} }}",
        )
    except (ValueError, UnicodeDecodeError) as error:
        raise UnusablePictureError(str(error)) from error


def _opened(content: bytes) -> Image.Image:
    try:
        image = Image.open(io.BytesIO(content))
        return ImageOps.exif_transpose(image).convert("RGBA")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError) as error:
        raise UnusablePictureError(str(error)) from error


def _saved(image: Image.Image, kind: str) -> bytes:
    file = io.BytesIO()
    if kind == "JPEG":
        image.save(file, kind, quality=85, optimize=True)
    else:
        image.quantize(256, method=Image.Quantize.FASTOCTREE).save(file, kind, optimize=True)
    return file.getvalue()
