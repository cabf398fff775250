"""How a booking stands at a moment: its status, and what the clock makes of it."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.booking import ENDING_SOON, Booking, Status
from parkdesk.ui.theme import State
from parkdesk.ui.vocabulary import status_words

_STATES = {
    Status.PENDING: State.ENDING,
    Status.CONFIRMED: State.RESERVED,
    Status.ACTIVE: State.BOOKED,
    Status.COMPLETED: State.FREE,
    Status.CANCELLED: State.CLOSED,
    Status.NO_SHOW: State.CLOSED,
}


def standing(booking: Booking, now: datetime) -> tuple[str, State]:
    """The badge's words and colour."""
    if booking.status is Status.ACTIVE and booking.until <= now:
        return QCoreApplication.translate("bookings", "Over"), State.OVERSTAYING
    if booking.status is Status.ACTIVE and booking.until <= now + ENDING_SOON:
        return QCoreApplication.translate("bookings", "Ending"), State.ENDING
    if booking.status is Status.CONFIRMED and booking.renewed_from is not None:
        return QCoreApplication.translate("bookings", "Renewal"), State.RESERVED
    if booking.status is Status.CONFIRMED and booking.starts_at <= now:
        return QCoreApplication.translate("bookings", "Expected"), State.ENDING
    words = status_words(booking.status)
    return words[:1].upper() + words[1:], _STATES[booking.status]
