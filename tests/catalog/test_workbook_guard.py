"""Files that are opened, and files that are refused with a word on what to do."""

# ruff: noqa: E501 - the tables are read along the line

import pytest

from app.catalog.problems import FileProblem
from app.catalog.workbook_guard import MAX_PARTS, MAX_UPLOAD_BYTES, open_upload
from app.problems import ProblemsError
from tests.builders.catalog import SVG_LOGO, make_picture, make_workbook, make_zip, unzip

BOOK = make_workbook().build()
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
CONTENT_TYPES = "[Content_Types].xml"


def changed(part: str, old: bytes, new: bytes) -> bytes:
    parts = unzip(BOOK)
    return make_zip({**parts, part: parts[part].replace(old, new)})


def as_strict() -> bytes:
    return changed("xl/workbook.xml", b"http://schemas.openxmlformats.org/spreadsheetml/2006/main",
                   b"http://purl.oclc.org/ooxml/spreadsheetml/main")  # fmt: skip


def damaged() -> bytes:
    return BOOK[: len(BOOK) // 2]


def bomb() -> bytes:
    return make_zip({**unzip(BOOK), "xl/media/zeros.bin": bytes(64 * 2**20)})


def with_lying_directory() -> bytes:
    """The directory says that one part takes more room than the whole file."""
    content = bytearray(BOOK)
    at = content.rfind(b"PK\x01\x02")
    content[at + 20 : at + 24] = (len(BOOK) * 2).to_bytes(4, "little")
    return bytes(content)


@pytest.mark.parametrize(
    ("content", "filename", "code"),
    [
        (b"", "a.xlsx", FileProblem.EMPTY),
        (b"user", "~$a.xlsx", FileProblem.LOCK_FILE),
        (b"PK\x03\x04" + bytes(MAX_UPLOAD_BYTES), "a.xlsx", FileProblem.TOO_LARGE),
        (b"SKU;Name\n1;2\n", "a.xlsx", FileProblem.NOT_XLSX),
        (OLE, "a.xlsx", FileProblem.OLD_XLS),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "a.xlsx", FileProblem.ENCRYPTED),
        (damaged(), "a.xlsx", FileProblem.UNREADABLE),
        (bomb(), "a.xlsx", FileProblem.BOMB),
        (with_lying_directory(), "a.xlsx", FileProblem.BOMB),
        (make_zip({f"{n}.txt": b"" for n in range(MAX_PARTS + 1)}), "a.zip", FileProblem.TOO_MANY_PARTS),
        (make_zip({**unzip(BOOK), "xl/vbaProject.bin": b"Sub"}), "a.xlsm", FileProblem.MACROS),
        (changed(CONTENT_TYPES, b"officedocument.spreadsheetml.sheet.main", b"officedocument.spreadsheetml.template.main"),
         "a.xltx", FileProblem.NOT_XLSX),
        (changed(CONTENT_TYPES, b"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml",
                 b"application/vnd.ms-excel.sheet.macroEnabled.main+xml"), "a.xlsx", FileProblem.MACROS),
        (as_strict(), "a.xlsx", FileProblem.STRICT),
        (make_zip({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}), "a.xlsx", FileProblem.NOT_XLSX),
        (make_zip({"logo.svg": SVG_LOGO}), "a.zip", FileProblem.NO_WORKBOOK),
        (make_zip({"a.xlsx": BOOK, "b.xlsx": BOOK}), "a.zip", FileProblem.NO_WORKBOOK),
        (make_zip({"a.xls": OLE}), "a.zip", FileProblem.OLD_XLS),
        (make_zip({"a.xlsx": make_zip({"b.txt": b""})}), "a.zip", FileProblem.NOT_XLSX),
    ],
)  # fmt: skip
def test_what_must_not_be_opened_is_refused(content: bytes, filename: str, code: FileProblem) -> None:
    with pytest.raises(ProblemsError) as caught:
        open_upload(content, filename)
    (problem,) = caught.value.problems
    assert problem.code is code
    assert problem.explain(str)


def test_a_workbook_is_opened_as_it_is() -> None:
    upload = open_upload(BOOK, "pumps.xlsx")
    assert (upload.workbook, upload.beside) == (BOOK, {})


def test_macro_words_in_the_default_types_are_no_macros() -> None:
    mark = b'<Default Extension="bin" ContentType="application/vnd.ms-excel.sheet.binary.macroEnabled.main"/>'
    content = changed(CONTENT_TYPES, b"<Override", mark + b"<Override")
    assert open_upload(content, "a.xlsx").workbook == content


def test_a_zip_brings_pictures_by_path_and_by_name_and_nothing_else() -> None:
    logo, photo = SVG_LOGO, make_picture()
    files = {"Pumps/a.xlsx": BOOK, "Pumps/Logo.SVG": logo, "Pumps/img/VK.png": photo,
             "Pumps/notes.txt": b"", "__MACOSX/a.xlsx": b"", "Pumps/.hidden.png": photo}  # fmt: skip
    upload = open_upload(make_zip(files), "a.zip")
    assert upload.workbook == BOOK
    assert upload.beside["logo.svg"] == upload.beside["pumps/logo.svg"] == logo
    assert set(upload.beside) == {"logo.svg", "pumps/logo.svg", "vk.png", "pumps/img/vk.png"}


def test_a_password_on_the_zip_is_named() -> None:
    content = bytearray(make_zip({"a.xlsx": BOOK}))
    at = content.rfind(b"PK\x01\x02")
    content[at + 8] |= 1
    with pytest.raises(ProblemsError) as caught:
        open_upload(bytes(content), "a.zip")
    assert caught.value.problems[0].code is FileProblem.ENCRYPTED
