"""The one model of a lot's bays: it signals only the cells that differ, by a new board or by the clock."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from enum import IntEnum
from heapq import heappop, heappush
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parkdesk.domain.board import Board, Cell
from parkdesk.domain.lot import Lot
from parkdesk.ui.board.face import Face, changes_in, face_of, spoken

Index = QModelIndex | QPersistentModelIndex
Part = tuple[Cell, ...]
_PART = 256


class BoardRole(IntEnum):
    """Beside Qt's own display (the code) and accessible text (the bay in one sentence)."""

    CELL = Qt.ItemDataRole.UserRole + 1
    FACE = Qt.ItemDataRole.UserRole + 2
    STATE = Qt.ItemDataRole.UserRole + 3
    """The word of the state: what passes through Qt is a plain string."""
    UNTIL = Qt.ItemDataRole.UserRole + 4
    """The moment a countdown counts to, or None."""


class BoardModel(QAbstractListModel):
    """One row a bay, in the order of the board. Nothing here ever asks anyone.

    Faces are made when a view first asks for them, and only those are watched by `tick`: a lot of 50,000 bays
    costs what its visible part costs. `cells_changed` carries the rows that `dataChanged` told, all at once.
    """

    cells_changed = Signal(object)
    ticked = Signal(object)
    """The moment of the last `tick` or `show`, after all changes were told."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board: Board | None = None
        self._parts: list[Part] = []
        self._now: datetime | None = None
        self._faces: dict[int, Face] = {}
        self._due: list[tuple[datetime, int]] = []
        self._due_of: dict[int, datetime] = {}
        self._rows: dict[UUID, int] | None = None

    # Asking

    @property
    def board(self) -> Board | None:
        return self._board

    @property
    def lot(self) -> Lot | None:
        return None if self._board is None else self._board.lot

    @property
    def now(self) -> datetime:
        """The moment that shows. Only asked while there is a board."""
        assert self._now is not None
        return self._now

    def cell(self, row: int) -> Cell:
        assert self._board is not None
        return self._board.cells[row]

    def face(self, row: int) -> Face:
        found = self._faces.get(row)
        if found is None:
            found = self._faces[row] = self._look(row)
        return found

    def row_of(self, bay_id: UUID | None) -> int:
        """The row of a bay, -1 for one that is not on this board."""
        if self._board is None or bay_id is None:
            return -1
        if self._rows is None:
            self._rows = {cell.bay_id: row for row, cell in enumerate(self._board.cells)}
        return self._rows.get(bay_id, -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() or self._board is None else len(self._board.cells)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or self._board is None:
            return None
        row = index.row()
        if role == BoardRole.FACE:
            return self.face(row)
        if role == BoardRole.CELL:
            return self._board.cells[row]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._board.cells[row].code
        if role == BoardRole.STATE:
            return self.face(row).state
        if role == BoardRole.UNTIL:
            return self.face(row).left_at
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return spoken(self.face(row))
        return None

    # Being told

    def show(self, board: Board, now: datetime | None = None) -> None:
        """Show this board. Other bays or levels than before reset the model; else only changed cells are told."""
        before, self._board = self._board, board
        parts, self._parts = self._parts, _parts(board)
        self._now = max(filter(None, (self._now, now, board.as_of)))
        same_bays = before is not None and _has_the_same_bays(before, board)
        differing = _differing(parts, self._parts) if same_bays else None
        if before is None or differing is None:
            self.beginResetModel()
            self._forget()
            self.endResetModel()
        else:
            self._show_differences(differing, everything=before.lot != board.lot)
        self.ticked.emit(self._now)

    def clear(self) -> None:
        """Show nothing, say while another lot is being read."""
        self.beginResetModel()
        self._board = None
        self._parts = []
        self._now = None
        self._forget()
        self.endResetModel()

    def tick(self, now: datetime) -> None:
        """Let time pass: tells the cells whose words or state are others than before."""
        if self._board is None or self._now is None:
            return
        back, self._now = now < self._now, now
        rows = list(self._faces) if back else list(self._take_due(now))
        self._tell([row for row in rows if self._look_again(row)])
        self.ticked.emit(now)

    def _show_differences(self, differing: list[int], *, everything: bool) -> None:
        changed = set(differing)
        for row in changed & self._faces.keys():
            self._look_again(row)
        rest = self._faces.keys() - changed if everything else self._take_due(self.now)
        changed.update(row for row in list(rest) if self._look_again(row))
        self._tell(sorted(changed))

    def _look_again(self, row: int) -> bool:
        """Make a row's face anew; whether it looks different now."""
        before = self._faces.get(row)
        self._faces[row] = self._look(row)
        return before != self._faces[row]

    def _look(self, row: int) -> Face:
        assert self._board is not None
        cell = self._board.cells[row]
        face = face_of(cell, self.now, self._board.lot)
        span = changes_in(cell, face, self.now)
        if span is None:
            self._due_of.pop(row, None)
        else:
            due = _whole_second(self.now) + max(span, timedelta(seconds=1))
            self._due_of[row] = due
            heappush(self._due, (due, row))
        return face

    def _take_due(self, now: datetime) -> Iterator[int]:
        """Rows whose time has come; what was put off since is skipped."""
        found = []
        while self._due and self._due[0][0] <= now:
            due, row = heappop(self._due)
            if self._due_of.get(row) == due:
                del self._due_of[row]
                found.append(row)
        return iter(found)

    def _tell(self, rows: list[int]) -> None:
        if not rows:
            return
        rows.sort()
        for first, last in _runs(rows):
            self.dataChanged.emit(self.index(first), self.index(last))
        self.cells_changed.emit(tuple(rows))

    def _forget(self) -> None:
        self._faces = {}
        self._due = []
        self._due_of = {}
        self._rows = None


def _whole_second(now: datetime) -> datetime:
    return now.replace(microsecond=0)


def _parts(board: Board) -> list[Part]:
    """The cells in parts that C compares at a glance: most hold the very same values as before."""
    return [board.cells[first : first + _PART] for first in range(0, len(board.cells), _PART)]


def _has_the_same_bays(before: Board, board: Board) -> bool:
    """As far as one sees without looking at each."""
    return (before.lot.id, before.levels, len(before.cells)) == (board.lot.id, board.levels, len(board.cells))


def _differing(before: list[Part], parts: list[Part]) -> list[int] | None:
    """The rows whose cells differ; None if these are other bays, or the same ones at other places."""
    differing = []
    for number, (old_part, new_part) in enumerate(zip(before, parts, strict=True)):
        if old_part == new_part:
            continue
        for row, (old, new) in enumerate(zip(old_part, new_part, strict=True), number * _PART):
            if old is new or old == new:
                continue
            if old.bay_id != new.bay_id or old.place != new.place or old.level_id != new.level_id:
                return None
            differing.append(row)
    return differing


def _runs(rows: Iterable[int]) -> Iterator[tuple[int, int]]:
    """Neighbouring rows joined: 1 2 3 7 becomes (1, 3), (7, 7)."""
    first = last = -2
    for row in rows:
        if row != last + 1:
            if last >= 0:
                yield first, last
            first = row
        last = row
    if last >= 0:
        yield first, last
