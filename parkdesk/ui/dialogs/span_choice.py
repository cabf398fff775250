"""How long: the lot's quick durations as pills, and a field for any other."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from parkdesk import wording
from parkdesk.domain import duration
from parkdesk.ui.widgets import Pills, row


class SpanChoice(QWidget):
    """`changed` follows every choice. What is typed wins over the pills until a pill is pressed again."""

    changed = Signal()

    def __init__(self, spans: Sequence[timedelta], first: timedelta, *, name: str = "") -> None:
        super().__init__()
        self._last = ""
        self._spans = {str(number): span for number, span in enumerate(spans)}
        self.pills = Pills(
            [(key, wording.span(span)) for key, span in self._spans.items()], least_width=54, name=name
        )
        self.other = QLineEdit()
        self.other.setPlaceholderText(self.tr("other, say 1h30"))
        self.other.setAccessibleName(self.tr("Another duration"))
        self.other.setMinimumWidth(118)
        layout = row(self, gap=8)
        layout.addWidget(self.pills)
        layout.addWidget(self.other, 1)
        self.pills.chosen.connect(self._picked)
        self.other.textChanged.connect(self._typed)
        self.setFocusProxy(self.other)
        self.choose(first)

    @property
    def readable(self) -> bool:
        """Whether what is typed, if anything is, means a duration."""
        text = self.other.text().strip()
        return not text or duration.read("".join(text.split())) is not None

    def span(self) -> timedelta | None:
        text = "".join(self.other.text().split())
        return duration.read(text) if text else self._spans.get(self.pills.current())

    def choose(self, span: timedelta) -> None:
        """Mark a span: by its pill, or written out."""
        key = next((key for key, known in self._spans.items() if known == span), None)
        if key is not None:
            self._last = key
            self.pills.choose(key)
            self.other.clear()
        else:
            self.other.setText(duration.written(span))

    def _picked(self, key: str) -> None:
        self._last = key
        self.other.clear()
        self.changed.emit()

    def _typed(self, text: str) -> None:
        if text.strip():
            self.pills.clear()
        elif self._last and not self.pills.current():
            self.pills.choose(self._last)
        self.changed.emit()
