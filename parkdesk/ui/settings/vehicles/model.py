"""The vehicle types as a table."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.theme import State, Text, current, font
from parkdesk.ui.vocabulary import vehicle_words

_Index = QModelIndex | QPersistentModelIndex


class VehicleModel(QAbstractTableModel):
    def __init__(self) -> None:
        super().__init__()
        self._types: tuple[VehicleType, ...] = ()

    def show(self, types: Sequence[VehicleType]) -> None:
        self.beginResetModel()
        self._types = tuple(types)
        self.endResetModel()

    def kind(self, row: int) -> VehicleType:
        return self._types[row]

    def row_of(self, code: str) -> int:
        """-1 if no type has that code."""
        return next((row for row, kind in enumerate(self._types) if kind.code == code), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._types)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Name"), self.tr("Typed as"), self.tr("State"))[section]

    def data(self, index: _Index, role: int = 0) -> Any:
        kind = self._types[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            state = self.tr("retired") if kind.retired else self.tr("in use")
            return (vehicle_words(kind), kind.code, state)[index.column()]
        if role == Qt.ItemDataRole.FontRole and index.column() == 0:
            return font(Text.STRONG)
        if role == Qt.ItemDataRole.ForegroundRole and kind.retired:
            return current().shade(State.CLOSED).ink
        return None
