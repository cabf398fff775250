"""What drivers' banks want back: its stages by event and by asking, what is said of it, and how it ends."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Charge, RefundState, Shown
from parkdesk.domain.claim import Claim
from parkdesk.domain.dispute import Dispute, Stage
from parkdesk.domain.money import Money
from parkdesk.services.settling.disputing import take_in_disputes
from tests.stripe_double import Fault
from tests.till import Till

FACTS = (Money(7080, "INR"), Claim.FRAUDULENT)
LOST = Reason(Why.DISPUTE_LOST, FACTS)


def disputed(till: Till, bay: str = "A1", **how: object) -> tuple[Charge, str]:
    charge, _ = till.paid_by_qr(till.book(bay, f"KL {bay}"))
    dispute_id = till.stripe.disputes.open(charge.latest.intent_id, **how)
    till.settle(8)
    return till.charge(charge), dispute_id


def answer_by(till: Till, charge: Charge) -> datetime:
    (dispute,) = known(till, charge)
    assert dispute.answer_by is not None
    return dispute.answer_by


def known(till: Till, charge: Charge) -> tuple[Dispute, ...]:
    with till.database.reading() as store:
        return store.disputes.of(charge.id)


def deeds(till: Till, charge: Charge) -> list[str]:
    return [line.deed for line in till.services.journal.of(charge.id) if "dispute" in line.deed]


def test_a_dispute_is_kept_with_all_that_is_known_of_it_and_told(till: Till) -> None:
    opened_at = till.clock() + timedelta(seconds=3)
    charge, dispute_id = disputed(till)
    (dispute,) = known(till, charge)
    assert (dispute.id, dispute.stage, dispute.reason, str(dispute.amount)) == (
        dispute_id,
        Stage.NEEDS_RESPONSE,
        "fraudulent",
        "INR 70.80",
    )
    assert (dispute.opened_at, dispute.respond_by) == (opened_at, opened_at + timedelta(days=14))
    due = Reason(Why.DISPUTE_DUE, (*FACTS, opened_at + timedelta(days=14)))
    assert (charge.disputed, charge.attention, charge.shown) == (True, (due,), Shown.PAID)
    assert deeds(till, charge) == ["charge_disputed"]
    till.check_books()


@pytest.mark.parametrize("told", [True, False], ids=["by event", "by asking"])
def test_a_dispute_that_is_won_ends_by_itself(till: Till, told: bool) -> None:
    charge, dispute_id = disputed(till)
    if not told:
        till.stripe.events.lag = timedelta(days=40)
    till.stripe.disputes.move(dispute_id, "under_review")
    till.settle(6, minutes=15)
    assert till.charge(charge).attention == (Reason(Why.DISPUTE_OPEN, FACTS),)
    till.stripe.disputes.close(dispute_id, won=True)
    till.settle(6, minutes=15)
    won = till.charge(charge)
    assert (won.disputed, won.attention) == (False, ())
    assert till.services.charges.attention() == ()
    assert [dispute.stage for dispute in known(till, charge)] == [Stage.WON]
    assert deeds(till, charge) == ["charge_disputed", "charge_disputed", "dispute_won"]
    before = len(till.stripe.calls)
    till.settle(4, hours=2)
    assert not [call for call in till.stripe.calls[before:] if "payment_intents" in call.path], "it is over"
    till.check_books()


@pytest.mark.parametrize("told", [True, False], ids=["by event", "by asking"])
def test_one_that_is_lost_says_that_the_money_is_gone_though_somebody_had_looked_at_it(
    till: Till, told: bool
) -> None:
    charge, dispute_id = disputed(till)
    till.services.charges.settle_attention(till.attendant, charge.id, "The owner answers")
    if not told:
        till.stripe.events.lag = timedelta(days=40)
    till.stripe.disputes.move(dispute_id, "under_review")
    till.settle(6, minutes=15)
    assert till.charge(charge).attention == (), "somebody has looked at it, and the bank makes up its mind"
    till.stripe.disputes.close(dispute_id, won=False)
    till.settle(6, minutes=15)
    lost = till.charge(charge)
    assert (lost.disputed, lost.attention) == (True, (LOST,))
    till.services.charges.settle_attention(till.attendant, charge.id, "Written off")
    till.settle(4, hours=1)
    assert till.charge(charge).attention == ()
    till.stripe.events.lag = timedelta(0)
    till.stripe.disputes.move(dispute_id, "won")
    till.settle(8)
    assert [dispute.stage for dispute in known(till, charge)] == [Stage.WON], "by an appeal"
    assert not till.charge(charge).disputed
    till.check_books()


def test_a_bank_that_only_asks_takes_no_money(till: Till) -> None:
    charge, dispute_id = disputed(till, inquiry=True, reason="unrecognized")
    facts = (Money(7080, "INR"), Claim.UNRECOGNIZED, answer_by(till, charge))
    assert charge.attention == (Reason(Why.INQUIRY_DUE, facts),)
    till.services.charges.settle_attention(till.attendant, charge.id, "Answered")
    till.stripe.disputes.move(dispute_id, "needs_response")
    till.settle(8)
    due = Reason(Why.DISPUTE_DUE, facts)
    assert till.charge(charge).attention == (due,), "now it wants the money"
    charge, dispute_id = disputed(till, "A2", inquiry=True, reason="never heard of it")
    assert charge.attention[0].facts[1] is Claim.OTHER
    till.stripe.disputes.close(dispute_id, won=True)
    till.settle(8)
    assert (till.charge(charge).disputed, till.charge(charge).attention) == (False, ())


def test_a_part_of_the_amount_and_a_refund_beside_it(till: Till) -> None:
    charge, dispute_id = disputed(till, amount=1000)
    assert charge.attention[0].facts[0] == Money(1000, "INR")
    booking = till.services.bookings.get(charge.booking_id)
    (payment,) = till.payments(booking)
    till.services.refunds.give_back(till.owner, payment.id, 500, "Spilled oil")
    till.settle(8)
    assert [refund.state for refund in till.services.refunds.of_booking(booking.id)] == [RefundState.FAILED]
    assert Reason(Why.REFUND_FAILED) in till.charge(charge).attention
    till.stripe.disputes.close(dispute_id, won=True)
    till.settle(8)
    assert Reason(Why.REFUND_FAILED) in till.charge(charge).attention, "of that, somebody must see to it"
    till.check_books()


def test_a_key_that_may_not_read_disputes_stops_nothing_else(till: Till) -> None:
    till.stripe.faults.next(Fault.refused(403), "GET", "/v1/disputes", times=None)
    charge, _ = disputed(till)
    assert charge.attention == (Reason(Why.DISPUTED),)
    assert till.settle(2).state.works
    till.services.charges.settle_attention(till.attendant, charge.id, "Seen in the Dashboard")
    till.settle(3, hours=1)
    assert till.charge(charge).attention == ()
    till.stripe.faults.clear()
    till.stripe.disputes.move(known_id(till), "under_review")
    till.settle(8)
    assert [dispute.stage for dispute in known(till, charge)] == [Stage.UNDER_REVIEW]


def known_id(till: Till) -> str:
    (dispute,) = till.stripe.account.all("dispute")
    return str(dispute["id"])


def test_one_from_another_world_of_money_changes_nothing_and_is_told_once(till: Till) -> None:
    charge, _ = till.paid_by_qr(till.book())
    till.stripe.disputes.open(charge.latest.intent_id)
    till.stripe.account.all("dispute")[0]["livemode"] = True
    till.settle(8)
    assert known(till, charge) == ()
    assert till.charge(charge).attention == (Reason(Why.OTHER_MODE),)
    till.services.charges.settle_attention(till.attendant, charge.id, "Seen")
    till.stripe.disputes.move(known_id(till), "under_review")
    till.settle(8)
    assert till.charge(charge).attention == ()


def test_a_look_that_was_begun_earlier_overtakes_nothing(till: Till) -> None:
    charge, dispute_id = disputed(till)
    gateway = till.services.provider.gateway()
    with till.database.transaction() as store:
        number = store.outbox.readings(charge.mode)
    early = gateway.disputes(charge.latest.intent_id)
    till.stripe.disputes.close(dispute_id, won=False)
    till.settle(8)
    assert till.charge(charge).attention == (LOST,)
    assert not take_in_disputes(till.desk, charge.id, charge.latest.id, early, number)
    assert till.charge(charge).attention == (LOST,)
