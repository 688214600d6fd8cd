"""One SMTP transaction, and what its outcome means: accepted, not now, never, or unknown."""

import re
import smtplib
import ssl
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any
from urllib.parse import unquote, urlsplit

from app.delivery.own_words import BAD_ADDRESS_OF_SERVER, NO_FOREIGN_ADDRESSES, NO_KNOWN_LOGIN

STEP_SECONDS = 30.0
ANSWER_SECONDS = 120.0
"""How long a server may look at the whole message before it answers; giving up earlier makes duplicates."""
TOTAL_SECONDS = 150.0
MAX_WORDS = 1000
GO_AHEAD = 354
TEMPORARY_FROM, PERMANENT_FROM = 400, 500
LOGIN_CODES = frozenset({530, 534, 535, 538})
SMTP_PORT, SMTPS_PORT = 25, 465


class Outcome(StrEnum):
    """What became of an attempt."""

    ACCEPTED = "accepted"
    TEMPORARY = "temporary"
    PERMANENT = "permanent"
    LOCKED_OUT = "locked_out"
    """The server wants other credentials: no fault of the message."""
    UNKNOWN = "unknown"
    """The message was handed over, but no answer came."""


@dataclass(frozen=True, slots=True)
class Reply:
    """The outcome and the server's own words (or the network's)."""

    outcome: Outcome
    code: int | None
    words: str


class SmtpUrlError(ValueError):
    """An SMTP URL that cannot be used."""


@dataclass(frozen=True, slots=True)
class Server:
    """Where mail is handed over: smtp://user:pass@host:port, or smtps:// for TLS from the start."""

    host: str
    port: int
    tls: bool
    user: str = ""
    password: str = ""

    @classmethod
    def from_url(cls, url: str) -> "Server":
        """Read the URL. Raises SmtpUrlError."""
        try:
            parts = urlsplit(url)
            port = parts.port
        except ValueError:  # its text may name a part of the password
            raise SmtpUrlError(BAD_ADDRESS_OF_SERVER) from None
        if parts.scheme not in {"smtp", "smtps"} or not parts.hostname:
            raise SmtpUrlError(BAD_ADDRESS_OF_SERVER)
        tls = parts.scheme == "smtps"
        return cls(
            host=parts.hostname,
            port=port or (SMTPS_PORT if tls else SMTP_PORT),
            tls=tls,
            user=unquote(parts.username or ""),
            password=unquote(parts.password or ""),
        )


def send(
    server: Server, *, sender: str, recipient: str, message: bytes, before_data: Callable[[], None]
) -> Reply:
    """Hand the message over; never raises for what the server or the network does.

    `before_data` is called right before the bytes go out: from there on until the answer, only
    the server knows whether the message arrived. What it raises ends the attempt and is passed on.
    """
    conversation = _Conversation(server)
    try:
        return conversation.hold(sender, recipient, message, before_data)
    except smtplib.SMTPAuthenticationError as error:
        locked_out = error.smtp_code >= PERMANENT_FROM
        return Reply(
            Outcome.LOCKED_OUT if locked_out else Outcome.TEMPORARY, error.smtp_code, _words(error.smtp_error)
        )
    except smtplib.SMTPNotSupportedError as error:
        return Reply(Outcome.LOCKED_OUT, None, _words(str(error)))
    except smtplib.SMTPResponseException as error:
        # A greeting or EHLO that refuses is about the connection, not about this message.
        return Reply(Outcome.TEMPORARY, error.smtp_code, _words(error.smtp_error))
    except (smtplib.SMTPException, OSError) as error:
        outcome = Outcome.UNKNOWN if conversation.handed_over else Outcome.TEMPORARY
        return Reply(outcome, None, _words(str(error) or type(error).__name__))
    finally:
        conversation.close()


