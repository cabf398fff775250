"""A reply that is lost says nothing: the same question goes out under the same key, or its object is looked up."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Never

import pytest

from parkdesk.domain.charge import KEY_LIFE, Mode, Phase, RefundState, Shown, Tender
from parkdesk.payments.gateway import GatewayFault, Reached
from parkdesk.services.desk import new_id
from parkdesk.services.settling.sending import step
from tests.stripe_double import Fault
from tests.till import Till

LOST = {
    "reset after": Fault.lost(executed=True),
    "reset before": Fault.lost(executed=False),
    "half a body": Fault.truncated(),
    "a gateway's page": Fault.html(502, executed=True),
    "a portal's page": Fault.html(200),
    "nothing": Fault.empty(),
    "too late": Fault.delayed(2),
    "a 500 that is kept": Fault.refused(500, executed=True),
}
SESSIONS = "/v1/checkout/sessions"


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
def test_a_lost_reply_ends_in_one_payment(till: Till, fault: Fault) -> None:
    booking = till.book()
    till.stripe.faults.next(fault, "POST", f"{SESSIONS}$")
    charge = till.by_qr(booking)
    assert charge.shown is Shown.PENDING
    till.stripe.hurry()
    till.settle(8, seconds=5)
    keys = {call.idempotency_key for call in till.stripe.called("POST", SESSIONS)}
    assert len(keys) == 1
    if fault.status == 500:
        # Stripe answers the same failure for as long as it keeps the key, so the page is looked for.
        till.settle(4, seconds=20)
    assert len(till.stripe.account.all("checkout.session")) == 1
    till.stripe.checkout.pay(till.page(charge))
    till.settle(4, seconds=5)
    assert till.charge(charge).shown is Shown.PAID
    assert till.services.bookings.detail(booking.id).due_minor == 0
    till.check_books()


@pytest.mark.parametrize("paid", [True, False])
def test_after_a_day_it_is_looked_up_and_not_made_again(till: Till, paid: bool) -> None:
    booking = till.book()
    till.stripe.faults.next(Fault.lost(executed=True), "POST", f"{SESSIONS}$")
    charge = till.by_qr(booking)
    (session,) = till.stripe.account.all("checkout.session")
    if paid:
        till.stripe.checkout.pay(session["id"])
    till.clock.move(hours=25)
    till.settle(4)
    assert len(till.stripe.called("POST", SESSIONS)) == 1
    assert till.charge(charge).phase is (Phase.PAID if paid else Phase.EXPIRED)
    till.check_books()


@pytest.mark.parametrize("tender", Tender)
def test_a_failure_that_stripe_keeps_ends_the_attempt_and_another_may_be_made(
    till: Till, tender: Tender
) -> None:
    booking = till.book()
    asks = SESSIONS if tender is Tender.QR else "/v1/payment_intents"
    till.stripe.faults.next(Fault.refused(500), "POST", f"{asks}$")
    charge = (
        till.by_qr(booking) if tender is Tender.QR else till.by_reader(booking, till.stripe.terminal.add())
    )
    assert till.charge(charge).shown is Shown.PENDING
    till.settle(8, seconds=20)
    assert till.charge(charge).shown is Shown.FAILED
    assert till.stripe.ledger() == {}
    again = till.services.charges.retry(till.attendant, charge.id, Tender.QR)
    till.settle(2, seconds=5)
    till.stripe.checkout.pay(till.page(again))
    till.settle(4, seconds=5)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_a_reader_whose_failure_stripe_keeps_can_be_asked_again(till: Till) -> None:
    booking, reader = till.book(), till.stripe.terminal.add()
    till.stripe.faults.next(
        Fault.refused(500), "POST", f"/v1/terminal/readers/{reader}/process_payment_intent"
    )
    charge = till.by_reader(booking, reader)
    till.settle(8, seconds=20)
    assert till.charge(charge).shown is Shown.FAILED
    assert {intent["status"] for intent in till.stripe.account.all("payment_intent")} == {"canceled"}
    till.services.charges.retry(till.attendant, charge.id, Tender.READER, reader_id=reader)
    till.settle(3, seconds=5)
    till.stripe.terminal.approve(reader)
    till.settle(4, seconds=5)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_an_end_whose_failure_stripe_keeps_is_asked_for_anew(till: Till) -> None:
    charge = till.by_qr(till.book())
    till.stripe.faults.next(Fault.refused(500), "POST", f"{SESSIONS}/.*/expire")
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(8, seconds=20)
    assert till.charge(charge).shown is Shown.FAILED
    assert {session["status"] for session in till.stripe.account.all("checkout.session")} == {"expired"}
    till.check_books()


def test_a_refund_whose_failure_stripe_keeps_is_not_tried_under_another_key(till: Till) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    till.stripe.faults.next(Fault.refused(500), "POST", "/v1/refunds$")
    till.services.refunds.give_back(till.owner, payment.id, 500, "Complaint")
    till.settle(10, seconds=60)
    assert len({call.idempotency_key for call in till.stripe.called("POST", "/v1/refunds")}) == 1
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert refund.state is RefundState.REQUESTED


def test_what_never_reached_stripe_has_ended_once_a_day_has_passed(till: Till) -> None:
    booking = till.book()
    till.stripe.faults.next(Fault.lost(executed=False), "POST", f"{SESSIONS}$")
    charge = till.by_qr(booking)
    till.clock.now += KEY_LIFE + timedelta(minutes=1)
    till.settle(3)
    assert till.charge(charge).shown is Shown.FAILED
    assert till.stripe.account.all("checkout.session") == []
    again = till.services.charges.retry(till.attendant, charge.id, charge.latest.tender)
    till.tick()
    till.stripe.checkout.pay(till.page(again))
    till.settle(4, seconds=5)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


class Offline:
    """A desk's gateway that finds no network, while another desk does something."""

    mode = Mode.TEST

    def __init__(self, meanwhile: Callable[[], object]) -> None:
        self._meanwhile = meanwhile

    def send(self, *_: object) -> Never:
        self._meanwhile()
        raise GatewayFault(Reached.NOT_SENT, "No network")


