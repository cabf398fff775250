"""A mail server on loopback: keeps what it is sent, and refuses what a test wants refused."""

from __future__ import annotations

import socket
import ssl
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from email import message_from_bytes, policy
from email.message import EmailMessage


class SmtpDouble:
    """`replies` answer a verb (`RCPT`, `AUTH`, …) instead of the usual; `verbs` are those it heard, `lines` all. With
    `tls` it speaks that from the start, or, where `later` is set, from STARTTLS on."""

    def __init__(
        self,
        replies: Mapping[str, str] | None = None,
        *,
        tls: ssl.SSLContext | None = None,
        later: bool = False,
    ) -> None:
        self.replies = dict(replies or {})
        self.lines: list[bytes] = []
        self._tls, self._later = tls, later
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
            # Closed while it waits, or left in the middle of a handshake.
            with suppress(OSError):
                connection, _ = self._server.accept()
                with connection:
                    self._receive(connection)

    def _receive(self, connection: socket.socket) -> None:
        if self._tls is not None and not self._later:
            self._receive_safely(connection, self._tls)
            return
        with connection.makefile("rwb") as wire:
            wants_tls = self._talk(wire)
        if wants_tls and self._tls is not None:
            self._receive_safely(connection, self._tls, greet=False)

    def _receive_safely(self, connection: socket.socket, tls: ssl.SSLContext, *, greet: bool = True) -> None:
        safe = tls.wrap_socket(connection, server_side=True, do_handshake_on_connect=False)
        with safe:
            safe.do_handshake()
            with safe.makefile("rwb") as wire:
                self._talk(wire, greet=greet)

    def _talk(self, wire, *, greet: bool = True) -> bool:
        """Until the end, or until it is to go on in TLS."""

        def say(words: str) -> None:
            wire.write(f"{words}\r\n".encode())
            wire.flush()

        if greet:
            say(self.replies.get("HELLO", "220 ready"))
        while line := wire.readline():
            verb = line.split()[0].decode(errors="replace").upper() if line.split() else ""
            self.verbs.append(verb)
            self.lines.append(line)
            offers = "250-STARTTLS\r\n" if self._tls is not None and self._later and greet else ""
            usual = f"250-here\r\n{offers}250-AUTH PLAIN\r\n250 8BITMIME" if verb == "EHLO" else "250 fine"
            usual = {
                "DATA": "354 go on",
                "AUTH": "235 welcome",
                "QUIT": "221 bye",
                "STARTTLS": "220 go on",
            }.get(verb, usual)
            reply = self.replies.get(verb, usual)
            say(reply)
            if verb == "STARTTLS" and reply.startswith("220"):
                return True
            if verb == "DATA" and reply.startswith("354"):
                self._keep(wire)
                say(self.replies.get("CONTENT", "250 taken"))
            if verb == "QUIT":
                return False
        return False

    def _keep(self, wire) -> None:
        lines = []
        while (line := wire.readline()) != b".\r\n":
            lines.append(line[1:] if line.startswith(b"..") else line)
        letter = message_from_bytes(b"".join(lines), policy=policy.default)
        assert isinstance(letter, EmailMessage)
        if "CONTENT" not in self.replies:
            self.letters.append(letter)


@contextmanager
def mail_server(
    *, tls: ssl.SSLContext | None = None, later: bool = False, **replies: str
) -> Iterator[SmtpDouble]:
    made = SmtpDouble(replies, tls=tls, later=later)
    try:
        yield made
    finally:
        made.close()
