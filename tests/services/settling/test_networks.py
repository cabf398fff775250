"""Bad networks and wrong worlds: nothing fails by them, nothing is charged twice, and a sentence says what to do."""

from __future__ import annotations

import threading
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Shown, Tender
from parkdesk.domain.payment_errors import CardsOffline, CardsUnavailable
from parkdesk.payments.gateway import Reached
from parkdesk.payments.troubles import Trouble
from parkdesk.services.bundle import Services
from tests.stripe_double import Clock, Fault
from tests.till import Till

BAD = {
    "captive portal": (Fault.html(), Reached.UNKNOWN),
    "redirect loop": (Fault.redirected(), None),
    "drip": (Fault.dripping(), Reached.UNKNOWN),
    "too many calls": (Fault.refused(429, headers={"Retry-After": "7"}), Reached.NOT_SENT),
    "key refused": (Fault.refused(401), Reached.MISCONFIGURED),
    "too few rights": (Fault.refused(403), Reached.MISCONFIGURED),
}


@pytest.mark.parametrize(("fault", "reached"), BAD.values(), ids=BAD)
def test_nothing_fails_by_a_bad_network(till: Till, fault: Fault, reached: Reached | None) -> None:
    booking = till.book()
    till.stripe.faults.next(fault, times=None)
    charge = till.by_qr(booking)
    tick = till.settle(4, seconds=40)
    assert tick.state.fault is not None
    assert reached in (None, tick.state.fault)
    assert till.charge(charge).shown is Shown.PENDING
    assert tick.next_due is not None
    assert tick.next_due > till.clock()
    till.stripe.faults.clear()
    till.stripe.hurry()
    tick = till.settle(6, seconds=40)
    assert (tick.state.fault, tick.waiting) == (None, 0)
    till.stripe.checkout.pay(till.page(charge))
    till.settle(4, seconds=5)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_a_pause_that_stripe_asks_for_is_kept(till: Till) -> None:
    till.stripe.faults.next(Fault.refused(429, headers={"Retry-After": "30"}), "POST", times=None)
    till.by_qr(till.book())
    before = len(till.stripe.calls)
    till.settle(5, seconds=2)
    assert len([call for call in till.stripe.calls[before:] if call.method == "POST"]) == 0


def test_a_key_that_may_not_refund_does_everything_else(till: Till) -> None:
    _, payment = till.paid_by_qr(till.book())
    till.stripe.faults.next(Fault.refused(403), "POST", "/v1/refunds", times=None)
    till.services.refunds.give_back(till.owner, payment.id, 500, "Later")
    till.tick(seconds=1)
    other, _ = till.paid_by_qr(till.book("A2", "KL 2"))
    assert till.charge(other).shown is Shown.PAID
    # Another desk, with an owner's key, sees to it.
    till.stripe.faults.clear()
    desk = till.another_desk()
    till.clock.move(minutes=1)
    desk.settlement.tick()
    assert till.payments(till.services.bookings.get(payment.booking_id))[0].refunded_minor == 500
    till.settle(3)
    till.check_books()
    desk.close()


def test_stopping_ends_a_call_that_drips(till: Till) -> None:
    till.stripe.faults.next(Fault.dripping(), times=None)
    till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    working = threading.Thread(target=till.services.settlement.tick)
    working.start()
    while not till.stripe.calls:
        pass
    till.services.settlement.stop()
    working.join(timeout=3)
    assert not working.is_alive()


def test_a_cash_desk_says_so(till: Till) -> None:
    cash = Services.of(till.desk)
    booking = till.book()
    with pytest.raises(CardsUnavailable):
        cash.charges.open(till.attendant, booking.id, Tender.QR)
    with pytest.raises(CardsUnavailable):
        cash.settlement.readers()
    assert cash.settlement.tick().state.works
    assert till.stripe.calls == []


def test_offline_readers_say_so(till: Till) -> None:
    till.stripe.faults.next(Fault.lost(executed=False), "GET", "/v1/terminal")
    with pytest.raises(CardsOffline):
        till.services.settlement.readers()


