"""The pages of catalogues, as each role meets them."""

# ruff: noqa: E501 - tables are read along the line

import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask

from app.catalog.service import import_workbook
from app.roles import Role
from tests.builders.catalog import WorkbookBuilder, make_picture, make_workbook
from tests.builders.offers import make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app, path_of


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    """An application with one person of each role."""
    made = make_app(tmp_path)
    for role in Role:
        make_user(database_of(made), f"{role}@example.com", role=role, language="en")
    yield made
    instance_of(made).close()


def visitor(app: Flask, role: Role) -> Visitor:
    found = Visitor(app)
    found.sign_in(f"{role}@example.com")
    return found


def publish(app: Flask, builder: WorkbookBuilder | None = None, *, publish: bool = True) -> None:
    content = (builder or make_workbook()).build()
    report = import_workbook(
        instance_of(app), content=content, filename="pumps.xlsx", by="admin@example.com", publish=publish
    )
    assert report.errors == ()


def send(person: Visitor, content: bytes, **fields: object) -> object:
    person.get("/catalog/upload")
    return person.post(
        "/catalog/upload",
        {"file": (io.BytesIO(content), "pumps.xlsx"), **fields},
        content_type="multipart/form-data",
    )


def test_nobody_sees_catalogues_without_signing_in(app: Flask) -> None:
    assert path_of(Visitor(app).get("/catalog")).startswith("/login")


def test_without_a_catalogue_the_page_says_what_comes_first(app: Flask) -> None:
    assert "Upload a workbook" in visitor(app, Role.ADMIN).get("/catalog").text
    manager = visitor(app, Role.MANAGER).get("/catalog").text
    assert "Your administrator has to upload" in manager
    assert "/catalog/upload" not in manager


def test_an_upload_is_read_reported_and_published(app: Flask) -> None:
    admin = visitor(app, Role.ADMIN)
    answer = send(admin, make_workbook().row("Settings", "curency", "UAH").build())
    assert path_of(answer) == "/catalog/pumps/versions/1"
    page = admin.get("/catalog/pumps/versions/1").text
    assert "waits to be published" in page
    assert "A8" in page
    assert "the nearest is “currency”" in page
    answer = admin.post("/catalog/pumps/versions/1/publish")
    assert path_of(answer) == "/catalog/pumps/versions"
    assert "Version 1 is published." in admin.get("/catalog/pumps/versions").text
    assert "Screw compressor VK-55" in admin.get("/catalog/pumps").text


def test_an_upload_may_be_published_at_once(app: Flask) -> None:
    admin = visitor(app, Role.ADMIN)
    send(admin, make_workbook().build(), publish="y")
    assert "Version 1" in admin.get("/catalog").text


def test_errors_are_named_with_their_cells_and_nothing_changes(app: Flask) -> None:
    publish(app)
    admin = visitor(app, Role.ADMIN)
    builder = make_workbook().cell("Items!H2", "expensive").cell("Questions!J2", "Calk!B1")
    answer = send(admin, builder.build(), publish="y")
    assert answer.status_code == 422
    for word in (
        "2 things to mend in “pumps.xlsx”",
        "H2",
        "“expensive” is not a number",
        "nearest is “Calc”",
    ):
        assert word in answer.text
    assert admin.get("/catalog/pumps/versions/2").status_code == 404


def test_the_report_is_in_the_readers_language(app: Flask) -> None:
    make_user(database_of(app), "uk@example.com", role=Role.ADMIN, language="uk")
    person = Visitor(app)
    person.sign_in("uk@example.com")
    answer = send(person, make_workbook().cell("Items!H2", "дорого").build())
    assert "«дорого» — не число" in answer.text


def test_a_form_without_a_file_says_so(app: Flask) -> None:
    admin = visitor(app, Role.ADMIN)
    admin.get("/catalog/upload")
    answer = admin.post("/catalog/upload", {}, content_type="multipart/form-data")
    assert answer.status_code == 422
    assert "Choose an .xlsx workbook" in answer.text


