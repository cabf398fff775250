"""The message at the bottom: what was just done, with its Undo; a new one replaces the old."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, QPoint, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from parkdesk.ui.messages import Choice, Message, Messages, Tone
from parkdesk.ui.shell.alerts import ICONS
from parkdesk.ui.theme import RADIUS, Text, current
from parkdesk.ui.widgets.button import Button, IconButton, Kind
from parkdesk.ui.widgets.label import Label
from parkdesk.ui.widgets.layouts import empty, row
from parkdesk.ui.widgets.marks import Picture
from parkdesk.ui.widgets.painting import box

TOKENS = {Tone.INFO: "mute", Tone.GOOD: "free", Tone.WARNING: "ending", Tone.ERROR: "overstaying"}


class MessageStrip(QWidget):
    """Floats over the bottom of what `above` names, so that nothing moves when it comes and goes."""

    def __init__(self, host: QWidget, messages: Messages, above: Callable[[], QWidget]) -> None:
        super().__init__(host)
        self._host = host
        self._above = above
        self._message: Message | None = None
        self._picture = Picture("info")
        self._words = Label("", Text.BODY, weight=500)
        self._action = Button("", Kind.ACCENT, small=True)
        self._dismiss = IconButton("x", self.tr("Dismiss"), size=16)
        layout = row(self, gap=10, margins=(14, 6, 6, 6))
        layout.addWidget(self._picture)
        layout.addWidget(self._words, 1)
        self._more = row(gap=6)
        self.choices: list[Button] = []
        layout.addLayout(self._more)
        layout.addWidget(self._action)
        layout.addWidget(self._dismiss)
        self._leaving = QTimer(self)
        self._leaving.setSingleShot(True)
        self._leaving.timeout.connect(self.hide)
        self._action.clicked.connect(self._act)
        self._dismiss.clicked.connect(self.hide)
        messages.said.connect(self.show_message)
        host.installEventFilter(self)
        self.hide()

    @property
    def words(self) -> str:
        """What it says now; empty while hidden."""
        return "" if self.isHidden() else self._words.text()

    def show_message(self, message: Message) -> None:
        self._message = message
        self._picture.set(ICONS[message.tone], TOKENS[message.tone])
        self._words.setText(message.words)
        self._action.setText(message.action)
        self._action.setVisible(bool(message.action and message.act))
        self._offer(message.more)
        self.setAccessibleName(message.words)
        self._place()
        self.show()
        self.raise_()
        if message.seconds:
            self._leaving.start(round(message.seconds * 1000))
        else:
            self._leaving.stop()

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        box(painter, self.rect(), RADIUS, fill=tokens.card, edge=tokens.edge)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._host and event.type() == QEvent.Type.Resize:
            self._place()
        return super().eventFilter(watched, event)

    def _place(self) -> None:
        area = self._above()
        corner = area.mapTo(self._host, QPoint(0, 0)) if area is not self._host else QPoint(0, 0)
        most = max(area.width() - 48, 200)
        self._words.setWordWrap(False)
        width = self.sizeHint().width()
        if width > most:
            self._words.setWordWrap(True)
            width = most
        height = max(46, self.heightForWidth(width) if self._words.wordWrap() else 46)
        left = corner.x() + (area.width() - width) // 2
        self.setGeometry(left, corner.y() + area.height() - height - 12, width, height)

    def _offer(self, choices: tuple[Choice, ...]) -> None:
        empty(self._more)
        self.choices = [Button(choice.words, Kind.SECONDARY, small=True) for choice in choices]
        for button, choice in zip(self.choices, choices, strict=True):
            button.clicked.connect(partial(self._choose, choice))
            self._more.addWidget(button)
            button.show()  # what is hidden takes no room, and the strip is measured before it shows

    def _choose(self, choice: Choice) -> None:
        self.hide()
        choice.act()

    def _act(self) -> None:
        message = self._message
        self.hide()
        if message is not None and message.act is not None:
            message.act()
