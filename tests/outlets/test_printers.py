"""Thermal printers as they are: ready, out of paper, open, gone, mute or stuck; each in one sentence, none for ever."""

from __future__ import annotations

import os
import socket
import struct
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from parkdesk.domain.paper_errors import (
    PrinterAddressUnreadable,
    PrinterGone,
    PrinterOffline,
    PrinterOpen,
    PrinterOutOfPaper,
    PrinterSlow,
    PrinterUnset,
)
from parkdesk.domain.system_errors import DiskFull
from parkdesk.outlets import printers
from parkdesk.outlets.escpos import escpos
from parkdesk.outlets.printers import Kind, Printer, address, look, send
from parkdesk.outlets.receipt_paper import receipt_paper
from tests.outlets.papers import INDIAN
from tests.outlets.printer_double import (
    COVER_OPEN,
    NO_PAPER,
    OFFLINE,
    PAPER_STOP,
    READY,
    mute_printer,
    printer,
)
from tests.outlets.test_files import full_disk

DATA = escpos(receipt_paper(INDIAN))


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """A printer gets a moment and not twelve seconds."""
    monkeypatch.setattr(printers, "PATIENCE_SECONDS", 0.3)
    monkeypatch.setattr(printers, "STATUS_SECONDS", 0.1)


def test_everything_arrives_and_nothing_else() -> None:
    with printer() as double:
        at = Printer(Kind.NETWORK, double.place)
        look(at)
        send(at, DATA)
        send(at, DATA)
    assert bytes(double.printed) == 2 * DATA


@pytest.mark.usefixtures("hasty")
def test_a_print_server_that_answers_nothing_prints_all_the_same() -> None:
    with mute_printer() as double:
        send(Printer(Kind.NETWORK, double.place), DATA)
    assert bytes(double.printed) == DATA


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        ({1: OFFLINE, 2: PAPER_STOP, 4: NO_PAPER}, PrinterOutOfPaper),
        ({4: NO_PAPER}, PrinterOutOfPaper),
        ({1: OFFLINE, 2: COVER_OPEN}, PrinterOpen),
        ({1: OFFLINE}, PrinterOffline),
    ],
)
def test_a_printer_that_cannot_print_says_why_and_gets_nothing(answers: dict[int, int], error: type) -> None:
    with printer(answers) as double:
        at = Printer(Kind.NETWORK, double.place)
        for asked in (lambda: look(at), lambda: send(at, DATA)):
            with pytest.raises(error) as told:
                asked()
            assert double.place in str(told.value)
    assert not double.printed


def test_a_printer_that_is_off_is_gone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        place = "{}:{}".format(*server.getsockname())
    with pytest.raises(PrinterGone, match="cannot be reached: connection refused"):
        send(Printer(Kind.NETWORK, place), DATA)


def test_a_printer_that_hangs_up_is_gone() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:

        def hang_up() -> None:
            server.accept()[0].close()

        thread = threading.Thread(target=hang_up)
        thread.start()
        with pytest.raises(PrinterGone):
            send(Printer(Kind.NETWORK, "{}:{}".format(*server.getsockname())), DATA)
        thread.join()


@pytest.mark.usefixtures("hasty")
def test_a_printer_that_takes_no_more_is_given_up() -> None:
    # More than the buffers hold, here and there.
    with printer(takes=1) as double, pytest.raises(PrinterSlow):
        send(Printer(Kind.NETWORK, double.place), DATA * 20_000)


def test_a_file_is_added_to(tmp_path: Path) -> None:
    at = Printer(Kind.FILE, str(tmp_path / "receipts.bin"))
    look(at)
    send(at, DATA)
    send(at, DATA)
    assert (tmp_path / "receipts.bin").read_bytes() == 2 * DATA


def test_a_device_that_is_not_there(tmp_path: Path) -> None:
    at = Printer(Kind.FILE, str(tmp_path / "usb" / "lp0"))
    for asked in (lambda: look(at), lambda: send(at, DATA)):
        with pytest.raises(PrinterGone, match="no such file"):
            asked()


@pytest.mark.usefixtures("hasty")
def test_a_device_that_takes_nothing_is_given_up(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(PrinterSlow):
            send(Printer(Kind.FILE, str(pipe)), DATA * 1000)
    finally:
        os.close(reader)
    with pytest.raises(PrinterGone):
        send(Printer(Kind.FILE, str(pipe)), DATA)


def test_a_device_that_is_full_is_out_of_paper() -> None:
    with pytest.raises(PrinterOutOfPaper):
        send(Printer(Kind.FILE, "/dev/full"), DATA)
    assert not issubclass(PrinterOutOfPaper, DiskFull)


def test_without_a_printer_it_is_said() -> None:
    with pytest.raises(PrinterUnset):
        send(Printer(), DATA)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("192.168.1.50", ("192.168.1.50", 9100)),
        (" printer.lan:9101 ", ("printer.lan", 9101)),
        ("[fe80::1]:9100", ("fe80::1", 9100)),
        ("fe80::1", ("fe80::1", 9100)),
    ],
)
def test_addresses(text: str, found: tuple[str, int]) -> None:
    assert address(text) == found