def test_a_workbook_for_another_catalogue_is_refused(app: Flask) -> None:
    answer = send(visitor(app, Role.ADMIN), make_workbook().build(), catalogue="services")
    assert answer.status_code == 422
    assert "not “services”" in answer.text


def test_going_back_publishes_the_version_before(app: Flask) -> None:
    publish(app)
    admin = visitor(app, Role.ADMIN)
    assert "Go back" not in admin.get("/catalog/pumps/versions").text
    publish(app, make_workbook().cell("Items!D2", "Renamed compressor"))
    assert "Go back" in admin.get("/catalog/pumps/versions").text
    admin.post("/catalog/pumps/rollback")
    assert "Renamed" not in admin.get("/catalog/pumps").text


@pytest.mark.parametrize("role", [Role.MANAGER, Role.LEAD])
def test_only_administrators_change_catalogues(app: Flask, role: Role) -> None:
    publish(app)
    person = visitor(app, role)
    assert person.get("/catalog/pumps").status_code == 200
    for path in ("/catalog/upload", "/catalog/pumps/versions", "/catalog/pumps/versions/1"):
        assert person.get(path).status_code == 403
    for path in ("/catalog/upload", "/catalog/pumps/versions/1/publish", "/catalog/pumps/rollback"):
        assert person.post(path).status_code == 403


def test_items_are_searched_as_one_types(app: Flask) -> None:
    publish(app)
    manager = visitor(app, Role.MANAGER)
    page = manager.get("/catalog/pumps?q=jceitdfx").text
    assert "Refrigerated dryer" in page
    assert "Screw compressor" not in page
    part = manager.get("/catalog/pumps?q=vk55", headers={"HX-Request": "true"}).text
    assert "Screw compressor" in part
    assert "<html" not in part
    assert "Nothing fits “zzzz”" in manager.get("/catalog/pumps?q=zzzz").text


def test_only_those_who_may_see_costs_see_them(app: Flask) -> None:
    publish(
        app, make_workbook().column("Items", "Price from 10", 1200000, None).column("Items", "Power", "55 kW")
    )
    for role, seen in ((Role.MANAGER, False), (Role.LEAD, True), (Role.ADMIN, True)):
        page = (
            visitor(app, role).get("/catalog/pumps/items/VK-55").text.replace("\u00a0", " ").replace(",", " ")
        )
        assert "1 284 000" in page
        assert "1 200 000" in page
        assert "55 kW" in page
        assert ("900 000" in page) is seen


def test_what_is_not_there_is_a_page_that_is_not_there(app: Flask) -> None:
    publish(app)
    admin = visitor(app, Role.ADMIN)
    for path in (
        "/catalog/nothing", "/catalog/nothing/versions", "/catalog/nothing/items/A", "/catalog/pumps/items/nothing",
        "/catalog/pumps/versions/9", "/catalog/nothing/versions/1", "/catalog/pictures/x", f"/catalog/pictures/{'a' * 64}",
    ):  # fmt: skip
        assert admin.get(path).status_code == 404
    assert admin.post("/catalog/pumps/versions/9/publish").status_code == 404
    assert admin.post("/catalog/pumps/rollback").status_code == 404


def test_pictures_are_served_and_nothing_else_from_storage(app: Flask) -> None:
    publish(app, make_workbook().picture("Items", "J2", make_picture()))
    manager = visitor(app, Role.MANAGER)
    page = manager.get("/catalog/pumps").text
    address = page.split('src="/catalog/pictures/')[1].split('"')[0]
    answer = manager.get(f"/catalog/pictures/{address}")
    assert (answer.status_code, answer.content_type) == (200, "image/jpeg")
    secret = instance_of(app).storage.put(b"not a picture")
    assert manager.get(f"/catalog/pictures/{secret}").status_code == 404


def test_an_unpublished_catalogue_is_for_administrators(app: Flask) -> None:
    publish(app, publish=False)
    assert "Not published yet" in visitor(app, Role.ADMIN).get("/catalog").text
    assert "Насоси" not in visitor(app, Role.MANAGER).get("/catalog").text
    assert "Version 1" in visitor(app, Role.ADMIN).get("/catalog/pumps/versions").text
