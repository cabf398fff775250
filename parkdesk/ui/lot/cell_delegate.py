"""The one delegate of the grid: finds the picture of a bay's size and has it drawn."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRect, QSize
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from parkdesk.ui.board.model import BoardRole
from parkdesk.ui.lot.cell_picture import CellPicture
from parkdesk.ui.theme import current

GAP = 4
_MOST_SIZES = 8


class CellDelegate(QStyledItemDelegate):
    """`row_gap` is the room between two rows of bays, which belongs half to each."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.row_gap = GAP
        self._pictures: dict[tuple[int, int, float], CellPicture] = {}
        current().changed.connect(self._forget)

    def cell_rect(self, section: QRect) -> QRect:
        half = self.row_gap // 2
        return section.adjusted(GAP // 2, half, -(GAP // 2), -half)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        face = index.data(BoardRole.FACE)
        if face is None:
            return
        area = self.cell_rect(option.rect)
        if option.state & QStyle.StateFlag.State_Selected:
            # The style has filled the whole section; a bay is chosen by its ring.
            painter.fillRect(option.rect, current().tokens.card)
        picture = self._picture(area.size(), painter.device().devicePixelRatioF())
        picture.draw(painter, QPointF(area.topLeft()), index.data(BoardRole.CELL), face)

    def _picture(self, size: QSize, ratio: float) -> CellPicture:
        key = (size.width(), size.height(), ratio)
        found = self._pictures.get(key)
        if found is None:
            if len(self._pictures) > _MOST_SIZES:
                self._pictures.clear()
            found = self._pictures[key] = CellPicture(size, ratio)
        return found

    def _forget(self) -> None:
        self._pictures.clear()
