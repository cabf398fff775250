"""The bookings' screen: the day sheet, the week calendar or a list, and the chosen booking beside it."""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING
from uuid import UUID

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from parkdesk import wording
from parkdesk.domain.moments import last_of, local_day, week_of
from parkdesk.ui.board import live_board
from parkdesk.ui.bookings.day_page import DayPage
from parkdesk.ui.bookings.detail_card import DetailCard
from parkdesk.ui.bookings.filters import DAY, WEEK, Filters
from parkdesk.ui.bookings.line import Line, line_of
from parkdesk.ui.bookings.list_page import ListPage
from parkdesk.ui.context import Selection, UiContext
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Kind, column, row

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

WIDTH, NARROW = 340, 280
_ROOMY = 1000
"""Below this width the card is narrower."""
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
        self.list = ListPage(ui, self.filters)
        self.day = DayPage(ui)
        self.week = DayPage(ui, week=True)
        self.card = DetailCard(ui)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(self.day)
        self._pages.addWidget(self.week)
        self._lay_out()
        self.filters.changed.connect(self._filtered)
        for page in (self.list, self.day, self.week):
            page.chosen.connect(self._choose)
            page.opened.connect(self._open)
        self.list.menu_wanted.connect(self._open_menu)
        ui.selection_changed.connect(self._follow_selection)
        ui.lot_changed.connect(self._lot_changed)
        ui.clock.ticked.connect(self._tick)

    # What the window asks

    def title(self) -> tuple[str, str]:
        lot = self._ui.lot
        if lot is None:
            return self.tr("Bookings"), ""
        day, language = self.filters.day.day if self._sheet else None, self._ui.language
        if self._sheet is self.week:
            first = week_of(day or self._today())
            return self.tr("Bookings"), f"{lot.name} · {wording.date_span(first, last_of(first), language)}"
        return self.tr("Bookings"), f"{lot.name} · {wording.day(day or self._today(), language)}"

    def header_widget(self) -> QWidget | None:
        return None

    def activated(self) -> None:
        self.refresh()
        self._page.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        self._asked_for = None
        self._page.refresh()
        self._follow_selection()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.card.setFixedWidth(WIDTH if self.width() >= _ROOMY else NARROW)

    def narrow(self, which: str) -> None:
        """Show `day` or `week`, or list `upcoming`, `active`, `history` or `all`."""
        self.filters.narrow(which)

    # What is shown

    @property
    def _sheet(self) -> DayPage | None:
        return {DAY: self.day, WEEK: self.week}.get(self.filters.wanted.which)

    @property
    def _page(self) -> ListPage | DayPage:
        return self._sheet or self.list

    def _today(self) -> date:
        lot = self._ui.lot
        return local_day(self._ui.clock.now(), lot.time_zone if lot is not None else "UTC")

    def _filtered(self) -> None:
        self._pages.setCurrentWidget(self._page)
        sheet = self._sheet
        for page in (self.day, self.week):
            page.level.setVisible(page is sheet and page.level.count() > 2)
        if sheet is not None:
            sheet.show_day(self.filters.day.day or self._today())
        else:
            self.list.list_anew()
        self._mark()
        self._ui.title_changed.emit()

    def _lot_changed(self) -> None:
        self.list.table.forget()
        if self._ui.screen == "bookings":
            self._filtered()

    def _tick(self, _now: datetime) -> None:
        if self.isVisible():
            self.card.tick()

    # The chosen booking

    def _choose(self, line: Line) -> None:
        if line.booking.id != self._ui.selection.booking_id:
            self._ui.select(Selection(line.booking.bay_id, line.booking.id, line))

    def _follow_selection(self) -> None:
        """Show what is selected, here or by a search, whether or not it stands in the list."""
        if self._ui.screen != "bookings":
            return
        booking_id = self._ui.selection.booking_id
        self._mark()
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

    def _mark(self) -> None:
        booking_id = self._ui.selection.booking_id
        self.list.mark(booking_id)
        self.day.sheet.mark(booking_id)
        self.week.sheet.mark(booking_id)

    def _show_detail(self, detail: BookingDetail) -> None:
        booking = detail.booking
        if booking.id != self._ui.selection.booking_id or self._ui.screen != "bookings":
            return
        self._ui.select(Selection(booking.bay_id, booking.id, line_of(detail)))
        self.card.show_detail(detail, live_board(self._ui).vehicle_name(booking.vehicle_type))

    def _open(self) -> None:
        self._ui.registry.run("stay.detail")

    def _open_menu(self, place: QPoint) -> None:
        registry = self._ui.registry
        names = [name for name in _MENU if not name or registry.enabled(name)]
        menu = registry.menu(tuple(names), self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)

    def _lay_out(self) -> None:
        top = row(gap=16)
        top.addWidget(self.filters)
        top.addWidget(self.day.level)
        top.addWidget(self.week.level)
        top.addStretch(1)
        new = self._ui.registry.button("bay.book", Kind.PRIMARY, text=self.tr("New booking"))
        top.addWidget(new)
        self.day.level.hide()
        self.week.level.hide()
        self.card.setFixedWidth(WIDTH)
        across = row(gap=20)
        across.addWidget(self._pages, 1)
        across.addWidget(self.card)
        layout = column(self, gap=GAP_4, margins=(24, 16, 20, 20))
        layout.addLayout(top)
        layout.addLayout(across, 1)
