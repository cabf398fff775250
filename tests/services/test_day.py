"""The day sheet's bookings: what stands in a bay on a local day, from midnight to midnight there."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from tests.kit import Clock, desk_case

# Half past six in the evening in UTC is midnight in Kolkata.
MIDNIGHT = datetime(2026, 11, 20, 18, 30, tzinfo=UTC)
DAY = date(2026, 11, 21)


def test_a_local_day_from_midnight_to_midnight(database_url: str) -> None:
    with desk_case(database_url, clock=Clock(MIDNIGHT - timedelta(hours=3))) as case:
        hour = timedelta(hours=1)
        case.book("A1", "KL 1", 60)
        case.book("A2", "KL 2", 240)
        case.book("A3", "KL 3", 60, starts_at=MIDNIGHT)
        case.book("A4", "KL 4", 60, starts_at=MIDNIGHT + 23.5 * hour)
        case.book("A5", "KL 5", 60, starts_at=MIDNIGHT + 24 * hour)

        def plates(day: date) -> list[str]:
            return [
                listed.booking.plate.shown for listed in case.services.bookings.of_days(case.lot.id, day, day)
            ]

        assert plates(DAY) == ["KL 2", "KL 3", "KL 4"]
        assert plates(DAY - timedelta(days=1)) == ["KL 1", "KL 2"]
        assert plates(DAY + timedelta(days=1)) == ["KL 4", "KL 5"]
        week = case.services.bookings.of_days(case.lot.id, DAY - timedelta(days=1), DAY)
        assert [listed.booking.plate.shown for listed in week] == ["KL 1", "KL 2", "KL 3", "KL 4"]


def test_who_left_early_or_cancelled_leaves_the_sheet(database_url: str) -> None:
    with desk_case(database_url, clock=Clock(MIDNIGHT - timedelta(hours=2))) as case:
        early = case.book("A1", "KL 1", 240)
        dropped = case.book("A2", "KL 2", 240)
        long = case.book("A3", "KL 3", 3 * 24 * 60)
        case.services.stays.check_out(case.attendant, early.id)
        case.services.stays.cancel(case.attendant, dropped.id, "Changed their mind")
        for ahead in (0, 1, 2):
            day = DAY + timedelta(days=ahead)
            found = case.services.bookings.of_days(case.lot.id, day, day)
            assert [listed.booking.id for listed in found] == [long.id]
