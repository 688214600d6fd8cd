"""Send → the mail server's 250 with the pages drawn, against a bare SMTP transaction of the same bytes."""

import socket
import statistics
import time
from collections.abc import Iterator
from contextlib import contextmanager

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from app import pipeline
from app.delivery import smtp
from app.delivery.service import Courier
from app.instance import Instance
from benchmarks.demo import demo, new_brief, skus
from benchmarks.finding import Finding, at_most, show

ROUNDS = 20
LINES = 7
OVER_LIMIT_MS = 100


class Taker:
    """Takes every mail."""

    def __init__(self) -> None:
        self.latest = b""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        """Say 250."""
        content = envelope.content or b""
        self.latest = content if isinstance(content, bytes) else content.encode()
        return "250 OK"


def free_port() -> int:
    """A port of this machine's loopback that nobody listens on."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def measure(instance: Instance, port: int, rounds: int = ROUNDS) -> list[Finding]:
    """Medians by the clock; the two take turns. The instance's mail goes to that port."""
    with _server(port) as taker:
        courier = Courier(instance)
        times = [(_send(instance, courier), _bare(port, taker.latest)) for _ in range(rounds + 1)][1:]
    whole, bare = (statistics.median(column) for column in zip(*times, strict=True))
    return [
        Finding("Send → 250, pages drawn before", f"{whole:.0f} ms"),
        Finding("bare SMTP transaction, the same bytes", f"{bare:.0f} ms"),
        at_most("Send over the bare transaction", whole - bare, OVER_LIMIT_MS, " ms"),
    ]


@contextmanager
def _server(port: int) -> Iterator[Taker]:
    taker = Taker()
    controller = Controller(taker, hostname="127.0.0.1", port=port)
    controller.start()
    try:
        yield taker
    finally:
        controller.stop()


def _send(instance: Instance, courier: Courier) -> float:
    """Milliseconds from Send to 250, with the pages drawn before, as while typing."""
    brief = new_brief(skus(instance, LINES), language="en")
    number = pipeline.save_draft(instance, None, brief.model_dump(mode="json"), user_id=None)
    pipeline.preview(instance, number, brief, user_id=None)
    began = time.perf_counter()
    made = pipeline.create(instance, brief, user_id=None, send=True, number=number)
    courier.deliver_next(made.delivery_id)
    return (time.perf_counter() - began) * 1000


def _bare(port: int, message: bytes) -> float:
    """Milliseconds of an SMTP transaction by itself."""
    server = smtp.Server("127.0.0.1", port, tls=False)
    began = time.perf_counter()
    smtp.send(
        server, sender="a@example.com", recipient="b@example.com", message=message, before_data=lambda: None
    )
    return (time.perf_counter() - began) * 1000


if __name__ == "__main__":
    chosen = free_port()
    with demo(smtp_url=f"smtp://127.0.0.1:{chosen}") as opened:
        show(measure(opened, chosen))
