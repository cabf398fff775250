"""The list of bookings, asked for page by page and kept true."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Signal
from PySide6.QtWidgets import QWidget

from parkdesk.domain.booking import Booking
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.bookings.filters import Filters, Wanted
from parkdesk.ui.bookings.line import lines_of
from parkdesk.ui.bookings.table import BookingsTable
from parkdesk.ui.bookings.view import BookingsView
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.widgets import Button, Card, SecondaryButton, Stage, column

if TYPE_CHECKING:
    from parkdesk.services.bookings import Page

PAGE = 50
WHOLE = 500
"""What comes and what runs stands in the order of time, so more of it is read at once."""
_ORDERS: dict[str, Callable[[Booking], Any]] = {
    "upcoming": lambda booking: (booking.starts_at, booking.id),
    "active": lambda booking: (booking.until, booking.id),
}


class ListPage(QWidget):
    """`chosen` carries the Line of a row, `opened` asks for everything about it."""

    chosen = Signal(object)
    opened = Signal()
    menu_wanted = Signal(QPoint)

    def __init__(self, ui: UiContext, filters: Filters) -> None:
        super().__init__()
        self._ui, self._filters = ui, filters
        self._marked: UUID | None = None
        self.table = BookingsTable(ui.clock.now, ui.language, self)
        self.view = BookingsView(self.table)
        self.stage = Stage(self.view)
        card = Card(margins=(1, 4, 1, 8), gap=0)
        card.body.addWidget(self.stage)
        column(self).addWidget(card)
        self.setFocusProxy(self.view)
        self.table.more_wanted.connect(self._list_more)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.opened.connect(self.opened)
        self.view.menu_wanted.connect(self.menu_wanted)
        ui.clock.ticked.connect(self._tick)

    def list_anew(self) -> None:
        """Another list is wanted: nothing of the one before stays."""
        self.table.forget()
        self.refresh()

    def refresh(self) -> None:
        lot, wanted, bookings = self._ui.lot, self._filters.wanted, self._ui.services.bookings
        if lot is None:
            return
        if not self.table.rows:
            self.stage.show_loading(self.tr("Reading the bookings…"))
        lot_id, most = lot.id, max(len(self.table.rows), WHOLE if wanted.which in _ORDERS else PAGE)
        self._ui.tasks.query(
            lambda: bookings.page(lot_id, wanted.which, text=wanted.text, day=wanted.day, most=most),
            lambda page: self._show(wanted, lot_id, page),
            self._failed,
            owner=self,
            replaces="bookings",
        )

    def mark(self, booking_id: UUID | None) -> None:
        """Show which row is chosen, if it stands in the list."""
        self._marked = booking_id
        row = self.table.row_of(booking_id)
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        elif row != self.view.currentIndex().row():
            self.view.selectRow(row)

    def _show(self, wanted: Wanted, lot_id: UUID, page: Page) -> None:
        lot = self._ui.lot
        if lot is None or lot.id != lot_id or wanted != self._filters.wanted:
            return
        place = self.view.verticalScrollBar().value()
        self.table.order_by(_ORDERS.get(wanted.which))
        self.table.show(lines_of(page.rows), page.next, lot)
        self.view.verticalScrollBar().setValue(place)
        self.mark(self._marked)
        if self.table.rows:
            self.stage.show_content()
        else:
            self.stage.show_empty("calendar-days", *self._nothing_of(wanted), self._next_step(wanted))

    def _list_more(self) -> None:
        lot, wanted, bookings = self._ui.lot, self._filters.wanted, self._ui.services.bookings
        after = self.table.next
        if lot is None or after is None:
            return
        lot_id = lot.id

        def add(page: Page) -> None:
            if self.table.next == after and wanted == self._filters.wanted:
                self.table.add(lines_of(page.rows), page.next)

        self._ui.tasks.query(
            lambda: bookings.page(
                lot_id, wanted.which, text=wanted.text, day=wanted.day, after=after, most=PAGE
            ),
            add,
            owner=self,
        )

    def _choose(self, index: QModelIndex) -> None:
        line = self.table.line(index)
        if line is not None and line.booking.id != self._marked:
            self._marked = line.booking.id
            self.chosen.emit(line)

    def _tick(self, _now: datetime) -> None:
        if self.isVisible():
            self.table.tick()

    def _failed(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("The bookings could not be read"), sentence(error), self.list_anew)

    def _next_step(self, wanted: Wanted) -> Button | None:
        if wanted.text or wanted.day is not None or wanted.which == "history":
            everything = SecondaryButton(self.tr("Show all bookings"))
            everything.clicked.connect(lambda: self._filters.narrow("all"))
            return everything
        return self._ui.registry.button("bay.book", text=self.tr("New booking"))

    def _nothing_of(self, wanted: Wanted) -> tuple[str, str]:
        if wanted.text or wanted.day is not None:
            return (
                self.tr("No booking fits"),
                self.tr("Try fewer letters of the plate, any day, or All instead of one kind."),
            )
        return {
            "upcoming": (
                self.tr("Nobody is expected"),
                self.tr("Bookings for later show here with the time they begin."),
            ),
            "active": (
                self.tr("Nobody is parked here now"),
                self.tr("Stays show here, the soonest end first."),
            ),
            "history": (
                self.tr("No stay has ended yet"),
                self.tr("Ended, cancelled and missed bookings show here."),
            ),
        }.get(wanted.which, (self.tr("No bookings yet"), self.tr("F2 books a bay, now or for later.")))
