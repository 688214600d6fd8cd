"""What must not stand in a log: the secret part of a client's link."""

import logging
import re

from flask import Flask

CLIENT_LINK = re.compile(r"/p/[A-Za-z0-9_-]+")
MASKED = "/p/…"


class WithoutTokens(logging.Filter):
    """Masks clients' links in what is about to be logged."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Rewrite the record; every record is let through."""
        message = record.getMessage()
        if CLIENT_LINK.search(message):
            record.msg, record.args = CLIENT_LINK.sub(MASKED, message), None
        return True


def keep_tokens_out(app: Flask) -> None:
    """Flask names the path of a request that crashed; nobody who reads the log may open it."""
    app.logger.addFilter(WithoutTokens())
