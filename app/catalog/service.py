"""Use cases of catalogues: import a workbook, publish a version, go back to an earlier one."""

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path, PurePath

from app.catalog.calculation_check import check_calculation
from app.catalog.calculator import WorkbookCheck
from app.catalog.importing.catalogue import Reading, read_catalogue
from app.catalog.model import Catalogue
from app.catalog.models import CatalogueRow, CatalogueVersion
from app.catalog.problems import CatalogueProblem
from app.catalog.published import (
    CatalogueSummary,
    UnknownCatalogueError,
    catalogue_list,
    catalogue_version,
    published_catalogue,
    versions,
)
from app.catalog.reports import dump_problem
from app.catalog.saving import locked_catalogue, mark_published, save_version
from app.catalog.stored import dump_catalogue
from app.catalog.uploads import picture_shelf, read_upload
from app.catalog.workbook_guard import open_upload
from app.instance import Instance
from app.problems import Problem, ProblemsError

__all__ = [
    "CatalogueSummary",
    "ImportReport",
    "UnknownCatalogueError",
    "catalogue_list",
    "catalogue_version",
    "import_workbook",
    "publish_version",
    "published_catalogue",
    "rollback",
    "versions",
]

MAX_FILENAME_LENGTH = 255
Check = Callable[[Catalogue], tuple[Problem, ...]]


@dataclass(frozen=True, slots=True)
class ImportReport:
    """What became of an upload. `version` is None when nothing was kept: a dry run, or errors."""

    key: str | None
    version: int | None
    items: int
    problems: tuple[Problem, ...]
    catalogue: Catalogue | None = None
    calculation: WorkbookCheck | None = None
    published: bool = False

    @property
    def errors(self) -> tuple[Problem, ...]:
        """What has to be mended first."""
        return tuple(problem for problem in self.problems if not problem.code.warning)

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is worth saying, and stands in nobody's way."""
        return tuple(problem for problem in self.problems if problem.code.warning)


def import_workbook(
    instance: Instance,
    *,
    content: bytes,
    filename: str,
    folder: Path | None = None,
    by: str,
    publish: bool,
    dry_run: bool = False,
    key: str | None = None,
    checks: Sequence[Check] = (),
) -> ImportReport:
    """Read an .xlsx, or a .zip with one and its pictures; keep it as a new version if nothing is wrong.

    Pictures and logo are looked for in the zip, in `folder`, and among those of the version before.
    `key` is the catalogue that it has to be. `checks` are what other rooms know to be wrong with a
    catalogue. With errors nothing changes at all.
    """
    try:
        upload = open_upload(content, filename)
        workbook = read_upload(instance.sandbox, upload, filename)
    except ProblemsError as error:
        return ImportReport(key, None, 0, error.problems)
    shelf = picture_shelf(instance, upload, folder=folder, keep=not dry_run)
    digest = hashlib.sha256(upload.workbook).hexdigest()
    reading = read_catalogue(workbook, shelf, key=key, digest=digest)
    report = _checked(instance, reading, upload.workbook, checks=checks)
    if report.errors or dry_run or report.catalogue is None:
        return report
    version = CatalogueVersion(
        catalogue_id=0,
        number=0,
        filename=PurePath(filename).name[:MAX_FILENAME_LENGTH],
        source_hash=instance.storage.put(content),
        workbook_hash=instance.storage.put(upload.workbook),
        item_count=report.items,
        content=dump_catalogue(report.catalogue),
        warnings=[dump_problem(problem) for problem in report.warnings],
        files={name: list(picture) for name, picture in shelf.used.items()},
        calculation=asdict(report.calculation) if report.calculation else None,
        created_by=by,
    )
    number = save_version(instance.database, version, report.catalogue, publish_by=by if publish else None)
    return replace(
        report, version=number, catalogue=replace(report.catalogue, version=number), published=publish
    )


def _checked(
    instance: Instance, reading: Reading, workbook: bytes, *, checks: Sequence[Check]
) -> ImportReport:
    """The reading with what the engines and other rooms say about it."""
    problems = list(reading.problems)
    calculation = None
    if reading.catalogue:
        for check in checks:
            problems += check(reading.catalogue)
        found = check_calculation(instance.sandbox, workbook, reading.catalogue)
        calculation = found.check
        problems += found.problems
    return ImportReport(
        key=reading.key,
        version=None,
        items=reading.rows,
        problems=tuple(problems),
        catalogue=reading.catalogue,
        calculation=calculation,
    )


def publish_version(instance: Instance, key: str, number: int, *, by: str) -> None:
    """Make proposals from this version from now on. Raises UnknownCatalogueError."""
    with instance.database.transaction() as session:
        row = locked_catalogue(session, key)
        found = next((version for version in versions(session, key) if version.number == number), None)
        if found is None:
            details = {"key": key, "number": str(number)}
            raise UnknownCatalogueError((Problem("catalog", CatalogueProblem.UNKNOWN_VERSION, details),))
        mark_published(session, row, found, by)


def rollback(instance: Instance, key: str, by: str) -> int:
    """Publish the version that was published before the current one, and return its number.

    Raises UnknownCatalogueError when there is none.
    """
    with instance.database.transaction() as session:
        row = locked_catalogue(session, key)
        earlier = next((version for version in versions(session, key) if _was_before(version, row)), None)
        if earlier is None:
            raise UnknownCatalogueError((Problem("catalog", CatalogueProblem.NOTHING_BEFORE, {"key": key}),))
        mark_published(session, row, earlier, by)
        return earlier.number


def _was_before(version: CatalogueVersion, row: CatalogueRow) -> bool:
    return version.published_at is not None and version.number < (row.published or 0)
