"""Workbooks read without an instance: values, then a catalogue with its problems."""

import hashlib

from app.catalog.importing.catalogue import Reading, read_catalogue
from app.catalog.importing.shelf import PictureShelf
from app.catalog.model import Catalogue
from app.catalog.pictures import clean_logo, print_pictures
from app.catalog.workbook import Workbook
from app.catalog.workbook_reading import read_workbook
from tests.builders.catalog import WorkbookBuilder

DIGEST = "d" * 64
Found = list[tuple[str, str]]


def hash_of(content: bytes) -> str:
    """What storage would call the file."""
    return hashlib.sha256(content).hexdigest()


def read_values(builder: WorkbookBuilder) -> Workbook:
    """The built workbook's values."""
    workbook = read_workbook(builder.build())
    assert workbook is not None
    return workbook


def read(
    builder: WorkbookBuilder, *, files: dict[str, bytes] | None = None, key: str | None = None
) -> Reading:
    """What the importer makes of the workbook and of files beside it."""
    shelf = PictureShelf(print_pictures, clean_logo, hash_of, files=files or {})
    return read_catalogue(read_values(builder), shelf, key=key, digest=DIGEST)


def problems(builder: WorkbookBuilder, *, files: dict[str, bytes] | None = None) -> Found:
    """(cell, code) of everything that is found."""
    return [(problem.place, problem.code.slug) for problem in read(builder, files=files).problems]


def catalogue(builder: WorkbookBuilder, *, files: dict[str, bytes] | None = None) -> Catalogue:
    """The catalogue of a workbook in which nothing is wrong."""
    reading = read(builder, files=files)
    assert [problem for problem in reading.problems if not problem.code.warning] == []
    assert reading.catalogue is not None
    return reading.catalogue
