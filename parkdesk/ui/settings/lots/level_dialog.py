"""Asks for the name of a new level."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk.domain.bay import Level
from parkdesk.domain.lot import Lot
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.form import Form
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Dialog, Label, PrimaryButton, SecondaryButton, column, row


class LevelDialog(Dialog):
    """`added` carries the Level."""

    added = Signal(object)

    def __init__(self, ui: UiContext, lot: Lot, parent: QWidget | None = None) -> None:
        super().__init__(parent, width=360)
        self._ui, self._lot = ui, lot
        self.setWindowTitle(self.tr("Add a level"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(columns=1)
        self.name = self.form.put("name", self.tr("Name"), QLineEdit(), hint=self.tr("for example Level 2"))
        self.name.setMaxLength(80)
        self.add_button = PrimaryButton(self.tr("Add the level"), key="Return")
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self.save)
        cancel = SecondaryButton(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        layout = column(self, gap=16, margins=(24, 20, 24, 20))
        layout.addWidget(Label(self.tr("Add a level"), Text.HEADING))
        layout.addWidget(self.form)
        buttons = row(gap=8)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add_button)
        layout.addLayout(buttons)

    def save(self) -> None:
        who, services, lot, name = self._ui.person, self._ui.services, self._lot, self.name.text()
        if who is not None:
            self._ui.tasks.command(
                lambda: services.lots.add_level(who, lot.id, name), self._added, self.form.refuse
            )

    def _added(self, level: Level) -> None:
        self.added.emit(level)
        self.accept()
