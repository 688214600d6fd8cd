"""Minuta as script/server starts it: gunicorn and a worker, each a process of its own."""

import os
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from app.settings import PROJECT_DIR
from tests.conftest import SECRET_KEY

START_SECONDS = 90
END_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Serving:
    """A running Minuta: where it answers, and its two processes."""

    address: str
    web: subprocess.Popen[bytes]
    worker: subprocess.Popen[bytes]


@contextmanager
def serving(folder: Path, *, smtp_url: str | None = None) -> Iterator[Serving]:
    """Serve the instance in that folder on a free port until the block ends."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        address = f"http://127.0.0.1:{door.getsockname()[1]}"
        environment = environment_of(folder, MINUTA_PUBLIC_URL=address, MINUTA_SMTP_URL=smtp_url or "")
        web = started(["-m", "gunicorn", "wsgi:app", "--bind", f"fd://{door.fileno()}"], environment, door)
        worker = started(["-m", "app.worker"], environment)
        try:
            wait_until(lambda: _answers(f"{address}/readyz"))
            yield Serving(address, web, worker)
        finally:
            for process in (web, worker):
                process.terminate()
            for process in (web, worker):
                process.wait(END_SECONDS)


def environment_of(folder: Path, **values: str) -> dict[str, str]:
    """The environment of a process that works on the instance in that folder."""
    ours = {
        "MINUTA_INSTANCE_DIR": str(folder),
        "MINUTA_SECRET_KEY": SECRET_KEY,
        "MINUTA_LOG_LEVEL": "WARNING",
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith("MINUTA_")}
    return {**others, **ours, **values}


def started(
    arguments: Sequence[str], environment: dict[str, str], door: socket.socket | None = None
) -> subprocess.Popen[bytes]:
    """A Python process in the project's folder."""
    doors = (door.fileno(),) if door else ()
    return subprocess.Popen([sys.executable, *arguments], cwd=PROJECT_DIR, env=environment, pass_fds=doors)


def wait_until(holds: Callable[[], object], seconds: float = START_SECONDS) -> None:
    """Wait until that is true. Raises TimeoutError."""
    deadline = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(f"not within {seconds} s")
        time.sleep(0.05)


def _answers(url: str) -> bool:
    try:
        with urllib.request.urlopen(url, timeout=5):
            return True
    except (urllib.error.URLError, OSError):
        return False
