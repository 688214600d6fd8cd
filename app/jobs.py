"""The queue: it wakes a worker at once. What there is to do stands in the database."""

import logging
import signal
import threading
from collections.abc import Callable
from pathlib import Path
from types import FrameType

from huey import RedisHuey, SqliteHuey  # type: ignore[import-untyped]  # Huey has no types
from huey.api import Huey  # type: ignore[import-untyped]  # Huey has no types
from huey.exceptions import HueyException  # type: ignore[import-untyped]  # Huey has no types
from redis.exceptions import RedisError

QUEUE_NAME = "minuta"
INITIAL_DELAY_SECONDS = 0.05
MAX_DELAY_SECONDS = 0.25
SWEEP_SECONDS = 3.0
STOPPING = (signal.SIGTERM, signal.SIGINT)
LOG = logging.getLogger(__name__)


class Jobs:
    """One queue that several processes share: doors wake it, the worker runs it."""

    def __init__(self, huey: Huey) -> None:
        self._huey = huey
        self._work: Callable[[], object] | None = None
        self._stop = threading.Event()
        self._task = huey.task(name="work")(self._run_once)

    def wake(self) -> None:
        """Tell the worker that there is something to do.

        A queue that fails is no reason to fail here: the worker looks by itself every few seconds.
        """
        try:
            self._task()
        except (HueyException, RedisError, OSError, ValueError) as error:
            LOG.warning("the queue could not be woken: %s", error)

    def run(
        self, work: Callable[[], object], *, threads: int = 2, sweep_seconds: float = SWEEP_SECONDS
    ) -> None:
        """Work whenever woken and every few seconds, until SIGTERM or SIGINT; then finish what is begun.

        `work` is called from several threads at once and must not raise.
        """
        self._work = work
        consumer = self._huey.create_consumer(
            workers=threads,
            periodic=False,
            initial_delay=INITIAL_DELAY_SECONDS,
            max_delay=MAX_DELAY_SECONDS,
        )
        before = {number: signal.getsignal(number) for number in STOPPING}
        consumer.start()
        for number in STOPPING:
            signal.signal(number, self._on_signal)
        while not self._stop.is_set():
            work()
            self._stop.wait(sweep_seconds)
        consumer.stop(graceful=True)
        for number, handler in before.items():
            signal.signal(number, handler)

    def stop(self) -> None:
        """Let `run` return once what is begun is finished."""
        self._stop.set()

    def _run_once(self) -> None:
        if self._work is not None:
            self._work()

    def _on_signal(self, _number: int, _frame: FrameType | None) -> None:
        self.stop()


def open_jobs(redis_url: str | None, folder: Path) -> Jobs:
    """The queue that the settings name: Redis, or a file of the instance."""
    if redis_url:
        return Jobs(RedisHuey(QUEUE_NAME, url=redis_url, results=False))
    folder.mkdir(parents=True, exist_ok=True)
    return Jobs(SqliteHuey(QUEUE_NAME, filename=str(folder / "queue.sqlite3"), results=False))
