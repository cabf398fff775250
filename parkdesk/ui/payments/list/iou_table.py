"""Open IOUs as a table that grows at its foot, and how it shows."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from enum import IntEnum
from uuid import UUID

from PySide6.QtCore import QObject

from parkdesk import wording
from parkdesk.domain.iou_list import IouRow
from parkdesk.domain.lot import Lot
from parkdesk.ui.widgets.paged_table import PLAIN, QUIET, STRONG, Look, PagedTable
from parkdesk.ui.widgets.paged_view import PagedView


class Column(IntEnum):
    SINCE = 0
    PLATE = 1
    DRIVER = 2
    REASON = 3
    OWED = 4
    BY = 5
    TICKET = 6


_LEAST: dict[int, int] = {
    Column.SINCE: 118,
    Column.PLATE: 124,
    Column.DRIVER: 110,
    Column.REASON: 180,
    Column.OWED: 104,
    Column.BY: 108,
    Column.TICKET: 96,
}
_GIVE_WAY = (Column.TICKET, Column.BY, Column.DRIVER)
"""The card beside the table has them all."""
_LOOKS = {
    Column.PLATE: STRONG,
    Column.OWED: Look(strong=True, owed=True),
    Column.BY: QUIET,
    Column.TICKET: QUIET,
}


class IouTable(PagedTable[IouRow, tuple[datetime, UUID]]):
    def __init__(self, now: Callable[[], datetime], language: str, parent: QObject | None = None) -> None:
        super().__init__(lambda row: row.iou.id, right=(Column.OWED,), parent=parent)
        self._now, self._language = now, language
        self.name(
            self.tr("Since"),
            self.tr("Plate"),
            self.tr("Driver"),
            self.tr("Reason"),
            self.tr("Owed"),
            self.tr("Written by"),
            self.tr("Ticket"),
        )

    def look(self, row: IouRow, column: int) -> Look:
        if column == Column.DRIVER and not row.driver:
            return QUIET
        return _LOOKS.get(Column(column), PLAIN)

    def words(self, row: IouRow, column: int, lot: Lot) -> str:
        match Column(column):
            case Column.SINCE:
                return wording.when(row.iou.issued_at, self._now(), lot.time_zone, self._language)
            case Column.PLATE:
                return row.iou.plate
            case Column.DRIVER:
                return row.driver or "–"
            case Column.REASON:
                return row.iou.reason
            case Column.OWED:
                return wording.money(row.owed, lot.language)
            case Column.BY:
                return row.issued_by
            case Column.TICKET:
                return row.iou.ticket


class IouView(PagedView):
    """`opened` asks for the money of the chosen row."""

    def __init__(self, table: IouTable) -> None:
        super().__init__(table, _LEAST, _GIVE_WAY)
        self.setAccessibleName(self.tr("IOUs"))
