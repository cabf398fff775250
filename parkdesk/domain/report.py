"""Figures an owner reads, worked out from daily roll-ups."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID


@dataclass(frozen=True, slots=True)
class Day:
    """One lot's local day. Stays count on the day they start, money on the day it was taken.

    `takings_minor` is by method. `stayed` and `occupied` are completed time; `bays` what could be occupied.
    """

    lot_id: UUID
    day: date
    booked: int = 0
    completed: int = 0
    cancelled: int = 0
    auto_cancelled: int = 0
    no_show: int = 0
    due_minor: int = 0
    stayed: timedelta = timedelta(0)
    takings_minor: dict[str, int] = field(default_factory=dict)

    @property
    def collected_minor(self) -> int:
        return sum(self.takings_minor.values())


@dataclass(frozen=True, slots=True)
class Report:
    """A lot over a span of days, with the rates the trade asks for (0..1, None where there is nothing to divide)."""

    lot_id: UUID
    currency: str
    first: date
    last: date
    bays: int
    days: tuple[Day, ...]

    def total(self, figure: str) -> int:
        return sum(getattr(day, figure) for day in self.days)

    @property
    def collected_minor(self) -> int:
        return sum(day.collected_minor for day in self.days)

    @property
    def completion_rate(self) -> float | None:
        return _ratio(self.total("completed"), self.total("booked"))

    @property
    def cancellation_rate(self) -> float | None:
        return _ratio(self.total("cancelled"), self.total("booked"))

    @property
    def auto_cancellation_rate(self) -> float | None:
        return _ratio(self.total("auto_cancelled"), self.total("booked"))

    @property
    def no_show_rate(self) -> float | None:
        return _ratio(self.total("no_show"), self.total("booked"))

    @property
    def success_rate(self) -> float | None:
        """Bookings that were neither cancelled nor a no-show."""
        booked = self.total("booked")
        return _ratio(booked - self.total("cancelled") - self.total("no_show"), booked)

    @property
    def payment_rate(self) -> float | None:
        """Collected of what was due."""
        return _ratio(self.collected_minor, self.total("due_minor"))

    @property
    def average_stay(self) -> timedelta | None:
        completed = self.total("completed")
        return sum((day.stayed for day in self.days), timedelta(0)) / completed if completed else None

    @property
    def revenue_per_booking_minor(self) -> int | None:
        booked = self.total("booked")
        return round(self.collected_minor / booked) if booked else None

    @property
    def occupancy(self) -> float | None:
        """Completed time over the time all bays offered (occupied/supply)."""
        offered = self.bays * len(self.days) * timedelta(days=1)
        return sum((day.stayed for day in self.days), timedelta(0)) / offered if offered else None

    @property
    def turnover(self) -> float | None:
        """Vehicles a bay and day."""
        return _ratio(self.total("completed"), self.bays * len(self.days))


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
