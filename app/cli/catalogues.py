"""flask catalog: import a workbook, look through its items, go back to the version before."""

from pathlib import Path

import click

from app.catalog.model import in_language
from app.catalog.search import MAX_LIMIT, search_items
from app.catalog.service import ImportReport, import_workbook, published_catalogue, rollback
from app.cli.plain import PlainGroup, answer, command, json_option, told
from app.cli.report import write_report
from app.instance import current_instance
from app.language.numbers import format_money
from app.personalization.service import check_content

BY = "command line"
SHOWN_IN = "en"

catalog = PlainGroup("catalog", help="Catalogues: import, items, rollback.")


@command(catalog, "import", help="Import a workbook (.xlsx, or .zip with its pictures).")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--catalog", "key", help="The key that the workbook must have.")
@click.option("--publish", is_flag=True, help="Make proposals from it at once.")
@click.option("--dry-run", is_flag=True, help="Only say what would happen.")
@click.option(
    "--report", type=click.Path(path_type=Path, dir_okay=False), help="Write all problems to an .xlsx."
)
@json_option
def import_(
    *, file: Path, key: str | None, publish: bool, dry_run: bool, report: Path | None, as_json: bool
) -> None:
    """Import a workbook; with problems that matter nothing changes, and the exit status is 1."""
    made = import_workbook(
        current_instance(),
        content=file.read_bytes(),
        filename=file.name,
        folder=file.parent,
        by=BY,
        publish=publish,
        dry_run=dry_run,
        key=key,
        checks=(check_content,),
    )
    if report:
        write_report(report, made.problems)
    if as_json:
        answer(_import_json(made), "", as_json=True)
    if made.errors:
        raise click.ClickException(told(made.errors))
    if not as_json:
        for warning in made.warnings:
            click.echo(f"{warning.place}: {warning.explain(str)}", err=True)
        click.echo(_import_text(made, dry_run=dry_run))


@command(catalog, "items", help="List or find items.")
@click.option("--catalog", "key", help="Which catalogue; by default the first.")
@click.option(
    "--query", default="", help="SKU or name in any language, misspelt or in the wrong layout, too."
)
@click.option(
    "--language", default=SHOWN_IN, type=click.Choice(["uk", "ru", "en"]), help="Language of the names."
)
@json_option
def items(*, key: str | None, query: str, language: str, as_json: bool) -> None:
    """List the items of the published version."""
    with current_instance().database.session() as session:
        catalogue = published_catalogue(session, key)
        if query:
            found = search_items(session, key, query, language=language, limit=MAX_LIMIT)
        else:
            found = tuple(catalogue.items.values())
    rows = [
        {
            "sku": item.sku,
            "name": in_language(item.name, language),
            "price": str(item.list_price),
            "currency": catalogue.currency,
            "unit": in_language(item.unit, language),
            "category": in_language(item.category, language),
        }
        for item in found
    ]
    lines = [
        f"{item.sku}\t{format_money(item.list_price, catalogue.currency, language)}\t{row['name']}"
        for item, row in zip(found, rows, strict=True)
    ]
    answer({"items": rows}, "\n".join(lines), as_json=as_json)


@command(catalog, "rollback", help="Publish the version that was published before.")
@click.option("--catalog", "key", help="Which catalogue; by default the first.")
@json_option
def rollback_(*, key: str | None, as_json: bool) -> None:
    """Go back to the version that was published before the current one."""
    instance = current_instance()
    with instance.database.session() as session:
        key = published_catalogue(session, key).key
    number = rollback(instance, key, BY)
    answer({"catalog": key, "version": number}, f"{key}: version {number} is published.", as_json=as_json)


def _import_json(report: ImportReport) -> dict[str, object]:
    return {
        "catalog": report.key,
        "version": report.version,
        "items": report.items,
        "published": report.published,
        "problems": [
            {
                "place": problem.place,
                "code": problem.code.slug,
                "text": problem.explain(str),
                "warning": problem.code.warning,
            }
            for problem in report.problems
        ],
    }


def _import_text(report: ImportReport, *, dry_run: bool) -> str:
    check = report.calculation
    calculation = f" {check.reproduced} of {check.compared} results reproduced." if check else ""
    if dry_run:
        return f"{report.key}: {report.items} items, nothing stands in the way.{calculation}"
    state = "published" if report.published else "kept, not published"
    return f"{report.key}: version {report.version} with {report.items} items {state}.{calculation}"