@pytest.mark.parametrize(
    "text", ["", "   ", "a b", "printer:", "printer:x", "printer:0", "printer:70000", "http://p"]
)
def test_what_is_no_address(text: str) -> None:
    with pytest.raises(PrinterAddressUnreadable) as told:
        address(text)
    assert told.value.field == "place"


# What a paper that may have come out means for the next one


def serve(talk: Callable[[socket.socket], None]) -> tuple[str, threading.Thread]:
    """A printer that takes one connection."""
    server = socket.create_server(("127.0.0.1", 0))

    def run() -> None:
        with server:
            connection = server.accept()[0]
            with connection:
                connection.settimeout(5)
                talk(connection)

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    return "{}:{}".format(*server.getsockname()), thread


def heard(connection: socket.socket, until: bytes) -> bytes:
    taken = b""
    while not taken.endswith(until):
        piece = connection.recv(4096)
        if not piece:
            break
        taken += piece
    return taken


def test_what_never_began_is_told_from_what_may_have_come_out() -> None:
    def hang_up_in_the_middle(connection: socket.socket) -> None:
        for _ in range(2):
            connection.recv(3)
            connection.sendall(bytes([READY]))
        connection.recv(100)
        connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    with printer({4: NO_PAPER}) as double, pytest.raises(PrinterOutOfPaper) as told:
        send(Printer(Kind.NETWORK, double.place), DATA)
    assert not told.value.begun
    place, thread = serve(hang_up_in_the_middle)
    with pytest.raises(PrinterGone) as gone:
        send(Printer(Kind.NETWORK, place), DATA * 20_000)
    assert gone.value.begun
    thread.join(5)


def test_paper_that_ends_with_the_job_is_doubtful() -> None:
    def run_out(connection: socket.socket) -> None:
        for answer in (READY, READY):
            connection.recv(3)
            connection.sendall(bytes([answer]))
        heard(connection, b"\x10\x04\x01")
        connection.sendall(bytes([READY]))
        heard(connection, b"\x10\x04\x04")
        connection.sendall(bytes([NO_PAPER]))

    place, thread = serve(run_out)
    with pytest.raises(PrinterOutOfPaper) as told:
        send(Printer(Kind.NETWORK, place), DATA)
    assert told.value.begun
    thread.join(5)


def test_one_that_hangs_up_after_the_job_has_printed_it() -> None:
    taken = bytearray()

    def print_and_close(connection: socket.socket) -> None:
        for _ in range(2):
            connection.recv(3)
            connection.sendall(bytes([READY]))
        taken.extend(heard(connection, b"\x10\x04\x01"))

    place, thread = serve(print_and_close)
    send(Printer(Kind.NETWORK, place), DATA)
    thread.join(5)
    assert taken.startswith(DATA)


@pytest.mark.usefixtures("hasty")
def test_an_answer_that_comes_too_late_resets_no_line_and_is_no_other_answer() -> None:
    taken, ended = bytearray(), []

    def answer_late(connection: socket.socket) -> None:
        connection.recv(3)
        taken.extend(heard(connection, DATA[-4:]))
        connection.sendall(bytes([OFFLINE]))
        ended.append(connection.recv(1))

    place, thread = serve(answer_late)
    send(Printer(Kind.NETWORK, place), DATA)
    thread.join(5)
    assert (bytes(taken), ended) == (DATA, [b""])


def test_a_full_disk_leaves_a_file_with_whole_jobs(tmp_path: Path) -> None:
    at = Printer(Kind.FILE, str(tmp_path / "receipts.bin"))
    send(at, DATA)
    with full_disk(len(DATA) + 100), pytest.raises(DiskFull):
        send(at, DATA)
    assert (tmp_path / "receipts.bin").read_bytes() == DATA


@pytest.mark.usefixtures("hasty")
def test_a_device_that_took_a_part_may_have_printed_it(tmp_path: Path) -> None:
    pipe = tmp_path / "lp0"
    os.mkfifo(pipe)
    reader = os.open(pipe, os.O_RDONLY | os.O_NONBLOCK)
    try:
        with pytest.raises(PrinterSlow) as told:
            send(Printer(Kind.FILE, str(pipe)), DATA * 1000)
    finally:
        os.close(reader)
    assert told.value.begun


def test_no_file_takes_the_place_of_a_device_that_is_unplugged() -> None:
    place = Path("/dev/parkdesk-lp9")
    try:
        for asked in (look, lambda at: send(at, DATA)):
            with pytest.raises(PrinterGone):
                asked(Printer(Kind.FILE, str(place)))
    finally:
        place.unlink(missing_ok=True)


def test_a_name_no_network_can_ask_for_is_gone() -> None:
    with pytest.raises(PrinterGone):
        send(Printer(Kind.NETWORK, f"{'x' * 70}.lan"), DATA)
