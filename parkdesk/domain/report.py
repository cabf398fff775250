"""Figures an owner reads, worked out from daily roll-ups."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from uuid import UUID

from parkdesk.domain.money import rounded
from parkdesk.domain.payment import Method


@dataclass(frozen=True, slots=True)
class Day:
    """One lot's local day. Stays count on the day they start, money on the day it was taken.

    `takings_minor` is by method, `taken_back_minor` what drivers' banks took back for good on it. `stayed` and
    `occupied` are completed time; `bays` what could be occupied.
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
    taken_back_minor: int = 0

    @property
    def collected_minor(self) -> int:
        return sum(self.takings_minor.values()) - self.taken_back_minor

    @property
    def kept_minor(self) -> dict[str, int]:
        """By method, cards less what their banks took back."""
        if not self.taken_back_minor:
            return self.takings_minor
        card = self.takings_minor.get(Method.CARD, 0) - self.taken_back_minor
        return {**self.takings_minor, Method.CARD.value: card}


@dataclass(frozen=True, slots=True)
class Report:
    """A lot over a span of days. Rates are 0..1, None where there is nothing to divide."""

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
        return rounded(self.collected_minor, booked) if booked else None

    @property
    def occupancy(self) -> float | None:
        """Completed time over the time all bays offered (occupied/supply)."""
        offered = self.bays * len(self.days) * timedelta(days=1)
        return sum((day.stayed for day in self.days), timedelta(0)) / offered if offered else None

    @property
    def turnover(self) -> float | None:
        """Vehicles a bay and day."""
        return _ratio(self.total("completed"), self.bays * len(self.days))

    def figure(self, name: str) -> float | None:
        """A figure by its name, a rate as well as a sum; a span in seconds."""
        value = getattr(self, name) if hasattr(type(self), name) else self.total(name)
        return value.total_seconds() if isinstance(value, timedelta) else value


@dataclass(frozen=True, slots=True)
class Compared:
    """A report beside the span of the same length before it."""

    report: Report
    before: Report

    def change(self, name: str) -> float | None:
        """How a figure has moved: 0.06 is 6 % more. None where there was nothing before."""
        now, then = self.report.figure(name), self.before.figure(name)
        return None if now is None or not then else (now - then) / then


@dataclass(frozen=True, slots=True)
class FullTimes:
    """Mean occupancy (0..1) by weekday, Monday first, and local hour; None for an hour never offered."""

    lot_id: UUID
    first: date
    last: date
    hours: tuple[tuple[float | None, ...], ...]

    @property
    def peak(self) -> tuple[int, int, float] | None:
        """The fullest weekday and hour and how full it is."""
        found = [
            (mean, weekday, hour)
            for weekday, row in enumerate(self.hours)
            for hour, mean in enumerate(row)
            if mean
        ]
        if not found:
            return None
        mean, weekday, hour = max(found, key=lambda cell: (cell[0], -cell[1], -cell[2]))
        return weekday, hour, mean


@dataclass(frozen=True, slots=True)
class RollupFault:
    """A daily figure that differs from what the bookings or payments of that day say."""

    lot_id: UUID
    day: date
    figure: str
    kept: int
    counted: int


def _ratio(part: int, whole: int) -> float | None:
    return part / whole if whole else None
