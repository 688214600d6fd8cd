"""A sheet of the workbook as rows with named columns; whatever is wrong is noted with its cell."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal

from openpyxl.utils import get_column_letter

from app.catalog.cell_values import NumberError, read_number, read_text
from app.catalog.header_words import COLUMNS, REQUIRED
from app.catalog.headers import KNOWN_LANGUAGES, Header, recognise
from app.catalog.model import Texts
from app.catalog.problems import FileProblem, WorkbookProblem
from app.catalog.workbook import MAX_COLUMNS, MAX_ROWS, CellValue, Sheet
from app.problems import Problem, ProblemCode

HEADER_WITHIN_ROWS = 20
MAX_TEXT_LENGTH = 10_000
MAX_NUMBER = Decimal(10) ** 12


@dataclass(slots=True)
class Findings:
    """The problems found so far."""

    problems: list[Problem] = field(default_factory=list)

    def add(self, place: str, code: ProblemCode, /, **details: str) -> None:
        """Note one problem."""
        self.problems.append(Problem(place, code, details))

    @property
    def errors(self) -> tuple[Problem, ...]:
        """Those that must be mended first."""
        return tuple(problem for problem in self.problems if not problem.code.warning)


@dataclass(frozen=True, slots=True)
class Row:
    """One row below the headers; `number` is counted from 1, as Excel shows it."""

    table: "Table"
    number: int

    def place(self, column: str, language: str = "") -> str:
        """The cell as `Items!C14`; the row's first cell when there is no such column."""
        found = self.table.columns.get((column, language)) or self.table.first(column)
        return f"{self.table.sheet.title}!{get_column_letter(found or 1)}{self.number}"

    def value(self, column: str, language: str = "") -> CellValue:
        """What the cell holds."""
        position = self.table.columns.get((column, language))
        return self.at(position) if position else None

    def at(self, position: int) -> CellValue:
        """What the cell in that column holds; an error or a formula without a result counts as nothing."""
        row = self.table.sheet.rows[self.number - 1]
        return row[position - 1] if position <= len(row) else None

    @property
    def empty(self) -> bool:
        """Whether no cell of the row holds anything."""
        return not any(value is not None and value != "" for value in self.table.sheet.rows[self.number - 1])

    def text(self, column: str, language: str = "", *, limit: int = MAX_TEXT_LENGTH) -> str:
        """The cell as text."""
        position = self.table.columns.get((column, language))
        if not position or not self._sound(position):
            return ""
        text = read_text(self.at(position), percent=(self.number, position) in self.table.sheet.percents)
        if len(text) > limit:
            self.note(
                column, WorkbookProblem.TOO_LONG, language=language, length=str(len(text)), limit=str(limit)
            )
        return text

    def required(self, column: str, *, limit: int = MAX_TEXT_LENGTH) -> str:
        """The cell as text, noted when it is empty."""
        text = self.text(column, limit=limit)
        if not text and not self.broken(column):
            self.missing(column)
        return text

    def texts(self, column: str, *, limit: int = MAX_TEXT_LENGTH) -> Texts:
        """The text in each language that has a column."""
        found = {
            language: self.text(column, language, limit=limit) for language in self.table.languages(column)
        }
        return {language: text for language, text in found.items() if text}

    def number_in(self, column: str, *, percent: bool = False, language: str = "") -> Decimal | None:
        """The cell as a number; 20 % of a percent column is 20, however it is written."""
        position = self.table.columns.get((column, language))
        return self.number_at(position, percent=percent) if position else None

    def number_at(self, position: int, *, percent: bool = False) -> Decimal | None:
        """The number in that column, noted when it is none or too big."""
        value = self.at(position)
        if not self._sound(position) or value is None or (isinstance(value, str) and not value.strip()):
            return None
        number = read_number(value)
        place = f"{self.table.sheet.title}!{get_column_letter(position)}{self.number}"
        if isinstance(number, NumberError):
            ambiguous = number is NumberError.AMBIGUOUS
            code = WorkbookProblem.AMBIGUOUS_NUMBER if ambiguous else WorkbookProblem.NOT_A_NUMBER
            self.table.findings.add(place, code, value=read_text(value))
            return None
        if percent and (self.number, position) in self.table.sheet.percents:
            number *= 100
        if abs(number) > MAX_NUMBER:
            self.table.findings.add(
                place, WorkbookProblem.TOO_BIG, value=str(number), limit=f"{MAX_NUMBER:,}"
            )
            return None
        return number

    def note(self, column: str, code: ProblemCode, /, *, language: str = "", **details: str) -> None:
        """Note a problem of that cell."""
        self.table.findings.add(self.place(column, language), code, **details)

    def missing(self, column: str) -> None:
        """Note that the cell has to be filled in."""
        self.note(column, WorkbookProblem.MISSING_VALUE, column=self.table.header(column))

    def broken(self, column: str) -> bool:
        """Whether a cell of the column shows an error or a formula without a result, noted elsewhere."""
        unsound = self.table.sheet.errors | self.table.sheet.uncalculated
        positions = (number for (name, _), number in self.table.columns.items() if name == column)
        return any((self.number, position) in unsound for position in positions)

    def _sound(self, position: int) -> bool:
        """Whether the cell can be read; noted once when not."""
        cell, sheet = (self.number, position), self.table.sheet
        if cell not in sheet.errors and cell not in sheet.uncalculated:
            return True
        place = f"{sheet.title}!{get_column_letter(position)}{self.number}"
        if (place, "") not in self.table.noted:
            self.table.noted.add((place, ""))
            failed = cell in sheet.errors
            code = WorkbookProblem.CELL_ERROR if failed else WorkbookProblem.NOT_CALCULATED
            self.table.findings.add(place, code, value=str(self.at(position) or ""))
        return False


