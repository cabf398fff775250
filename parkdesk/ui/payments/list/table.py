"""Payments as a table that grows at its foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parkdesk import wording
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment_list import PaymentRow
from parkdesk.ui.payments.words import row_standing, row_tender
from parkdesk.ui.theme import State

Index = QModelIndex | QPersistentModelIndex
Key = tuple[date, UUID]
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class Column(IntEnum):
    WHEN = 0
    PLATE = 1
    BAY = 2
    TENDER = 3
    AMOUNT = 4
    STATUS = 5
    BY = 6
    TICKET = 7


STATE = Qt.ItemDataRole.UserRole + 1
ALARMS = Qt.ItemDataRole.UserRole + 2


class PaymentsTable(QAbstractTableModel):
    """`more_wanted` comes when the view reaches the end of what was read and there is more."""

    more_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now, self._language = now, language
        self._lot: Lot | None = None
        self._rows: tuple[PaymentRow, ...] = ()
        self._next: Key | None = None
        self._asked = False
        self._heads = {
            Column.WHEN: self.tr("When"),
            Column.PLATE: self.tr("Plate"),
            Column.BAY: self.tr("Bay"),
            Column.TENDER: self.tr("Tender"),
            Column.AMOUNT: self.tr("Amount"),
            Column.STATUS: self.tr("Status"),
            Column.BY: self.tr("Taken by"),
            Column.TICKET: self.tr("Ticket"),
        }

    @property
    def rows(self) -> tuple[PaymentRow, ...]:
        return self._rows

    @property
    def next(self) -> Key | None:
        return self._next

    def line(self, index: Index) -> PaymentRow | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, payment_id: UUID | None) -> int:
        return next((number for number, row in enumerate(self._rows) if row.payment.id == payment_id), -1)

    def show(self, rows: tuple[PaymentRow, ...], after: Key | None, lot: Lot) -> None:
        """Show this first page; rows that stay are changed in place."""
        self._next, self._asked = after, False
        known = [row.payment.id for row in self._rows]
        same = self._lot == lot and [row.payment.id for row in rows] == known
        self._lot = lot
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(number, 0), self.index(number, len(Column) - 1))

    def add(self, rows: tuple[PaymentRow, ...], after: Key | None) -> None:
        self._next, self._asked = after, False
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows = (*self._rows, *rows)
            self.endInsertRows()

    def forget(self) -> None:
        self.beginResetModel()
        self._rows, self._next, self._lot = (), None, None
        self.endResetModel()

    # What Qt asks

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(Column)

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
            return self._heads[Column(section)]
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.AMOUNT:
            return _RIGHT
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.line(index)
        if row is None or self._lot is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(row, column, self._lot)
        if role == STATE:
            return row_standing(row)[1] if column is Column.STATUS else State.PLAIN
        if role == ALARMS:
            return bool(row.attention)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[column]}: {self._words(row, column, self._lot)}"
        return None

    def _words(self, row: PaymentRow, column: Column, lot: Lot) -> str:
        payment = row.payment
        match column:
            case Column.WHEN:
                return wording.when(payment.processed_at, self._now(), lot.time_zone, self._language)
            case Column.PLATE:
                return row.plate
            case Column.BAY:
                return row.bay_code
            case Column.TENDER:
                return row_tender(row)
            case Column.AMOUNT:
                return wording.money(payment.amount, lot.language)
            case Column.STATUS:
                return row_standing(row)[0]
            case Column.BY:
                return row.taken_by
            case Column.TICKET:
                return row.ticket
