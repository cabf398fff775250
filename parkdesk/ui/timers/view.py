"""The cards on screen: a table whose cells are cards, so that only what is seen is painted, however many run."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QModelIndex, QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QTableView

from parkdesk.ui.context import UiContext
from parkdesk.ui.theme import GAP_3, current
from parkdesk.ui.timers.card import LEAST_WIDTH, Part, button_rect, card_height, card_rect
from parkdesk.ui.timers.delegate import Button, CardDelegate
from parkdesk.ui.timers.grid import Index, TimerGrid


class TimersView(QTableView):
    """`deed_wanted` carries the card and the action of its button; `opened` a card to be shown in full."""

    deed_wanted = Signal(QModelIndex, str)
    opened = Signal(QModelIndex)
    menu_wanted = Signal(QPoint)

    def __init__(self, ui: UiContext, grid: TimerGrid) -> None:
        super().__init__()
        self._grid = grid
        self._cards = CardDelegate(ui, grid, self)
        self.setModel(grid)
        self.setItemDelegate(self._cards)
        self.setAccessibleName(self.tr("Timers"))
        self.setProperty("surface", "bare")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.horizontalHeader().hide()
        self.verticalHeader().hide()
        self.verticalScrollBar().setSingleStep(48)
        grid.reordered.connect(self._fit)
        current().changed.connect(self._fit)

    @property
    def cards(self) -> CardDelegate:
        return self._cards

    def button_place(self, index: QModelIndex, part: Part) -> QPoint:
        """The middle of a card's button, in the viewport."""
        return button_rect(card_rect(self.visualRect(index)), part).center()

    def scrollTo(
        self,
        index: Index,
        hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible,
    ) -> None:
        """Never sideways: all columns are in sight but for the gap behind the last."""
        super().scrollTo(index, hint)
        self.horizontalScrollBar().setValue(0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        self._hover(self._at(event.position().toPoint()))

    def viewportEvent(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Leave:
            self._hover(None)
        return super().viewportEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        self._hover(self._at(event.position().toPoint()))
        self._cards.is_down = event.button() == Qt.MouseButton.LeftButton
        self.viewport().update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        was_down, self._cards.is_down = self._cards.is_down, False
        found = self._at(event.position().toPoint())
        if found is not None and was_down and found == self._cards.hovered:
            index = self._grid.index(*found[:2])
            self.deed_wanted.emit(index, self._cards.deed(index, found[2]))
        self.viewport().update()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        index = self.indexAt(place)
        if self._at(place) is None and self._grid.board_row(index) >= 0:
            self.opened.emit(index)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if self._grid.board_row(index) >= 0:
            self.setCurrentIndex(index)
            place = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.currentIndex().isValid():
            self.opened.emit(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def moveCursor(
        self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier
    ) -> QModelIndex:
        """Left and right go on from line to line, as one reads."""
        steps = {
            QAbstractItemView.CursorAction.MoveRight: 1,
            QAbstractItemView.CursorAction.MoveLeft: -1,
        }
        here, step = self.currentIndex(), steps.get(action, 0)
        if not here.isValid():
            return self._grid.index(0, 0)
        if not step:
            return super().moveCursor(action, modifiers)
        columns = self._grid.columnCount()
        place = here.row() * columns + here.column() + step
        there = self._grid.index(*divmod(place, columns)) if place >= 0 else here
        return there if self._grid.board_row(there) >= 0 else here

    def _fit(self) -> None:
        """As many columns as there is room for, all of one width."""
        # The gap behind the last column lies outside, so that the cards end flush.
        room = self.viewport().width() + GAP_3
        columns = max(1, room // (LEAST_WIDTH + GAP_3))
        self._grid.set_columns(columns)
        for column in range(columns):
            self.setColumnWidth(column, room * (column + 1) // columns - room * column // columns)
        self.verticalHeader().setDefaultSectionSize(card_height() + GAP_3)

    def _hover(self, found: Button | None) -> None:
        before, self._cards.hovered = self._cards.hovered, found
        if found == before:
            return
        for there in (before, found):
            if there is not None:
                self.update(self._grid.index(*there[:2]))
        shape = Qt.CursorShape.PointingHandCursor if found is not None else Qt.CursorShape.ArrowCursor
        self.viewport().setCursor(shape)

    def _at(self, place: QPoint) -> Button | None:
        index = self.indexAt(place)
        if self._grid.board_row(index) < 0:
            return None
        card = card_rect(self.visualRect(index))
        part = next((part for part in Part if button_rect(card, part).contains(place)), None)
        return None if part is None else (index.row(), index.column(), part)
