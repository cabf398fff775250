"""A large sign in the place of a code: an icon on its disc, on a tinted ground."""

from __future__ import annotations

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from parkdesk.ui.theme import RADIUS_CARD, State, current, pixmap
from parkdesk.ui.widgets import box

_ICON, _DISC = 56, 60


class Sign(QWidget):
    def __init__(self, side: int) -> None:
        super().__init__()
        self.setFixedSize(side, side)
        self._icon, self._state = "qr-code", State.PLAIN

    def set(self, icon: str, state: State) -> None:
        if (icon, state) != (self._icon, self._state):
            self._icon, self._state = icon, state
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        plain = self._state is State.PLAIN
        shade = theme.shade(self._state)
        painter = QPainter(self)
        box(painter, self.rect(), RADIUS_CARD, fill=shade.tint, edge=shade.outline)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.card if plain else shade.colour)
        middle = QPointF(self.width() / 2, self.height() / 2)
        painter.drawEllipse(middle, _DISC, _DISC)
        ink = theme.tokens.mute if plain else theme.tokens.card
        corner = (self.width() - _ICON) // 2
        painter.drawPixmap(corner, corner, pixmap(self._icon, ink, _ICON, self.devicePixelRatioF()))
