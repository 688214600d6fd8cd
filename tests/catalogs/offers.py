"""Offers as Minuta writes them into the sample workbooks' cells."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from random import Random

from openpyxl import load_workbook

from app.settings import PROJECT_DIR
from tests.catalogs.engines import Inputs, place

CATALOGS = PROJECT_DIR / "catalogs"


@dataclass(frozen=True, slots=True)
class Book:
    """A sample workbook's list prices, settings, question cells with their ranges, and result cells."""

    path: Path
    prices: Mapping[str, float]
    settings: Mapping[str, str]
    questions: tuple[Mapping[str, str | float], ...]
    results: Mapping[str, str]


@cache
def open_book(key: str) -> Book:
    path = CATALOGS / f"{key}.xlsx"
    sheets = {name: _rows(path, name) for name in ("Settings", "Items", "Questions", "Results")}
    return Book(
        path=path,
        prices={row["SKU"]: row["List price"] for row in sheets["Items"]},
        settings={row["Key"]: row["Value"] for row in sheets["Settings"]},
        questions=tuple(sheets["Questions"]),
        results={row["Key"]: row["Cell"] for row in sheets["Results"]},
    )


def _rows(path: Path, name: str) -> list[dict]:
    header, *rows = load_workbook(path)[name].iter_rows(values_only=True)
    return [dict(zip(header, row, strict=False)) for row in rows]


def offer(book: Book, **quantities: float) -> dict[str, float | str | bool]:
    """The cells of an offer at list prices; `VK_55=1` stands for one VK-55."""
    cells: dict[str, float | str | bool] = {}
    total = 0.0
    for n, (name, quantity) in enumerate(quantities.items()):
        sku = name.replace("_", "-")
        money = book.prices[sku] * quantity
        total += money
        for key, value in (("sku", sku), ("quantity", float(quantity)), ("net sum", float(money))):
            cells[_below(book.settings[f"lines {key}"], n)] = value
    if "lines total" in book.settings:
        cells[book.settings["lines total"]] = total
    return cells


def random_inputs(book: Book, dice: Random) -> Inputs:
    """Any answers within their limits, any offer of up to eight lines."""
    skus = dice.sample(sorted(book.prices), dice.randrange(1, 9))
    cells = offer(book, **{sku: dice.choice((1, 1, 2, 30, 500)) for sku in skus})
    for question in book.questions:
        cells[str(question["Cell"])] = _answer(question, dice)
    return cells


def _answer(question: Mapping[str, str | float], dice: Random) -> float | str | bool:
    if question["Type"] == "yes/no":
        return dice.random() < 0.5
    if question["Type"] == "choice":
        choices = str(question["Choices [en]"]).split(";")
        return dice.choice([choice.split("=")[0].strip() for choice in choices])
    most = min(float(question["Maximum"]), 10 * float(question["Default"]))
    value = dice.uniform(float(question["Minimum"]), most)
    return round(value / 100 if question["Type"] == "percent" else value, 4)


def _below(cell: str, rows: int) -> str:
    sheet, row, _ = place(cell)
    column = cell.split("!")[1].rstrip("0123456789")
    return f"{sheet}!{column}{row + rows}"
