"""Proposals with a message in the outbox, and a mail server that says what a test wants."""

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime

from aiosmtpd.smtp import SMTP, Envelope, Session

from app.database import Database
from app.delivery import outbox
from app.delivery.models import Delivery
from app.proposals.document import Document
from app.proposals.models import Proposal, Revision
from app.proposals.service import search_text, token_hash
from tests.builders.documents import make_document
from tests.builders.mail_server import MailServer

MOMENT = datetime(2026, 11, 22, 10, 0, tzinfo=UTC)


def make_proposal(
    database: Database, number: str = "КП-101", *, status: str = "queued", document: Document | None = None
) -> tuple[Proposal, Revision]:
    """A proposal whose first revision was sent."""
    document = document or make_document()
    with database.transaction() as session:
        proposal = Proposal(
            number=number,
            status=status,
            language=document.language,
            catalogue=document.catalog,
            company=document.company,
            contact=document.contact,
            search_text=search_text(number, document.company, document.contact),
            draft_revision=None,
            revision=1,
            valid_until=date.fromisoformat(document.valid_until),
            public_hash=token_hash(number),
        )
        session.add(proposal)
        session.flush()
        revision = Revision(
            proposal_id=proposal.id or 0,
            number=1,
            brief={"company": {"name": document.company}},
            document=document.canonical_json(),
            document_hash=document.content_hash,
            catalogue=document.catalog,
            catalogue_version=1,
            total_minor=183_619_200,
            currency="UAH",
            valid_until=date.fromisoformat(document.valid_until),
            sent_at=MOMENT,
        )
        session.add(revision)
    return proposal, revision


def put_message(
    database: Database,
    number: str = "КП-101",
    *,
    due_at: datetime = MOMENT,
    recipient: str = "boiko@example.com",
) -> Delivery:
    """A message in the outbox, due at once."""
    proposal, revision = make_proposal(database, number)
    with database.transaction() as session:
        return outbox.put(
            session,
            proposal_id=proposal.id or 0,
            revision_id=revision.id or 0,
            recipient=recipient,
            domain="example.com",
            due_at=due_at,
        )


def stored(database: Database, delivery_id: int | None) -> Delivery:
    """The message as the database has it now."""
    with database.session() as session:
        return session.get_one(Delivery, delivery_id)


@dataclass
class Received:
    """One mail that the server took."""

    sender: str
    recipients: list[str]
    content: bytes


@dataclass
class Handler:
    """What the server answers at each step; keeps the mails that it took."""

    mail: str = "250 OK"
    rcpt: str = "250 OK"
    data: str = "250 OK"
    mails: list[Received] = field(default_factory=list)
    on_data: Callable[[], None] = lambda: None

    async def handle_MAIL(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        envelope.mail_from = address
        return self.mail

    async def handle_RCPT(  # noqa: N802 - aiosmtpd's name
        self, server: SMTP, session: Session, envelope: Envelope, address: str, options: list[str]
    ) -> str:
        if self.rcpt.startswith("2"):
            envelope.rcpt_tos.append(address)
        return self.rcpt

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        self.on_data()
        if self.data.startswith("2"):
            content = envelope.content or b""
            self.mails.append(
                Received(
                    envelope.mail_from or "",
                    list(envelope.rcpt_tos),
                    content if isinstance(content, bytes) else content.encode(),
                )
            )
        return self.data


def start_server(handler: Handler, **options: object) -> MailServer:
    """A mail server on a free port of loopback."""
    server = MailServer(handler, **options)
    server.start()
    return server


def url_of(controller: MailServer, *, credentials: str = "") -> str:
    """Its URL, as MINUTA_SMTP_URL takes it."""
    return f"smtp://{credentials}127.0.0.1:{controller.port}"
