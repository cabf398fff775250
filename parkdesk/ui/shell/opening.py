"""What shows from the first paint until the database is open, and when it cannot be opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QWidget

from parkdesk.ui.theme import Text
from parkdesk.ui.widgets.label import Label, Paragraph
from parkdesk.ui.widgets.layouts import column, empty
from parkdesk.ui.widgets.marks import Mark


class Opening(QWidget):
    """`painted` comes once, when the first picture is on the screen."""

    painted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._painted = False
        middle = Qt.AlignmentFlag.AlignHCenter
        self._title = Label("ParkDesk", Text.HEADING, align=middle)
        self._words = Paragraph(self.tr("Opening the desk…"), width=480, align=middle)
        layout = column(self, gap=8, margins=(24, 24, 24, 24))
        layout.addStretch(1)
        layout.addWidget(Mark(56), 0, middle)
        layout.addSpacing(8)
        layout.addWidget(self._title, 0, middle)
        layout.addWidget(self._words, 0, middle)
        self._below = column(gap=0, margins=(0, 8, 0, 0))
        layout.addLayout(self._below)
        layout.addStretch(1)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._painted:
            self._painted = True
            self.painted.emit()

    def say(self, words: str) -> None:
        self._words.setText(words)
        empty(self._below)

    def fail(self, title: str, words: str, again: Callable[[], None]) -> None:
        """Say why the desk did not open, with a button that tries again."""
        from parkdesk.ui.widgets.button import Button, Kind

        self._title.setText(title)
        self.say(words)
        button = Button(self.tr("Try again"), Kind.PRIMARY, icon="refresh-cw")
        button.clicked.connect(lambda: again())
        self._below.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        button.setFocus(Qt.FocusReason.OtherFocusReason)
