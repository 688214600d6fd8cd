"""Pictures made fit for print once, at import: small JPEGs instead of whatever was uploaded."""

import io
import warnings

from PIL import Image, ImageOps, UnidentifiedImageError

from app.catalog.importing.shelf import Prints
from app.catalog.svg import clean_svg

SMALL_PIXELS = 252
LARGE_PIXELS = 700
LOGO_PIXELS = 900
JPEG_QUALITY = 86
MAX_PICTURE_PIXELS = 60_000_000
FORMATS = ("JPEG", "PNG", "WEBP", "GIF", "BMP", "TIFF")
LOGO_FORMATS = ("JPEG", "PNG")
SVG_MARKS = (b"<svg", b"<?xml", b"<!--", b"\xef\xbb\xbf<")


def print_pictures(content: bytes) -> Prints | None:
    """The picture in both print sizes, on white, or None when it is no picture that can be read."""
    picture = _open(content, FORMATS)
    if picture is None:
        return None
    flat = _flat(picture)
    return Prints(_jpeg(flat, SMALL_PIXELS), _jpeg(flat, LARGE_PIXELS))


def clean_logo(content: bytes) -> bytes | None:
    """The logo without anything that runs, loads or is needlessly large, or None when it cannot be used."""
    if content.lstrip()[:4].lower().startswith(SVG_MARKS):
        return clean_svg(content)
    picture = _open(content, LOGO_FORMATS)
    if picture is None:
        return None
    picture.thumbnail((LOGO_PIXELS, LOGO_PIXELS), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    if picture.mode in {"RGBA", "LA", "P"}:
        picture.convert("RGBA").save(file, "PNG", optimize=True)
    else:
        picture.convert("RGB").save(file, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return file.getvalue()


def _open(content: bytes, formats: tuple[str, ...]) -> Image.Image | None:
    """The picture, upright and whole, or None."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            picture = Image.open(io.BytesIO(content), formats=formats)
            if picture.width * picture.height > MAX_PICTURE_PIXELS:
                return None
            picture.draft("RGB", (LARGE_PIXELS * 2, LARGE_PIXELS * 2))
            return ImageOps.exif_transpose(picture)
        except (
            UnidentifiedImageError,
            Image.DecompressionBombError,
            OSError,
            ValueError,
            SyntaxError,
            EOFError,
        ):
            return None


def _flat(picture: Image.Image) -> Image.Image:
    """The picture in RGB; what is transparent becomes the white of the page."""
    if picture.mode in {"RGB", "L"} and "transparency" not in picture.info:
        return picture.convert("RGB")
    layer = picture.convert("RGBA")
    page = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(page, layer).convert("RGB")


def _jpeg(picture: Image.Image, pixels: int) -> bytes:
    sized = picture.copy()
    sized.thumbnail((pixels, pixels), Image.Resampling.LANCZOS)
    file = io.BytesIO()
    sized.save(file, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return file.getvalue()
