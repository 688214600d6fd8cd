"""Kill any process at any time: no proposal is lost, no mail comes twice but in the DATA window."""

import json
import os
import socket
import subprocess
import sys
import time
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from sqlmodel import col, select

from app.delivery.models import Delivery
from app.instance import Instance
from app.proposals.models import Proposal, Revision
from app.settings import PROJECT_DIR
from tests.builders.serving import unmeasured

KILLS = 50
SEED = 20261122
START_SECONDS = 30


@pytest.fixture
def mail_server(tmp_path: Path) -> Iterator[tuple[str, Path]]:
    """Its URL, and the file in which it writes down what came."""
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    log = tmp_path / "received.jsonl"
    log.touch()
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.faults.mail_server", str(port), str(log)],
        cwd=PROJECT_DIR,
        env=unmeasured(os.environ),
    )
    try:
        wait_for(port)
        yield f"smtp://127.0.0.1:{port}", log
    finally:
        process.kill()
        process.wait()


def wait_for(port: int) -> None:
    deadline = time.monotonic() + START_SECONDS
    while time.monotonic() < deadline:
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise TimeoutError("the mail server does not start")


@pytest.mark.slow
def test_fifty_kills_lose_nothing_and_double_nothing(
    stocked: Instance, mail_server: tuple[str, Path]
) -> None:
    url, log = mail_server
    folder = stocked.settings.instance_dir
    subprocess.run(
        [sys.executable, "-m", "tests.faults.killing", str(folder), url, str(KILLS), str(SEED)],
        cwd=PROJECT_DIR,
        env=unmeasured(os.environ),
        check=True,
        timeout=240,
    )
    answered = (folder / "answers.txt").read_text("utf-8").split()
    received: dict[str, list[str]] = defaultdict(list)
    for line in log.read_text("utf-8").splitlines():
        entry = json.loads(line)
        received[entry["message_id"]].append(entry["digest"])
    with stocked.database.session() as session:
        deliveries = session.exec(select(Delivery)).all()
        status = dict(session.exec(select(Proposal.number, Proposal.status)).all())
        sent = session.exec(select(Revision.id).where(col(Revision.sent_at).is_not(None))).all()

    assert len(answered) == len(set(answered)) >= 10, "the test must have had something to lose"
    assert {status.get(number) for number in answered} == {"sent"}, "a proposal that was answered for is lost"
    assert sorted(delivery.revision_id for delivery in deliveries) == sorted(sent)
    assert {delivery.state for delivery in deliveries} == {"sent"}
    assert set(received) == {delivery.message_id for delivery in deliveries}
    for delivery in deliveries:
        copies = received[delivery.message_id]
        assert len(set(copies)) == 1, "the same message must have the same bytes"
        assert len(copies) == 1 or delivery.doubtful, "a mail came twice outside of the DATA window"
