"""The Results and Scenarios sheets, and the cells that take the lines of an offer."""

import re
from collections.abc import Mapping

from app.catalog.cell_values import NumberError, plain, read_number, read_text
from app.catalog.header_words import RESULT_USES
from app.catalog.headers import meaning, nearest
from app.catalog.importing.keys import read_key, split
from app.catalog.importing.lists import Terms
from app.catalog.importing.questions import NUMERIC
from app.catalog.importing.references import read_reference
from app.catalog.importing.settings import whole_number
from app.catalog.model import LineCells, Question, Result, ResultUse, Scenario
from app.catalog.problems import WorkbookProblem
from app.catalog.row_problems import CalculationProblem, TextProblem
from app.catalog.table import Row, Table
from app.catalog.workbook import Workbook

MAX_DECIMALS = 6
MAX_LINE_ROWS = 500
CHANGE = re.compile(r"[+-]\d+(?:\.\d+)?%?|=-?\d+(?:\.\d+)?%?")
RESULT_TYPES = {
    "number": ("number", "число"),
    "percent": ("percent", "%", "відсоток", "відсотки", "процент", "проценты"),
    "money": ("money", "гроші", "сума", "деньги", "сумма"),
}
LINE_COLUMNS = ("sku", "quantity", "net price", "net sum")


def read_results(table: Table | None, workbook: Workbook, roles: Terms) -> tuple[Result, ...]:
    """Every result that is sound."""
    seen: dict[str, int] = {}
    found = []
    for row in table.rows if table else ():
        key = read_key(row, seen)
        cell = read_reference(row, "cell", workbook)
        kind = _type(row)
        decimals = whole_number(row, "decimals", maximum=MAX_DECIMALS, minimum=0)
        uses, leads = _uses(row), _roles(row, roles)
        if key and cell:
            found.append(
                Result(
                    key=key,
                    cell=cell,
                    label=row.texts("label", limit=200) or {"": key},
                    unit=row.texts("unit", limit=40),
                    money=kind == "money",
                    percent=kind == "percent",
                    decimals=decimals or 0,
                    uses=uses,
                    roles=leads,
                )
            )
    return tuple(found)


def _type(row: Row) -> str:
    text = row.text("type")
    found = meaning(RESULT_TYPES, text) if text else "number"
    if found is None:
        row.note("type", WorkbookProblem.UNKNOWN_CHOICE, value=text, known=", ".join(RESULT_TYPES))
    return found or "number"


def _uses(row: Row) -> tuple[ResultUse, ...]:
    found = []
    for text in split(row.text("show")):
        use = meaning(RESULT_USES, text)
        if use:
            found.append(ResultUse(use))
        else:
            row.note("show", WorkbookProblem.UNKNOWN_CHOICE, value=text, known=", ".join(RESULT_USES))
    return tuple(dict.fromkeys(found))


def _roles(row: Row, roles: Terms) -> tuple[str, ...]:
    found = []
    for text in split(row.text("roles")):
        key = roles.key(text)
        if key:
            found.append(key)
        else:
            row.note("roles", TextProblem.UNKNOWN_ROLE, value=text, nearest=roles.nearest(text))
    return tuple(found)


def read_scenarios(table: Table | None, questions: tuple[Question, ...]) -> tuple[Scenario, ...]:
    """Every «what if» whose question exists and whose change makes sense."""
    by_key = {question.key: question for question in questions}
    seen: dict[str, int] = {}
    found = []
    for row in table.rows if table else ():
        key, name = read_key(row, seen), row.required("question").casefold()
        question = by_key.get(name)
        if name and question is None:
            row.note(
                "question", CalculationProblem.UNKNOWN_QUESTION, value=name, nearest=nearest(name, by_key)
            )
        change = _change(row, question)
        if key and question and change:
            found.append(Scenario(key, row.texts("label", limit=200) or {"": key}, question.key, change))
    return tuple(found)


def _change(row: Row, question: Question | None) -> str | None:
    """The change as `-20%`, `+5` or `=0`; Excel turns the first two into numbers, the last into a formula."""
    text = _change_text(row).replace("−", "-")
    if not text:
        row.missing("change")
        return None
    if question is None or question.type in NUMERIC:
        text = text.replace(" ", "").replace("\u00a0", "").replace(",", ".")
        if CHANGE.fullmatch(text):
            return text.removesuffix("%") if text.startswith("=") else text
    elif text.startswith("="):
        value = text.removeprefix("=").strip()
        choices = {choice.casefold(): choice for choice, _ in question.choices}
        if not choices or value.casefold() in choices:
            return f"={choices.get(value.casefold(), value)}"
    row.note("change", CalculationProblem.BAD_CHANGE, value=text)
    return None


def _change_text(row: Row) -> str:
    position = row.table.first("change") or 0
    formula = row.table.sheet.formulas.get((row.number, position))
    if formula:
        return formula
    value = row.value("change")
    if isinstance(value, str) or value is None:
        return read_text(value)
    number = read_number(value)
    if isinstance(number, NumberError):
        return read_text(value)
    percent = (row.number, position) in row.table.sheet.percents
    sign = "+" if number >= 0 else ""
    return f"{sign}{plain(number * 100)}%" if percent else f"{sign}{plain(number)}"


def read_line_cells(rows: Mapping[str, Row], workbook: Workbook) -> LineCells:
    """Where the lines go; `rows` are those of the Settings sheet, by the column that they name."""
    cells = {
        name: read_reference(rows[name], "value", workbook)
        for name in (*LINE_COLUMNS, "total")
        if name in rows
    }
    count = whole_number(rows["rows"], "value", maximum=MAX_LINE_ROWS) if "rows" in rows else None
    columns = [name for name in LINE_COLUMNS if name in rows]
    if columns and not count and "rows" not in rows:
        rows[columns[0]].note("value", CalculationProblem.NO_LINE_ROWS)
    return LineCells(
        sku=cells.get("sku"),
        quantity=cells.get("quantity"),
        net_price=cells.get("net price"),
        net_sum=cells.get("net sum"),
        total=cells.get("total"),
        rows=count or 0,
    )
