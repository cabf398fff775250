"""Taking money, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import insert
from sqlalchemy.exc import IntegrityError

from parkdesk.domain.errors import (
    NothingOwed,
    PaymentTooLittle,
    PaymentTooMuch,
    TenderTooLittle,
    TenderTooMuch,
)
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, PaymentStatus
from parkdesk.services.desk import new_id
from parkdesk.store.tables import payments
from tests.kit import Case


def test_cash_with_change(case: Case) -> None:
    booking = case.book()
    (payment,) = case.services.payments.take(case.attendant, booking.id, Method.CASH, tendered_minor=10000)
    assert payment.amount == booking.total
    assert payment.change == Money(10000 - booking.total_minor, "INR")
    assert (payment.status, payment.processed_at) == (PaymentStatus.PAID, case.clock())
    detail = case.services.bookings.detail(booking.id)
    assert (detail.payments, detail.due_minor) == ((payment,), 0)
    with pytest.raises(NothingOwed):
        case.services.payments.take(case.attendant, booking.id, Method.CARD)


def test_split_between_tenders(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH, 5000)
    assert case.services.bookings.detail(booking.id).due_minor == booking.total_minor - 5000
    (rest,) = case.services.payments.take(case.attendant, booking.id, Method.CARD)
    assert rest.amount_minor == booking.total_minor - 5000


def test_a_renewed_stay_is_paid_link_by_link(case: Case) -> None:
    booking = case.book()
    renewal = case.services.bookings.renew(case.attendant, booking.id)
    taken = case.services.payments.take(case.attendant, booking.id, Method.CASH, tendered_minor=20000)
    assert [payment.booking_id for payment in taken] == [booking.id, renewal.id]
    assert sum(payment.change.minor for payment in taken) == 20000 - 2 * booking.total_minor


@pytest.mark.parametrize(
    ("amount", "tendered", "error", "field"),
    [
        (0, None, PaymentTooLittle, "amount"),
        (-100, None, PaymentTooLittle, "amount"),
        (10**12, None, PaymentTooMuch, "amount"),
        (7081, None, PaymentTooMuch, "amount"),
        (7080, 7000, TenderTooLittle, "tendered"),
        (7080, 507_080, TenderTooMuch, "tendered"),
    ],
)
def test_amounts_that_cannot_be_are_refused(
    case: Case, amount: int, tendered: int | None, error: type, field: str
) -> None:
    booking = case.book()
    with pytest.raises(error) as told:
        case.services.payments.take(case.attendant, booking.id, Method.CASH, amount, tendered_minor=tendered)
    assert told.value.field == field
    assert case.services.bookings.detail(booking.id).payments == ()


def test_a_cancelled_booking_owes_nothing(case: Case) -> None:
    booking = case.book()
    case.services.stays.cancel(case.attendant, booking.id, "Mistake")
    with pytest.raises(NothingOwed):
        case.services.payments.take(case.attendant, booking.id, Method.CASH)


def test_taking_the_price_of_an_overstay_settles_it_up_to_now(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.clock.move(hours=1, minutes=18)
    (extra,) = case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert extra.amount_minor == 3540
    left = case.services.stays.check_out(case.attendant, booking.id)
    assert case.services.bookings.detail(left.id).due_minor == 0


def test_the_same_payment_twice_is_taken_once(case: Case) -> None:
    booking = case.book()
    deed_id = new_id()
    first = case.services.payments.take(case.attendant, booking.id, Method.CASH, deed_id=deed_id)
    assert case.services.payments.take(case.attendant, booking.id, Method.CASH, deed_id=deed_id) == first


def test_money_is_still_taken_after_the_stay_has_ended(case: Case) -> None:
    booking = case.book()
    case.clock.move(hours=2)
    case.services.sweep.run()
    (payment,) = case.services.payments.take(
        case.attendant, booking.id, Method.OTHER, note="Paid at the gate"
    )
    assert payment.amount == booking.total
    assert not case.reload(booking).live, "money that comes late never revives a stay"


def test_the_database_refuses_a_payment_without_a_booking(case: Case) -> None:
    record = {
        "id": new_id(),
        "booking_id": new_id(),
        "lot_id": case.lot.id,
        "desk_id": case.desk.id,
        "method": "cash",
        "amount_minor": 100,
        "currency": "INR",
        "status": "paid",
        "processed_at": case.clock(),
        "day": case.clock().date(),
        "taken_by": case.attendant.id,
        "note": "",
    }
    with pytest.raises(IntegrityError), case.database.transaction() as store:
        store.connection.execute(insert(payments).values(**record))


def test_an_extension_owes_only_the_difference(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CARD)
    case.services.stays.extend(case.attendant, booking.id, timedelta(minutes=30))
    assert case.services.bookings.detail(booking.id).due_minor == 3540
