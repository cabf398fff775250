"""Events are hints: late, twice, out of order, too many or forgotten, each thing is looked at itself."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parkdesk.domain.charge import Shown, Tender
from parkdesk.services.settling.events import catch_up, resolve
from tests.stripe_double import Fault
from tests.till import Till


def test_attempt_one_s_failure_after_attempt_two_s_success_changes_nothing(till: Till) -> None:
    till.stripe.events.twice = till.stripe.events.swapped = True
    booking = till.book()
    charge = till.by_qr(booking)
    first = till.page(charge)
    till.stripe.checkout.submit(first)
    till.tick(seconds=3)
    till.stripe.checkout.bounce(first, "The bank says no.")
    till.tick(seconds=3)
    assert till.charge(charge).shown is Shown.FAILED
    till.services.charges.retry(till.attendant, charge.id, Tender.QR)
    till.tick()
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    till.stripe.checkout.bounce(first, "Once more, late.")
    till.services.provider.close()
    till.services = till.restarted()
    till.settle(8)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_an_event_45_seconds_late_with_an_older_stamp_is_not_missed(till: Till) -> None:
    _, payment = till.paid_by_qr(till.book())
    till.settle(10)
    till.stripe.events.lag = timedelta(seconds=45)
    till.stripe.refunds.in_dashboard(till.stripe.account.all("payment_intent")[0]["id"], 500)
    till.stripe.events.lag = timedelta(0)
    for number in range(4):
        # Newer ones are read in the meantime.
        till.clock.move(seconds=10)
        till.stripe.checkout.decline(
            till.page(till.by_qr(till.book("A2", f"KL {number}", starts_at=at(till, number))))
        )
        till.tick(seconds=1)
    till.settle(8)
    assert till.services.charges.get(payment.charge_id).refunded_minor == 500
    till.check_books()


def at(till: Till, number: int) -> object:
    return till.clock().replace(microsecond=0) + timedelta(hours=2 * number + 1)


def test_more_than_a_hundred_events_are_all_read(till: Till) -> None:
    charge, _ = till.paid_by_qr(till.book())
    till.settle(10)
    intent = charge.latest.intent_id
    for _ in range(60):
        till.stripe.refunds.in_dashboard(intent, 10)
    till.settle(8)
    assert till.charge(charge).refunded_minor == 600
    with till.database.reading() as store:
        assert store.provider_events.unhandled(charge.mode, 10) == ()
    till.check_books()


def test_a_cursor_that_has_aged_out_asks_after_everything(till: Till) -> None:
    charge, _ = till.paid_by_qr(till.book())
    open_charge = till.by_qr(till.book("A2", "KL 2"))
    till.settle(10)
    till.stripe.checkout.pay(till.page(open_charge))
    till.stripe.refunds.in_dashboard(charge.latest.intent_id, 700)
    till.clock.move(days=31)
    till.settle(10)
    assert till.charge(open_charge).shown is Shown.PAID
    assert till.charge(charge).refunded_minor == 700
    till.check_books()


def test_a_page_whose_reply_was_lost_is_found_by_its_event(till: Till) -> None:
    till.stripe.faults.next(Fault.lost(executed=True), "POST", "/v1/checkout/sessions$")
    charge = till.by_qr(till.book())
    (session,) = till.stripe.account.all("checkout.session")
    till.stripe.checkout.pay(session["id"])
    gateway = till.services.provider.gateway()
    assert catch_up(till.desk, gateway) > 0
    assert resolve(till.desk, gateway) > 0
    till.settle(6)
    assert till.charge(charge).shown is Shown.PAID
    till.check_books()


def test_what_is_nothing_of_ours_is_left_alone(till: Till) -> None:
    strange_event(till)
    till.settle(4)
    assert till.services.charges.attention() == ()


@pytest.mark.parametrize(
    "fault", [Fault.refused(500), Fault.refused(404, "resource_missing")], ids=["500", "404"]
)
def test_what_stripe_never_answers_holds_up_no_other_event(
    till: Till, fault: Fault, caplog: pytest.LogCaptureFixture
) -> None:
    strange = [strange_event(till) for _ in range(3)]
    for intent_id in strange:
        till.stripe.faults.next(fault, "GET", f"/v1/payment_intents/{intent_id}", times=None)
    till.stripe.faults.next(Fault.lost(executed=True), "POST", "/v1/checkout/sessions$")
    charge = till.by_qr(till.book())
    (session,) = till.stripe.account.all("checkout.session")
    till.stripe.checkout.pay(session["id"])
    till.settle(6)
    assert till.charge(charge).shown is Shown.PAID
    assert unhandled(till) == 3
    assert till.settle(2).state.works
    before = calls(till, strange)
    till.settle(60, minutes=15)
    assert calls(till, strange) - before < 60, "they are asked after ever more rarely"
    assert unhandled(till) == 3
    till.settle(60, minutes=15)
    assert unhandled(till) == 0
    assert sum("stays unknown" in record.getMessage() for record in caplog.records) == 3
    before = calls(till, strange)
    till.settle(8, hours=1)
    assert calls(till, strange) == before


def strange_event(till: Till) -> str:
    """Something happens to an object that this desk has never heard of."""
    with till.stripe.account.lock:
        intent = till.stripe.intents.make(500, "inr", {}, methods=["card"])
        till.stripe.intents.succeed(intent)
    return str(intent["id"])


def calls(till: Till, intent_ids: list[str]) -> int:
    return sum(call.path.endswith(tuple(intent_ids)) for call in till.stripe.calls)


def unhandled(till: Till) -> int:
    with till.database.reading() as store:
        return len(store.provider_events.unhandled(till.services.provider.mode(), 50))
