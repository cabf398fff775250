"""The stays that end next, soonest first, each with the deed it most likely needs."""

from __future__ import annotations

from datetime import UTC, datetime
from enum import IntEnum
from heapq import nsmallest
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from parkdesk import wording
from parkdesk.domain.board import BayState, Board, Cell, LiveStay
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.money import Money
from parkdesk.ui.board import BoardModel, BoardRole
from parkdesk.ui.board.quoted import costs_more
from parkdesk.ui.theme import Text, font

MOST = 20
Index = QModelIndex | QPersistentModelIndex


class Column(IntEnum):
    BAY = 0
    PLATE = 1
    DRIVER = 2
    STARTED = 3
    ENDS = 4
    LEFT = 5
    PAID = 6
    DEED = 7


class EndingNext(QAbstractTableModel):
    """Follows the board: its order by every board, its countdowns by every tick."""

    def __init__(self, board: BoardModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._rows: list[int] = []
        self._seen: Board | None = None
        self._heads = (
            self.tr("Bay"),
            self.tr("Plate"),
            self.tr("Driver"),
            self.tr("Started"),
            self.tr("Ends"),
            self.tr("Left"),
            self.tr("Paid"),
            "",
        )
        board.modelReset.connect(self._order)
        board.cells_changed.connect(self._follow)
        self._order()

    def cell(self, index: Index) -> Cell | None:
        return self._board.cell(self._rows[index.row()]) if index.isValid() else None

    def row_of(self, cell: Cell) -> int:
        row = self._board.row_of(cell.bay_id)
        return self._rows.index(row) if row in self._rows else -1

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.FontRole:
            return font(Text.CAPTION, weight=600)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or index.row() >= len(self._rows):
            return None
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, Column(index.column()))
        if role in (BoardRole.FACE, BoardRole.STATE, Qt.ItemDataRole.AccessibleTextRole):
            return self._board.data(self._board.index(row), role)
        return None

    def owes(self, index: Index) -> bool:
        row = self._rows[index.row()]
        stay = self._board.cell(row).stay
        return self._board.face(row).unpaid or (stay is not None and self._costs_more(stay))

    def _words(self, row: int, column: Column) -> str:
        cell, lot = self._board.cell(row), self._board.lot
        stay = cell.stay
        if stay is None or lot is None:
            return ""
        match column:
            case Column.BAY:
                return cell.code
            case Column.PLATE:
                return stay.plate
            case Column.DRIVER:
                return stay.driver_name or self.tr("walk-in")
            case Column.STARTED:
                return wording.clock(stay.starts_at, lot.time_zone)
            case Column.ENDS:
                return wording.clock(stay.until, lot.time_zone)
            case Column.LEFT:
                return self._board.face(row).left
            case Column.PAID:
                return self._paid(stay)
            case Column.DEED:
                return self._deed(stay)

    def _paid(self, stay: LiveStay) -> str:
        if self._costs_more(stay):
            return self.tr("Overstay due")
        if stay.due_minor <= 0:
            return self.tr("Paid") if stay.total_minor else self.tr("Free of charge")
        return self.tr("Due {amount}").format(amount=self._money(stay.due_minor))

    def _deed(self, stay: LiveStay) -> str:
        lot = self._board.lot
        if self._costs_more(stay):
            return self.tr("Take payment")
        if stay.due_minor > 0:
            return self.tr("Take {amount}").format(amount=self._money(stay.due_minor))
        span = wording.span(lot.default_duration) if lot is not None else ""
        return self.tr("Renew {span}").format(span=span)

    def _costs_more(self, stay: LiveStay) -> bool:
        lot = self._board.lot
        return lot is not None and costs_more(stay, lot, self._board.now)

    def _money(self, minor: int) -> str:
        lot = self._board.lot
        return "" if lot is None else wording.money(Money(minor, lot.currency), lot.language, short=True)

    def _follow(self, rows: tuple[int, ...]) -> None:
        if self._board.board is not self._seen or not all(map(self._stands, self._rows)):
            # Time alone changes no order: only a new board does, or a stay that has run out.
            if self._ordered() != self._rows:
                self._order()
                return
            self._seen = self._board.board
        shown = set(rows)
        for number, row in enumerate(self._rows):
            if row in shown:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def _order(self) -> None:
        self.beginResetModel()
        self._seen = self._board.board
        self._rows = self._ordered()
        self.endResetModel()

    def _ordered(self) -> list[int]:
        board = self._board.board
        if board is None:
            return []
        gone_until = datetime.min.replace(tzinfo=UTC)
        if board.lot.at_end is AtEnd.RELEASE:
            gone_until = self._board.now - board.lot.grace
        ends = (
            (cell.stay.until, row)
            for row, cell in enumerate(board.cells)
            if cell.stay is not None and cell.stay.until > gone_until
        )
        return [row for _, row in nsmallest(MOST, ends)]

    def _stands(self, row: int) -> bool:
        lot = self._board.lot
        return lot is not None and self._board.cell(row).standing(self._board.now, lot) is not None


def tone_of(state: BayState) -> str:
    """The tone of a countdown: quiet until it needs somebody."""
    return state.value if state in (BayState.ENDING, BayState.OVERSTAYING) else "ink"
