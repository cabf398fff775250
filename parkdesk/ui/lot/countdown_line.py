"""The countdown of a bay in two lines, where the screen is too low for the ring."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import ElidedLabel, Label, ThinBar, column, row


class CountdownLine(QWidget):
    """Takes what the ring takes."""

    def __init__(self) -> None:
        super().__init__()
        self._figure = Label("", Text.FIGURE)
        self._caption = ElidedLabel("", Text.SMALL, tone="mute")
        self._caption.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._bar = ThinBar()
        layout = column(self, gap=6, margins=(0, 0, 0, 2))
        top = row(gap=8)
        top.addWidget(self._figure)
        top.addWidget(self._caption, 1, Qt.AlignmentFlag.AlignBottom)
        layout.addLayout(top)
        layout.addWidget(self._bar)

    def set(self, share: float, figure: str, caption: str, state: State | str) -> None:
        self._figure.setText(figure)
        self._caption.setText(caption)
        calm = State(state) in (State.BOOKED, State.FREE, State.RESERVED, State.CLOSED)
        self._figure.set_tone("ink" if calm else str(State(state).value))
        self._bar.set(share, state)
        self.setAccessibleName(f"{figure} {caption}")
