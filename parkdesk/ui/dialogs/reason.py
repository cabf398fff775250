"""A reason: the usual ones to pick from, or another in one's own words."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from parkdesk.ui.widgets import Button, Field, column

_IN_A_ROW = 2


class Reason(QWidget):
    """The field takes the focus; a press on a usual reason writes it there, where it can still be changed."""

    def __init__(self, label: str, usual: Sequence[str]) -> None:
        super().__init__()
        self.editor = QLineEdit()
        self.field = Field(label, self.editor)
        layout = column(self, gap=10)
        layout.addWidget(self.field)
        grid = QGridLayout()
        grid.setSpacing(8)
        self.usual = [Button(words, small=True) for words in usual]
        for number, (words, made) in enumerate(zip(usual, self.usual, strict=True)):
            made.clicked.connect(partial(self._take, words))
            grid.addWidget(made, number // _IN_A_ROW, number % _IN_A_ROW)
        layout.addLayout(grid)
        self.setFocusProxy(self.editor)

    @property
    def text(self) -> str:
        return self.editor.text()

    def _take(self, words: str) -> None:
        self.editor.setText(words)
        self.editor.setFocus()
