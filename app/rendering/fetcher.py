"""What the pages may load: pictures and drawings handed over with the document, and nothing else."""

from collections.abc import Mapping
from typing import Any

from PIL import ImageFile
from weasyprint.urls import (  # type: ignore[import-untyped]  # has no annotations
    FatalURLFetchingError,
    URLFetcher,
    URLFetcherResponse,
)

# Importing WeasyPrint makes this True for the whole process; uploads that end early are to be refused.
ImageFile.LOAD_TRUNCATED_IMAGES = False

SCHEME = "minuta:"
MIME_TYPES = {b"\xff\xd8": "image/jpeg", b"\x89P": "image/png"}


class AssetFetcher(URLFetcher):  # type: ignore[misc]  # WeasyPrint has no annotations
    """Answers `minuta:NAME` from a mapping; anything else ends the rendering."""

    def __init__(self, assets: Mapping[str, bytes]) -> None:
        super().__init__(allowed_protocols=(), allow_redirects=False, fail_on_errors=True)
        self._assets = assets

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 - the base's signature
        """The asset. Raises FatalURLFetchingError for every other address."""
        content = self._assets.get(url.removeprefix(SCHEME)) if url.startswith(SCHEME) else None
        if content is None:
            raise FatalURLFetchingError(f"The pages may not load {url[:200]!r}")
        mime_type = MIME_TYPES.get(content[:2], "image/svg+xml")
        return URLFetcherResponse(url, content, {"Content-Type": mime_type})
