"""The assistant's own pieces: the list of steps, a card to choose, a password that can be looked at."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from parkdesk.ui.theme import RADIUS_CARD, Text, current, font, icon, pixmap
from parkdesk.ui.widgets import box
from parkdesk.ui.widgets.choice import Choice

_STEP = 44
_DISC = 26
_LEFT = int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft)


class StepList(QWidget):
    """The steps with their numbers; those done have a tick."""

    def __init__(self, steps: Sequence[str]) -> None:
        super().__init__()
        self._steps = tuple(steps)
        self._at = 0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.show_step(0)

    def show_step(self, number: int) -> None:
        self._at = number
        words = self.tr("Step {number} of {count}: {step}")
        self.setAccessibleName(
            words.format(number=number + 1, count=len(self._steps), step=self._steps[number])
        )
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, _STEP * len(self._steps))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        for number, words in enumerate(self._steps):
            top = number * _STEP + (_STEP - _DISC) // 2
            disc = QRect(0, top, _DISC, _DISC)
            here, done = number == self._at, number < self._at
            fill = tokens.accent if here else tokens.accent_tint if done else None
            box(painter, disc, _DISC / 2, fill=fill, edge=None if here or done else tokens.edge)
            if done:
                tick = pixmap("check", tokens.accent_ink, 14, self.devicePixelRatioF())
                painter.drawPixmap(disc.center().x() - 6, disc.center().y() - 6, tick)
            else:
                painter.setFont(font(Text.SMALL, weight=600))
                painter.setPen(tokens.on_accent if here else tokens.mute)
                painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, str(number + 1))
            painter.setFont(font(Text.STRONG if here else Text.BODY))
            painter.setPen(tokens.ink if here else tokens.mute)
            room = QRect(_DISC + 12, number * _STEP, self.width() - _DISC - 12, _STEP)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, shown)


class ChoiceCard(Choice):
    """One of several to choose: an icon, its words and a line that explains them."""

    def __init__(self, picture: str, words: str, caption: str) -> None:
        super().__init__(words)
        self._picture, self._caption = picture, caption
        self.setAccessibleDescription(caption)

    def sizeHint(self) -> QSize:
        return QSize(180, 64)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        chosen = self.isChecked()
        painter = QPainter(self)
        self.draw_ground(painter, RADIUS_CARD)
        ink = tokens.accent_ink if chosen else tokens.mute
        painter.drawPixmap(14, 22, pixmap(self._picture, ink, 20, self.devicePixelRatioF()))
        lines = (
            (self.text(), Text.STRONG, tokens.accent_ink if chosen else tokens.ink, 13),
            (self._caption, Text.CAPTION, tokens.mute, 32),
        )
        for words, role, colour, top in lines:
            painter.setFont(font(role))
            painter.setPen(colour)
            room = QRect(46, top, self.width() - 54, 20)
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, _LEFT, shown)


class PasswordEdit(QLineEdit):
    """Dots, until its eye is asked to show what was typed."""

    def __init__(self) -> None:
        super().__init__()
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(400)
        self._eye = self.addAction(icon("eye"), QLineEdit.ActionPosition.TrailingPosition)
        self._eye.setToolTip(self.tr("Show what was typed"))
        self._eye.triggered.connect(self._look)

    def _look(self) -> None:
        hidden = self.echoMode() is QLineEdit.EchoMode.Password
        self.setEchoMode(QLineEdit.EchoMode.Normal if hidden else QLineEdit.EchoMode.Password)
        self._eye.setIcon(icon("eye-off" if hidden else "eye"))
