"""The change to give back, so large that it is read across the counter; it stays until it was given."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Label, Paragraph, Picture, column

WIDTH = 320


class ChangeView(QWidget):
    def __init__(self) -> None:
        super().__init__()
        middle = Qt.AlignmentFlag.AlignHCenter
        self.caption = Label(self.tr("Change to give back"), Text.TITLE, tone="mute", align=middle)
        self.change = Label("", Text.TIMER, size=56, align=middle)
        self.beneath = Paragraph("", Text.BODY, width=WIDTH, align=middle)
        layout = column(self, gap=6)
        layout.addStretch(2)
        layout.addWidget(Picture("hand-coins", "mute", size=40), 0, middle)
        layout.addSpacing(8)
        layout.addWidget(self.caption, 0, middle)
        layout.addWidget(self.change, 0, middle)
        layout.addSpacing(4)
        layout.addWidget(self.beneath, 0, middle)
        layout.addStretch(3)

    def show_change(self, change: str, paid: str, tendered: str) -> None:
        self.change.setText(change)
        words = self.tr("{tendered} handed over for {paid}").format(tendered=tendered, paid=paid)
        self.beneath.setText(words)
        self.setAccessibleName(f"{self.caption.text()}: {change}")
