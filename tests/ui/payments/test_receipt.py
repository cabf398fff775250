"""A charge that is paid while nobody looks: one message with its receipt, printed by itself where that is set."""

from __future__ import annotations

from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Phase
from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.messages import Message
from parkdesk.ui.paper.preferences import Printing
from tests.outlets.papers import as_printed
from tests.outlets.printer_double import printer
from tests.ui.payments.conftest import CardDesk


def paid_in_the_background(desk: CardDesk, stay: Booking) -> Message:
    said: list[Message] = []
    desk.ui.messages.said.connect(said.append)
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    session = desk.session(stay)
    desk.press(dialog, Qt.Key.Key_Escape)
    desk.until(desk.window.no_dialog)
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: desk.phase(stay) is Phase.PAID)
    desk.until(lambda: any("paid" in message.words for message in said))
    desk.window.settle()
    (message,) = (message for message in said if "paid" in message.words)
    return message


def test_a_payment_in_the_background_offers_its_receipt(desk: CardDesk, stay: Booking) -> None:
    Printing(desk.ui.preferences).printer = Printer(Kind.FILE, "nowhere")
    message = paid_in_the_background(desk, stay)
    assert [choice.words for choice in message.more] == ["Print receipt", "E-mail…", "Show receipt"]
    (issued,) = desk.case.services.receipts.of(stay.id)
    assert (issued.receipt.number, issued.copy) == (1, 0)


def test_and_prints_it_where_that_is_set(desk: CardDesk, stay: Booking) -> None:
    with printer() as double:
        printing = Printing(desk.ui.preferences)
        printing.printer = Printer(Kind.NETWORK, double.place)
        printing.receipt_at_sale = True
        message = paid_in_the_background(desk, stay)
        desk.until(lambda: double.jobs)
        assert "Card" in as_printed(bytes(double.printed))
    assert [choice.words for choice in message.more] == ["E-mail…", "Show receipt"]
    (issued,) = desk.case.services.receipts.of(stay.id)
    assert issued.copy == 1, "the original has left"
