import ctypes
import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from app.problems import Problem, ProblemCode, ProblemsError
from app.sandbox import Sandbox, SandboxCrashError, SandboxTimeoutError
from app.sandbox.limits import MEBIBYTE, PoolLimits

STATE = {"warm": False, "calls": 0}


class Code(ProblemCode):
    WRONG = "wrong", "{what} is wrong"


class AwkwardError(Exception):
    def __init__(self, first: int, *, second: str) -> None:
        self.first, self.second = first, second
        super().__init__(f"{first} and {second}")


class UntransportableError(Exception):
    pass


class Panic(BaseException):
    pass


def warm() -> None:
    STATE["warm"] = True


def warm_badly() -> None:
    raise RuntimeError("cannot warm up")


def state() -> dict[str, int]:
    STATE["calls"] += 1
    return dict(STATE)


def add(first: int, second: int = 1) -> int:
    return first + second


def echo(content: bytes) -> bytes:
    return content


def pid() -> int:
    return os.getpid()


def sleep(seconds: float) -> None:
    time.sleep(seconds)


def sleep_in_c(seconds: int) -> None:
    ctypes.PyDLL(None).sleep(seconds)  # holds the interpreter's lock


def spin() -> None:
    while True:
        pass


def die() -> None:
    os._exit(7)


def fall() -> None:
    ctypes.string_at(0)


def grow(size: int) -> int:
    return len(bytearray(size))


def keep(size: int) -> None:
    STATE["kept"] = b"x" * size  # type: ignore[assignment]


def fail_awkwardly() -> None:
    raise AwkwardError(3, second="four")


def fail_with_problems() -> None:
    raise ProblemsError((Problem("line 1", Code.WRONG, {"what": "it"}),))


def fail_untransportably() -> None:
    raise UntransportableError(lambda: None)


def panic() -> None:
    raise Panic("the library gave up")


def chatter() -> str:
    os.write(1, b"this must not reach the protocol\n")
    return "said"


def modules() -> list[str]:
    return sorted(sys.modules)


def environment() -> dict[str, str]:
    return dict(os.environ)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox({"calculate": 1})
    yield box
    box.close()


def test_a_function_runs_in_another_process_and_gives_its_value_back(sandbox: Sandbox) -> None:
    assert sandbox.call(add, 2, second=3, seconds=5) == 5
    assert sandbox.call(pid, seconds=5) != os.getpid()


def test_the_child_stays_warm_between_calls(sandbox: Sandbox) -> None:
    assert [sandbox.call(state, seconds=5)["calls"] for _ in range(3)] == [1, 2, 3]


def test_megabytes_travel_both_ways(sandbox: Sandbox) -> None:
    content = os.urandom(5 * MEBIBYTE)
    assert sandbox.call(echo, content, seconds=10) == content


def test_the_warm_up_runs_before_the_first_call() -> None:
    box = Sandbox({"calculate": 1}, warm={"calculate": f"{__name__}:warm"})
    assert box.call(state, seconds=5)["warm"] is True
    box.close()


def test_a_warm_up_that_fails_leaves_the_child_usable() -> None:
    box = Sandbox({"calculate": 1}, warm={"calculate": f"{__name__}:warm_badly"})
    assert box.call(add, 1, seconds=5) == 2
    box.close()


def test_start_brings_up_every_child_ahead_of_the_first_call() -> None:
    box = Sandbox({"calculate": 2, "render": 1})
    box.start()
    box.start()
    with ThreadPoolExecutor(2) as threads:
        list(threads.map(lambda _: box.call(sleep, 0.2, seconds=5), range(2)))
    assert [len(pool._all) for pool in box._pools.values()] == [2, 1]
    box.close()


