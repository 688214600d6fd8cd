"""Minuta as script/server starts it: gunicorn and a worker, each a process of its own."""

import os
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from pathlib import Path

from app.settings import PROJECT_DIR
from tests.conftest import SECRET_KEY

START_SECONDS = 90
END_SECONDS = 20


class Serving:
    """A running Minuta: where it answers, and its two processes."""

    def __init__(self, folder: Path, door: socket.socket, smtp_url: str | None) -> None:
        self.address = f"http://127.0.0.1:{door.getsockname()[1]}"
        self._door = door
        self._environment = environment_of(
            folder, MINUTA_PUBLIC_URL=self.address, MINUTA_SMTP_URL=smtp_url or ""
        )
        self._web = self._started_web()
        self._worker = started(["-m", "app.worker"], self._environment)

    def _started_web(self) -> subprocess.Popen[bytes]:
        bind = f"fd://{self._door.fileno()}"
        return started(
            ["-m", "gunicorn", "wsgi:app", "--bind", bind], unmeasured(self._environment), self._door
        )

    def wait(self) -> None:
        """Wait until it answers."""
        wait_until(lambda: _answers(f"{self.address}/readyz"))

    def kill_web(self) -> None:
        """kill -9 for gunicorn and its workers; whoever connects meanwhile waits at the door."""
        os.killpg(self._web.pid, signal.SIGKILL)
        self._web.wait()

    def start_web(self) -> None:
        """Start gunicorn again."""
        self._web = self._started_web()
        self.wait()

    def end(self) -> None:
        """Ask both processes to end, and wait until they have."""
        for process in (self._web, self._worker):
            process.terminate()
        for process in (self._web, self._worker):
            process.wait(END_SECONDS)


@contextmanager
def serving(folder: Path, *, smtp_url: str | None = None) -> Iterator[Serving]:
    """Serve the instance in that folder on a free port until the block ends."""
    with closing(socket.create_server(("127.0.0.1", 0))) as door:
        running = Serving(folder, door, smtp_url)
        try:
            running.wait()
            yield running
        finally:
            running.end()


def environment_of(folder: Path, **values: str) -> dict[str, str]:
    """The environment of a process that works on the instance in that folder."""
    ours = {
        "MINUTA_INSTANCE_DIR": str(folder),
        "MINUTA_SECRET_KEY": SECRET_KEY,
        "MINUTA_LOG_LEVEL": "WARNING",
    }
    others = {name: value for name, value in os.environ.items() if not name.startswith("MINUTA_")}
    return {**others, **ours, **values}


def unmeasured(environment: Mapping[str, str]) -> dict[str, str]:
    """The environment of a process that is killed: it would leave half a file of coverage behind."""
    return {name: value for name, value in environment.items() if not name.startswith("COVERAGE_PROCESS_")}


def started(
    arguments: Sequence[str], environment: dict[str, str], door: socket.socket | None = None
) -> subprocess.Popen[bytes]:
    """A Python process in the project's folder, in a group of its own."""
    doors = (door.fileno(),) if door else ()
    command = [sys.executable, *arguments]
    return subprocess.Popen(command, cwd=PROJECT_DIR, env=environment, pass_fds=doors, start_new_session=True)


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
