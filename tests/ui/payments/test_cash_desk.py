"""A desk without a key takes cash, says so, and asks nothing of the network."""

from __future__ import annotations

from PySide6.QtCore import Qt

from parkdesk.domain.charge import Mode
from parkdesk.ui.dialogs.payment import PaymentDialog
from parkdesk.ui.live.settling import settling
from tests.ui.desk_window import DeskWindow, case, desk

__all__ = ["case", "desk"]


def test_it_asks_once_and_rests(desk: DeskWindow) -> None:
    settled = settling(desk.ui)
    settled.start()
    desk.bot.waitUntil(lambda: settled.mode is Mode.CASH)
    first = settled.tick
    desk.refresh()
    desk.settle()
    assert settled.tick is first
    settled.stop()


def test_its_dialog_offers_no_code_and_says_why(desk: DeskWindow) -> None:
    settled = settling(desk.ui)
    settled.start()
    desk.bot.waitUntil(lambda: settled.mode is Mode.CASH)
    desk.case.book("A1")
    desk.refresh()
    desk.choose("A1")
    desk.run("stay.take_payment")
    dialog = desk.dialog(PaymentDialog)
    assert not dialog.method.pill("qr").isVisible()
    desk.bot.keyClick(dialog, Qt.Key.Key_F11)
    desk.settle()
    assert dialog.form.isVisible()
    assert dialog.refusal.text() == "This desk has no key for card payments; it takes cash."
    settled.stop()
