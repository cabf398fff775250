"""One of several to choose: what pills, cards and lists of sections have in common."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QPainter
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from parkdesk.ui.theme import current
from parkdesk.ui.widgets.painting import box, focus_ring, note_focus, shows_focus


class Choice(QAbstractButton):
    """Chosen by a click or a key; whoever holds several sees to it that one is."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self.setText(words)
        self.setCheckable(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def draw_ground(self, painter: QPainter, radius: float, *, chosen_edge: float = 1.5) -> None:
        """The box behind the words; `chosen_edge` is the width of a chosen one's outline."""
        tokens = current().tokens
        chosen = self.isChecked()
        fill = tokens.accent_tint if chosen else tokens.hover if self.underMouse() else tokens.card
        edge, width = (tokens.accent, chosen_edge) if chosen else (tokens.line, 1.0)
        box(painter, self.rect(), radius, fill=fill, edge=edge, width=width)
        if shows_focus(self):
            focus_ring(painter, self.rect(), radius, tokens.accent, fill)