@dataclass(frozen=True, slots=True)
class Table:
    """A sheet with its header row found. `columns` maps (name, language) to the column's number."""

    sheet: Sheet
    kind: str
    findings: Findings
    header_row: int
    columns: dict[tuple[str, str], int]
    tiers: dict[int, Decimal]
    attributes: dict[int, str]
    noted: set[tuple[str, str]] = field(default_factory=set)

    @property
    def rows(self) -> Iterator[Row]:
        """The rows below the headers that hold anything."""
        rows = (Row(self, number) for number in range(self.header_row + 1, len(self.sheet.rows) + 1))
        return (row for row in rows if not row.empty)

    def languages(self, column: str) -> tuple[str, ...]:
        """The languages that the column is given in; "" is the column without brackets."""
        return tuple(language for name, language in self.columns if name == column)

    def first(self, column: str) -> int | None:
        """The number of the column's first occurrence in any language."""
        return next((number for (name, _), number in self.columns.items() if name == column), None)

    def header(self, column: str) -> str:
        """The header as the workbook writes it, or as the manual does."""
        position = self.first(column)
        found = self.sheet.rows[self.header_row - 1][position - 1] if position else None
        return read_text(found) or COLUMNS[self.kind][column][0]


def open_table(sheet: Sheet, kind: str, findings: Findings) -> Table | None:
    """Find the headers of the sheet; None, with the reasons noted, when a needed column is missing."""
    if sheet.too_many_rows:
        findings.add(f"{sheet.title}!A{MAX_ROWS}", FileProblem.TOO_MANY_ROWS, limit=str(MAX_ROWS))
    if sheet.too_many_columns:
        findings.add(f"{sheet.title}!A1", FileProblem.TOO_MANY_COLUMNS, limit=str(MAX_COLUMNS))
    number, headers = _headers(sheet, kind)
    table = Table(sheet, kind, findings, number, {}, {}, {})
    for position, header in headers.items():
        _place_column(table, position, header)
    present = {name for name, _ in table.columns}
    missing = [name for name in REQUIRED[kind] if name not in present]
    for name in missing:
        place = f"{sheet.title}!A{number}"
        findings.add(place, WorkbookProblem.MISSING_COLUMN, column=COLUMNS[kind][name][0])
    return None if missing else table


def _headers(sheet: Sheet, kind: str) -> tuple[int, dict[int, Header]]:
    """The row with the most known headers among the first ones."""
    best: tuple[int, dict[int, Header]] = (1, {})
    most = 0
    for number, row in enumerate(sheet.rows[:HEADER_WITHIN_ROWS], start=1):
        texts = {position: read_text(value) for position, value in enumerate(row, start=1)}
        headers = {position: recognise(kind, text) for position, text in texts.items() if text}
        known = sum(bool(header.column) for header in headers.values())
        if known > most:
            best, most = (number, headers), known
    return best


def _place_column(table: Table, position: int, header: Header) -> None:
    place = f"{table.sheet.title}!{get_column_letter(position)}{table.header_row}"
    key = (header.column, header.language)
    if header.unknown_language:
        details = {"value": header.unknown_language, "known": KNOWN_LANGUAGES}
        table.findings.add(place, WorkbookProblem.LANGUAGE_COLUMN, **details)
    elif header.column == "tier" and header.from_quantity is not None:
        table.tiers[position] = header.from_quantity
    elif not header.column:
        table.attributes[position] = header.text
    elif key in table.columns:
        table.findings.add(place, WorkbookProblem.DUPLICATE_COLUMN, column=header.text)
    else:
        table.columns[key] = position
