"""Looking at an uploaded file before anything opens it: size, kind, what it would unpack to."""

import io
import zipfile
from dataclasses import dataclass, field
from pathlib import PurePosixPath

from app.catalog.problems import FileProblem
from app.problems import Problem, ProblemsError

MAX_UPLOAD_BYTES = 60 * 2**20
MAX_UNPACKED_BYTES = 300 * 2**20
MAX_RATIO = 150
RATIO_MATTERS_ABOVE_BYTES = 20 * 2**20
MAX_PARTS = 10_000
MAX_BESIDE_BYTES = 20 * 2**20

OLE_MAGIC = b"\xd0\xcf\x11\xe0"
ZIP_MAGIC = b"PK\x03\x04"
ENCRYPTED_MARK = "EncryptedPackage".encode("utf-16-le")
CONTENT_TYPES = "[Content_Types].xml"
MACRO_PART = b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"
MAIN_PART = b"spreadsheetml.sheet.main+xml"
STRICT_MARK = b"purl.oclc.org/ooxml"
STRICT_LOOKED_AT_BYTES = 4096
PICTURE_SUFFIXES = frozenset({".png", ".jpg", ".jpeg", ".webp", ".gif", ".svg"})


@dataclass(frozen=True, slots=True)
class Upload:
    """An .xlsx that is safe to open, and the files that came beside it, by lower-case path and name."""

    workbook: bytes
    beside: dict[str, bytes] = field(default_factory=dict)


def open_upload(content: bytes, filename: str) -> Upload:
    """The workbook in an uploaded .xlsx, or in a .zip with its pictures.

    Raises ProblemsError when the file must not or cannot be opened.
    """
    parts = _guarded(content, filename)
    if CONTENT_TYPES in parts.namelist():
        _check_workbook(parts, filename)
        return Upload(content)
    return _open_zip(parts, filename)


def _open_zip(parts: zipfile.ZipFile, filename: str) -> Upload:
    names = [name for name in parts.namelist() if not _hidden(name)]
    if "mimetype" in names:
        raise _refused(filename, FileProblem.NOT_XLSX)
    books = [name for name in names if name.lower().endswith((".xlsx", ".xlsm", ".xls"))]
    if len(books) != 1:
        raise _refused(filename, FileProblem.NO_WORKBOOK, count=str(len(books)))
    workbook = _read(parts, books[0], filename)
    inner = _guarded(workbook, books[0])
    if CONTENT_TYPES not in inner.namelist():
        raise _refused(books[0], FileProblem.NOT_XLSX)
    _check_workbook(inner, books[0])
    beside: dict[str, bytes] = {}
    for name in names:
        if _picture(parts.getinfo(name)):
            content = _read(parts, name, filename)
            beside[name.casefold()] = content
            beside.setdefault(PurePosixPath(name).name.casefold(), content)
    return Upload(workbook, beside)


def _picture(entry: zipfile.ZipInfo) -> bool:
    suffix = PurePosixPath(entry.filename).suffix.casefold()
    return suffix in PICTURE_SUFFIXES and entry.file_size <= MAX_BESIDE_BYTES


def _guarded(content: bytes, filename: str) -> zipfile.ZipFile:
    """The file as a zip whose directory promises nothing outrageous."""
    if not content:
        raise _refused(filename, FileProblem.EMPTY)
    if PurePosixPath(filename).name.startswith("~$"):
        raise _refused(filename, FileProblem.LOCK_FILE)
    if len(content) > MAX_UPLOAD_BYTES:
        size, limit = len(content) // 2**20, MAX_UPLOAD_BYTES // 2**20
        raise _refused(filename, FileProblem.TOO_LARGE, size=str(size), limit=str(limit))
    if content.startswith(OLE_MAGIC):
        encrypted = ENCRYPTED_MARK in content
        raise _refused(filename, FileProblem.ENCRYPTED if encrypted else FileProblem.OLD_XLS)
    if not content.startswith(ZIP_MAGIC):
        raise _refused(filename, FileProblem.NOT_XLSX)
    try:
        parts = zipfile.ZipFile(io.BytesIO(content))
    except (zipfile.BadZipFile, ValueError, NotImplementedError):
        raise _refused(filename, FileProblem.UNREADABLE) from None
    _check_sizes(parts, len(content), filename)
    return parts


def _check_sizes(parts: zipfile.ZipFile, packed: int, filename: str) -> None:
    entries = parts.infolist()
    if len(entries) > MAX_PARTS:
        raise _refused(filename, FileProblem.TOO_MANY_PARTS, limit=str(MAX_PARTS))
    if any(entry.flag_bits & 1 for entry in entries):
        raise _refused(filename, FileProblem.ENCRYPTED)
    unpacked = sum(entry.file_size for entry in entries)
    overlapping = sum(entry.compress_size for entry in entries) > packed
    steep = unpacked > RATIO_MATTERS_ABOVE_BYTES and unpacked > packed * MAX_RATIO
    if unpacked > MAX_UNPACKED_BYTES or steep or overlapping:
        limit = str(MAX_UNPACKED_BYTES // 2**20)
        raise _refused(filename, FileProblem.BOMB, limit=limit, ratio=str(MAX_RATIO))


def _check_workbook(parts: zipfile.ZipFile, filename: str) -> None:
    types = _read(parts, CONTENT_TYPES, filename)
    if MACRO_PART in types or any(name.lower().endswith("vbaproject.bin") for name in parts.namelist()):
        raise _refused(filename, FileProblem.MACROS)
    if MAIN_PART not in types:
        raise _refused(filename, FileProblem.NOT_XLSX)
    if "xl/workbook.xml" in parts.namelist():
        head = _read(parts, "xl/workbook.xml", filename)[:STRICT_LOOKED_AT_BYTES]
        if STRICT_MARK in head:
            raise _refused(filename, FileProblem.STRICT)


def _read(parts: zipfile.ZipFile, name: str, filename: str) -> bytes:
    try:
        return parts.read(name)
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, OSError, ValueError):
        raise _refused(filename, FileProblem.UNREADABLE) from None


def _hidden(name: str) -> bool:
    path = PurePosixPath(name)
    return name.endswith("/") or path.parts[0] == "__MACOSX" or path.name.startswith((".", "~$"))


def _refused(filename: str, code: FileProblem, **details: str) -> ProblemsError:
    return ProblemsError((Problem(PurePosixPath(filename).name, code, details),))
