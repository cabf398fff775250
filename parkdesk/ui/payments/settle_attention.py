"""Settling what a person had to look at, with a note on what was done."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk.domain.attention import Attention
from parkdesk.domain.lot import Lot
from parkdesk.ui.context import UiContext
from parkdesk.ui.dialogs.deed_dialog import DeedDialog
from parkdesk.ui.payments.words import attention_words
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Field, Label

translate = QCoreApplication.translate


class SettleDialog(DeedDialog):
    """A person has looked at what needed it, and says what was done."""

    def __init__(
        self, ui: UiContext, charge_id: UUID, why: Attention, lot: Lot, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(ui, translate("SettleDialog", "This was looked at"), parent=parent)
        self._charge_id = charge_id
        self.note = QLineEdit()
        field = Field(self.tr("What was done"), self.note)
        self.set_fields({"note": field})
        self.body.addWidget(Label(attention_words(why, lot, ui.language), Text.BODY, wrap=True))
        self.body.addWidget(field)
        self.body.addStretch(1)
        self.primary.setText(self.tr("Settled"))
        self.note.setFocus()

    def submit(self) -> None:
        charges, charge_id, note = self.ui.services.charges, self._charge_id, self.note.text()
        words = self.tr("Settled: {note}").format(note=note)
        self.run(
            lambda who, deed_id: charges.settle_attention(who, charge_id, note, deed_id=deed_id),
            lambda _: words,
        )
