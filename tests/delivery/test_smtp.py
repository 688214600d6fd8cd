"""One SMTP transaction against a real server on loopback: every outcome, in the server's own words."""

import socket
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from aiosmtpd.smtp import AuthResult

from app.delivery.smtp import Outcome, Reply, Server, SmtpUrlError, send
from tests.builders.mail_server import MailServer
from tests.delivery.builders import Handler, start_server, url_of

MESSAGE = b"Message-ID: <1@example.com>\r\nSubject: Hi\r\n\r\nOne\r\n.two\r\n..three\r\nend\r\n"


@contextmanager
def serving(handler: Handler, **options: object) -> Iterator[MailServer]:
    controller = start_server(handler, **options)
    try:
        yield controller
    finally:
        controller.stop()


def deliver(
    url: str, recipient: str = "boiko@example.com", before_data: Callable[[], None] = lambda: None
) -> Reply:
    return send(
        Server.from_url(url),
        sender="offers@example.com",
        recipient=recipient,
        message=MESSAGE,
        before_data=before_data,
    )


def test_an_accepted_message_arrives_whole_with_its_dots() -> None:
    handler = Handler(data="250 OK queued as 7")
    with serving(handler) as server:
        reply = deliver(url_of(server))
    assert reply == Reply(Outcome.ACCEPTED, 250, "OK queued as 7")
    assert [(mail.sender, mail.recipients) for mail in handler.mails] == [
        ("offers@example.com", ["boiko@example.com"])
    ]
    assert handler.mails[0].content == MESSAGE


@pytest.mark.parametrize(
    ("step", "answer", "outcome"),
    [
        ("mail", "451 try again", Outcome.TEMPORARY),
        ("mail", "550 not you", Outcome.PERMANENT),
        ("mail", "530 authentication required", Outcome.LOCKED_OUT),
        ("rcpt", "450 greylisted", Outcome.TEMPORARY),
        ("rcpt", "452 mailbox full", Outcome.TEMPORARY),
        ("rcpt", "550 no such user", Outcome.PERMANENT),
        ("data", "452 no space", Outcome.TEMPORARY),
        ("data", "550 spam", Outcome.PERMANENT),
        ("data", "552 too large", Outcome.PERMANENT),
    ],
)
def test_every_refusal_says_whether_it_is_final(step: str, answer: str, outcome: Outcome) -> None:
    handler = Handler(**{step: answer})
    with serving(handler) as server:
        reply = deliver(url_of(server))
    code, _, words = answer.partition(" ")
    assert reply == Reply(outcome, int(code), words)
    assert handler.mails == []


def test_the_outbox_hears_before_the_bytes_go_out_and_only_then() -> None:
    order: list[str] = []
    handler = Handler(on_data=lambda: order.append("server"))
    with serving(handler) as server:
        deliver(url_of(server), before_data=lambda: order.append("outbox"))
    assert order == ["outbox", "server"]
    refused = Handler(rcpt="550 no")
    with serving(refused) as server:
        deliver(url_of(server), before_data=lambda: order.append("too early"))
    assert order == ["outbox", "server"]


def test_what_the_outbox_forbids_is_not_sent() -> None:
    class TakenError(Exception):
        pass

    def forbid() -> None:
        raise TakenError

    handler = Handler()
    with serving(handler) as server, pytest.raises(TakenError):
        deliver(url_of(server), before_data=forbid)
    assert handler.mails == []


def test_nobody_listening_is_temporary() -> None:
    with closing(socket.create_server(("127.0.0.1", 0))) as free:
        port = free.getsockname()[1]
    reply = deliver(f"smtp://127.0.0.1:{port}")
    assert reply.outcome is Outcome.TEMPORARY
    assert "refused" in reply.words


def test_a_name_that_does_not_resolve_is_temporary() -> None:
    assert deliver("smtp://mail.invalid:25").outcome is Outcome.TEMPORARY


@contextmanager
def scripted(*answers: bytes) -> Iterator[str]:
    """A server that answers line by line with what it was given, then hangs up."""
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rb") as lines:
            connection.sendall(answers[0])
            for answer in answers[1:]:
                lines.readline()
                connection.sendall(answer)
            while answers[-1].startswith(b"354") and lines.readline() not in {b".\r\n", b""}:
                pass

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    try:
        yield f"smtp://127.0.0.1:{listener.getsockname()[1]}"
    finally:
        listener.close()
        thread.join(5)


HELLO = (b"220 here\r\n", b"250 here\r\n")


def test_a_connection_lost_after_data_is_unknown() -> None:
    with scripted(*HELLO, b"250 ok\r\n", b"250 ok\r\n", b"354 go\r\n") as url:
        reply = deliver(url)
    assert reply.outcome is Outcome.UNKNOWN
    assert reply.code is None


