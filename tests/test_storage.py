"""Files by their content: whole or not at all, the same bytes once, nothing outside the folder."""

import hashlib
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.storage import FolderStorage, MissingFileError, open_storage


def test_what_is_put_comes_back_by_its_hash(storage: FolderStorage) -> None:
    digest = storage.put(b"pages")
    assert digest == hashlib.sha256(b"pages").hexdigest()
    assert storage.has(digest)
    assert storage.get(digest) == b"pages"


def test_the_same_bytes_are_kept_once_however_many_put_them(storage: FolderStorage) -> None:
    with ThreadPoolExecutor(4) as pool:
        digests = set(pool.map(lambda _: storage.put(b"pages" * 1000), range(12)))
    assert len(digests) == 1
    assert [path.is_file() for path in storage.folder.rglob("*") if path.is_file()] == [True]


@pytest.mark.parametrize("digest", ["0" * 64, "../../secret_key", "", "G" * 64])
def test_what_is_not_there_is_missing(storage: FolderStorage, digest: str) -> None:
    with pytest.raises(MissingFileError):
        storage.get(digest)


def test_the_settings_name_the_folder(tmp_path: Path) -> None:
    other = tmp_path / "elsewhere"
    for url, folder in ((None, tmp_path / "files"), (f"file://{other}", other)):
        opened = open_storage(url, tmp_path)
        assert isinstance(opened, FolderStorage)
        assert opened.folder == folder
