"""A whole workbook as a catalogue, or everything that stands against it."""

from dataclasses import dataclass, field

from app.catalog.header_words import SHEETS
from app.catalog.importing.brand import read_brand
from app.catalog.importing.content import read_content
from app.catalog.importing.items import ItemReader
from app.catalog.importing.lists import read_discounts, read_rules, read_steps, read_terms, read_terms_list
from app.catalog.importing.questions import read_questions
from app.catalog.importing.results import read_line_cells, read_results, read_scenarios
from app.catalog.importing.settings import CatalogueSettings, read_settings
from app.catalog.importing.shelf import PictureShelf
from app.catalog.model import Catalogue
from app.catalog.problems import WorkbookProblem
from app.catalog.table import Findings, Table, open_table
from app.catalog.workbook import Workbook
from app.problems import Problem

NEEDED_SHEETS = ("settings", "items")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was read. `catalogue` is None when nothing can be priced; its version is 0."""

    catalogue: Catalogue | None
    problems: tuple[Problem, ...]
    key: str | None = None
    rows: int = 0


@dataclass(frozen=True, slots=True)
class Tables:
    """The sheets of a workbook with their headers found."""

    found: dict[str, Table] = field(default_factory=dict)

    def get(self, kind: str) -> Table | None:
        """The sheet of that kind, or None."""
        return self.found.get(kind)


def read_catalogue(workbook: Workbook, shelf: PictureShelf, *, key: str | None, digest: str) -> Reading:
    """Read every sheet and collect every problem.

    `key` is what the catalogue must be called, if that is known; `digest` is the file's hash.
    """
    findings = Findings()
    tables = _open(workbook, findings)
    settings_table, items_table = tables.get("settings"), tables.get("items")
    settings = read_settings(settings_table, key) if settings_table else None
    if settings is None or items_table is None:
        return Reading(None, tuple(findings.problems))
    shelf.recall(settings.key)
    catalogue = _read(workbook, tables, settings, shelf, digest)
    return Reading(catalogue, tuple(findings.problems), settings.key, len(catalogue.items))


def _open(workbook: Workbook, findings: Findings) -> Tables:
    for title, instead in workbook.extra_sheets:
        findings.add(f"{title}!A1", WorkbookProblem.EXTRA_SHEET, sheet=instead)
    for kind in NEEDED_SHEETS:
        if kind not in workbook.sheets:
            title = SHEETS[kind][0]
            findings.add(f"{title}!A1", WorkbookProblem.MISSING_SHEET, sheet=title)
    opened = {
        kind: open_table(sheet, kind, findings) for kind, sheet in workbook.sheets.items() if sheet.rows
    }
    for kind in NEEDED_SHEETS:
        if kind in workbook.sheets and not workbook.sheets[kind].rows:
            findings.add(f"{workbook.sheets[kind].title}!A1", WorkbookProblem.EMPTY_SHEET)
    return Tables({kind: table for kind, table in opened.items() if table})


def _read(
    workbook: Workbook, tables: Tables, settings: CatalogueSettings, shelf: PictureShelf, digest: str
) -> Catalogue:
    industries, roles = (read_terms_list(tables.get(kind)) for kind in ("industries", "roles"))
    items = ItemReader(tables.found["items"], settings, industries, shelf).read()
    questions = read_questions(tables.get("questions"), workbook)
    brand = read_brand(tables.get("brand"), settings.name, shelf)
    prefix = {"number_prefix": settings.number_prefix} if settings.number_prefix else {}
    return Catalogue(
        key=settings.key,
        name=settings.name,
        version=0,
        currency=settings.currency,
        tax_mode=settings.tax_mode,
        tax_percent=settings.tax_percent,
        items=items,
        workbook=digest,
        questions=questions,
        results=read_results(tables.get("results"), workbook, roles),
        scenarios=read_scenarios(tables.get("scenarios"), questions),
        content=read_content(tables.get("content"), industries, roles),
        industries=industries.entries,
        roles=roles.entries,
        rules=read_rules(tables.get("rules"), items),
        terms=read_terms(tables.get("terms")),
        steps=read_steps(tables.get("steps")),
        discounts=read_discounts(tables.get("discounts")),
        brand=brand,
        rates=settings.rates,
        line_cells=read_line_cells(settings.lines, workbook),
        valid_days=settings.valid_days,
        **prefix,
    )