def test_a_live_key_never_talks_to_this_computer(till: Till) -> None:
    till.key = "rk_live_desk"
    till.services = till.restarted()
    charge = till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    assert till.tick().state.fault is Reached.MISCONFIGURED
    assert (till.stripe.calls, till.charge(charge).shown) == ([], Shown.PENDING)


def test_a_test_key_leaves_a_live_charge_alone(till: Till) -> None:
    charge = till.services.charges.open(till.attendant, till.book().id, Tender.QR)
    with till.database.transaction() as store:
        for table in ("charges", "outbox"):
            store.connection.execute(text(f"UPDATE {table} SET mode = 'live'"))
    till.settle(3)
    assert till.stripe.called("POST", "/v1/checkout/sessions") == []
    assert till.charge(charge).shown is Shown.PENDING


@pytest.mark.parametrize(
    ("wrong", "reason"),
    [
        ({"amount_total": 1}, Reason(Why.OTHER_AMOUNT)),
        ({"currency": "eur"}, Reason(Why.OTHER_CURRENCY, ("EUR", "INR"))),
        ({"livemode": True}, Reason(Why.OTHER_MODE)),
        ({"client_reference_id": "somebody-else"}, Reason(Why.OTHER_PAYMENT)),
    ],
)
def test_an_answer_that_cannot_be_about_it_raises_attention_and_changes_nothing(
    till: Till, wrong: dict[str, object], reason: Reason
) -> None:
    booking = till.book()
    charge = till.by_qr(booking)
    till.stripe.checkout.pay(till.page(charge))
    till.stripe.account.get(till.page(charge), "checkout.session").update(wrong)
    till.settle(3, seconds=5)
    assert till.charge(charge).shown is Shown.PENDING
    assert till.charge(charge).attention == (reason,)
    assert till.services.bookings.detail(booking.id).due_minor == booking.total_minor
    entries = till.services.journal.verify().entries
    till.settle(3, seconds=5)
    assert till.services.journal.verify().entries == entries, "said once"
    till.services.charges.settle_attention(till.attendant, charge.id, "Looked at in the Dashboard")
    till.settle(3, minutes=1)
    assert till.charge(charge).attention == (), "somebody has settled this very thing"
    till.stripe.account.get(till.page(charge), "checkout.session").update(amount_total=77)
    till.settle(3, minutes=1)
    assert len(till.charge(charge).attention) == 1, "this is another one"


@pytest.mark.parametrize("poisoned", [0, 1])
def test_one_page_that_stripe_cannot_tell_of_keeps_nobody_from_the_others(till: Till, poisoned: int) -> None:
    charges = [till.by_qr(till.book(bay, f"KL {bay}")) for bay in ("A1", "A2")]
    mute = f"/v1/checkout/sessions/{till.page(charges[poisoned])}"
    till.stripe.faults.next(Fault.refused(500), "GET", mute, times=None)
    for charge in charges:
        till.stripe.checkout.pay(till.page(charge))
    till.stripe.events.lag = timedelta(days=1)
    tick = till.settle(4)
    assert till.charge(charges[1 - poisoned]).shown is Shown.PAID
    assert till.charge(charges[poisoned]).shown is Shown.PENDING
    till.stripe.faults.clear()
    tick = till.settle(6)
    assert (tick.state.works, till.charge(charges[poisoned]).shown) == (True, Shown.PAID)
    till.check_books()


@pytest.mark.parametrize("minutes", [20, -1500])
def test_a_clock_that_is_wrong_is_named(till: Till, minutes: int) -> None:
    till.stripe.account.clock = Clock(till.clock() + timedelta(minutes=minutes))
    charge = till.by_qr(till.book())
    assert (charge.shown, charge.latest.standing.declined) == (Shown.FAILED, Trouble.TOO_LATE)


def test_a_payment_that_stripe_does_not_know_is_told_once(till: Till) -> None:
    charge = till.by_qr(till.book())
    till.stripe.faults.next(Fault.refused(404, "resource_missing"), "GET", "/v1/checkout/", times=None)
    till.settle(3, seconds=5)
    assert till.charge(charge).attention == (Reason(Why.NOT_THERE),)
    till.services.charges.settle_attention(till.attendant, charge.id, "Made in another account")
    till.settle(3, minutes=1)
    assert till.charge(charge).attention == ()


