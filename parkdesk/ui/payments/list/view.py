"""The table's look: even rows, how a payment stands as a badge, amounts at the right."""

from __future__ import annotations

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

from parkdesk.ui.payments.list.table import STATE, Column, PaymentsTable
from parkdesk.ui.theme import RADIUS_SMALL, Text, current, font
from parkdesk.ui.widgets import box, tidy

Index = QModelIndex | QPersistentModelIndex
_LEAST = {
    Column.WHEN: 118,
    Column.PLATE: 124,
    Column.BAY: 64,
    Column.TENDER: 116,
    Column.AMOUNT: 104,
    Column.STATUS: 132,
    Column.BY: 108,
    Column.TICKET: 96,
}
_GIVE_WAY = (Column.TICKET, Column.BY, Column.BAY)
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
            strong = column in (Column.PLATE, Column.AMOUNT)
            painter.setFont(font(Text.STRONG if strong else Text.BODY))
            quiet = column in (Column.TICKET, Column.BY)
            painter.setPen(theme.tokens.mute if quiet else theme.tokens.ink)
            right = column is Column.AMOUNT
            inner = area.adjusted(4, 0, -11, 0) if right else area.adjusted(11, 0, -4, 0)
            side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
            shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
            painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | side), shown)
        painter.restore()

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, current().sizes.row)

    def _paint_badge(self, painter: QPainter, area: QRect, index: Index, words: str) -> None:
        shade = current().shade(index.data(STATE))
        painter.setFont(font(Text.SMALL, weight=600))
        metrics = painter.fontMetrics()
        width = min(metrics.horizontalAdvance(words) + 20, area.width() - 12)
        badge = QRect(area.left() + 8, area.center().y() - 11, width, 23)
        box(painter, badge, RADIUS_SMALL + 6, fill=shade.tint)
        painter.setPen(shade.ink)
        shown = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width - 12)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, shown)


class PaymentsView(QTableView):
    """`opened` asks for the stay of the chosen row."""

    opened = Signal()

    def __init__(self, table: PaymentsTable) -> None:
        super().__init__()
        self.setModel(table)
        tidy(self, name=self.tr("Payments"))
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        heads = self.horizontalHeader()
        heads.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        heads.setStretchLastSection(False)
        heads.setSectionsClickable(False)
        heads.setFixedHeight(36)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        room = self.viewport().width()
        shown = dict(_LEAST)
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
        if self.indexAt(event.position().toPoint()).isValid():
            self.opened.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit()
        else:
            super().keyPressEvent(event)
