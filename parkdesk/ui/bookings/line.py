"""A booking as the list shows it and as the deeds take it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from parkdesk.domain.booking import Booking, Status

if TYPE_CHECKING:
    from parkdesk.services.booking_detail import BookingDetail

_FREE_OF_CHARGE = (Status.CANCELLED, Status.NO_SHOW)


@dataclass(frozen=True, slots=True)
class Line:
    booking: Booking
    bay_code: str
    paid_minor: int

    @property
    def due_minor(self) -> int:
        booking = self.booking
        return 0 if booking.status in _FREE_OF_CHARGE else booking.total_minor - self.paid_minor

    @property
    def owed(self) -> bool:
        """Whether money should have come by now; what is booked for later may be paid later."""
        return self.due_minor > 0 and self.booking.status in (Status.ACTIVE, Status.COMPLETED)


class Listed(Protocol):
    """A booking as the services list it."""

    @property
    def booking(self) -> Booking: ...

    @property
    def bay_code(self) -> str: ...

    @property
    def paid_minor(self) -> int: ...


def lines_of(rows: Iterable[Listed]) -> tuple[Line, ...]:
    return tuple(Line(row.booking, row.bay_code, row.paid_minor) for row in rows)


def line_of(detail: BookingDetail) -> Line:
    """With what its whole chain of renewals still owes."""
    booking = detail.booking
    return Line(booking, detail.bay.code, booking.total_minor - detail.due_minor)
