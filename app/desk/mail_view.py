"""A mail written to disk, taken apart so that it can be looked at. Pure."""

import base64
from dataclasses import dataclass
from email.message import EmailMessage

MAX_INLINE_BYTES = 2_000_000


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that goes along."""

    name: str
    mime: str
    content: bytes

    @property
    def kilobytes(self) -> int:
        """Its size, rounded up."""
        return -(-len(self.content) // 1024)


@dataclass(frozen=True, slots=True)
class MailView:
    """Headers, both bodies and attachments; pictures of the HTML stand in it as data."""

    headers: tuple[tuple[str, str], ...]
    html: str
    text: str
    attachments: tuple[Attachment, ...]


def view_of(message: EmailMessage) -> MailView:
    """Take the mail apart."""
    html, text = message.get_body(("html",)), message.get_body(("plain",))
    names = ("From", "To", "Reply-To", "Subject", "Date", "Message-ID")
    return MailView(
        headers=tuple((name, str(message[name])) for name in names if message[name]),
        html=_with_pictures(message, str(html.get_content()) if html else ""),
        text=str(text.get_content()) if text else "",
        attachments=tuple(_attachment(part) for part in message.iter_attachments() if _is_file(part)),
    )


def _with_pictures(message: EmailMessage, html: str) -> str:
    for part in message.walk():
        cid = str(part["Content-ID"] or "").strip("<>")
        if cid and part.get_content_maintype() == "image":
            content = part.get_payload(decode=True)
            if isinstance(content, bytes) and len(content) <= MAX_INLINE_BYTES:
                data = base64.b64encode(content).decode()
                html = html.replace(f"cid:{cid}", f"data:{part.get_content_type()};base64,{data}")
    return html


def _is_file(part: EmailMessage) -> bool:
    return part.get_content_disposition() == "attachment"


def _attachment(part: EmailMessage) -> Attachment:
    content = part.get_payload(decode=True)
    return Attachment(
        name=part.get_filename() or "file",
        mime=part.get_content_type(),
        content=content if isinstance(content, bytes) else b"",
    )
