"""A driver who pays on the way takes the code along: the entry ticket prints from the dialog that shows it."""

from __future__ import annotations

from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking
from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.paper.preferences import Printing
from tests.outlets.papers import as_printed
from tests.outlets.printer_double import printer
from tests.ui.payments.conftest import CardDesk

CTRL = Qt.KeyboardModifier.ControlModifier


def test_the_ticket_prints_with_the_code_that_shows(desk: CardDesk, stay: Booking) -> None:
    with printer() as double:
        Printing(desk.ui.preferences).printer = Printer(Kind.NETWORK, double.place)
        dialog = desk.pay_dialog()
        assert not dialog.controls.ticket.isVisible()
        desk.press(dialog, Qt.Key.Key_F11)
        desk.until(lambda: dialog.card.panel.shows_code)
        assert dialog.controls.ticket.isVisible()
        desk.bot.keyClick(dialog, Qt.Key.Key_T, CTRL)
        desk.until(lambda: double.jobs)
        paper = as_printed(bytes(double.printed))
        assert "Scan to pay" in paper
        assert dialog.isVisible()


def test_without_a_printer_the_dialog_says_so(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.bot.keyClick(dialog, Qt.Key.Key_T, CTRL)
    assert "printer" in dialog.refusal.text()
    assert dialog.card.panel.shows_code


def test_a_code_that_is_paid_is_on_no_ticket(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.panel.shows_code)
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    assert not dialog.controls.ticket.isVisible()