@pytest.mark.parametrize("function", [sleep, sleep_in_c], ids=["python", "native code"])
def test_a_call_that_takes_too_long_is_ended_and_its_child_replaced(
    sandbox: Sandbox, function: object
) -> None:
    before = sandbox.call(pid, seconds=5)
    started = time.monotonic()
    with pytest.raises(SandboxTimeoutError, match="sleep"):
        sandbox.call(function, 30, seconds=0.3)  # type: ignore[arg-type]
    assert time.monotonic() - started < 5
    assert sandbox.call(pid, seconds=5) != before
    assert not Path(f"/proc/{before}").exists()


@pytest.mark.parametrize(("function", "status"), [(die, "7"), (fall, str(-signal.SIGSEGV))])
def test_a_child_that_crashes_is_replaced(sandbox: Sandbox, function: object, status: str) -> None:
    with pytest.raises(SandboxCrashError, match=f"status {status}"):
        sandbox.call(function, seconds=5)  # type: ignore[arg-type]
    assert sandbox.call(add, 1, seconds=5) == 2


def test_others_go_on_while_one_child_is_replaced() -> None:
    box = Sandbox({"calculate": 2})
    box.start()
    with ThreadPoolExecutor(2) as threads:
        slow = threads.submit(box.call, sleep, 30, seconds=0.5)
        values = [box.call(add, number, seconds=5) for number in range(20)]
        assert values == list(range(1, 21))
        with pytest.raises(SandboxTimeoutError):
            slow.result()
    box.close()


def test_a_child_that_died_idle_is_replaced_before_the_next_call(sandbox: Sandbox) -> None:
    before = sandbox.call(pid, seconds=5)
    os.kill(before, signal.SIGKILL)
    time.sleep(0.1)
    assert sandbox.call(add, 1, seconds=5) == 2


def test_memory_beyond_the_limit_is_a_crash_and_not_an_answer() -> None:
    box = Sandbox(limits={"small": PoolLimits(address_bytes=400 * MEBIBYTE)})
    with pytest.raises(SandboxCrashError, match="memory"):
        box.call(grow, 500 * MEBIBYTE, pool="small", seconds=10)
    assert box.call(grow, MEBIBYTE, pool="small", seconds=10) == MEBIBYTE
    box.close()


def test_a_child_that_has_grown_is_replaced_after_its_call() -> None:
    box = Sandbox(limits={"small": PoolLimits(recycle_bytes=80 * MEBIBYTE)})
    first = box.call(pid, pool="small", seconds=5)
    assert box.call(pid, pool="small", seconds=5) == first
    box.call(keep, 100 * MEBIBYTE, pool="small", seconds=5)
    assert box.call(pid, pool="small", seconds=5) != first
    box.close()


def test_an_exception_comes_back_as_itself_with_the_child_s_traceback(sandbox: Sandbox) -> None:
    with pytest.raises(AwkwardError, match="3 and four") as caught:
        sandbox.call(fail_awkwardly, seconds=5)
    assert (caught.value.first, caught.value.second) == (3, "four")
    assert "fail_awkwardly" in caught.value.__notes__[0]


def test_problems_come_back_whole(sandbox: Sandbox) -> None:
    with pytest.raises(ProblemsError) as caught:
        sandbox.call(fail_with_problems, seconds=5)
    assert caught.value.problems == (Problem("line 1", Code.WRONG, {"what": "it"}),)


def test_a_built_in_exception_comes_back_as_itself_and_keeps_the_child(sandbox: Sandbox) -> None:
    before = sandbox.call(pid, seconds=5)
    with pytest.raises(UnicodeDecodeError, match="0xff"):
        sandbox.call(bytes.decode, b"\xff", seconds=5)
    assert sandbox.call(pid, seconds=5) == before


@pytest.mark.parametrize(
    ("function", "text"),
    [(fail_untransportably, "UntransportableError"), (panic, "Panic: the library gave up")],
)
def test_what_cannot_travel_and_a_panic_are_crashes(sandbox: Sandbox, function: object, text: str) -> None:
    with pytest.raises(SandboxCrashError, match=text):
        sandbox.call(function, seconds=5)  # type: ignore[arg-type]
    assert sandbox.call(add, 1, seconds=5) == 2


