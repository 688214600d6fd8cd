"""The Questions sheet: inputs of the calculation with the words to ask."""

import re
from collections.abc import Iterator
from decimal import Decimal

from app.catalog.cell_values import plain, read_date, read_text, read_yes_no
from app.catalog.header_words import ANSWER_TYPES
from app.catalog.importing.keys import read_choice, read_key
from app.catalog.importing.references import read_reference
from app.catalog.model import AnswerType, Question, Texts
from app.catalog.problems import WorkbookProblem
from app.catalog.row_problems import CalculationProblem
from app.catalog.table import Row, Table
from app.catalog.workbook import Workbook

NUMERIC = frozenset({AnswerType.NUMBER, AnswerType.PERCENT, AnswerType.MONEY})
CHOICE_SEPARATORS = re.compile(r"[;\n]")
Choices = tuple[tuple[str, Texts], ...]


def read_questions(table: Table | None, workbook: Workbook) -> tuple[Question, ...]:
    """Every question that is sound."""
    seen: dict[str, int] = {}
    cells: dict[str, int] = {}
    questions = (_question(row, workbook, seen, cells) for row in (table.rows if table else ()))
    return tuple(question for question in questions if question)


def _question(row: Row, workbook: Workbook, seen: dict[str, int], cells: dict[str, int]) -> Question | None:
    key = read_key(row, seen)
    cell = _cell(row, workbook, cells)
    word = read_choice(row, "type", ANSWER_TYPES)
    if word is None:
        if not row.text("type"):
            row.missing("type")
        return None
    kind = AnswerType(word)
    choices = read_choices(row)
    if kind is AnswerType.CHOICE and not choices:
        row.note("choices", CalculationProblem.NO_CHOICES)
    minimum, maximum = _range(row, kind)
    default = _default(row, kind, choices)
    _check_default(row, kind, default, minimum, maximum)
    required = _required(row)
    if key is None or cell is None:
        return None
    return Question(
        key=key,
        cell=cell,
        type=kind,
        ask=row.texts("ask", limit=500),
        label=row.texts("label", limit=200) or {"": key},
        unit=row.texts("unit", limit=40),
        default=default,
        minimum=minimum,
        maximum=maximum,
        choices=choices if kind is AnswerType.CHOICE else (),
        required=required,
    )


def _cell(row: Row, workbook: Workbook, cells: dict[str, int]) -> str | None:
    cell = read_reference(row, "cell", workbook)
    if cell is None:
        return None
    if cell.casefold() in cells:
        row.note("cell", CalculationProblem.SAME_CELL, value=cell, row=str(cells[cell.casefold()]))
        return None
    cells[cell.casefold()] = row.number
    return cell


def read_choices(row: Row) -> Choices:
    """(value, label in each language), in the order of the first language."""
    labels: dict[str, dict[str, str]] = {}
    for language, text in row.texts("choices").items():
        for value, label in _pairs(text):
            labels.setdefault(value, {})[language] = label
    return tuple(labels.items())


def _pairs(text: str) -> Iterator[tuple[str, str]]:
    for part in CHOICE_SEPARATORS.split(text):
        value, _, label = part.partition("=")
        if value.strip():
            yield value.strip(), label.strip() or value.strip()


def _range(row: Row, kind: AnswerType) -> tuple[Decimal | None, Decimal | None]:
    if kind not in NUMERIC:
        return None, None
    percent = kind is AnswerType.PERCENT
    minimum, maximum = (row.number_in(column, percent=percent) for column in ("minimum", "maximum"))
    if minimum is not None and maximum is not None and minimum > maximum:
        details = {"minimum": plain(minimum), "maximum": plain(maximum)}
        row.note("minimum", CalculationProblem.RANGE_UPSIDE_DOWN, **details)
    return minimum, maximum


def _default(row: Row, kind: AnswerType, choices: Choices) -> str | None:
    """The default as an answer would be written, or None."""
    value = row.value("default")
    text = read_text(value)
    if not text:
        return None
    if kind in NUMERIC:
        number = row.number_in("default", percent=kind is AnswerType.PERCENT)
        return None if number is None else plain(number)
    if kind is AnswerType.YES_NO:
        return _yes_no(row, "default")
    if kind is AnswerType.DATE:
        date = read_date(value)
        if date is None:
            row.note("default", WorkbookProblem.NOT_A_DATE, value=text)
        return date.isoformat() if date else None
    found = next((choice for choice, _ in choices if choice.casefold() == text.casefold()), None)
    if found is None and choices:
        known = ", ".join(choice for choice, _ in choices)
        row.note("default", CalculationProblem.NOT_A_CHOICE, value=text, known=known)
    return found


def _yes_no(row: Row, column: str) -> str | None:
    answer = read_yes_no(row.value(column))
    if answer is None:
        row.note(column, WorkbookProblem.NOT_YES_NO, value=row.text(column))
        return None
    return "yes" if answer else "no"


def _required(row: Row) -> bool:
    return bool(row.text("required")) and _yes_no(row, "required") == "yes"


def _check_default(
    row: Row, kind: AnswerType, default: str | None, minimum: Decimal | None, maximum: Decimal | None
) -> None:
    if default is None or kind not in NUMERIC:
        return
    number = Decimal(default)
    if (minimum is not None and number < minimum) or (maximum is not None and number > maximum):
        row.note(
            "default",
            CalculationProblem.OUT_OF_RANGE,
            value=default,
            minimum="−∞" if minimum is None else plain(minimum),
            maximum="∞" if maximum is None else plain(maximum),
        )
