"""How the command line speaks: one clear line on stderr when it fails, one JSON object when asked."""

import json
import logging
from collections.abc import Callable, Sequence
from functools import wraps
from typing import Any, ParamSpec, TypeVar

import click
from flask.cli import with_appcontext
from sqlalchemy.exc import OperationalError, ProgrammingError

from app.problems import Problem, ProblemsError

MAX_TOLD = 5
NO_TABLES = ("no such table", "no such column", "does not exist")
LOG = logging.getLogger(__name__)
P = ParamSpec("P")
R = TypeVar("R")

json_option = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")


class PlainCommand(click.Command):
    """A command whose wrong use is one line and exit status 1, as any other failure."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        """Read the arguments."""
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as error:
            raise click.ClickException(_one_line(error.format_message())) from None


class PlainGroup(click.Group):
    """A group of such commands."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """Find the command."""
        try:
            return super().resolve_command(ctx, args)
        except click.UsageError as error:
            raise click.ClickException(_one_line(error.format_message())) from None


def command(group: click.Group, name: str, **options: Any) -> Callable[[Callable[P, R]], click.Command]:
    """Add a command that never shows a stack trace: exit status 0, or 1 with one line on stderr."""

    def decorate(function: Callable[P, R]) -> click.Command:
        @group.command(name, cls=PlainCommand, **options)
        @with_appcontext
        @wraps(function)
        def run(*args: P.args, **kwargs: P.kwargs) -> R:
            try:
                return function(*args, **kwargs)
            except click.UsageError as error:
                raise click.ClickException(_one_line(error.format_message())) from None
            except (click.ClickException, click.exceptions.Exit):
                raise
            except Exception as error:
                LOG.debug("the command failed", exc_info=True)
                raise click.ClickException(_told(error)) from None

        return run

    return decorate


def told(problems: Sequence[Problem]) -> str:
    """Problems in one line, the first ones by name."""
    lines = [f"{p.place}: {p.explain(str)}" if p.place else p.explain(str) for p in problems[:MAX_TOLD]]
    more = len(problems) - MAX_TOLD
    return "; ".join(lines) + (f" (and {more} more)" if more > 0 else "")


def as_json_text(value: Any) -> str:
    """The answer as JSON that people can read, too."""
    return json.dumps(value, ensure_ascii=False, indent=2, default=str)


def answer(value: Any, text: str, *, as_json: bool) -> None:
    """Print the answer in the form asked for."""
    click.echo(as_json_text(value) if as_json else text)


def _told(error: Exception) -> str:
    if isinstance(error, ProblemsError):
        return told(error.problems)
    if isinstance(error, OSError) and error.filename:
        return f"{error.filename}: {error.strerror}"
    if isinstance(error, OperationalError | ProgrammingError) and any(
        words in str(error.orig) for words in NO_TABLES
    ):
        return "the database is not set up: run “flask init” first"
    words = _one_line(str(error))
    if isinstance(error, LookupError | ValueError | RuntimeError) and words:
        return words
    return f"{type(error).__name__}: {words}" if words else type(error).__name__


def _one_line(text: str) -> str:
    return " ".join(text.split())
