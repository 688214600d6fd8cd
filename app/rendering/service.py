"""Pages on demand: rendered once in a child process, then found again by the document's hash."""

from contextlib import suppress
from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy.exc import IntegrityError
from sqlmodel import SQLModel

from app.instance import Instance
from app.problems import Problem
from app.proposals.document import Document
from app.rendering.models import PagePictures, RenderedPages
from app.rendering.page_images import draw_pages
from app.rendering.press import press
from app.rendering.problems import RenderingProblem
from app.rendering.themes import DEFAULT_THEME, load_theme

POOL = "render"
RENDER_SECONDS = 30.0
PICTURE_SECONDS = 20.0

Row = TypeVar("Row", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class StoredPages:
    """A PDF in the storage and what is known of it."""

    pdf_hash: str
    size: int
    density: str
    grouped: bool
    document_hash: str
    problems: tuple[Problem, ...] = ()


def render_document(instance: Instance, document: Document, *, theme: str = DEFAULT_THEME) -> StoredPages:
    """The document's pages, rendered now or before.

    Raises RenderingError when its texts fit no page, and the sandbox's errors.
    """
    key = (document.content_hash, f"{theme}-{load_theme(theme).version}")
    known = _find(instance, RenderedPages, key)
    if known is not None and instance.storage.has(known.pdf_hash):
        return _stored(known)
    rendered = instance.sandbox.call(
        press, document.canonical_json(), instance.storage, theme, pool=POOL, seconds=RENDER_SECONDS
    )
    row = RenderedPages(
        document_hash=key[0],
        theme_version=key[1],
        pdf_hash=instance.storage.put(rendered.pdf),
        size=len(rendered.pdf),
        density=rendered.density,
        grouped=rendered.grouped,
        problems=[_dumped(problem) for problem in rendered.problems],
    )
    return _stored(_keep(instance, row, key))


def page_pictures(instance: Instance, pdf_hash: str, width: int) -> tuple[bytes, ...]:
    """The pages of a stored PDF as WebP pictures so many pixels wide. Raises MissingFileError."""
    key = (pdf_hash, width)
    known = _find(instance, PagePictures, key)
    if known is not None and all(instance.storage.has(digest) for digest in known.hashes):
        return tuple(instance.storage.get(digest) for digest in known.hashes)
    pictures = instance.sandbox.call(
        draw_pages, instance.storage.get(pdf_hash), width, pool=POOL, seconds=PICTURE_SECONDS
    )
    hashes = [instance.storage.put(picture) for picture in pictures]
    _keep(instance, PagePictures(pdf_hash=pdf_hash, width=width, hashes=hashes), key)
    return pictures


def _find(instance: Instance, table: type[Row], key: tuple[object, ...]) -> Row | None:
    with instance.database.session() as session:
        return session.get(table, key)


def _keep(instance: Instance, row: Row, key: tuple[object, ...]) -> Row:
    """Write the row; if someone else wrote the same in the meantime, theirs is as good."""
    with suppress(IntegrityError), instance.database.transaction() as session:
        session.merge(row)
    return _find(instance, type(row), key) or row


def _stored(row: RenderedPages) -> StoredPages:
    return StoredPages(
        pdf_hash=row.pdf_hash,
        size=row.size,
        density=row.density,
        grouped=row.grouped,
        document_hash=row.document_hash,
        problems=tuple(_loaded(entry) for entry in row.problems),
    )


def _dumped(problem: Problem) -> dict[str, object]:
    return {"place": problem.place, "code": problem.code.slug, "details": dict(problem.details)}


def _loaded(entry: dict[str, object]) -> Problem:
    code = next(code for code in RenderingProblem if code.slug == entry["code"])
    details = entry["details"]
    return Problem(str(entry["place"]), code, details if isinstance(details, dict) else {})
