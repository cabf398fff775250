"""Thermal printers: over the network (TCP 9100), as a USB device file, or into a file; and how they are."""

from __future__ import annotations

import contextlib
import errno
import os
import select
import socket
import stat
import time
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from parkdesk.domain.paper_errors import (
    PrinterAddressUnreadable,
    PrinterFault,
    PrinterGone,
    PrinterOffline,
    PrinterOpen,
    PrinterOutOfPaper,
    PrinterSlow,
    PrinterUnset,
)
from parkdesk.domain.system_errors import DiskFull
from parkdesk.outlets.escpos import WIDE

PORT = 9100
CONNECT_SECONDS, STATUS_SECONDS, PATIENCE_SECONDS = 4.0, 1.0, 12.0
_ASK_PRINTER, _ASK_OFFLINE, _ASK_PAPER = b"\x10\x04\x01", b"\x10\x04\x02", b"\x10\x04\x04"
"""DLE EOT n: the printer answers one byte at once, whatever it is printing (Epson's reference)."""
_ALWAYS, _FIXED = 0b10010011, 0b00010010
"""Bits 1 and 4 of every such answer are set, 0 and 7 are not: anything else is no answer."""
_OFFLINE, _COVER, _PAPER_STOP, _NO_PAPER = 0x08, 0x04, 0x20, 0x60


class Kind(StrEnum):
    """What a desk prints on."""

    NONE = "none"
    SYSTEM = "system"
    NETWORK = "network"
    FILE = "file"


@dataclass(frozen=True, slots=True)
class Printer:
    """`place` is a system printer's name, a `host:port` or a file; `columns` and `cut` are for thermal ones."""

    kind: Kind = Kind.NONE
    place: str = ""
    columns: int = WIDE
    cut: bool = True

    def __str__(self) -> str:
        return self.place

    @property
    def works(self) -> bool:
        """Whether there is one at all."""
        return self.kind is not Kind.NONE and bool(self.place)

    @property
    def thermal(self) -> bool:
        return self.kind in (Kind.NETWORK, Kind.FILE)


def address(text: str) -> tuple[str, int]:
    """Host and port of a network printer. Raises PrinterAddressUnreadable."""
    host, colon, port = text.strip().rpartition(":")
    if not colon or (":" in host.strip("[]") and not host.startswith("[")):
        host, port = text.strip(), str(PORT)  # a name or a bare IPv6 address
    host = host.strip("[]")
    if not host or any(c.isspace() or c == "/" for c in host) or not port.isdecimal():
        raise PrinterAddressUnreadable(text=text.strip(), field="place")
    if not 0 < int(port) < 65536:
        raise PrinterAddressUnreadable(text=text.strip(), field="place")
    return host, int(port)


def send(printer: Printer, data: bytes) -> None:
    """Have a thermal printer print. Returns when it took everything and did not complain; raises a PrinterFault."""
    if printer.kind is Kind.NETWORK:
        with _connected(printer) as connection:
            _check(connection, printer)
            _hand_over(connection, printer, data)
            _check(connection, printer)
    elif printer.kind is Kind.FILE:
        _write(printer, data)
    else:
        raise PrinterUnset


def look(printer: Printer) -> None:
    """Ask a thermal printer how it is; raises the PrinterFault that keeps it from printing."""
    if printer.kind is Kind.NETWORK:
        with _connected(printer) as connection:
            _check(connection, printer)
    elif printer.kind is Kind.FILE:
        folder = os.path.dirname(printer.place) or "."
        if not os.access(printer.place if os.path.exists(printer.place) else folder, os.W_OK):
            raise PrinterGone(
                printer=printer, reason="no access" if os.path.exists(folder) else "no such file"
            )


# The network


@contextlib.contextmanager
def _connected(printer: Printer) -> Iterator[socket.socket]:
    host, port = address(printer.place)
    try:
        connection = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
    except TimeoutError as error:
        raise PrinterGone(printer=printer, reason="no answer") from error
    except OSError as error:
        raise PrinterGone(printer=printer, reason=_reason(error)) from error
    with connection:
        try:
            yield connection
        except TimeoutError as error:
            raise PrinterSlow(printer=printer) from error
        except OSError as error:
            raise PrinterGone(printer=printer, reason=_reason(error)) from error


def _hand_over(connection: socket.socket, printer: Printer, data: bytes) -> None:
    connection.settimeout(PATIENCE_SECONDS)
    try:
        connection.sendall(data)
    except TimeoutError:
        # Its buffer is full and it takes no more: most likely it can say why.
        _check(connection, printer)
        raise


def _check(connection: socket.socket, printer: Printer) -> None:
    """Many print servers answer nothing, which says nothing."""
    state = _asked(connection, _ASK_PRINTER)
    if state is None:
        return
    paper = _asked(connection, _ASK_PAPER) or 0
    reasons = (_asked(connection, _ASK_OFFLINE) or 0) if state & _OFFLINE else 0
    if reasons & _COVER:
        raise PrinterOpen(printer=printer)
    if paper & _NO_PAPER or reasons & _PAPER_STOP:
        raise PrinterOutOfPaper(printer=printer)
    if state & _OFFLINE:
        raise PrinterOffline(printer=printer)


def _asked(connection: socket.socket, question: bytes) -> int | None:
    connection.settimeout(STATUS_SECONDS)
    try:
        connection.sendall(question)
        answer = connection.recv(1)
    except TimeoutError:
        return None
    if not answer:
        raise ConnectionResetError(errno.ECONNRESET, "it hung up")
    return answer[0] if answer[0] & _ALWAYS == _FIXED else None


# A device or a file


def _write(printer: Printer, data: bytes) -> None:
    """Never waits longer than the patience for a device that takes nothing."""
    try:
        # Without O_NONBLOCK, opening or writing to a device that is off would hang.
        flags = (
            os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        )
        file = os.open(printer.place, flags, 0o600)
    except OSError as error:
        raise _told(error, printer) from error
    try:
        waits = not stat.S_ISREG(os.fstat(file).st_mode)
        until = time.monotonic() + PATIENCE_SECONDS
        rest = memoryview(data)
        while rest:
            if waits and not select.select([], [file], [], max(0.0, until - time.monotonic()))[1]:
                raise PrinterSlow(printer=printer)
            with contextlib.suppress(BlockingIOError):
                rest = rest[os.write(file, rest) :]
    except OSError as error:
        raise _told(error, printer) from error
    finally:
        os.close(file)


def _told(error: OSError, printer: Printer) -> PrinterFault | DiskFull:
    if error.errno == errno.ENOSPC:
        # What Linux's USB printer driver says when the printer reports that it has no paper.
        is_device = os.path.exists(printer.place) and not os.path.isfile(printer.place)
        return PrinterOutOfPaper(printer=printer) if is_device else DiskFull()
    return PrinterGone(printer=printer, reason=_reason(error))


def _reason(error: OSError) -> str:
    return (error.strerror or str(error) or "no answer").lower().rstrip(".")
