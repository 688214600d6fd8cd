"""Pictures become small JPEGs, logos lose whatever runs or loads."""

# ruff: noqa: E501 - the tables are read along the line

import io

import pytest
from PIL import Image

from app.catalog.pictures import LARGE_PIXELS, SMALL_PIXELS, clean_logo, print_pictures
from app.catalog.svg import MAX_ELEMENTS, MAX_SVG_BYTES, MAX_USES, clean_svg
from tests.builders.catalog import SVG_LOGO, make_picture


def opened(content: bytes) -> Image.Image:
    return Image.open(io.BytesIO(content))


def svg(inside: str, attributes: str = 'viewBox="0 0 1 1"') -> bytes:
    spaces = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {spaces} {attributes}>{inside}</svg>".encode()


@pytest.mark.parametrize("form", ["PNG", "JPEG", "WEBP", "GIF", "BMP", "TIFF"])
def test_pictures_of_every_kind_become_jpegs_in_two_sizes(form: str) -> None:
    prints = print_pictures(make_picture(size=(1400, 700), form=form))
    assert prints is not None
    small, large = opened(prints.small), opened(prints.large)
    assert (small.format, small.size) == ("JPEG", (SMALL_PIXELS, SMALL_PIXELS // 2))
    assert (large.format, large.size) == ("JPEG", (LARGE_PIXELS, LARGE_PIXELS // 2))


def test_small_pictures_stay_small() -> None:
    prints = print_pictures(make_picture(size=(100, 60)))
    assert prints is not None
    assert opened(prints.large).size == (100, 60)


def test_what_is_transparent_becomes_white() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (10, 10), (0, 0, 0, 0)).save(file, "PNG")
    prints = print_pictures(file.getvalue())
    assert prints is not None
    assert opened(prints.small).getpixel((5, 5)) == (255, 255, 255)


def test_the_same_picture_gives_the_same_bytes() -> None:
    assert print_pictures(make_picture()) == print_pictures(make_picture())


def too_large() -> bytes:
    file = io.BytesIO()
    Image.new("1", (9000, 9000)).save(file, "PNG")
    return file.getvalue()


@pytest.mark.parametrize("content", [b"", b"no picture", b"\xff\xd8\xff broken", make_picture()[:200], SVG_LOGO, too_large()])  # fmt: skip
def test_what_is_no_picture_gives_nothing(content: bytes) -> None:
    assert print_pictures(content) is None


def test_raster_logos_are_scaled_and_keep_their_transparency() -> None:
    file = io.BytesIO()
    Image.new("RGBA", (2000, 1000), (10, 90, 70, 128)).save(file, "PNG")
    logo = clean_logo(file.getvalue())
    assert logo is not None
    assert (opened(logo).format, opened(logo).mode, opened(logo).size) == ("PNG", "RGBA", (900, 450))
    photo = clean_logo(make_picture(form="JPEG"))
    assert photo is not None
    assert opened(photo).format == "JPEG"


def test_logos_of_other_kinds_are_refused() -> None:
    assert clean_logo(make_picture(form="WEBP")) is None
    assert clean_logo(b"nothing") is None


@pytest.mark.parametrize(
    "inside",
    [
        "<script>alert(1)</script>", '<path onclick="alert(1)" d="M0 0"/>', "<foreignObject><p/></foreignObject>",
        '<image href="http://example.com/a.png"/>', '<image href="file:///etc/passwd"/>', "<style>@import url(http://a)</style>",
        '<path style="fill:url(http://example.com/#a)"/>', '<use xlink:href="http://example.com/a.svg#b"/>',
        '<a href="javascript:alert(1)"><path d="M0 0"/></a>', "<style>a{background:u\\72l(http://a)}</style>",
        '<path fill="url(\'data:image/svg+xml;base64,AAAA\')"/>', "<set attributeName='href' to='http://a'/>", "<!-- x --><?x y?>",
        "<style>a{}<title/>@import url(http://a)</style>",
    ],
)  # fmt: skip
def test_nothing_that_runs_or_loads_is_left_in_a_logo(inside: str) -> None:
    clean = clean_logo(svg(inside))
    assert clean is not None
    for word in (
        b"script",
        b"alert",
        b"http://e",
        b"http://a",
        b"file:",
        b"foreign",
        b"onclick",
        b"data:",
        b"72l",
        b"<!--",
    ):
        assert word not in clean.replace(b"http://www.w3.org", b"")


def test_what_draws_stays() -> None:
    inside = (
        '<defs><linearGradient id="g"><stop offset="0"/></linearGradient></defs>'
        '<style>.a{fill:#0b5d4e}</style><path class="a" d="M0 0h1" fill="url(#g)"/><use xlink:href="#g"/>'
    )
    clean = clean_svg(svg(inside)) or b""
    for kept in (b"linearGradient", b".a{fill:#0b5d4e}", b'fill="url(#g)"', b'xlink:href="#g"'):
        assert kept in clean


@pytest.mark.parametrize(
    "content",
    [
        b"<svg", b"<html/>", svg("", ""), b"<svg viewBox='0 0 1 1'/>", svg("<path/>" * MAX_ELEMENTS),
        svg("<use xlink:href='#a'/>" * (MAX_USES + 1)), svg("x" * MAX_SVG_BYTES),
        b'<!DOCTYPE svg [<!ENTITY a "aaaa">]><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">&a;</svg>',
    ],
)  # fmt: skip
def test_what_is_no_harmless_drawing_is_refused(content: bytes) -> None:
    assert clean_svg(content) is None
