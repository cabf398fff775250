"""The list under the search field: what was found, or why nothing was."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QPainter
from PySide6.QtWidgets import (
    QFrame,
    QListWidget,
    QListWidgetItem,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from parkdesk.ui.theme import RADIUS_SMALL, Text, current, font, icon, pixmap
from parkdesk.ui.widgets.layouts import column
from parkdesk.ui.widgets.painting import box

MOST_FOUND = 8
_ICON = 16
_BESIDE_WORDS = 72
_LEAST_WIDTH = 400


@dataclass(frozen=True)
class Found:
    """One thing that fits what was typed."""

    words: str
    caption: str
    icon: str
    open: Callable[[], None]


class _Rows(QStyledItemDelegate):
    """A found thing in strong words, its circumstances quieter at the right."""

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        lines = index.data(Qt.ItemDataRole.SizeHintRole)
        return lines if isinstance(lines, QSize) else QSize(0, current().sizes.chip + 2)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        found = index.data(Qt.ItemDataRole.UserRole)
        if not isinstance(found, Found):
            super().paint(painter, option, index)
            return
        tokens = current().tokens
        area: QRect = option.rect
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        painter.save()
        if chosen:
            box(painter, area, RADIUS_SMALL, fill=tokens.accent_tint)
        ratio = painter.device().devicePixelRatioF()
        ink = tokens.accent_ink if chosen else tokens.ink
        picture = pixmap(found.icon, ink if chosen else tokens.mute, _ICON, ratio)
        painter.drawPixmap(area.x() + 10, area.center().y() - _ICON // 2 + 1, picture)
        room = area.adjusted(10 + _ICON + 10, 0, -10, 0)
        painter.setFont(font(Text.STRONG))
        painter.setPen(ink)
        words = painter.fontMetrics().horizontalAdvance(found.words)
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, found.words)
        painter.setFont(font(Text.SMALL))
        painter.setPen(tokens.mute)
        room.setLeft(room.left() + words + 12)
        caption = painter.fontMetrics().elidedText(found.caption, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight), caption)
        painter.restore()


class FoundList(QFrame):
    """Floats under its field and never takes the focus from it."""

    chosen = Signal(object)

    def __init__(self, field: QWidget) -> None:
        super().__init__(field.window(), Qt.WindowType.ToolTip)
        self._field = field
        self._found: tuple[Found, ...] = ()
        self.setProperty("surface", "popup")
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list = QListWidget()
        self._list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._list.setFont(font(Text.BODY))
        self._list.setIconSize(QSize(_ICON, _ICON))
        self._list.setMinimumHeight(1)
        self._list.setWordWrap(True)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setItemDelegate(_Rows(self._list))
        self._list.itemClicked.connect(self._clicked)
        column(self, margins=(6, 6, 6, 6)).addWidget(self._list)

    def show_found(self, found: Sequence[Found]) -> None:
        self._found = tuple(found[:MOST_FOUND])
        self._list.clear()
        for one in self._found:
            item = QListWidgetItem(f"{one.words}, {one.caption}")
            item.setData(Qt.ItemDataRole.UserRole, one)
            self._list.addItem(item)
        self._list.setCurrentRow(0)
        self._place()

    def show_words(self, words: str) -> None:
        self._found = ()
        self._list.clear()
        item = QListWidgetItem(icon("info"), words)
        item.setFlags(Qt.ItemFlag.ItemIsEnabled)
        item.setSizeHint(QSize(0, self._height_of(words)))
        self._list.addItem(item)
        self._place()

    def step(self, by: int) -> None:
        if self._found:
            self._list.setCurrentRow((self._list.currentRow() + by) % len(self._found))

    def current(self) -> Found | None:
        """What Enter would open."""
        row = self._list.currentRow()
        return self._found[row] if self.isVisible() and 0 <= row < len(self._found) else None

    def _height_of(self, words: str) -> int:
        """Of a sentence in as many lines as it needs."""
        room = QRect(0, 0, max(self._field.width(), _LEAST_WIDTH) - _BESIDE_WORDS, 1000)
        lines = QFontMetrics(self._list.font()).boundingRect(room, Qt.TextFlag.TextWordWrap, words)
        return max(current().sizes.chip + 2, lines.height() + 14)

    def _place(self) -> None:
        corner = self._field.mapToGlobal(QPoint(0, self._field.height() + 4))
        height = self._list.count() * self._list.sizeHintForRow(0) + 14
        self.setGeometry(corner.x(), corner.y(), max(self._field.width(), _LEAST_WIDTH), height)
        self.show()

    def _clicked(self, item: QListWidgetItem) -> None:
        found = item.data(Qt.ItemDataRole.UserRole)
        if isinstance(found, Found):
            self.chosen.emit(found)
