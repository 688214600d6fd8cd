"""Catalogue versions as values, kept in the process once they were read."""

import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar
from weakref import WeakKeyDictionary

from sqlalchemy import Engine
from sqlalchemy.orm import defer
from sqlmodel import Session, col, select

from app.catalog.headers import nearest
from app.catalog.model import Catalogue, Texts
from app.catalog.models import CatalogueRow, CatalogueVersion, ItemRow
from app.catalog.problems import CatalogueProblem
from app.catalog.search_index import SearchIndex
from app.catalog.stored import StoredItems, load_catalogue
from app.problems import Problem, ProblemsError

MAX_KEPT_VERSIONS = 12
T = TypeVar("T")
_WITHOUT_TEXTS = tuple(
    defer(column)  # type: ignore[arg-type]  # SQLModel's attributes are columns
    for column in (CatalogueVersion.content, CatalogueVersion.files)
)
_WITHOUT_CONTENT = (
    *_WITHOUT_TEXTS,
    *(
        defer(column)  # type: ignore[arg-type]
        for column in (CatalogueVersion.calculation, CatalogueVersion.warnings)
    ),
)


@dataclass(frozen=True, slots=True)
class CatalogueSummary:
    """A catalogue as lists show it; `version`, `items` and `published_at` are those of the published one."""

    key: str
    name: Texts
    version: int | None
    latest: int
    items: int
    published_at: datetime | None
    published_by: str


class UnknownCatalogueError(ProblemsError):
    """A catalogue or version that is not there, or not published."""


def published_catalogue(session: Session, key: str | None) -> Catalogue:
    """The published version of the catalogue, or of the first one for None.

    Raises UnknownCatalogueError, with the nearest key at `catalog`.
    """
    row = _published_row(session, key)
    return _catalogue(session, _version(session, row, row.published or 0))


def catalogue_version(session: Session, key: str, number: int) -> Catalogue:
    """Any version, published or not; proposals name the one that they used. Raises UnknownCatalogueError."""
    return _catalogue(session, _version(session, catalogue_row(session, key), number))


def published_index(session: Session, key: str | None) -> SearchIndex:
    """The search index of the published version. Raises UnknownCatalogueError."""
    row = _published_row(session, key)
    version = _version(session, row, row.published or 0)
    return _kept(session, ("index", version.id, version.created_at), lambda: _index(session, version))


def catalogue_list(session: Session, *, published_only: bool = True) -> tuple[CatalogueSummary, ...]:
    """All catalogues, the first imported first."""
    rows = session.exec(select(CatalogueRow).order_by(col(CatalogueRow.id))).all()
    summaries = (_summary(session, row) for row in rows)
    return tuple(summary for summary in summaries if summary.version or not published_only)


def versions(session: Session, key: str) -> list[CatalogueVersion]:
    """Every version of the catalogue, the newest first. Raises UnknownCatalogueError."""
    row = catalogue_row(session, key)
    query = select(CatalogueVersion).where(CatalogueVersion.catalogue_id == row.id)
    query = query.options(*_WITHOUT_TEXTS).order_by(col(CatalogueVersion.number).desc())
    return list(session.exec(query))


def catalogue_row(session: Session, key: str) -> CatalogueRow:
    """The catalogue's row. Raises UnknownCatalogueError."""
    row = session.exec(select(CatalogueRow).where(CatalogueRow.key == key)).first()
    if row is None:
        raise _unknown(session, key)
    return row


def _published_row(session: Session, key: str | None) -> CatalogueRow:
    query = (
        select(CatalogueRow).where(col(CatalogueRow.published).is_not(None)).order_by(col(CatalogueRow.id))
    )
    row = session.exec(query if key is None else query.where(CatalogueRow.key == key)).first()
    if row is None:
        raise _unknown(session, key)
    return row


def _version(session: Session, row: CatalogueRow, number: int) -> CatalogueVersion:
    query = select(CatalogueVersion).where(
        CatalogueVersion.catalogue_id == row.id, CatalogueVersion.number == number
    )
    # The texts are large and mostly kept already: they are read when somebody asks for them.
    version = session.exec(query.options(*_WITHOUT_CONTENT)).first()
    if version is None:
        problem = Problem(
            "catalog", CatalogueProblem.UNKNOWN_VERSION, {"key": row.key, "number": str(number)}
        )
        raise UnknownCatalogueError((problem,))
    return version


def _unknown(session: Session, key: str | None) -> UnknownCatalogueError:
    known = [summary.key for summary in catalogue_list(session)]
    if not known:
        return UnknownCatalogueError((Problem("catalog", CatalogueProblem.NONE_PUBLISHED),))
    details = {"value": key or "", "nearest": nearest(key or "", known)}
    return UnknownCatalogueError((Problem("catalog", CatalogueProblem.UNKNOWN_CATALOGUE, details),))


def _summary(session: Session, row: CatalogueRow) -> CatalogueSummary:
    query = select(CatalogueVersion).where(CatalogueVersion.catalogue_id == row.id)
    query = query.options(*_WITHOUT_CONTENT).order_by(col(CatalogueVersion.number).desc())
    latest = session.exec(query).first()
    published = _version(session, row, row.published) if row.published else None
    return CatalogueSummary(
        key=row.key,
        name=_name(session, row, published, latest),
        version=row.published,
        latest=latest.number if latest else 0,
        items=published.item_count if published else 0,
        published_at=published.published_at if published else None,
        published_by=published.published_by if published else "",
    )


def _name(
    session: Session, row: CatalogueRow, published: CatalogueVersion | None, latest: CatalogueVersion | None
) -> Texts:
    """What it is called; the texts of a version are read only where it is not kept yet."""
    if published:
        return _catalogue(session, published).name
    return latest.content["name"] if latest else {"": row.key}


def _catalogue(session: Session, version: CatalogueVersion) -> Catalogue:
    return _kept(session, ("catalogue", version.id, version.created_at), lambda: _read(session, version))


def _read(session: Session, version: CatalogueVersion) -> Catalogue:
    query = select(ItemRow.sku, ItemRow.content).where(ItemRow.version_id == version.id)
    items = StoredItems(dict(session.exec(query.order_by(col(ItemRow.position))).all()))
    return load_catalogue(version.content, items=items, version=version.number)


def _index(session: Session, version: CatalogueVersion) -> SearchIndex:
    query = select(ItemRow.sku, ItemRow.words).where(ItemRow.version_id == version.id)
    return SearchIndex.build(session.exec(query.order_by(col(ItemRow.position))))


Name = tuple[str, int | None, datetime]
_cache: WeakKeyDictionary[Engine, OrderedDict[Name, object]] = WeakKeyDictionary()
_lock = threading.RLock()


def _kept(session: Session, name: Name, read: Callable[[], T]) -> T:
    """What was read before, or is read now; a version never changes, so nothing has to be forgotten.

    The moment is part of the name, since ids begin anew in a database restored from a backup.
    """
    engine = session.get_bind().engine
    with _lock:
        kept = _cache.setdefault(engine, OrderedDict())
        if name not in kept:
            kept[name] = read()
            while len(kept) > MAX_KEPT_VERSIONS:
                kept.popitem(last=False)
        kept.move_to_end(name)
        value: T = kept[name]  # type: ignore[assignment]  # what `read` gave under this name
        return value
