"""Taking money at the window: by code and reader against the real SDK and a Stripe on loopback, and in cash."""

from __future__ import annotations

from PySide6.QtCore import Qt

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Phase
from tests.ui.payments.conftest import CardDesk

NB = "\u00a0"


def test_a_code_is_scanned_and_paid_while_the_dialog_is_open(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog()
    desk.press(dialog, Qt.Key.Key_F11)
    assert dialog.card.isVisible()
    assert dialog.card.panel.title.text() == "Preparing the code…"
    session = desk.session(stay)
    desk.until(lambda: dialog.card.panel.shows_code)
    assert dialog.card.panel.title.text() == "Scan and pay"
    assert dialog.card.panel.amount.text() == f"₹{NB}70.80"
    assert not dialog.primary.isVisible()
    desk.stripe.checkout.pay(session)
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
    assert dialog.card.panel.title.text() == "Paid"
    assert desk.phase(stay) is Phase.PAID
    assert desk.due(stay) == 0
    desk.window.settle()
    assert dialog.primary.text() == "Done"
    desk.press(dialog, Qt.Key.Key_Return)
    assert desk.window.no_dialog()
    assert desk.up == {}
    assert f"KL 08 AZ 1234 paid ₹{NB}70.80" in desk.window.said


def test_a_key_at_the_lot_begins_with_the_code(desk: CardDesk, stay: Booking) -> None:
    dialog = desk.pay_dialog(Qt.Key.Key_F11)
    desk.until(lambda: dialog.card.isVisible())
    desk.stripe.checkout.pay(desk.session(stay))
    desk.later()
    desk.until(lambda: dialog.card.is_paid)
