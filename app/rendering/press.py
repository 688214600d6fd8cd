"""Rendering as a child process does it: pictures from the storage in, the pages out."""

import importlib

from app.proposals.document import Document
from app.rendering.assets import picture_hashes
from app.rendering.rendered import Rendered
from app.storage import MissingFileError, Storage

# By name, because WeasyPrint takes more than a second to import, which a web process should not spend.
RENDERER = "app.rendering.pdf"


def press(document_json: str, storage: Storage, theme: str) -> Rendered:
    """Render a document given as JSON; pictures that are not in the storage are left out and reported."""
    document = Document.model_validate_json(document_json)
    rendered: Rendered = importlib.import_module(RENDERER).render(document, _assets(document, storage), theme)
    return rendered


def _assets(document: Document, storage: Storage) -> dict[str, bytes]:
    assets = {}
    for digest in picture_hashes(document):
        try:
            assets[digest] = storage.get(digest)
        except MissingFileError:
            continue
    return assets
