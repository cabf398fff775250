"""Small marks: the program's own, a key on its chip, a person's initials, a dot beside words."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from parkdesk.ui.theme import RADIUS_SMALL, State, Text, current, font, icon
from parkdesk.ui.widgets.keys import shown_key
from parkdesk.ui.widgets.painting import box


class Mark(QWidget):
    """The program's own mark: a P on a rounded square."""

    def __init__(self, side: int = 32) -> None:
        super().__init__()
        self.setFixedSize(side, side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        box(painter, self.rect(), self.width() / 4, fill=tokens.brand)
        painter.setPen(tokens.on_brand)
        painter.setFont(font(Text.HEADING, size=self.width() * 0.62))
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, "P")


class KeyChip(QWidget):
    """A key as it is printed on the keyboard."""

    def __init__(self, key: str) -> None:
        super().__init__()
        self._text = shown_key(key)
        self.setAccessibleName(self._text)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def sizeHint(self) -> QSize:
        return QSize(
            max(24, QFontMetrics(font(Text.CAPTION, weight=500)).horizontalAdvance(self._text) + 16), 22
        )

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        box(painter, self.rect(), RADIUS_SMALL, fill=tokens.card, edge=tokens.line)
        painter.setFont(font(Text.CAPTION, weight=500))
        painter.setPen(tokens.mute)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._text)


class Avatar(QWidget):
    """A person's initials on a disc."""

    def __init__(self, initials: str = "", *, diameter: int = 24) -> None:
        super().__init__()
        self._initials = initials
        self.setFixedSize(diameter, diameter)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set(self, initials: str) -> None:
        self._initials = initials[:2]
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.brand)
        painter.drawEllipse(self.rect())
        painter.setFont(font(Text.CAPTION, size=10 if self.width() < 32 else self.width() * 0.38, weight=700))
        painter.setPen(tokens.on_brand)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self._initials)


class Dot(QWidget):
    """A small disc in a state's colour; always beside words that say the same."""

    def __init__(self, state: State | str = State.FREE, *, diameter: int = 10) -> None:
        super().__init__()
        self._state = State(state)
        self._diameter = diameter
        self.setFixedSize(diameter, diameter)

    def set(self, state: State | str) -> None:
        self._state = State(state)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().shade(self._state).colour)
        painter.drawEllipse(QRectF(self.rect()))


class Picture(QWidget):
    """An icon that follows the theme, for places that are not buttons."""

    def __init__(self, name: str, token: str = "mute", *, size: int = 16) -> None:
        super().__init__()
        self._name, self._token = name, token
        self.setFixedSize(size, size)
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def set(self, name: str, token: str = "mute") -> None:
        self._name, self._token = name, token
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        icon(self._name, self._token).paint(QPainter(self), self.rect())
