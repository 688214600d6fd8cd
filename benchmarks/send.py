"""Send → the mail server's 250 with the pages ready, against a bare SMTP transaction of the same bytes.

`python -m benchmarks.send`: prints both medians and their difference.
"""

import shutil
import statistics
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from app import pipeline
from app.catalog.service import import_workbook
from app.delivery import smtp
from app.delivery.service import Courier
from app.instance import Instance, open_instance
from app.proposals.reading import read_brief
from app.schema import upgrade
from app.settings import PROJECT_DIR, load_settings

ROUNDS = 20
PORT = 8093
TARGET_MS = 100.0


class Taker:
    """Takes every mail."""

    def __init__(self) -> None:
        self.latest = b""

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: ARG002, N802
        """Say 250."""
        content = envelope.content or b""
        self.latest = content if isinstance(content, bytes) else content.encode()
        return "250 OK"


def prepared(folder: Path) -> Instance:
    """An instance with the compressed-air company."""
    settings = load_settings(
        {"MINUTA_INSTANCE_DIR": str(folder), "MINUTA_SMTP_URL": f"smtp://127.0.0.1:{PORT}"}
    )
    instance = open_instance(settings)
    upgrade(instance.database)
    file = PROJECT_DIR / "catalogs" / "compressors.xlsx"
    import_workbook(
        instance, content=file.read_bytes(), filename=file.name, folder=file.parent, by="bench", publish=True
    )
    return instance


def send_once(instance: Instance, courier: Courier, place: int) -> float:
    """Milliseconds from Send to 250, with the pages drawn before, as while typing."""
    brief = read_brief(
        {
            "company": {"name": f"Bench {place}"},
            "contact": {"name": "A B", "email": "a@example.com"},
            "language": "en",
            "lines": [{"sku": "VK-55"}],
        }
    )
    number = pipeline.save_draft(instance, None, brief.model_dump(mode="json"), user_id=None)
    pipeline.preview(instance, number, brief, user_id=None)
    began = time.perf_counter()
    made = pipeline.create(instance, brief, user_id=None, send=True, number=number)
    courier.deliver_next(made.delivery_id)
    return (time.perf_counter() - began) * 1000


def bare(message: bytes) -> float:
    """Milliseconds of an SMTP transaction by itself."""
    server = smtp.Server("127.0.0.1", PORT, tls=False)
    began = time.perf_counter()
    smtp.send(
        server, sender="a@example.com", recipient="b@example.com", message=message, before_data=lambda: None
    )
    return (time.perf_counter() - began) * 1000


def measure() -> dict[str, float]:
    """Medians in milliseconds."""
    folder = Path(tempfile.mkdtemp())
    taker = Taker()
    controller = Controller(taker, hostname="127.0.0.1", port=PORT)
    controller.start()
    instance = prepared(folder)
    try:
        courier = Courier(replace(instance))
        send_once(instance, courier, 0)
        whole = [send_once(instance, courier, place) for place in range(1, ROUNDS + 1)]
        alone = [bare(taker.latest) for _ in range(ROUNDS)]
    finally:
        controller.stop()
        instance.close()
        shutil.rmtree(folder)
    send_ms, bare_ms = statistics.median(whole), statistics.median(alone)
    return {"send_ms": send_ms, "bare_smtp_ms": bare_ms, "over_ms": send_ms - bare_ms, "target_ms": TARGET_MS}


if __name__ == "__main__":
    for name, value in measure().items():
        print(f"{name:>14} {value:8.1f}")
