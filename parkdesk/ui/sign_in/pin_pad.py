"""A PIN by keys or by taps, told to nobody who watches: the digits change places and no key lights up."""

from __future__ import annotations

from secrets import SystemRandom

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QGridLayout, QWidget

from parkdesk.domain.people import PIN_LEAST, PIN_MOST
from parkdesk.ui.theme import RADIUS, Text, current, font, pixmap
from parkdesk.ui.widgets import box, column, focus_ring
from parkdesk.ui.widgets.painting import note_focus, shows_focus

_DOT, _DOT_GAP = 12, 12


class _PadKey(QAbstractButton):
    """Looks the same whether it is pressed, hovered or let alone."""

    def __init__(self, words: str, picture: str = "", name: str = "") -> None:
        super().__init__()
        self._picture = picture
        self.setText(words)
        self.setAccessibleName(name or words)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)

    def sizeHint(self) -> QSize:
        return QSize(76, max(52, current().sizes.primary))

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        box(painter, self.rect(), RADIUS, fill=tokens.window, edge=tokens.line)
        if self._picture:
            picture = pixmap(self._picture, tokens.mute, 20, self.devicePixelRatioF())
            painter.drawPixmap((self.width() - 20) // 2, (self.height() - 20) // 2, picture)
            return
        painter.setFont(font(Text.HEADING, size=19, weight=600))
        painter.setPen(tokens.ink if self.isEnabled() else tokens.faint)
        painter.drawText(self.rect(), Qt.AlignmentFlag.AlignCenter, self.text())


class _Dots(QWidget):
    """How many digits were typed, and room for the least there must be."""

    def __init__(self) -> None:
        super().__init__()
        self._count = 0
        self._wrong = False
        self.setFixedHeight(36)

    def set(self, count: int, *, wrong: bool = False) -> None:
        self._count, self._wrong = count, wrong
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        places = max(self._count, PIN_LEAST)
        left = (self.width() - places * _DOT - (places - 1) * _DOT_GAP) / 2
        for place in range(places):
            full = place < self._count
            dot = QRectF(left + place * (_DOT + _DOT_GAP), (self.height() - _DOT) / 2, _DOT, _DOT)
            edge = tokens.overstaying if self._wrong else tokens.edge
            box(
                painter,
                dot,
                _DOT / 2,
                fill=tokens.ink if full else None,
                edge=None if full else edge,
                width=1.5,
            )


class PinPad(QWidget):
    """`entered` carries the PIN when it was confirmed; `edited` comes with every digit."""

    entered = Signal(str)
    edited = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._pin = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("PIN"))
        self._dots = _Dots()
        self._digits = [_PadKey("") for _ in range(10)]
        back = _PadKey("", "arrow-left", self.tr("Take back a digit"))
        done = _PadKey("", "check", self.tr("Sign in"))
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, key in enumerate(self._digits[:9]):
            grid.addWidget(key, number // 3, number % 3)
        grid.addWidget(back, 3, 0)
        grid.addWidget(self._digits[9], 3, 1)
        grid.addWidget(done, 3, 2)
        layout = column(self, gap=8, margins=(4, 4, 4, 4))
        layout.addWidget(self._dots)
        layout.addLayout(grid)
        for key in self._digits:
            key.clicked.connect(lambda _checked=False, key=key: self._add(key.text()))
        back.clicked.connect(self._take_back)
        done.clicked.connect(self._enter)
        self.shuffle()

    @property
    def digits(self) -> str:
        """The digits in the order of their places, for whoever taps on purpose."""
        return "".join(key.text() for key in self._digits)

    def shuffle(self) -> None:
        """Put every digit elsewhere, so that where somebody taps tells nothing."""
        order = list("1234567890")
        SystemRandom().shuffle(order)
        for key, digit in zip(self._digits, order, strict=True):
            key.setText(digit)
            key.setAccessibleName(digit)

    def clear(self, *, wrong: bool = False) -> None:
        self._pin = ""
        self._dots.set(0, wrong=wrong)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        text = event.text()
        if text.isascii() and text.isdigit():
            self._add(text)
        elif event.key() == Qt.Key.Key_Backspace:
            self._take_back()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if shows_focus(self):
            tokens = current().tokens
            focus_ring(QPainter(self), self.rect(), RADIUS, tokens.accent, tokens.card)

    def _add(self, digit: str) -> None:
        if len(self._pin) < PIN_MOST:
            self._pin += digit
            self._dots.set(len(self._pin))
            self.edited.emit()

    def _take_back(self) -> None:
        self._pin = self._pin[:-1]
        self._dots.set(len(self._pin))
        self.edited.emit()

    def _enter(self) -> None:
        if self._pin:
            self.entered.emit(self._pin)
