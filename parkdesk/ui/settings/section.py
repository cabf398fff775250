"""What a section of the settings is, and the list of them at the left."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QButtonGroup, QWidget

from parkdesk.domain.people import Right
from parkdesk.ui.theme import RADIUS, Text, current, font, pixmap
from parkdesk.ui.widgets import Card, box, focus_ring
from parkdesk.ui.widgets.choice import Choice
from parkdesk.ui.widgets.painting import shows_focus

_ICON = 18
_WIDTH, _NARROW = 208, 58


class Page(Protocol):
    """What the screen asks of a section's widget."""

    def activated(self) -> None:
        """It came to the front: ask."""

    def refresh(self) -> None:
        """Something changed: ask again, but leave alone what a person is typing."""

    def back(self) -> None:
        """Esc: a step back within the section."""


class Screen(Protocol):
    """What a section asks of the screen it is on."""

    def open(self, name: str) -> None:
        """Show the section of that name."""


@dataclass(frozen=True)
class Section:
    name: str
    words: str
    icon: str
    make: Callable[[], QWidget]
    who: Right | None = None


class SectionButton(Choice):
    def __init__(self, section: Section) -> None:
        super().__init__(section.words)
        self._icon = section.icon

    def sizeHint(self) -> QSize:
        return QSize(_NARROW - 16, current().sizes.row)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the list moves the choice
        else:
            super().keyPressEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        here = self.isChecked()
        painter = QPainter(self)
        if here or self.underMouse():
            box(painter, self.rect(), RADIUS, fill=tokens.accent_tint if here else tokens.hover)
        if shows_focus(self):
            focus_ring(painter, self.rect(), RADIUS, tokens.accent, tokens.card)
        ink = tokens.accent_ink if here else tokens.mute
        top = (self.height() - _ICON) // 2
        painter.drawPixmap(12, top, pixmap(self._icon, ink, _ICON, self.devicePixelRatioF()))
        painter.setFont(font(Text.BODY, weight=600 if here else 500))
        painter.setPen(ink if here else tokens.ink)
        words = painter.fontMetrics().elidedText(
            self.text(), Qt.TextElideMode.ElideRight, self.width() - _ICON - 30
        )
        place = QRect(_ICON + 22, 0, self.width() - _ICON - 30, self.height())
        painter.drawText(place, int(Qt.AlignmentFlag.AlignVCenter), words)


class SectionList(Card):
    """`wanted` carries the name of the section a person asks for."""

    wanted = Signal(str)

    def __init__(self, sections: Sequence[Section]) -> None:
        super().__init__(margins=(8, 8, 8, 8), gap=2)
        self.setFixedWidth(_WIDTH)
        self._buttons: dict[str, SectionButton] = {}
        group = QButtonGroup(self)
        for section in sections:
            button = SectionButton(section)
            button.clicked.connect(lambda _checked=False, name=section.name: self.wanted.emit(name))
            group.addButton(button)
            self._buttons[section.name] = button
            self.body.addWidget(button)
        self.body.addStretch(1)

    def show_current(self, name: str) -> None:
        self._buttons[name].setChecked(True)

    def set_narrow(self, narrow: bool) -> None:
        """Icons alone, where the window is small; their words are tooltips then."""
        self.setFixedWidth(_NARROW if narrow else _WIDTH)
        for button in self._buttons.values():
            button.setToolTip(button.text() if narrow else "")

    def allow(self, name: str, allowed: bool) -> None:
        self._buttons[name].setVisible(allowed)

    def button(self, name: str) -> SectionButton:
        return self._buttons[name]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
        # Not isVisible: that is also False while the whole window is hidden.
        shown = [name for name, button in self._buttons.items() if not button.isHidden()]
        here = next((number for number, name in enumerate(shown) if self._buttons[name].isChecked()), 0)
        if step and 0 <= here + step < len(shown):
            button = self._buttons[shown[here + step]]
            button.setFocus(Qt.FocusReason.TabFocusReason)
            button.click()
        else:
            super().keyPressEvent(event)
