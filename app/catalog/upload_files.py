"""Pictures that lie beside a workbook in a folder, read when something names them."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from app.catalog.workbook_guard import MAX_BESIDE_BYTES, PICTURE_SUFFIXES

MAX_DEPTH = 3


class FolderFiles(Mapping[str, bytes]):
    """The folder's picture files by lower-case path; nothing outside the folder is ever read."""

    def __init__(self, folder: Path | None) -> None:
        self._folder = folder

    def __getitem__(self, name: str) -> bytes:
        path = self._find(name)
        if path is None:
            raise KeyError(name)
        return path.read_bytes()

    def __iter__(self) -> Iterator[str]:
        files = sorted(self._folder.iterdir()) if self._folder and self._folder.is_dir() else []
        return (path.name.casefold() for path in files if _usable(path))

    def __len__(self) -> int:
        return sum(1 for _ in self)

    def _find(self, name: str) -> Path | None:
        """The file, looked for step by step, so that no name leads out of the folder."""
        place, parts = self._folder, name.split("/")
        if len(parts) > MAX_DEPTH:
            return None
        for part in parts:
            if place is None or not place.is_dir():
                return None
            entries = (entry for entry in place.iterdir() if not entry.is_symlink())
            place = next((entry for entry in entries if entry.name.casefold() == part), None)
        return place if place and _usable(place) else None


def _usable(path: Path) -> bool:
    if path.is_symlink() or not path.is_file():
        return False
    return path.suffix.casefold() in PICTURE_SUFFIXES and path.stat().st_size <= MAX_BESIDE_BYTES
