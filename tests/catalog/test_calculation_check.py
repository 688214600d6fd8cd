"""What an import says about the workbook's own calculation."""

from pathlib import Path

import pytest

from app.catalog.calculation_check import check_calculation, default_inputs, workbook_problems
from app.catalog.calculator_check import Difference, NotComputable, WorkbookCheck
from app.catalog.calculator_values import Disagreement
from app.catalog.model import Catalogue, LineCells
from app.catalog.service import ImportReport, import_workbook
from app.instance import Instance
from app.sandbox import Sandbox
from tests.builders.catalog import (
    SVG_LOGO,
    WorkbookBuilder,
    make_catalogue,
    make_picture,
    make_workbook,
    make_zip,
)


@pytest.fixture
def ended() -> Sandbox:
    """A sandbox whose children end whenever they are called."""
    sandbox = Sandbox()
    sandbox.close()
    return sandbox


def upload(instance: Instance, builder: WorkbookBuilder, **changes: object) -> ImportReport:
    values: dict[str, object] = {"content": builder.build(), "filename": "a.xlsx", "by": "x", "publish": True}
    return import_workbook(instance, **{**values, **changes})  # type: ignore[arg-type]  # values by name


def said(report: ImportReport) -> list[tuple[str, str]]:
    return [(problem.place, problem.code.slug) for problem in report.problems]


def test_results_that_excel_stored_are_reproduced(instance: Instance) -> None:
    report = upload(instance, make_workbook().stored("Calc!B4", 844800))
    assert said(report) == []
    assert report.calculation is not None
    assert (report.calculation.compared, report.calculation.reproduced) == (1, 1)


def test_a_stored_result_that_differs_is_a_warning_with_its_cell(instance: Instance) -> None:
    report = upload(instance, make_workbook().stored("Calc!B4", 5))
    assert said(report) == [("Calc!B4", "differs-from-excel")]
    assert report.published


@pytest.mark.parametrize(
    ("formula", "code", "published"),
    [
        ("=NOSUCH(B1)", "result-broken", False),
        ("=1/0", "result-fails", True),
        (None, "result-empty", True),
        ("=B4+1", "circular", True),
    ],
)
def test_what_is_wrong_with_a_result_is_named_with_its_cell(
    instance: Instance, formula: str | None, code: str, *, published: bool
) -> None:
    report = upload(instance, make_workbook().cell("Calc!B4", formula))
    assert ("Calc!B4", code) in said(report)
    assert report.published is published


def test_a_result_that_is_empty_for_now_is_no_mistake(instance: Instance) -> None:
    builder = make_workbook().cell("Calc!B4", '=IF(B1>8000,B1,"")')
    assert said(upload(instance, builder)) == []


def test_the_check_offers_one_of_the_first_item() -> None:
    cells = LineCells(
        sku="Calc!A9", quantity="Calc!B9", net_price="Calc!C9", net_sum="Calc!D9", total="Calc!D20", rows=5
    )
    catalogue: Catalogue = make_catalogue(line_cells=cells)
    assert default_inputs(catalogue) == {
        "Calc!A9": "VK-55", "Calc!B9": 1, "Calc!C9": 1284000, "Calc!D9": 1284000, "Calc!D20": 1284000,
    }  # fmt: skip


def test_a_workbook_too_much_to_calculate_is_a_warning(ended: Sandbox) -> None:
    report = check_calculation(ended, make_workbook().build(), make_catalogue())
    assert [problem.code.slug for problem in report.problems] == ["not-checked"]
    assert report.check is None


def test_logo_and_pictures_come_from_the_folder_beside_the_workbook(
    instance: Instance, tmp_path: Path
) -> None:
    folder = tmp_path / "upload"
    (folder / "pictures").mkdir(parents=True)
    (folder / "Logo.SVG").write_bytes(SVG_LOGO)
    (folder / "pictures" / "vk.png").write_bytes(make_picture())
    (tmp_path / "secret.png").write_bytes(make_picture())
    (folder / "link.png").symlink_to(tmp_path / "secret.png")
    builder = make_workbook().sheet("Brand", (("Key", "Value"), ("logo", "logo.svg")))
    builder.column("Items", "Picture", "pictures/VK.png", "../secret.png")
    report = upload(instance, builder, folder=folder)
    assert said(report) == [("Items!J3", "missing-picture")]
    assert report.catalogue is not None
    assert report.catalogue.brand.logo
    assert instance.storage.has(report.catalogue.brand.logo)
    assert instance.storage.has(report.catalogue.items["VK-55"].picture or "")
    builder.column("Items", "Зображення", None).cell("Items!J3", "link.png")
    assert ("Items!J3", "missing-picture") in said(upload(instance, builder, folder=folder))


def test_pictures_of_the_version_before_serve_while_no_new_ones_come(instance: Instance) -> None:
    builder = (
        make_workbook()
        .sheet("Brand", (("Key", "Value"), ("logo", "logo.svg")))
        .column("Items", "Picture", "vk.png")
    )
    files = {"a.xlsx": builder.build(), "logo.svg": SVG_LOGO, "vk.png": make_picture()}
    first = upload(instance, builder, content=make_zip(files), filename="a.zip").catalogue
    second = upload(instance, builder)
    third = upload(instance, builder).catalogue
    assert said(second) == []
    assert first is not None
    assert third is not None
    assert first.brand.logo == third.brand.logo
    assert first.items["VK-55"].picture == third.items["VK-55"].picture


def test_a_file_that_cannot_be_read_is_refused_with_its_name(instance: Instance) -> None:
    content = make_zip({"[Content_Types].xml": b"spreadsheetml.sheet.main+xml"})
    report = import_workbook(instance, content=content, filename="dir/a.xlsx", by="x", publish=True)
    assert said(report) == [("a.xlsx", "unreadable")]


def test_a_file_too_large_to_read_is_refused(instance: Instance, ended: Sandbox) -> None:
    without = Instance(instance.settings, instance.database, instance.storage, ended, instance.jobs)
    assert [slug for _, slug in said(upload(without, make_workbook()))] == ["too-slow"]


def test_what_engines_say_about_other_formulas_is_named_with_its_cell() -> None:
    check = WorkbookCheck(
        formulas=9,
        compared=9,
        reproduced=3,
        differ=(Difference("Calc!A1", "5", "6"), Difference("Calc!A2", "1", "2")),
        not_computable=(NotComputable("Calc!A3", "#NAME?"), NotComputable("Calc!R1", "#NAME?")),
        disagreements=(Disagreement("Calc!A4", "1", "2"), Disagreement("Calc!R1", "1", "2")),
        volatile=("Calc!A2",),
        circular=("Calc!A5",),
        external=("Calc!A6",),
    )
    found = [(problem.place, problem.code.slug) for problem in workbook_problems(check, ("Calc!R1",))]
    assert found == [
        ("Calc!A4", "engines-disagree"),
        ("Calc!A1", "differs-from-excel"),
        ("Calc!A5", "circular"),
        ("Calc!A6", "external"),
        ("Calc!A3", "not-computable"),
    ]


def test_an_engine_that_refuses_the_workbook_is_all_there_is_to_say() -> None:
    check = WorkbookCheck(
        formulas=1, compared=1, reproduced=0, refusals=("data tables",), circular=("Calc!A5",)
    )
    (problem,) = workbook_problems(check, ())
    assert problem.explain(str).startswith("The workbook cannot be calculated safely (data tables)")