class _Conversation:
    """One connection, with a time limit for each step and for the whole."""

    def __init__(self, server: Server) -> None:
        self.server = server
        self.deadline = time.monotonic() + TOTAL_SECONDS
        self.handed_over = False
        self.smtp: smtplib.SMTP | None = None

    def hold(self, sender: str, recipient: str, message: bytes, before_data: Callable[[], None]) -> Reply:
        """Greet, name sender and recipient, hand the message over, read the answer."""
        smtp = self._open()
        foreign = not recipient.isascii()
        if foreign and not smtp.has_extn("smtputf8"):
            return Reply(Outcome.PERMANENT, None, NO_FOREIGN_ADDRESSES)
        if foreign:
            smtp.command_encoding = "utf-8"
        for command, argument in (("MAIL FROM:", sender), ("RCPT TO:", recipient)):
            option = " SMTPUTF8" if foreign and argument is sender else ""
            reply = self._command(f"{command}<{argument}>{option}")
            if reply.outcome is not Outcome.ACCEPTED:
                return reply
        reply = self._command("DATA")
        if reply.code != GO_AHEAD:
            return reply
        before_data()
        self.handed_over = True
        smtp.send(_stuffed(message))
        if smtp.sock is not None:
            smtp.sock.settimeout(ANSWER_SECONDS)
        return _read(*smtp.getreply())

    def _open(self) -> smtplib.SMTP:
        server, context = self.server, ssl.create_default_context()
        if server.tls:
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(
                server.host, server.port, timeout=STEP_SECONDS, context=context
            )
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=STEP_SECONDS)
        self.smtp = smtp
        smtp.ehlo_or_helo_if_needed()
        if not server.tls and smtp.has_extn("starttls"):
            smtp.starttls(context=context)
            smtp.ehlo_or_helo_if_needed()
        if server.user:
            self._log_in(smtp)
        return smtp

    def _log_in(self, smtp: smtplib.SMTP) -> None:
        """Log in by one mechanism: a server that said no once need not be asked in other ways."""
        offered = smtp.esmtp_features.get("auth", "").upper().split()
        smtp.user, smtp.password = self.server.user, self.server.password
        mechanisms: dict[str, Any] = {
            "PLAIN": smtp.auth_plain,
            "LOGIN": smtp.auth_login,
            "CRAM-MD5": smtp.auth_cram_md5,
        }
        chosen = next((name for name in mechanisms if name in offered), None)
        if chosen is None:
            raise smtplib.SMTPNotSupportedError(NO_KNOWN_LOGIN)
        smtp.auth(chosen, mechanisms[chosen])

    def _command(self, line: str) -> Reply:
        smtp = self.smtp
        if smtp is None or smtp.sock is None:
            raise smtplib.SMTPServerDisconnected("the connection is closed")
        left = self.deadline - time.monotonic()
        if left <= 0:
            raise TimeoutError(f"no end after {TOTAL_SECONDS:.0f} s")
        smtp.sock.settimeout(min(STEP_SECONDS, left))
        return _read(*smtp.docmd(line))

    def close(self) -> None:
        """Say goodbye without waiting for the answer: it changes nothing any more."""
        if self.smtp is None:
            return
        with suppress(OSError, smtplib.SMTPException):
            self.smtp.putcmd("QUIT")
        self.smtp.close()


def _read(code: int, words: bytes) -> Reply:
    if code in LOGIN_CODES:
        outcome = Outcome.LOCKED_OUT
    elif code >= PERMANENT_FROM:
        outcome = Outcome.PERMANENT
    elif code >= TEMPORARY_FROM or code < 0:
        outcome = Outcome.TEMPORARY
    else:
        outcome = Outcome.ACCEPTED
    return Reply(outcome, code, _words(words))


def _stuffed(message: bytes) -> bytes:
    """The message as it goes over the wire: CRLF, lines that begin with a dot doubled, the final dot."""
    lines = re.sub(rb"\r\n|\r|\n", b"\r\n", message)
    lines = re.sub(rb"(?m)^\.", b"..", lines)
    return lines + (b".\r\n" if lines.endswith(b"\r\n") else b"\r\n.\r\n")


def _words(words: str | bytes) -> str:
    text = words.decode("utf-8", "replace") if isinstance(words, bytes) else words
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:MAX_WORDS]
