"""A level's bays as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from parkdesk import wording
from parkdesk.domain.bay import Bay, code_order
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.vehicle import CARS
from parkdesk.ui.theme import State, current
from parkdesk.ui.vocabulary import feature_words

_Index = QModelIndex | QPersistentModelIndex


class BayModel(QAbstractTableModel):
    """Bays in the order of their codes, those that a search text leaves."""

    def __init__(self) -> None:
        super().__init__()
        self._lot: Lot | None = None
        self._bays: tuple[Bay, ...] = ()
        self._types: Mapping[str, str] = {}

    def show(self, lot: Lot, bays: Sequence[Bay], types: Mapping[str, str], text: str = "") -> None:
        """`types` are the vehicle types' names by code; `text` is looked for in codes and zones."""
        wanted = text.strip().casefold()
        found = (
            bay for bay in bays if wanted in bay.code.casefold() or (wanted and wanted in bay.zone.casefold())
        )
        self.beginResetModel()
        self._lot, self._types = lot, types
        self._bays = tuple(sorted(found, key=lambda bay: code_order(bay.code)))
        self.endResetModel()

    def bay(self, row: int) -> Bay:
        return self._bays[row]

    def row_of(self, bay_id: UUID) -> int:
        """-1 if it is not shown."""
        return next((number for number, bay in enumerate(self._bays) if bay.id == bay_id), -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._bays)

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 6

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = 0) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Bay"),
            self.tr("Zone"),
            self.tr("Row · place"),
            self.tr("Takes"),
            self.tr("Price"),
            self.tr("State"),
        )[section]

    def data(self, index: _Index, role: int = 0) -> Any:
        bay = self._bays[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._words(bay, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and bay.closed_reason is not None:
            return current().shade(State.CLOSED).ink
        return None

    def _takes(self, bay: Bay) -> list[str]:
        """The names of its vehicle types; those of every car together are one word."""
        every_car = bay.vehicle_types.issuperset(CARS)
        rest = bay.vehicle_types.difference(CARS) if every_car else bay.vehicle_types
        names = [words for code, words in self._types.items() if code in rest]
        return [self.tr("Cars"), *names] if every_car else names

    def _words(self, bay: Bay, column: int) -> str:
        if column == 0:
            return bay.code
        if column == 1:
            return bay.zone
        if column == 2:
            return f"{bay.place.row + 1} · {bay.place.column + 1}"
        if column == 3:
            return ", ".join([*self._takes(bay), *map(feature_words, sorted(bay.features))])
        if column == 4:
            if bay.hourly_minor is None or self._lot is None:
                return self.tr("tariff")
            amount = Money(bay.hourly_minor, self._lot.currency)
            return wording.money(amount, self._lot.language, short=True)
        if bay.closed_reason is None:
            return self.tr("open")
        return self.tr("closed: {reason}").format(reason=bay.closed_reason)