def test_a_connection_lost_before_data_is_temporary() -> None:
    with scripted(*HELLO, b"250 ok\r\n") as url:
        assert deliver(url).outcome is Outcome.TEMPORARY


@pytest.mark.parametrize("greeting", [b"554 no service here\r\n", b"421 too busy\r\n"])
def test_a_greeting_that_refuses_is_about_the_connection_not_the_message(greeting: bytes) -> None:
    with scripted(greeting) as url:
        reply = deliver(url)
    assert reply.outcome is Outcome.TEMPORARY
    assert reply.code == int(greeting[:3])


def test_words_of_the_server_come_in_one_line_and_not_too_long() -> None:
    with scripted(*HELLO, b"550-first\x07\r\n550 " + b"w" * 1500 + b"\r\n") as url:
        reply = deliver(url)
    assert reply.words.startswith("first w")
    assert len(reply.words) == 1000


def authenticator(accepted: str) -> Callable[..., AuthResult]:
    def check(
        _server: object, _session: object, _envelope: object, _mechanism: str, data: object
    ) -> AuthResult:
        return AuthResult(success=getattr(data, "password", b"") == accepted.encode(), handled=False)

    return check


@pytest.mark.parametrize(
    ("password", "outcome"), [("right%2F", Outcome.ACCEPTED), ("wrong", Outcome.LOCKED_OUT)]
)
def test_credentials_come_from_the_url(password: str, outcome: Outcome) -> None:
    options = {"auth_require_tls": False, "authenticator": authenticator("right/")}
    with serving(Handler(), **options) as server:
        reply = deliver(url_of(server, credentials=f"us%40er:{password}@"))
    assert reply.outcome is outcome
    assert reply.code == (250 if outcome is Outcome.ACCEPTED else 535)


def test_a_server_that_takes_no_credentials_locks_us_out() -> None:
    with serving(Handler()) as server:
        assert deliver(url_of(server, credentials="user:secret@")).outcome is Outcome.LOCKED_OUT


def test_an_address_with_other_letters_needs_a_server_that_takes_them() -> None:
    handler = Handler()
    with serving(handler, enable_SMTPUTF8=True) as server:
        assert deliver(url_of(server), recipient="олена@example.com").outcome is Outcome.ACCEPTED
    assert handler.mails[0].recipients == ["олена@example.com"]
    with serving(Handler(), enable_SMTPUTF8=False) as server:
        assert deliver(url_of(server), recipient="олена@example.com").outcome is Outcome.PERMANENT


@pytest.fixture
def certificate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ssl.SSLContext:
    """A certificate for loopback that this process trusts."""
    key, certificate = tmp_path / "key.pem", tmp_path / "certificate.pem"
    subprocess.run(
        [
            "openssl",
            "req",
            "-x509",
            "-newkey",
            "rsa:2048",
            "-nodes",
            "-days",
            "2",
            "-subj",
            "/CN=127.0.0.1",
            "-addext",
            "subjectAltName=IP:127.0.0.1",
            "-keyout",
            key,
            "-out",
            certificate,
        ],
        check=True,
        capture_output=True,
    )
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate, key)
    return context


def test_starttls_is_used_where_it_is_offered(certificate: ssl.SSLContext) -> None:
    with serving(Handler(), tls_context=certificate, require_starttls=True) as server:
        assert deliver(url_of(server)).outcome is Outcome.ACCEPTED


def test_smtps_speaks_tls_from_the_start(certificate: ssl.SSLContext) -> None:
    with serving(Handler(), server_hostname="127.0.0.1", ssl_context=certificate) as server:
        assert deliver(url_of(server).replace("smtp:", "smtps:")).outcome is Outcome.ACCEPTED


def test_a_certificate_that_nobody_vouches_for_is_not_trusted(
    certificate: ssl.SSLContext, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    empty = tmp_path / "none.pem"
    empty.touch()
    monkeypatch.setenv("SSL_CERT_FILE", str(empty))
    handler = Handler()
    with serving(handler, tls_context=certificate) as server:
        reply = deliver(url_of(server))
    assert reply.outcome is Outcome.TEMPORARY
    assert "certificate" in reply.words.lower()
    assert handler.mails == []


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.example.com", Server("mail.example.com", 25, tls=False)),
        ("smtp://mail.example.com:587", Server("mail.example.com", 587, tls=False)),
        ("smtps://mail.example.com", Server("mail.example.com", 465, tls=True)),
        ("smtp://u%40b:p%3Aw@mail.example.com", Server("mail.example.com", 25, False, "u@b", "p:w")),
    ],
)
def test_urls(url: str, server: Server) -> None:
    assert Server.from_url(url) == server


@pytest.mark.parametrize(
    "url", ["http://mail.example.com", "smtp://", "smtp://host:99999", "mail.example.com"]
)
def test_urls_that_cannot_be_used(url: str) -> None:
    with pytest.raises(SmtpUrlError):
        Server.from_url(url)
