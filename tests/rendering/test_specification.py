"""The specification workbook."""

import io
import time
from datetime import datetime
from decimal import Decimal

import pytest
from openpyxl import load_workbook

from app.rendering.specification import HEADER_ROW, specification_xlsx
from tests.builders.documents import make_document, make_line, make_solution


def opened(content: bytes) -> list[list[object]]:
    sheet = load_workbook(io.BytesIO(content)).worksheets[0]
    return [[cell.value for cell in row] for row in sheet.iter_rows()]


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_lines_and_totals_equal_the_document(language: str) -> None:
    document = make_document(language=language, lines=120)
    rows = opened(specification_xlsx(document))
    lines = rows[HEADER_ROW : HEADER_ROW + 120]
    assert [Decimal(str(row[-1])) for row in lines] == [line.sum.value for line in document.solution.lines]
    assert [row[1] for row in lines] == [line.sku for line in document.solution.lines]
    totals = [Decimal(str(row[-1])) for row in rows[HEADER_ROW + 121 :]]
    assert totals == [row.amount.value for row in document.solution.totals]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@x", "\t=1", "\r=1", "  =1", "=HYPERLINK(1)"])
def test_no_text_becomes_a_formula(text: str) -> None:
    document = make_document().model_copy(
        update={"solution": make_solution([make_line(1, name=text, sku=text)])}
    )
    sheet = load_workbook(io.BytesIO(specification_xlsx(document))).worksheets[0]
    cell = sheet.cell(HEADER_ROW + 1, 3)
    assert cell.data_type == "s"
    assert cell.quotePrefix
    assert str(cell.value).strip() == text.strip()


def test_control_characters_do_not_break_the_file() -> None:
    line = make_line(1, name="a\x00b\x1bc")
    document = make_document().model_copy(update={"solution": make_solution([line])})
    assert opened(specification_xlsx(document))[HEADER_ROW][2] == "abc"


def test_the_same_document_gives_the_same_bytes() -> None:
    document = make_document(lines=50)
    assert specification_xlsx(document) == specification_xlsx(document)
    book = load_workbook(io.BytesIO(specification_xlsx(document)))
    assert book.properties.modified == datetime(2026, 11, 22)  # noqa: DTZ001 - as the file has it


def test_a_discount_column_stands_where_a_line_has_one() -> None:
    discount = make_line().sum.model_copy(update={"value": Decimal("7.5"), "text": "7,5 %"})
    document = make_document().model_copy(
        update={"solution": make_solution([make_line(1, discount=discount)])}
    )
    rows = opened(specification_xlsx(document))
    assert rows[HEADER_ROW - 1][-2] == document.solution.columns.discount
    assert rows[HEADER_ROW][-2] == 7.5


def test_500_lines_are_written_in_a_moment() -> None:
    document = make_document(lines=500)
    specification_xlsx(document)
    start = time.process_time()
    specification_xlsx(document)
    assert time.process_time() - start < 0.5  # 0.07 s on a quiet machine; seconds with a style a cell
