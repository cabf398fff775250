"""The bar itself: the line, what it will do, what could follow, and what Undo would take back."""

from __future__ import annotations

from collections import deque
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QLineEdit

from parkdesk.domain.command_words import NOTHING_KNOWN, Vocabulary
from parkdesk.domain.completion import completions
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.ui.board import live_board
from parkdesk.ui.command_bar.known import vocabulary
from parkdesk.ui.command_bar.offers import Offers
from parkdesk.ui.command_bar.plan import NOTHING, example_line, plan
from parkdesk.ui.command_bar.sight import Plan, Sight, joined
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import Text, current
from parkdesk.ui.vocabulary import deed_words
from parkdesk.ui.widgets import Button, ElidedLabel, KeyChip, Kind, Picture, row

if TYPE_CHECKING:
    from parkdesk.domain.board import Board
    from parkdesk.services.undo import Undoable

HEIGHT = 44
_REMEMBERED = 30


class CommandBar(QFrame):
    """Enter does what the words beside the line say; Tab takes the first offer; Esc leaves."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._live = live_board(ui)
        self._plan = NOTHING
        self._seen: Board | None = None
        self._vocabulary: Vocabulary = NOTHING_KNOWN
        self._before: deque[str] = deque(maxlen=_REMEMBERED)
        self._back = 0
        self.setFixedHeight(max(HEIGHT, current().sizes.target + 8))
        self.line = _Line(self, ui.language)
        self.preview = ElidedLabel("", Text.BODY, tone="mute")
        self.undo = Button("", Kind.QUIET, key="Ctrl+Z", icon="undo-2", small=True)
        self.undo.clicked.connect(lambda: ui.registry.run("window.undo"))
        self.undo.hide()
        self.chip = KeyChip("Ctrl+Space")
        self.chip.setParent(self.line)
        self._enter = KeyChip("Return")
        self._enter.hide()
        self.offers = Offers(self)
        self.offers.taken.connect(self._take)
        layout = row(self, gap=8, margins=(24, 4, 20, 4))
        layout.addWidget(Picture("terminal", "mute"))
        layout.addWidget(self.line, 5)
        layout.addWidget(self.preview, 6)
        layout.addWidget(self._enter)
        layout.addWidget(self.undo)
        self.setFocusProxy(self.line)
        self.line.textEdited.connect(lambda _: self.look())
        ui.tasks.changed.connect(self._ask_undo)
        ui.session_changed.connect(self._session_changed)
        self._live.shown.connect(self._look_again)
        current().changed.connect(self._fit)
        self._show_plan()
        self._ask_undo()

    # What the line means

    @property
    def plan(self) -> Plan:
        return self._plan

    def look(self) -> None:
        """Read the line anew and say what it would do."""
        text, board = self.line.text(), self._live.board
        self._back = 0
        if board is None:
            self._plan = NOTHING
        else:
            sight = Sight(self._ui, self._live, board, self._ui.clock.now())
            self._plan = plan(text, self._words_of(board), sight)
            self._ask_extension()
        self._show_plan()
        self._offer(text)

    def enter(self) -> None:
        """Do it. What is refused stays in the line, with the reason beside it."""
        self.look()
        act, text = self._plan.act, self.line.text()
        if act is None:
            self.preview.set_tone("overstaying" if self._plan.words else "mute")
            return
        self._before.append(text)
        self._put("")
        act(lambda error: self._refused(text, error))

    def recall(self, step: int) -> None:
        """Lines entered before, as in a shell."""
        self._back = min(max(self._back + step, 0), len(self._before))
        back = self._back
        self._put(self._before[-back] if back else "")
        self._back = back

    def leave(self) -> None:
        self._put("")
        self.offers.hide()
        screen = self._ui.screen_widget(self._ui.screen)
        if screen is not None:
            self._ui.shell.back()
        self.line.clearFocus()

    def complete(self) -> bool:
        """Take the offer that is marked; False if there is none."""
        return self.offers.take()

    def _refused(self, text: str, error: ParkDeskError) -> None:
        if not self.line.text():
            self._put(text)
        self.preview.setText(sentence(error))
        self.preview.set_tone("overstaying")

    def _take(self, whole: str) -> None:
        self.line.setText(whole)
        self.look()

    def _put(self, text: str) -> None:
        self.line.setText(text)
        self.look()

    def _look_again(self) -> None:
        if self.line.text():
            self.look()

    def _words_of(self, board: Board) -> Vocabulary:
        if board is not self._seen:
            self._seen = board
            self._vocabulary = vocabulary(
                board, self._live.offered_types, self._ui.clock.now(), self._ui.language
            )
        return self._vocabulary

    def _offer(self, text: str) -> None:
        if not text or not self.line.hasFocus() or self._live.board is None:
            self.offers.hide()
            return
        self.offers.offer(text, completions(text, self._vocabulary, self.line.cursorPosition()))

    # What shows

    def _show_plan(self) -> None:
        empty = not self.line.text()
        self.preview.set_tone("mute" if empty or self._plan.act is None else "accent")
        self.preview.setText("" if empty else self._plan.words)
        self.preview.setVisible(not empty)
        self._enter.setVisible(self._plan.act is not None)
        self.chip.setVisible(empty)
        self.undo.setVisible(empty and bool(self.undo.text()))

    def _ask_extension(self) -> None:
        if self._plan.extension is None:
            return
        booking_id, span = self._plan.extension
        stays, asked = self._ui.services.stays, self._plan
        self._ui.tasks.query(
            lambda: stays.extended(booking_id, span),
            lambda found: self._show_extension(asked, found),
            lambda _: None,
            owner=self,
            replaces="command preview",
        )

    def _show_extension(self, asked: Plan, found: tuple[datetime, Money]) -> None:
        if asked is self._plan and self._live.board is not None:
            sight = Sight(self._ui, self._live, self._live.board, self._ui.clock.now())
            self.preview.setText(joined(asked.words, sight.money(found[1].minor)))

    def _session_changed(self) -> None:
        if self._ui.person is None:
            # What one person began and said is not for the next one to finish.
            self._before.clear()
            self._put("")
        self._ask_undo()

    def _ask_undo(self) -> None:
        who, services = self._ui.person, self._ui.services
        if who is None:
            self._show_undo(None)
            return
        self._ui.tasks.query(
            lambda: services.undo.last(who), self._show_undo, lambda _: None, replaces="undo", owner=self
        )

    def _show_undo(self, last: Undoable | None) -> None:
        words = ""
        if last is not None:
            words = self.tr("Undo: {deed}").format(deed=deed_words(last.deed))
            words = joined(words, last.bay_code or last.plate)
            self.undo.setToolTip(joined(deed_words(last.deed), last.plate, last.bay_code))
        self.undo.setText(words)
        self.undo.updateGeometry()
        self._show_plan()

    def _fit(self) -> None:
        self.setFixedHeight(max(HEIGHT, current().sizes.target + 8))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), current().tokens.card)
        painter.setPen(current().tokens.line)
        painter.drawLine(0, 0, self.width(), 0)


class _Line(QLineEdit):
    def __init__(self, bar: CommandBar, language: str) -> None:
        super().__init__()
        self._bar = bar
        self.setMaxLength(1000)
        self.setPlaceholderText(example_line(language))
        self.setAccessibleName(self.tr("Command bar"))
        self.setFrame(False)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        chip = self._bar.chip
        size = chip.sizeHint()
        chip.setGeometry(
            self.width() - size.width() - 8,
            (self.height() - size.height()) // 2,
            size.width(),
            size.height(),
        )
        self.setTextMargins(0, 0, size.width() + 8, 0)

    def event(self, event: QEvent) -> bool:
        """Tab completes here; with nothing to complete it goes on to the next widget."""
        if (
            isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() == Qt.Key.Key_Tab
            and self._bar.complete()
        ):
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._bar.enter()
        elif key == Qt.Key.Key_Escape:
            self._bar.leave()
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self._bar.recall(1 if key == Qt.Key.Key_Up else -1)
        elif key == Qt.Key.Key_Right and self.cursorPosition() == len(self.text()) and self._bar.complete():
            return
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._bar.offers.hide()
