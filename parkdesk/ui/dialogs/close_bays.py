"""Taking bays out of use, one or many, with one reason."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk.domain.board import Cell
from parkdesk.ui.actions.lot import named
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.dialogs.reason import Reason
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Label


class CloseBaysDialog(DeedDialog):
    def __init__(self, ui: UiContext, cells: tuple[Cell, ...], *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("CloseBaysDialog", "Close {bays}").format(bays=named(cells))
        super().__init__(ui, title, parent=parent)
        self._cells = cells
        usual = (
            self.tr("Maintenance"),
            self.tr("Damaged"),
            self.tr("Kept for an event"),
            self.tr("Blocked by a vehicle"),
        )
        self.reason = Reason(self.tr("Reason"), usual)
        self.set_fields({"reason": self.reason.field})
        self.body.addWidget(self.reason)
        taken = sum(cell.stay is not None or cell.next is not None for cell in cells)
        if taken:
            words = self.tr("%n of them are taken; those stays and bookings remain.", "", taken)
            self.body.addWidget(Label(words, Text.SMALL, tone="mute", wrap=True))
        self.body.addStretch(1)
        self.primary.setText(self.tr("Close"))
        self.reason.setFocus()

    def submit(self) -> None:
        lots, reason = self.ui.services.lots, self.reason.text
        bay_ids = [cell.bay_id for cell in self._cells]
        words = self.tr("Closed {bays}: {reason}").format(bays=named(self._cells), reason=reason.strip())
        self.run(lambda who, deed_id: lots.close_bays(who, bay_ids, reason, deed_id=deed_id), lambda _: words)
