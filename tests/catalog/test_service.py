"""Importing, publishing and going back, on both databases."""

from dataclasses import replace
from decimal import Decimal

import pytest
from sqlalchemy import event

from app.catalog.model import Catalogue, Item, ResultUse, TaxMode
from app.catalog.problems import CatalogueProblem
from app.catalog.row_problems import TextProblem
from app.catalog.service import (
    ImportReport,
    UnknownCatalogueError,
    catalogue_list,
    catalogue_version,
    import_workbook,
    publish_version,
    published_catalogue,
    rollback,
    versions,
)
from app.instance import Instance
from app.problems import Problem
from tests.builders.catalog import make_workbook


def upload(instance: Instance, content: bytes | None = None, **changes: object) -> ImportReport:
    values: dict[str, object] = {
        "content": content or make_workbook().build(),
        "filename": "pumps.xlsx",
        "by": "admin@example.com",
        "publish": True,
    }
    return import_workbook(instance, **{**values, **changes})


def published(instance: Instance, key: str | None = None) -> Catalogue:
    with instance.database.session() as session:
        return published_catalogue(session, key)


def test_a_sound_workbook_is_published_as_the_same_catalogue_that_was_read(any_instance: Instance) -> None:
    report = upload(any_instance)
    assert report.errors == ()
    assert (report.key, report.version, report.items, report.published) == ("pumps", 1, 2, True)
    catalogue = published(any_instance)
    assert catalogue == report.catalogue
    assert (catalogue.currency, catalogue.tax_mode, catalogue.tax_percent) == (
        "UAH",
        TaxMode.INCLUDED,
        Decimal(20),
    )
    assert catalogue.results[0].uses == (ResultUse.COVER, ResultUse.CHART)
    assert any_instance.storage.has(catalogue.workbook)


def test_every_upload_is_a_version_and_old_ones_stay(any_instance: Instance) -> None:
    upload(any_instance)
    upload(any_instance, make_workbook().cell("Items!H2", 1300000).build())
    assert published(any_instance).items["VK-55"].list_price == Decimal(1300000)
    with any_instance.database.session() as session:
        first = catalogue_version(session, "pumps", 1)
        numbers = [version.number for version in versions(session, "pumps")]
    assert first.items["VK-55"].list_price == Decimal(1284000)
    assert numbers == [2, 1]


def test_a_workbook_with_errors_leaves_everything_as_it_was(any_instance: Instance) -> None:
    upload(any_instance)
    report = upload(any_instance, make_workbook().cell("Items!H2", "дорого").build())
    assert (report.version, report.published) == (None, False)
    assert [problem.place for problem in report.errors] == ["Items!H2"]
    assert published(any_instance).version == 1


def test_a_dry_run_reports_and_keeps_nothing(instance: Instance) -> None:
    report = upload(instance, dry_run=True)
    assert report.errors == ()
    assert report.items == 2
    with instance.database.session() as session:
        assert catalogue_list(session, published_only=False) == ()
    assert list((instance.settings.instance_dir / "files").glob("**/*")) == []


def test_an_import_without_publishing_waits_for_the_word(any_instance: Instance) -> None:
    upload(any_instance)
    report = upload(any_instance, publish=False)
    assert (report.version, published(any_instance).version) == (2, 1)
    publish_version(any_instance, "pumps", 2, by="admin@example.com")
    assert published(any_instance).version == 2


def test_rolling_back_goes_to_what_was_published_before(any_instance: Instance) -> None:
    upload(any_instance)
    upload(any_instance, publish=False)
    upload(any_instance)
    assert rollback(any_instance, "pumps", "admin@example.com") == 1
    assert published(any_instance).version == 1
    with pytest.raises(UnknownCatalogueError) as caught:
        rollback(any_instance, "pumps", "admin@example.com")
    assert caught.value.problems[0].code is CatalogueProblem.NOTHING_BEFORE


def test_several_catalogues_live_side_by_side_and_the_first_is_the_default(any_instance: Instance) -> None:
    upload(any_instance)
    upload(any_instance, make_workbook().cell("Settings!B2", "services").build())
    assert published(any_instance).key == "pumps"
    assert published(any_instance, "services").key == "services"
    with any_instance.database.session() as session:
        found = [(entry.key, entry.version, entry.items) for entry in catalogue_list(session)]
    assert found == [("pumps", 1, 2), ("services", 1, 2)]


def test_an_unknown_catalogue_is_named_with_the_nearest(instance: Instance) -> None:
    with pytest.raises(UnknownCatalogueError) as caught:
        published(instance)
    assert caught.value.problems[0].code is CatalogueProblem.NONE_PUBLISHED
    upload(instance)
    with pytest.raises(UnknownCatalogueError) as caught:
        published(instance, "pump")
    assert caught.value.problems[0].place == "catalog"
    assert caught.value.problems[0].details == {"value": "pump", "nearest": "pumps"}
    with pytest.raises(UnknownCatalogueError), instance.database.session() as session:
        catalogue_version(session, "pumps", 7)


def test_a_workbook_of_another_catalogue_is_refused_where_one_is_expected(instance: Instance) -> None:
    report = upload(instance, key="services")
    assert [(problem.place, problem.code.slug) for problem in report.errors] == [
        ("Settings!B2", "wrong-catalogue")
    ]


def test_the_expected_key_stands_in_for_a_missing_one(instance: Instance) -> None:
    builder = make_workbook()
    del builder.sheets["Settings"][1]
    assert upload(instance, builder.build(), key="services").key == "services"


def test_checks_of_other_rooms_can_stand_in_the_way(instance: Instance) -> None:
    problem = Problem("Content!A2", TextProblem.NO_TEXT)
    report = upload(instance, checks=[lambda _: (problem,)])
    assert report.errors == (problem,)
    assert report.version is None


def test_a_published_catalogue_is_read_once_a_version(instance: Instance) -> None:
    upload(instance)
    assert published(instance) is published(instance, "pumps")
    upload(instance)
    assert published(instance).version == 2


def test_a_list_of_catalogues_does_not_read_their_texts(instance: Instance) -> None:
    upload(instance)
    published(instance)
    read: list[str] = []
    with instance.database.session() as session:
        event.listen(
            instance.database.engine,
            "before_cursor_execute",
            lambda *arguments: read.append(arguments[2]),
        )
        assert catalogue_list(session)[0].name
    assert read
    assert not any("catalogue_version.content" in statement for statement in read)


def test_warnings_are_kept_with_the_version(instance: Instance) -> None:
    report = upload(instance, make_workbook().row("Settings", "curency", "UAH").build())
    assert [problem.code.slug for problem in report.warnings] == ["unknown-setting", "…"][:1]
    with instance.database.session() as session:
        (version,) = versions(session, "pumps")
    assert version.warnings[0]["place"] == "Settings!A8"


def test_items_are_equal_after_the_database(instance: Instance) -> None:
    read = upload(instance).catalogue
    assert read is not None
    stored = published(instance)
    first: Item = next(iter(stored.items.values()))
    assert first == read.items["VK-55"]
    assert dict(stored.items) == dict(read.items)
    assert replace(stored, items={}) == replace(read, items={})
