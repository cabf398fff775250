"""Cancelling a booking, never without a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.board import live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.reason import Reason
from parkdesk.ui.payments.refund_note import RefundNote
from parkdesk.ui.widgets import Kind


class CancelDialog(DeedDialog):
    def __init__(self, ui: UiContext, subject: Subject, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CancelDialog", "Cancel the booking of {plate}")
        super().__init__(
            ui, title.format(plate=subject.plate), subject.bay_code, kind=Kind.DANGER, parent=parent
        )
        self._subject = subject
        usual = (
            self.tr("Driver changed plans"),
            self.tr("Booked twice"),
            self.tr("Wrong plate"),
            self.tr("Wrong bay"),
        )
        self.reason = Reason(self.tr("Reason"), usual)
        self.set_fields({"reason": self.reason.field})
        lot, refunds = live_board(ui).model.lot, ui.services.refunds
        self.refund = RefundNote(ui, lot.language if lot is not None else "en")
        self.body.addWidget(self.reason)
        self.body.addWidget(self.refund)
        self.body.addStretch(1)
        self.refund.ask(lambda: refunds.preview_cancel(subject.booking_id))
        self.primary.setText(self.tr("Cancel booking"))
        self.leave.setText(self.tr("Keep it"))
        self.reason.setFocus()

    def submit(self) -> None:
        booking_id, reason, stays = self._subject.booking_id, self.reason.text, self.ui.services.stays
        words = self.tr("Cancelled the booking of {plate}; {bay} is free")
        words = words.format(plate=self._subject.plate, bay=self._subject.bay_code)
        self.run(lambda who, deed_id: stays.cancel(who, booking_id, reason, deed_id=deed_id), lambda _: words)
