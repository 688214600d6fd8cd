"""The pages' HTML for the engine, read in half the time: as XML, and with a stylesheet of our elements only.

Both lean on what WeasyPrint does not promise to keep, so other versions of it get the page its usual way.
"""

from pathlib import Path
from xml.etree import ElementTree

import cssselect2  # type: ignore[import-untyped]  # has no annotations
import weasyprint  # type: ignore[import-untyped]  # has no annotations
from weasyprint import CSS, HTML

from app.rendering.fetcher import AssetFetcher

KNOWN_ENGINE = "70."
AGENT_STYLESHEET = Path(__file__).parent / "agent.css"


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
    if weasyprint.__version__.startswith(KNOWN_ENGINE):
        try:
            return PageTree(page, fetcher, agent)
        except ElementTree.ParseError:
            # A theme that is HTML and no XML: the usual way takes it, only slower.
            pass
    return HTML(string=page, url_fetcher=fetcher)


def agent_stylesheet() -> CSS:
    """The short stylesheet, parsed; once a process is enough."""
    return CSS(filename=AGENT_STYLESHEET)
