"""Settings: overview and the mail page."""

from collections.abc import Iterator
from datetime import timedelta
from email.message import EmailMessage
from pathlib import Path

import pytest
from flask import Flask
from sqlmodel import select

from app.database import now
from app.delivery.mailbox import write_mail
from app.delivery.models import Delivery, OutboxPause
from app.proposals.models import Revision
from app.roles import Role
from tests.builders.offers import make_proposal, make_user
from tests.builders.web import Visitor, database_of, instance_of, make_app

ADMIN = "admin@example.com"
PIXEL = b"\x89PNG\r\n\x1a\n0000"


@pytest.fixture
def app(tmp_path: Path) -> Iterator[Flask]:
    app = make_app(tmp_path)
    make_user(database_of(app), ADMIN, role=Role.ADMIN, language="en")
    make_user(database_of(app), "manager@example.com", language="en")
    make_proposal(database_of(app))
    with database_of(app).transaction() as session:
        revision = session.exec(select(Revision)).one()
        session.add(
            Delivery(
                key="1:1",
                proposal_id=revision.proposal_id,
                revision_id=revision.id or 0,
                message_id="<1@example.com>",
                recipient="boiko@example.com",
                state="failed",
                attempts=3,
                next_attempt_at=None,
                reply_code=550,
                server_words="5.1.1 No such <user>",
            )
        )
    yield app
    instance_of(app).close()


def admin_of(app: Flask) -> Visitor:
    visitor = Visitor(app)
    visitor.sign_in(ADMIN)
    return visitor


def written_mail(app: Flask) -> str:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@example.com", "b@example.com", "Пропозиція КП-101"
    message.set_content("Вітаємо")
    message.add_alternative('<p>Hi <img src="cid:logo"><script>alert(1)</script></p>', subtype="html")
    html = message.get_payload()[1]  # type: ignore[index]  # multipart by now
    html.add_related(PIXEL, "image", "png", cid="<logo>", filename="logo.png", disposition="inline")  # type: ignore[union-attr]
    message.add_attachment(b"%PDF-1.7", maintype="application", subtype="pdf", filename="КП-101.pdf")
    return write_mail(instance_of(app).settings.mail_dir, "<1@example.com>", message.as_bytes()).name


def test_the_mail_page_shows_states_and_the_servers_words(app: Flask) -> None:
    page = admin_of(app).get("/settings/mail").text
    assert "550 5.1.1 No such &lt;user&gt;" in page
    assert "Not sent" in page
    assert "No mail server is set" in page
    assert "No mail here" in admin_of(app).get("/settings/mail?state=sent").text


def test_a_message_is_tried_again(app: Flask) -> None:
    admin = admin_of(app)
    admin.get("/settings/mail")
    admin.post("/settings/mail/1/retry")
    with database_of(app).session() as session:
        delivery = session.exec(select(Delivery)).one()
    assert delivery.state == "queued"
    assert delivery.next_attempt_at
    admin.post("/settings/mail/99/retry")
    assert "There is nothing to try again." in admin.get("/settings/mail").text


def test_a_pause_is_shown_and_ended(app: Flask) -> None:
    with database_of(app).transaction() as session:
        session.add(OutboxPause(until=now() + timedelta(minutes=5), reply_code=535, server_words="5.7.8 Bad"))
    admin = admin_of(app)
    assert "535 5.7.8 Bad" in admin.get("/settings/mail").text
    admin.post("/settings/mail/resume")
    assert "535" not in admin.get("/settings/mail").text


def test_a_mail_on_disk_can_be_looked_at_safely(app: Flask) -> None:
    name, admin = written_mail(app), admin_of(app)
    assert "Пропозиція КП-101" in admin.get("/settings/mail").text
    page = admin.get(f"/settings/mail/files/{name}").text
    assert "sandbox" in page
    assert "КП-101.pdf" in page
    body = admin.get(f"/settings/mail/files/{name}/body")
    assert "data:image/png;base64," in body.text
    assert "sandbox" in body.headers["Content-Security-Policy"]
    assert "script-src" not in body.headers["Content-Security-Policy"]
    part = admin.get(f"/settings/mail/files/{name}/parts/0")
    assert part.data == b"%PDF-1.7"
    assert "attachment" in part.headers["Content-Disposition"]
    assert admin.get(f"/settings/mail/files/{name}/parts/5").status_code == 404
    assert admin.get(f"/settings/mail/files/{name}/source").data.startswith(b"From:")


@pytest.mark.parametrize("name", ["nope.eml", "..%2f..%2fsecret_key", "secret_key"])
def test_only_mails_are_shown(app: Flask, name: str) -> None:
    assert admin_of(app).get(f"/settings/mail/files/{name}/source").status_code == 404


def test_settings_are_for_administrators(app: Flask) -> None:
    manager = Visitor(app)
    manager.sign_in("manager@example.com")
    for path in ("/settings", "/settings/mail", f"/settings/mail/files/{written_mail(app)}"):
        assert manager.get(path).status_code == 403
        assert admin_of(app).get(path).status_code == 200
    assert "Settings" not in manager.get("/proposals").text