def test_an_argument_that_cannot_travel_harms_nobody(sandbox: Sandbox) -> None:
    before = sandbox.call(pid, seconds=5)
    with pytest.raises(Exception, match="pickle"):
        sandbox.call(echo, lambda: None, seconds=5)
    assert sandbox.call(pid, seconds=5) == before


def test_what_a_function_prints_does_not_disturb_the_answers(sandbox: Sandbox) -> None:
    assert sandbox.call(chatter, seconds=5) == "said"
    assert sandbox.call(add, 1, seconds=5) == 2


def test_children_hold_neither_flask_nor_the_parent_s_settings(
    sandbox: Sandbox, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MINUTA_SECRET_KEY", "secret")
    seen = sandbox.call(environment, seconds=5)
    assert not [name for name in seen if name.startswith("MINUTA_")]
    assert not {"flask", "sqlalchemy", "weasyprint"} & set(sandbox.call(modules, seconds=5))


def test_many_threads_share_few_children() -> None:
    box = Sandbox({"calculate": 2})
    with ThreadPoolExecutor(16) as threads:
        assert list(threads.map(lambda n: box.call(add, n, seconds=5), range(200))) == list(range(1, 201))
    box.close()


def test_a_child_outlives_the_thread_that_first_called_it(sandbox: Sandbox) -> None:
    seen: list[int] = []
    thread = threading.Thread(target=lambda: seen.append(sandbox.call(pid, seconds=5)))
    thread.start()
    thread.join()
    time.sleep(0.2)
    assert sandbox.call(pid, seconds=5) == seen[0]


def test_closing_ends_children_and_calls_under_way() -> None:
    box = Sandbox({"calculate": 2})
    children = [box.call(pid, seconds=5)]
    with ThreadPoolExecutor(1) as threads:
        under_way = threads.submit(box.call, sleep, 30, seconds=60)
        time.sleep(0.3)
        box.close()
        with pytest.raises(SandboxCrashError):
            under_way.result(timeout=5)
    assert not any(Path(f"/proc/{child}").exists() for child in children)
    with pytest.raises(SandboxCrashError, match="closed"):
        box.call(add, 1, seconds=5)


PARENT = """
import sys, threading
from app.sandbox import Sandbox
from tests.test_sandbox import pid, spin
box = Sandbox({"calculate": 2})
print(box.call(pid, seconds=5), flush=True)
threading.Thread(target=box.call, args=(spin,), kwargs={"seconds": 60}, daemon=True).start()
print(box.call(pid, seconds=5), flush=True)
sys.stdin.read()
"""


@pytest.mark.parametrize("how", [signal.SIGKILL, signal.SIGTERM])
def test_children_die_with_their_parent_even_in_the_middle_of_a_call(how: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", PARENT], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as parent:
        assert parent.stdout is not None
        children = [int(parent.stdout.readline()) for _ in range(2)]
        parent.send_signal(how)
        parent.wait(5)
    deadline = time.monotonic() + 5
    while any(_lives(child) for child in children) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not [child for child in children if _lives(child)]


@pytest.mark.filterwarnings("ignore:This process:DeprecationWarning")  # Python 3.12 and later
def test_a_forked_process_gets_children_of_its_own(sandbox: Sandbox) -> None:
    before = sandbox.call(pid, seconds=5)
    reader, writer = os.pipe()
    forked = os.fork()
    if not forked:
        os.write(writer, str(sandbox.call(pid, seconds=5)).encode())
        os._exit(0)
    os.waitpid(forked, 0)
    os.close(writer)
    assert int(os.read(reader, 20)) != before
    os.close(reader)
    assert sandbox.call(pid, seconds=5) == before


def _lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().split()[2] != "Z"
    except FileNotFoundError:
        return False
