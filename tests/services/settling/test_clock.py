"""A clock that was ahead and is set right: nothing waits for a moment that nobody meant, nothing is charged twice."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Phase, RefundState, Shown, Tender
from parkdesk.domain.claim import Claim
from parkdesk.domain.money import Money
from tests.stripe_double import Clock, Fault
from tests.till import Till

AHEAD = timedelta(days=10)
SESSIONS = "/v1/checkout/sessions"


@pytest.fixture
def ahead(till: Till) -> Till:
    """A desk whose clock is ten days ahead; Stripe's own goes right."""
    right = till.clock()
    till.stripe.clock = till.stripe.account.clock = Clock(right)
    till.clock.now = right + AHEAD
    return till


def passes(till: Till, **span: float) -> None:
    """Time goes by here and there."""
    till.clock.move(**span)
    till.stripe.account.clock.forward(timedelta(**span))


def settle(till: Till, rounds: int = 8) -> None:
    for _ in range(rounds):
        passes(till, seconds=15)
        till.services.settlement.tick()


def test_what_was_opened_ahead_is_asked_after_at_once(ahead: Till) -> None:
    till = ahead
    reader = till.stripe.terminal.add("Exit")
    charge = till.by_reader(till.book(), reader)
    till.stripe.terminal.approve(reader)
    till.clock.now -= AHEAD
    assert till.services.settlement.tick().next_due <= till.clock() + timedelta(minutes=1)
    settle(till, 1)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_a_letter_that_was_put_off_or_leased_ahead_goes_out(ahead: Till) -> None:
    till = ahead
    till.stripe.faults.next(Fault.refused(429, headers={"Retry-After": "60"}), "POST")
    first = till.services.charges.open(till.attendant, till.book().id, Tender.READER, reader_id="tmr_1")
    till.tick()
    till.clock.now -= AHEAD
    tick = till.services.settlement.tick()
    assert tick.next_due is not None
    settle(till, 3)
    assert till.charge(first).latest.intent_id is not None
    till.check_books()


def test_events_are_read_at_once(ahead: Till) -> None:
    till = ahead
    reader = till.stripe.terminal.add("Exit")
    charge = till.by_reader(till.book(), reader)
    till.stripe.terminal.approve(reader)
    settle(till)
    till.clock.now -= AHEAD
    till.stripe.disputes.open(till.charge(charge).latest.intent_id)
    settle(till)
    (dispute,) = till.stripe.account.all("dispute")
    due = datetime.fromtimestamp(dispute["evidence_details"]["due_by"], UTC)
    facts = (Money(7080, "INR"), Claim.FRAUDULENT, due)
    assert till.charge(charge).attention == (Reason(Why.DISPUTE_DUE, facts),)


@pytest.mark.parametrize("executed", [True, False])
def test_a_key_of_unknown_age_is_looked_up_and_not_sent_again(ahead: Till, executed: bool) -> None:
    till = ahead
    till.stripe.faults.next(Fault.lost(executed=executed), "POST", "/v1/payment_intents$")
    reader = till.stripe.terminal.add("Exit")
    charge = till.by_reader(till.book(), reader)
    till.clock.now -= AHEAD
    # Stripe has forgotten the key by the time the desk is switched on again.
    passes(till, days=2)
    settle(till)
    assert len(till.stripe.account.all("payment_intent")) == (1 if executed else 0)
    assert till.charge(charge).phase is (Phase.AWAITING if executed else Phase.FAILED)
    assert len(till.stripe.called("POST", "/v1/payment_intents")) == 1


def test_a_refund_asked_for_ahead_is_made_once(ahead: Till) -> None:
    till = ahead
    reader = till.stripe.terminal.add("Exit")
    booking = till.book()
    till.by_reader(booking, reader)
    till.stripe.terminal.approve(reader)
    settle(till, 2)
    till.stripe.faults.next(Fault.lost(executed=True), "POST", "/v1/refunds$")
    (payment,) = till.payments(booking)
    till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
    till.services.settlement.tick()
    till.clock.now -= AHEAD
    passes(till, days=2)
    settle(till)
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert (refund.state, len(till.stripe.account.all("refund"))) == (RefundState.SUCCEEDED, 1)
    till.check_books()
