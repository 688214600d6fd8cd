"""Pictures that lie beside a workbook in a folder, read when something names them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.catalog.workbook_guard import MAX_BESIDE_BYTES, PICTURE_SUFFIXES


class FolderFiles(Mapping[str, bytes]):
    """The folder's picture files by lower-case name; nothing outside the folder is ever read."""

    def __init__(self, folder: Path | None) -> None:
        files = sorted(folder.iterdir()) if folder and folder.is_dir() else []
        self._paths = {path.name.casefold(): path for path in files if _usable(path)}

    def __getitem__(self, name: str) -> bytes:
        return self._paths[name].read_bytes()

    def __iter__(self) -> Iterator[str]:
        return iter(self._paths)

    def __len__(self) -> int:
        return len(self._paths)


def _usable(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    return path.suffix.casefold() in PICTURE_SUFFIXES and path.stat().st_size <= MAX_BESIDE_BYTES
