"""Creates and delivers in processes that are killed at random moments.

`python -m tests.faults.killing FOLDER SMTP_URL KILLS SEED`. This process loads everything once and
forks; the children open the instance anew, as processes of their own do.
"""

import logging
import os
import random
import signal
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any, NoReturn

from app import pipeline, worker
from app.database import now
from app.delivery.service import Courier
from app.instance import Instance, open_instance
from app.pipeline.sending import PAGES_GRACE
from app.rendering.rendered import Rendered
from app.schema import is_current
from tests.builders.briefs import make_brief
from tests.conftest import make_settings

LEASE = timedelta(seconds=1)
SWEEP_SECONDS = 0.2
SHORTEST, LONGEST = 0.03, 0.4
"""Seconds between two kills; longer where one creation takes longer, or nothing would ever be made."""
PDF = b"%PDF-1.7\n" + b"pages " * 2000


class InlineSandbox:
    """Runs what the sandbox would run in this process; pages are always the same four."""

    def call(
        self, function: Callable[..., Any], *arguments: Any, pool: str = "", seconds: float, **named: Any
    ) -> Any:
        if pool == "render":
            return Rendered(pdf=PDF, density="normal", grouped=False)
        return function(*arguments, **named)

    def close(self) -> None:
        """Nothing to end."""


def opened(folder: Path, smtp_url: str) -> Instance:
    instance = open_instance(make_settings(folder, smtp_url=smtp_url, log_level="CRITICAL"))
    return replace(instance, sandbox=InlineSandbox())  # type: ignore[arg-type]  # a stand-in


def work(folder: Path, smtp_url: str) -> None:
    worker.run(opened(folder, smtp_url), lease=LEASE, sweep_seconds=SWEEP_SECONDS)


def make(folder: Path, smtp_url: str) -> None:
    """Create and send without end; a number is written down once the answer is there."""
    instance = opened(folder, smtp_url)
    answers = os.open(folder / "answers.txt", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    while True:
        name = f"Меблі {os.getpid()}-{time.monotonic_ns()}"
        made = pipeline.create(instance, make_brief(company={"name": name}), user_id=1, send=True)
        os.write(answers, f"{made.number}\n".encode())


def started(run: Callable[[Path, str], None], folder: Path, smtp_url: str) -> int:
    pid = os.fork()
    if not pid:
        end(run, folder, smtp_url)
    return pid


def end(run: Callable[[Path, str], None], folder: Path, smtp_url: str) -> NoReturn:
    try:
        run(folder, smtp_url)
    finally:
        os._exit(1)


def killed(pid: int) -> None:
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)


def kill_at_random(folder: Path, smtp_url: str, *, kills: int, seed: int, longest: float) -> None:
    """Half of the kills meet a worker, half a process that creates; the other goes on."""
    chance = random.Random(seed)
    running = {run: started(run, folder, smtp_url) for run in (work, make)}
    for _ in range(kills):
        time.sleep(chance.uniform(SHORTEST, longest))
        victim = chance.choice((work, make))
        killed(running[victim])
        running[victim] = started(victim, folder, smtp_url)
    for pid in running.values():
        killed(pid)


def finish(folder: Path, smtp_url: str) -> None:
    """Deliver what is left, as the next worker would: leases and waits for pages have run out by then."""
    later = 2 * PAGES_GRACE + LEASE
    courier = Courier(opened(folder, smtp_url), lease=later, clock=lambda: now() + later)
    while courier.work():
        pass


if __name__ == "__main__":
    logging.disable(logging.CRITICAL)
    where, url = Path(sys.argv[1]), sys.argv[2]
    first = opened(where, url)
    if not is_current(first.database):
        raise SystemExit("the database is not up to date")
    pipeline.evaluate(first, make_brief(), role="manager")  # loads the engines once, for all children
    began = time.monotonic()
    pipeline.create(first, make_brief(company={"name": "Перша"}), user_id=1, send=True)
    longest = max(LONGEST, 3 * (time.monotonic() - began))
    first.database.dispose()
    kill_at_random(where, url, kills=int(sys.argv[3]), seed=int(sys.argv[4]), longest=longest)
    finish(where, url)
