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

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.paper_errors import (
    PrinterAddressUnreadable,
    PrinterGone,
    PrinterOffline,
    PrinterOpen,
    PrinterOutOfPaper,
    PrinterSlow,
    PrinterUnset,
)
from parkdesk.domain.system_errors import DiskFull, unwritten
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
    """Have a thermal printer print. Returns when it took everything and did not complain; raises a PrinterFault, or
    DiskFull for a file."""
    if printer.kind is Kind.NETWORK:
        with _connected(printer) as connection:
            with _faults(printer):
                answers = _check(connection, printer)
            with _faults(printer, begun=True):
                _hand_over(connection, printer, data)
                if not answers or not _check(connection, printer, begun=True):
                    _part(connection)
    elif printer.kind is Kind.FILE:
        _write(printer, data)
    else:
        raise PrinterUnset


def look(printer: Printer) -> None:
    """Ask a thermal printer how it is; raises the PrinterFault that keeps it from printing."""
    if printer.kind is Kind.NETWORK:
        with _connected(printer) as connection, _faults(printer):
            _check(connection, printer)
    elif printer.kind is Kind.FILE:
        folder = os.path.dirname(printer.place) or "."
        is_there = os.path.exists(printer.place)
        if not os.path.exists(folder) or not (is_there or _may_be_made(printer)):
            raise PrinterGone(printer=printer, reason="no such file")
        if not os.access(printer.place if is_there else folder, os.W_OK):
            raise PrinterGone(printer=printer, reason="no access")


# The network


@contextlib.contextmanager
def _connected(printer: Printer) -> Iterator[socket.socket]:
    host, port = address(printer.place)
    try:
        connection = socket.create_connection((host, port), timeout=CONNECT_SECONDS)
    except TimeoutError as error:
        raise PrinterGone(printer=printer, reason="no answer") from error
    except (OSError, UnicodeError) as error:
        raise PrinterGone(printer=printer, reason=_reason(error)) from error
    with connection:
        yield connection


@contextlib.contextmanager
def _faults(printer: Printer, *, begun: bool = False) -> Iterator[None]:
    try:
        yield
    except TimeoutError as error:
        raise PrinterSlow(printer=printer, begun=begun) from error
    except OSError as error:
        raise PrinterGone(printer=printer, reason=_reason(error), begun=begun) from error


def _hand_over(connection: socket.socket, printer: Printer, data: bytes) -> None:
    connection.settimeout(PATIENCE_SECONDS)
    try:
        connection.sendall(data)
    except TimeoutError:
        # Its buffer is full and it takes no more: most likely it can say why.
        _check(connection, printer, begun=True)
        raise


def _check(connection: socket.socket, printer: Printer, *, begun: bool = False) -> bool:
    """Whether it answers at all: many print servers do not, which says nothing."""
    state = _asked(connection, _ASK_PRINTER, begun=begun)
    if state is None:
        return False
    paper = _asked(connection, _ASK_PAPER, begun=begun) or 0
    reasons = (_asked(connection, _ASK_OFFLINE, begun=begun) or 0) if state & _OFFLINE else 0
    if reasons & _COVER:
        raise PrinterOpen(printer=printer, begun=begun)
    if paper & _NO_PAPER or reasons & _PAPER_STOP:
        raise PrinterOutOfPaper(printer=printer, begun=begun)
    if state & _OFFLINE:
        raise PrinterOffline(printer=printer, begun=begun)
    return True


def _asked(connection: socket.socket, question: bytes, *, begun: bool) -> int | None:
    try:
        answer = b""
        if _listens(connection):
            connection.settimeout(STATUS_SECONDS)
            connection.sendall(question)
            answer = connection.recv(1)
    except TimeoutError:
        return None
    if not answer and not begun:
        raise ConnectionResetError(errno.ECONNRESET, "it hung up")
    # One that closes the line after a job has read all of it; else it would have been reset.
    return answer[0] if answer and answer[0] & _ALWAYS == _FIXED else None


def _listens(connection: socket.socket) -> bool:
    """Whether the line is open still. What answers an earlier question too late is thrown away: it must not be taken
    for the answer to the next."""
    connection.setblocking(False)
    try:
        while connection.recv(64):
            pass
    except BlockingIOError:
        return True
    return False


def _part(connection: socket.socket) -> None:
    """Wait until it has read everything: closed with an answer unread, the line is reset, and some printers then forget
    what they have not printed yet."""
    connection.settimeout(STATUS_SECONDS)
    with contextlib.suppress(OSError):
        connection.shutdown(socket.SHUT_WR)
        while connection.recv(64):
            pass


# A device or a file


def _write(printer: Printer, data: bytes) -> None:
    """Never waits longer than the patience for a device that takes nothing. Of a file that finds no room, nothing."""
    try:
        # Without O_NONBLOCK, opening or writing to a device that is off would hang.
        flags = os.O_WRONLY | os.O_APPEND | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        flags |= os.O_CREAT if _may_be_made(printer) else 0
        file = os.open(printer.place, flags, 0o600)
    except OSError as error:
        raise _told(error, printer) from error
    rest = memoryview(data)
    try:
        found = os.fstat(file)
        waits = not stat.S_ISREG(found.st_mode)
        until = time.monotonic() + PATIENCE_SECONDS
        while rest:
            if waits and not select.select([], [file], [], max(0.0, until - time.monotonic()))[1]:
                raise PrinterSlow(printer=printer, begun=len(rest) < len(data))
            with contextlib.suppress(BlockingIOError):
                rest = rest[os.write(file, rest) :]
    except OSError as error:
        if not waits:
            with contextlib.suppress(OSError):
                os.ftruncate(file, found.st_size)
        raise _told(error, printer, begun=waits and len(rest) < len(data)) from error
    finally:
        os.close(file)


def _may_be_made(printer: Printer) -> bool:
    """A file that collects what is printed, but no device: in the place of one that is unplugged it would swallow
    every paper."""
    return not os.path.abspath(printer.place).startswith("/dev/")


def _told(error: OSError, printer: Printer, *, begun: bool = False) -> ParkDeskError:
    is_device = os.path.exists(printer.place) and not os.path.isfile(printer.place)
    if is_device and error.errno == errno.ENOSPC:
        # What Linux's USB printer driver says when the printer reports that it has no paper.
        return PrinterOutOfPaper(printer=printer, begun=begun)
    refusal = unwritten(error, printer.place)
    return (
        refusal
        if isinstance(refusal, DiskFull)
        else PrinterGone(printer=printer, reason=_reason(error), begun=begun)
    )


def _reason(error: OSError | UnicodeError) -> str:
    return (getattr(error, "strerror", None) or str(error) or "no answer").lower().rstrip(".")
