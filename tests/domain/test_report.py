"""Rates an owner reads, and nothing where there is nothing to divide."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import UUID

from parkdesk.domain.report import Day, Report

LOT = UUID(int=1)
HOUR = timedelta(hours=1)
FRIDAY, SATURDAY = date(2026, 11, 20), date(2026, 11, 21)


def report(*days: Day, bays: int = 10) -> Report:
    return Report(LOT, "INR", FRIDAY, SATURDAY, bays, days)


def test_rates_of_two_days() -> None:
    seen = report(
        Day(LOT, FRIDAY, 10, 7, 2, 1, 1, 60_000, 21 * HOUR, {"cash": 30_000, "card": 20_000}),
        Day(LOT, SATURDAY, 10, 9, 0, 0, 1, 40_000, 27 * HOUR, {"cash": 40_000}),
    )
    assert seen.collected_minor == 90_000
    assert seen.completion_rate == 0.8
    assert seen.cancellation_rate == 0.1
    assert seen.auto_cancellation_rate == 0.05
    assert seen.no_show_rate == 0.1
    assert seen.success_rate == 0.8
    assert seen.payment_rate == 0.9
    assert seen.average_stay == 3 * HOUR
    assert seen.revenue_per_booking_minor == 4500
    assert seen.occupancy == 48 / (10 * 48)
    assert seen.turnover == 16 / 20


def test_an_empty_span_has_no_rates() -> None:
    for seen in (report(), report(Day(LOT, FRIDAY), bays=0)):
        assert seen.collected_minor == 0
        for rate in (
            "completion_rate",
            "cancellation_rate",
            "auto_cancellation_rate",
            "no_show_rate",
            "success_rate",
            "payment_rate",
            "average_stay",
            "revenue_per_booking_minor",
            "occupancy",
            "turnover",
        ):
            assert getattr(seen, rate) is None
