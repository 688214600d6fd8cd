"""From a document and its pages to the bytes of one mail; the same input gives the same bytes."""

import hashlib
import re
import unicodedata
from dataclasses import dataclass
from datetime import UTC, datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP, SMTPUTF8

from app.delivery.addresses import mailable
from app.delivery.letter import InlinePicture, write_letter
from app.proposals.document import Document

MAX_NAME_CHARS = 80
FORBIDDEN_IN_NAMES = re.compile(r'[\\/:*?"<>|]+')
QUOTED_NAME = re.compile(r"[«“„\"](?P<name>[^«»“”„\"]{2,})[»”“\"]")
XLSX = "vnd.openxmlformats-officedocument.spreadsheetml.sheet"


@dataclass(frozen=True, slots=True)
class Envelope:
    """What is not in the document: who sends to whom, and the two facts that are fixed for ever."""

    message_id: str
    date: datetime
    sender: str
    recipient: str


@dataclass(frozen=True, slots=True)
class Enclosures:
    """What goes along: the pages, the specification where lines are grouped, the pictures shown inside."""

    pdf: bytes
    specification: bytes | None = None
    logo: InlinePicture | None = None
    portrait: InlinePicture | None = None


def build_message(document: Document, *, envelope: Envelope, enclosures: Enclosures) -> bytes:
    """The whole mail: mixed(alternative(text, related(html, pictures)), pdf[, specification])."""
    letter = write_letter(
        document,
        logo=enclosures.logo,
        portrait=enclosures.portrait,
        grouped=enclosures.specification is not None,
    )
    message = EmailMessage(policy=SMTP if envelope.recipient.isascii() else SMTPUTF8)
    _write_headers(message, document, envelope)
    message.set_content(letter.text, cte="quoted-printable")
    message["Content-Language"] = document.language
    message.add_alternative(letter.html, subtype="html", cte="quoted-printable")
    _add_pictures(message, enclosures)
    name = attachment_name(document)
    message.add_attachment(enclosures.pdf, maintype="application", subtype="pdf", filename=f"{name}.pdf")
    if enclosures.specification is not None:
        message.add_attachment(
            enclosures.specification, maintype="application", subtype=XLSX, filename=f"{name}.xlsx"
        )
    _fix_boundaries(message, envelope.message_id)
    return message.as_bytes()


def _write_headers(message: EmailMessage, document: Document, envelope: Envelope) -> None:
    manager = document.cover.manager
    message["Message-ID"] = envelope.message_id
    message["Date"] = envelope.date.replace(tzinfo=UTC)
    message["Subject"] = clean(document.mail.subject)
    message["From"] = address(document.brand.name, envelope.sender)
    message["To"] = address(document.contact, envelope.recipient)
    reply_to = mailable(manager.email)
    if reply_to:
        message["Reply-To"] = address(manager.name, reply_to)
    message["Auto-Submitted"] = "no"


def _add_pictures(message: EmailMessage, enclosures: Enclosures) -> None:
    html = next(part for part in message.walk() if part.get_content_type() == "text/html")
    if not isinstance(html, EmailMessage):
        raise TypeError(type(html))
    for picture in (enclosures.logo, enclosures.portrait):
        if picture:
            html.add_related(
                picture.content,
                maintype="image",
                subtype=picture.subtype,
                cid=f"<{picture.cid}>",
                disposition="inline",
                filename=f"{picture.cid.split('@')[0]}.{picture.subtype}",
            )


def _fix_boundaries(message: EmailMessage, message_id: str) -> None:
    """Boundaries are random by default; the same mail must have the same bytes."""
    for number, part in enumerate(message.walk()):
        if part.is_multipart():
            digest = hashlib.sha256(f"{message_id}:{number}".encode()).hexdigest()
            part.set_boundary(f"=_{digest[:40]}")


def address(name: str, email: str) -> Address:
    """An address with the person's or the brand's name."""
    local, _, domain = email.rpartition("@")
    return Address(display_name=clean(name), username=local, domain=domain)


def clean(text: str) -> str:
    """The text in one line, without characters that a header must not have."""
    visible = "".join(c if unicodedata.category(c) not in {"Cc", "Cs", "Zl", "Zp"} else " " for c in text)
    return " ".join(visible.split(" ")).strip()


def attachment_name(document: Document) -> str:
    """A file name that a person recognises: «КП-101 Карпатські меблі», without its ending."""
    quoted = QUOTED_NAME.search(document.company)
    company = quoted["name"] if quoted else document.company
    number = document.number
    if document.revision > 1 and "/" not in number:
        number = f"{number}-{document.revision}"
    name = FORBIDDEN_IN_NAMES.sub("-", clean(f"{number} {company}"))
    name = "".join(c for c in name if unicodedata.category(c) != "Cf")
    return name[:MAX_NAME_CHARS].strip(" .-") or "proposal"
