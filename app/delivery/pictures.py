"""The pictures that a mail shows, by their content hash: drawn once a process."""

import logging
from collections.abc import Callable

from app.delivery.colours import mail_colours
from app.delivery.drawing import Drawn, UnusablePictureError, draw_logo, draw_portrait
from app.delivery.letter import InlinePicture
from app.sandbox import Sandbox, SandboxCrashError, SandboxTimeoutError
from app.storage import MissingFileError, Storage

DRAW_SECONDS = 10.0
MAX_KEPT = 64
LOG = logging.getLogger(__name__)


class MailPictures:
    """Draws pictures in the sandbox and keeps the latest ones.

    A picture that cannot be drawn is left out: a mail without a logo is better than none.
    """

    def __init__(self, storage: Storage, sandbox: Sandbox) -> None:
        self._storage = storage
        self._sandbox = sandbox
        self._kept: dict[tuple[str, ...], InlinePicture | None] = {}

    def logo(self, digest: str | None, brand_colour: str) -> InlinePicture | None:
        """The brand's logo, readable on its colour; or None."""
        return self._picture("logo", digest, "png", draw_logo, mail_colours(brand_colour).on_fill)

    def portrait(self, digest: str | None) -> InlinePicture | None:
        """The manager's portrait, or None."""
        return self._picture("portrait", digest, "jpeg", draw_portrait)

    def _picture(
        self, name: str, digest: str | None, subtype: str, draw: Callable[..., Drawn], *details: str
    ) -> InlinePicture | None:
        if not digest:
            return None
        key = (name, digest, *details)
        if key not in self._kept:
            if len(self._kept) >= MAX_KEPT:
                self._kept.clear()
            self._kept[key] = self._drawn(name, digest, subtype, draw, *details)
        return self._kept[key]

    def _drawn(
        self, name: str, digest: str, subtype: str, draw: Callable[..., Drawn], *details: str
    ) -> InlinePicture | None:
        try:
            drawn = self._sandbox.call(draw, self._storage.get(digest), *details, seconds=DRAW_SECONDS)
        except (MissingFileError, UnusablePictureError, SandboxCrashError, SandboxTimeoutError) as error:
            LOG.warning("the %s %s is left out of mails: %s", name, digest[:12], error)
            return None
        return InlinePicture(
            f"{name}@minuta", drawn.content, subtype, drawn.width, needs_ground=drawn.needs_ground
        )
