"""Single cells of a workbook: references such as `Calc!B4`, `'Мій лист'!$B$4`, and what goes in."""

import re
from datetime import date
from decimal import Decimal
from typing import NamedTuple

CellValue = Decimal | str | bool | date | None
"""What a cell may be given; None empties it."""

MAX_ROW = 1_048_576
MAX_COLUMN = 16_384
LETTERS = 26

_REFERENCE = re.compile(
    r"=?\s*(?P<sheet>'(?:[^']|'')+'|[^'!]+)!\s*\$?(?P<column>[A-Za-z]{1,3})\$?(?P<row>[1-9]\d{0,6})\s*"
)
_PLAIN_SHEET = re.compile(r"[^\W\d][\w.]*")


class Place(NamedTuple):
    """A cell of a workbook; row and column count from 1."""

    sheet: str
    row: int
    column: int

    def below(self, rows: int) -> "Place":
        """The cell so many rows further down."""
        return self._replace(row=self.row + rows)

    def __str__(self) -> str:
        name = self.sheet.replace("'", "''")
        sheet = self.sheet if _PLAIN_SHEET.fullmatch(self.sheet) else f"'{name}'"
        return f"{sheet}!{column_letters(self.column)}{self.row}"


def read_place(text: str) -> Place | None:
    """The cell that a reference with its sheet names; None for anything else."""
    found = _REFERENCE.fullmatch(text.strip())
    if not found:
        return None
    sheet = found["sheet"].strip()
    if sheet.startswith("'"):
        sheet = sheet[1:-1].replace("''", "'")
    place = Place(sheet, int(found["row"]), column_number(found["column"]))
    return place if place.row <= MAX_ROW and place.column <= MAX_COLUMN else None


def column_number(letters: str) -> int:
    """A is 1, Z is 26, AA is 27."""
    number = 0
    for letter in letters.upper():
        number = number * LETTERS + ord(letter) - ord("A") + 1
    return number


def column_letters(number: int) -> str:
    """1 is A, 26 is Z, 27 is AA."""
    letters = ""
    while number:
        number, rest = divmod(number - 1, LETTERS)
        letters = chr(ord("A") + rest) + letters
    return letters
