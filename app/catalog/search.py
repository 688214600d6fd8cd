"""Finding items: by SKU, by name in any language, misspelt, transliterated, in the wrong layout."""

from sqlmodel import Session

from app.catalog.model import Item, in_language
from app.catalog.published import published_catalogue, published_index
from app.catalog.spelling import spell

DEFAULT_LIMIT = 20
MAX_LIMIT = 200


def search_items(
    session: Session, key: str | None, query: str, *, language: str, limit: int = DEFAULT_LIMIT
) -> tuple[Item, ...]:
    """Items of the published catalogue that fit best; the first ones for an empty query.

    Among equals those come first whose name in the reader's language begins with the query.
    Raises UnknownCatalogueError.
    """
    catalogue = published_catalogue(session, key)
    skus = published_index(session, key).search(query, limit=min(limit, MAX_LIMIT))
    items = [catalogue.items[sku] for sku in skus]
    start = spell(query.strip())
    if not start:
        return tuple(items)
    best, rest = items[:1], items[1:]
    return (
        *best,
        *sorted(rest, key=lambda item: not spell(in_language(item.name, language)).startswith(start)),
    )
