"""Releasing a booking that was not paid in time, without losing the money of a driver who is paying just then."""

from __future__ import annotations

from uuid import UUID

from parkdesk.domain.booking import Status
from parkdesk.services.desk import Deed
from parkdesk.services.lifecycle import the_booking
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.by_rule import end_charges


def released_unpaid(deed: Deed, booking_id: UUID) -> bool:
    """Whether the booking is released now; if not, a charge for it is being ended, and decides."""
    store = deed.store
    booking = the_booking(store, booking_id, lock=True)
    if not booking.hold_is_over(deed.now):
        return False
    end_charges(deed, [booking_id])
    deed.touch(booking_id)
    booking = the_booking(store, booking_id, lock=True)
    if booking.status is Status.PENDING and not store.charges.open_of([booking_id]):
        booking = outcomes.release(deed, booking)
    return booking.status is Status.CANCELLED
