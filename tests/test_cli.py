"""The command line: what it prints, its exit status, one clear line when something is wrong."""

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import Result
from flask import Flask
from openpyxl import load_workbook
from sqlmodel import select

from app.accounts.models import User
from app.delivery.mailbox import mails
from app.factory import create_app
from app.instance import EXTENSION, Instance
from app.proposals.document import Document
from app.settings import PROJECT_DIR
from tests.builders.briefs import brief_json

WORKBOOK = PROJECT_DIR / "catalogs" / "compressors.xlsx"
Flask_ = Callable[..., Result]


def runner_of(instance: Instance) -> Flask_:
    app: Flask = create_app(instance.settings)
    app.extensions[EXTENSION].database.dispose()
    app.extensions[EXTENSION] = instance

    def run(*arguments: object) -> Result:
        return app.test_cli_runner().invoke(args=[str(argument) for argument in arguments])

    return run


@pytest.fixture
def flask(stocked: Instance) -> Flask_:
    return runner_of(stocked)


@pytest.fixture
def brief(tmp_path: Path) -> Callable[..., Path]:
    def write(**changes: object) -> Path:
        path = tmp_path / "brief.json"
        path.write_text(json.dumps(brief_json(**changes)), "utf-8")
        return path

    return write


def error_of(result: Result) -> str:
    assert result.exit_code == 1
    assert "Traceback" not in result.output
    lines = [line for line in result.stderr.splitlines() if line.strip()]
    assert len(lines) == 1
    assert lines[0].startswith("Error: ")
    return lines[0]


def test_a_proposal_is_made_written_and_sent(
    flask: Flask_, stocked: Instance, brief: Callable[..., Path], tmp_path: Path
) -> None:
    pdf, document = tmp_path / "out.pdf", tmp_path / "out.json"
    result = flask("proposal", "create", brief(), "--pdf", pdf, "--document", document, "--send", "--json")
    assert result.exit_code == 0, result.output
    answer = json.loads(result.stdout)
    assert set(answer) == {"number", "revision", "status", "total", "currency", "pdf_sha256", "public_url"}
    assert (answer["revision"], answer["status"], answer["currency"]) == (1, "sent", "UAH")
    assert pdf.read_bytes().startswith(b"%PDF")
    assert Document.model_validate_json(document.read_text("utf-8")).number == answer["number"]
    assert len(mails(stocked.settings.mail_dir)) == 1


@pytest.mark.parametrize("email", [None, "nobody"])
def test_without_an_address_all_is_written_but_it_says_so(
    flask: Flask_, stocked: Instance, brief: Callable[..., Path], tmp_path: Path, email: str | None
) -> None:
    pdf = tmp_path / "out.pdf"
    path = brief(contact={"name": "Олена", "email": email})
    result = flask("proposal", "create", path, "--pdf", pdf, "--send", "--json")
    assert "contact.email" in error_of(result)
    assert json.loads(result.stdout)["status"] == "draft"
    assert pdf.read_bytes().startswith(b"%PDF")
    assert mails(stocked.settings.mail_dir) == ()


def test_a_server_out_of_reach_is_told_and_the_proposal_is_kept(
    stocked: Instance, brief: Callable[..., Path]
) -> None:
    away = replace(stocked, settings=replace(stocked.settings, smtp_url="smtp://127.0.0.1:1"))
    run = runner_of(away)
    assert "is waiting" in error_of(run("proposal", "create", brief(), "--send"))
    status = json.loads(run("outbox", "status", "--json").stdout)
    assert status["counts"]["waiting"] == 1
    assert run("outbox", "retry", "--all").stdout == "1 mails are due now.\n"
    assert "waiting 1" in run("outbox", "run").stdout
    assert "no mail" in error_of(run("outbox", "retry", "99"))


@pytest.mark.parametrize(
    ("changes", "word"),
    [
        ({"lines": [{"sku": "VK-5"}]}, "VK-"),
        ({"lines": []}, "lines"),
        ({"language": "de"}, "language"),
        ({"catalog": "compresors"}, "compressors"),
        ({"colour": "red"}, "colour"),
    ],
)
def test_a_brief_that_cannot_be_used_is_one_clear_line(
    flask: Flask_, brief: Callable[..., Path], changes: dict[str, object], word: str
) -> None:
    assert word in error_of(flask("proposal", "create", brief(**changes)))


