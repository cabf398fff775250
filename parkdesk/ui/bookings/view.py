"""The table's look: even rows, the status as a badge, money owed in red."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
)

from parkdesk.ui.bookings.table import BookingsTable, Column, Role
from parkdesk.ui.theme import RADIUS_SMALL, Text, current, font
from parkdesk.ui.widgets import box, tidy

Index = QModelIndex | QPersistentModelIndex
_LEAST = {
    Column.BAY: 58,
    Column.PLATE: 122,
    Column.DRIVER: 96,
    Column.STARTS: 138,
    Column.UNTIL: 138,
    Column.STATUS: 104,
    Column.PRICE: 88,
    Column.PAID: 112,
    Column.TICKET: 92,
}
"""What a column needs to be read; what is left over goes to all of them alike."""
_SHORT_UNTIL = 78
_GIVE_WAY = (Column.TICKET, Column.PRICE, Column.DRIVER)
"""Columns that are left out, in this order, where the table is narrow; the card beside it has them all."""


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
        column, words = Column(index.column()), str(index.data() or "")
        painter.save()
        if column is Column.STATUS:
            self._paint_badge(painter, area, index, words)
        else:
            owes = bool(index.data(Role.OWES))
            strong = column in (Column.BAY, Column.PLATE)
            painter.setFont(font(Text.STRONG if strong else Text.BODY, weight=500 if owes else None))
            ink = theme.shade("overstaying").ink if owes else theme.tokens.ink
            quiet = column is Column.TICKET or words == "–"
            painter.setPen(theme.tokens.mute if quiet else ink)
            inner = area.adjusted(11, 0, -4, 0)
            side = Qt.AlignmentFlag.AlignLeft
            if column is Column.PRICE:
                inner, side = area.adjusted(4, 0, -11, 0), Qt.AlignmentFlag.AlignRight
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, current().sizes.row)

    def _paint_badge(self, painter: QPainter, area: QRect, index: Index, words: str) -> None:
        shade = current().shade(index.data(Role.STATE))
        painter.setFont(font(Text.SMALL, weight=600))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(words) + 20, area.width() - 12)
        badge = QRect(area.left() + 8, area.center().y() - 11, width, 23)
        box(painter, badge, RADIUS_SMALL + 6, fill=shade.tint)
        painter.setPen(shade.ink)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 12)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)


class BookingsView(QTableView):
    """`opened` names a row that Enter or a double click asked for."""

    opened = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)

    def __init__(self, table: BookingsTable) -> None:
        super().__init__()
        self._table = table
        self.setModel(table)
        tidy(self, name=self.tr("Bookings"))
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setStretchLastSection(False)
        heads.setSectionsClickable(False)
        heads.setFixedHeight(36)
        current().changed.connect(self._set_rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        shown = dict(_LEAST)
        self._table.shorten_until(sum(shown.values()) > room)
        if self._table.until_short:
            shown[Column.UNTIL] = _SHORT_UNTIL
        heads = QFontMetrics(font(Text.SMALL, weight=500))
        shown[Column.BAY] = max(shown[Column.BAY], heads.horizontalAdvance(self._table.head(Column.BAY)) + 20)
        for column in _GIVE_WAY:
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
        index = self.indexAt(event.position().toPoint())
        if index.isValid():
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            place = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _set_rows(self) -> None:
        height = current().sizes.row
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)
