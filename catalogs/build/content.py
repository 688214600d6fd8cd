"""The Content sheet: texts of a role and of an industry, each written once, joined to every pair of them."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from catalogs.build.sheets import Row, Sheet, Source, languages
from catalogs.build.texts import LANGUAGES, as_three, read_toml

MARK = re.compile(r"<(\w+)>")
ANY = "any"
COLUMNS = ("Slot", "Industry", "Role", "Condition")

Words = Mapping[str, list[str]]


def content_sheet(source: Source) -> Sheet:
    """One row per text, three languages beside each other."""
    texts = read_toml(source.folder / "content.toml")
    rows = [row for entry in texts["joined"] for row in _joined(entry, texts["phrase"], texts["industry"])]
    rows += [_row(entry, entry.get("role"), None, texts["phrase"]) for entry in texts["plain"]]
    return Sheet("Content", (*COLUMNS, *languages("Text")), tuple(rows))


def _joined(entry: Mapping[str, Any], phrases: Words, industries: Mapping[str, Words]) -> Iterator[Row]:
    """The entry once per role and industry, and for those that are in neither list."""
    for role in entry["roles"]:
        for industry, words in industries.items():
            yield _row(
                entry,
                None if role == ANY else role,
                None if industry == ANY else industry,
                {**phrases, **words},
            )


def _row(entry: Mapping[str, Any], role: str | None, industry: str | None, words: Words) -> Row:
    """A row of the sheet; <@mark> is the role's own words, <mark> those of the industry or everybody's."""
    texts = [text.replace("<@", f"<{role or ANY}_") for text in as_three(entry["text"])]
    filled = [_filled(text, n, words) for n, text in enumerate(texts[: len(LANGUAGES)])]
    return (entry["slot"], industry, role, entry.get("if"), *filled)


def _filled(text: str, language: int, words: Words) -> str:
    """The text with each mark replaced; what is put in may hold marks itself."""
    while MARK.search(text):
        text = MARK.sub(lambda match: words[match[1]][language], text)
    return re.sub(r" {2,}", " ", text).strip()
