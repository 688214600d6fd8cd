"""flask init, flask demo, flask user: getting an instance ready."""

import secrets
import time

import click
from sqlmodel import func, select

from app.accounts.models import User
from app.accounts.service import NewUser, create_user
from app.cli.demo import load_demo
from app.cli.plain import PlainGroup, answer, command, json_option
from app.delivery.addresses import mailable
from app.instance import Instance, current_instance
from app.language.translations import SUPPORTED
from app.roles import Role
from app.schema import upgrade

PASSWORD_BYTES = 12
MIN_PASSWORD_CHARS = 10

root = PlainGroup("minuta")
user = PlainGroup("user", help="People who sign in.")


@command(root, "init", help="Make the database or bring it up to date; MINUTA_DEMO=1: the demo, too.")
def init() -> None:
    """Safe to run at every start."""
    instance = current_instance()
    instance.settings.instance_dir.mkdir(parents=True, exist_ok=True)
    upgrade(instance.database)
    if instance.settings.demo and not _people(instance):
        _demo(instance)


@command(root, "demo", help="Load the demo: two companies, three people, a year of proposals.")
def demo() -> None:
    """On an instance without people only."""
    instance = current_instance()
    upgrade(instance.database)
    if _people(instance):
        raise click.ClickException("somebody signs in here already: the demo is for an empty instance")
    _demo(instance)


@command(user, "add", help="Add a person; without --password one is made up and printed.")
@click.argument("email")
@click.option("--role", type=click.Choice([role.value for role in Role]), default=Role.MANAGER.value)
@click.option("--name", help="As clients read it; by default what stands before the @.")
@click.option("--language", type=click.Choice(SUPPORTED), default="uk")
@click.option("--position", default="", help="As clients read it.")
@click.option("--phone", default="")
@click.option("--password", help="At least 10 characters.")
@json_option
def add(
    *, email: str, role: str, name: str | None, language: str, as_json: bool, **details: str | None
) -> None:
    """Exit status 1 if the address is none, or somebody has it."""
    if mailable(email) is None:
        raise click.ClickException(f"{email!r} is not an e-mail address")
    given = details["password"]
    if given is not None and len(given) < MIN_PASSWORD_CHARS:
        raise click.ClickException(f"a password has at least {MIN_PASSWORD_CHARS} characters")
    password = given or secrets.token_urlsafe(PASSWORD_BYTES)
    new = NewUser(
        email=email,
        name=name or email.partition("@")[0],
        password=password,
        role=Role(role),
        language=language,
        phone=details["phone"] or "",
        positions={"": details["position"]} if details["position"] else {},
    )
    made = create_user(current_instance().database, new)
    shown = {} if given else {"password": password}
    text = f"{made.email} signs in as {role}." + ("" if given else f" Password: {password}")
    answer({"email": made.email, "role": role, **shown}, text, as_json=as_json)


def _people(instance: Instance) -> int:
    with instance.database.session() as session:
        return session.exec(select(func.count()).select_from(User)).one()


def _demo(instance: Instance) -> None:
    started = time.monotonic()
    loaded = load_demo(instance, say=lambda text: click.echo(f"demo: {text}"))
    seconds = time.monotonic() - started
    click.echo(f"demo: {loaded.users} people, {loaded.proposals} proposals in {seconds:.0f} s")
