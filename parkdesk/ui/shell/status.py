"""The status bar: database, payments and printer, the DEMO mark, the version."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QWidget

from parkdesk import __version__
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets.label import Label
from parkdesk.ui.widgets.layouts import row
from parkdesk.ui.widgets.marks import Dot
from parkdesk.ui.widgets.pills import Badge


class StatusItem(QWidget):
    """A dot and its words."""

    def __init__(self, words: str, state: State | str = State.PLAIN) -> None:
        super().__init__()
        self._dot = Dot(state, diameter=8)
        self._words = Label(words, Text.CAPTION, tone="mute")
        layout = row(self, gap=6)
        layout.addWidget(self._dot)
        layout.addWidget(self._words)

    @property
    def words(self) -> str:
        return self._words.text()

    def set(self, words: str, state: State | str, tip: str = "") -> None:
        self._words.setText(words)
        self._dot.set(state)
        self.setToolTip(tip)


class StatusBar(QFrame):
    """Others set the items: `status.database.set("SQLite · desk 1", State.FREE)`."""

    def __init__(self, *, demo: bool = False) -> None:
        super().__init__()
        self.setProperty("surface", "status")
        self.setFixedHeight(30)
        self.database = StatusItem(self.tr("Opening the database…"))
        self.payments = StatusItem(self.tr("Cash only"))
        self.printer = StatusItem(self.tr("No printer"))
        layout = row(self, gap=20, margins=(24, 1, 20, 0))
        for item in (self.database, self.payments, self.printer):
            layout.addWidget(item)
        layout.addStretch(1)
        if demo:
            layout.addWidget(Badge(self.tr("DEMO"), State.RESERVED))
        layout.addWidget(Label(f"ParkDesk {__version__}", Text.CAPTION, tone="mute"))
