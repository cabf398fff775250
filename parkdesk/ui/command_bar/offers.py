"""What could follow in the line, as chips above the bar; the first is the likeliest."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from parkdesk.domain.completion import Completion
from parkdesk.ui.widgets import Button, KeyChip, Kind, row

MOST = 8


class Offers(QFrame):
    """A child of the window, so that it floats over the screen without being a window of its own."""

    taken = Signal(str)
    """The whole line with the offer in it."""

    def __init__(self, bar: QWidget) -> None:
        super().__init__(bar)
        self._bar = bar
        self._text = ""
        self._offered: tuple[Completion, ...] = ()
        self.setProperty("surface", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._buttons = [Button("", Kind.QUIET, small=True) for _ in range(MOST)]
        layout = row(self, gap=2, margins=(6, 4, 10, 4))
        for number, button in enumerate(self._buttons):
            button.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            button.clicked.connect(partial(self._take, number))
            layout.addWidget(button)
        layout.addSpacing(6)
        layout.addWidget(KeyChip("Tab"))
        self.hide()

    @property
    def words(self) -> tuple[str, ...]:
        return tuple(offer.word for offer in self._offered)

    def offer(self, text: str, offered: Sequence[Completion]) -> None:
        """Show these above the bar; nothing hides it."""
        self._text, self._offered = text, tuple(offered[:MOST])
        if not self._offered:
            self.hide()
            return
        for number, button in enumerate(self._buttons):
            button.setVisible(number < len(self._offered))
            if number < len(self._offered):
                button.setText(self._offered[number].word)
                button.set_kind(Kind.ACCENT if number == 0 else Kind.QUIET)
                button.updateGeometry()
        window = self._bar.window()
        self.setParent(window)
        self.adjustSize()
        corner = self._bar.mapTo(window, QPoint(20, -self.height() - 6))
        self.move(corner)
        self.show()
        self.raise_()

    def take(self) -> bool:
        if self.isHidden() or not self._offered:
            return False
        self._take(0)
        return True

    def _take(self, number: int) -> None:
        if number < len(self._offered):
            self.taken.emit(self._offered[number].applied(self._text))