def test_a_desk_without_network_does_not_unsend_what_another_one_sent(till: Till) -> None:
    charge = till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    ahead = till.another_desk()
    till.stripe.faults.next(Fault.lost(executed=True), "POST", f"{SESSIONS}$")

    def take_over() -> None:
        till.clock.move(minutes=2)
        ahead.settlement.tick()
        till.clock.move(minutes=-2)

    step(till.desk, Offline(take_over), new_id())
    assert till.services.charges.cancel(till.attendant, charge.id).is_open, "the driver may have the page"
    till.settle(12)
    (session,) = till.stripe.account.all("checkout.session")
    assert (session["status"], till.charge(charge).shown) == ("expired", Shown.FAILED)
    ahead.close()


@pytest.mark.parametrize("fault", LOST.values(), ids=LOST)
def test_a_refund_whose_reply_is_lost_is_made_once(till: Till, fault: Fault) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    till.stripe.faults.next(fault, "POST", "/v1/refunds$")
    till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
    till.settle(8, seconds=5)
    till.stripe.hurry()
    till.settle(6, minutes=1)
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert refund.state is RefundState.SUCCEEDED
    assert till.payments(booking)[0].left_minor == payment.amount_minor - 1000
    till.check_books()


def test_a_refund_is_looked_up_after_a_day(till: Till) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    till.stripe.faults.next(Fault.lost(executed=True), "POST", "/v1/refunds$")
    till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
    # Nobody is there for a day.
    till.services.settlement.tick()
    till.clock.move(hours=25)
    till.settle(3)
    assert len(till.stripe.called("POST", "/v1/refunds")) == 1
    assert [refund.state for refund in till.services.refunds.of_booking(booking.id)] == [
        RefundState.SUCCEEDED
    ]
    till.check_books()


def test_a_cancellation_in_doubt_for_more_than_a_day_is_asked_for_anew(till: Till) -> None:
    reader = till.stripe.terminal.add("Exit")
    charge = till.by_reader(till.book(), reader)
    cancels = f"/v1/payment_intents/{charge.latest.intent_id}/cancel"
    till.stripe.faults.next(Fault.lost(executed=False), "POST", cancels, times=None)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(3)
    till.clock.move(hours=24)
    till.settle(3)
    assert till.charge(charge).is_open
    till.stripe.faults.clear()
    till.settle(6)
    assert till.charge(charge).phase is Phase.CANCELED
    assert till.stripe.account.get(charge.latest.intent_id, "payment_intent")["status"] == "canceled"
    assert len({call.idempotency_key for call in till.stripe.called("POST", cancels)}) == 2
    till.check_books()


def test_an_end_that_stripe_refuses_is_asked_for_again_and_again_but_seldom(till: Till) -> None:
    reader = till.stripe.terminal.add("Exit")
    charge = till.by_reader(till.book(), reader)
    cancels = f"/v1/payment_intents/{charge.latest.intent_id}/cancel"
    till.stripe.faults.next(Fault.refused(400), "POST", cancels, times=None)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(60, minutes=1)
    assert 8 < len(till.stripe.called("POST", cancels)) < 20
    till.stripe.faults.clear()
    till.settle(3, minutes=10)
    assert till.charge(charge).phase is Phase.CANCELED
    till.check_books()


@pytest.mark.parametrize("paid", [True, False])
def test_a_reader_in_doubt_for_more_than_a_day_is_let_go(till: Till, paid: bool) -> None:
    reader = till.stripe.terminal.add("Exit")
    till.stripe.faults.next(Fault.lost(executed=paid), "POST", ".*/process_payment_intent", times=None)
    charge = till.by_reader(till.book(), reader)
    if paid:
        till.stripe.terminal.approve(reader)
    till.clock.move(hours=25)
    till.settle(4)
    assert till.charge(charge).phase is (Phase.PAID if paid else Phase.CANCELED)
    assert len(till.stripe.called("POST", f"/v1/terminal/readers/{reader}/process_payment_intent")) == 1
    till.check_books()
