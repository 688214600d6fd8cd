"""One warm child process as its parent sees it."""

import contextlib
import os
import pickle
import socket
import subprocess
import sys
from collections.abc import Callable, Mapping
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, NamedTuple

from app.sandbox import worker
from app.sandbox.limits import PoolLimits

PROGRAM = "from app.sandbox.worker import main; main({descriptor})"
OWN_SETTINGS = "MINUTA_"
START_SECONDS = 60
END_SECONDS = 1
STDERR = 2


class SandboxTimeoutError(Exception):
    """A call that took longer than it may, or found no free child; its child was ended."""


class SandboxCrashError(Exception):
    """A child that ended during a call, ran out of memory or panicked."""


class Call(NamedTuple):
    """What a child is asked to do."""

    function: Callable[..., Any]
    arguments: tuple[object, ...]
    keywords: Mapping[str, object]
    seconds: float


class Child:
    """A process that runs one function at a time. Not thread-safe: whoever holds it, calls it."""

    def __init__(self, limits: PoolLimits) -> None:
        ours, theirs = socket.socketpair()
        self.limits = limits
        self.resident_bytes = 0
        self._ready = False
        with theirs:
            # Unless the parent lets go of the child's end, it never sees that the child has ended.
            self.process = subprocess.Popen(  # noqa: S603 - our own program
                [sys.executable, "-P", "-c", PROGRAM.format(descriptor=theirs.fileno())],
                pass_fds=(theirs.fileno(),),
                stdin=subprocess.DEVNULL,
                stdout=STDERR,
                env=_environment(),
                start_new_session=True,
            )
        self.connection = Connection(ours.detach())
        self.connection.send((os.getpid(), limits.address_bytes, limits.warm))

    @property
    def healthy(self) -> bool:
        """Whether the child is there and silent, as an idle one must be."""
        return self.process.poll() is None and not (self._ready and self.connection.poll())

    @property
    def outgrown(self) -> bool:
        """Whether it holds so much memory that a fresh one is better."""
        return self.resident_bytes > self.limits.recycle_bytes

    def run(self, call: Call) -> Any:
        """The function's result, or its exception.

        Raises SandboxTimeoutError or SandboxCrashError; the child is of no more use after these.
        """
        request = pickle.dumps(tuple(call), worker.PROTOCOL)
        name = getattr(call.function, "__qualname__", str(call.function))
        try:
            if not self._ready:
                self._receive(START_SECONDS, "start")
                self._ready = True
            self.connection.send_bytes(request)
            answer = self._receive(call.seconds, name)
        except (EOFError, OSError) as error:
            raise SandboxCrashError(f"{name}: the process ended, {self._status()}") from error
        content, self.resident_bytes = pickle.loads(answer[1:])  # noqa: S301 - our own child wrote it
        return _opened(answer[:1], content, name)

    def end(self) -> None:
        """End the process at once."""
        self.process.kill()
        self.process.wait()
        self.connection.close()

    def dismiss(self) -> None:
        """Let an idle process end by itself, or end it if it does not."""
        if self._ready:
            self.connection.close()
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(END_SECONDS)
        self.end()

    def _receive(self, seconds: float, name: str) -> bytes:
        if not self.connection.poll(seconds):
            raise SandboxTimeoutError(f"{name}: longer than {seconds} s")
        return self.connection.recv_bytes()

    def _status(self) -> str:
        try:
            return f"status {self.process.wait(END_SECONDS)}"
        except subprocess.TimeoutExpired:  # pragma: no cover - it closed its socket and lives on
            return "without a status"


def _opened(outcome: bytes, content: Any, name: str) -> Any:
    if outcome == worker.VALUE:
        return content
    if outcome == worker.ERROR:
        raise content
    if outcome == worker.STATE:
        kind, arguments, state = content
        error = kind.__new__(kind, *arguments)
        error.__dict__.update(state)
        raise error
    raise SandboxCrashError(f"{name}: {content}")


def _environment() -> dict[str, str]:
    """The parent's environment without Minuta's settings: a workbook has no use for a secret key."""
    path = os.pathsep.join(str(Path(folder).absolute()) for folder in sys.path)
    kept = {name: value for name, value in os.environ.items() if not name.startswith(OWN_SETTINGS)}
    return kept | {"PYTHONPATH": path, "MALLOC_ARENA_MAX": "2", "RUST_BACKTRACE": "0"}
