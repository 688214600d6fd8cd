"""An upload opened where neither time nor memory can run out: its workbook, its pictures."""

import hashlib
from collections.abc import Callable, Mapping
from pathlib import Path, PurePath
from typing import TypeVar

from sqlmodel import Session, col, select

from app.catalog.importing.shelf import PictureShelf, Prints, StoredPicture
from app.catalog.models import CatalogueRow, CatalogueVersion
from app.catalog.pictures import clean_logo, print_pictures
from app.catalog.problems import FileProblem
from app.catalog.upload_files import FolderFiles
from app.catalog.workbook import Workbook
from app.catalog.workbook_guard import Upload
from app.catalog.workbook_reading import read_workbook
from app.instance import Instance
from app.problems import Problem, ProblemsError
from app.sandbox import Sandbox, SandboxCrashError, SandboxTimeoutError

READ_SECONDS = 90.0
PICTURE_SECONDS = 20.0
T = TypeVar("T")


def read_upload(sandbox: Sandbox, upload: Upload, filename: str) -> Workbook:
    """The workbook's values. Raises ProblemsError when they cannot be had."""
    place = PurePath(filename).name
    try:
        workbook = sandbox.call(read_workbook, upload.workbook, pool="import", seconds=READ_SECONDS)
    except (SandboxTimeoutError, SandboxCrashError):
        details = {"seconds": f"{READ_SECONDS:.0f}"}
        raise ProblemsError((Problem(place, FileProblem.TOO_SLOW, details),)) from None
    if workbook is None:
        raise ProblemsError((Problem(place, FileProblem.UNREADABLE),))
    return workbook


def picture_shelf(instance: Instance, upload: Upload, *, folder: Path | None, keep: bool) -> PictureShelf:
    """The pictures that came along or lie in the folder; stored when used, unless `keep` is off."""

    def to_prints(content: bytes) -> Prints | None:
        return _converted(instance.sandbox, print_pictures, content)

    def to_logo(content: bytes) -> bytes | None:
        return _converted(instance.sandbox, clean_logo, content)

    def digest(content: bytes) -> str:
        return instance.storage.put(content) if keep else hashlib.sha256(content).hexdigest()

    def earlier(key: str) -> Mapping[str, StoredPicture]:
        with instance.database.session() as session:
            return _earlier_files(session, key)

    files = {**FolderFiles(folder), **upload.beside} if upload.beside else FolderFiles(folder)
    return PictureShelf(to_prints, to_logo, digest, files=files, earlier_of=earlier)


def _converted(sandbox: Sandbox, convert: Callable[[bytes], T | None], content: bytes) -> T | None:
    """What the conversion gives; a picture that takes too long or too much memory is a broken one."""
    try:
        return sandbox.call(convert, content, pool="import", seconds=PICTURE_SECONDS)
    except (SandboxTimeoutError, SandboxCrashError):
        return None


def _earlier_files(session: Session, key: str) -> Mapping[str, StoredPicture]:
    query = (
        select(CatalogueVersion.files)
        .join(CatalogueRow, col(CatalogueRow.id) == CatalogueVersion.catalogue_id)
        .where(CatalogueRow.key == key)
        .order_by(col(CatalogueVersion.number).desc())
    )
    files = session.exec(query).first() or {}
    return {name: StoredPicture(*picture) for name, picture in files.items()}
