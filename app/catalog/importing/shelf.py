"""The pictures that came with a workbook, made fit for print when something names them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import PurePosixPath
from typing import NamedTuple


class Prints(NamedTuple):
    """One picture as JPEG in the two sizes that pages use."""

    small: bytes
    large: bytes


class StoredPicture(NamedTuple):
    """Content hashes of the two sizes; a logo has the same in both."""

    small: str
    large: str


@dataclass(slots=True)
class PictureShelf:
    """Files by lower-case name. `earlier_of` gives those that earlier uploads of a catalogue brought.

    `to_prints` and `to_logo` give None for what is no picture; `keep` stores bytes and gives their hash.
    """

    to_prints: Callable[[bytes], Prints | None]
    to_logo: Callable[[bytes], bytes | None]
    keep: Callable[[bytes], str]
    files: Mapping[str, bytes] = field(default_factory=dict)
    earlier_of: Callable[[str], Mapping[str, StoredPicture]] = lambda _: {}
    earlier: Mapping[str, StoredPicture] = field(default_factory=dict)
    used: dict[str, StoredPicture] = field(default_factory=dict)

    def recall(self, key: str) -> None:
        """Now that the catalogue is known, let its earlier files stand in for missing ones."""
        self.earlier = self.earlier_of(key)

    def has(self, name: str) -> bool:
        """Whether the file was uploaded, now or earlier."""
        return self._uploaded(name) is not None or _key(name) in self.earlier

    def picture(self, name: str) -> StoredPicture | None:
        """The named picture of an item, or None when it is missing or broken."""
        key = _key(name)
        if key not in self.used:
            content = self._uploaded(name)
            found = self.earlier.get(key) if content is None else self.embedded(content)
            if found is None:
                return None
            self.used[key] = found
        return self.used[key]

    def embedded(self, content: bytes) -> StoredPicture | None:
        """A picture from inside the workbook, or None when it is broken."""
        prints = self.to_prints(content) if content else None
        return StoredPicture(self.keep(prints.small), self.keep(prints.large)) if prints else None

    def logo(self, name: str) -> str | None:
        """The hash of the named logo, or None when it is missing or cannot be used."""
        key, content = _key(name), self._uploaded(name)
        if content is not None:
            clean = self.to_logo(content)
            if clean is None:
                return None
            digest = self.keep(clean)
            self.used[key] = StoredPicture(digest, digest)
        elif key in self.earlier:
            self.used[key] = self.earlier[key]
        return self.used[key].large if key in self.used else None

    def _uploaded(self, name: str) -> bytes | None:
        """The file under its whole path, or else under its bare name."""
        key = _key(name)
        found = self.files.get(key)
        return self.files.get(PurePosixPath(key).name) if found is None else found


def _key(name: str) -> str:
    """The path as files are listed: with `/`, in lower case."""
    return name.strip().replace("\\", "/").removeprefix("./").casefold()
