"""People and stored proposals for tests of the screens."""

from datetime import date, datetime, timedelta
from functools import lru_cache

from app.accounts.models import User
from app.accounts.passwords import hash_password
from app.database import Database, now
from app.proposals.document import Document
from app.proposals.models import Event, Proposal, Revision
from app.proposals.service import public_token, search_text, token_hash
from app.roles import Role
from tests.builders.documents import make_document
from tests.conftest import SECRET_KEY

PASSWORD = "correct horse battery"


def make_user(database: Database, email: str = "manager@example.com", **changes: object) -> User:
    """A person who can sign in with PASSWORD."""
    values: dict[str, object] = {
        "email": email,
        "name": "Андрій Коваль",
        "role": Role.MANAGER,
        "language": "uk",
        "phone": "+380 00 000 00 01",
        "positions": {"uk": "інженер-консультант"},
        "password_hash": _password_hash(),
    }
    user = User(**{**values, **changes})
    with database.transaction() as session:
        session.add(user)
    return user


@lru_cache
def _password_hash() -> str:
    return hash_password(PASSWORD)


def make_open_document(*, language: str = "uk", **changes: object) -> Document:
    """A document that is still valid for two weeks."""
    today = now().date()
    dates = {"date": today.isoformat(), "valid_until": (today + timedelta(days=14)).isoformat()}
    return make_document(language=language, **{**dates, **changes})


def make_proposal(
    database: Database,
    *,
    number: str = "КП-101",
    document: Document | None = None,
    manager: User | None = None,
    status: str = "sent",
    sent: bool = True,
    at: datetime | None = None,
) -> str:
    """A stored proposal of one revision; gives the client's token."""
    document = document or make_open_document(number=number)
    moment = at or now()
    with database.transaction() as session:
        proposal = Proposal(
            number=number,
            status=status,
            language=document.language,
            catalogue=document.catalog,
            manager_id=manager.id if manager else None,
            company=document.company,
            contact=document.contact,
            email="boiko@example.com",
            search_text=search_text(number, document.company, document.contact, "boiko@example.com"),
            revision=1,
            total_minor=int(document.total.value * 100),
            currency=document.currency,
            valid_until=date.fromisoformat(document.valid_until),
            public_hash=number,
            created_at=moment,
            updated_at=moment,
        )
        session.add(proposal)
        session.flush()
        proposal.draft_revision = None if sent else 1  # None at creation would mean the default
        token = public_token(SECRET_KEY, proposal.id or 0)
        proposal.public_hash = token_hash(token)
        session.add(_revision(proposal, document, sent_at=moment if sent else None))
        session.add(
            Event(proposal_id=proposal.id or 0, revision=1, what="created", by="Андрій Коваль", at=moment)
        )
    return token


def _revision(proposal: Proposal, document: Document, *, sent_at: datetime | None) -> Revision:
    return Revision(
        proposal_id=proposal.id or 0,
        number=1,
        brief={"company": {"name": document.company}, "lines": [{"sku": "VK-55"}]},
        document=document.canonical_json(),
        document_hash=document.content_hash,
        catalogue=document.catalog,
        catalogue_version=document.catalog_version,
        total_minor=int(document.total.value * 100),
        currency=document.currency,
        valid_until=date.fromisoformat(document.valid_until),
        manager_id=proposal.manager_id,
        sent_at=sent_at,
    )
