"""A note kept with a booking."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from parkdesk.ui.actions.subject import Subject
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.widgets import Field


class NoteDialog(DeedDialog):
    def __init__(self, ui: UiContext, subject: Subject, *, parent: QWidget | None = None) -> None:
        title = QCoreApplication.translate("NoteDialog", "Note on {plate}").format(plate=subject.plate)
        super().__init__(ui, title, subject.bay_code, parent=parent)
        self._subject = subject
        self.note = QPlainTextEdit()
        self.note.setTabChangesFocus(True)
        self.note.setMinimumHeight(96)
        field = Field(self.tr("Note"), self.note)
        self.set_fields({"note": field})
        self.body.addWidget(field, 1)
        self.primary.setText(self.tr("Keep note"))
        self.primary.set_key("Ctrl+Return")
        QShortcut(QKeySequence("Ctrl+Return"), self).activated.connect(self.primary.click)
        self.note.setFocus()

    def submit(self) -> None:
        booking_id, text, stays = self._subject.booking_id, self.note.toPlainText(), self.ui.services.stays
        words = self.tr("Noted on {plate}").format(plate=self._subject.plate)
        self.run(lambda who, deed_id: stays.add_note(who, booking_id, text, deed_id=deed_id), lambda _: words)
