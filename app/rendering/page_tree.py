"""Short ways through the engine: the page read as XML, a stylesheet of our elements only, usual compression.

They lean on what WeasyPrint does not promise to keep, so other versions of it go their own way.
"""

import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]  # has no annotations
import pydyf  # type: ignore[import-untyped]  # has no annotations
import weasyprint  # type: ignore[import-untyped]  # has no annotations
from weasyprint import CSS, HTML

from app.rendering.fetcher import AssetFetcher

KNOWN_ENGINE = "70."
AGENT_STYLESHEET = Path(__file__).parent / "agent.css"
COMPRESSION = 6
"""The engine takes 9: half a percent smaller, for a twentieth of the time of a whole document."""


class PageTree(HTML):  # type: ignore[misc]  # WeasyPrint has no annotations
    """A page that is well-formed XML. Raises ParseError for any other."""

    def __init__(self, page: str, fetcher: AssetFetcher, agent: CSS) -> None:
        """Take the place of the base's constructor, which would parse by the rules for tag soup."""
        # Texts are escaped by the templates, so nothing in them can define entities.
        root = ElementTree.fromstring(page)  # noqa: S314
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element
        self._agent = agent

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002, FBT001, FBT002 - the base's
        return [self._agent]


def page_tree(page: str, fetcher: AssetFetcher, agent: CSS) -> HTML:
    """The page, ready to be set."""
    if _known():
        try:
            return PageTree(page, fetcher, agent)
        except ElementTree.ParseError:
            # A theme that is HTML and no XML: the usual way takes it, only slower.
            pass
    return HTML(string=page, url_fetcher=fetcher)


def agent_stylesheet() -> CSS:
    """The short stylesheet, parsed; once a process is enough."""
    return CSS(filename=AGENT_STYLESHEET)


@contextmanager
def usual_compression() -> Iterator[None]:
    """Streams written meanwhile are compressed as hard as everybody does."""
    if _known():
        pydyf.zlib = SimpleNamespace(compressobj=_compressor, compress=zlib.compress)
    try:
        yield
    finally:
        pydyf.zlib = zlib


def _compressor(level: int) -> "zlib._Compress":
    return zlib.compressobj(level=min(level, COMPRESSION))


def _known() -> bool:
    return str(weasyprint.__version__).startswith(KNOWN_ENGINE)
