"""The booking a deed is about, whatever screen it was chosen on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, cast
from uuid import UUID

from PySide6.QtWidgets import QWidget

from parkdesk.domain.board import LiveStay
from parkdesk.domain.booking import TRANSITIONS, Booking, Deed, Status
from parkdesk.ui.board import BayChoice, live_board
from parkdesk.ui.board.quoted import costs_more
from parkdesk.ui.context import UiContext

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail


@dataclass(frozen=True, slots=True)
class Subject:
    booking_id: UUID
    bay_id: UUID
    bay_code: str
    plate: str
    vehicle_type: str
    status: Status
    due_minor: int = 0

    def may(self, deed: Deed) -> bool:
        return (self.status, deed) in TRANSITIONS


def subject(ui: UiContext) -> Subject | None:
    """What is selected: a bay's stay on the lot or the timers, a booking in a list."""
    detail = ui.selection.detail
    if isinstance(detail, BayChoice):
        stay = detail.booking
        if stay is None or detail.others:
            return None
        status = Status.COMPLETED if stay is detail.ended else stay.status
        return _of_stay(stay, detail, status)
    booking = getattr(detail, "booking", detail)
    return _of_booking(ui, booking) if isinstance(booking, Booking) else None


def overstays(ui: UiContext) -> bool:
    """Whether the chosen stay is charged for more time than the board's price says."""
    detail = ui.selection.detail
    lot = live_board(ui).model.lot
    if not isinstance(detail, BayChoice) or detail.stay is None or lot is None:
        return False
    return costs_more(detail.stay, lot, ui.clock.now())


def may(deed: Deed) -> Callable[[UiContext], bool]:
    def enabled(ui: UiContext) -> bool:
        found = subject(ui)
        return found is not None and found.may(deed)

    return enabled


def window(ui: UiContext) -> QWidget:
    """What a dialog opens over."""
    return cast(QWidget, ui.shell)


def _of_stay(stay: LiveStay, choice: BayChoice, status: Status) -> Subject:
    cell = choice.cell
    return Subject(
        stay.booking_id, cell.bay_id, cell.code, stay.plate, stay.vehicle_type, status, stay.due_minor
    )


def _of_booking(ui: UiContext, booking: Booking) -> Subject:
    detail = ui.selection.detail
    paid = getattr(detail, "paid_minor", None)
    code = getattr(detail, "bay_code", "") or _code(ui, booking.bay_id)
    return Subject(
        booking.id,
        booking.bay_id,
        code,
        booking.plate.shown,
        booking.vehicle_type,
        booking.status,
        booking.total_minor - paid if isinstance(paid, int) else booking.total_minor,
    )


def of_detail(detail: BookingDetail) -> Subject:
    booking, bay = detail.booking, detail.bay
    return Subject(
        booking.id,
        bay.id,
        bay.code,
        booking.plate.shown,
        booking.vehicle_type,
        booking.status,
        detail.due_minor,
    )


def _code(ui: UiContext, bay_id: UUID) -> str:
    model = live_board(ui).model
    row = model.row_of(bay_id)
    return model.cell(row).code if row >= 0 else ""
