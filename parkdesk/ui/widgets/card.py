"""Cards, the figures of the header strip, hairlines and rows of facts."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from parkdesk.ui.theme import State, Text, current, font
from parkdesk.ui.widgets.label import ElidedLabel, Label
from parkdesk.ui.widgets.layouts import Margins, column, row

_LEAST_FIGURE = 13
_ROOMY = 140
"""A figure's card below this width has narrower margins."""
_ROOMY_MARGINS, _TIGHT_MARGINS = (18, 10, 14, 9), (12, 10, 6, 9)


class Card(QFrame):
    """A rounded surface with a hairline. `body` is its column; `header()` puts a title row on top."""

    def __init__(
        self, *, margins: Margins = (20, 16, 20, 16), gap: int = 8, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.body: QVBoxLayout = column(self, gap=gap, margins=margins)

    def header(self, title: str, caption: str = "") -> QHBoxLayout:
        """Add a title with its quieter caption; more widgets may follow in the returned row."""
        top = row(gap=8)
        self.title = Label(title, Text.TITLE)
        self.caption = ElidedLabel(caption, Text.SMALL, tone="mute")
        top.addWidget(self.title)
        top.addWidget(self.caption)
        top.addStretch(1)
        self.body.addLayout(top)
        return top


class _Figure(ElidedLabel):
    """A figure is never cut: where room is short it is written smaller."""

    def paintEvent(self, event: QPaintEvent) -> None:
        width = QFontMetricsF(self.font()).horizontalAdvance(self.text())
        if width <= self.width():
            super().paintEvent(event)
            return
        smaller = self.font()
        smaller.setPixelSize(max(_LEAST_FIGURE, int(smaller.pixelSize() * self.width() / width)))
        painter = QPainter(self)
        painter.setFont(smaller)
        painter.setPen(self.palette().color(self.foregroundRole()))
        painter.drawText(self.rect(), int(self.alignment()), self.text())


class FigureCard(Card):
    """A coloured bar at the left, a caption, one large figure and a line beneath it."""

    def __init__(
        self, caption: str, state: State | str = State.BOOKED, *, bar: bool = True, size: float | None = None
    ) -> None:
        super().__init__(margins=_ROOMY_MARGINS, gap=0)
        self._state = State(state)
        self._bar = bar
        self._caption = ElidedLabel(caption, Text.SMALL, tone="mute", weight=500)
        self._figure = _Figure("–", Text.FIGURE)
        self._figure.setFont(font(Text.FIGURE, size=size))
        self._beneath = ElidedLabel(" ", Text.CAPTION, tone="mute")
        for label in (self._caption, self._figure, self._beneath):
            self.body.addWidget(label)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(caption)

    def set(self, figure: str, beneath: str = "", *, tone: str = "mute") -> None:
        self._figure.setText(figure)
        self._beneath.setText(beneath or " ")
        self._beneath.set_tone(tone)
        self.setAccessibleDescription(f"{figure} {beneath}".strip())

    def set_caption(self, caption: str) -> None:
        self._caption.setText(caption)
        self.setAccessibleName(caption)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.body.setContentsMargins(*(_ROOMY_MARGINS if self.width() >= _ROOMY else _TIGHT_MARGINS))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._bar:
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(current().shade(self._state).colour)
        painter.drawRoundedRect(QRectF(0, 8, 4, self.height() - 16), 2, 2)


class Hairline(QFrame):
    def __init__(self) -> None:
        super().__init__()
        self.setProperty("surface", "hairline")
        self.setFixedHeight(1)


class Facts(QWidget):
    """Rows with a quiet caption at the left and its value at the right; hairlines between them if asked."""

    def __init__(self, *, lines: bool = True, row_height: int = 34, strong_last: bool = False) -> None:
        super().__init__()
        self._lines = lines
        self._row_height = row_height
        self._strong_last = strong_last
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(0)
        self._grid.setColumnStretch(1, 1)
        self._rows: list[tuple[Label, ElidedLabel, Hairline | None]] = []

    def set(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these (caption, value) rows; rows that stay keep their widgets, so nothing flickers."""
        while len(self._rows) < len(facts):
            self._add_row()
        for number, (caption, value, line) in enumerate(self._rows):
            shown = number < len(facts)
            last = number == len(facts) - 1
            for widget in (caption, value):
                widget.setVisible(shown)
            if line is not None:
                line.setVisible(shown)
            self._grid.setRowMinimumHeight(2 * number, self._row_height - 1 if shown else 0)
            if shown:
                caption.setText(facts[number][0])
                value.setText(facts[number][1])
                if self._strong_last:
                    caption.set_tone("ink" if last else "mute")
                    caption.setFont(font(Text.BODY, size=12.5, weight=600 if last else 400))
                    value.setFont(font(Text.BODY, weight=600 if last else 500))

    def set_row_height(self, height: int) -> None:
        """For the rows that `set` shows from now on."""
        self._row_height = height

    def value(self, number: int) -> ElidedLabel:
        return self._rows[number][1]

    def _add_row(self) -> None:
        number = 2 * len(self._rows)
        caption = Label("", Text.BODY, tone="mute", size=12.5)
        value = ElidedLabel("", Text.BODY, weight=500)
        value.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(caption, number, 0)
        self._grid.addWidget(value, number, 1)
        line = Hairline() if self._lines else None
        if line is not None:
            self._grid.addWidget(line, number + 1, 0, 1, 2)
        self._rows.append((caption, value, line))
