"""Checking out somebody who leaves early: what goes back is said before it does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.board import live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.payments.refund_note import RefundNote

if TYPE_CHECKING:
    from parkdesk.services.settling.by_rule import RefundPreview

translate = QCoreApplication.translate


class CheckOutDialog(DeedDialog):
    def __init__(
        self, ui: UiContext, subject: Subject, preview: RefundPreview, *, parent: QWidget | None = None
    ) -> None:
        title = translate("CheckOutDialog", "Check out {plate}").format(plate=subject.plate)
        caption = translate("CheckOutDialog", "{bay} · leaves before the end").format(bay=subject.bay_code)
        super().__init__(ui, title, caption, parent=parent)
        self._subject = subject
        lot = live_board(ui).model.lot
        self.refund = RefundNote(ui, lot.language if lot is not None else "en")
        self.refund.show_preview(preview)
        self.body.addWidget(self.refund)
        self.body.addStretch(1)
        self.primary.setText(self.tr("Check out"))
        self.primary.setFocus()

    def submit(self) -> None:
        booking_id, stays = self._subject.booking_id, self.ui.services.stays
        words = self.tr("Checked out {plate}; {bay} is free")
        words = words.format(plate=self._subject.plate, bay=self._subject.bay_code)
        self.run(lambda who, deed_id: stays.check_out(who, booking_id, deed_id=deed_id), lambda _: words)
