"""The section of the database: where the data lies, a backup of it, and whether all is well."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QWidget

from parkdesk import wording
from parkdesk.domain.backup import Backup
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.form import WIDTH, scrolled
from parkdesk.ui.settings.health_card import HealthCard
from parkdesk.ui.theme import GAP_4, Text
from parkdesk.ui.widgets import (
    Card,
    Facts,
    Label,
    PrimaryButton,
    column,
)

_MIB = 1024 * 1024


class DatabaseSection(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._facts = Facts()
        self.backup_button = PrimaryButton(self.tr("Back up now…"), icon="download")
        self.backup_button.clicked.connect(self.choose_file)
        self._said = Label(self._advice(), Text.SMALL, tone="mute", wrap=True)
        where, backup, self.health = self._card(), self._card(), HealthCard(ui)
        where.header(self.tr("Database"))
        where.body.addWidget(self._facts)
        backup.header(self.tr("Backup")).addWidget(self.backup_button)
        backup.body.addWidget(self._said)
        inside = QWidget()
        layout = column(inside, gap=GAP_4)
        for card in (where, backup, self.health):
            layout.addWidget(card)
        layout.addStretch(1)
        column(self).addWidget(scrolled(inside))

    @property
    def said(self) -> str:
        """What stands beside the backup."""
        return self._said.text()

    @property
    def place(self) -> str:
        """Where the data lies, as it is shown."""
        return self._facts.value(1).text()

    def activated(self) -> None:
        self._show_facts()

    def refresh(self) -> None:
        self._show_facts()

    def back(self) -> None:
        """There is nowhere to go back to."""

    # Backup

    def choose_file(self) -> None:
        dialog = QFileDialog(self, self.tr("Back up to"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        # A backup never replaces another one: the service refuses, in its own words.
        dialog.setOption(QFileDialog.Option.DontConfirmOverwrite)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.selectFile(self._ui.services.backup.file_name())
        dialog.fileSelected.connect(lambda name: self.back_up(Path(name)))
        dialog.open()

    def back_up(self, path: Path) -> None:
        who, services = self._ui.person, self._ui.services
        if who is None:
            return
        self.backup_button.setEnabled(False)
        self._say(self.tr("Copying…"), "mute")
        self._ui.tasks.command(
            lambda: services.backup.backup(who, path), self._backed_up, self._not_backed_up, network=True
        )

    def _backed_up(self, backup: Backup) -> None:
        self.backup_button.setEnabled(True)
        size = wording.number(backup.size / _MIB, self._ui.language, places=1)
        self._say(
            self.tr("{file} was written and verified, {size} MiB.").format(file=backup.file.name, size=size),
            "free",
        )
        folder = backup.file.parent
        self._ui.messages.done(
            self.tr("The backup is made"), action=self.tr("Show the folder"), act=lambda: _open(folder)
        )

    def _not_backed_up(self, error: ParkDeskError) -> None:
        self.backup_button.setEnabled(True)
        self._say(sentence(error), "overstaying")

    def _say(self, words: str, tone: str) -> None:
        self._said.setText(words)
        self._said.set_tone(tone)

    def _advice(self) -> str:
        return self.tr(
            "A copy of everything, made while the desk goes on working. Keep it on another disk than this one."
        )

    # Where the data lies

    def _show_facts(self) -> None:
        desk = self._ui.services.desk
        kind = (
            self.tr("SQLite, a file on this computer")
            if desk.database.is_sqlite
            else self.tr("Postgres, a server")
        )
        self._facts.set(
            [
                (self.tr("Kind"), kind),
                (self.tr("Place"), desk.database.place),
                (self.tr("This desk"), desk.name),
                (self.tr("Identifier"), str(desk.id)),
            ]
        )

    def _card(self) -> Card:
        card = Card(margins=(24, 16, 24, 16))
        card.setMaximumWidth(WIDTH)
        return card


def _open(folder: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
