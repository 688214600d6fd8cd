"""The pages of a revision: drawn when first needed, kept for ever."""

from dataclasses import dataclass

from sqlmodel import Session

from app.instance import Instance
from app.proposals.models import Revision
from app.proposals.service import document_of
from app.rendering.service import render_document
from app.rendering.specification import specification_xlsx


@dataclass(frozen=True, slots=True)
class Pages:
    """Content hashes of the PDF and, where lines had to be grouped, of the specification."""

    pdf_hash: str
    specification_hash: str | None


def pages_of(instance: Instance, revision_id: int) -> Pages:
    """The pages of that revision; draws them if nobody has yet."""
    with instance.database.session() as session:
        revision = session.get_one(Revision, revision_id)
    if revision.pdf_hash:
        return Pages(revision.pdf_hash, revision.specification_hash)
    document = document_of(revision)
    stored = render_document(instance, document)
    specification = instance.storage.put(specification_xlsx(document)) if stored.grouped else None
    with instance.database.transaction() as session:
        return _keep(session, revision_id, Pages(stored.pdf_hash, specification))


def _keep(session: Session, revision_id: int, pages: Pages) -> Pages:
    """Write the hashes down, unless another process was faster: then its pages count."""
    revision = session.get_one(Revision, revision_id, with_for_update=True)
    if revision.pdf_hash is None:
        revision.pdf_hash, revision.specification_hash = pages.pdf_hash, pages.specification_hash
        session.add(revision)
    return Pages(revision.pdf_hash, revision.specification_hash)
