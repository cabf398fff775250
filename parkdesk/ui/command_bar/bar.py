"""The command bar: a line to type in and, beside it, what Enter would do."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from parkdesk.domain.command import parse
from parkdesk.domain.completion import Completion, completions
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.verbs import Verb, example
from parkdesk.ui.board import live_board
from parkdesk.ui.command_bar.deeds import perform
from parkdesk.ui.command_bar.meaning import Doubt, Meaning, meaning, vocabulary
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import ElidedLabel, KeyChip, Picture, row

_SHOWN = 5
_MOST = 1000


class CommandBar(QFrame):
    """Tab completes, Enter does, Up brings back what was typed before. A refusal leaves the line as it is."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._live = live_board(ui)
        self._offered: tuple[Completion, ...] = ()
        self._meant: Meaning | Doubt | None = None
        self._busy = False
        self._past: list[str] = []
        self._back = 0
        self.line = CommandLine(self)
        self.line.setPlaceholderText(example(Verb.IN, ui.language))
        self.line.setAccessibleName(self.tr("Command"))
        self.line.setMaxLength(_MOST)
        self.preview = ElidedLabel("", Text.BODY, tone="mute")
        self.preview.setAccessibleName(self.tr("What Enter does"))
        layout = row(self, gap=10, margins=(24, 6, 20, 6))
        layout.addWidget(Picture("command", "mute", size=16))
        layout.addWidget(self.line, 5)
        layout.addWidget(KeyChip("Ctrl+Space"))
        layout.addWidget(self.preview, 6)
        self.setFocusProxy(self.line)
        self.line.textChanged.connect(self._read)
        self._live.shown.connect(self._read)
        ui.clock.ticked.connect(self._tick)
        self._read()

    def complete(self) -> bool:
        """Put in the first word offered; False where none is."""
        if not self._offered:
            return False
        self.line.setText(self._offered[0].applied(self.line.text()))
        return True

    def enter(self) -> None:
        """Do what the preview says. Nothing happens while a deed is under way, or in doubt."""
        if self._busy or not isinstance(self._meant, Meaning):
            return
        self._busy = True
        perform(self._ui, self._meant, self._done, self._failed, self)

    def recall(self, step: int) -> None:
        """Walk through the lines that were done."""
        if self._past:
            self._back = max(0, min(len(self._past), self._back - step))
            self.line.setText(self._past[-self._back] if self._back else "")

    def leave(self) -> None:
        self.line.clear()
        self._ui.shell.back()

    def _done(self) -> None:
        self._busy = False
        typed = self.line.text().strip()
        if typed and typed not in self._past[-1:]:
            self._past.append(typed)
        self._back = 0
        self.line.clear()

    def _failed(self, error: ParkDeskError) -> None:
        self._busy = False
        self._say(sentence(error), "overstaying")

    def _tick(self, now: datetime) -> None:
        # Ends are shown to the minute, so only a new minute changes the words.
        if now.second == 0 and self.line.text():
            self._read()

    def _read(self) -> None:
        text, now, language = self.line.text(), self._ui.clock.now(), self._ui.language
        self._offered, self._meant = (), None
        if not text.strip():
            self._say(self.tr("Type a command: in, out, renew, extend, move, pay, cancel, note"), "mute")
            return
        words = vocabulary(self._live, now, language)
        self._offered = completions(text, words, self.line.cursorPosition())
        try:
            self._meant = meaning(parse(text, words), self._live, now, language)
        except ParkDeskError as error:
            offered = " · ".join(offer.word for offer in self._offered[:_SHOWN])
            self._say(self.tr("Tab: {words}").format(words=offered) if offered else sentence(error), "mute")
            return
        doubtful = isinstance(self._meant, Doubt)
        self._say(self._meant.words, "ending" if doubtful else "ink", ready=not doubtful)

    def _say(self, words: str, tone: str, *, ready: bool = False) -> None:
        self.preview.setText(f"↵  {words}" if ready else words)
        self.preview.set_tone(tone)


class CommandLine(QLineEdit):
    def __init__(self, bar: CommandBar) -> None:
        super().__init__(bar)
        self._bar = bar

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bar.enter()
        elif key == Qt.Key.Key_Escape:
            self._bar.leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._bar.recall(-1 if key == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.key() == Qt.Key.Key_Tab and self.text():
            if event.type() == QEvent.Type.KeyPress and self._bar.complete():
                return True
        elif _is_escape(event):
            event.accept()  # Esc leaves the line before it means anything to the window
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() == Qt.FocusReason.ShortcutFocusReason:
            self.selectAll()


def _is_escape(event: QEvent) -> bool:
    return (
        event.type() == QEvent.Type.ShortcutOverride
        and isinstance(event, QKeyEvent)
        and event.key() == Qt.Key.Key_Escape
    )
