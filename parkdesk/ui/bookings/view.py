"""The bookings as a person sees them: what stands where, and what gives way where room is short."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtGui import QContextMenuEvent, QFontMetrics

from parkdesk.ui.bookings.table import BookingsTable, Column
from parkdesk.ui.theme import Text, font
from parkdesk.ui.widgets.paged_view import PagedView

_LEAST: dict[int, int] = {
    Column.BAY: 56,
    Column.PLATE: 118,
    Column.DRIVER: 96,
    Column.STARTS: 130,
    Column.UNTIL: 130,
    Column.STATUS: 98,
    Column.PRICE: 88,
    Column.PAID: 114,
    Column.TICKET: 92,
}
_SHORT_UNTIL = 74
_GIVE_WAY = (Column.TICKET, Column.PRICE, Column.DRIVER)
"""The card beside the table has them all."""


class BookingsView(PagedView):
    menu_wanted = Signal(QPoint)

    def __init__(self, table: BookingsTable) -> None:
        super().__init__(table, _LEAST, _GIVE_WAY)
        self._table = table
        self.setAccessibleName(self.tr("Bookings"))

    def least(self, room: int) -> dict[int, int]:
        shown = super().least(room)
        self._table.shorten_until(sum(shown.values()) > room)
        if self._table.until_short:
            shown[Column.UNTIL] = _SHORT_UNTIL
        heads = QFontMetrics(font(Text.SMALL, weight=500))
        shown[Column.BAY] = max(shown[Column.BAY], heads.horizontalAdvance(self._table.head(Column.BAY)) + 20)
        return shown

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() is QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.isValid():
            self.setCurrentIndex(index)
            place = event.pos() if by_mouse else self.visualRect(index).center()
            self.menu_wanted.emit(self.viewport().mapToGlobal(place))
