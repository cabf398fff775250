"""Payments as a table that grows at its foot."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment_list import PaymentRow
from parkdesk.ui.payments.words import row_standing, row_tender
from parkdesk.ui.widgets.paged_table import PLAIN, QUIET, STRONG, Look, PagedTable


class Column(IntEnum):
    WHEN = 0
    PLATE = 1
    BAY = 2
    TENDER = 3
    AMOUNT = 4
    STATUS = 5
    BY = 6
    TICKET = 7


_LOOKS = {
    Column.PLATE: STRONG,
    Column.AMOUNT: STRONG,
    Column.BY: QUIET,
    Column.TICKET: QUIET,
}


class PaymentsTable(PagedTable[PaymentRow, tuple[date, UUID]]):
    def __init__(self, now: Callable[[], datetime], language: str, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.payment.id, right=(Column.AMOUNT,), parent=parent)
        self._now, self._language = now, language
        self.name(
            self.tr("When"),
            self.tr("Plate"),
            self.tr("Bay"),
            self.tr("Tender"),
            self.tr("Amount"),
            self.tr("Status"),
            self.tr("Taken by"),
            self.tr("Ticket"),
        )

    def look(self, row: PaymentRow, column: int) -> Look:
        if column == Column.STATUS:
            return Look(badge=row_standing(row)[1])
        return _LOOKS.get(Column(column), PLAIN)

    def words(self, row: PaymentRow, column: int, lot: Lot) -> str:
        payment = row.payment
        match Column(column):
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
