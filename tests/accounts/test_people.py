"""People: profile, portrait, password, and what an administrator may change."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest
from flask import Flask
from PIL import Image
from sqlmodel import select

from app.accounts.models import User
from app.accounts.passwords import hash_password, needs_rehash, verify_password
from app.accounts.portraits import PORTRAIT_PIXELS, UnusablePortraitError, portrait_jpeg
from app.accounts.service import EmailTakenError, LastAdminError, NewUser, change_user, create_user, person
from app.database import Database
from app.roles import Role
from tests.builders.offers import PASSWORD, make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app

MANAGER, ADMIN = "manager@example.com", "admin@example.com"
NEW_PASSWORD = "a quite different one"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = make_app(tmp_path)
    make_user(database_of(app), MANAGER, language="en")
    make_user(database_of(app), ADMIN, language="en", role=Role.ADMIN, name="Mark Hale")
    yield app
    instance_of(app).close()


def signed_in(app: Flask, email: str) -> Visitor:
    visitor = Visitor(app)
    visitor.sign_in(email)
    return visitor


def stored(app: Flask, email: str = MANAGER) -> User:
    with database_of(app).session() as session:
        return session.exec(select(User).where(User.email == email)).one()


def picture(*, size: tuple[int, int] = (900, 1200), kind: str = "PNG", mode: str = "RGB") -> bytes:
    target = BytesIO()
    Image.new(mode, size, "teal").save(target, kind)
    return target.getvalue()


def profile_form(**changes: object) -> dict[str, object]:
    return {"name": "Андрій Коваль", "phone": "+380 00 000 00 07", "language": "en", **changes}


def test_the_profile_keeps_names_and_positions_by_language(app: Flask) -> None:
    visitor = signed_in(app, MANAGER)
    visitor.post("/profile", profile_form(name_en="Andriy Koval", position_en="sales engineer"))
    user = stored(app)
    assert person(user, "en").name == "Andriy Koval"
    assert person(user, "en").position == "sales engineer"
    assert person(user, "uk").name == "Андрій Коваль"
    assert person(user, "ru").position == "sales engineer"
    assert "Saved" in visitor.get("/profile").text


def test_a_portrait_becomes_a_square_jpeg_without_metadata(app: Flask) -> None:
    visitor = signed_in(app, MANAGER)
    visitor.post(
        "/profile",
        profile_form(portrait=(BytesIO(picture()), "me.png")),
        content_type="multipart/form-data",
    )
    digest = stored(app).portrait
    assert digest
    answer = visitor.get(f"/portraits/{digest}")
    assert answer.content_type == "image/jpeg"
    with Image.open(BytesIO(answer.data)) as image:
        assert image.size == (PORTRAIT_PIXELS, PORTRAIT_PIXELS)
    visitor.post("/profile", profile_form(remove_portrait="y"))
    assert stored(app).portrait is None


def test_a_broken_portrait_is_refused_at_its_field_and_the_rest_is_kept(app: Flask) -> None:
    answer = signed_in(app, MANAGER).post(
        "/profile",
        profile_form(name="Kept", portrait=(BytesIO(b"<svg onload=alert(1)>"), "me.png")),
        content_type="multipart/form-data",
    )
    assert answer.status_code == 422
    assert "This picture cannot be used." in answer.text
    assert 'value="Kept"' in answer.text


@pytest.mark.parametrize(
    "content",
    [b"", b"GIF89a", picture(kind="GIF"), picture()[:200], b"\x00" * 100],
    ids=["empty", "text", "gif", "cut off", "zeros"],
)
def test_what_is_no_usable_picture_is_refused(content: bytes) -> None:
    with pytest.raises(UnusablePortraitError):
        portrait_jpeg(content)


def test_a_picture_of_too_many_pixels_is_refused() -> None:
    with pytest.raises(UnusablePortraitError):
        portrait_jpeg(picture(size=(9_000, 9_000), mode="1"))


def test_transparency_turns_white() -> None:
    target = BytesIO()
    Image.new("RGBA", (50, 50), (0, 0, 0, 0)).save(target, "PNG")
    with Image.open(BytesIO(portrait_jpeg(target.getvalue()))) as image:
        assert image.getpixel((0, 0)) == (255, 255, 255)


def test_only_portraits_are_shown_as_portraits(app: Flask) -> None:
    digest = instance_of(app).storage.put(b"PK a workbook")
    visitor = signed_in(app, MANAGER)
    assert visitor.get(f"/portraits/{digest}").status_code == 404
    assert visitor.get(f"/portraits/{'0' * 64}").status_code == 404
    assert visitor.get("/portraits/../../etc/passwd").status_code == 404


def test_a_new_password_needs_the_present_one_and_signs_out_everywhere_else(app: Flask) -> None:
    visitor, other = signed_in(app, MANAGER), signed_in(app, MANAGER)
    form = {"current": "wrong one here", "password": NEW_PASSWORD, "repeat": NEW_PASSWORD}
    assert "This is not your present password." in visitor.post("/profile/password", form).text
    form["current"] = PASSWORD
    assert visitor.post("/profile/password", form).status_code == 302
    assert visitor.get("/profile").status_code == 200
    assert other.get("/profile").status_code == 302
    assert Visitor(app).sign_in(MANAGER, NEW_PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("password", "repeat", "words"),
    [("short", "short", "Use 10 to 200 characters."), (NEW_PASSWORD, "other", "The two passwords differ.")],
)
def test_an_unfit_new_password_is_explained(app: Flask, password: str, repeat: str, words: str) -> None:
    form = {"current": PASSWORD, "password": password, "repeat": repeat}
    answer = signed_in(app, MANAGER).post("/profile/password", form)
    assert answer.status_code == 422
    assert words in answer.text


@pytest.mark.parametrize("path", ["/settings/people", "/settings/people/new", "/settings/people/1"])
def test_only_administrators_see_people(app: Flask, path: str) -> None:
    assert signed_in(app, MANAGER).get(path).status_code == 403
    assert signed_in(app, ADMIN).get(path).status_code == 200


def person_form(**changes: object) -> dict[str, object]:
    form = {"email": "new@example.com", "name": "New Person", "role": "lead", "language": "ru", "active": "y"}
    return {**form, "password": NEW_PASSWORD, **changes}


def test_an_administrator_adds_a_person_who_can_sign_in(app: Flask) -> None:
    admin = signed_in(app, ADMIN)
    assert admin.post("/settings/people/new", person_form()).status_code == 302
    assert "New Person can sign in now." in admin.get("/settings/people").text
    assert stored(app, "new@example.com").role_of is Role.LEAD
    assert Visitor(app).sign_in("new@example.com", NEW_PASSWORD).status_code == 302


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"email": "MANAGER@example.com"}, "Somebody else signs in with this address."),
        ({"email": "nonsense"}, "This is not an e-mail address."),
        ({"password": "short"}, "Use 10 to 200 characters."),
        ({"password": ""}, "Fill this in."),
        ({"name": " "}, "Fill this in."),
    ],
)
def test_an_unfit_new_person_is_explained(app: Flask, changes: dict[str, object], words: str) -> None:
    answer = signed_in(app, ADMIN).post("/settings/people/new", person_form(**changes))
    assert answer.status_code == 422
    assert words in answer.text


def test_an_administrator_changes_and_locks_a_person(app: Flask) -> None:
    admin, manager = signed_in(app, ADMIN), signed_in(app, MANAGER)
    user = stored(app)
    form = person_form(email=MANAGER, password="", role="manager")
    del form["active"]
    assert admin.post(f"/settings/people/{user.id}", form).status_code == 302
    assert not stored(app).active
    assert manager.get("/profile").status_code == 302
    assert Visitor(app).sign_in(MANAGER).status_code == 401


def test_an_administrator_sets_a_new_password(app: Flask) -> None:
    user = stored(app)
    form = person_form(email=MANAGER, role="manager")
    assert signed_in(app, ADMIN).post(f"/settings/people/{user.id}", form).status_code == 302
    assert Visitor(app).sign_in(MANAGER, NEW_PASSWORD).status_code == 302


def test_the_last_administrator_stays(app: Flask) -> None:
    admin = signed_in(app, ADMIN)
    user = stored(app, ADMIN)
    form = person_form(email=ADMIN, password="", role="manager")
    assert "Somebody has to stay administrator." in admin.post(f"/settings/people/{user.id}", form).text
    del form["active"]
    assert "You cannot lock yourself out." in admin.post(f"/settings/people/{user.id}", form).text
    assert admin.get("/settings/people/999").status_code == 404


def test_an_address_belongs_to_one_person(sqlite: Database) -> None:
    make_user(sqlite, MANAGER)
    admin = make_user(sqlite, ADMIN, role=Role.ADMIN)
    with pytest.raises(EmailTakenError):
        create_user(sqlite, NewUser(email=" Manager@example.com", name="x", password=PASSWORD))
    with pytest.raises(EmailTakenError):
        change_user(sqlite, admin.id or 0, {"email": MANAGER})
    with pytest.raises(LastAdminError):
        change_user(sqlite, admin.id or 0, {"role": "lead"})


def test_passwords_are_argon2id_and_nobody_has_none() -> None:
    password_hash = hash_password(PASSWORD)
    assert password_hash.startswith("$argon2id$")
    assert verify_password(PASSWORD, password_hash)
    assert not verify_password("other", password_hash)
    assert not verify_password(PASSWORD, None)
    assert not verify_password(PASSWORD, "no hash at all")
    assert not needs_rehash(password_hash)
    assert needs_rehash("$argon2id$v=19$m=8,t=1,p=1$c29tZXNhbHQ$xxxxxxxxxxxxxxxxxxxxxw")
