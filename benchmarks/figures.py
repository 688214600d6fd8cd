"""Live figures after a keystroke: a new form each time, through the whole application.

Processor time of the server and of what its calculating child does, here in one process.
"""

import itertools
import statistics
import time

from flask import Flask
from werkzeug.datastructures import MultiDict

from app.accounts.service import NewUser, create_user
from app.factory import create_app
from app.instance import EXTENSION, Instance
from app.roles import Role
from benchmarks.demo import CATALOGUE, demo, inlined, skus
from benchmarks.finding import Finding, at_most, show
from tests.builders.web import Visitor

KEYSTROKES = 40
WARM_KEYSTROKES = 5
LIMIT_MS = 60
SIZES = (1, 7, 30)
PERCENT_95 = 19
"""Which of the nineteen cuts into twenty parts."""
PASSWORD = "a long passphrase for measuring"

_visitors = itertools.count()


def measure(instance: Instance, keystrokes: int = KEYSTROKES) -> list[Finding]:
    """Median and 95th percentile for each number of lines."""
    visitor = visitor_of(inlined(instance))
    serial = itertools.count(1)
    found = []
    for size in SIZES:
        lines = skus(instance, size)
        times = [_keystroke(visitor, lines, next(serial)) for _ in range(keystrokes + WARM_KEYSTROKES)]
        times = times[WARM_KEYSTROKES:]
        name = f"figures after a keystroke, {size} lines"
        found.append(at_most(f"{name}, median", statistics.median(times), LIMIT_MS, " ms"))
        high = statistics.quantiles(times, n=PERCENT_95 + 1)[-1]
        found.append(at_most(f"{name}, 95th percentile", high, LIMIT_MS, " ms"))
    return found


def application(instance: Instance) -> Flask:
    """The web application of an instance that is open already."""
    app = create_app(instance.settings)
    app.extensions[EXTENSION].close()
    app.extensions[EXTENSION] = instance
    return app


def visitor_of(instance: Instance) -> Visitor:
    """A manager who has the call screen open."""
    number = next(_visitors)
    new = NewUser(
        email=f"bench{number}@example.com", name="Марко Вимір", password=PASSWORD, role=Role.MANAGER
    )
    create_user(instance.database, new)
    visitor = Visitor(application(instance))
    visitor.sign_in(new.email, PASSWORD)
    visitor.get("/")
    return visitor


def _keystroke(visitor: Visitor, lines: list[tuple[str, object]], serial: int) -> float:
    form = MultiDict(
        {
            "csrf_token": visitor.token,
            "company.name": f"ТОВ «Вимір {serial}»",
            "contact.name": "Олена Бойко",
            "contact.email": "boiko@example.com",
            "catalog": CATALOGUE,
            "language": "uk",
            "answers.hours_per_year": str(2000 + serial),
        }
    )
    for row, (sku, quantity) in enumerate(lines, start=1):
        form.add("line.row", str(row))
        form.add("line.sku", sku)
        form.add("line.quantity", str(quantity + serial if row == 1 else quantity))
        form.add("line.discount_percent", "")
    began = time.process_time()
    answer = visitor.client.post("/call/figures", data=form)
    milliseconds = (time.process_time() - began) * 1000
    if answer.status_code != 200:  # noqa: PLR2004
        raise RuntimeError(f"{answer.status}: {answer.text[:200]}")
    return milliseconds


if __name__ == "__main__":
    with demo() as opened:
        show(measure(opened))
