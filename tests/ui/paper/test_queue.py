"""What prints: in order, beside the sales; a printer in trouble asks what to do, and old jobs are given up."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking
from parkdesk.domain.payment import Method
from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.messages import Alert
from parkdesk.ui.paper.desk import PaperDesk, paper_desk
from parkdesk.ui.paper.elsewhere import ElsewhereDialog
from parkdesk.ui.paper.preferences import Printing
from tests.outlets.papers import as_printed
from tests.outlets.printer_double import NO_PAPER, PrinterDouble, printer
from tests.ui.desk_window import DeskWindow


@pytest.fixture
def double() -> Iterator[PrinterDouble]:
    with printer() as made:
        yield made


@pytest.fixture
def papers(desk: DeskWindow, double: PrinterDouble) -> PaperDesk:
    Printing(desk.ui.preferences).printer = Printer(Kind.NETWORK, double.place)
    return paper_desk(desk.ui)


@pytest.fixture
def stay(desk: DeskWindow) -> Booking:
    made = desk.case.book("A1")
    desk.case.services.payments.take(desk.case.attendant, made.id, Method.CASH)
    desk.refresh()
    desk.choose("A1")
    return made


def alerts(desk: DeskWindow) -> tuple[Alert, ...]:
    return tuple(alert for alert in desk.window.desk.alerts.alerts if alert.key.startswith("print."))


def printed(desk: DeskWindow, double: PrinterDouble, papers: PaperDesk) -> str:
    desk.settle()
    desk.bot.waitUntil(lambda: not papers.queue.busy and bool(double.printed))
    return as_printed(bytes(double.printed))


def failed(desk: DeskWindow, papers: PaperDesk) -> Alert:
    desk.settle()
    desk.bot.waitUntil(lambda: bool(alerts(desk)))
    assert papers.queue.failed
    return alerts(desk)[0]


def enter(desk: DeskWindow, line: str) -> None:
    """In the command bar."""
    desk.bot.keyClicks(desk.bar.line, line)
    desk.bot.keyClick(desk.bar.line, Qt.Key.Key_Return)
    desk.settle()


def choose(desk: DeskWindow, alert: Alert, words: str) -> None:
    choice = next(choice for choice in alert.more if choice.words == words)
    desk.window.desk.alerts.choose(alert.key, alert.more.index(choice))


def test_the_original_then_a_copy(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble
) -> None:
    desk.run("stay.print_receipt")
    assert "Copy" not in printed(desk, double, papers)
    double.printed.clear()
    desk.run("stay.print_receipt")
    assert "Copy 1" in printed(desk, double, papers)


def test_the_entry_ticket(desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble) -> None:
    desk.run("stay.print_ticket")
    assert f"\n{stay.ticket}\n" in printed(desk, double, papers)


def test_out_of_paper_then_again(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble
) -> None:
    double.answers = {4: NO_PAPER}
    desk.run("stay.print_receipt")
    alert = failed(desk, papers)
    assert alert.words.endswith(f"was not printed. {double.place} is out of paper.")
    assert (alert.action, [choice.words for choice in alert.more]) == ("Retry", ["Another printer…", "Skip"])
    double.answers = {}
    desk.window.desk.alerts.act(alert.key)
    text = printed(desk, double, papers)
    assert "Copy" not in text, "what did not come out is still the original"
    assert alerts(desk) == papers.queue.failed == ()


def test_what_may_have_come_out_comes_again_as_a_copy(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble
) -> None:
    double.at_last = {4: NO_PAPER}
    desk.run("stay.print_receipt")
    alert = failed(desk, papers)
    assert "Copy" not in as_printed(bytes(double.printed)), (
        "the roll ended with the job: who knows with which line"
    )
    double.printed.clear()
    double.at_last = {}
    desk.window.desk.alerts.act(alert.key)
    assert "Copy 1" in printed(desk, double, papers)
    assert desk.case.services.receipts.of(stay.id)[0].copy == 2


def test_elsewhere_too_it_is_a_copy(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble, tmp_path
) -> None:
    double.at_last = {4: NO_PAPER}
    desk.run("stay.print_receipt")
    choose(desk, failed(desk, papers), "Another printer…")
    desk.dialog(ElsewhereDialog).save_as(tmp_path / "receipt.pdf")
    desk.bot.waitUntil((tmp_path / "receipt.pdf").exists)
    desk.settle()
    assert desk.case.services.receipts.of(stay.id)[0].copy == 2
    assert alerts(desk) == papers.queue.failed == ()


def test_no_sale_waits_for_a_printer(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble
) -> None:
    double.answers = {4: NO_PAPER}
    Printing(desk.ui.preferences).receipt_at_sale = True
    other = desk.case.book("A2", "KL 2")
    desk.refresh()
    enter(desk, "pay A2 cash")
    failed(desk, papers)
    assert desk.case.services.bookings.detail(other.id).due_minor == 0


def test_skipped_is_gone(desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble) -> None:
    double.answers = {4: NO_PAPER}
    desk.run("stay.print_receipt")
    choose(desk, failed(desk, papers), "Skip")
    assert alerts(desk) == papers.queue.failed == ()


def test_on_another_printer_or_not_after_all(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble, tmp_path
) -> None:
    double.answers = {4: NO_PAPER}
    desk.run("stay.print_receipt")
    choose(desk, failed(desk, papers), "Another printer…")
    assert alerts(desk) == ()
    desk.dialog(ElsewhereDialog).reject()
    alert = failed(desk, papers)
    choose(desk, alert, "Another printer…")
    desk.dialog(ElsewhereDialog).save_as(tmp_path / "receipt.pdf")
    desk.bot.waitUntil((tmp_path / "receipt.pdf").exists)
    desk.settle()
    assert alerts(desk) == papers.queue.failed == ()


def test_an_old_job_is_given_up_and_does_not_print_when_the_printer_comes_back(
    desk: DeskWindow, stay: Booking, papers: PaperDesk, double: PrinterDouble
) -> None:
    double.answers = {4: NO_PAPER}
    desk.run("stay.print_receipt")
    failed(desk, papers)
    desk.move_clock(minutes=9)
    assert alerts(desk)
    desk.move_clock(minutes=2)
    assert alerts(desk) == papers.queue.failed == ()
    assert desk.said[-1].startswith("Not printed any more: Receipt ")
    assert not double.printed


def test_without_a_printer_it_is_said(desk: DeskWindow, stay: Booking) -> None:
    for action in ("stay.print_receipt", "stay.print_ticket"):
        desk.run(action)
        assert desk.said[-1] == "This desk has no printer; choose one under Settings, Printing."
    assert desk.case.services.receipts.of(stay.id)[0].copy == 0


def test_nothing_paid_is_said(desk: DeskWindow, papers: PaperDesk) -> None:
    desk.case.book("A3", "KL 3")
    desk.refresh()
    desk.choose("A3")
    desk.run("stay.print_receipt")
    assert desk.said[-1] == "Nothing has been paid for this stay yet, so there is no receipt."


def test_a_ticket_prints_with_a_stay_that_begins_and_not_with_one_for_later(
    desk: DeskWindow, papers: PaperDesk, double: PrinterDouble
) -> None:
    Printing(desk.ui.preferences).ticket_at_entry = True
    enter(desk, "in KL76 sedan 1h A3 at 20:00")
    enter(desk, "in KL77 sedan 1h A4")
    text = printed(desk, double, papers)
    assert "Plate                                       KL77\n" in text
    assert "KL76" not in text


def test_a_driver_who_had_booked_gets_a_ticket_on_arrival(
    desk: DeskWindow, papers: PaperDesk, double: PrinterDouble
) -> None:
    Printing(desk.ui.preferences).ticket_at_entry = True
    later = desk.case.clock() + timedelta(minutes=30)
    booking = desk.case.book("A5", "KL 5", starts_at=later)
    desk.refresh()
    desk.choose("A5")
    desk.run("stay.check_in")
    assert f"\n{booking.ticket}\n" in printed(desk, double, papers)
