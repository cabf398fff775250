"""A mail server on loopback: keeps what it is sent, and refuses what a test wants refused."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from email import message_from_bytes, policy
from email.message import EmailMessage


class SmtpDouble:
    """`replies` answer a verb (`RCPT`, `AUTH`, …) instead of the usual; `verbs` are those it heard."""

    def __init__(self, replies: Mapping[str, str] | None = None) -> None:
        self.replies = dict(replies or {})
        self.letters: list[EmailMessage] = []
        self.verbs: list[str] = []
        self._server = socket.create_server(("127.0.0.1", 0))
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._open = True
        self._thread.start()

    @property
    def port(self) -> int:
        return int(self._server.getsockname()[1])

    def close(self) -> None:
        self._open = False
        with suppress(OSError):
            socket.create_connection(("127.0.0.1", self.port), timeout=1).close()
        self._server.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while self._open:
            connection, _ = self._server.accept()
            with connection, suppress(OSError), connection.makefile("rwb") as wire:
                self._talk(wire)

    def _talk(self, wire) -> None:
        def say(words: str) -> None:
            wire.write(f"{words}\r\n".encode())
            wire.flush()

        say(self.replies.get("HELLO", "220 ready"))
        while line := wire.readline():
            verb = line.split()[0].decode().upper() if line.split() else ""
            self.verbs.append(verb)
            usual = "250-here\r\n250-AUTH PLAIN\r\n250 8BITMIME" if verb == "EHLO" else "250 fine"
            usual = {"DATA": "354 go on", "AUTH": "235 welcome", "QUIT": "221 bye"}.get(verb, usual)
            reply = self.replies.get(verb, usual)
            say(reply)
            if verb == "DATA" and reply.startswith("354"):
                self._keep(wire)
                say(self.replies.get("CONTENT", "250 taken"))
            if verb == "QUIT":
                return

    def _keep(self, wire) -> None:
        lines = []
        while (line := wire.readline()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b"..") else line)
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        if "CONTENT" not in self.replies:
            self.letters.append(letter)


@contextmanager
def mail_server(**replies: str) -> Iterator[SmtpDouble]:
    made = SmtpDouble(replies)
    try:
        yield made
    finally:
        made.close()
