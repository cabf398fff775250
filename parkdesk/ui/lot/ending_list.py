"""The card under the grid: what ends next, as rows with one deed each."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QKeyEvent, QMouseEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QFrame, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from parkdesk.ui.board import BoardRole
from parkdesk.ui.lot.ending_next import Column, EndingNext, tone_of
from parkdesk.ui.theme import RADIUS, RADIUS_SMALL, Text, current, font
from parkdesk.ui.widgets import Button, Card, box, tidy

HEADS = 26
CHIPS = 8
_SHARES = {
    Column.BAY: 70,
    Column.PLATE: 140,
    Column.DRIVER: 150,
    Column.STARTED: 90,
    Column.ENDS: 90,
    Column.LEFT: 110,
    Column.PAID: 130,
    Column.DEED: 140,
}
_STRONG = (Column.BAY, Column.PLATE)
_INSET = 11
"""As far as the heads stand from their edge."""
_ROOMY = 700
"""Below this width the driver and the start give way."""
Index = QModelIndex | QPersistentModelIndex


class _RowDelegate(QStyledItemDelegate):
    def __init__(self, view: EndingView) -> None:
        super().__init__(view)
        self._view = view

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        theme = current()
        area: QRect = option.rect
        if index.row() % 2 == 0:
            self._paint_ground(painter, area, index)
        column = Column(index.column())
        words = index.data()
        if column is Column.DEED:
            self._paint_deed(painter, area, index, words)
            return
        tone = "ink"
        weight, size = (600 if column in _STRONG else 400), 13.0
        if column is Column.LEFT:
            tone, weight, size = tone_of(index.data(BoardRole.FACE).state), 700, 14.0
        elif column is Column.PAID:
            owes = self._view.ending.owes(index)
            tone, weight = ("overstaying" if owes else "ink"), 500
        ink = theme.tokens.ink if tone == "ink" else theme.shade(tone).ink
        painter.setFont(font(Text.BODY, size=size, weight=weight))
        painter.setPen(ink)
        inner = area.adjusted(_INSET, 0, -4, 0)
        shown = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, int(Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft), shown)

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        return QSize(60, current().sizes.row)

    def _paint_ground(self, painter: QPainter, area: QRect, index: Index) -> None:
        """One soft band a row: each cell draws its piece of it."""
        band = area.adjusted(0, 2, 0, -2)
        left = 0 if index.column() == 0 else RADIUS_SMALL
        right = 0 if index.column() == len(Column) - 1 else RADIUS_SMALL
        painter.save()
        painter.setClipRect(area)
        box(painter, band.adjusted(-left, 0, right, 0), RADIUS_SMALL, fill=current().tokens.window)
        painter.restore()

    def _paint_deed(self, painter: QPainter, area: QRect, index: Index, words: str) -> None:
        tokens = current().tokens
        over = self._view.hovered == index.row()
        ground = tokens.hover if over else tokens.card
        box(painter, button_rect(area), RADIUS, fill=ground, edge=tokens.line)
        painter.setFont(font(Text.BODY, size=12.5, weight=500))
        painter.setPen(tokens.accent_ink)
        painter.drawText(button_rect(area), Qt.AlignmentFlag.AlignCenter, words)


def button_rect(area: QRect) -> QRect:
    height = min(area.height() - 8, max(26, current().sizes.chip - 4))
    top = area.y() + (area.height() - height) // 2
    width = min(area.width() - 12, 136)
    return QRect(area.right() - 8 - width, top, width, height)


class EndingView(QTableView):
    """`picked` names a row that was chosen, `wanted` one whose deed was."""

    picked = Signal(QModelIndex)
    wanted = Signal(QModelIndex)

    def __init__(self, ending: EndingNext) -> None:
        super().__init__()
        self.ending = ending
        self.hovered = -1
        self.setModel(ending)
        tidy(self, name=self.tr("Ending next"))
        self.setItemDelegate(_RowDelegate(self))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.horizontalHeader().setStretchLastSection(False)
        self.horizontalHeader().setFixedHeight(HEADS)
        self.horizontalHeader().setSectionsClickable(False)
        current().changed.connect(self._set_rows)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        roomy = self.viewport().width() >= _ROOMY
        for column in (Column.DRIVER, Column.STARTED):
            self.setColumnHidden(column, not roomy)
        shown = {column: share for column, share in _SHARES.items() if not self.isColumnHidden(column)}
        head = QFontMetrics(font(Text.CAPTION, weight=600)).horizontalAdvance(
            str(self.ending.headerData(Column.BAY, Qt.Orientation.Horizontal))
        )
        whole, room = sum(shown.values()), self.viewport().width()
        first = max(room * shown.pop(Column.BAY) // whole, head + 2 * _INSET)
        self.setColumnWidth(Column.BAY, first)
        whole, room = sum(shown.values()), room - first
        for column, share in shown.items():
            self.setColumnWidth(column, room * share // whole)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        index = self.indexAt(event.position().toPoint())
        over = self._on_button(index, event)
        self.hovered = index.row() if over else -1
        shape = Qt.CursorShape.PointingHandCursor if index.isValid() else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)
        self.viewport().update()
        super().mouseMoveEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if event.button() == Qt.MouseButton.LeftButton and index.isValid():
            (self.wanted if self._on_button(index, event) else self.picked).emit(index)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        index = self.currentIndex()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and index.isValid():
            (self.wanted if index.column() == Column.DEED else self.picked).emit(index)
        else:
            super().keyPressEvent(event)

    def _on_button(self, index: QModelIndex, event: QMouseEvent) -> bool:
        if index.column() != Column.DEED:
            return False
        return button_rect(self.visualRect(index)).contains(event.position().toPoint())

    def _set_rows(self) -> None:
        height = current().sizes.row
        self.verticalHeader().setMinimumSectionSize(height)
        self.verticalHeader().setDefaultSectionSize(height)


class EndingCard(Card):
    """As many whole rows as there is room for; on a low screen one line of chips."""

    picked = Signal(object)
    """The cell of a stay that was chosen."""

    def __init__(self, ending: EndingNext) -> None:
        super().__init__(margins=(12, 14, 12, 12), gap=4)
        self._ending = ending
        self._head = self.header(self.tr("Ending next"), self.tr("soonest first"))
        self._head.setContentsMargins(8, 0, 8, 0)
        self.chips = [Button(small=True) for _ in range(CHIPS)]
        for number, chip in enumerate(self.chips):
            chip.clicked.connect(lambda _=False, number=number: self._pick(number))
            self._head.addWidget(chip)
        self.view = EndingView(ending)
        self.body.addWidget(self.view, 1)
        ending.modelReset.connect(self._show_chips)
        ending.dataChanged.connect(self._show_chips)
        self._rows = -1
        self.show_rows(3)

    def height_for(self, rows: int) -> int:
        margins = self.body.contentsMargins()
        edges = margins.top() + margins.bottom()
        if not rows:
            return edges + current().sizes.chip
        return edges + self.title.sizeHint().height() + 4 + HEADS + rows * current().sizes.row + 2

    def show_rows(self, rows: int) -> None:
        """As high as so many rows; with none the soonest stays are chips in the card's head."""
        if rows != self._rows:
            self._rows = rows
            edge = 8 if not rows else 14
            self.body.setContentsMargins(12, edge, 12, edge - 2)
            self.view.setVisible(bool(rows))
            self.caption.setVisible(bool(rows))
        self.setFixedHeight(self.height_for(rows))
        self._show_chips()

    def _show_chips(self) -> None:
        room = self.width() - self.title.sizeHint().width() - 56
        for number, chip in enumerate(self.chips):
            if self._rows or number >= self._ending.rowCount():
                chip.hide()
                continue
            face = self._ending.index(number, 0).data(BoardRole.FACE)
            chip.setText(f"{face.code}  {face.left}")
            room -= chip.sizeHint().width() + 8
            chip.setVisible(room >= 0)

    def _pick(self, number: int) -> None:
        self.picked.emit(self._ending.cell(self._ending.index(number, 0)))
