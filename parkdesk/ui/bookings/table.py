"""The list of bookings as a table: pages that come as one scrolls, and rows that change in place."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from parkdesk import wording
from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money
from parkdesk.ui.bookings.line import Line
from parkdesk.ui.bookings.standing import standing
from parkdesk.ui.theme import State

Index = QModelIndex | QPersistentModelIndex
Order = Callable[[Booking], Any]


class Column(IntEnum):
    BAY = 0
    PLATE = 1
    DRIVER = 2
    STARTS = 3
    UNTIL = 4
    STATUS = 5
    PRICE = 6
    PAID = 7
    TICKET = 8


class Role(IntEnum):
    """Beside Qt's own."""

    STATE = Qt.ItemDataRole.UserRole + 1
    OWES = Qt.ItemDataRole.UserRole + 2


class BookingsTable(QAbstractTableModel):
    """`more_wanted` comes when the view reaches the end of what was read and there is more."""

    more_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], language: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now, self._language = now, language
        self._lot: Lot | None = None
        self._rows: tuple[Line, ...] = ()
        self._next: UUID | None = None
        self._asked = False
        self._until_short = False
        self._heads = {
            Column.BAY: self.tr("Bay"),
            Column.PLATE: self.tr("Plate"),
            Column.DRIVER: self.tr("Driver"),
            Column.STARTS: self.tr("From"),
            Column.UNTIL: self.tr("Until"),
            Column.STATUS: self.tr("Status"),
            Column.PRICE: self.tr("Price"),
            Column.PAID: self.tr("Paid"),
            Column.TICKET: self.tr("Ticket"),
        }

    @property
    def rows(self) -> tuple[Line, ...]:
        return self._rows

    @property
    def next(self) -> UUID | None:
        """The key of the page that follows; None when all was read."""
        return self._next

    @property
    def until_short(self) -> bool:
        return self._until_short

    def shorten_until(self, short: bool) -> None:
        """Where room is short an end on another day is its time and how many days later: `00:30 +1`."""
        if short != self._until_short:
            self._until_short = short
            if self._rows:
                self._tell(0, len(self._rows) - 1, Column.UNTIL)

    def head(self, column: Column) -> str:
        return self._heads[column]

    def line(self, index: Index) -> Line | None:
        return self._rows[index.row()] if index.isValid() and index.row() < len(self._rows) else None

    def row_of(self, booking_id: UUID | None) -> int:
        return next((row for row, line in enumerate(self._rows) if line.booking.id == booking_id), -1)

    # Being told

    def show(self, lines: tuple[Line, ...], after: UUID | None, lot: Lot, order: Order | None = None) -> None:
        """Show this first page; rows that stay are changed in place."""
        rows = _ordered(lines, order)
        self._next, self._asked = after, False
        same = self._lot == lot and [r.booking.id for r in rows] == [r.booking.id for r in self._rows]
        self._lot = lot
        if not same:
            self.beginResetModel()
            self._rows = rows
            self.endResetModel()
            return
        before, self._rows = self._rows, rows
        for number, (old, new) in enumerate(zip(before, rows, strict=True)):
            if old != new:
                self._tell(number, number)

    def add(self, lines: tuple[Line, ...], after: UUID | None, order: Order | None = None) -> None:
        """Show a page that follows."""
        self._next, self._asked = after, False
        if order is not None:
            self.beginResetModel()
            self._rows = _ordered((*self._rows, *lines), order)
            self.endResetModel()
        elif lines:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(lines) - 1)
            self._rows = (*self._rows, *lines)
            self.endInsertRows()

    def tick(self) -> None:
        """Time passed: badges of what is ending may be others."""
        live = [number for number, line in enumerate(self._rows) if line.booking.live]
        if live:
            self._tell(live[0], live[-1], Column.STATUS)

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
        if role == Qt.ItemDataRole.TextAlignmentRole and section == Column.PRICE:
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self.line(index)
        if line is None or self._lot is None:
            return None
        column = Column(index.column())
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(line, column, self._lot)
        if role == Role.STATE:
            return standing(line.booking, self._now())[1] if column is Column.STATUS else State.PLAIN
        if role == Role.OWES:
            return column is Column.PAID and line.owed
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self._heads[column]}: {self._words(line, column, self._lot)}"
        return None

    def _words(self, line: Line, column: Column, lot: Lot) -> str:
        booking = line.booking
        match column:
            case Column.BAY:
                return line.bay_code
            case Column.PLATE:
                return booking.plate.shown
            case Column.DRIVER:
                return booking.driver.name or "–"
            case Column.STARTS:
                return wording.when(booking.starts_at, self._now(), lot.time_zone, self._language)
            case Column.UNTIL:
                return self._until(booking, lot)
            case Column.STATUS:
                return standing(booking, self._now())[0]
            case Column.PRICE:
                return wording.money(booking.total, lot.language, short=True)
            case Column.PAID:
                return self._paid(line, lot)
            case Column.TICKET:
                return booking.ticket

    def _until(self, booking: Booking, lot: Lot) -> str:
        """The day only where it is another than the start's."""
        until = booking.left_at or booking.until
        if not self._until_short:
            return wording.when(until, booking.starts_at, lot.time_zone, self._language)
        days = (local_day(until, lot.time_zone) - local_day(booking.starts_at, lot.time_zone)).days
        clock = wording.clock(until, lot.time_zone)
        return f"{clock} +{days}" if days else clock

    def _paid(self, line: Line, lot: Lot) -> str:
        due = line.due_minor
        if due > 0:
            amount = wording.money(Money(due, lot.currency), lot.language, short=True)
            return self.tr("Due {amount}").format(amount=amount)
        return self.tr("Paid") if line.paid_minor > 0 else "–"

    def _tell(self, first: int, last: int, column: Column | None = None) -> None:
        left, right = (0, len(Column) - 1) if column is None else (column, column)
        self.dataChanged.emit(self.index(first, left), self.index(last, right))


def _ordered(rows: tuple[Line, ...], order: Order | None) -> tuple[Line, ...]:
    return rows if order is None else tuple(sorted(rows, key=lambda line: order(line.booking)))
