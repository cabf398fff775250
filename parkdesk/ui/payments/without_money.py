"""Letting a driver go without money: what is owed is struck, or kept as an IOU; never without a reason."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu, QWidget

from parkdesk import wording
from parkdesk.domain.booking import Status
from parkdesk.domain.iou import Iou
from parkdesk.domain.money import Money
from parkdesk.domain.people import Right
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.reason import Reason
from parkdesk.ui.payments.refund_note import RefundNote
from parkdesk.ui.widgets import Kind, Label

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail
    from parkdesk.services.settling.by_rule import RefundPreview

translate = QCoreApplication.translate


class WithoutMoneyDialog(DeedDialog):
    """With `nil` nothing is owed any more, which needs a supervisor; else the debt is written down."""

    def __init__(
        self,
        ui: UiContext,
        detail: BookingDetail,
        *,
        nil: bool,
        parent: QWidget | None = None,
    ) -> None:
        plate = detail.booking.plate.shown
        title = (
            translate("WithoutMoneyDialog", "Let {plate} go without payment")
            if nil
            else translate("WithoutMoneyDialog", "Let {plate} pay later")
        )
        super().__init__(
            ui, title.format(plate=plate), kind=Kind.DANGER if nil else Kind.PRIMARY, parent=parent
        )
        self._booking_id, self._plate, self._nil = detail.booking.id, plate, nil
        self._locale = detail.lot.language
        self._ends = any(link.status is Status.ACTIVE for link, _ in detail.links)
        self._due: Money | None = None
        self.words = Label("", wrap=True)
        self.refund = RefundNote(ui, self._locale)
        self.body.addWidget(self.words)
        self.body.addWidget(self.refund)
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
        self.primary.setText(self.tr("Strike it") if nil else self.tr("Write an IOU"))
        self.primary.setEnabled(False)
        self.reason.setFocus()
        self._ask()

    def submit(self) -> None:
        unpaid, booking_id, reason = self.ui.services.unpaid, self._booking_id, self.reason.text
        if self._due is None:
            return
        if not self._due:
            self._check_out()
        elif self._nil:
            words = (
                self.tr("{plate} left without payment; {amount} is struck")
                if self._ends
                else self.tr("{plate} owes nothing any more; {amount} is struck")
            )
            words = words.format(plate=self._plate, amount=self._said(self._due))
            self.run(
                lambda who, deed_id: unpaid.nil_payment(who, booking_id, reason, deed_id=deed_id),
                lambda _: words,
            )
        else:
            self.run(
                lambda who, deed_id: unpaid.iou(who, booking_id, reason, deed_id=deed_id), self._said_owed
            )

    def _check_out(self) -> None:
        stays, booking_id = self.ui.services.stays, self._booking_id
        words = self.tr("Checked out {plate}; nothing is owed").format(plate=self._plate)
        self.run(lambda who, deed_id: stays.check_out(who, booking_id, deed_id=deed_id), lambda _: words)

    def _said_owed(self, iou: Iou | None) -> str:
        if iou is None:
            return self.tr("Checked out {plate}; nothing is owed").format(plate=self._plate)
        words = self.tr("{plate} left and owes {amount}") if self._ends else self.tr("{plate} owes {amount}")
        return words.format(plate=self._plate, amount=self._said(iou.amount))

    def _ask(self) -> None:
        """A stay that ends now costs the time used, and what has not begun goes with it."""
        refunds, booking_id = self.ui.services.refunds, self._booking_id
        self.ui.tasks.query(
            lambda: refunds.preview_check_out(booking_id), self._show, self.show_refusal, owner=self
        )

    def _show(self, after: RefundPreview) -> None:
        self._due, amount = after.due, self._said(after.due)
        owes = bool(after.due)
        self.primary.setEnabled(owes or self._ends)
        self.reason.setVisible(owes)
        self.refund.show_preview(after)
        self.refund.setVisible(bool(after.back))
        if not owes:
            words = (
                self.tr("The stay ends now and owes nothing: what was not paid is for time to come.")
                if self._ends
                else self.tr("Nothing is owed any more.")
            )
            self.primary.setText(self.tr("Check out"))
        elif self._nil:
            words = (
                self.tr("The stay ends now and {amount} is struck: nobody will ask for it again.")
                if self._ends
                else self.tr("{amount} is struck: nobody will ask for it again.")
            )
            self.primary.setText(self.tr("Strike {amount}").format(amount=amount))
        else:
            words = (
                self.tr("The stay ends now and {amount} stays owed, as an IOU.")
                if self._ends
                else self.tr("{amount} stays owed, as an IOU.")
            )
        self.words.setText(words.format(amount=amount))
        self.primary.updateGeometry()

    def _said(self, amount: Money) -> str:
        return wording.money(amount, self._locale)


def ways_out(ui: UiContext, parent: QWidget, open_dialog: Callable[[bool], None]) -> QMenu:
    """`open_dialog` is told whether the debt shall be struck."""
    menu = QMenu(parent)
    menu.addAction(translate("WithoutMoneyDialog", "Pay later, as an IOU…"), partial(open_dialog, False))
    struck = menu.addAction(
        translate("WithoutMoneyDialog", "Nothing to pay, with a reason…"), partial(open_dialog, True)
    )
    struck.setEnabled(ui.person is not None and ui.person.may(Right.OVERRIDE))
    return menu
