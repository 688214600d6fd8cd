"""The sample companies: where each one's sources lie, and how they become a workbook."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from openpyxl.utils import get_column_letter

from catalogs.build.cleaning import calculation as cleaning
from catalogs.build.compressors import calculation as compressors
from catalogs.build.content import content_sheet
from catalogs.build.formulas import FormulaSheet
from catalogs.build.pictures import drawing
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