def test_files_and_options_that_are_wrong_are_one_clear_line(flask: Flask_, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", "utf-8")
    assert "not JSON" in error_of(flask("proposal", "create", broken))
    assert "does not exist" in error_of(flask("proposal", "create", tmp_path / "none.json"))
    assert "nothing" in error_of(flask("proposal", "nothing"))
    assert "--all" in error_of(flask("outbox", "retry"))
    good = tmp_path / "good.json"
    good.write_text(json.dumps(brief_json()), "utf-8")
    assert "nobody signs in" in error_of(flask("proposal", "create", good, "--user", "x@example.com"))


def test_items_are_listed_and_found(flask: Flask_) -> None:
    everything = json.loads(flask("catalog", "items", "--json").stdout)["items"]
    assert set(everything[0]) == {"sku", "name", "price", "currency", "unit", "category"}
    found = json.loads(flask("catalog", "items", "--query", "вк-55", "--json").stdout)["items"]
    assert found[0]["sku"].startswith("VK-55")
    assert len(everything) >= len(found) > 0
    assert "compressors" in error_of(flask("catalog", "items", "--catalog", "compresors"))
    assert "cleaning" not in flask("catalog", "items").stdout


def test_a_workbook_is_checked_imported_and_taken_back(flask: Flask_, tmp_path: Path) -> None:
    report = tmp_path / "report.xlsx"
    dry = flask("catalog", "import", WORKBOOK, "--dry-run", "--report", report)
    assert dry.exit_code == 0, dry.output
    assert "nothing stands in the way" in dry.stdout
    assert load_workbook(report).active["A1"].value == "Where"
    published = json.loads(flask("catalog", "import", WORKBOOK, "--publish", "--json").stdout)
    assert (published["version"], published["published"]) == (2, True)
    assert (
        json.loads(flask("catalog", "rollback", "--catalog", "compressors", "--json").stdout)["version"] == 1
    )
    text = tmp_path / "text.xlsx"
    text.write_text("no workbook")
    assert "text.xlsx" in error_of(flask("catalog", "import", text, "--report", report))
    assert load_workbook(report).active["C2"].value == "yes"


def test_the_calculator_is_checked_and_run(flask: Flask_) -> None:
    assert "results reproduced" in flask("calculator", "check", WORKBOOK).stdout
    made = flask("calculator", "run", WORKBOOK, "--set", "Calc!B4=1", "--get", "Calc!B46", "--json")
    assert set(json.loads(made.stdout)["values"]) == {"Calc!B46"}
    assert "#REF!" in error_of(flask("calculator", "run", WORKBOOK, "--get", "Nowhere!A1"))
    assert "must look like" in error_of(
        flask("calculator", "run", WORKBOOK, "--set", "x", "--get", "Calc!B46")
    )


def test_people_are_added_once(flask: Flask_, stocked: Instance) -> None:
    made = json.loads(flask("user", "add", "lead@example.com", "--role", "lead", "--json").stdout)
    assert len(made["password"]) >= 10
    assert "already has an account" in error_of(flask("user", "add", "lead@example.com"))
    assert "not an e-mail address" in error_of(flask("user", "add", "nobody"))
    assert "at least" in error_of(flask("user", "add", "b@example.com", "--password", "short"))
    with stocked.database.session() as session:
        roles = session.exec(select(User.role).where(User.email == "lead@example.com")).all()
    assert roles == ["lead"]


def test_init_and_demo_leave_what_is_there(flask: Flask_) -> None:
    assert flask("init").exit_code == 0
    assert "empty instance" in error_of(flask("demo"))


def test_without_a_database_it_says_what_to_do(stocked: Instance, tmp_path: Path) -> None:
    settings = replace(stocked.settings, instance_dir=tmp_path / "new", database_url="sqlite://")
    assert "flask init" in error_of(
        runner_of(replace(stocked, settings=settings, database=type(stocked.database)("sqlite://")))(
            "catalog", "items"
        )
    )
