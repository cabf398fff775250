"""What is left of a stay: as a ring with its figure inside, and as a thin bar."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk.ui.theme import State, Text, current, font


class Ring(QWidget):
    """A ring filled clockwise by `share` (0 … 1) around a countdown and a caption."""

    def __init__(self, *, diameter: int = 160, thickness: int = 12) -> None:
        super().__init__()
        self._diameter, self._thickness = diameter, thickness
        self._share, self._figure, self._caption = 0.0, "", ""
        self._state = State.BOOKED
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)

    def set(self, share: float, figure: str, caption: str = "", state: State | str = State.BOOKED) -> None:
        """Repaints only when something that shows has changed."""
        before = (round(self._share, 3), self._figure, self._caption, self._state)
        self._share = min(max(share, 0.0), 1.0)
        self._figure, self._caption, self._state = figure, caption, State(state)
        if before != (round(self._share, 3), self._figure, self._caption, self._state):
            self.setAccessibleName(f"{figure} {caption}".strip())
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._diameter, self._diameter)

    def minimumSizeHint(self) -> QSize:
        """It gives way on a low screen, down to where its figures can still be read across a counter."""
        return QSize(self._diameter * 3 // 4, self._diameter * 3 // 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        tokens, shade = theme.tokens, theme.shade(self._state)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = min(self.width(), self.height(), self._diameter) - self._thickness
        circle = QRectF((self.width() - side) / 2, (self.height() - side) / 2, side, side)
        painter.setPen(QPen(tokens.track, self._thickness))
        painter.drawEllipse(circle)
        if self._share > 0:
            painter.setPen(QPen(shade.colour, self._thickness, c=Qt.PenCapStyle.RoundCap))
            painter.drawArc(circle, 90 * 16, -round(360 * 16 * self._share))
        calm = self._state in (State.BOOKED, State.PLAIN, State.FREE)
        painter.setPen(tokens.ink if calm else shade.ink)
        scale = min(1.0, side / (self._diameter - self._thickness))
        painter.setFont(font(Text.COUNTDOWN, size=27 * scale))
        middle = int(circle.center().y())
        centred = Qt.AlignmentFlag.AlignCenter
        painter.drawText(
            QRectF(circle.x(), middle - 26 * scale, side, 34 * scale),
            centred,
            self._figure,
        )
        painter.setPen(tokens.mute)
        painter.setFont(font(Text.SMALL, size=max(10, 12 * scale)))
        painter.drawText(
            QRectF(circle.x(), middle + 8 * scale, side, 20 * scale),
            centred,
            self._caption,
        )


class ThinBar(QWidget):
    """A line that fills from the left by `share` (0 … 1)."""

    def __init__(self, *, thickness: int = 4) -> None:
        super().__init__()
        self._share = 0.0
        self._state = State.BOOKED
        self.setFixedHeight(thickness)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set(self, share: float, state: State | str = State.BOOKED) -> None:
        self._share, self._state = min(max(share, 0.0), 1.0), State(state)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(120, self.height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.tokens.track)
        radius = self.height() / 2
        painter.drawRoundedRect(self.rect(), radius, radius)
        if self._share > 0:
            painter.setBrush(theme.shade(self._state).colour)
            filled = max(self.width() * self._share, self.height())
            painter.drawRoundedRect(QRectF(0, 0, filled, self.height()), radius, radius)
