"""Whether all is well: every check of this installation, and what it found."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.health import CheckResult
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.form import WIDTH
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import Card, Dot, Hairline, Label, SecondaryButton, column, empty, row


class HealthCard(Card):
    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 16, 24, 16))
        self._ui = ui
        self.setMaximumWidth(WIDTH)
        self.check_button = SecondaryButton(self.tr("Check everything"))
        self.check_button.clicked.connect(self.check)
        words = self.tr("It reads the whole journal, and so may take a while.")
        self._said = Label(words, Text.SMALL, tone="mute")
        self._rows = column(gap=0)
        self.results: tuple[CheckResult, ...] = ()
        self.rebuild_button = SecondaryButton(self.tr("Count the figures anew"))
        self.rebuild_button.clicked.connect(self.rebuild)
        self.rebuild_button.hide()
        head = self.header(self.tr("Is all well?"))
        head.addWidget(self.rebuild_button)
        head.addWidget(self.check_button)
        self.body.addWidget(self._said)
        self.body.addLayout(self._rows)

    def check(self) -> None:
        services = self._ui.services
        self.check_button.setEnabled(False)
        self._said.setText(self.tr("Checking…"))
        self._ui.tasks.command(services.health.check, self._show_results, self._not_checked, network=True)

    def rebuild(self) -> None:
        """Make the daily figures of the bookings and payments again, then look once more."""
        who, services = self._ui.person, self._ui.services
        if who is not None:
            self.rebuild_button.setEnabled(False)
            self._ui.tasks.command(
                lambda: services.reports.rebuild_rollups(who), self._rebuilt, self._not_checked, network=True
            )

    def _rebuilt(self, wrong: int) -> None:
        self._ui.messages.done(self.tr("%n wrong figures were counted anew", "", wrong))
        self.check()

    def _not_checked(self, error: ParkDeskError) -> None:
        self.check_button.setEnabled(True)
        self.rebuild_button.setEnabled(True)
        self._said.setText(sentence(error))

    def _show_results(self, results: Sequence[CheckResult]) -> None:
        self.results = tuple(results)
        self.check_button.setEnabled(True)
        drifted = any(result.name == "rollups" and not result.ok for result in results)
        self.rebuild_button.setVisible(drifted and _readable(results))
        self.rebuild_button.setEnabled(True)
        wrong = sum(not result.ok for result in results)
        self._said.setText(
            self.tr("%n checks found something", "", wrong) if wrong else self.tr("All is well.")
        )
        empty(self._rows)
        for result in results:
            self._rows.addWidget(Hairline())
            self._rows.addWidget(ResultRow(result))


def _readable(results: Sequence[CheckResult]) -> bool:
    return all(result.ok for result in results if result.name == "database")


class ResultRow(QWidget):
    """One check: what was looked at, and what was found if that was not what should be."""

    def __init__(self, result: CheckResult) -> None:
        super().__init__()
        names = {
            "tls": self.tr("Certificates for secure connections"),
            "time_zones": self.tr("Time zones"),
            "data_folder": self.tr("Data folder"),
            "disk_space": self.tr("Room on the disk"),
            "database": self.tr("Database and its schema"),
            "journal": self.tr("Journal, every entry of every desk"),
            "rollups": self.tr("Daily figures against all bookings"),
        }
        layout = row(self, gap=10, margins=(0, 8, 8, 8))
        layout.addWidget(Dot(State.FREE if result.ok else State.OVERSTAYING))
        layout.addWidget(Label(names.get(result.name, result.name)))
        words = self.tr("in order") if result.ok else result.words
        found = Label(words, Text.SMALL, tone="mute" if result.ok else "overstaying", wrap=not result.ok)
        found.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        found.setToolTip(result.words)
        layout.addWidget(found, 1)
