"""Clocks that change, days of 23 and 25 hours, and lots far from UTC, on both databases."""

from __future__ import annotations

import random
from datetime import UTC, date, datetime, timedelta

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import day_span, local_day
from parkdesk.domain.payment import Method
from parkdesk.services.clock import DeskClock
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case, Clock, desk_case

HOUR = timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("sound")


MIDNIGHTS = [
    # One minute before a lot's local day begins, in UTC; the day's length in hours.
    ("Europe/Berlin", datetime(2026, 3, 28, 22, 59, tzinfo=UTC), 23),
    ("Europe/Berlin", datetime(2026, 10, 24, 21, 59, tzinfo=UTC), 25),
    ("Asia/Kolkata", datetime(2026, 11, 21, 18, 29, tzinfo=UTC), 24),
    ("America/St_Johns", datetime(2026, 3, 8, 3, 29, tzinfo=UTC), 23),
    ("America/St_Johns", datetime(2026, 11, 1, 2, 29, tzinfo=UTC), 25),
    ("Australia/Lord_Howe", datetime(2026, 4, 4, 12, 59, tzinfo=UTC), 24.5),
    # Midnight itself is leapt over.
    ("America/Santiago", datetime(2026, 9, 6, 3, 59, tzinfo=UTC), 23),
]


@pytest.mark.parametrize(("time_zone", "before", "hours"), MIDNIGHTS)
def test_a_day_s_figures_begin_at_the_lot_s_own_midnight(
    database_url: str, time_zone: str, before: datetime, hours: float
) -> None:
    lot = Lot(new_id(), "Far away", time_zone, "EUR")
    with desk_case(database_url, clock=Clock(before), lot=lot) as case:
        first, second = local_day(before, time_zone), local_day(before + HOUR, time_zone)
        assert second - first == timedelta(days=1)
        starts, ends = day_span(second, time_zone)
        assert (starts - before, ends - starts) == (timedelta(minutes=1), timedelta(hours=hours))
        booking = case.book("A1", "KL 1", minutes=120)
        assert booking.until - booking.starts_at == 2 * HOUR
        case.clock.move(minutes=1)
        assert case.book("A2", "KL 2").day == second
        case.services.payments.take(case.attendant, booking.id, Method.CASH)
        one, two = case.services.reports.report(case.owner, lot.id, first, second).days
        assert (one.booked, two.booked) == (1, 1)
        assert (one.collected_minor, two.collected_minor) == (0, booking.total_minor)
        case.services.undo.undo(case.attendant)
        assert case.services.reports.today_takings(lot.id).minor == 0
        assert case.services.reports.compare_rollups() == ()


@pytest.mark.parametrize(("time_zone", "before", "hours"), MIDNIGHTS)
def test_a_day_is_full_for_as_long_as_it_lasts(
    database_url: str, time_zone: str, before: datetime, hours: float
) -> None:
    lot = Lot(new_id(), "Far away", time_zone, "EUR")
    with desk_case(database_url, clock=Clock(before), lot=lot, bays=1) as case:
        case.clock.move(minutes=1)
        day = local_day(case.clock(), time_zone)
        case.book("A1", "KL 1", until=day_span(day, time_zone)[1])
        case.clock.now = day_span(day, time_zone)[1] + HOUR
        case.services.sweep.run()
        full = case.services.reports.full_times(case.owner, lot.id, day, day)
        told = [rate for rate in full.hours[day.weekday()] if rate is not None]
        # The other bay, for two-wheelers, is empty.
        assert {round(rate, 6) for rate in told} == {0.5}
        assert len(told) >= 23


def test_a_payment_voided_after_midnight_leaves_the_day_it_was_taken_on(database_url: str) -> None:
    lot = Lot(new_id(), "Late", "Asia/Kolkata", "INR")
    with desk_case(database_url, clock=Clock(datetime(2026, 11, 21, 18, 20, tzinfo=UTC)), lot=lot) as case:
        booking = case.book(minutes=300)
        case.services.payments.take(case.attendant, booking.id, Method.CASH)
        case.clock.move(minutes=20)
        case.services.undo.undo(case.attendant)
        assert case.services.reports.compare_rollups() == ()
        days = case.services.reports.report(case.owner, lot.id, date(2026, 11, 21), date(2026, 11, 22)).days
        assert [day.collected_minor for day in days] == [0, 0]


