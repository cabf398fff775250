"""Money going back: over the desk, to the card, from the Dashboard, and by the lot's rule."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import text

from parkdesk.domain.attention import Reason, Why, said
from parkdesk.domain.booking import Status
from parkdesk.domain.charge import RefundState, Shown, Tender
from parkdesk.domain.errors import NotAllowed, ParkDeskError, TextMissing
from parkdesk.domain.lot import Lot, RefundRule
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method, PaymentStatus
from parkdesk.domain.payment_errors import (
    CardPaymentStays,
    NotRefundable,
    PaymentUnknown,
    RefundStays,
    RefundTooLittle,
    RefundTooMuch,
)
from parkdesk.domain.people import Person
from parkdesk.domain.provider_money import from_provider, to_provider
from parkdesk.domain.tariff import LineKind
from parkdesk.payments.troubles import Trouble
from parkdesk.services.desk import new_id
from parkdesk.services.health import HealthService
from tests.stripe_double import Fault
from tests.till import Till, till_case

HOUR = 7080


def trust(till: Till, *, may_refund: bool) -> Person:
    person = replace(till.attendant, may_refund=may_refund)
    with till.database.transaction() as store:
        store.people.change(person)
    return person


def test_cash_goes_back_over_the_desk(till: Till) -> None:
    booking = till.book()
    (payment,) = till.services.payments.take(till.attendant, booking.id, Method.CASH)
    refund = till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
    assert (refund.state, refund.by_provider, refund.charge_id) == (RefundState.SUCCEEDED, False, None)
    assert till.services.bookings.detail(booking.id).due_minor == 0
    assert till.services.reports.today_takings(till.lot.id).minor == payment.amount_minor - 1000
    till.services.refunds.give_back(till.owner, payment.id, payment.amount_minor - 1000, "All of it")
    assert till.payments(booking)[0].status is PaymentStatus.REFUNDED
    till.check_books()


@pytest.mark.parametrize("by_card", [True, False])
@pytest.mark.parametrize("owed_again", [True, False])
def test_what_is_given_back_is_forgiven_or_owed_again(till: Till, owed_again: bool, by_card: bool) -> None:
    booking = till.book(minutes=120)
    if by_card:
        till.paid_by_qr(booking)
    else:
        till.services.payments.take(till.attendant, booking.id, Method.CASH)
    payment = till.payments(booking)[0]
    till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil", owed_again=owed_again)
    till.settle(3)
    detail = till.services.bookings.detail(booking.id)
    waived = [(line.amount_minor, line.name) for line in detail.quote.lines if line.kind is LineKind.WAIVED]
    assert (detail.due_minor, waived) == (1000, []) if owed_again else (0, [(-1000, "Spilled oil")])
    assert detail.booking.total_minor == 2 * HOUR - 1000 * (not owed_again)
    (entry,) = [line for line in detail.history if line.deed == "refund"]
    with till.database.reading() as store:
        kept = store.journal.find(entry.entry_id)
    assert kept is not None
    assert kept.arguments["owed_again"] is owed_again
    till.services.stays.extend(till.attendant, booking.id, timedelta(hours=1))
    assert till.services.bookings.detail(booking.id).due_minor == HOUR + 1000 * owed_again
    till.check_books()


def test_forgiving_takes_no_more_off_than_would_be_owed(till: Till) -> None:
    """What was paid too much goes back without making the stay any cheaper, and what was owed before stays owed."""
    till.rule(refund_rule=RefundRule.NONE)
    booking = till.book(minutes=120)
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 2 * HOUR)
    till.services.lots.change_bay(till.owner, replace(till.bays["A2"], hourly_minor=3000))
    till.services.stays.move(till.attendant, booking.id, till.bay("A2"))
    (payment,) = till.payments(booking)
    assert till.services.bookings.detail(booking.id).due_minor == 0
    till.services.refunds.give_back(till.owner, payment.id, HOUR, "Dearer bay")
    detail = till.services.bookings.detail(booking.id)
    assert detail.due_minor == 0
    assert sum(minor for _, minor in detail.links) == HOUR, "half an hour's worth of it was too much anyway"
    assert till.reload(renewal).total_minor + till.reload(booking).total_minor == HOUR
    till.services.bookings.renew(till.attendant, booking.id)
    till.services.refunds.give_back(till.owner, payment.id, 540, "Kind")
    assert till.services.bookings.detail(booking.id).due_minor == HOUR // 2, "the renewal is not paid yet"
    till.check_books()


@pytest.mark.parametrize(
    ("amount", "error"),
    [(0, RefundTooLittle), (-5, RefundTooLittle), (HOUR + 1, RefundTooMuch), (10**15, RefundTooMuch)],
)
def test_what_cannot_go_back(till: Till, amount: int, error: type[ParkDeskError]) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    with pytest.raises(error):
        till.services.refunds.give_back(till.owner, payment.id, amount, "No")
    with pytest.raises(TextMissing):
        till.services.refunds.give_back(till.owner, payment.id, 100, " ")
    with pytest.raises(PaymentUnknown):
        till.services.refunds.give_back(till.owner, new_id(), 100, "No")
    assert till.services.refunds.of_booking(booking.id) == ()


def test_what_was_never_paid_cannot_go_back(till: Till) -> None:
    booking = till.book()
    till.by_qr(booking)
    with pytest.raises(NotRefundable):
        till.services.refunds.give_back(till.owner, till.payments(booking)[0].id, 100, "No")


def test_an_attendant_refunds_only_if_an_owner_lets_them(till: Till) -> None:
    booking = till.book()
    (payment,) = till.services.payments.take(till.attendant, booking.id, Method.CASH)
    for who in (till.attendant, till.supervisor):
        with pytest.raises(NotAllowed, match="ask an owner"):
            till.services.refunds.give_back(who, payment.id, 100, "No")
    trusted = trust(till, may_refund=True)
    till.services.refunds.give_back(trusted, payment.id, 100, "Spilled oil")
    trust(till, may_refund=False)
    with pytest.raises(NotAllowed):
        till.services.refunds.give_back(trusted, payment.id, 100, "Once more")


def test_parts_ours_theirs_lost_and_failed_always_add_up(till: Till) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    intent = charge.latest.intent_id
    give = till.services.refunds.give_back
    give(till.owner, payment.id, 200, "One")
    till.tick(seconds=1)
    till.stripe.faults.next(Fault.lost(executed=True), "POST", "/v1/refunds$")
    give(till.owner, payment.id, 100, "Two")
    till.tick(seconds=1)
    till.stripe.refunds.in_dashboard(intent, 50)
    till.settle(8)
    states = [
        (refund.amount.minor, refund.by_provider) for refund in till.services.refunds.of_booking(booking.id)
    ]
    assert sorted(states) == [(50, True), (100, False), (200, False)]
    assert till.payments(booking)[0].left_minor == payment.amount_minor - 350
    till.check_books()
    first = till.services.refunds.of_booking(booking.id)[0]
    till.stripe.refunds.fail(first.provider_id)
    till.settle(8)
    assert till.services.refunds.of_booking(booking.id)[0].state is RefundState.FAILED
    assert till.payments(booking)[0].left_minor == payment.amount_minor - 150
    assert till.charge(charge).attention == (Reason(Why.REFUND_FAILED),)
    till.check_books()


def test_a_refund_stripe_refuses_gives_the_money_back_to_the_books(till: Till) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    # The Dashboard was first; nobody here knows yet.
    till.stripe.refunds.in_dashboard(charge.latest.intent_id, payment.amount_minor)
    till.services.refunds.give_back(till.owner, payment.id, 500, "Too late")
    till.settle(8)
    refunds = till.services.refunds.of_booking(booking.id)
    assert sorted(refund.state.value for refund in refunds) == ["failed", "succeeded"]
    refunded = till.charge(charge)
    assert (refunded.shown, refunded.attention) == (
        Shown.REFUNDED,
        (Reason(Why.REFUND_MOOT, (Money(500, "INR"),)),),
    )
    till.check_books()


@pytest.mark.parametrize("polled", [True, False], ids=["told before it is sent", "refused by Stripe"])
def test_what_the_dashboard_left_goes_back_where_more_was_asked_for(till: Till, polled: bool) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    if polled:
        # A key that may not refund, until an owner widens it.
        till.stripe.faults.next(Fault.refused(403), "POST", "/v1/refunds$", times=None)
    till.services.refunds.give_back(till.owner, payment.id, HOUR - 80, "Wrong lot")
    till.stripe.refunds.in_dashboard(charge.latest.intent_id, 5000)
    till.settle(10)
    if polled:
        till.stripe.faults.clear()
        till.settle(3, minutes=6)
    found = till.services.refunds.of_booking(booking.id)
    assert sorted((refund.amount.minor, refund.state.value, refund.reason) for refund in found) == [
        (2080, "succeeded", "Wrong lot"),
        (5000, "succeeded", "made at the provider"),
        (7000, "failed", "Wrong lot"),
    ]
    asked_by = {refund.amount.minor: refund.requested_by for refund in found}
    assert asked_by == {2080: till.owner.id, 5000: None, 7000: till.owner.id}, "who asked, not the desk"
    refunded = till.charge(charge)
    assert (refunded.refunded_minor, refunded.shown) == (HOUR, Shown.REFUNDED)
    assert refunded.attention == (Reason(Why.REFUND_CUT, (Money(7000, "INR"), Money(2080, "INR"))),)
    assert till.payments(booking)[0].refunded_minor == HOUR
    till.check_books()


def test_what_the_dashboard_left_of_a_whole_stay_goes_back(till: Till) -> None:
    booking = till.book()
    till.services.bookings.renew(till.attendant, booking.id)
    till.rule(refund_rule=RefundRule.FULL)
    charge = till.by_qr(booking)
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    intent = till.charge(charge).latest.intent_id
    till.stripe.refunds.in_dashboard(intent, 8000)
    till.services.stays.cancel(till.attendant, booking.id, "Rain")
    till.settle(10)
    refunded = till.charge(charge)
    assert (refunded.refunded_minor, refunded.shown) == (2 * HOUR, Shown.REFUNDED)
    assert till.stripe.ledger()[str(charge.id)].kept == 0
    till.check_books()


def test_what_was_given_up_here_and_made_there_all_the_same_counts(till: Till) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    intent_id = charge.latest.intent_id
    till.stripe.faults.next(Fault.refused(403), "POST", "/v1/refunds$", times=None)
    ours = till.services.refunds.give_back(till.owner, payment.id, HOUR - 80, "Wrong lot")
    elsewhere = till.stripe.refunds.in_dashboard(intent_id, 5000)
    till.settle(10)
    assert Reason(Why.REFUND_CUT, (Money(7000, "INR"), Money(2080, "INR"))) in till.charge(charge).attention
    # The bank sends that one back, and a call of ours that had been on its way for long arrives.
    till.stripe.refunds.fail(elsewhere)
    with till.stripe.account.lock:
        late = {"payment_intent": intent_id, "amount": HOUR - 80, "metadata": {"refund": str(ours.id)}}
        till.stripe.refunds.create(late)
    till.stripe.faults.clear()
    till.settle(6, minutes=6)
    states = {refund.amount.minor: refund.state for refund in till.services.refunds.of_booking(booking.id)}
    assert states == {
        HOUR - 80: RefundState.SUCCEEDED,
        5000: RefundState.FAILED,
        2080: RefundState.FAILED,
        80: RefundState.SUCCEEDED,
    }
    assert till.charge(charge).refunded_minor == HOUR
    till.check_books()


@pytest.mark.parametrize("told", [True, False], ids=["by event", "by asking"])
def test_a_refund_on_its_way_that_comes_back_is_paid_money_again(till: Till, told: bool) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    till.stripe.refunds.arrive_at_once = False
    if not told:
        till.stripe.events.lag = timedelta(days=40)
    till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
    till.settle(3)
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert (refund.state, till.charge(charge).refunded_minor) == (RefundState.PENDING, 1000)
    assert refund.provider_id is not None
    till.stripe.refunds.fail(refund.provider_id)
    till.settle(6, minutes=15)
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert (refund.state, till.charge(charge).refunded_minor) == (RefundState.FAILED, 0)
    assert till.charge(charge).attention == (Reason(Why.REFUND_FAILED),)
    till.check_books()


@pytest.mark.parametrize(
    ("currency", "zone"),
    [("JPY", "Asia/Tokyo"), ("KWD", "Asia/Kuwait"), ("ISK", "Atlantic/Reykjavik"), ("UGX", "Africa/Kampala")],
)
def test_currencies_that_stripe_counts_otherwise(database_url: str, currency: str, zone: str) -> None:
    with till_case(database_url, lot=Lot(new_id(), "Elsewhere", zone, currency)) as till:
        booking = till.book()
        charge, payment = till.paid_by_qr(booking)
        till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
        till.settle(3)
        intent_id = charge.latest.intent_id
        till.stripe.refunds.in_dashboard(intent_id, to_provider(Money(500, currency)))
        till.stripe.disputes.open(intent_id, amount=to_provider(Money(200, currency)))
        till.settle(8)
        changed = till.charge(charge)
        assert changed.refunded_minor == 1500
        assert changed.attention[0].facts[0] == Money(200, currency)
        kept = till.stripe.ledger()[str(charge.id)].kept
        assert from_provider(kept, currency) == replace(charge.amount, minor=charge.amount.minor - 1500)
        found = till.services.settlement.reconcile(till.owner, till.clock().date())
        assert found.differing == ()


def test_a_refund_that_stripe_refuses_for_another_reason_stays_to_be_made(till: Till) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    till.stripe.faults.next(Fault.refused(400, "charge_disputed"), "POST", "/v1/refunds$")
    till.services.refunds.give_back(till.owner, payment.id, 500, "Spilled oil")
    till.settle(6)
    assert [refund.state for refund in till.services.refunds.of_booking(booking.id)] == [RefundState.FAILED]
    assert till.charge(charge).attention == (Reason(Why.REFUND_FAILED), said(Trouble.DISPUTED))
    till.services.refunds.give_back(till.owner, payment.id, 500, "Once more")
    till.settle(3)
    assert till.charge(charge).refunded_minor == 500
    till.check_books()


def test_two_desks_refund_at_once(till: Till) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    other = till.another_desk()
    till.services.refunds.give_back(till.owner, payment.id, 5000, "Here")
    with pytest.raises(RefundTooMuch):
        other.refunds.give_back(till.owner, payment.id, 5000, "There")
    till.settle(3)
    till.check_books()
    other.close()


def test_the_same_refund_twice_is_one(till: Till) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    deed_id = new_id()
    first = till.services.refunds.give_back(till.owner, payment.id, 500, "Once", deed_id=deed_id)
    assert (
        till.services.refunds.give_back(till.owner, payment.id, 500, "Once", deed_id=deed_id).id == first.id
    )
    assert till.payments(booking)[0].refunded_minor == 500


@pytest.mark.parametrize(
    ("rule", "back"), [(RefundRule.FULL, 2 * HOUR), (RefundRule.UNUSED, HOUR), (RefundRule.NONE, 0)]
)
def test_cancelling_gives_back_by_the_lot_s_rule(till: Till, rule: RefundRule, back: int) -> None:
    till.rule(refund_rule=rule)
    booking = till.book(minutes=120)
    till.paid_by_qr(booking)
    till.clock.move(minutes=55)
    preview = till.services.refunds.preview_cancel(booking.id)
    assert (preview.rule, preview.paid.minor, preview.back.minor) == (rule, 2 * HOUR, back)
    assert [part.by_provider for part in preview.parts] == [True] * bool(back)
    assert preview.kept.minor == 2 * HOUR - back
    till.services.stays.cancel(till.attendant, booking.id, "Engine trouble")
    assert sum(refund.amount.minor for refund in till.services.refunds.of_booking(booking.id)) == back
    till.settle(4)
    till.check_books()


def test_a_reservation_that_is_cancelled_gives_all_back_over_its_tenders(till: Till) -> None:
    booking = till.book(starts_at=till.clock() + timedelta(hours=5))
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 2000)
    till.clock.move(seconds=1)
    till.paid_by_qr(booking)
    preview = till.services.refunds.preview_cancel(booking.id)
    assert [(part.method, part.amount.minor, part.by_provider) for part in preview.parts] == [
        (Method.CARD, 5080, True),
        (Method.CASH, 2000, False),
    ]
    till.services.stays.cancel(till.attendant, booking.id, "Rain")
    till.settle(3)
    assert [payment.left_minor for payment in till.payments(booking)] == [0, 0]
    till.check_books()


@pytest.mark.parametrize(("rule", "back"), [(RefundRule.UNUSED, HOUR), (RefundRule.NONE, 0)])
def test_leaving_early_gives_the_unused_time_back(till: Till, rule: RefundRule, back: int) -> None:
    till.rule(refund_rule=rule)
    booking = till.book(minutes=120)
    till.paid_by_qr(booking)
    till.clock.move(minutes=50)
    assert till.services.refunds.preview_check_out(booking.id).back.minor == back
    left = till.services.stays.check_out(till.attendant, booking.id)
    detail = till.services.bookings.detail(booking.id)
    assert (left.total_minor, detail.due_minor) == (2 * HOUR - back, 0)
    assert sum(line.amount_minor for line in detail.quote.lines) == left.total_minor
    till.settle(3)
    till.check_books()


def test_a_card_is_asked_for_the_time_used_and_never_charged_and_refunded(till: Till) -> None:
    booking = till.book(minutes=120)
    till.clock.move(minutes=50)
    due = till.services.refunds.preview_check_out(booking.id).due.minor
    assert due == HOUR
    charge = till.by_qr(booking, due)
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    assert till.services.refunds.preview_check_out(booking.id).back.minor == 0
    till.services.stays.check_out(till.attendant, booking.id)
    till.settle(3)
    assert (till.charge(charge).shown, till.services.refunds.of_booking(booking.id)) == (Shown.PAID, ())
    assert till.services.bookings.detail(booking.id).due_minor == 0
    till.check_books()


def test_a_renewal_that_never_began_is_given_back_when_its_stay_ends(till: Till) -> None:
    booking = till.book()
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    till.clock.move(minutes=58)
    assert till.services.refunds.preview_check_out(booking.id).back.minor == HOUR
    till.services.stays.check_out(till.attendant, booking.id)
    assert sum(refund.amount.minor for refund in till.services.refunds.of_booking(renewal.id)) == HOUR
    till.check_books()


def test_a_cancelled_renewal_s_money_is_shown_on_its_stay(till: Till) -> None:
    booking = till.book()
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    (second, *_) = till.services.payments.take(till.attendant, booking.id, Method.CASH)
    till.clock.move(minutes=40)
    till.services.stays.check_out(till.attendant, booking.id)
    for link in (booking, renewal):
        detail = till.services.bookings.detail(link.id)
        assert [payment.refunded_minor for payment in detail.payments] == [0, HOUR]
        assert detail.due_minor == 0
        assert [refund.payment_id for refund in till.services.refunds.of_booking(link.id)] == [second.id]
        assert [line.deed for line in detail.history].count("renew") == 1
    assert [one.booking_id for one in till.services.bookings.detail(booking.id).own_payments] == [booking.id]
    till.check_books()


def test_what_a_lot_keeps_of_a_cancelled_renewal_pays_for_nothing_else(till: Till) -> None:
    till.rule(refund_rule=RefundRule.NONE)
    booking = till.book()
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    till.services.stays.cancel(till.attendant, renewal.id, "Not needed")
    again = till.services.bookings.renew(till.attendant, booking.id)
    detail = till.services.bookings.detail(booking.id)
    assert (detail.due_minor, [payment.left_minor for payment in detail.payments]) == (HOUR, [HOUR, HOUR])
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    (newest, _) = till.services.receipts.of(again.id)
    assert (newest.receipt.total.minor, newest.receipt.due.minor) == (2 * HOUR, 0)
    till.check_books()


@pytest.mark.parametrize("rule", RefundRule)
def test_money_of_a_cancelled_renewal_is_receipted_once(till: Till, rule: RefundRule) -> None:
    till.rule(refund_rule=rule)
    booking = till.book()
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    (first,) = till.services.receipts.of(booking.id)
    till.services.stays.cancel(till.attendant, renewal.id, "Not needed")
    assert [one.receipt for one in till.services.receipts.of(renewal.id)] == [first.receipt]
    issued = till.services.receipts.issue(till.attendant, renewal.id)
    if rule is RefundRule.NONE:
        assert issued.receipt == first.receipt
    else:
        told = issued.receipt
        assert (told.payments, told.paid.minor, told.refunded.minor, told.due.minor) == (
            (),
            2 * HOUR,
            HOUR,
            0,
        )
    for link in (booking, renewal):
        assert till.services.receipts.issue(till.attendant, link.id).receipt == issued.receipt
    assert till.services.receipts.gaps() == ()


def test_a_renewal_paid_with_its_stay_goes_back_though_it_was_cancelled_meanwhile(till: Till) -> None:
    booking = till.book()
    till.clock.move(minutes=58)
    renewal = till.services.bookings.renew(till.attendant, booking.id)
    charge = till.by_qr(booking)
    till.services.stays.check_out(till.attendant, booking.id)
    till.stripe.checkout.pay(till.page(charge))
    till.settle(6)
    assert till.charge(charge).shown is Shown.PARTLY_REFUNDED
    assert [refund.amount.minor for refund in till.services.refunds.of_booking(renewal.id)] == [HOUR]
    assert till.charge(charge).attention == (Reason(Why.PAID_LATE),)
    (issued,) = till.services.receipts.of(booking.id)
    paid, refunded = issued.receipt.paid.minor, issued.receipt.refunded.minor
    assert (paid, refunded, issued.receipt.due.minor) == (2 * HOUR, HOUR, 0), "all that the card was charged"
    till.check_books()


@pytest.mark.parametrize("swept", [True, False])
@pytest.mark.parametrize("rule", RefundRule)
def test_what_a_no_show_has_paid_stays_by_every_rule(till: Till, rule: RefundRule, swept: bool) -> None:
    till.rule(refund_rule=rule)
    booking = till.book(starts_at=till.clock() + timedelta(hours=1))
    till.paid_by_qr(booking)
    preview = till.services.refunds.preview_no_show(booking.id)
    assert (preview.paid.minor, preview.back.minor, preview.kept.minor) == (HOUR, 0, HOUR)
    till.clock.move(hours=3 if swept else 1)
    if swept:
        till.services.sweep.run()
    else:
        till.services.stays.mark_no_show(till.attendant, booking.id)
    till.settle(3)
    assert till.reload(booking).status is Status.NO_SHOW
    assert till.services.refunds.of_booking(booking.id) == ()
    assert till.payments(booking)[0].left_minor == HOUR
    till.check_books()


@pytest.mark.parametrize(("rule", "back"), [(RefundRule.UNUSED, [80]), (RefundRule.NONE, [])])
def test_what_was_paid_for_a_booking_nobody_confirmed_goes_back(
    till: Till, rule: RefundRule, back: list[int]
) -> None:
    till.rule(refund_rule=rule)
    booking = till.book(starts_at=till.clock() + timedelta(hours=1), confirmed=False)
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 80)
    till.clock.move(hours=3)
    assert till.services.sweep.run().cancelled
    assert [refund.amount.minor for refund in till.services.refunds.of_booking(booking.id)] == back
    till.check_books()


def test_moving_to_a_cheaper_bay_gives_the_difference_back(till: Till) -> None:
    bay = replace(till.bays["A2"], hourly_minor=3000)
    till.services.lots.change_bay(till.owner, bay)
    booking = till.book()
    till.paid_by_qr(booking)
    assert till.services.refunds.preview_move(booking.id, till.bay("A2")).back.minor == 3540
    till.services.stays.move(till.attendant, booking.id, till.bay("A2"))
    assert till.services.bookings.detail(booking.id).due_minor == 0
    till.settle(3)
    assert till.payments(booking)[0].left_minor == 3540
    till.check_books()


@pytest.mark.parametrize("swept", [True, False])
def test_what_is_said_before_holds_for_a_stay_that_went_on_in_its_renewal(till: Till, swept: bool) -> None:
    till.services.lots.change_bay(till.owner, replace(till.bays["A2"], hourly_minor=1000))
    booking = till.book()
    renewal = till.services.bookings.renew(till.attendant, booking.id, timedelta(hours=2))
    till.services.payments.take(till.attendant, booking.id, Method.CASH)
    till.clock.move(minutes=70)
    if swept:
        till.services.sweep.run()
    moved = till.services.refunds.preview_move(booking.id, till.bay("A2")).back
    cancelled = till.services.refunds.preview_cancel(booking.id).back
    left = till.services.refunds.preview_check_out(booking.id).back
    assert (moved.minor, cancelled.minor, left.minor) == (2 * HOUR - 2360, 3 * HOUR // 2, 3 * HOUR // 2)
    till.services.stays.cancel(till.attendant, booking.id, "Changed their mind")
    (refund,) = till.services.refunds.of_booking(renewal.id)
    assert refund.amount == cancelled


def test_what_stripe_cannot_give_back_to_the_thousandth_stops_no_deed(database_url: str) -> None:
    dinars = Lot(new_id(), "Salmiya", "Asia/Kuwait", "KWD")
    with till_case(database_url, lot=dinars) as till:
        booking = till.book()
        till.paid_by_qr(booking)
        till.services.lots.change_bay(till.owner, replace(till.bays["A2"], hourly_minor=1001))
        assert till.services.stays.move(till.attendant, booking.id, till.bay("A2")).total_minor == 1181
        till.settle(3)
        (refund,) = till.services.refunds.of_booking(booking.id)
        assert (refund.amount.minor, refund.state) == (5890, RefundState.SUCCEEDED)
        till.check_books()


def test_undo_takes_cash_back_into_the_till_but_not_what_stripe_knows(till: Till) -> None:
    cash, card = till.book(), till.book("A2", "KL 2")
    till.services.payments.take(till.attendant, cash.id, Method.CASH)
    till.paid_by_qr(card)
    till.services.stays.cancel(till.attendant, cash.id, "Slip")
    till.services.undo.undo(till.attendant)
    assert till.reload(cash).status is Status.ACTIVE
    assert till.services.bookings.detail(cash.id).due_minor == 0
    till.services.stays.cancel(till.attendant, card.id, "Slip")
    till.services.undo.undo(till.attendant)
    assert till.services.bookings.detail(card.id).due_minor == 0, "Stripe had not heard of it yet"
    till.services.stays.cancel(till.attendant, card.id, "In earnest")
    till.tick(seconds=1)
    with pytest.raises(RefundStays):
        till.services.undo.undo(till.attendant)
    till.settle(3)
    till.check_books()


def test_a_card_payment_is_not_undone_but_given_back(till: Till) -> None:
    booking = till.book()
    till.paid_by_qr(booking)
    assert till.services.undo.last(till.attendant) is None
    with pytest.raises(CardPaymentStays):
        till.services.undo.undo(till.attendant)


def test_a_charge_that_came_to_nothing_does_not_stand_in_the_way_of_undo(till: Till) -> None:
    booking = till.book()
    charge = till.services.charges.open(till.attendant, booking.id, Tender.QR)
    till.services.charges.cancel(till.attendant, charge.id)
    assert (
        till.services.undo.last(till.attendant) is None
        or till.services.undo.last(till.attendant).deed == "book"
    )


@given(amounts=st.lists(st.tuples(st.integers(-10, 9000), st.booleans()), min_size=1, max_size=8))
@settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_refunds_never_exceed_what_was_paid(till: Till, amounts: list[tuple[int, bool]]) -> None:
    till.clock.move(hours=2)
    till.services.sweep.run()
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    for amount, by_hand in amounts:
        try:
            if by_hand:
                line = till.stripe.ledger()[str(charge.id)]
                if not 0 < amount <= line.kept:
                    continue
                till.stripe.refunds.in_dashboard(charge.latest.intent_id, amount)
            else:
                till.services.refunds.give_back(till.owner, payment.id, amount, "Some")
        except ParkDeskError:
            continue
        till.tick(seconds=1)
    till.settle(8)
    left = till.payments(booking)[0].left_minor
    assert 0 <= left <= payment.amount_minor
    till.check_books()


def test_a_refund_changed_from_outside_is_found(till: Till) -> None:
    booking = till.book()
    _, payment = till.paid_by_qr(booking)
    with till.database.transaction() as store:
        store.connection.execute(text("UPDATE payments SET refunded_minor = 5"))
    url = till.database.url.render_as_string(hide_password=False)
    (found,) = [one for one in HealthService(url, Path.cwd()).check() if one.name == "rollups"]
    assert (found.ok, str(payment.id) in found.words) == (False, True)
