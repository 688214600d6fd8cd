"""What we say about mail ourselves, and what must never be said."""

import socket
import threading

import pytest

from app.delivery.own_words import OURS, WRITTEN_TO_DISK, told
from app.delivery.smtp import ANSWER_SECONDS, Server, SmtpUrlError, _Conversation
from app.language.translations import translator


@pytest.mark.parametrize("language", ["uk", "ru"])
@pytest.mark.parametrize("words", sorted(OURS))
def test_our_own_words_are_told_in_the_readers_language(words: str, language: str) -> None:
    assert told(words, translator(language)) != words


def test_the_servers_words_stay_as_they_are() -> None:
    assert told("Sent", translator("uk")) == "Sent"
    assert told(WRITTEN_TO_DISK, translator("en")) == WRITTEN_TO_DISK


@pytest.mark.parametrize("url", ["smtp://user:secret/word@mail.example.com", "smtp://user:secret#@host:25"])
def test_an_address_of_the_server_that_cannot_be_read_gives_no_password_away(url: str) -> None:
    with pytest.raises(SmtpUrlError) as refused:
        Server.from_url(url)
    assert "secret" not in str(refused.value)


def test_a_server_may_take_its_time_over_the_whole_message() -> None:
    listener = socket.create_server(("127.0.0.1", 0))

    def talk() -> None:
        connection, _ = listener.accept()
        with connection, connection.makefile("rb") as lines:
            connection.sendall(b"220 here\r\n")
            for answer in (b"250 here", b"250 ok", b"250 ok", b"354 go"):
                lines.readline()
                connection.sendall(answer + b"\r\n")
            while lines.readline() != b".\r\n":
                pass
            connection.sendall(b"250 taken\r\n")

    thread = threading.Thread(target=talk, daemon=True)
    thread.start()
    conversation = _Conversation(Server("127.0.0.1", listener.getsockname()[1], tls=False))
    reply = conversation.hold("a@example.com", "b@example.com", b"Subject: x\r\n\r\nx\r\n", lambda: None)
    assert reply.words == "taken"
    assert conversation.smtp is not None
    assert conversation.smtp.sock is not None
    assert conversation.smtp.sock.gettimeout() == ANSWER_SECONDS
    conversation.close()
    thread.join(5)
    listener.close()
