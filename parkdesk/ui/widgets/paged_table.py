"""A lot's records as a table: pages that come as one scrolls, and rows that change in place."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Collection, Hashable, Sequence
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parkdesk.domain.lot import Lot
from parkdesk.ui.theme import State

R = TypeVar("R")
K = TypeVar("K")
Index = QModelIndex | QPersistentModelIndex
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Role(IntEnum):
    """Beside Qt's own."""

    LOOK = Qt.ItemDataRole.UserRole + 1


@dataclass(frozen=True, slots=True)
class Look:
    """How a cell shows; with a `badge` its words stand on that state's tint."""

    strong: bool = False
    quiet: bool = False
    owed: bool = False
    badge: State | None = None


PLAIN, STRONG, QUIET = Look(), Look(strong=True), Look(quiet=True)


class PagedTable(QAbstractTableModel, Generic[R, K]):
    """`more_wanted` comes when the view reaches the end of what was read and there is more.

    Rows are told apart by `identity`; the columns in `right` hold numbers. A table names its columns with `name`
    and says what its cells hold, in `words` and `look`.
    """

    more_wanted = Signal()

    def __init__(
        self,
        identity: Callable[[R], Hashable],
        *,
        right: Collection[int] = (),
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._identity, self._right = identity, frozenset(right)
        self._heads: Sequence[str] = ()
        self._lot: Lot | None = None
        self._rows: tuple[R, ...] = ()
        self._next: K | None = None
        self._asked = False

    @abstractmethod
    def words(self, row: R, column: int, lot: Lot) -> str:
        """What a cell says."""

    @abstractmethod
    def look(self, row: R, column: int) -> Look:
        """How a cell shows."""

    def name(self, *heads: str) -> None:
        self._heads = heads

    @property
    def rows(self) -> tuple[R, ...]:
        return self._rows

    @property
    def next(self) -> K | None:
        """The key of the page that follows; None when all was read."""
        return self._next

    def head(self, column: int) -> str:
        return self._heads[column]

    def line(self, index: Index) -> R | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, identity: Hashable) -> int:
        """-1 if none of the rows is meant."""
        return next((number for number, row in enumerate(self._rows) if self._identity(row) == identity), -1)

    # Being told

    def show(self, rows: tuple[R, ...], after: K | None, lot: Lot) -> None:
        """Show this first page; rows that stay are changed in place."""
        same = self._lot == lot and list(map(self._identity, rows)) == list(map(self._identity, self._rows))
        self._lot = lot
        if not same:
            self._anew(rows, after)
            return
        self._next, self._asked = after, False
        before, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self._tell(number, number)

    def add(self, rows: tuple[R, ...], after: K | None) -> None:
        """Show a page that follows."""
        self._next, self._asked = after, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows = (*self._rows, *rows)
            self.endInsertRows()

    def forget(self) -> None:
        self._lot = None
        self._anew((), None)

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._heads)

    def canFetchMore(self, parent: Index) -> bool:
        return not parent.isValid() and self._next is not None and not self._asked

    def fetchMore(self, parent: Index) -> None:
        if self.canFetchMore(parent):
            self._asked = True
            self.more_wanted.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self._heads[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in self._right:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self.line(index), index.column()
        if row is None or self._lot is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.words(row, column, self._lot)
        if role == Role.LOOK:
            return self.look(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole and column in self._right:
            return _RIGHT
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[column]}: {self.words(row, column, self._lot)}"
        return None

    def _anew(self, rows: tuple[R, ...], after: K | None) -> None:
        self.beginResetModel()
        self._rows, self._next, self._asked = rows, after, False
        self.endResetModel()

    def _tell(self, first: int, last: int, column: int | None = None) -> None:
        left, right = (0, len(self._heads) - 1) if column is None else (column, column)
        self.dataChanged.emit(self.index(first, left), self.index(last, right))
