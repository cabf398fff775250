"""The stays that alerts are raised for: near their end or past it, in every lot, without those that go on."""

from __future__ import annotations

from datetime import timedelta

from tests.kit import desk_case


def test_a_stay_is_near_its_end_until_it_is_renewed(database_url: str) -> None:
    with desk_case(database_url) as case:
        soon, later = case.book("A1", minutes=6), case.book("A2", "KL 07 M 7909", minutes=60)

        def ending(minutes: int) -> list[str]:
            by = case.clock() + timedelta(minutes=minutes)
            found = case.services.sweep.ending(by)
            assert {lot_id for lot_id, _ in found} <= {case.lot.id}
            return [cell.code for _, cell in found]

        assert ending(5) == []
        assert ending(6) == ["A1"]
        assert ending(60) == ["A1", "A2"]
        case.services.bookings.renew(case.attendant, soon.id)
        assert ending(60) == ["A2"]
        case.services.stays.check_out(case.attendant, later.id)
        assert ending(60) == []


def test_an_overstay_is_past_its_end_until_it_leaves(database_url: str) -> None:
    with desk_case(database_url) as case:
        case.hold()
        booking = case.book("A1", minutes=30)
        case.clock.move(minutes=90)
        case.services.sweep.run()
        ((_, cell),) = case.services.sweep.ending(case.clock())
        assert cell.stay is not None
        assert (cell.stay.booking_id, cell.stay.until) == (booking.id, booking.until)


def test_an_upcoming_booking_is_no_stay(database_url: str) -> None:
    with desk_case(database_url) as case:
        case.book("A1", starts_at=case.clock() + timedelta(minutes=10), minutes=10)
        assert case.services.sweep.ending(case.clock() + timedelta(hours=1)) == ()
