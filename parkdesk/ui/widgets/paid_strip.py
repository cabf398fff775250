"""The line under the price: paid and how, or what is still due."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk.ui.theme import RADIUS_SMALL, State, Text, current, font
from parkdesk.ui.widgets import box


class PaidStrip(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self._words, self._state = "", State.FREE
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)

    @property
    def words(self) -> str:
        return self._words

    def set(self, words: str, state: State) -> None:
        if (words, state) != (self._words, self._state):
            self._words, self._state = words, state
            self.setAccessibleName(words)
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, 26)

    def paintEvent(self, _event: QPaintEvent) -> None:
        shade = current().shade(self._state)
        painter = QPainter(self)
        box(painter, self.rect(), RADIUS_SMALL, fill=shade.tint)
        painter.setFont(font(Text.SMALL, weight=600))
        painter.setPen(shade.ink)
        words = painter.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, self.width() - 12)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, words)
