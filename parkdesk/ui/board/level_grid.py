"""One level as its plan stands: rows and columns of bays, and the drive lanes between them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from typing import Any, NamedTuple
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from parkdesk.domain.board import Board, Cell
from parkdesk.ui.board.model import BoardModel, Index


class Line(NamedTuple):
    """A row of the grid: the plan's row and where its cells begin and end in the board; none make a lane.

    A folded row of the plan is several of these, one beneath the other; `first` is the plan's column it begins with.
    """

    place: int
    start: int = 0
    stop: int = 0
    first: int = 0

    @property
    def is_lane(self) -> bool:
        return self.start == self.stop


class LevelGrid(QAbstractTableModel):
    """A table over the board's list. Places without a bay are indexes that cannot be chosen."""

    def __init__(self, model: BoardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._level_id: UUID | None = None
        self._lines: tuple[Line, ...] = ()
        self._whole: tuple[Line, ...] = ()
        self._row_at: dict[int, int] = {}
        self._first_column = 0
        self._columns = 0
        self._width = 0
        self._most = 0
        model.modelAboutToBeReset.connect(self.beginResetModel)
        model.modelReset.connect(self._reset)
        model.cells_changed.connect(self._tell)
        self._lay_out()

    @property
    def level_id(self) -> UUID | None:
        return self._level_id

    @property
    def lines(self) -> tuple[Line, ...]:
        return self._lines

    @property
    def width(self) -> int:
        """How many columns the level has as it stands, folded or not."""
        return self._width

    def fold(self, most: int) -> None:
        """Rows of more columns than this go on in a line beneath; 0 leaves them whole."""
        if most != self._most:
            self.beginResetModel()
            self._most = most
            self._set_lines()
            self.endResetModel()

    def show_level(self, level_id: UUID | None) -> None:
        if level_id != self._level_id:
            self.beginResetModel()
            self._level_id = level_id
            self._lay_out()
            self.endResetModel()

    def board_row(self, index: Index) -> int:
        """The board's row of the bay at a place, -1 where there is none."""
        if not index.isValid() or index.row() >= len(self._lines):
            return -1
        return self._find(self._lines[index.row()], index.column())

    def cell(self, index: Index) -> Cell | None:
        row = self.board_row(index)
        return None if row < 0 else self._model.cell(row)

    def index_of(self, bay_id: UUID | None) -> QModelIndex:
        """Where a bay stands; invalid if it is not on this level."""
        return self._index_of_row(self._model.row_of(bay_id))

    def bays(self) -> Iterator[QModelIndex]:
        """Every bay's index, in order."""
        for number, line in enumerate(self._lines):
            for row in range(line.start, line.stop):
                yield self.index(number, self._column_in(line, row))

    def lanes(self) -> list[int]:
        return [number for number, line in enumerate(self._lines) if line.is_lane]

    def lines_for(self, vehicle_types: frozenset[str]) -> list[int]:
        """The rows whose first bay takes these and no others."""
        cells = () if self._model.board is None else self._model.board.cells
        return [
            number
            for number, line in enumerate(self._lines)
            if not line.is_lane and cells[line.start].vehicle_types == vehicle_types
        ]

    def first_bay(self) -> QModelIndex:
        return next(self.bays(), QModelIndex())

    def nearest(self, row: int, column: int) -> QModelIndex:
        """The bay of a row that stands nearest to a column."""
        line = self._lines[row]
        found = self._place(line, column)
        near = [number for number in (found - 1, found) if line.start <= number < line.stop]
        best = min(near, key=lambda number: abs(self._column_in(line, number) - column), default=-1)
        return QModelIndex() if best < 0 else self.index(row, self._column_in(line, best))

    def next_in_line(self, row: int, column: int, step: int) -> QModelIndex:
        """The bay before (-1) or behind (1) a column in its row; invalid at the row's end."""
        line = self._lines[row]
        number = self._place(line, column + 1) if step > 0 else self._place(line, column) - 1
        if not line.start <= number < line.stop:
            return QModelIndex()
        return self.index(row, self._column_in(line, number))

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else self._columns

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.board_row(index)
        return None if row < 0 else self._model.data(self._model.index(row), role)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.board_row(index) < 0:
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def _reset(self) -> None:
        self._lay_out()
        self.endResetModel()

    def _lay_out(self) -> None:
        board = self._model.board
        cells = () if board is None else board.cells
        self._whole = () if board is None else tuple(_lines(cells, *_level_slice(board, self._level_id)))
        full = [line for line in self._whole if not line.is_lane]
        self._first_column = min((cells[line.start].place.column for line in full), default=0)
        last = max((cells[line.stop - 1].place.column for line in full), default=-1)
        self._width = last - self._first_column + 1
        self._set_lines()

    def _set_lines(self) -> None:
        """The level's rows as they stand, or folded."""
        self._lines, self._columns = self._whole, self._width
        if 0 < self._most < self._width and self._model.board is not None:
            self._columns = self._most
            self._lines = tuple(self._folded(self._model.board.cells))
        self._row_at = {}
        for number, line in enumerate(self._lines):
            if not line.is_lane:
                self._row_at.setdefault(line.place, number)

    def _folded(self, cells: tuple[Cell, ...]) -> Iterator[Line]:
        for line in self._whole:
            if line.is_lane:
                yield line
                continue
            for first in range(0, self._width, self._most):
                start, stop = (
                    bisect_left(cells, self._first_column + column, line.start, line.stop, key=_column)
                    for column in (first, first + self._most)
                )
                if start < stop:
                    yield Line(line.place, start, stop, first)

    def _find(self, line: Line, column: int) -> int:
        row = self._place(line, column)
        return row if row < line.stop and self._column_in(line, row) == column else -1

    def _place(self, line: Line, column: int) -> int:
        """The board's row of the first bay in a line at a column or behind it."""
        if line.is_lane or self._model.board is None:
            return line.stop
        wanted = self._first_column + line.first + column
        return bisect_left(self._model.board.cells, wanted, line.start, line.stop, key=_column)

    def _column_in(self, line: Line, row: int) -> int:
        return self._model.cell(row).place.column - self._first_column - line.first

    def _index_of_row(self, row: int) -> QModelIndex:
        if row < 0:
            return QModelIndex()
        cell = self._model.cell(row)
        number = self._row_at.get(cell.place.row, -1)
        while 0 <= number < len(self._lines) and self._lines[number].place == cell.place.row:
            line = self._lines[number]
            if line.start <= row < line.stop:
                return self.index(number, self._column_in(line, row))
            number += 1
        return QModelIndex()

    def _tell(self, rows: tuple[int, ...]) -> None:
        for row in rows:
            index = self._index_of_row(row)
            if index.isValid():
                self.dataChanged.emit(index, index)


def _column(cell: Cell) -> int:
    return cell.place.column


def _plan_row(cell: Cell) -> int:
    return cell.place.row


def _level_slice(board: Board, level_id: UUID | None) -> tuple[int, int]:
    """Where a level's cells begin and end; a board holds its levels one after the other."""
    order = {level.id: number for number, level in enumerate(board.levels)}
    wanted = order.get(level_id) if level_id is not None else None
    if wanted is None:
        return 0, 0

    def number(cell: Cell) -> int:
        return order[cell.level_id]

    return bisect_left(board.cells, wanted, key=number), bisect_right(board.cells, wanted, key=number)


def _lines(cells: tuple[Cell, ...], start: int, stop: int) -> Iterator[Line]:
    before: int | None = None
    length = 1
    while start < stop:
        place = cells[start].place.row
        end = min(start + length, stop)
        if cells[end - 1].place.row != place or (end < stop and cells[end].place.row == place):
            # Another length than the row before: most lots have rows of one length.
            end = bisect_right(cells, place, start, stop, key=_plan_row)
        if before is not None and place > before + 1:
            yield Line(before + 1)
        yield Line(place, start, end)
        before, length, start = place, end - start, end
