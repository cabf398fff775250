"""What drivers' banks want back: its stages by event and by asking, what is said of it, and how it ends."""

from __future__ import annotations

from datetime import date, datetime, timedelta

import pytest

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Charge, RefundState, Shown
from parkdesk.domain.claim import Claim
from parkdesk.domain.dispute import Dispute, Stage
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money
from parkdesk.domain.payment_errors import PaymentDisputed
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


def test_a_part_of_the_amount_and_a_refund_before_anybody_here_knows_of_it(till: Till) -> None:
    charge, _ = till.paid_by_qr(till.book())
    dispute_id = till.stripe.disputes.open(charge.latest.intent_id, amount=1000)
    booking = till.services.bookings.get(charge.booking_id)
    (payment,) = till.payments(booking)
    till.services.refunds.give_back(till.owner, payment.id, 500, "Spilled oil")
    till.settle(8)
    assert [refund.state for refund in till.services.refunds.of_booking(booking.id)] == [RefundState.FAILED]
    told = till.charge(charge).attention
    assert Reason(Why.REFUND_FAILED) in told
    assert Money(1000, "INR") in [reason.facts[0] for reason in told if reason.facts]
    till.stripe.disputes.close(dispute_id, won=True)
    till.settle(8)
    assert Reason(Why.REFUND_FAILED) in till.charge(charge).attention, "of that, somebody must see to it"
    till.check_books()


def test_nothing_is_given_back_by_hand_until_a_bank_has_decided(till: Till) -> None:
    charge, dispute_id = disputed(till)
    booking = till.services.bookings.get(charge.booking_id)
    (payment,) = till.payments(booking)
    for stage in (Stage.NEEDS_RESPONSE, Stage.UNDER_REVIEW):
        till.stripe.disputes.move(dispute_id, stage.value)
        till.settle(8)
        with pytest.raises(PaymentDisputed):
            till.services.refunds.give_back(till.owner, payment.id, 500, "Spilled oil")
    assert till.services.refunds.of_booking(booking.id) == ()
    assert till.services.bookings.detail(booking.id).booking.total_minor == 7080, "nothing is forgiven"
    till.stripe.disputes.close(dispute_id, won=True)
    till.settle(8)
    till.services.refunds.give_back(till.owner, payment.id, 500, "Spilled oil")
    till.settle(8)
    assert [line.refunded for line in till.stripe.ledger().values()] == [500]
    till.check_books()


def test_what_a_bank_only_asks_about_can_still_be_given_back(till: Till) -> None:
    charge, _ = disputed(till, inquiry=True)
    (payment,) = till.payments(till.services.bookings.get(charge.booking_id))
    till.services.refunds.give_back(till.owner, payment.id, 500, "Spilled oil")
    till.settle(8)
    assert [line.refunded for line in till.stripe.ledger().values()] == [500]
    till.check_books()


@pytest.mark.parametrize("deed", ["cancel", "check_out"])
def test_no_rule_gives_back_what_a_bank_disputes(till: Till, deed: str) -> None:
    charge, _ = disputed(till)
    booking = till.services.bookings.get(charge.booking_id)
    refunds, stays = till.services.refunds, till.services.stays
    preview = (refunds.preview_cancel if deed == "cancel" else refunds.preview_check_out)(booking.id)
    assert (preview.back, preview.parts, preview.disputed) == (Money(0, "INR"), (), True)
    assert preview.too_much
    if deed == "cancel":
        stays.cancel(till.attendant, booking.id, "Rain")
    else:
        stays.check_out(till.attendant, booking.id)
    till.settle(8)
    assert refunds.of_booking(booking.id) == ()
    assert Reason(Why.REFUND_FAILED) not in till.charge(charge).attention
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


