"""Files by their content hash: PDFs, uploads, pictures."""

import hashlib
import os
import tempfile
from pathlib import Path
from typing import Protocol

DIGEST_CHARS = hashlib.sha256().digest_size * 2


class MissingFileError(LookupError):
    """No file with that hash is stored."""


class Storage(Protocol):
    """Where files are kept; a file never changes, its name is the SHA-256 of its bytes."""

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their hash."""

    def get(self, digest: str) -> bytes:
        """The bytes with that hash. Raises MissingFileError."""

    def has(self, digest: str) -> bool:
        """Whether the file is kept here."""


class FolderStorage:
    """A folder with two levels, `ab/abcdef…`; a file appears whole or not at all."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def put(self, content: bytes) -> str:
        """Keep the bytes and return their hash."""
        digest = hashlib.sha256(content).hexdigest()
        path = self.path(digest)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            descriptor, temporary = tempfile.mkstemp(dir=path.parent)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
            Path(temporary).replace(path)
        return digest

    def get(self, digest: str) -> bytes:
        """The bytes with that hash. Raises MissingFileError."""
        try:
            return self.path(digest).read_bytes()
        except FileNotFoundError:
            raise MissingFileError(digest) from None

    def has(self, digest: str) -> bool:
        """Whether the file is kept here."""
        return self.path(digest).exists()

    def path(self, digest: str) -> Path:
        """Where the file with that hash stands. Raises MissingFileError for what is no hash."""
        if len(digest) != DIGEST_CHARS or not set(digest) <= set("0123456789abcdef"):
            raise MissingFileError(digest)
        return self.folder / digest[:2] / digest


def open_storage(url: str | None, instance_dir: Path) -> Storage:
    """The storage that the settings name: by default a folder of the instance."""
    return FolderStorage(Path(url.removeprefix("file://")) if url else instance_dir / "files")
