"""Mails on disk while no SMTP server is set: one .eml file each, and the list of them."""

import email
import email.parser
import hashlib
import os
import re
import tempfile
from dataclasses import dataclass
from datetime import datetime
from email.message import EmailMessage
from email.policy import default
from pathlib import Path


class UnknownMailError(LookupError):
    """No mail with that name."""


@dataclass(frozen=True, slots=True)
class StoredMail:
    """One mail in the folder. `message_id` tells copies apart."""

    name: str
    size: int
    date: datetime | None
    recipient: str
    subject: str
    message_id: str


def write_mail(folder: Path, message_id: str, content: bytes) -> Path:
    """Write the mail; it appears whole or not at all, and the same Message-ID never appears twice."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / _file_name(message_id)
    descriptor, temporary = tempfile.mkstemp(dir=folder, prefix=".", suffix=".part")
    with os.fdopen(descriptor, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    Path(temporary).replace(path)
    return path


def mails(folder: Path, limit: int | None = None) -> tuple[StoredMail, ...]:
    """The mails in the folder, newest first; only so many of them are opened."""
    paths = sorted(folder.glob("*.eml"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
    return tuple(_describe(path) for path in paths[:limit])


def read_mail(folder: Path, name: str) -> bytes:
    """The mail of that name. Raises UnknownMailError."""
    path = folder / name
    if not name.endswith(".eml") or path.parent != folder or not path.is_file():
        raise UnknownMailError(name)
    return path.read_bytes()


def parse_mail(content: bytes) -> EmailMessage:
    """The mail with its parts."""
    return email.message_from_bytes(content, policy=default)


def _describe(path: Path) -> StoredMail:
    with path.open("rb") as file:
        message = email.parser.BytesHeaderParser(policy=default).parse(file)
    date = message["Date"].datetime if message["Date"] else None
    return StoredMail(
        name=path.name,
        size=path.stat().st_size,
        date=date,
        recipient=str(message["To"] or ""),
        subject=str(message["Subject"] or ""),
        message_id=str(message["Message-ID"] or ""),
    )


def _file_name(message_id: str) -> str:
    readable = re.sub(r"[^A-Za-z0-9.-]+", "-", message_id.strip("<>").split("@")[0]).strip("-.")[:60]
    return f"{readable}-{hashlib.sha256(message_id.encode()).hexdigest()[:12]}.eml"