def test_two_workers_race_for_every_letter(till: Till) -> None:
    desks = [till.services, till.another_desk(), till.another_desk()]
    charges = []
    for number in range(6):
        booking = till.book(f"A{number + 1}", f"KL {number}")
        charges.append(till.services.charges.open(till.attendant, booking.id, Tender.QR))
    at_work = [threading.Thread(target=desk.settlement.tick) for desk in desks for _ in range(2)]
    for thread in at_work:
        thread.start()
    for thread in at_work:
        thread.join()
    till.settle(2, minutes=2)
    keys = [call.idempotency_key for call in till.stripe.called("POST", "/v1/checkout/sessions")]
    assert len(set(keys)) == len(till.stripe.account.all("checkout.session")) == 6
    for charge in charges:
        till.stripe.checkout.pay(till.page(charge))
    till.clock.move(seconds=70)
    at_work = [threading.Thread(target=desk.settlement.tick) for desk in desks]
    for thread in at_work:
        thread.start()
    for thread in at_work:
        thread.join()
    till.settle(3, minutes=1)
    assert {till.charge(charge).shown for charge in charges} == {Shown.PAID}
    till.check_books()
    for desk in desks[1:]:
        desk.close()


def test_a_second_payment_of_one_charge_goes_back(till: Till) -> None:
    booking = till.book()
    charge = till.by_qr(booking)
    first = till.page(charge)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(2)
    till.services.charges.retry(till.attendant, charge.id, Tender.QR)
    till.tick()
    second = till.page(charge)
    session = till.stripe.account.get(first, "checkout.session")
    session.update(status="open", expires_at=session["expires_at"] + 10**6)
    till.stripe.checkout.pay(second)
    till.tick(seconds=3)
    till.stripe.checkout.pay(first)
    till.settle(12)
    paid = till.charge(charge)
    assert (paid.phase.value, paid.attention) == ("paid", (Reason(Why.PAID_TWICE),))
    assert till.services.bookings.detail(booking.id).due_minor == 0
    till.check_books()


def test_the_day_s_books_are_compared(till: Till) -> None:
    good, _ = till.paid_by_qr(till.book())
    missed = till.by_qr(till.book("A2", "KL 2"))
    till.stripe.checkout.pay(till.page(missed))
    day = till.clock().date()
    found = till.services.settlement.reconcile(till.owner, day, till.lot.id)
    assert [(one.charge_id, one.ours, str(one.theirs)) for one in found.differing] == [
        (missed.id, None, "INR 70.80")
    ]
    till.settle(3, seconds=5)
    found = till.services.settlement.reconcile(till.owner, day)
    assert found.differing == ()
    assert [str(sum_) for sum_ in found.ours] == [str(sum_) for sum_ in found.theirs] == ["INR 141.60"]
    assert replace(good).id in [one.charge_id for one in found.matched]


def test_a_day_is_compared_with_a_few_calls_and_what_went_back_taken_off(till: Till) -> None:
    charges = [till.paid_by_qr(till.book(f"A{number}", f"KL {number}"))[0] for number in range(1, 6)]
    for number, charge in enumerate(charges):
        till.stripe.refunds.in_dashboard(charge.latest.intent_id, 100 * (number + 1))
    failed = till.stripe.refunds.in_dashboard(charges[0].latest.intent_id, 1000)
    till.stripe.refunds.fail(failed)
    till.settle(8)
    before = len(till.stripe.calls)
    found = till.services.settlement.reconcile(till.owner, till.clock().date())
    assert len(till.stripe.calls) == before + 2
    assert found.differing == ()
    assert [str(kept) for kept in found.theirs] == ["INR 339.00"]
    # A day long gone, of which the provider's list begins too late.
    with till.database.transaction() as store:
        for name in ("day = '2027-01-05'",):
            store.connection.execute(text(f"UPDATE payments SET {name}"))
    till.clock.move(days=45)
    found = till.services.settlement.reconcile(till.owner, till.clock().date())
    assert found.differing == ()
    assert [str(kept) for kept in found.theirs] == ["INR 339.00"]
