"""A booking, its lifecycle as one table, and what follows from the clock."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from types import MappingProxyType
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import BackEntryTooOld, DeedNotAllowed, EndBeforeStart, StartInPast, StartTooFar
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.plate import Plate

NOT_PAID = "not paid in time"
"""The reason of a booking whose hold ran out; it comes back if the money arrives after all."""
ENDING_SOON = timedelta(minutes=5)
FURTHEST_AHEAD = timedelta(days=3650)
START_TOLERANCE = timedelta(minutes=2)
"""A start this little in the past is the time it took to type the form, not a back-entry."""


class Status(StrEnum):
    PENDING = "pending"
    CONFIRMED = "confirmed"
    ACTIVE = "active"
    COMPLETED = "completed"
    CANCELLED = "cancelled"
    NO_SHOW = "no_show"


LIVE = (Status.PENDING, Status.CONFIRMED, Status.ACTIVE)
"""The states that hold a bay for their time."""


class Deed(StrEnum):
    """What can be done to a booking once it exists."""

    CONFIRM = "confirm"
    CHECK_IN = "check_in"
    EXTEND = "extend"
    RENEW = "renew"
    MOVE = "move"
    CHECK_OUT = "check_out"
    CANCEL = "cancel"
    MARK_NO_SHOW = "mark_no_show"
    EXPIRE = "expire"
    REINSTATE = "reinstate"
    """Paid after all, when its hold had run out."""


TRANSITIONS: Mapping[tuple[Status, Deed], Status] = MappingProxyType(
    {
        (Status.PENDING, Deed.CONFIRM): Status.CONFIRMED,
        (Status.PENDING, Deed.EXTEND): Status.PENDING,
        (Status.PENDING, Deed.MOVE): Status.PENDING,
        (Status.PENDING, Deed.CANCEL): Status.CANCELLED,
        (Status.PENDING, Deed.EXPIRE): Status.CANCELLED,
        (Status.CONFIRMED, Deed.CHECK_IN): Status.ACTIVE,
        (Status.CONFIRMED, Deed.EXTEND): Status.CONFIRMED,
        (Status.CONFIRMED, Deed.MOVE): Status.CONFIRMED,
        (Status.CONFIRMED, Deed.CANCEL): Status.CANCELLED,
        (Status.CONFIRMED, Deed.MARK_NO_SHOW): Status.NO_SHOW,
        (Status.CONFIRMED, Deed.EXPIRE): Status.NO_SHOW,
        (Status.ACTIVE, Deed.EXTEND): Status.ACTIVE,
        (Status.ACTIVE, Deed.RENEW): Status.ACTIVE,
        (Status.ACTIVE, Deed.MOVE): Status.ACTIVE,
        (Status.ACTIVE, Deed.CHECK_OUT): Status.COMPLETED,
        (Status.ACTIVE, Deed.CANCEL): Status.CANCELLED,
        (Status.ACTIVE, Deed.EXPIRE): Status.COMPLETED,
        (Status.COMPLETED, Deed.RENEW): Status.COMPLETED,
        (Status.CANCELLED, Deed.REINSTATE): Status.CONFIRMED,
    }
)
"""Every legal (state, deed) and the state it leads to. Undo walks an entry of this table backwards."""


def next_status(status: Status, deed: Deed) -> Status:
    """Raises DeedNotAllowed for a pair that is not in the table."""
    try:
        return TRANSITIONS[status, deed]
    except KeyError:
        raise DeedNotAllowed(
            status=status.value.replace("_", " "), deed=deed.value.replace("_", " ")
        ) from None


@dataclass(frozen=True, slots=True)
class Driver:
    """Who to call; all of it optional."""

    name: str = ""
    phone: str = ""
    email: str = ""

    def checked(self) -> Driver:
        return Driver(
            texts.line(self.name, field="driver_name"), texts.phone(self.phone), texts.email(self.email)
        )


@dataclass(frozen=True, slots=True)
class Booking:
    """One vehicle's claim on one bay from `starts_at` to `until`.

    `day` is the lot's local day it counts on. `renewed_from` links a renewal to the booking before it; `left_at`
    is set when the stay has ended; `total_minor` is the sum of the price lines kept with it.
    """

    id: UUID
    lot_id: UUID
    bay_id: UUID
    ticket: str
    plate: Plate
    vehicle_type: str
    status: Status
    starts_at: datetime
    until: datetime
    booked_at: datetime
    day: date
    tariff_id: UUID
    currency: str
    total_minor: int
    driver: Driver = Driver()
    requests: str = ""
    renewed_from: UUID | None = None
    arrived_at: datetime | None = None
    left_at: datetime | None = None
    cancelled_at: datetime | None = None
    cancel_reason: str = ""
    auto_ended: bool = False
    override_reason: str = ""
    held_until: datetime | None = None
    """A pending booking that is not paid by then is released; None where nobody waits for money."""

    @property
    def span(self) -> timedelta:
        return self.until - self.starts_at

    @property
    def total(self) -> Money:
        return Money(self.total_minor, self.currency)

    @property
    def live(self) -> bool:
        return self.status in LIVE

    def hold_is_over(self, now: datetime) -> bool:
        """Whether it was to be paid by now and is not."""
        return self.status is Status.PENDING and self.held_until is not None and self.held_until <= now


@dataclass(frozen=True, slots=True)
class BookingRequest:
    """What the booking form asks for. `starts_at` None means now; `back_entry` means the start may lie in the past.

    `override_reason` lets a supervisor book a plate that already has a live stay.
    """

    bay_id: UUID
    plate: str
    vehicle_type: str
    duration: timedelta | None = None
    starts_at: datetime | None = None
    until: datetime | None = None
    driver: Driver = Driver()
    requests: str = ""
    confirmed: bool = True
    back_entry: bool = False
    override_reason: str = ""


def checked_window(request: BookingRequest, lot: Lot, now: datetime) -> tuple[datetime, datetime]:
    """The start and end a request means at a lot. Raises EndBeforeStart, StartInPast, BackEntryTooOld, StartTooFar,
    StayTooShort or StayTooLong."""
    starts_at = now if request.starts_at is None else request.starts_at
    if starts_at > now + FURTHEST_AHEAD:
        raise StartTooFar(days=FURTHEST_AHEAD.days, field="starts_at")
    until = request.until
    if until is None:
        span = lot.default_duration if request.duration is None else request.duration
        if span > timedelta(0):
            lot.check_span(span)
        # What is shorter than nothing may reach back before the calendar's first day.
        until = starts_at + max(span, timedelta(0))
    if until <= starts_at:
        raise EndBeforeStart(field="until")
    if starts_at < now:
        if request.back_entry:
            if starts_at < now - lot.back_entry:
                raise BackEntryTooOld(hours=lot.back_entry // timedelta(hours=1), field="starts_at")
        elif starts_at < now - START_TOLERANCE:
            raise StartInPast(field="starts_at")
    lot.check_span(until - starts_at)
    return starts_at, until
