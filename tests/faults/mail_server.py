"""A mail server in a process of its own, which outlives the ones that are killed.

`python -m tests.faults.mail_server PORT LOG`: each mail is one line in LOG before the 250 goes out.
"""

import asyncio
import hashlib
import json
import os
import random
import sys
import threading

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import SMTP, Envelope, Session

from app.delivery.mailbox import parse_mail

MAX_THOUGHT_SECONDS = 0.04


class Recorder:
    """Writes down what came, takes a moment, says 250."""

    def __init__(self, log: str) -> None:
        self._log = os.open(log, os.O_WRONLY | os.O_CREAT | os.O_APPEND)

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:  # noqa: N802
        content = envelope.content or b""
        content = content if isinstance(content, bytes) else content.encode()
        entry = {
            "message_id": parse_mail(content)["Message-ID"],
            "recipients": envelope.rcpt_tos,
            "digest": hashlib.sha256(content).hexdigest(),
        }
        os.write(self._log, (json.dumps(entry) + "\n").encode())
        await asyncio.sleep(random.random() * MAX_THOUGHT_SECONDS)
        return "250 OK"


if __name__ == "__main__":
    controller = Controller(Recorder(sys.argv[2]), hostname="127.0.0.1", port=int(sys.argv[1]))
    controller.start()
    threading.Event().wait()
