"""Pictures made fit to print."""

import io

import pytest
from PIL import Image

from app.rendering.pictures import BrokenPictureError, print_logo, print_photo
from tests.rendering.pages import make_picture

SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 10">%s</svg>'


def test_a_jpeg_of_print_size_is_left_untouched() -> None:
    content = make_picture()
    assert print_photo(content) == content


@pytest.mark.parametrize("kind", ["PNG", "WEBP", "BMP", "GIF"])
def test_other_kinds_become_jpeg(kind: str) -> None:
    assert Image.open(io.BytesIO(print_photo(make_picture(kind=kind)))).format == "JPEG"


def test_a_picture_larger_than_print_size_is_made_smaller() -> None:
    picture = Image.open(io.BytesIO(print_photo(make_picture(size=(3000, 2000)))))
    assert max(picture.size) == 1000


def test_transparency_becomes_white() -> None:
    output = io.BytesIO()
    Image.new("RGBA", (20, 20), (0, 0, 0, 0)).save(output, "PNG")
    assert Image.open(io.BytesIO(print_photo(output.getvalue()))).getpixel((5, 5)) == (255, 255, 255)


@pytest.mark.parametrize(
    "content",
    [b"", b"not a picture", make_picture()[:400], make_picture()[:-900], make_picture(kind="PNG")[:90]],
    ids=["empty", "text", "jpeg-head", "jpeg-cut", "png-cut"],
)
def test_what_cannot_be_decoded_is_broken(content: bytes) -> None:
    with pytest.raises(BrokenPictureError):
        print_photo(content)


def test_a_single_colour_logo_takes_the_ink() -> None:
    assert b'fill="#ffffff"' in print_logo(SVG % b'<path fill="currentColor" d="M0 0h1"/>', "#ffffff")


@pytest.mark.parametrize(
    "part",
    [
        b"<script>alert(1)</script>",
        b'<image href="http://127.0.0.1/x.png"/>',
        b'<use href="file:///etc/passwd#x"/>',
        b"<style>@import url(http://127.0.0.1/)</style>",
        b'<rect style="fill: url(http://127.0.0.1/x)"/>',
        b'<rect onclick="x()"/>',
        b"<foreignObject/>",
    ],
)
def test_a_logo_loses_whatever_reaches_outside(part: bytes) -> None:
    cleaned = print_logo(SVG % part, "#000000")
    for trace in (b"script", b"http://127", b"file:", b"onclick", b"foreignObject", b"<image"):
        assert trace not in cleaned


def test_references_inside_the_logo_stay() -> None:
    part = b'<g id="a"/><use href="#a"/><rect fill="url(#a)"/>'
    assert b"url(#a)" in print_logo(SVG % part, "#000000")


@pytest.mark.parametrize(
    "content", [b"<svg", b"<html/>", b"text", make_picture(kind="WEBP"), make_picture()[:300]]
)
def test_a_broken_logo_is_named_so(content: bytes) -> None:
    with pytest.raises(BrokenPictureError):
        print_logo(content, "#000000")


def test_a_raster_logo_stays_as_it_is() -> None:
    content = make_picture(kind="PNG")
    assert print_logo(content, "#000000") == content
