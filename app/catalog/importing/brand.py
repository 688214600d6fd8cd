"""The Brand sheet: whose pages these are."""

import re
from collections.abc import Mapping

from app.catalog.header_words import BRAND, PATTERNS
from app.catalog.importing.keys import keyed_rows, read_choice
from app.catalog.importing.shelf import PictureShelf
from app.catalog.model import Brand, Texts, in_language
from app.catalog.problems import WorkbookProblem
from app.catalog.row_problems import ItemProblem
from app.catalog.table import Row, Table

COLOUR = re.compile(r"#?(?P<digits>[0-9a-f]{6}|[0-9a-f]{3})")
EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
SHORT_COLOUR = 3
DEFAULTS = Brand(name={})


def read_brand(table: Table | None, name: Texts, shelf: PictureShelf) -> Brand:
    """The brand; without a sheet or a name, the catalogue's name stands in."""
    rows = keyed_rows(table, BRAND) if table else {}
    return Brand(
        name=_texts(rows, "name") or name,
        legal_name=_texts(rows, "legal name"),
        colour=_colour(rows.get("colour"), DEFAULTS.colour),
        accent=_colour(rows.get("accent"), DEFAULTS.accent),
        logo=_logo(rows.get("logo"), shelf),
        tax_id=_text(rows, "tax id"),
        address=_texts(rows, "address"),
        phone=_text(rows, "phone"),
        email=_email(rows),
        site=_text(rows, "site"),
        bank=_texts(rows, "bank"),
        signatory=_texts(rows, "signatory"),
        signatory_position=_texts(rows, "signatory position"),
        pattern=(read_choice(rows["pattern"], "value", PATTERNS) if "pattern" in rows else None)
        or DEFAULTS.pattern,
    )


def _texts(rows: Mapping[str, Row], name: str) -> Texts:
    return rows[name].texts("value", limit=500) if name in rows else {}


def _text(rows: Mapping[str, Row], name: str) -> str:
    return in_language(_texts(rows, name), "")


def _first(row: Row) -> str:
    return in_language(row.texts("value"), "")


def _colour(row: Row | None, default: str) -> str:
    text = _first(row).casefold() if row else ""
    if row is None or not text:
        return default
    found = COLOUR.fullmatch(text)
    if not found:
        row.note("value", WorkbookProblem.BAD_COLOUR, value=text)
        return default
    digits = found["digits"]
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == SHORT_COLOUR else digits)


def _email(rows: Mapping[str, Row]) -> str:
    text = _text(rows, "email")
    if text and not EMAIL.fullmatch(text):
        rows["email"].note("value", WorkbookProblem.BAD_EMAIL, value=text)
    return text


def _logo(row: Row | None, shelf: PictureShelf) -> str | None:
    name = _first(row) if row else ""
    if row is None or not name:
        return None
    logo = shelf.logo(name)
    if logo is None:
        code = ItemProblem.BROKEN_LOGO if shelf.has(name) else ItemProblem.MISSING_LOGO
        row.note("value", code, value=name)
    return logo
