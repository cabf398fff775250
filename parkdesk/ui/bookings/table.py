"""The list of bookings as a table that grows at its foot, in the order of time where that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from typing import Any
from uuid import UUID

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money
from parkdesk.ui.bookings.line import Line
from parkdesk.ui.standing import standing
from parkdesk.ui.widgets.paged_table import PLAIN, QUIET, STRONG, Look, PagedTable

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


_LOOKS = {Column.BAY: STRONG, Column.PLATE: STRONG, Column.TICKET: QUIET}


class BookingsTable(PagedTable[Line, UUID]):
    def __init__(self, now: Callable[[], datetime], language: str, parent: QObject | None = None) -> None:
        super().__init__(lambda line: line.booking.id, right=(Column.PRICE,), parent=parent)
        self._now, self._language = now, language
        self._order: Order | None = None
        self._until_short = False
        self.name(
            self.tr("Bay"),
            self.tr("Plate"),
            self.tr("Driver"),
            self.tr("From"),
            self.tr("Until"),
            self.tr("Status"),
            self.tr("Price"),
            self.tr("Paid"),
            self.tr("Ticket"),
        )

    @property
    def until_short(self) -> bool:
        return self._until_short

    def shorten_until(self, short: bool) -> None:
        """Where room is short an end on another day is its time and how many days later: `00:30 +1`."""
        if short != self._until_short:
            self._until_short = short
            if self._rows:
                self._tell(0, len(self._rows) - 1, Column.UNTIL)

    def order_by(self, order: Order | None) -> None:
        """What is shown next stands in this order, or as it was read."""
        self._order = order

    def show(self, rows: tuple[Line, ...], after: UUID | None, lot: Lot) -> None:
        super().show(self._ordered(rows), after, lot)

    def add(self, rows: tuple[Line, ...], after: UUID | None) -> None:
        if self._order is None:
            super().add(rows, after)
        else:
            self._anew(self._ordered((*self._rows, *rows)), after)

    def tick(self) -> None:
        """Time passed: badges of what is ending may be others."""
        live = [number for number, line in enumerate(self._rows) if line.booking.live]
        if live:
            self._tell(live[0], live[-1], Column.STATUS)

    def look(self, row: Line, column: int) -> Look:
        if column == Column.STATUS:
            return Look(badge=standing(row.booking, self._now())[1])
        if column == Column.PAID and row.due_minor <= 0 and row.paid_minor <= 0:
            return QUIET
        if column == Column.PAID:
            return Look(owed=row.owed)
        if column == Column.DRIVER and not row.booking.driver.name:
            return QUIET
        return _LOOKS.get(Column(column), PLAIN)

    def words(self, row: Line, column: int, lot: Lot) -> str:
        booking = row.booking
        match Column(column):
            case Column.BAY:
                return row.bay_code
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
                return self._paid(row, lot)
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

    def _ordered(self, rows: tuple[Line, ...]) -> tuple[Line, ...]:
        order = self._order
        return rows if order is None else tuple(sorted(rows, key=lambda line: order(line.booking)))
