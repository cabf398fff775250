"""The bookings' screen: what to list, the list, and the chosen booking beside it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.booking import Booking
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.moments import local_day
from parkdesk.ui.board import live_board
from parkdesk.ui.bookings.detail_card import DetailCard
from parkdesk.ui.bookings.filters import Filters, Wanted
from parkdesk.ui.bookings.line import line_of, lines_of
from parkdesk.ui.bookings.table import BookingsTable
from parkdesk.ui.bookings.view import BookingsView
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Card, Kind, Stage, column, row

if TYPE_CHECKING:
    from parkdesk.services.bookings import BookingDetail, Page

PAGE = 50
WHOLE = 500
"""What comes and what runs stands in the order of time, so more of it is read at once."""
WIDTH, NARROW = 340, 308
_ORDERS: dict[str, Callable[[Booking], Any]] = {
    "upcoming": lambda booking: (booking.starts_at, booking.id),
    "active": lambda booking: (booking.until, booking.id),
}
_MENU = (
    "stay.confirm",
    "stay.check_in",
    "stay.renew",
    "stay.extend",
    "stay.check_out",
    "stay.take_payment",
    "",
    "stay.move",
    "stay.note",
    "stay.detail",
    "",
    "stay.no_show",
    "stay.cancel",
)


class BookingsScreen(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._asked_for: UUID | None = None
        self.filters = Filters(self._today, ui.language)
        new = ui.registry.button("bay.book", Kind.PRIMARY, text=self.tr("New booking"))
        self.filters.row.addWidget(new)
        self.table = BookingsTable(ui.clock.now, ui.language, self)
        self.view = BookingsView(self.table)
        self.stage = Stage(self.view)
        self.card = DetailCard(ui)
        self._lay_out()
        self.setFocusProxy(self.view)
        self.filters.changed.connect(self._list_anew)
        self.table.more_wanted.connect(self._list_more)
        self.view.selectionModel().currentRowChanged.connect(self._choose)
        self.view.opened.connect(lambda _: ui.registry.run("stay.detail"))
        self.view.menu_wanted.connect(self._open_menu)
        ui.selection_changed.connect(self._follow_selection)
        ui.lot_changed.connect(self._lot_changed)
        ui.clock.ticked.connect(self._tick)

    # What the window asks

    def title(self) -> tuple[str, str]:
        lot = self._ui.lot
        if lot is None:
            return self.tr("Bookings"), ""
        return self.tr("Bookings"), f"{lot.name} · {wording.day(self._today(), self._ui.language)}"

    def header_widget(self) -> QWidget | None:
        return None

    def activated(self) -> None:
        self._asked_for = None
        if not self.table.rows:
            self.stage.show_loading(self.tr("Reading the bookings…"))
        self._ask()
        self._follow_selection()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self._asked_for = None
        self._ask()
        self._follow_selection()

    def narrow(self, which: str) -> None:
        """List `upcoming`, `active`, `history` or `all`."""
        self.filters.narrow(which)

    # The list

    def _today(self) -> date:
        lot = self._ui.lot
        return local_day(self._ui.clock.now(), lot.time_zone if lot is not None else "UTC")

    def _list_anew(self) -> None:
        self.table.forget()
        self.stage.show_loading(self.tr("Reading the bookings…"))
        self._ask()

    def _ask(self) -> None:
        lot, wanted, bookings = self._ui.lot, self.filters.wanted, self._ui.services.bookings
        if lot is None:
            return
        lot_id, most = lot.id, max(len(self.table.rows), WHOLE if wanted.which in _ORDERS else PAGE)
        self._ui.tasks.query(
            lambda: bookings.page(lot_id, wanted.which, text=wanted.text, day=wanted.day, most=most),
            lambda page: self._show(wanted, lot_id, page),
            self._failed,
            owner=self,
            replaces="bookings",
        )

    def _show(self, wanted: Wanted, lot_id: UUID, page: Page) -> None:
        lot = self._ui.lot
        if lot is None or lot.id != lot_id or wanted != self.filters.wanted:
            return
        place = self.view.verticalScrollBar().value()
        self.table.show(lines_of(page), page.next, lot, _ORDERS.get(wanted.which))
        self.view.verticalScrollBar().setValue(place)
        self._mark_row()
        if self.table.rows:
            self.stage.show_content()
        else:
            self.stage.show_empty("calendar-days", *self._nothing_of(wanted))

    def _list_more(self) -> None:
        lot, wanted, bookings = self._ui.lot, self.filters.wanted, self._ui.services.bookings
        after = self.table.next
        if lot is None or after is None:
            return
        lot_id = lot.id

        def add(page: Page) -> None:
            if self.table.next == after and wanted == self.filters.wanted:
                self.table.add(lines_of(page), page.next, _ORDERS.get(wanted.which))

        self._ui.tasks.query(
            lambda: bookings.page(
                lot_id, wanted.which, text=wanted.text, day=wanted.day, after=after, most=PAGE
            ),
            add,
            owner=self,
        )

    def _failed(self, error: ParkDeskError) -> None:
        self.stage.show_error(self.tr("The bookings could not be read"), sentence(error), self._list_anew)

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

    def _lot_changed(self) -> None:
        self.table.forget()
        if self._ui.screen == "bookings":
            self.activated()

    def _tick(self, _now: datetime) -> None:
        if self.isVisible():
            self.table.tick()
            self.card.tick()

    # The chosen booking

    def _choose(self, index: QModelIndex) -> None:
        line = self.table.line(index)
        if line is not None and line.booking.id != self._ui.selection.booking_id:
            self._ui.select(Selection(line.booking.bay_id, line.booking.id, line))

    def _follow_selection(self) -> None:
        """Show what is selected, here or by a search, whether or not it stands in the list."""
        if self._ui.screen != "bookings":
            return
        booking_id = self._ui.selection.booking_id
        self._mark_row()
        if booking_id == self._asked_for:
            return
        self._asked_for = booking_id
        if booking_id is None:
            self.card.show_nothing()
            return
        bookings = self._ui.services.bookings
        self._ui.tasks.query(
            lambda: bookings.detail(booking_id), self._show_detail, self.card.show_error, replaces="booking"
        )

    def _show_detail(self, detail: BookingDetail) -> None:
        booking = detail.booking
        if booking.id != self._ui.selection.booking_id or self._ui.screen != "bookings":
            return
        self._ui.select(Selection(booking.bay_id, booking.id, line_of(detail)))
        self.card.show_detail(detail, live_board(self._ui).vehicle_name(booking.vehicle_type))

    def _mark_row(self) -> None:
        row = self.table.row_of(self._ui.selection.booking_id)
        if row < 0:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
        elif row != self.view.currentIndex().row():
            self.view.selectRow(row)

    def _open_menu(self, place: QPoint) -> None:
        registry = self._ui.registry
        names = [name for name in _MENU if not name or registry.enabled(name)]
        registry.menu(tuple(names), self).popup(place)

    def _lay_out(self) -> None:
        listing = Card(margins=(1, 4, 1, 8), gap=0)
        listing.body.addWidget(self.stage)
        self.card.setFixedWidth(WIDTH)
        across = row(gap=20)
        across.addWidget(listing, 1)
        across.addWidget(self.card)
        layout = column(self, gap=GAP_4, margins=(24, 16, 20, 20))
        layout.addWidget(self.filters)
        layout.addLayout(across, 1)
