"""The sample companies: where each one's sources lie, and how they become a workbook."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from openpyxl.utils import get_column_letter

from catalogs.build.cleaning import calculation as cleaning
from catalogs.build.compressors import calculation as compressors
from catalogs.build.content import content_sheet
from catalogs.build.formulas import FormulaSheet
from catalogs.build.history import past_offers
from catalogs.build.pictures import drawing
from catalogs.build.pictures.portraits import PEOPLE, portrait
from catalogs.build.sheets import fact_sheets, items_sheet, read_source
from catalogs.build.writer import build_workbook

CATALOGS = Path(__file__).parents[1]
SOURCES = Path(__file__).parent


@dataclass(frozen=True, slots=True, eq=False)
class Company:
    """A sample company: its catalogue key, source folder, attribute columns and formulas."""

    key: str
    folder: str
    attributes: Mapping[str, str]
    formulas: Callable[[Mapping[str, str]], tuple[FormulaSheet, ...]]


COMPANIES = (
    Company("compressors", "compressors", compressors.ATTRIBUTES, compressors.sheets),
    Company("cleaning-services", "cleaning", cleaning.ATTRIBUTES, cleaning.sheets),
)


@cache
def workbook(company: Company) -> bytes:
    """The company's workbook."""
    source = read_source(SOURCES / company.folder, company.attributes)
    items = items_sheet(source)
    columns = {x: get_column_letter(items.header.index(title) + 1) for x, title in company.attributes.items()}
    sheets = (*fact_sheets(source)[:2], items, *fact_sheets(source)[2:], content_sheet(source))
    colour, accent = source.facts["brand"]["colour"], source.facts["brand"]["accent"]
    return build_workbook(sheets, company.formulas(columns), colour=colour, draw=drawing(colour, accent))


def sample_files() -> Iterator[tuple[str, bytes]]:
    """Every file that is built, by its path under `catalogs/`."""
    for company in COMPANIES:
        yield f"{company.key}.xlsx", workbook(company)
    yield "history.json", history().encode()
    for name in PEOPLE:
        yield f"portraits/{name}.jpg", portrait(name)


def history() -> str:
    """The past offers, one a line."""
    lines = (json.dumps(offer, ensure_ascii=False) for offer in past_offers())
    return "[\n" + ",\n".join(lines) + "\n]\n"