class TestAClockSetBack:
    def test_every_deed_goes_on(self, case: Case) -> None:
        booking = case.book()
        case.clock.move(hours=-1)
        left = case.services.stays.check_out(case.attendant, booking.id)
        assert (left.status, left.left_at) == (Status.COMPLETED, booking.starts_at)
        case.services.undo.undo(case.attendant)
        case.services.stays.extend(case.attendant, booking.id, HOUR)
        case.services.undo.undo(case.attendant)
        assert case.reload(booking) == booking

    def test_a_car_that_stands_there_still_shows(self, case: Case) -> None:
        case.book()
        case.clock.move(hours=-3)
        assert case.states().startswith("A1 KL08AZ1234 4:00 | A2 free")

    def test_a_history_is_told_in_the_order_it_happened(self, case: Case) -> None:
        booking = case.book()
        case.clock.move(hours=-1)
        case.services.stays.extend(case.attendant, booking.id, HOUR)
        case.clock.move(minutes=10)
        renewal = case.services.bookings.renew(case.attendant, booking.id)
        case.services.stays.check_out(case.attendant, booking.id)
        told = ["book", "extend", "renew", "check_out"]
        assert [line.deed for line in case.services.journal.of(booking.id)] == told
        assert [line.deed for line in case.services.bookings.detail(booking.id).history] == told
        assert [line.deed for line in case.services.journal.of(renewal.id)] == ["renew", "check_out"]

    def test_histories_of_several_desks_are_told_together(self, case: Case, database_url: str) -> None:
        booking = case.book(minutes=300)
        with desk_case(database_url, clock=Clock(NINE + timedelta(minutes=5))) as other:
            other.services.stays.extend(other.attendant, booking.id, HOUR)
        case.clock.move(minutes=10)
        case.services.stays.add_note(case.attendant, booking.id, "Later")
        deeds = [line.deed for line in case.services.journal.of(booking.id)]
        assert deeds == ["book", "extend", "note"]

    def test_what_was_booked_while_it_was_ahead_is_paid_once_and_for_no_less_time(self, case: Case) -> None:
        case.clock.move(hours=1)
        booking = case.book()
        case.services.payments.take(case.attendant, booking.id, Method.CASH)
        case.clock.move(hours=-1)
        detail = case.services.bookings.detail(booking.id)
        assert (detail.booking.until - case.clock(), detail.due_minor) == (2 * HOUR, 0)
        assert case.services.sweep.run().ended == 0
        case.clock.move(minutes=30)
        left = case.services.stays.check_out(case.attendant, booking.id)
        assert (left.left_at, left.total_minor) == (booking.starts_at, booking.total_minor)

    def test_a_sweep_ends_nothing_anew(self, case: Case) -> None:
        case.book()
        case.clock.move(hours=1)
        assert case.services.sweep.run().ended == 1
        case.clock.move(hours=-1)
        assert case.services.sweep.run().ended == 0


@pytest.mark.parametrize("day", [date.min, date(1969, 12, 31), date.max])
def test_a_day_at_the_calendar_s_end_is_empty(case: Case, day: date) -> None:
    assert case.services.bookings.of_days(case.lot.id, day, day) == ()
    assert case.services.bookings.page(case.lot.id, day=day).rows == ()


class Watches:
    """A wall clock that can be set, and a monotonic one that cannot."""

    def __init__(self) -> None:
        self.wall, self.tick = NINE, 100.0
        self.clock = DeskClock(lambda: self.wall, lambda: self.tick)

    def pass_on(self, seconds: float) -> datetime:
        self.wall += timedelta(seconds=seconds)
        self.tick += seconds
        return self.clock()

    def set_by(self, seconds: float) -> datetime:
        self.wall += timedelta(seconds=seconds)
        return self.clock()


def test_a_desk_s_clock_never_runs_backwards() -> None:
    chance, watches = random.Random(7), Watches()
    latest = watches.clock()
    for _ in range(3000):
        now = watches.pass_on(chance.uniform(0, 100))
        if chance.random() < 0.1:
            # Never by as much back as it was ahead: that would be a mistake taken back.
            now = watches.set_by(chance.choice((chance.uniform(0, 7200), chance.uniform(-14_400, -7300))))
        assert now >= latest
        latest = now


@pytest.mark.parametrize("waited", [1, 300, 40_000])
def test_a_clock_set_ahead_by_mistake_and_back_is_right_again(waited: float) -> None:
    watches = Watches()
    watches.pass_on(10)
    assert watches.set_by(3600) == NINE + HOUR + timedelta(seconds=10)
    watches.pass_on(waited)
    assert watches.set_by(-3590) == NINE + timedelta(seconds=20 + waited)
    assert watches.clock.behind == timedelta(0)
    assert watches.pass_on(5) == NINE + timedelta(seconds=25 + waited)


def test_a_mistake_is_taken_back_once() -> None:
    watches = Watches()
    watches.set_by(3600)
    watches.set_by(-3600)
    watches.pass_on(60)
    assert watches.set_by(-3600) == NINE + timedelta(seconds=60)
    assert watches.clock.behind == HOUR


@pytest.mark.parametrize("back", [-1800, -3500, -7200])
def test_setting_back_by_something_else_than_the_leap_is_not_believed(back: float) -> None:
    watches = Watches()
    watches.set_by(3600)
    assert watches.set_by(back) == NINE + HOUR
    assert watches.clock.behind == timedelta(seconds=-back)
    assert watches.set_by(-back) == NINE + HOUR
    assert watches.clock.behind == timedelta(0)
