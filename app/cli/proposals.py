"""flask proposal: from a brief in a file to four pages and a mail."""

import json
import sys
import time
from pathlib import Path

import click
from sqlmodel import col, select

from app import pipeline
from app.accounts.models import User
from app.accounts.service import find_user
from app.cli.plain import PlainGroup, as_json_text, command, json_option, told
from app.delivery.models import Delivery, DeliveryState
from app.delivery.service import Courier
from app.instance import Instance, current_instance
from app.proposals.reading import read_brief
from app.proposals.service import proposal_by_number, revision_of
from app.roles import Role

WAIT_SECONDS = 60.0
WAIT_STEP_SECONDS = 0.05
SETTLED = (DeliveryState.SENT.value, DeliveryState.FAILED.value, DeliveryState.WAITING.value)

proposal = PlainGroup("proposal", help="Proposals: create.")


@command(proposal, "create", help="Make a proposal from a brief.")
@click.argument("brief", type=click.Path(path_type=Path, exists=True, dir_okay=False, allow_dash=True))
@click.option("--pdf", type=click.Path(path_type=Path, dir_okay=False), help="Write the pages here.")
@click.option("--document", type=click.Path(path_type=Path, dir_okay=False), help="Write the document here.")
@click.option("--send", is_flag=True, help="Send it to the contact.")
@click.option("--user", "email", help="Whose proposal it is; by default the first manager's.")
@json_option
def create_(
    *, brief: Path, pdf: Path | None, document: Path | None, send: bool, email: str | None, as_json: bool
) -> None:
    """Exit status 1 if the brief cannot be used, or was not sent although asked for."""
    instance = current_instance()
    made = pipeline.create(instance, read_brief(_read(brief)), user_id=_user_id(instance, email), send=send)
    status, trouble = made.status, told(made.problems)
    if send and not made.problems:
        status, trouble = _delivered(instance, made)
    _write(instance, made, pdf=pdf, document=document)
    if as_json:
        click.echo(as_json_text(_answer(made, status)))
    else:
        click.echo(f"{made.number}: {made.total} {made.currency}, {status}. {made.public_url}")
    if made.pdf_sha256 is None and pdf:
        trouble = trouble or f"{made.number}: the pages could not be drawn; see the log"
    if trouble:
        raise click.ClickException(trouble)


def _read(path: Path) -> object:
    text = sys.stdin.read() if str(path) == "-" else path.read_text("utf-8-sig")
    try:
        return json.loads(text)
    except ValueError as error:
        raise click.ClickException(f"{path} is not JSON: {error}") from None


def _user_id(instance: Instance, email: str | None) -> int | None:
    with instance.database.session() as session:
        if email:
            found = find_user(session, email)
            if found is None:
                raise click.ClickException(f"nobody signs in as {email}")
            return found.id
        managers = select(User).where(User.role == Role.MANAGER.value, col(User.active))
        first = session.exec(managers.order_by(col(User.id))).first()
        return first.id if first else None


def _delivered(instance: Instance, made: pipeline.Created) -> tuple[str, str]:
    """Deliver at once, or wait for the worker that was faster; the state and what is wrong."""
    if made.delivery_id is not None:
        Courier(instance).deliver_next(made.delivery_id)
    deadline = time.monotonic() + WAIT_SECONDS
    while True:
        with instance.database.session() as session:
            delivery = session.get(Delivery, made.delivery_id)
            status = proposal_by_number(session, made.number).status
        if delivery is None or delivery.state in SETTLED or time.monotonic() > deadline:
            break
        if delivery.state != DeliveryState.SENDING.value:
            break
        time.sleep(WAIT_STEP_SECONDS)
    if delivery is None or delivery.state == DeliveryState.SENT.value:
        return status, ""
    words = delivery.server_words or "the mail server was not reached yet"
    return delivery.state, f"{made.number}: the mail to {delivery.recipient} is {delivery.state}: {words}"


def _write(instance: Instance, made: pipeline.Created, *, pdf: Path | None, document: Path | None) -> None:
    if pdf and made.pdf_sha256:
        pdf.write_bytes(instance.storage.get(made.pdf_sha256))
    if document:
        with instance.database.session() as session:
            found = revision_of(session, proposal_by_number(session, made.number), made.revision)
        document.write_text(found.document, "utf-8")


def _answer(made: pipeline.Created, status: str) -> dict[str, object]:
    return {
        "number": made.number,
        "revision": made.revision,
        "status": status,
        "total": str(made.total),
        "currency": made.currency,
        "pdf_sha256": made.pdf_sha256,
        "public_url": made.public_url,
    }
