"""Lines with their time at the left: payments, notes, history."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Label, empty


class Timeline(QWidget):
    """Each line is (when, what, who or why)."""

    def __init__(self, nothing: str) -> None:
        super().__init__()
        self._nothing = nothing
        self._lines: tuple[tuple[str, str, str], ...] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 4, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self.show_lines([])

    def text(self) -> str:
        """All that is said, a line each."""
        return "\n".join(" ".join(line) for line in self._lines)

    def show_lines(self, lines: Sequence[tuple[str, str, str]]) -> None:
        self._lines = tuple(lines)
        empty(self._grid)
        top = Qt.AlignmentFlag.AlignTop
        if not lines:
            self._grid.addWidget(Label(self._nothing, Text.SMALL, tone="mute"), 0, 0, 1, 2)
        for number, (when, what, who) in enumerate(lines):
            self._grid.addWidget(Label(when, Text.SMALL, tone="mute"), 2 * number, 0, top)
            self._grid.addWidget(Label(what, Text.BODY, weight=500, wrap=True), 2 * number, 1)
            if who:
                self._grid.addWidget(Label(who, Text.SMALL, tone="mute", wrap=True), 2 * number + 1, 1)
