"""A mail server on loopback that opens on a port which is its own from the start."""

import socket
from typing import Any

from aiosmtpd.controller import Controller


def free_door() -> socket.socket:
    """A port of loopback that nobody else can take and where nobody listens yet."""
    door = socket.socket()
    door.bind(("127.0.0.1", 0))
    return door


class MailServer(Controller):
    """Listens on that port once started; until then connections are refused."""

    def __init__(self, handler: object, door: socket.socket | None = None, **options: Any) -> None:
        self.door = door or free_door()
        super().__init__(handler, hostname="127.0.0.1", port=self.door.getsockname()[1], **options)

    @property
    def url(self) -> str:
        """Where it is, as MINUTA_SMTP_URL takes it."""
        return f"smtp://127.0.0.1:{self.port}"

    def _create_server(self) -> Any:
        return self.loop.create_server(self._factory_invoker, sock=self.door, ssl=self.ssl_context)

    def stop(self, no_assert: bool = False) -> None:
        """End, if it was started at all."""
        if self._thread is None:
            self.loop.close()
        else:
            super().stop(no_assert=no_assert)
        self.door.close()
