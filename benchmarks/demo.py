"""An instance with both sample companies and their history, and briefs that nobody has seen yet."""

import itertools
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from decimal import Decimal
from tempfile import TemporaryDirectory
from typing import Any, TypeVar

from app.catalog.published import published_catalogue
from app.cli.demo import load_demo
from app.instance import Instance, open_instance
from app.proposals.brief import Brief
from app.proposals.reading import read_brief
from app.schema import upgrade
from app.settings import load_settings

R = TypeVar("R")
CATALOGUE = "compressors"
FIRST_HOURS = 2000
MOST_HOURS = 6000

_serial = itertools.count()


class Inline:
    """Stands in for the sandbox: calls the function here and now."""

    def call(self, function: Callable[..., R], *arguments: Any, **options: Any) -> R:
        """The function's result."""
        keywords = {name: value for name, value in options.items() if name not in {"pool", "seconds"}}
        return function(*arguments, **keywords)

    def start(self, *pools: str) -> None:
        """There is nothing to start."""

    def close(self) -> None:
        """There is nothing to close."""


@contextmanager
def demo(**settings: str) -> Iterator[Instance]:
    """The instance, with a year of history, in a folder that goes away; settings by their names."""
    with TemporaryDirectory(prefix="minuta-bench-") as folder:
        variables = {f"MINUTA_{name.upper()}": value for name, value in settings.items()}
        opened = open_instance(
            load_settings({"MINUTA_INSTANCE_DIR": folder, "MINUTA_LOG_LEVEL": "WARNING", **variables})
        )
        upgrade(opened.database)
        load_demo(opened, say=lambda _: None)
        try:
            yield opened
        finally:
            opened.close()


def inlined(instance: Instance) -> Instance:
    """The same instance without child processes: all processor time is this process's."""
    return replace(instance, sandbox=Inline())  # type: ignore[arg-type]  # it answers the same calls


def skus(instance: Instance, count: int, key: str = CATALOGUE) -> list[tuple[str, Decimal]]:
    """So many lines of the catalogue's items, again from the first where there are not as many."""
    with instance.database.session() as session:
        items = list(published_catalogue(session, key).items.values())
    return [
        (item.sku, item.minimum_quantity)
        for item, _ in zip(itertools.cycle(items), range(count), strict=False)
    ]


def new_brief(lines: list[tuple[str, Decimal]], *, language: str = "uk") -> Brief:
    """A brief that nobody has seen yet: a company, an answer and a quantity of its own."""
    serial = next(_serial)
    rows = [{"sku": sku, "quantity": str(quantity)} for sku, quantity in lines]
    rows[0]["quantity"] = str(lines[0][1] + serial % 90)
    content: Mapping[str, object] = {
        "company": {"name": f"ТОВ «Вимір {serial}»"},
        "contact": {"name": "Олена Бойко", "role": "cfo", "email": "boiko@example.com"},
        "catalog": CATALOGUE,
        "language": language,
        "answers": {"hours_per_year": str(FIRST_HOURS + serial % MOST_HOURS)},
        "lines": rows,
    }
    return read_brief(content)
