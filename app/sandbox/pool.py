"""Pools of warm children, shared by the threads of one process."""

import os
import threading
import weakref
from collections import deque
from collections.abc import Callable, Mapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any, TypeVar

from app.sandbox.child import Call, Child, SandboxCrashError, SandboxTimeoutError
from app.sandbox.limits import DEFAULT_PROCESSES, PoolLimits

MAX_QUEUE_SECONDS = 60.0

R = TypeVar("R")


class Sandbox:
    """Runs module-level functions in child processes that may be ended at any moment.

    Children start when first needed (or by `start`), each pool has its own. Safe to call from any
    thread; after a fork the new process gets children of its own.
    """

    def __init__(
        self,
        processes: Mapping[str, int] = DEFAULT_PROCESSES,
        *,
        warm: Mapping[str, str] | None = None,
        limits: Mapping[str, PoolLimits] | None = None,
    ) -> None:
        """`warm` names a pool's warm-up as `package.module:function`; `limits` replaces whole pools."""
        hooks = warm or {}
        self._limits = {
            pool: PoolLimits(processes=count, warm=hooks.get(pool)) for pool, count in processes.items()
        } | dict(limits or {})
        self._begin()

    def call(
        self,
        function: Callable[..., R],
        *arguments: object,
        pool: str = "calculate",
        seconds: float,
        **keywords: object,
    ) -> R:
        """What the function returns; what it raises is raised here.

        `seconds` is its time by the clock; waiting for a free child does not count. Raises
        SandboxTimeoutError and SandboxCrashError, after which the child has been replaced.
        """
        result: R = self._pool(pool).run(Call(function, arguments, keywords, seconds))
        return result

    def start(self, *pools: str) -> None:
        """Start the children of these pools now (of all, if none is named), without waiting for them."""
        for pool in pools or self._limits:
            self._pool(pool).fill()

    def close(self) -> None:
        """End every child; calls under way fail with SandboxCrashError."""
        self._finalizer()

    def _begin(self) -> None:
        self._owner = os.getpid()
        pools = {name: _Pool(limits) for name, limits in self._limits.items()}
        self._pools = pools
        self._finalizer = weakref.finalize(self, _close_all, self._owner, tuple(pools.values()))

    def _pool(self, name: str) -> "_Pool":
        if os.getpid() != self._owner:
            self._finalizer.detach()
            self._begin()
        return self._pools[name]


class _Pool:
    """So many children, each with one caller at a time; the one used last is used next."""

    def __init__(self, limits: PoolLimits) -> None:
        self._limits = limits
        self._free = threading.BoundedSemaphore(limits.processes)
        self._lock = threading.Lock()
        self._idle: deque[Child] = deque()
        self._all: set[Child] = set()
        self._closed = False
        # The kernel ends a child with the thread that started it, so one thread starts them all.
        self._starter = ThreadPoolExecutor(max_workers=1, thread_name_prefix="sandbox")

    def run(self, call: Call) -> Any:
        """Run the call in a healthy child."""
        if not self._free.acquire(timeout=MAX_QUEUE_SECONDS):
            raise SandboxTimeoutError(f"no free process for {MAX_QUEUE_SECONDS} s")
        try:
            child = self._take()
            try:
                result = child.run(call)
            except Exception as error:
                self._give_back(child, spoilt=isinstance(error, SandboxTimeoutError | SandboxCrashError))
                raise
            except BaseException:
                # The caller was interrupted in the middle; the child's answer is nobody's now.
                self._give_back(child, spoilt=True)
                raise
            self._give_back(child, spoilt=False)
            return result
        finally:
            self._free.release()

    def fill(self) -> None:
        """Start the children that are missing."""
        children = []
        while self._free.acquire(blocking=False):
            children.append(self._take())
        for child in children:
            self._give_back(child, spoilt=False)
            self._free.release()

    def close(self) -> None:
        """End every child and start no more."""
        with self._lock:
            self._closed = True
            children = tuple(self._all)
            idle = set(self._idle)
            self._idle.clear()
            self._all.clear()
        for child in children:
            child.dismiss() if child in idle else child.end()
        self._starter.shutdown(wait=False)

    def _take(self) -> Child:
        while True:
            with self._lock:
                child = self._idle.pop() if self._idle else None
            if child is None:
                return self._start()
            if child.healthy:
                return child
            with self._lock:
                self._all.discard(child)
            child.end()

    def _give_back(self, child: Child, *, spoilt: bool) -> None:
        if spoilt or child.outgrown:
            with self._lock:
                self._all.discard(child)
            child.end()
            if self._closed:
                return
            child = self._start()
        with self._lock:
            if not self._closed:
                self._idle.append(child)

    def _start(self) -> Child:
        if self._closed:
            raise SandboxCrashError("the sandbox is closed")
        child = self._starter.submit(Child, self._limits).result()
        with self._lock:
            self._all.add(child)
        return child


def _close_all(owner: int, pools: tuple[_Pool, ...]) -> None:
    """Close the pools, unless this process only inherited them by a fork."""
    if os.getpid() == owner:
        for pool in pools:
            pool.close()
