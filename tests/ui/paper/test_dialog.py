"""The papers of a stay on the screen: looked at, printed, saved, mailed; and what a sale offers by itself."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking
from parkdesk.domain.payment import Method
from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.dialogs.booking_detail import BookingDetailDialog
from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.live.printer_watch import PrinterWatch
from parkdesk.ui.paper.desk import paper_desk
from parkdesk.ui.paper.dialog import TICKET, PaperDialog
from parkdesk.ui.paper.mail_dialog import MailDialog
from parkdesk.ui.paper.preferences import MailSettings, Printing
from parkdesk.ui.theme import State
from tests.outlets.papers import as_printed
from tests.outlets.printer_double import COVER_OPEN, NO_PAPER, OFFLINE, PrinterDouble, printer
from tests.outlets.smtp_double import SmtpDouble, mail_server
from tests.ui.desk_window import DeskWindow


@pytest.fixture
def double() -> Iterator[PrinterDouble]:
    with printer() as made:
        yield made


@pytest.fixture
def server() -> Iterator[SmtpDouble]:
    with mail_server() as made:
        yield made


@pytest.fixture
def paid(desk: DeskWindow) -> Booking:
    made = desk.case.book("A1")
    desk.case.services.payments.take(desk.case.attendant, made.id, Method.CASH, tendered_minor=10000)
    desk.refresh()
    desk.choose("A1")
    return made


def prints_on(desk: DeskWindow, double: PrinterDouble) -> None:
    Printing(desk.ui.preferences).printer = Printer(Kind.NETWORK, double.place)


def opened(desk: DeskWindow) -> PaperDialog:
    desk.key(Qt.Key.Key_F9)
    dialog = desk.dialog(PaperDialog)
    desk.settle()
    return dialog


def test_without_a_printer_it_is_said_inside_the_dialog(desk: DeskWindow, paid: Booking) -> None:
    dialog = opened(desk)
    assert not dialog.refusal.isVisible()
    before = list(desk.said)
    desk.bot.mouseClick(dialog.print_button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert dialog.refusal.isVisible()
    assert dialog.refusal.text() == "This desk has no printer; choose one under Settings, Printing."
    assert desk.said == before
    assert desk.case.services.receipts.of(paid.id)[0].copy == 0


def test_f9_shows_the_receipt_as_it_will_print(desk: DeskWindow, paid: Booking) -> None:
    dialog = opened(desk)
    (issued,) = desk.case.services.receipts.of(paid.id)
    assert dialog.heading.text() == f"Receipt {issued.receipt.code}"
    assert "Total: ₹\u00a070.80" in dialog.view.sheet.accessibleDescription()
    assert (dialog.print_button.text(), dialog.badge.isVisible()) == ("Print", False)
    dialog.choose(TICKET)
    assert dialog.heading.text() == f"Entry ticket {paid.ticket}"
    assert not dialog.mail_button.isVisible()


def test_enter_prints_and_the_next_is_a_copy(desk: DeskWindow, paid: Booking, double: PrinterDouble) -> None:
    prints_on(desk, double)
    dialog = opened(desk)
    desk.bot.keyClick(dialog, Qt.Key.Key_Return)
    desk.bot.waitUntil(lambda: bool(double.printed))
    desk.settle()
    desk.bot.waitUntil(lambda: dialog.print_button.text() == "Print a copy")
    assert (dialog.badge.text, dialog.badge.isVisible()) == ("Copy", True)
    assert "Copy 1" in dialog.view.sheet.accessibleDescription()
    assert "Copy" not in as_printed(bytes(double.printed))


def test_what_is_not_paid_has_a_ticket_and_no_receipt(desk: DeskWindow) -> None:
    desk.case.book("A2", "KL 2")
    desk.refresh()
    desk.choose("A2")
    dialog = opened(desk)
    assert (dialog.heading.text(), dialog.print_button.isEnabled()) == ("No receipt yet", False)
    assert not dialog.view.isVisible()
    dialog.choose(TICKET)
    assert dialog.print_button.isEnabled()
    assert dialog.view.isVisible()


def test_a_payment_taken_back_is_told(desk: DeskWindow, paid: Booking) -> None:
    desk.case.services.undo.undo(desk.case.attendant)
    dialog = opened(desk)
    assert (dialog.badge.text, dialog.badge.isVisible()) == ("Void", True)
    assert "Void" in dialog.view.sheet.accessibleDescription()


def test_saved_as_a_pdf_it_counts(desk: DeskWindow, paid: Booking, tmp_path: Path) -> None:
    dialog = opened(desk)
    file = tmp_path / "receipt.pdf"
    dialog.save_as(file)
    desk.settle()
    desk.bot.waitUntil(lambda: file.exists() and file.read_bytes().startswith(b"%PDF-"))
    desk.bot.waitUntil(lambda: desk.said[-1].endswith("is saved as receipt.pdf"))
    assert desk.case.services.receipts.of(paid.id)[0].copy == 1


def test_from_the_details_by_key(desk: DeskWindow, paid: Booking, double: PrinterDouble) -> None:
    prints_on(desk, double)
    desk.run("stay.detail")
    details = desk.dialog(BookingDetailDialog)
    desk.bot.keyClick(details, Qt.Key.Key_T, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    desk.bot.waitUntil(lambda: paid.ticket.encode() in bytes(double.printed))
    desk.bot.keyClick(details, Qt.Key.Key_F9)
    assert desk.dialog(PaperDialog)


def test_a_sale_offers_its_receipt(desk: DeskWindow, double: PrinterDouble) -> None:
    prints_on(desk, double)
    desk.case.book("A3", "KL 3")
    desk.refresh()
    desk.choose("A3")
    desk.run("stay.take_payment")
    desk.bot.mouseClick(desk.dialog(PaymentDialog).primary, Qt.MouseButton.LeftButton)
    desk.settle()
    strip = desk.window.message_strip
    assert [choice.text() for choice in strip.choices] == ["Print receipt", "E-mail…", "Show receipt"]
    desk.bot.mouseClick(strip.choices[0], Qt.MouseButton.LeftButton)
    desk.settle()
    desk.bot.waitUntil(lambda: b"Rs 70.80" in bytes(double.printed))


def test_a_receipt_by_mail(desk: DeskWindow, paid: Booking, server: SmtpDouble) -> None:
    Printing(desk.ui.preferences).mail = MailSettings("127.0.0.1", server.port, "none", "lot@example.org")
    dialog = opened(desk)
    dialog.mail_it()
    letter = desk.dialog(MailDialog)
    letter.address.setText("nobody")
    letter.submit()
    desk.settle()
    assert letter._fields["address"].sentence == "'nobody' is not an e-mail address."
    letter.address.setText("anil@example.com")
    letter.submit()
    desk.settle()
    desk.bot.waitUntil(lambda: bool(server.letters))
    desk.bot.waitUntil(lambda: desk.said[-1] == "Receipt sent to anil@example.com")
    (attached,) = server.letters[0].iter_attachments()
    assert attached.get_content().startswith(b"%PDF-")
    desk.settle()
    captions = [dialog.facts.value(number).text() for number in range(4)]
    assert captions[-1].startswith("sent ")


def test_without_a_mail_server_it_is_said_at_once(desk: DeskWindow, paid: Booking) -> None:
    opened(desk).mail_it()
    letter = desk.dialog(MailDialog)
    assert letter.refusal.text().startswith("This desk cannot send e-mail yet;")
    assert not letter.primary.isEnabled()


@pytest.mark.parametrize(
    ("answers", "words", "state"),
    [
        ({}, "Printer ready", State.FREE),
        ({4: NO_PAPER}, "Printer out of paper", State.OVERSTAYING),
        ({1: OFFLINE, 2: COVER_OPEN}, "Printer open", State.OVERSTAYING),
        ({1: OFFLINE}, "Printer not ready", State.OVERSTAYING),
    ],
)
def test_the_status_bar_tells_how_the_printer_is(
    desk: DeskWindow, double: PrinterDouble, answers: dict[int, int], words: str, state: State
) -> None:
    double.answers = answers
    watch = PrinterWatch(desk.ui, desk.ui)
    watch.start()
    item = desk.window.desk.status.printer
    assert item.words == "No printer"
    prints_on(desk, double)
    desk.ui.preferences_changed.emit()
    desk.bot.waitUntil(lambda: item.words == words)
    assert double.place in item.toolTip()
    watch.stop()


def test_the_card_of_a_paid_stay_has_its_receipt(desk: DeskWindow, paid: Booking) -> None:
    deeds = desk.screen.card.deeds
    shown = [
        button.text()
        for button in deeds.currentWidget().findChildren(type(deeds.renew))
        if button.isVisible()
    ]
    assert "Receipt…" in shown
    assert "Take payment" not in shown


def test_nobody_prints_who_is_not_signed_in(desk: DeskWindow, paid: Booking, double: PrinterDouble) -> None:
    prints_on(desk, double)
    desk.ui.sign_out()
    paper_desk(desk.ui).print_receipt(paid.id)
    desk.settle()
    assert not double.printed
