"""What the colours and marks of the grid mean."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk.ui.theme import State, Text, current, font
from parkdesk.ui.widgets import box

_SQUARE, _GAP, _BETWEEN = 12, 5, 14


class Legend(QWidget):
    """One line; where it does not fit, the last words give way."""

    def __init__(self) -> None:
        super().__init__()
        self._entries = (
            (State.FREE, self.tr("Free")),
            (State.BOOKED, self.tr("Booked")),
            (State.ENDING, self.tr("Ending !")),
            (State.OVERSTAYING, self.tr("Over !!")),
            (State.RESERVED, self.tr("Reserved R")),
            (State.CLOSED, self.tr("Closed")),
        )
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(", ".join(words for _, words in self._entries))

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(font(Text.CAPTION))
        widths = (metrics.horizontalAdvance(words) for _, words in self._entries)
        return QSize(sum(width + _SQUARE + _GAP + _BETWEEN for width in widths) - _BETWEEN + 2, 18)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, 18)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setFont(font(Text.CAPTION))
        left, top = 0, (self.height() - _SQUARE) // 2
        for state, words in self._entries:
            width = painter.fontMetrics().horizontalAdvance(words)
            if left + _SQUARE + _GAP + width > self.width():
                break
            colour = theme.shade(state).colour
            fill = theme.tokens.card if state is State.FREE else colour
            box(painter, QRect(left, top, _SQUARE, _SQUARE), 3, fill=fill, edge=colour, width=1.5)
            painter.setPen(theme.tokens.mute)
            area = QRect(left + _SQUARE + _GAP, 0, width + 2, self.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, words)
            left += _SQUARE + _GAP + width + _BETWEEN
