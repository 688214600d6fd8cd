"""Keys of rows, words from a fixed list, and sheets that are a list of settings."""

import re
from collections.abc import Mapping

from app.catalog.header_words import Words
from app.catalog.headers import fold_header, meaning, nearest
from app.catalog.problems import WorkbookProblem
from app.catalog.table import Row, Table

KEY = re.compile(r"[a-z][a-z0-9_-]*")
MAX_KEY_LENGTH = 60
SEPARATORS = re.compile(r"[;,\n]")


def read_key(row: Row, seen: dict[str, int], column: str = "key") -> str | None:
    """The row's key, noted when it is missing, badly formed or taken; `seen` maps keys to their rows."""
    key = row.required(column, limit=MAX_KEY_LENGTH).casefold()
    if not key:
        return None
    if not KEY.fullmatch(key):
        row.note(column, WorkbookProblem.BAD_KEY, value=key)
        return None
    if key in seen:
        row.note(column, WorkbookProblem.DUPLICATE_KEY, value=key, row=str(seen[key]))
        return None
    seen[key] = row.number
    return key


def split(text: str) -> tuple[str, ...]:
    """The entries of a list in one cell."""
    return tuple(part.strip() for part in SEPARATORS.split(text) if part.strip())


def read_choice(row: Row, column: str, words: Words) -> str | None:
    """What the cell means among these words; None when it is empty or noted as unknown."""
    text = row.text(column)
    found = meaning(words, text) if text else None
    if text and not found:
        row.note(column, WorkbookProblem.UNKNOWN_CHOICE, value=text, known=", ".join(words))
    return found


def keyed_rows(table: Table, words: Words, others: Mapping[str, str] | None = None) -> dict[str, Row]:
    """The rows of a sheet of settings by what their key means.

    `others` maps folded beginnings of keys that go on freely («rate USD») to a prefix of the result.
    """
    found: dict[str, Row] = {}
    for row in table.rows:
        text = row.text("key")
        if not text:
            continue
        name = meaning(words, text) or _open_ended(text, others or {})
        if name is None:
            row.note("key", WorkbookProblem.UNKNOWN_SETTING, value=text, nearest=nearest(text, words))
        elif name in found:
            row.note("key", WorkbookProblem.DUPLICATE_KEY, value=text, row=str(found[name].number))
        else:
            found[name] = row
    return found


def _open_ended(text: str, others: Mapping[str, str]) -> str | None:
    head, _, rest = text.partition(" ")
    prefix = others.get(fold_header(head))
    return f"{prefix} {rest.strip()}" if prefix and rest.strip() else None
