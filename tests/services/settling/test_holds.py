"""A bay that is held until it is paid, and a driver who pays at the last moment."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.booking import NOT_PAID, Booking, Status
from parkdesk.domain.charge import Charge, RefundState, Shown, Tender
from parkdesk.domain.errors import BayTaken, NotAllowed
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import NotToHandBack
from tests.till import Till

HELD = timedelta(minutes=15)


def held(till: Till, **more: object) -> tuple[Booking, Charge]:
    till.pay_at_booking()
    booking = till.book(**more)
    return booking, till.by_qr(booking)


def pays_late(till: Till, charge: Charge) -> None:
    """Stripe had said that the page was closed; the money came all the same."""
    session = till.stripe.account.get(till.page(charge), "checkout.session")
    session.update(status="open", expires_at=session["expires_at"] + 10**6)
    till.stripe.checkout.pay(session["id"])


def test_an_unpaid_booking_holds_its_bay_and_confirms_itself_when_paid(till: Till) -> None:
    booking, charge = held(till)
    assert (booking.status, booking.held_until) == (Status.PENDING, till.clock() + HELD)
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    assert till.reload(booking).status is Status.ACTIVE, "it was made on the spot, and has begun"
    assert till.states().startswith("A1 KL08AZ1234 0:59")
    till.clock.move(minutes=20)
    assert till.services.sweep.run().released == ()
    till.check_books()


def test_one_for_later_is_confirmed(till: Till) -> None:
    booking, charge = held(till, starts_at=till.clock() + timedelta(hours=3))
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    assert till.reload(booking).status is Status.CONFIRMED


@pytest.mark.parametrize("by_card", [True, False])
def test_what_is_paid_counts_though_its_driver_has_parked_elsewhere(till: Till, by_card: bool) -> None:
    till.pay_at_booking()
    booking, other = till.book("A1"), till.book("A2")
    till.services.payments.take(till.attendant, other.id, Method.CASH)
    if by_card:
        till.paid_by_qr(booking)
    else:
        till.services.payments.take(till.attendant, booking.id, Method.CASH)
    assert till.reload(other).status is Status.ACTIVE
    assert till.reload(booking).status is Status.CONFIRMED, "one car stands in one bay"
    assert till.services.bookings.detail(booking.id).due_minor == 0
    till.check_books()


def test_cash_confirms_as_well(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 80)
    assert till.reload(booking).status is Status.PENDING
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    assert till.reload(booking).status is Status.ACTIVE


def test_without_a_charge_it_is_released_at_once(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 80)
    till.clock.move(minutes=16)
    assert [stay.booking_id for stay in till.services.sweep.preview().released] == [booking.id]
    swept = till.services.sweep.run()
    assert [stay.booking_id for stay in swept.released] == [booking.id]
    released = till.reload(booking)
    assert (released.status, released.cancel_reason) == (Status.CANCELLED, NOT_PAID)
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert (refund.amount.minor, refund.state) == (80, RefundState.REQUESTED), "nobody has handed it over yet"
    assert till.services.sweep.run().ended == 0
    till.check_books()


@pytest.mark.parametrize("by_person", [True, False])
def test_cash_of_a_lapsed_hold_waits_for_a_person_to_hand_it_back(till: Till, by_person: bool) -> None:
    """Its card part never came."""
    till.pay_at_booking()
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 500)
    charge = till.by_qr(booking)
    till.clock.move(minutes=16)
    if by_person:
        till.services.sweep.run(till.attendant)
    else:
        till.services.sweep.run()
    till.tick()
    assert till.charge(charge).shown is Shown.FAILED
    assert till.reload(booking).cancel_reason == NOT_PAID
    (waiting,) = till.services.refunds.to_hand_back(till.lot.id)
    assert (waiting.amount.minor, waiting.plate, waiting.ticket) == (500, "KL 08 AZ 1234", booking.ticket)
    till.check_books()
    handed = till.services.refunds.hand_back(till.attendant, waiting.refund_id)
    assert (handed.state, handed.processed_at) == (RefundState.SUCCEEDED, till.clock())
    assert till.services.refunds.of_booking(booking.id) == (handed,)
    assert till.services.refunds.to_hand_back() == ()
    assert "hand_back" in [line.deed for line in till.services.bookings.detail(booking.id).history]
    for again in (till.services.refunds.hand_back, till.services.refunds.keep):
        with pytest.raises(NotToHandBack):
            again(till.owner, waiting.refund_id)
    till.check_books()


def test_cash_that_nobody_came_for_stays(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 500)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    (waiting,) = till.services.refunds.to_hand_back()
    with pytest.raises(NotAllowed):
        till.services.refunds.keep(till.attendant, waiting.refund_id)
    till.services.refunds.keep(till.supervisor, waiting.refund_id)
    assert till.services.refunds.to_hand_back() == ()
    assert till.payments(booking)[0].left_minor == 500
    assert till.services.reports.today_takings(till.lot.id).minor == 500
    till.check_books()


def test_no_other_refund_is_handed_back(till: Till) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    refund = till.services.refunds.give_back(till.owner, payment.id, 500, "Complaint")
    with pytest.raises(NotToHandBack):
        till.services.refunds.hand_back(till.attendant, refund.id)
    with pytest.raises(NotToHandBack):
        till.services.refunds.hand_back(till.attendant, payment.id)


def test_cash_that_waits_counts_when_the_rest_comes_late(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 500)
    charge = till.by_qr(booking)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    pays_late(till, charge)
    till.settle(8)
    assert till.reload(booking).status is Status.ACTIVE
    assert till.services.refunds.to_hand_back() == ()
    assert till.services.bookings.detail(booking.id).due_minor == 0
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_the_preview_leaves_out_what_owes_nothing(till: Till) -> None:
    till.pay_at_booking()
    free, owing = till.book(), till.book("A2", "KL 2")
    till.services.unpaid.nil_payment(till.owner, free.id, "A neighbour")
    till.services.payments.take(till.attendant, owing.id, Method.CASH, 80)
    till.clock.move(minutes=16)
    assert [stay.booking_id for stay in till.services.sweep.preview().released] == [owing.id]
    assert [stay.booking_id for stay in till.services.sweep.run().released] == [owing.id]
    assert till.reload(free).status is Status.ACTIVE


def test_who_wants_the_bay_need_not_wait_for_a_sweep(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    till.clock.move(minutes=16)
    till.book(plate="KL 2")
    assert till.reload(booking).cancel_reason == NOT_PAID
    till.check_books()


def test_but_waits_for_a_driver_who_may_be_paying(till: Till) -> None:
    booking, _ = held(till)
    till.clock.move(minutes=16)
    with pytest.raises(BayTaken):
        till.book(plate="KL 2")
    assert till.reload(booking).status is Status.PENDING


def test_the_page_is_closed_before_the_bay_is_let_go(till: Till) -> None:
    booking, charge = held(till)
    till.clock.move(minutes=16)
    assert till.services.sweep.run().released == ()
    assert till.reload(booking).status is Status.PENDING, "the driver may be paying right now"
    assert till.services.sweep.run().ended == 0
    till.tick()
    assert till.stripe.account.get(till.page(charge), "checkout.session")["status"] == "expired"
    assert till.reload(booking).cancel_reason == NOT_PAID
    assert till.charge(charge).shown is Shown.FAILED
    till.check_books()


def test_what_stripe_never_heard_of_needs_no_asking(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    charge = till.services.charges.open(till.attendant, booking.id, Tender.QR)
    till.clock.move(minutes=16)
    assert [stay.booking_id for stay in till.services.sweep.run().released] == [booking.id]
    till.tick()
    assert till.charge(charge).shown is Shown.FAILED
    assert till.stripe.account.all("checkout.session") == []


def test_a_driver_who_pays_while_the_sweep_asks_keeps_the_bay(till: Till) -> None:
    booking, charge = held(till)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.stripe.checkout.pay(till.page(charge))
    till.tick()
    assert till.charge(charge).shown is Shown.PAID
    assert till.reload(booking).status is Status.ACTIVE
    till.check_books()


def test_a_payment_that_takes_days_keeps_the_bay_until_it_has_failed(till: Till) -> None:
    booking, charge = held(till)
    till.stripe.checkout.submit(till.page(charge))
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.settle(3)
    assert till.reload(booking).status is Status.PENDING
    till.stripe.checkout.bounce(till.page(charge))
    till.settle(6)
    assert till.reload(booking).cancel_reason == NOT_PAID
    till.check_books()


def test_money_that_comes_too_late_takes_the_bay_again_if_it_is_free(till: Till) -> None:
    booking, charge = held(till)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    assert till.reload(booking).status is Status.CANCELLED
    pays_late(till, charge)
    till.settle(8)
    again = till.reload(booking)
    assert (again.status, again.ticket, again.until) == (Status.ACTIVE, booking.ticket, booking.until)
    assert till.services.refunds.of_booking(booking.id) == ()
    till.check_books()


def test_half_of_what_it_costs_does_not_take_it_again(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    charge = till.by_qr(booking, booking.total_minor // 2)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    pays_late(till, charge)
    till.settle(8)
    assert till.reload(booking).status is Status.CANCELLED
    assert till.charge(charge).shown is Shown.REFUNDED
    till.check_books()


def test_nor_is_a_bay_taken_again_that_was_closed(till: Till) -> None:
    booking, charge = held(till)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    till.services.lots.close_bays(till.owner, [booking.bay_id], "Painting")
    pays_late(till, charge)
    till.settle(8)
    assert till.reload(booking).status is Status.CANCELLED
    assert till.charge(charge).shown is Shown.REFUNDED


@pytest.mark.parametrize("let_go", [True, False])
def test_what_owes_nothing_any_more_is_not_released(till: Till, let_go: bool) -> None:
    till.pay_at_booking()
    booking = till.book()
    if let_go:
        till.services.unpaid.nil_payment(till.owner, booking.id, "A neighbour")
    else:
        till.services.payments.take(till.attendant, booking.id, Method.CASH, 1180)
        till.services.lots.change_bay(till.owner, replace(till.bays["A2"], hourly_minor=1000))
        till.services.stays.move(till.attendant, booking.id, till.bay("A2"))
    till.clock.move(minutes=16)
    assert till.services.sweep.run().released == ()
    assert till.reload(booking).status is Status.ACTIVE
    till.check_books()


def test_or_goes_back_if_somebody_else_stands_there(till: Till) -> None:
    booking, charge = held(till)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    till.pay_at_booking(600)
    other = till.book(plate="KL 2")
    till.services.payments.take(till.attendant, other.id, Method.CASH)
    pays_late(till, charge)
    till.settle(8)
    assert till.reload(booking).status is Status.CANCELLED
    assert [refund.state for refund in till.services.refunds.of_booking(booking.id)] == [
        RefundState.SUCCEEDED
    ]
    assert till.charge(charge).shown is Shown.REFUNDED
    (row,) = till.services.charges.attention()
    assert row.charge.attention == (Reason(Why.PAID_LATE),)
    settled = till.services.charges.settle_attention(till.attendant, charge.id, "Called the driver")
    assert settled.attention == ()
    till.check_books()


def test_a_cancelled_booking_gives_late_money_back(till: Till) -> None:
    booking = till.book()
    charge = till.by_qr(booking)
    till.services.stays.cancel(till.attendant, booking.id, "Changed their mind")
    till.stripe.checkout.pay(till.page(charge))
    till.settle(4)
    assert till.reload(booking).status is Status.CANCELLED
    assert till.charge(charge).shown is Shown.REFUNDED
    till.check_books()


@pytest.mark.parametrize("by_hand", [True, False])
def test_who_did_not_come_is_not_asked_for_money(till: Till, by_hand: bool) -> None:
    booking = till.book(starts_at=till.clock() + timedelta(minutes=5), minutes=10)
    charge = till.by_qr(booking)
    if by_hand:
        till.clock.move(minutes=6)
        till.services.stays.mark_no_show(till.attendant, booking.id)
    else:
        till.clock.move(minutes=16)
        till.services.sweep.run()
    assert till.reload(booking).status is Status.NO_SHOW
    till.tick()
    assert till.stripe.account.get(till.page(charge), "checkout.session")["status"] == "expired"
    assert till.charge(charge).shown is Shown.FAILED
    till.check_books()


def test_a_booking_whose_time_is_over_takes_no_late_money(till: Till) -> None:
    booking, charge = held(till, minutes=30)
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    till.clock.move(hours=1)
    pays_late(till, charge)
    till.settle(8)
    assert till.reload(booking).status is Status.CANCELLED
    assert till.charge(charge).shown is Shown.REFUNDED
    till.check_books()
