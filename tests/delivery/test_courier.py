"""The courier: from the outbox to the server and back into the proposal's history."""

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from PIL import Image
from sqlmodel import select

from app import pipeline
from app.database import now
from app.delivery import outbox
from app.delivery.drawing import UnusablePictureError, draw_logo, draw_portrait
from app.delivery.mailbox import UnknownMailError, mails, parse_mail, read_mail, write_mail
from app.delivery.models import Delivery
from app.delivery.own_words import NOT_BUILT
from app.delivery.pictures import MailPictures
from app.delivery.service import Courier
from app.instance import Instance
from app.proposals.service import events_of, proposal_by_number
from tests.builders.briefs import make_brief
from tests.delivery.builders import Handler, start_server, url_of


@pytest.fixture
def handler() -> Handler:
    return Handler()


@pytest.fixture
def posting(stocked: Instance, handler: Handler) -> Iterator[Instance]:
    """An instance whose mail goes to that handler."""
    server = start_server(handler)
    yield replace(stocked, settings=replace(stocked.settings, smtp_url=url_of(server)))
    server.stop()


def queue(instance: Instance) -> str:
    return pipeline.create(instance, make_brief(), user_id=1, send=True).number


def told(instance: Instance, number: str) -> tuple[str, list[str]]:
    with instance.database.session() as session:
        proposal = proposal_by_number(session, number)
        return proposal.status, [event.what for event in reversed(events_of(session, proposal))]


def only(instance: Instance) -> Delivery:
    with instance.database.session() as session:
        return session.exec(select(Delivery)).one()


def test_a_mail_arrives_with_the_pages_and_the_proposal_is_sent(posting: Instance, handler: Handler) -> None:
    made = pipeline.create(posting, make_brief(), user_id=1, send=True)
    assert Courier(posting).work() == 1
    (mail,) = handler.mails
    message = parse_mail(mail.content)
    (pdf,) = message.iter_attachments()
    assert pdf.get_content() == posting.storage.get(made.pdf_sha256 or "")
    assert mail.recipients == ["boiko@example.com"]
    assert told(posting, made.number) == ("sent", ["created", "composed", "queued", "mail_sent"])
    assert Courier(posting).work() == 0


def test_what_has_to_wait_is_sent_later_with_the_same_bytes(posting: Instance, handler: Handler) -> None:
    number = queue(posting)
    seen: list[bytes] = []
    handler.data = "451 try later"
    Courier(posting).work()
    first = only(posting)
    assert (first.state, first.server_words) == ("waiting", "try later")
    assert told(posting, number) == ("queued", ["created", "composed", "queued", "mail_waiting"])
    handler.data = "250 OK"
    Courier(posting, clock=lambda: now() + timedelta(minutes=2)).work()
    seen = [mail.content for mail in handler.mails]
    assert len(seen) == 1
    assert posting.storage.get(first.message_hash or "") == seen[0]
    assert told(posting, number)[0] == "sent"


def test_a_refusal_is_told_with_the_servers_words(posting: Instance, handler: Handler) -> None:
    number = queue(posting)
    handler.rcpt = "550 no such user here"
    Courier(posting).work()
    assert (only(posting).state, only(posting).server_words) == ("failed", "no such user here")
    assert told(posting, number)[1][-1] == "mail_failed"


def test_a_server_that_cannot_be_reached_blocks_nobody(stocked: Instance) -> None:
    away = replace(stocked, settings=replace(stocked.settings, smtp_url="smtp://127.0.0.1:1"))
    number = queue(away)
    Courier(away).work()
    assert only(away).state == "waiting"
    assert told(away, number)[0] == "queued"


@pytest.mark.parametrize("url", ["smtp://", "ftp://example.com"])
def test_an_unusable_address_of_the_server_pauses_the_outbox(stocked: Instance, url: str) -> None:
    wrong = replace(stocked, settings=replace(stocked.settings, smtp_url=url))
    queue(wrong)
    Courier(wrong).work()
    with wrong.database.session() as session:
        pause = outbox.pause_of(session)
    assert pause is not None
    assert "MINUTA_SMTP_URL" in pause.server_words
    assert only(wrong).attempts == 0


def test_what_cannot_be_built_waits_and_says_so(stocked: Instance) -> None:
    queue(stocked)

    class Lost:
        def get(self, digest: str) -> bytes:
            raise OSError("the disk is gone")

        def __getattr__(self, name: str) -> object:
            return getattr(stocked.storage, name)

    Courier(replace(stocked, storage=Lost())).work()  # type: ignore[arg-type]  # a stand-in
    assert only(stocked).state == "waiting"
    assert only(stocked).server_words == NOT_BUILT


def test_the_lost_lease_of_a_dead_worker_is_told_in_the_history(stocked: Instance) -> None:
    number = queue(stocked)
    lease = outbox.claim(stocked.database, moment=now())
    assert lease is not None
    outbox.enter_data(stocked.database, lease, moment=now(), message_hash="a" * 64)
    Courier(stocked, clock=lambda: now() + timedelta(hours=1)).sweep()
    assert only(stocked).state == "unknown"
    assert told(stocked, number)[1][-1] == "mail_unknown"


def test_mails_on_disk_are_listed_and_read(stocked: Instance) -> None:
    queue(stocked)
    Courier(stocked).work()
    folder = stocked.settings.mail_dir
    (mail,) = mails(folder)
    assert mails(folder, 0) == ()
    assert "boiko@example.com" in mail.recipient
    assert mail.subject
    assert parse_mail(read_mail(folder, mail.name))["Message-ID"] == mail.message_id
    write_mail(folder, mail.message_id, b"Subject: again\r\n\r\n")
    assert len(mails(folder)) == 1
    for name in ("../secret_key", "none.eml", "../instance/mail/x.eml"):
        with pytest.raises(UnknownMailError):
            read_mail(folder, name)


def picture(form: str = "PNG", colour: object = "teal") -> bytes:
    file = io.BytesIO()
    Image.new("RGB", (300, 100), colour).save(file, form)  # type: ignore[arg-type]
    return file.getvalue()


def test_logos_become_small_pngs() -> None:
    svg = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 4 2"><path d="M0 0h4v2h-4z" fill="%s"/></svg>'
    )
    assert draw_logo(svg % b"teal", "#fff").width == 96
    assert draw_logo(svg % b"currentColor", "#ffffff").needs_ground
    assert draw_logo(picture(colour="white"), "#fff").needs_ground
    drawn = draw_logo(picture(), "#fff")
    assert not drawn.needs_ground
    assert Image.open(io.BytesIO(drawn.content)).format == "PNG"
    assert Image.open(io.BytesIO(draw_portrait(picture("JPEG")).content)).size == (216, 216)


@pytest.mark.parametrize(
    "content",
    [
        b"no picture",
        b"<svg",
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1"></svg>',
        b'<svg xmlns="http://www.w3.org/2000/svg"><image href="file:///etc/passwd"/></svg>',
    ],
)
def test_what_is_no_logo_is_refused_and_left_out(stocked: Instance, content: bytes) -> None:
    with pytest.raises(UnusablePictureError):
        draw_logo(content, "#fff")
    pictures = MailPictures(stocked.storage, stocked.sandbox)
    assert pictures.logo(stocked.storage.put(content), "#0b5d4e") is None
    assert pictures.logo(None, "#0b5d4e") is None
    assert pictures.portrait("0" * 64) is None
