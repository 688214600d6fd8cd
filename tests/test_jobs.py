"""The queue: it wakes the worker, sweeps without being woken, and stops when told to."""

import threading
import time
from pathlib import Path

import pytest

from app.jobs import Jobs, open_jobs

PATIENCE_SECONDS = 10.0


def run_until(jobs: Jobs, calls: int, *, sweep_seconds: float, wake: bool) -> float:
    """Run in this thread until `work` was called so often; how long it took."""
    seen = []

    def work() -> None:
        seen.append(time.monotonic())
        if len(seen) >= calls:
            jobs.stop()

    def wake_up() -> None:
        time.sleep(0.3)
        jobs.wake()

    began = time.monotonic()
    if wake:
        threading.Thread(target=wake_up, daemon=True).start()
    patience = threading.Timer(PATIENCE_SECONDS, jobs.stop)
    patience.start()
    jobs.run(work, threads=1, sweep_seconds=sweep_seconds)
    patience.cancel()
    return time.monotonic() - began


def test_a_worker_looks_by_itself(tmp_path: Path) -> None:
    assert run_until(open_jobs(None, tmp_path), 3, sweep_seconds=0.05, wake=False) < PATIENCE_SECONDS


def test_a_woken_worker_works_at_once(tmp_path: Path) -> None:
    assert run_until(open_jobs(None, tmp_path), 2, sweep_seconds=4, wake=True) < 6


def test_waking_does_not_fail_when_the_queue_does(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    jobs = open_jobs("redis://127.0.0.1:1/0", tmp_path)
    jobs.wake()
    assert "could not be woken" in caplog.text


def test_waking_outside_of_a_worker_runs_nothing_here(tmp_path: Path) -> None:
    open_jobs(None, tmp_path / "new").wake()
    assert (tmp_path / "new" / "queue.sqlite3").exists()
