"""Pictures fit to print: the unreadable is found before the pages are set, the slow is converted."""

import io
import re
from functools import lru_cache

import defusedxml.ElementTree
from PIL import Image, ImageOps

MAX_PIXELS = 40_000_000
LONGEST_SIDE = 1000
JPEG_QUALITY = 86
CACHED = 512
PROBE_SIZE = (16, 16)
GROUND_TOLERANCE = 10
SVG_NAMESPACE = "{http://www.w3.org/2000/svg}"
FORBIDDEN_ELEMENTS = {"script", "foreignObject", "image", "style", "iframe", "audio", "video"}
READ_ERRORS = (OSError, ValueError, SyntaxError, Image.DecompressionBombError)

_OUTSIDE_REFERENCE = re.compile(r"url\(\s*['\"]?(?!#)", re.IGNORECASE)


class BrokenPictureError(ValueError):
    """Bytes that are no picture."""


@lru_cache(CACHED)
def print_photo(content: bytes) -> bytes:
    """A JPEG of at most print size; a JPEG that already is one stays as it is.

    PNG and WebP photos cost seconds in every document, a JPEG is embedded untouched.
    Raises BrokenPictureError.
    """
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.width * picture.height > MAX_PIXELS:
                raise BrokenPictureError("too many pixels")
            small = max(picture.size) <= LONGEST_SIDE
            if picture.format == "JPEG" and small and picture.mode in {"RGB", "L"}:
                picture.draft(picture.mode, PROBE_SIZE)
                picture.load()
                return content
            return _as_jpeg(picture)
    except READ_ERRORS as error:
        raise BrokenPictureError(str(error)) from error


@lru_cache(CACHED)
def print_logo(content: bytes, ink: str) -> bytes:
    """An SVG whose `currentColor` is the ink, or a readable raster picture as it is.

    Raises BrokenPictureError.
    """
    if content.lstrip()[:1] == b"<":
        return _clean_svg(content, ink)
    try:
        with Image.open(io.BytesIO(content)) as picture:
            if picture.format not in {"JPEG", "PNG"} or picture.width * picture.height > MAX_PIXELS:
                raise BrokenPictureError(f"{picture.format} is no format for a logo")
            picture.load()
    except READ_ERRORS as error:
        raise BrokenPictureError(str(error)) from error
    return content


@lru_cache(CACHED)
def plain_ground(content: bytes) -> str | None:
    """The colour in all four corners of a printable picture, None where they differ."""
    with Image.open(io.BytesIO(content)) as picture:
        small = picture.convert("RGB").resize(PROBE_SIZE)
    last = PROBE_SIZE[0] - 1
    corners = [small.getpixel(place) for place in ((0, 0), (last, 0), (0, last), (last, last))]
    channels = list(zip(*(corner for corner in corners if isinstance(corner, tuple)), strict=True))
    if any(max(channel) - min(channel) > GROUND_TOLERANCE for channel in channels):
        return None
    return "#" + "".join(f"{round(sum(channel) / len(channel)):02x}" for channel in channels)


def _as_jpeg(picture: Image.Image) -> bytes:
    upright = ImageOps.exif_transpose(picture)
    upright.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    if upright.mode in {"RGBA", "LA", "P", "PA"}:
        coloured = upright.convert("RGBA")
        ground = Image.new("RGB", coloured.size, "#ffffff")
        ground.paste(coloured, mask=coloured.getchannel("A"))
        upright = ground
    output = io.BytesIO()
    upright.convert("RGB").save(output, "JPEG", quality=JPEG_QUALITY)
    return output.getvalue()


def _clean_svg(content: bytes, ink: str) -> bytes:
    """The drawing without scripts and without any reference to the outside."""
    try:
        root = defusedxml.ElementTree.fromstring(content)
    except (SyntaxError, ValueError) as error:
        raise BrokenPictureError(str(error)) from error
    if root.tag not in {f"{SVG_NAMESPACE}svg", "svg"}:
        raise BrokenPictureError("not an SVG drawing")
    for parent in list(root.iter()):
        for child in list(parent):
            if str(child.tag).rpartition("}")[2] in FORBIDDEN_ELEMENTS:
                parent.remove(child)
        for name, value in list(parent.attrib.items()):
            href = name.rpartition("}")[2] == "href" and not value.startswith("#")
            if href or name.lower().startswith("on") or _OUTSIDE_REFERENCE.search(value):
                del parent.attrib[name]
    text: bytes = defusedxml.ElementTree.tostring(root)
    return re.sub(rb"currentcolor", ink.encode(), text, flags=re.IGNORECASE)
