"""A short list of things as a table: all of it at once, and those no longer in use in a quieter ink."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Callable, Hashable, Sequence
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parkdesk.ui.theme import State, Text, current, font

T = TypeVar("T")
_Index = QModelIndex | QPersistentModelIndex


class RowsModel(QAbstractTableModel, Generic[T]):
    """Rows are told apart by `identity`. A table names its columns with `name` and says what its cells hold."""

    def __init__(self, identity: Callable[[T], Hashable]) -> None:
        super().__init__()
        self._identity = identity
        self._rows: tuple[T, ...] = ()
        self._heads: Sequence[str] = ()

    @abstractmethod
    def words(self, row: T, column: int) -> str:
        """What a cell says."""

    @abstractmethod
    def in_use(self, row: T) -> bool:
        """Whether it is; what is not shows in a quieter ink."""

    def name(self, *heads: str) -> None:
        self._heads = heads

    def show(self, rows: Sequence[T]) -> None:
        self.beginResetModel()
        self._rows = tuple(rows)
        self.endResetModel()

    def at(self, number: int) -> T:
        return self._rows[number]

    def row_of(self, identity: Hashable) -> int:
        """-1 if none of the rows is meant."""
        return next((number for number, row in enumerate(self._rows) if self._identity(row) == identity), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._heads)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return self._heads[section]

    def data(self, index: _Index, role: int = 0) -> Any:
        row = self._rows[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(row, index.column())
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return font(Text.STRONG)
        if role == Qt.ItemDataRole.ForegroundRole and not self.in_use(row):
            return current().shade(State.CLOSED).ink
        return None
