"""A late entry is refused where a car really stood at that time, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

import pytest

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.errors import BayWasTaken, PlateWasParked
from tests.kit import NINE, Case, desk_case

HOUR = timedelta(hours=1)
OLD, NEW = "KL 1", "KL 2"


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    """Bay A1 had a car from nine to ten UTC, 14:30 to 15:30 at the lot; now it is noon UTC."""
    with desk_case(database_url) as case:
        stay = case.book("A1", OLD, minutes=90)
        case.clock.move(hours=1)
        case.services.stays.check_out(case.attendant, stay.id)
        case.clock.move(hours=2)
        yield case
        assert case.services.journal.verify().faults == ()
        assert case.services.reports.compare_rollups() == ()


def late(case: Case, bay: str, plate: str, begin: float, end: float, **more: object) -> Booking:
    """From and until so many hours after nine."""
    starts, minutes = NINE + begin * HOUR, round((end - begin) * 60)
    asked = case.ask(bay, plate, minutes, starts_at=starts, back_entry=True, **more)
    return case.services.bookings.book(case.supervisor, asked)


@pytest.mark.parametrize(("begin", "end"), [(0, 1), (0.5, 4), (-1, 0.5), (-1, 4), (0.25, 0.75)])
def test_where_another_car_stood(case: Case, begin: float, end: float) -> None:
    before = case.services.journal.verify().entries
    with pytest.raises(
        BayWasTaken, match="Another car stood in bay A1 until 15:30; enter this one"
    ) as refused:
        late(case, "A1", NEW, begin, end)
    assert refused.value.field == "starts_at"
    assert case.services.journal.verify().entries == before
    assert late(case, "A2", NEW, begin, end).status is Status.ACTIVE


@pytest.mark.parametrize(("begin", "end"), [(1, 4), (-2, 0), (2, 2.5)])
def test_before_it_came_and_after_it_left_the_bay_was_free(case: Case, begin: float, end: float) -> None:
    assert late(case, "A1", NEW, begin, end).starts_at == NINE + begin * HOUR


def test_where_its_own_car_stood_elsewhere(case: Case) -> None:
    with pytest.raises(PlateWasParked, match="kl-1 stood in bay A1 until 15:30; enter it from then on"):
        late(case, "A2", "kl-1", 0.5, 4)
    assert late(case, "A2", OLD, 0.5, 4, override_reason="A trailer").status is Status.ACTIVE


def test_a_stay_of_an_earlier_day_is_named_with_its_day(case: Case) -> None:
    case.book("A3", "KL 3", minutes=32 * 60)
    case.clock.move(hours=32)
    case.services.sweep.run()
    with pytest.raises(BayWasTaken, match="until 2026-11-23 01:30;"):
        late(case, "A3", NEW, 25, 40)


def test_what_was_cancelled_or_never_came_stood_nowhere(case: Case) -> None:
    never = case.book("A4", "KL 4", 300, starts_at=case.clock() + HOUR)
    mistake = case.book("A5", "KL 5")
    case.services.stays.cancel(case.attendant, mistake.id, "wrong bay")
    case.clock.move(hours=2)
    case.services.stays.mark_no_show(case.attendant, never.id)
    assert late(case, "A4", NEW, 3, 8).status is Status.ACTIVE
    assert late(case, "A5", "KL 6", 2, 8).status is Status.ACTIVE


def test_a_stay_ended_at_the_moment_it_began_stood_for_no_time(case: Case) -> None:
    stay = case.book("A6", "KL 6")
    case.services.stays.check_out(case.attendant, stay.id)
    assert late(case, "A6", NEW, 2, 8).status is Status.ACTIVE


def test_an_ordinary_booking_asks_nothing_of_the_past(case: Case) -> None:
    assert case.book("A1", OLD).status is Status.ACTIVE
