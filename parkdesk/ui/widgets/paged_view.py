"""The look of a paged table: even rows, states as badges, columns that share the room or give way."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from parkdesk.ui.theme import RADIUS_SMALL, State, Text, current, font
from parkdesk.ui.widgets.paged_table import Look, PagedTable, Role
from parkdesk.ui.widgets.painting import box
from parkdesk.ui.widgets.table import tidy

Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        if chosen or state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(area, theme.tokens.accent_tint if chosen else theme.tokens.hover)
        painter.fillRect(QRect(area.left(), area.bottom(), area.width(), 1), theme.tokens.hairline)
        if chosen and index.column() == 0:
            painter.fillRect(QRect(area.left(), area.top(), 3, area.height() - 1), theme.tokens.accent)
        look: Look = index.data(Role.LOOK)
        words = str(index.data() or "")
        painter.save()
        if look.badge is not None:
            self._paint_badge(painter, area, look.badge, words)
        else:
            painter.setFont(
                font(Text.STRONG if look.strong else Text.BODY, weight=500 if look.owed else None)
            )
            ink = theme.shade(State.OVERSTAYING).ink if look.owed else theme.tokens.ink
            painter.setPen(theme.tokens.mute if look.quiet else ink)
            right = index.data(Qt.ItemDataRole.TextAlignmentRole) is not None
            inner = area.adjusted(4, 0, -11, 0) if right else area.adjusted(11, 0, -4, 0)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, current().sizes.row)

    def _paint_badge(self, painter: QPainter, area: QRect, state: State, words: str) -> None:
        shade = current().shade(state)
        painter.setFont(font(Text.SMALL, weight=600))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(words) + 20, area.width() - 12)
        badge = QRect(area.left() + 8, area.center().y() - 11, width, 23)
        box(painter, badge, RADIUS_SMALL + 6, fill=shade.tint)
        painter.setPen(shade.ink)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 12)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)


class PagedView(QTableView):
    """`opened` comes when Enter or a double click asks for the chosen row.

    `least` is what each column needs to be read, and what is left over goes to all of them alike; those in `give_way`
    are left out, in this order, where the table is narrow.
    """

    opened = Signal()

    def __init__(
        self, table: PagedTable[Any, Any], least: Mapping[int, int], give_way: Sequence[int]
    ) -> None:
        super().__init__()
        self._least, self._give_way = least, give_way
        self.setModel(table)
        tidy(self, name="")
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setStretchLastSection(False)
        heads.setSectionsClickable(False)
        heads.setFixedHeight(36)

    def least(self, _room: int) -> dict[int, int]:
        """What the columns need where there is that much room."""
        return dict(self._least)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        shown = self.least(room)
        for column in self._give_way:
            hidden = sum(shown.values()) > room
            self.setColumnHidden(column, hidden)
            if hidden:
                del shown[column]
        whole, taken, left = sum(shown.values()), 0, 0
        for column, share in shown.items():
            taken += share
            edge = room * taken // whole
            self.setColumnWidth(column, edge - left)
            left = edge

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)
