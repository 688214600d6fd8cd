"""Writing a catalogue's version into the database: whole, or not at all."""

from sqlalchemy import insert
from sqlmodel import Session, col, select

from app.catalog.model import Catalogue
from app.catalog.models import CatalogueRow, CatalogueVersion, ItemRow
from app.catalog.published import catalogue_row
from app.catalog.search_index import search_words
from app.catalog.stored import dump_item
from app.database import Database, now

ITEMS_AT_ONCE = 1000


def save_version(
    database: Database, version: CatalogueVersion, catalogue: Catalogue, *, publish_by: str | None
) -> int:
    """Keep the version with its items under the next number, published if someone does so."""
    rows = [
        {"position": position, "sku": item.sku, "content": dump_item(item), "words": search_words(item)}
        for position, item in enumerate(catalogue.items.values())
    ]
    with database.transaction() as session:
        row = locked_catalogue(session, catalogue.key, create=True)
        latest = select(CatalogueVersion.number).where(CatalogueVersion.catalogue_id == row.id)
        number = (session.exec(latest.order_by(col(CatalogueVersion.number).desc())).first() or 0) + 1
        version.catalogue_id, version.number = row.id or 0, number
        session.add(version)
        session.flush()
        for start in range(0, len(rows), ITEMS_AT_ONCE):
            part = rows[start : start + ITEMS_AT_ONCE]
            session.execute(insert(ItemRow), [{"version_id": version.id, **values} for values in part])
        if publish_by is not None:
            mark_published(session, row, version, publish_by)
    return number


def locked_catalogue(session: Session, key: str, *, create: bool = False) -> CatalogueRow:
    """The catalogue's row, held until the transaction ends. Raises UnknownCatalogueError."""
    row = session.exec(select(CatalogueRow).where(CatalogueRow.key == key).with_for_update()).first()
    if row is None and create:
        row = CatalogueRow(key=key)
        session.add(row)
        session.flush()
    return row or catalogue_row(session, key)


def mark_published(session: Session, row: CatalogueRow, version: CatalogueVersion, by: str) -> None:
    """Let proposals be made from this version."""
    row.published = version.number
    version.published_at = now()
    version.published_by = by
    session.add_all([row, version])
