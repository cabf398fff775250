"""Letting a driver go without money: what is owed is struck, or kept as an IOU; never without a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from parkdesk.domain.people import Right
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.reason import Reason
from parkdesk.ui.widgets import Kind, Label

translate = QCoreApplication.translate


class WithoutMoneyDialog(DeedDialog):
    """With `nil` nothing is owed any more, which needs a supervisor; else the debt is written down."""

    def __init__(
        self,
        ui: UiContext,
        booking_id: UUID,
        plate: str,
        due: str,
        *,
        nil: bool,
        parent: QWidget | None = None,
    ) -> None:
        title = (
            translate("WithoutMoneyDialog", "Let {plate} go without payment")
            if nil
            else translate("WithoutMoneyDialog", "Let {plate} pay later")
        )
        super().__init__(
            ui, title.format(plate=plate), kind=Kind.DANGER if nil else Kind.PRIMARY, parent=parent
        )
        self._booking_id, self._plate, self._due, self._nil = booking_id, plate, due, nil
        what = (
            self.tr("The stay ends now and {amount} is struck: nobody will ask for it again.")
            if nil
            else self.tr("The stay ends now and {amount} stays owed, as an IOU.")
        )
        self.body.addWidget(Label(what.format(amount=due), wrap=True))
        usual = (
            (
                self.tr("Ticket machine was broken"),
                self.tr("Complaint"),
                self.tr("Emergency"),
                self.tr("Staff"),
            )
            if nil
            else (self.tr("No money on them"), self.tr("Card was declined"), self.tr("Network is down"))
        )
        self.reason = Reason(self.tr("Reason"), usual)
        self.set_fields({"reason": self.reason.field})
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.primary.setText(self.tr("Strike {amount}") if nil else self.tr("Write an IOU"))
        if nil:
            self.primary.setText(self.primary.text().format(amount=due))
        self.reason.setFocus()

    def submit(self) -> None:
        unpaid, booking_id, reason = self.ui.services.unpaid, self._booking_id, self.reason.text
        if self._nil:
            words = self.tr("{plate} left without payment; {amount} is struck")
            words = words.format(plate=self._plate, amount=self._due)
            self.run(
                lambda who, deed_id: unpaid.nil_payment(who, booking_id, reason, deed_id=deed_id),
                lambda _: words,
            )
            return
        words = self.tr("{plate} left and owes {amount}").format(plate=self._plate, amount=self._due)
        self.run(lambda who, deed_id: unpaid.iou(who, booking_id, reason, deed_id=deed_id), lambda _: words)


def ways_out(ui: UiContext, parent: QWidget, open_dialog: Callable[[bool], None]) -> QMenu:
    """`open_dialog` is told whether the debt shall be struck."""
    menu = QMenu(parent)
    menu.addAction(translate("WithoutMoneyDialog", "Pay later, as an IOU…"), partial(open_dialog, False))
    struck = menu.addAction(
        translate("WithoutMoneyDialog", "Nothing to pay, with a reason…"), partial(open_dialog, True)
    )
    struck.setEnabled(ui.person is not None and ui.person.may(Right.OVERRIDE))
    return menu
