"""Portraits: whatever a person uploads becomes a small square JPEG, or is refused."""

from io import BytesIO

from PIL import Image, ImageOps, UnidentifiedImageError

MAX_PORTRAIT_BYTES = 12 * 1024 * 1024
MAX_PORTRAIT_PIXELS = 50_000_000
PORTRAIT_PIXELS = 640
JPEG_QUALITY = 88
FACE = (0.5, 0.35)  # a little above the middle
FORMATS = ("JPEG", "PNG", "WEBP")


class UnusablePortraitError(ValueError):
    """The file is no picture that can be read."""


def portrait_jpeg(content: bytes) -> bytes:
    """The picture upright, cropped to a square and re-encoded, without its metadata.

    Raises UnusablePortraitError.
    """
    if len(content) > MAX_PORTRAIT_BYTES:
        raise UnusablePortraitError
    try:
        with Image.open(BytesIO(content), formats=FORMATS) as picture:
            if picture.width * picture.height > MAX_PORTRAIT_PIXELS:
                raise UnusablePortraitError
            upright = ImageOps.exif_transpose(picture)
            size = (PORTRAIT_PIXELS, PORTRAIT_PIXELS)
            square = ImageOps.fit(_on_white(upright), size, centering=FACE)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as error:
        raise UnusablePortraitError from error
    target = BytesIO()
    square.save(target, "JPEG", quality=JPEG_QUALITY, optimize=True)
    return target.getvalue()


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    white = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(white, picture.convert("RGBA")).convert("RGB")
