"""The command that programs call: exit status, one answer on stdout, at most one line on stderr."""

import hashlib
import json
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from app.delivery.mailbox import mails
from app.instance import Instance
from app.settings import PROJECT_DIR
from tests.acceptance.checks import PAGES, page_texts, squeezed
from tests.builders.briefs import brief_json
from tests.builders.mail_server import free_door
from tests.builders.serving import environment_of

FLASK = Path(sys.executable).with_name("flask")


@dataclass(frozen=True)
class Ended:
    """A command that has ended, and the PDF that it wrote, if any."""

    status: int
    said: str
    complaints: tuple[str, ...]
    pdf: bytes

    @property
    def answer(self) -> dict[str, Any]:
        found: dict[str, Any] = json.loads(self.said)
        return found


def proposal_create(instance: Instance, folder: Path, *, smtp_url: str = "", **changes: object) -> Ended:
    """`flask proposal create BRIEF.json --pdf OUT.pdf --send --json`, in a process of its own."""
    brief, pdf = folder / "brief.json", folder / "out.pdf"
    brief.write_text(json.dumps(brief_json(**changes)), "utf-8")
    pdf.unlink(missing_ok=True)
    ended = subprocess.run(
        [FLASK, "proposal", "create", brief, "--pdf", pdf, "--send", "--json"],
        cwd=PROJECT_DIR,
        env=environment_of(instance.settings.instance_dir, MINUTA_SMTP_URL=smtp_url),
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )
    return Ended(
        ended.returncode,
        ended.stdout,
        tuple(ended.stderr.splitlines()),
        pdf.read_bytes() if pdf.exists() else b"",
    )


def test_it_makes_four_pages_and_sends_them_once(stocked_for_all: Instance, tmp_path: Path) -> None:
    before = len(mails(stocked_for_all.settings.mail_dir))
    ended = proposal_create(stocked_for_all, tmp_path, language="en", currency="USD")
    assert (ended.status, ended.complaints) == (0, ())
    assert (ended.answer["status"], ended.answer["currency"]) == ("sent", "USD")
    assert hashlib.sha256(ended.pdf).hexdigest() == ended.answer["pdf_sha256"]
    assert len(page_texts(ended.pdf)) == PAGES
    assert len(mails(stocked_for_all.settings.mail_dir)) == before + 1


@pytest.mark.parametrize("email", [None, "nobody at home"])
def test_without_a_usable_address_it_refuses_to_send_and_writes_the_pages(
    stocked_for_all: Instance, tmp_path: Path, email: str | None
) -> None:
    before = mails(stocked_for_all.settings.mail_dir)
    ended = proposal_create(stocked_for_all, tmp_path, contact={"name": "Ы", "email": email})
    assert ended.status == 1
    (line,) = ended.complaints
    assert line.startswith("Error: contact.email: ")
    assert ended.answer["status"] == "draft"
    assert squeezed(ended.answer["number"]) in page_texts(ended.pdf)[0]
    assert len(page_texts(ended.pdf)) == PAGES
    assert mails(stocked_for_all.settings.mail_dir) == before


def test_a_mail_server_out_of_reach_is_told_and_everything_is_kept(
    stocked_for_all: Instance, tmp_path: Path
) -> None:
    with free_door() as door:
        url = f"smtp://127.0.0.1:{door.getsockname()[1]}"
        ended = proposal_create(stocked_for_all, tmp_path, smtp_url=url)
    assert ended.status == 1
    (line,) = ended.complaints
    assert line.startswith("Error: ")
    assert ended.answer["number"] in line
    assert ended.answer["status"] == "waiting"
    assert len(page_texts(ended.pdf)) == PAGES


@pytest.mark.parametrize(
    ("changes", "place"),
    [
        ({"company": {"name": " "}}, "company.name"),
        ({"lines": [{"sku": "VK-5"}]}, "lines[0].sku"),
        ({"lines": [{"sku": "VK-55", "quantity": "-1"}]}, "lines[0].quantity"),
    ],
)
def test_a_brief_that_cannot_be_used_is_named_by_its_field_and_nothing_is_made(
    stocked_for_all: Instance, tmp_path: Path, changes: dict[str, object], place: str
) -> None:
    ended = proposal_create(stocked_for_all, tmp_path, **changes)
    assert ended.status == 1
    (line,) = ended.complaints
    assert line.startswith(f"Error: {place}: ")
    assert (ended.said, ended.pdf) == ("", b"")