def test_what_a_bank_took_back_is_missing_from_the_takings_of_the_day_it_was_lost(till: Till) -> None:
    booking = till.book()
    charge, _ = till.paid_by_qr(booking)
    paid_on = local_day(till.clock(), till.lot.time_zone)
    dispute_id = till.stripe.disputes.open(charge.latest.intent_id, amount=5000)
    till.settle(6, hours=12)
    assert taken(till, paid_on) == (7080, 0, 7080), "nothing is lost yet"
    till.stripe.disputes.close(dispute_id, won=False)
    till.settle(4)
    lost_on = local_day(till.clock(), till.lot.time_zone)
    assert lost_on > paid_on
    assert (taken(till, paid_on), taken(till, lost_on)) == ((7080, 0, 7080), (0, 5000, -5000))
    assert till.services.reports.today_takings(till.lot.id) == Money(-5000, "INR")
    report = till.services.reports.report(till.owner, till.lot.id, paid_on, lost_on)
    assert (report.collected_minor, report.days[-1].kept_minor) == (2080, {"card": -5000})
    heading, *_, day, total, _ = till.services.reports.csv(till.owner, report).split("\r\n")
    column = heading.split(",").index("Taken back by banks")
    assert (day.split(",")[column], total.split(",")[column]) == ("-50.00", "-50.00")
    assert till.services.bookings.detail(booking.id).due_minor == 0, "the stay stays paid"
    assert till.payments(booking)[0].left_minor == 7080
    till.check_books()
    till.stripe.disputes.move(dispute_id, "won")
    till.settle(4)
    assert taken(till, lost_on) == (0, 0, 0), "an appeal brought it back"


def taken(till: Till, day: date) -> tuple[int, int, int]:
    (told,) = till.services.reports.report(till.owner, till.lot.id, day, day).days
    return told.takings_minor.get("card", 0), told.taken_back_minor, told.collected_minor


def test_two_disputes_of_one_payment_are_lost_on_their_own_days(till: Till) -> None:
    charge, _ = till.paid_by_qr(till.book())
    first, second = (
        till.stripe.disputes.open(charge.latest.intent_id, amount=amount) for amount in (3000, 2000)
    )
    till.settle(4)
    till.stripe.disputes.close(first, won=False)
    till.stripe.disputes.close(second, won=True)
    till.settle(4)
    first_day = local_day(till.clock(), till.lot.time_zone)
    till.clock.move(days=2)
    till.stripe.disputes.move(second, "lost")
    till.settle(6)
    second_day = local_day(till.clock(), till.lot.time_zone)
    assert (taken(till, first_day)[1], taken(till, second_day)[1]) == (3000, 2000)
    assert deeds(till, charge)[-1] == "dispute_lost"


def test_the_day_s_comparison_explains_what_a_bank_took_back(till: Till) -> None:
    charge, _ = till.paid_by_qr(till.book())
    other, _ = till.paid_by_qr(till.book("A2", "KL 2"))
    day = local_day(till.clock(), till.lot.time_zone)
    dispute_id = till.stripe.disputes.open(charge.latest.intent_id, amount=5000)
    asked = till.stripe.disputes.open(other.latest.intent_id)
    till.settle(6)
    assert till.services.settlement.reconcile(till.owner, day).taken_back == ()
    till.stripe.disputes.close(dispute_id, won=False)
    found = till.services.settlement.reconcile(till.owner, day)
    assert [str(one.theirs) for one in found.differing] == ["INR 20.80"], "that nobody here knows of yet"
    till.settle(4)
    found = till.services.settlement.reconcile(till.owner, day)
    assert (found.differing, found.taken_back) == ((), (Money(5000, "INR"),))
    assert [str(sum_) for sum_ in (*found.ours, *found.theirs)] == ["INR 141.60", "INR 91.60"]
    till.stripe.faults.next(Fault.refused(403), "GET", "/v1/disputes", times=None)
    found = till.services.settlement.reconcile(till.owner, day)
    assert found.differing == (), "a key that may not read disputes compares the rest"
    till.stripe.faults.clear()
    till.stripe.disputes.close(asked, won=True)
    till.clock.move(days=45)
    assert till.services.settlement.reconcile(till.owner, day).taken_back == (Money(5000, "INR"),), (
        "long gone"
    )
