"""The rail at the left: one button a screen, with its icon and its word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFont, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QFrame

from parkdesk.ui.screens import Place
from parkdesk.ui.theme import RAIL_WIDTH, State, Text, current, font, pixmap, readable
from parkdesk.ui.widgets.keys import shown_key
from parkdesk.ui.widgets.layouts import column
from parkdesk.ui.widgets.marks import Mark
from parkdesk.ui.widgets.painting import box, note_focus, shows_focus

_ICON = 22
_EDGE = 1
"""A button is nearly as wide as the rail, for its words; its ground keeps more distance."""
_SIZES = (11.0, 10.0, 9.0)


def _fitting(words: str, room: int, weight: int) -> QFont:
    """A screen's name is read whole: a long one is written a little smaller."""
    fonts = [font(Text.CAPTION, size=size, weight=weight) for size in _SIZES]
    return next((one for one in fonts if QFontMetrics(one).horizontalAdvance(words) <= room), fonts[-1])


class RailButton(QAbstractButton):
    def __init__(self, place: Place) -> None:
        super().__init__()
        self._icon = place.icon
        self._count = 0
        self.setText(place.text)
        self.setAccessibleName(place.text)
        self.setToolTip(f"{place.text}  {shown_key(place.key)}")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)

    def sizeHint(self) -> QSize:
        return QSize(RAIL_WIDTH - 2 * _EDGE, 62)

    @property
    def count(self) -> int:
        """How many things there want a person's eye."""
        return self._count

    def show_count(self, count: int) -> None:
        self._count = count
        self.setAccessibleName(f"{self.text()} ({count})" if count else self.text())
        self.update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        note_focus(self, event)
        super().focusInEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        tokens = current().tokens
        here = self.isChecked()
        painter = QPainter(self)
        ground = self.rect().adjusted(6 - _EDGE, 0, _EDGE - 6, 0)
        if here or self.underMouse():
            painter.setOpacity(1.0 if here else 0.5)
            box(painter, ground, 10, fill=tokens.rail_active)
            painter.setOpacity(1.0)
        if shows_focus(self):
            box(painter, ground, 10, edge=tokens.rail_mute, width=2)
        ink = tokens.rail_ink if here else tokens.rail_mute
        picture = pixmap(self._icon, ink, _ICON, self.devicePixelRatioF())
        painter.drawPixmap((self.width() - _ICON) // 2, 9, picture)
        painter.setFont(_fitting(self.text(), self.width() - 2, 600 if here else 400))
        painter.setPen(ink)
        painter.drawText(QRect(0, 37, self.width(), 18), Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._paint_count(painter)

    def _paint_count(self, painter: QPainter) -> None:
        tokens = current().tokens
        words = str(min(self._count, 99))
        painter.setFont(font(Text.CAPTION, weight=700))
        width = max(18, painter.fontMetrics().horizontalAdvance(words) + 10)
        badge = QRect(self.width() // 2 + 5, 4, width, 18)
        colour = tokens.shade(State.OVERSTAYING).colour
        box(painter, badge, 9, fill=colour)
        painter.setPen(readable(tokens.on_brand, tokens.rail, colour))
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, words)


class Rail(QFrame):
    """`wanted` carries the name of the screen a person asks for."""

    wanted = Signal(str)

    def __init__(self, places: Sequence[Place]) -> None:
        super().__init__()
        self.setProperty("surface", "rail")
        self.setFixedWidth(RAIL_WIDTH)
        self._buttons: dict[str, RailButton] = {}
        group = QButtonGroup(self)
        layout = column(self, gap=10, margins=(_EDGE, 18, _EDGE, 18))
        layout.addWidget(Mark(), 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addSpacing(14)
        for place in places:
            if place.at_bottom:
                layout.addStretch(1)
            button = RailButton(place)
            button.clicked.connect(lambda _checked=False, name=place.name: self.wanted.emit(name))
            group.addButton(button)
            self._buttons[place.name] = button
            layout.addWidget(button)
        if not any(place.at_bottom for place in places):
            layout.addStretch(1)

    def show_current(self, name: str) -> None:
        if name in self._buttons:
            self._buttons[name].setChecked(True)

    def show_count(self, name: str, count: int) -> None:
        """Mark a screen where something wants a person's eye."""
        if name in self._buttons:
            self._buttons[name].show_count(count)

    def allow(self, name: str, allowed: bool) -> None:
        self._buttons[name].setVisible(allowed)
