"""A driver who has paid did not come: that their money stays is said before the bay is free again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.board import live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.widgets import Label

if TYPE_CHECKING:
    from parkdesk.domain.money import Money

translate = QCoreApplication.translate


class NoShowDialog(DeedDialog):
    def __init__(
        self, ui: UiContext, subject: Subject, paid: Money, *, parent: QWidget | None = None
    ) -> None:
        title = translate("NoShowDialog", "{plate} did not come").format(plate=subject.plate)
        super().__init__(ui, title, subject.bay_code, parent=parent)
        self._subject = subject
        lot = live_board(ui).model.lot
        amount = wording.money(paid, lot.language if lot is not None else "en")
        words = self.tr("The {amount} paid stay with the lot: the bay was held. It is free from now on.")
        self.words = Label(words.format(amount=amount), wrap=True)
        self.body.addWidget(self.words)
        self.body.addStretch(1)
        self.primary.setText(self.tr("No-show"))
        self.primary.setFocus()

    def submit(self) -> None:
        booking_id, stays = self._subject.booking_id, self.ui.services.stays
        words = translate("actions", "{plate} did not come; {bay} is free")
        words = words.format(plate=self._subject.plate, bay=self._subject.bay_code)
        self.run(lambda who, deed_id: stays.mark_no_show(who, booking_id, deed_id=deed_id), lambda _: words)
