"""The search field of the header: Ctrl+K, or just scan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QLineEdit

from parkdesk.ui.shell.found_list import Found, FoundList
from parkdesk.ui.widgets.marks import KeyChip, Picture

PAUSE_MS = 120

_ROOMY = 190
"""A narrower field has no room for its key."""


class SearchField(QLineEdit):
    """Says `asked` when typing pauses; the answer comes back through `show_found`. Enter opens the first."""

    asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("look", "search")
        self.setPlaceholderText(self.tr("Plate, ticket, driver or bay"))
        self.setAccessibleName(self.tr("Search"))
        self.setMaximumWidth(420)
        self.setMinimumWidth(130)
        self.setFixedHeight(38)
        self.setTextMargins(24, 0, 56, 0)
        self.setMaxLength(200)
        self._glass = Picture("search")
        self._glass.setParent(self)
        self._chip = KeyChip("Ctrl+K")
        self._chip.setParent(self)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._ask)
        self._popup = FoundList(self)
        self._popup.chosen.connect(self.choose)
        self._answered_for = ""
        self._open_first = False
        self.textEdited.connect(self._typed)

    def sizeHint(self) -> QSize:
        return QSize(420, 38)

    def show_found(self, text: str, found: Sequence[Found]) -> None:
        """Show what was found for `text`, unless more was typed since."""
        if text != self.text().strip() or not text:
            return
        self._answered_for = text
        if found:
            self._popup.show_found(found)
        else:
            words = self.tr("Nothing here fits “{text}”. Try part of a plate, a ticket or a bay.")
            self._popup.show_words(words.format(text=text))
        if self._open_first and found:
            self.choose(found[0])
        elif self._open_first:
            self.selectAll()
        self._open_first = False

    def show_refusal(self, words: str) -> None:
        """Say in the list why nothing can be found: a ticket that is mistyped. The next scan takes its place."""
        if self._open_first:
            self.selectAll()
        self._open_first = False
        self._popup.show_words(words)

    def leave(self) -> None:
        self._popup.hide()
        self.clear()
        self._answered_for = ""
        self.clearFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up) and self._popup.isVisible():
            self._popup.step(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._enter()
        elif key == Qt.Key.Key_Escape:
            self.leave()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if (
            event.type() == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.key() == Qt.Key.Key_Escape
        ):
            event.accept()  # Esc leaves the search before it means anything to the window
            return True
        if event.type() == QEvent.Type.FocusOut and not self._popup.underMouse():
            self._popup.hide()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._glass.move(12, (self.height() - self._glass.height()) // 2)
        self._chip.setVisible(self.width() >= _ROOMY)
        self.setTextMargins(24, 0, 56 if self.width() >= _ROOMY else 4, 0)
        chip = self._chip.sizeHint()
        self._chip.setGeometry(
            self.width() - chip.width() - 8, (self.height() - chip.height()) // 2, chip.width(), chip.height()
        )

    def _typed(self, text: str) -> None:
        if text.strip():
            self._pause.start()
        else:
            self._popup.hide()

    def _ask(self) -> None:
        text = self.text().strip()
        if text:
            self.asked.emit(text)

    def _enter(self) -> None:
        chosen = self._popup.current() if self._answered_for == self.text().strip() else None
        if chosen is not None:
            self.choose(chosen)
        elif self.text().strip():
            # A scanner types faster than the answer comes: open the first hit when it is here.
            self._open_first = True
            self._pause.stop()
            self._ask()

    def choose(self, found: Found) -> None:
        self.leave()
        found.open()
