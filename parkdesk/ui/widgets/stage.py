"""The designed states of a screen: content, empty, loading, error."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, Qt, QTimer
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QProgressBar, QStackedLayout, QWidget

from parkdesk.ui.theme import Text, current, pixmap
from parkdesk.ui.widgets.button import Button, Kind
from parkdesk.ui.widgets.label import Label, Paragraph
from parkdesk.ui.widgets.layouts import column

LOADING_AFTER_MS = 200
_ICON = 28
_DISC = 64


class _Picture(QWidget):
    """An icon on a quiet disc."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.name = name
        self.setFixedSize(_DISC, _DISC)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tokens.pressed)
        painter.drawEllipse(self.rect())
        corner = (_DISC - _ICON) // 2
        painter.drawPixmap(corner, corner, pixmap(self.name, tokens.mute, _ICON, self.devicePixelRatioF()))


class Notice(QWidget):
    """An icon, a title, a sentence and at most one button, in the middle of the room there is."""

    def __init__(self, icon: str, title: str, words: str = "", button: Button | None = None) -> None:
        super().__init__()
        self._picture = _Picture(icon)
        self._title = Label(title, Text.TITLE, align=Qt.AlignmentFlag.AlignHCenter)
        self._words = Paragraph(words, width=400, align=Qt.AlignmentFlag.AlignHCenter)
        self._layout = column(self, gap=8, margins=(24, 24, 24, 24))
        self._layout.addStretch(1)
        middle = Qt.AlignmentFlag.AlignHCenter
        self._layout.addWidget(self._picture, 0, middle)
        self._layout.addSpacing(4)
        self._layout.addWidget(self._title, 0, middle)
        self._layout.addWidget(self._words, 0, middle)
        if button is not None:
            self._layout.addSpacing(8)
            self._layout.addWidget(button, 0, middle)
        self._layout.addStretch(1)
        self.set(title, words)

    def set(self, title: str, words: str = "") -> None:
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self.setAccessibleName(title)
        self.setAccessibleDescription(words)


class EmptyState(Notice):
    def __init__(self, icon: str, title: str, words: str = "", button: Button | None = None) -> None:
        super().__init__(icon, title, words, button)


class LoadingState(QWidget):
    """Words over a moving line; still when reduced motion is asked for."""

    def __init__(self, words: str = "") -> None:
        super().__init__()
        bar = QProgressBar()
        bar.setTextVisible(False)
        bar.setFixedWidth(160)
        bar.setRange(0, 1 if current().reduced_motion else 0)
        layout = column(self, gap=12)
        layout.addStretch(1)
        said = Label(words or self.tr("Reading…"), Text.BODY, tone="mute")
        layout.addWidget(said, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addWidget(bar, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(1)


class ErrorState(Notice):
    """What happened, what to do now, and a button that tries again."""

    def __init__(self, title: str, words: str, again: Callable[[], None] | None = None) -> None:
        button = None
        if again is not None:
            words_again = QCoreApplication.translate("ErrorState", "Try again")
            button = Button(words_again, Kind.SECONDARY, icon="refresh-cw")
            button.clicked.connect(again)
        super().__init__("circle-alert", title, words, button)


class Stage(QWidget):
    """Shows one of: the content, or an empty, loading or error state in its place."""

    def __init__(self, content: QWidget) -> None:
        super().__init__()
        self._content = content
        self._stack = QStackedLayout(self)
        self._stack.addWidget(content)
        self._notice: QWidget | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LOADING_AFTER_MS)
        self._later.timeout.connect(self._show_loading)
        self._loading_words = ""

    @property
    def state(self) -> QWidget | None:
        """The widget that shows now."""
        return self._stack.currentWidget()

    def show_content(self) -> None:
        self._later.stop()
        self._stack.setCurrentWidget(self._content)
        self._drop()

    def show_loading(self, words: str = "") -> None:
        """Waits a moment first: what is quick shows no loading state at all."""
        self._loading_words = words
        self._later.start()

    def show_empty(self, icon: str, title: str, words: str = "", button: Button | None = None) -> None:
        self._put(EmptyState(icon, title, words, button))

    def show_error(self, title: str, words: str, again: Callable[[], None] | None = None) -> None:
        self._put(ErrorState(title, words, again))

    def _show_loading(self) -> None:
        self._put(LoadingState(self._loading_words))

    def _put(self, notice: QWidget) -> None:
        self._later.stop()
        self._drop()
        self._notice = notice
        self._stack.addWidget(notice)
        self._stack.setCurrentWidget(notice)

    def _drop(self) -> None:
        if self._notice is not None:
            self._stack.removeWidget(self._notice)
            self._notice.deleteLater()
            self._notice = None
