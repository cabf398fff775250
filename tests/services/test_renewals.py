"""A stay of several links, on both databases: one stay to whoever pays for it, moves it or waits for it to end."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parkdesk.domain.board import LiveStay
from parkdesk.domain.booking import Status
from parkdesk.domain.errors import DeedNotAllowed, NothingOwed, NotYetDue, StayTooLong
from parkdesk.domain.payment import Method
from tests.kit import NINE, Case

HOUR = timedelta(hours=1)
AN_HOUR = 7080
pytestmark = pytest.mark.usefixtures("sound")


def standing(case: Case) -> LiveStay:
    stay = case.services.lots.board(case.lot.id).cells[0].stay
    assert stay is not None
    return stay


def test_what_an_ended_link_owes_is_owed_for_the_stay(case: Case) -> None:
    first = case.book()
    second = case.services.bookings.renew(case.attendant, first.id)
    case.clock.move(hours=1, minutes=5)
    case.services.sweep.run()
    assert standing(case).booking_id == second.id
    for due in (
        standing(case).due_minor,
        case.services.bookings.detail(first.id).due_minor,
        case.services.bookings.detail(second.id).due_minor,
    ):
        assert due == 2 * AN_HOUR
    taken = case.services.payments.take(case.attendant, second.id, Method.CASH)
    assert [payment.booking_id for payment in taken] == [first.id, second.id]
    assert standing(case).due_minor == 0
    third = case.services.bookings.renew(case.attendant, second.id)
    case.clock.move(hours=1)
    case.services.sweep.run()
    assert (standing(case).booking_id, standing(case).due_minor) == (third.id, AN_HOUR)


def test_a_later_visit_is_no_part_of_the_stay(case: Case) -> None:
    first = case.book()
    case.services.stays.check_out(case.attendant, first.id)
    case.clock.move(minutes=10)
    again = case.services.bookings.renew(case.attendant, first.id)
    assert standing(case).due_minor == AN_HOUR
    assert case.services.bookings.detail(again.id).due_minor == AN_HOUR
    (payment,) = case.services.payments.take(case.attendant, again.id, Method.CASH)
    assert payment.booking_id == again.id


def test_an_overstay_that_was_paid_is_not_sold_again(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=3)
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    renewal = case.services.bookings.renew(case.attendant, booking.id, 4 * HOUR)
    # From nine to two: five hours, of which three are paid.
    assert case.services.bookings.detail(booking.id).due_minor == 2 * AN_HOUR
    assert case.services.bookings.detail(renewal.id).due_minor == 2 * AN_HOUR
    assert standing(case).due_minor == 2 * AN_HOUR
    case.services.payments.take(case.attendant, renewal.id, Method.CASH)
    with pytest.raises(NothingOwed):
        case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.services.undo.undo(case.attendant)
    case.services.undo.undo(case.attendant)
    undone = case.services.bookings.detail(booking.id)
    assert (undone.booking.status, undone.booking.total_minor) == (Status.ACTIVE, 3 * AN_HOUR)


def test_an_extension_takes_a_paid_overstay_into_account(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=3)
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.services.stays.extend(case.attendant, booking.id, 3 * HOUR)
    assert case.services.bookings.detail(booking.id).due_minor == AN_HOUR


def test_a_renewal_to_come_moves_with_its_stay(case: Case) -> None:
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    case.services.stays.move(case.attendant, renewal.id, case.bay("A2"))
    assert {case.reload(link).bay_id for link in (booking, renewal)} == {case.bay("A2")}
    assert case.states().startswith("A1 free | A2 KL08AZ1234 2:00")


def test_a_stay_that_goes_on_is_no_no_show(case: Case) -> None:
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    with pytest.raises(NotYetDue):
        case.services.stays.mark_no_show(case.attendant, renewal.id)
    case.clock.move(hours=1, minutes=1)
    with pytest.raises(DeedNotAllowed):
        case.services.stays.mark_no_show(case.attendant, renewal.id)
    with pytest.raises(DeedNotAllowed):
        case.services.stays.check_in(case.attendant, renewal.id)
    case.services.stays.check_out(case.attendant, renewal.id)
    assert [case.reload(link).status for link in (booking, renewal)] == [Status.COMPLETED] * 2


def test_cancelling_a_link_cancels_what_follows_it_only(case: Case) -> None:
    first = case.book()
    second = case.services.bookings.renew(case.attendant, first.id)
    third = case.services.bookings.renew(case.attendant, first.id)
    case.services.stays.cancel(case.attendant, second.id, "Leaves at ten")
    assert [case.reload(link).live for link in (first, second, third)] == [True, False, False]


def test_coming_weeks_early_is_a_stay_too_long(case: Case) -> None:
    booking = case.book(starts_at=NINE + timedelta(days=20), minutes=30 * 1440)
    with pytest.raises(StayTooLong):
        case.services.stays.check_in(case.attendant, booking.id)
    assert case.reload(booking) == booking
