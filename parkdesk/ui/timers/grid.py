"""The running stays as rows and columns of cards, over the one board model."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parkdesk.domain.board import Board, Cell
from parkdesk.ui.board import BoardModel
from parkdesk.ui.timers.running import NOTHING_RUNS, Running, Which, running

Index = QModelIndex | QPersistentModelIndex


class TimerGrid(QAbstractTableModel):
    """As many columns as fit. Time alone changes no order, so a tick tells only the cards whose words change."""

    counted = Signal()
    """How many stays run, end or are over has changed."""
    reordered = Signal()
    """Cards may stand elsewhere now."""

    def __init__(self, board: BoardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._seen: Board | None = None
        self._running = NOTHING_RUNS
        self._which = Which.ALL
        self._shown: tuple[int, ...] = ()
        self._places: dict[int, int] = {}
        self._columns = 1
        board.modelReset.connect(self._look)
        board.cells_changed.connect(self._follow)
        board.ticked.connect(self._tick)
        self._look()

    @property
    def board(self) -> BoardModel:
        return self._board

    @property
    def running(self) -> Running:
        return self._running

    @property
    def which(self) -> Which:
        return self._which

    @property
    def shown(self) -> tuple[int, ...]:
        """The board's rows in the order of the cards."""
        return self._shown

    def narrow(self, which: Which) -> None:
        if which is not self._which:
            self._which = which
            self._show(self._running.only(which))

    def set_columns(self, columns: int) -> None:
        if columns != self._columns:
            self.beginResetModel()
            self._columns = columns
            self.endResetModel()
            self.reordered.emit()

    def board_row(self, index: Index) -> int:
        """The board's row behind a card, -1 where there is none."""
        place = index.row() * self._columns + index.column()
        return self._shown[place] if index.isValid() and place < len(self._shown) else -1

    def cell(self, index: Index) -> Cell | None:
        row = self.board_row(index)
        return None if row < 0 else self._board.cell(row)

    def index_of(self, bay_id: UUID | None) -> QModelIndex:
        place = self._places.get(self._board.row_of(bay_id), -1)
        return QModelIndex() if place < 0 else self.index(*divmod(place, self._columns))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else -(-len(self._shown) // self._columns)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.board_row(index)
        if row < 0 or role == Qt.ItemDataRole.ToolTipRole:
            return None
        return self._board.data(self._board.index(row), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.board_row(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _follow(self, rows: tuple[int, ...]) -> None:
        if self._board.board is not self._seen:
            self._look()
        for row in rows:
            place = self._places.get(row)
            if place is not None:
                index = self.index(*divmod(place, self._columns))
                self.dataChanged.emit(index, index)

    def _tick(self, _now: object) -> None:
        changes_at = self._running.changes_at
        new = self._board.board is not self._seen
        if new or (
            changes_at is not None and self._board.board is not None and self._board.now >= changes_at
        ):
            self._look()

    def _look(self) -> None:
        self._seen = self._board.board
        found = NOTHING_RUNS if self._seen is None else running(self._seen, self._board.now)
        if found != self._running or self._seen is None:
            self._running = found
            self._show(found.only(self._which))
            self.counted.emit()

    def _show(self, rows: tuple[int, ...]) -> None:
        """Lines come and go at the end only, so that a view keeps its place."""
        if rows == self._shown:
            return
        before, after = self.rowCount(), -(-len(rows) // self._columns)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
        self._shown = rows
        self._places = {row: place for place, row in enumerate(rows)}
        if after > before:
            self.endInsertRows()
        elif after < before:
            self.endRemoveRows()
        if after:
            self.dataChanged.emit(self.index(0, 0), self.index(after - 1, self._columns - 1))
        self.reordered.emit()
