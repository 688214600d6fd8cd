"""The pages: a document and its pictures in, the bytes of a PDF out, the same for the same."""

import gc
import hashlib
import logging
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from functools import cache

from PIL import ImageFile

from app.proposals.document import Document
from app.rendering.assets import printable_assets
from app.rendering.colours import palette
from app.rendering.fit import SECTIONS, fit
from app.rendering.fonts import families, ruler, use_own_fonts
from app.rendering.overflow import too_long_problems
from app.rendering.problems import RenderingError
from app.rendering.rendered import Rendered
from app.rendering.text import printable_document
from app.rendering.themes import DEFAULT_THEME, load_theme
from app.rendering.view import make_view

use_own_fonts()

from weasyprint import CSS  # type: ignore[import-untyped]  # noqa: E402
from weasyprint.document import Document as Pages  # type: ignore[import-untyped]  # noqa: E402
from weasyprint.text import ffi  # type: ignore[import-untyped]  # noqa: E402
from weasyprint.text.fonts import FontConfiguration  # type: ignore[import-untyped]  # noqa: E402
from weasyprint.urls import FatalURLFetchingError  # type: ignore[import-untyped]  # noqa: E402

from app.rendering.fetcher import AssetFetcher  # noqa: E402
from app.rendering.page_tree import agent_stylesheet, page_tree, usual_compression  # noqa: E402

# WeasyPrint tells Pillow, for the whole process, to take pictures that end early, with a grey hole.
ImageFile.LOAD_TRUNCATED_IMAGES = False

MAX_TRIES = 12
MAX_CACHED_IMAGES = 300
"""Decoded pictures that a process keeps from one document to the next."""


class _Press:
    """What a process keeps between documents. Not for several threads."""

    def __init__(self) -> None:
        if ffi.harfbuzz_subset is None:
            raise RenderingError("libharfbuzz-subset0 is not installed: run script/setup")
        self.fonts = FontConfiguration()
        self.agent = agent_stylesheet()
        self.images: dict[str, object] = {}
        self.stylesheets: dict[str, CSS] = {}

    def stylesheet(self, name: str, text: str) -> CSS:
        if name not in self.stylesheets:
            self.stylesheets[name] = CSS(string=text, font_config=self.fonts, url_fetcher=AssetFetcher({}))
        return self.stylesheets[name]


@cache
def _press() -> _Press:
    logging.getLogger("weasyprint").setLevel(logging.CRITICAL)
    return _Press()


def render(document: Document, assets: Mapping[str, bytes], theme: str = DEFAULT_THEME) -> Rendered:
    """Set the document in exactly four pages, each section on its own.

    `assets` holds the bytes of every picture hash in the document; what is missing or broken is
    left out and reported. Raises RenderingError, with its problems, when no setting gives four pages.
    """
    loaded, press = load_theme(theme), _press()
    text = document.canonical_json()
    document, problems = printable_document(document, text)
    colours = palette(document.brand.colour, document.brand.accent)
    document, shown, broken = printable_assets(document, assets, colours)
    fonts = families(text)
    fetcher = AssetFetcher(shown)
    steps = Counter[str]()
    long: set[str] = set()
    tried = None
    with _quiet_memory():
        for _ in range(MAX_TRIES):
            steps.update(long)
            layout = fit(document, ruler(), tighter=steps)
            if layout == tried:
                continue
            tried = layout
            view = make_view(document, layout, ruler(), palette=colours, families=fonts, assets=shown)
            page = loaded.page.render(document=document, fit=layout, view=view)
            pages = _set(page, press, fetcher, press.stylesheet(loaded.name, loaded.stylesheet))
            long = _too_long(pages)
            if not long:
                pdf = _printed(pages, page)
                return Rendered(pdf, layout.density, layout.grouped, (*problems, *broken))
    names = ", ".join(sorted(long))
    raise RenderingError(
        f"The texts of {names} are too long for one page each", too_long_problems(document, long)
    )


def warm() -> None:
    """Load everything that the first document would otherwise wait for; a child process calls it.

    From then on garbage is collected where the process says so, which is after each reply: else the
    first thing made after a document would walk all that is left of it.
    """
    _press()
    ruler()
    load_theme(DEFAULT_THEME)
    # What stays for good need not be walked by every later collection.
    gc.collect()
    gc.freeze()
    gc.disable()


def _set(page: str, press: _Press, fetcher: AssetFetcher, stylesheet: CSS) -> Pages:
    if len(press.images) > MAX_CACHED_IMAGES:
        press.images.clear()
    try:
        return page_tree(page, fetcher, press.agent).render(
            font_config=press.fonts, stylesheets=[stylesheet], cache=press.images
        )
    except FatalURLFetchingError as error:
        raise RenderingError(str(error)) from error


def _too_long(pages: Pages) -> set[str]:
    """The sections that took more than their page."""
    # A section that goes on has its anchor on every page: the first counts.
    starts: dict[str, int] = {}
    for number, page in enumerate(pages.pages):
        for name in page.anchors:
            starts.setdefault(name, number)
    ends = [*(starts[name] for name in SECTIONS[1:]), len(pages.pages)]
    return {name for name, end in zip(SECTIONS, ends, strict=True) if end - starts[name] > 1}


def _printed(pages: Pages, page: str) -> bytes:
    identifier = hashlib.md5(page.encode(), usedforsecurity=False).hexdigest()
    with usual_compression():
        pdf: bytes = pages.write_pdf(pdf_identifier=identifier.encode(), pdf_tags=True)
    return pdf


@contextmanager
def _quiet_memory() -> Iterator[None]:
    """No garbage collection while pages are set: it walks the whole tree again and again."""
    enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if enabled:
            gc.enable()
