"""The mail: its shape, its headers, the same bytes each time, safe whatever the lead is called."""

from datetime import UTC, datetime
from email.message import EmailMessage

import pytest

from app.delivery.colours import mail_colours
from app.delivery.letter import InlinePicture, write_letter
from app.delivery.mailbox import parse_mail
from app.delivery.message import Enclosures, Envelope, attachment_name, build_message
from app.proposals.document import Document
from tests.builders.documents import make_document

PDF = b"%PDF-1.7 pages"
LOGO = InlinePicture("logo@minuta", b"png", "png", 120)
PORTRAIT = InlinePicture("portrait@minuta", b"jpeg", "jpeg", 72)
ENVELOPE = Envelope(
    message_id="<1.1.1.abc@example.com>",
    date=datetime(2026, 11, 22, 10, 0, tzinfo=UTC),
    sender="offers@example.com",
    recipient="boiko@example.com",
)


def built(document: Document | None = None, **enclosures: object) -> EmailMessage:
    parts = Enclosures(PDF, **enclosures)  # type: ignore[arg-type]  # values by name
    return parse_mail(build_message(document or make_document(), envelope=ENVELOPE, enclosures=parts))


def shape(part: EmailMessage) -> object:
    if part.is_multipart():
        return (part.get_content_subtype(), [shape(inner) for inner in part.iter_parts()])
    return part.get_content_type()


def text_of(message: EmailMessage, kind: str) -> str:
    body = message.get_body((kind,))
    assert body is not None
    content: str = body.get_content()
    return content


def test_it_has_the_shape_that_mail_programs_like() -> None:
    assert shape(built(logo=LOGO, portrait=PORTRAIT)) == (
        "mixed",
        [
            ("alternative", ["text/plain", ("related", ["text/html", "image/png", "image/jpeg"])]),
            "application/pdf",
        ],
    )


def test_the_specification_goes_along_and_is_spoken_of_where_lines_were_grouped() -> None:
    document = make_document()
    message = built(document, specification=b"xlsx")
    names = [part.get_filename() for part in message.iter_attachments()]
    assert names == ["КП-101 Карпатські меблі.pdf", "КП-101 Карпатські меблі.xlsx"]
    assert document.mail.specification_note in text_of(message, "plain").replace("\n", " ")


def test_headers_name_the_brand_the_contact_and_the_manager() -> None:
    document = make_document()
    message = built(document)
    assert message["From"].addresses[0].display_name == document.brand.name
    assert message["From"].addresses[0].addr_spec == "offers@example.com"
    assert message["To"].addresses[0].display_name == document.contact
    assert message["Reply-To"].addresses[0].addr_spec == document.cover.manager.email
    assert message["Subject"] == document.mail.subject
    assert message["Message-ID"] == ENVELOPE.message_id


@pytest.mark.parametrize("language", ["uk", "ru", "en"])
def test_both_forms_carry_figures_recommendations_and_the_link(language: str) -> None:
    document = make_document(language=language)
    message = built(document)
    for kind in ("plain", "html"):
        words = text_of(message, kind).replace("&nbsp;", "\xa0").replace("\n", " ")
        assert document.next_steps.acceptance.url in words
        assert document.total.text.split("\xa0")[0] in words
        for recommendation in document.next_steps.recommendations:
            assert recommendation.name in words
        for figure in document.cover.figures:
            assert figure.caption in words


def test_the_same_input_gives_the_same_bytes() -> None:
    enclosures = Enclosures(PDF, b"xlsx", LOGO, PORTRAIT)
    mails = {build_message(make_document(), envelope=ENVELOPE, enclosures=enclosures) for _ in range(3)}
    assert len(mails) == 1


@pytest.mark.parametrize(
    "name",
    [
        "<script>alert(1)</script>",
        "=cmd|' /C calc'!A0",
        "A\r\nBcc: x@example.com",
        "A\x00B",
        "{{7*7}}",
        "شركة",
    ],
)
def test_whatever_the_lead_is_called_nothing_breaks_out(name: str) -> None:
    document = make_document()
    mail = document.mail.model_copy(update={"subject": f"Для {name}", "greeting": name})
    message = built(document.model_copy(update={"company": name, "contact": name, "mail": mail}))
    assert "Bcc" not in message
    assert not any(ord(char) < 32 for char in message["Subject"])
    assert "<script>" not in text_of(message, "html")
    assert all("/" not in (part.get_filename() or "") for part in message.iter_attachments())


@pytest.mark.parametrize(
    ("company", "revision", "name"),
    [
        ("ТОВ «Карпатські меблі»", 1, "КП-101 Карпатські меблі"),
        ("ТОВ «Карпатські меблі»", 2, "КП-101-2 Карпатські меблі"),
        ("Acme / Sons: Ltd?", 1, "КП-101 Acme - Sons- Ltd"),
        ("../../etc", 1, "КП-101 ..-..-etc"),
        ("x" * 300, 1, "КП-101 " + "x" * 73),
    ],
)
def test_the_file_has_a_human_name(company: str, revision: int, name: str) -> None:
    document = make_document().model_copy(
        update={"company": company, "revision": revision, "number": "КП-101"}
    )
    assert attachment_name(document) == name


def test_without_anything_to_show_the_mail_is_still_whole() -> None:
    document = make_document()
    cover = document.cover.model_copy(update={"figures": ()})
    steps = document.next_steps.model_copy(update={"recommendations": ()})
    letter = write_letter(document.model_copy(update={"cover": cover, "next_steps": steps}))
    assert document.mail.recommendations_title not in letter.text
    assert document.next_steps.acceptance.url in letter.html


@pytest.mark.parametrize(
    ("brand", "on_fill"), [("#0b5d4e", "#ffffff"), ("#ffe600", "#1f2a27"), ("#ffffff", "#1f2a27")]
)
def test_any_brand_colour_stays_readable(brand: str, on_fill: str) -> None:
    colours = mail_colours(brand)
    assert (colours.fill, colours.on_fill) == (brand, on_fill)
    assert brand == "#0b5d4e" or colours.text != brand
