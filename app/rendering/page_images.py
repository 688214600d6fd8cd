"""Pages as pictures, for the call screen and the proposal's page."""

import io

import pypdfium2  # type: ignore[import-untyped]  # has no annotations

WEBP_QUALITY = 82
WEBP_METHOD = 2
"""The middle between fast and small: 0 is fastest, 6 smallest."""
MAX_WIDTH = 2000


def draw_pages(pdf: bytes, width: int) -> tuple[bytes, ...]:
    """Each page as a WebP picture so many pixels wide."""
    pages = pypdfium2.PdfDocument(pdf)
    try:
        return tuple(_drawn(page, min(width, MAX_WIDTH)) for page in pages)
    finally:
        pages.close()


def _drawn(page: pypdfium2.PdfPage, width: int) -> bytes:
    picture = page.render(scale=width / page.get_width()).to_pil()
    output = io.BytesIO()
    picture.convert("RGB").save(output, "WEBP", quality=WEBP_QUALITY, method=WEBP_METHOD)
    return output.getvalue()
