"""The board: what every bay of a lot looks like at a moment, derived from bookings alone."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.bay import Level, Place
from parkdesk.domain.booking import ENDING_SOON, Status
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.tariff import Tariff


class BayState(StrEnum):
    FREE = "free"
    BOOKED = "booked"
    ENDING = "ending"
    OVERSTAYING = "overstaying"
    RESERVED = "reserved"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True)
class LiveStay:
    """A booking as the board shows it. `until` is the end of the whole chain of renewals; `last_id` its last link;
    `total_minor` holds what its ended links still owe, too; `held_until` is when a booking that nobody pays lets
    go of its bay."""

    booking_id: UUID
    last_id: UUID
    ticket: str
    plate: str
    plate_key: str
    vehicle_type: str
    status: Status
    starts_at: datetime
    until: datetime
    driver_name: str
    total_minor: int
    paid_minor: int
    held_until: datetime | None = None

    @property
    def due_minor(self) -> int:
        return self.total_minor - self.paid_minor


@dataclass(frozen=True, slots=True)
class Cell:
    """One bay. `stay` stands in it now; `next` is the soonest booking that has not arrived yet."""

    bay_id: UUID
    code: str
    level_id: UUID
    place: Place
    zone: str
    vehicle_types: frozenset[str]
    features: frozenset[str]
    hourly_minor: int | None
    closed_reason: str | None
    stay: LiveStay | None = None
    next: LiveStay | None = None

    def state(self, now: datetime, lot: Lot) -> BayState:
        """A car that stands in a bay shows even if the bay was closed around it."""
        if self.stay is not None and not gone(self.stay, now, lot):
            left = self.stay.until - now
            if left <= timedelta(0):
                return BayState.OVERSTAYING
            return BayState.ENDING if left <= ENDING_SOON else BayState.BOOKED
        if self.closed_reason is not None:
            return BayState.CLOSED
        return BayState.RESERVED if self.upcoming(now) is not None else BayState.FREE

    def upcoming(self, now: datetime) -> LiveStay | None:
        return self.next if self.next is not None and self.next.until > now else None

    def held(self, now: datetime, lot: Lot) -> LiveStay | None:
        """The booking that keeps this bay, in which nobody stands, only until it is to be paid."""
        coming = self.upcoming(now)
        if coming is None or coming.held_until is None or self.closed_reason is not None:
            return None
        return coming if self.standing(now, lot) is None else None

    def standing(self, now: datetime, lot: Lot) -> LiveStay | None:
        """The stay that is in the bay at `now`, unless its time and grace have run out."""
        return None if self.stay is None or gone(self.stay, now, lot) else self.stay


def gone(stay: LiveStay, now: datetime, lot: Lot) -> bool:
    """Whether a stay has run out at a lot that releases its bays; no sweep needs to have run for it."""
    return lot.at_end is AtEnd.RELEASE and now >= stay.until + lot.grace


@dataclass(frozen=True, slots=True)
class Board:
    """A lot at `as_of`: its levels in order and its bays in the order of their places."""

    lot: Lot
    tariff: Tariff | None
    levels: tuple[Level, ...]
    cells: tuple[Cell, ...]
    as_of: datetime

    def level_cells(self, level_id: UUID) -> tuple[Cell, ...]:
        return tuple(cell for cell in self.cells if cell.level_id == level_id)


@dataclass(frozen=True, slots=True)
class Figures:
    """The header strip of a lot."""

    bays: int = 0
    free: int = 0
    booked: int = 0
    ending: int = 0
    overstaying: int = 0
    reserved: int = 0
    closed: int = 0
    unpaid: int = 0
    next_end: datetime | None = None
    longest_overstay: timedelta = timedelta(0)
    next_arrival: datetime | None = None


def figures(board: Board, now: datetime) -> Figures:
    """Count a board's bays by state, and its soonest end, longest overstay and next arrival."""
    counts = dict.fromkeys(BayState, 0)
    unpaid = 0
    next_end: datetime | None = None
    next_arrival: datetime | None = None
    longest = timedelta(0)
    for cell in board.cells:
        state = cell.state(now, board.lot)
        counts[state] += 1
        stay = cell.standing(now, board.lot)
        if stay is not None:
            unpaid += stay.due_minor > 0
            if stay.until > now:
                next_end = stay.until if next_end is None else min(next_end, stay.until)
            else:
                longest = max(longest, now - stay.until)
        coming = cell.upcoming(now)
        if coming is not None:
            next_arrival = coming.starts_at if next_arrival is None else min(next_arrival, coming.starts_at)
    return Figures(
        bays=len(board.cells),
        free=counts[BayState.FREE],
        booked=counts[BayState.BOOKED] + counts[BayState.ENDING] + counts[BayState.OVERSTAYING],
        ending=counts[BayState.ENDING],
        overstaying=counts[BayState.OVERSTAYING],
        reserved=counts[BayState.RESERVED],
        closed=counts[BayState.CLOSED],
        unpaid=unpaid,
        next_end=next_end,
        longest_overstay=longest,
        next_arrival=next_arrival,
    )
