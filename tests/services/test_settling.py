"""What has run out holds nothing, whether or not a sweep has run: no deed is refused for a stay that is over."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import BayTaken, PlateAlreadyParked
from tests.kit import NINE, Case, desk_case

HOUR = timedelta(hours=1)
pytestmark = pytest.mark.usefixtures("sound")


def test_a_driver_checks_in_where_the_stay_before_has_run_out(case: Case) -> None:
    before = case.book("A1", "KL 1")
    coming = case.book("A1", "KL 2", starts_at=NINE + HOUR)
    case.clock.move(hours=1, minutes=5)
    assert case.services.stays.check_in(case.attendant, coming.id).status is Status.ACTIVE
    ended = case.reload(before)
    assert (ended.status, ended.left_at, ended.auto_ended) == (Status.COMPLETED, before.until, True)


def test_a_plate_checks_in_again_once_its_old_stay_has_run_out(case: Case) -> None:
    case.book("A1", "KL 1")
    coming = case.book("A2", "KL 1", starts_at=NINE + HOUR)
    case.clock.move(minutes=59)
    with pytest.raises(PlateAlreadyParked):
        case.services.stays.check_in(case.attendant, coming.id)
    case.clock.move(minutes=6)
    assert case.services.stays.check_in(case.attendant, coming.id).status is Status.ACTIVE


def test_a_car_moves_into_a_bay_whose_stay_has_run_out(case: Case) -> None:
    case.release(grace=10)
    case.book("A1", "KL 1")
    stay = case.book("A2", "KL 2", minutes=180)
    case.clock.move(hours=1, minutes=9)
    with pytest.raises(BayTaken):
        case.services.stays.move(case.attendant, stay.id, case.bay("A1"))
    case.clock.move(minutes=1)
    assert case.services.stays.move(case.attendant, stay.id, case.bay("A1")).bay_id == case.bay("A1")


def test_a_stay_goes_on_over_a_booking_that_nobody_came_for(case: Case) -> None:
    case.hold()
    stay = case.book("A1", "KL 1")
    never_came = case.book("A1", "KL 2", starts_at=NINE + HOUR, minutes=30)
    case.clock.move(hours=1)
    with pytest.raises(BayTaken):
        case.services.stays.extend(case.attendant, stay.id, 2 * HOUR)
    case.clock.move(minutes=30)
    case.services.stays.extend(case.attendant, stay.id, 2 * HOUR)
    assert case.reload(never_came).status is Status.NO_SHOW


def test_a_renewal_goes_over_a_booking_that_nobody_came_for(case: Case) -> None:
    case.hold()
    stay = case.book("A1", "KL 1")
    never_confirmed = case.book("A1", "KL 2", starts_at=NINE + HOUR, minutes=30, confirmed=False)
    case.clock.move(hours=1, minutes=30)
    case.services.bookings.renew(case.attendant, stay.id, 2 * HOUR)
    assert case.reload(never_confirmed).status is Status.CANCELLED


def test_undo_goes_over_what_has_run_out_since(case: Case) -> None:
    case.hold()
    stay = case.book("A1", "KL 1", minutes=180)
    case.services.stays.check_out(case.attendant, stay.id)
    with desk_case(str(case.database.url), clock=case.clock) as other:
        other.services.bookings.book(
            other.attendant, case.ask("A1", "KL 2", starts_at=NINE + HOUR, minutes=30)
        )
    with pytest.raises(BayTaken):
        case.services.undo.undo(case.attendant)
    case.clock.move(hours=1, minutes=30)
    case.services.undo.undo(case.attendant)
    assert case.reload(stay).status is Status.ACTIVE
