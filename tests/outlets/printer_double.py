"""A thermal printer on loopback: answers what it is asked, prints what it takes, and can be in any bad state."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

READY, OFFLINE = 0x12, 0x1A
COVER_OPEN, PAPER_STOP, NO_PAPER = 0x16, 0x32, 0x72


class PrinterDouble:
    """`answers` are what it says to DLE EOT 1, 2 and 4; without any it is a mute print server. `takes` bounds how
    many bytes it takes before it stops reading. `at_last` are its answers once a job has come."""

    def __init__(self, answers: dict[int, int] | None, takes: int | None = None) -> None:
        self.answers = answers
        self.at_last: dict[int, int] = {}
        self.takes = takes
        self.printed = bytearray()
        self.jobs = 0
        self._server = socket.create_server(("127.0.0.1", 0))
        self._server.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        self._done = threading.Event()
        self._thread = threading.Thread(target=self._serve, daemon=True)
        self._thread.start()

    @property
    def place(self) -> str:
        return "{}:{}".format(*self._server.getsockname())

    def close(self) -> None:
        self._done.set()
        with suppress(OSError):
            socket.create_connection(self._server.getsockname(), timeout=1).close()
        self._server.close()
        self._thread.join(5)

    def _serve(self) -> None:
        while not self._done.is_set():
            try:
                connection, _ = self._server.accept()
            except OSError:
                return
            with connection, suppress(OSError):
                self._talk(connection)

    def _talk(self, connection: socket.socket) -> None:
        pending, taken, before = b"", 0, len(self.printed)
        while not self._done.is_set():
            if self.takes is not None and taken >= self.takes:
                self._done.wait(30)
                return
            heard = connection.recv(1024)
            if not heard:
                break
            taken += len(heard)
            pending += heard
            while pending:
                if pending.startswith(b"\x10"):
                    if len(pending) < 3:
                        break
                    if self.answers is not None:
                        answers = self.at_last if len(self.printed) > before else {}
                        connection.sendall(bytes([{**self.answers, **answers}.get(pending[2], READY)]))
                    pending = pending[3:]
                else:
                    until = pending.find(b"\x10\x04")
                    cut = len(pending) if until < 0 else until
                    self.printed += pending[:cut]
                    pending = pending[cut:]
        self.jobs += 1


@contextmanager
def printer(answers: dict[int, int] | None = None, **options: int) -> Iterator[PrinterDouble]:
    made = PrinterDouble({} if answers is None else answers, **options)
    try:
        yield made
    finally:
        made.close()


@contextmanager
def mute_printer() -> Iterator[PrinterDouble]:
    made = PrinterDouble(None)
    try:
        yield made
    finally:
        made.close()
