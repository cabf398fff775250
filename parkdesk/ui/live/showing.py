"""Leads from an alert to where it can be dealt with."""

from __future__ import annotations

from uuid import UUID

from parkdesk.domain.payment_list import Which
from parkdesk.ui.context import Selection, UiContext


def show_bay(ui: UiContext, lot_id: UUID, bay_id: UUID, booking_id: UUID | None) -> None:
    ui.choose_lot(lot_id)
    ui.open_screen("lot")
    ui.select(Selection(bay_id=bay_id, booking_id=booking_id))


def show_timers(ui: UiContext, lot_id: UUID, which: str) -> None:
    """The timers, narrowed to `all`, `ending`, `over` or `unpaid`."""
    from parkdesk.ui.timers import TimersScreen

    ui.choose_lot(lot_id)
    ui.open_screen("timers")
    screen = ui.screen_widget("timers")
    if isinstance(screen, TimersScreen):
        screen.narrow(which)


def show_bookings(ui: UiContext, lot_id: UUID, which: str) -> None:
    """The bookings: `upcoming`, `live`, `history` or `all`."""
    from parkdesk.ui.bookings import BookingsScreen

    ui.choose_lot(lot_id)
    ui.open_screen("bookings")
    screen = ui.screen_widget("bookings")
    if isinstance(screen, BookingsScreen):
        screen.narrow(which)


def show_payments(ui: UiContext, which: Which) -> None:
    from parkdesk.ui.payments.list import PaymentsScreen

    ui.open_screen("payments")
    screen = ui.screen_widget("payments")
    if isinstance(screen, PaymentsScreen):
        screen.narrow(which)
