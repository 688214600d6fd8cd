"""The child's side: take a function, run it within limits, give back what came of it.

A child is a fresh interpreter, never a fork and without the parent's main module, so that it
holds only what its functions import.
"""

import contextlib
import ctypes
import gc
import importlib
import math
import os
import pickle
import signal
import sys
import time
import traceback
from collections.abc import Callable
from multiprocessing.connection import Connection
from pathlib import Path

try:
    import resource
except ImportError:  # pragma: no cover - not a POSIX system
    resource = None  # type: ignore[assignment]  # the parent's clock remains

PR_SET_PDEATHSIG = 1
CPU_GRACE_SECONDS = 1
PROTOCOL = pickle.HIGHEST_PROTOCOL

READY = b"r"
VALUE = b"v"
ERROR = b"e"
STATE = b"s"
CRASH = b"c"
"""The first byte of an answer: warm, a value, an exception, an exception in parts, no more use."""


def main(descriptor: int) -> None:
    """Serve calls on that socket until the parent closes it."""
    connection = Connection(descriptor)
    parent, address_bytes, warm = connection.recv()
    die_with(parent)
    limit_memory(address_bytes)
    if warm:
        warm_up(warm)
    answer = READY
    with contextlib.suppress(EOFError, OSError):
        while answer[:1] != CRASH:
            connection.send_bytes(answer)
            if not gc.isenabled():
                # Its warm-up left collecting to the time when nobody waits.
                gc.collect()
            answer = run(connection.recv_bytes())
        connection.send_bytes(answer)


def run(request: bytes) -> bytes:
    """One call: its outcome as bytes, whatever happens in it."""
    try:
        function, arguments, keywords, seconds = pickle.loads(request)  # noqa: S301 - the parent wrote it
        limit_processor(seconds)
        return VALUE + _packed(function(*arguments, **keywords))
    except MemoryError:
        return CRASH + _packed("the memory limit was reached")
    except Exception as error:  # noqa: BLE001 - whatever it is, the caller gets it
        return _packed_error(error)
    except BaseException as error:  # noqa: BLE001 - a library's panic leaves it in an unknown state
        return CRASH + _packed(f"{type(error).__name__}: {error}")


def _packed(content: object) -> bytes:
    return pickle.dumps((content, resident_bytes()), PROTOCOL)


def _packed_error(error: Exception) -> bytes:
    """The exception itself; in parts if its constructor takes other arguments than it keeps."""
    error.add_note("".join(traceback.format_exception(error)))
    with contextlib.suppress(Exception):
        again = pickle.loads(pickle.dumps(error, PROTOCOL))  # noqa: S301 - written on this line
        if type(again) is type(error) and again.args == error.args:
            return ERROR + _packed(error)
    try:
        return STATE + _packed((type(error), error.args, error.__dict__))
    except Exception:  # noqa: BLE001 - it holds something that cannot travel
        return CRASH + _packed(f"{type(error).__name__}: {error}")


def die_with(parent: int) -> None:
    """Have the kernel end this process when the parent's ends, even in the middle of a call."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:
        sys.exit(1)


def limit_memory(address_bytes: int) -> None:
    """Refuse this process more addresses than that; macOS knows no such limit."""
    if resource is not None:
        with contextlib.suppress(ValueError, OSError):
            resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
            resource.setrlimit(resource.RLIMIT_AS, (address_bytes, address_bytes))


def limit_processor(seconds: float) -> None:
    """Let this process use so many more seconds of each processor, should its parent lose sight of it."""
    if resource is not None:
        allowed = time.process_time() + seconds * (os.cpu_count() or 1) + CPU_GRACE_SECONDS
        resource.setrlimit(resource.RLIMIT_CPU, (math.ceil(allowed), resource.RLIM_INFINITY))


def warm_up(name: str) -> None:
    """Run the pool's warm-up; what fails here fails again, and with its reason, in the first call."""
    try:
        module, _, function = name.partition(":")
        warm: Callable[[], object] = getattr(importlib.import_module(module), function)
        warm()
    except Exception:  # noqa: BLE001 - see above
        traceback.print_exc()


def resident_bytes() -> int:
    """Memory that this process holds now; 0 where the system does not say."""
    try:
        pages = Path("/proc/self/statm").read_bytes().split()[1]
    except OSError:  # pragma: no cover - no /proc
        return 0
    return int(pages) * os.sysconf("SC_PAGE_SIZE")
