"""What is asked wrongly is refused in one sentence: nothing is written, nothing reaches Stripe, nothing is lost."""

from __future__ import annotations

import threading

import pytest

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import RefundState, Tender
from parkdesk.domain.errors import (
    AmountOutOfRange,
    ParkDeskError,
    PaymentTooLittle,
    PaymentTooMuch,
    TenderTooLittle,
)
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_errors import AmountTooSmallForCards, ReaderUnknown, RefundTooMuch
from parkdesk.services.bundle import Services
from tests.till import Till

HOUR = 7080


@pytest.mark.parametrize(
    ("amount", "error"),
    [
        (0, PaymentTooLittle),
        (-HOUR, PaymentTooLittle),
        (HOUR + 1, PaymentTooMuch),
        (10**18, PaymentTooMuch),
        (49, AmountTooSmallForCards),
    ],
)
def test_amounts_that_no_card_is_charged(till: Till, amount: int, error: type[ParkDeskError]) -> None:
    booking = till.book()
    entries = till.services.journal.verify().entries
    for tender in Tender:
        reader = till.stripe.terminal.add("Exit") if tender is Tender.READER else None
        with pytest.raises(error) as refused:
            till.services.charges.open(till.attendant, booking.id, tender, amount, reader_id=reader)
        assert "\n" not in str(refused.value)
    till.tick()
    assert (till.services.charges.of_booking(booking.id), till.payments(booking)) == ((), ())
    assert till.services.journal.verify().entries == entries
    assert till.stripe.account.all("checkout.session") == []


@pytest.mark.parametrize(
    ("tendered", "error"),
    [
        (-1, TenderTooLittle),
        (0, TenderTooLittle),
        (HOUR - 1, TenderTooLittle),
        (10**15, AmountOutOfRange),
        (2**63, AmountOutOfRange),
    ],
)
def test_cash_that_nobody_hands_over(till: Till, tendered: int, error: type[ParkDeskError]) -> None:
    booking = till.book()
    with pytest.raises(error) as refused:
        till.services.payments.take(till.attendant, booking.id, Method.CASH, tendered_minor=tendered)
    assert refused.value.field == "tendered"
    assert (till.payments(booking), till.services.receipts.of(booking.id)) == ((), ())


def test_a_reader_that_is_not_there(till: Till) -> None:
    with pytest.raises(ReaderUnknown):
        till.services.charges.open(till.attendant, till.book().id, Tender.READER)


def test_a_refund_in_another_currency_takes_nothing_off(till: Till) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    assert charge.latest.intent_id is not None
    refund_id = till.stripe.refunds.in_dashboard(charge.latest.intent_id, 500)
    till.stripe.account.get(refund_id, "refund")["currency"] = "eur"
    till.settle(8)
    assert till.charge(charge).attention == (Reason(Why.REFUND_STRANGE),)
    assert till.payments(booking)[0].left_minor == payment.amount_minor
    assert till.services.refunds.of_booking(booking.id) == ()
    told = [line.deed for line in till.services.journal.of(charge.id)]
    assert told.count("charge_attention") == 1, "said once"
    till.services.charges.settle_attention(till.attendant, charge.id, "Looked at in the Dashboard")
    till.stripe.refunds.succeed(refund_id)
    till.settle(8)
    assert till.charge(charge).attention == (), "somebody has settled this very refund"
    assert "refund_adopted" not in told


def test_more_back_than_was_paid_takes_off_what_was_paid_and_is_told_once(till: Till) -> None:
    booking = till.book()
    charge, _ = till.paid_by_qr(booking)
    intent_id = charge.latest.intent_id
    assert intent_id is not None
    till.stripe.refunds.in_dashboard(intent_id, HOUR)
    till.settle(8)
    till.stripe.refunds.in_dashboard(intent_id, 100)
    till.settle(8)
    assert till.charge(charge).attention == (Reason(Why.TOO_MUCH_BACK),)
    assert till.charge(charge).refunded_minor == HOUR
    entries = till.services.journal.verify().entries
    till.services.charges.settle_attention(till.attendant, charge.id, "Asked Stripe")
    (extra, *_) = reversed(till.stripe.account.all("refund"))
    till.stripe.refunds.succeed(extra["id"])
    till.settle(8)
    assert till.charge(charge).attention == ()
    assert till.services.journal.verify().entries == entries + 1, "said once"


@pytest.mark.parametrize("method", [Method.CASH, Method.CARD])
def test_two_desks_that_refund_in_the_same_moment_give_back_once(till: Till, method: Method) -> None:
    booking = till.book()
    if method is Method.CASH:
        (payment,) = till.services.payments.take(till.attendant, booking.id, method)
    else:
        _, payment = till.paid_by_qr(booking)
    other = till.another_desk()
    refused: list[ParkDeskError] = []

    def give_back(desk: Services) -> None:
        try:
            desk.refunds.give_back(till.owner, payment.id, 5000, "Both at once")
        except RefundTooMuch as error:
            refused.append(error)

    at_work = [threading.Thread(target=give_back, args=(desk,)) for desk in (till.services, other) * 2]
    for thread in at_work:
        thread.start()
    for thread in at_work:
        thread.join()
    assert len(refused) == 3
    till.settle(4)
    (refund,) = till.services.refunds.of_booking(booking.id)
    assert (refund.amount.minor, refund.state) == (5000, RefundState.SUCCEEDED)
    assert till.payments(booking)[0].left_minor == HOUR - 5000
    till.check_books()
    other.close()
