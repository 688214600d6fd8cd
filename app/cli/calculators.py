"""flask calculator: hold a workbook's formulas against Excel's results, or calculate with changed cells."""

from dataclasses import asdict
from datetime import date
from decimal import Decimal, InvalidOperation
from pathlib import Path

import click

from app.catalog.answers import CellValue
from app.catalog.calculator import CalculatorRun, calculate, check_workbook
from app.catalog.workbook_guard import open_upload
from app.cli.plain import PlainGroup, answer, command, json_option
from app.instance import current_instance

WORDS: dict[str, CellValue] = {"true": True, "false": False}
MAX_SHOWN = 20

calculator = PlainGroup("calculator", help="The calculation of a workbook, in two engines.")
file_argument = click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))


@command(calculator, "check", help="Compare every formula with the result that Excel stored.")
@file_argument
@json_option
def check(*, file: Path, as_json: bool) -> None:
    """Exit status 1 where a result differs or the engines disagree."""
    upload = open_upload(file.read_bytes(), file.name)
    found = check_workbook(current_instance().sandbox, upload.workbook)
    summary = f"{found.reproduced} of {found.compared} results reproduced."
    lines = [
        *(f"{entry.cell}: Excel has {entry.stored}, calculated {entry.computed}" for entry in found.differ),
        *(
            f"{entry.cell}: the engines give {entry.first} and {entry.second}"
            for entry in found.disagreements
        ),
        *(f"{entry.cell}: {entry.error}" for entry in found.not_computable),
        *found.refusals,
    ]
    shown = lines[:MAX_SHOWN] + ([f"and {len(lines) - MAX_SHOWN} more"] if len(lines) > MAX_SHOWN else [])
    answer(asdict(found), "\n".join([*shown, summary]), as_json=as_json)
    if not found.trusted or found.refusals:
        raise click.ClickException(summary)


@command(calculator, "run", help="Calculate with changed cells.")
@file_argument
@click.option("--set", "inputs", multiple=True, metavar="CELL=VALUE", help="Say 'Sheet!B4=130000'.")
@click.option("--get", "outputs", multiple=True, required=True, metavar="CELL", help="Say 'Sheet!E8'.")
@json_option
def run(*, file: Path, inputs: tuple[str, ...], outputs: tuple[str, ...], as_json: bool) -> None:
    """Print each asked cell; exit status 1 where one cannot be told."""
    instance = current_instance()
    upload = open_upload(file.read_bytes(), file.name)
    values = dict(_assignment(text) for text in inputs)
    digest = instance.storage.put(upload.workbook)
    (made,) = calculate(
        instance.sandbox, instance.storage, digest, runs=(CalculatorRun(inputs=values),), outputs=outputs
    )
    untold = [
        *(f"{entry.cell}: the engines give {entry.first} and {entry.second}" for entry in made.disagreements),
        *(f"{cell}: {error}" for cell, error in made.errors.items()),
    ]
    known = {cell: made.values[cell] for cell in outputs if cell in made.values}
    answer(
        {"values": known, "problems": untold},
        "\n".join(f"{cell}\t{'' if value is None else value}" for cell, value in known.items()),
        as_json=as_json,
    )
    if untold:
        raise click.ClickException("; ".join(untold))


def _assignment(text: str) -> tuple[str, CellValue]:
    cell, equals, value = text.rpartition("=")
    if not equals or not cell:
        raise click.BadParameter(f"{text!r} must look like 'Sheet!B4=130000'", param_hint="--set")
    return cell.strip(), _value(value.strip())


def _value(text: str) -> CellValue:
    if text.casefold() in WORDS:
        return WORDS[text.casefold()]
    try:
        return Decimal(text)
    except InvalidOperation:
        pass
    try:
        return date.fromisoformat(text)
    except ValueError:
        return text
