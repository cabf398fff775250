"""Striking an IOU off that nobody will pay, with a reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.iou_list import IouRow
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.reason import Reason
from parkdesk.ui.widgets import Kind, Label

translate = QCoreApplication.translate


class StrikeDialog(DeedDialog):
    def __init__(self, ui: UiContext, row: IouRow, locale: str, *, parent: QWidget | None = None) -> None:
        title = translate("StrikeDialog", "Strike off the IOU of {plate}").format(plate=row.iou.plate)
        super().__init__(ui, title, kind=Kind.DANGER, parent=parent)
        self._row, self._amount = row, wording.money(row.owed, locale, short=True)
        words = self.tr("Nobody asks for {amount} again. The journal keeps who struck it and why.")
        self.body.addWidget(Label(words.format(amount=self._amount), wrap=True))
        usual = (
            self.tr("Paid elsewhere"),
            self.tr("Cannot be reached"),
            self.tr("Written by mistake"),
            self.tr("Complaint"),
        )
        self.reason = Reason(self.tr("Reason"), usual)
        self.set_fields({"note": self.reason.field})
        self.body.addWidget(self.reason)
        self.body.addStretch(1)
        self.primary.setText(self.tr("Strike off {amount}").format(amount=self._amount))
        self.reason.setFocus()

    def submit(self) -> None:
        unpaid, iou_id, note = self.ui.services.unpaid, self._row.iou.id, self.reason.text
        words = self.tr("The IOU of {plate} over {amount} is struck off")
        words = words.format(plate=self._row.iou.plate, amount=self._amount)
        self.run(lambda who, deed_id: unpaid.settle_iou(who, iou_id, note, deed_id=deed_id), lambda _: words)
