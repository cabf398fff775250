"""Receipts of card money: one with every charge that is paid, whoever settles it, and refunds on what comes after."""

from __future__ import annotations

import threading

from parkdesk.domain.booking import Booking
from parkdesk.domain.charge import Tender
from parkdesk.domain.payment import Method
from parkdesk.domain.receipt import Receipt
from parkdesk.outlets.receipt_paper import receipt_paper
from tests.till import Till


def newest(till: Till, booking: Booking) -> Receipt:
    return till.services.receipts.of(booking.id)[0].receipt


def moved(receipt: Receipt) -> str:
    """Total | money that came in | money that went back | due."""
    came = ", ".join(
        f"{'before ' if tender.before else ''}{tender.method} {tender.minor}" for tender in receipt.tenders
    )
    back = ", ".join(f"{refund.method} {refund.minor}" for refund in receipt.refunds)
    return f"{receipt.total.minor} | {came} | {back} | {receipt.due.minor}"


def test_a_charge_that_turns_paid_has_its_receipt_at_once(till: Till) -> None:
    booking = till.book()
    charge = till.by_qr(booking)
    assert till.services.receipts.of(booking.id) == ()
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    receipt = newest(till, booking)
    assert moved(receipt) == "7080 | card 7080 |  | 0"
    assert (receipt.number, receipt.desk, receipt.who) == (1, "Desk 1", "")
    assert receipt.payments == tuple(payment.id for payment in till.payments(booking))
    (entry,) = [line for line in till.services.journal.of(charge.id) if line.deed == "charge_paid"]
    assert entry.at == receipt.issued_at
    till.settle(3)
    assert len(till.services.receipts.of(booking.id)) == 1, "what is read again draws nothing"
    till.check_books()


def test_cash_before_and_a_renewal_stand_on_the_card_s_receipt(till: Till) -> None:
    booking = till.book()
    till.services.bookings.renew(till.attendant, booking.id)
    till.services.payments.take(till.attendant, booking.id, Method.CASH, 4000)
    till.paid_by_qr(booking)
    assert moved(newest(till, booking)) == "14160 | before cash 4000, card 10160 |  | 0"
    till.check_books()


def test_money_that_came_too_late_is_shown_with_what_goes_back(till: Till) -> None:
    till.pay_at_booking()
    booking = till.book()
    charge = till.by_qr(booking)
    session = till.stripe.account.get(till.page(charge), "checkout.session")
    till.clock.move(minutes=16)
    till.services.sweep.run()
    till.tick()
    till.book(plate="KL 2")
    session.update(status="open", expires_at=session["expires_at"] + 10**6)
    till.stripe.checkout.pay(session["id"])
    till.settle(6, minutes=1)
    assert moved(newest(till, booking)) == "0 | card 7080 | card 7080 | 0"
    till.check_books()


def test_a_second_payment_has_a_receipt_that_gives_it_back(till: Till) -> None:
    booking = till.book()
    charge = till.by_qr(booking)
    first = till.page(charge)
    till.services.charges.cancel(till.attendant, charge.id)
    till.settle(2)
    till.services.charges.retry(till.attendant, charge.id, Tender.QR)
    till.tick()
    session = till.stripe.account.get(first, "checkout.session")
    session.update(status="open", expires_at=session["expires_at"] + 10**6)
    till.stripe.checkout.pay(till.page(charge))
    till.tick(seconds=3)
    till.stripe.checkout.pay(first)
    till.settle(12)
    assert [moved(issued.receipt) for issued in till.services.receipts.of(booking.id)] == [
        "7080 | before card 7080, card 7080 | card 7080 | 0",
        "7080 | card 7080 |  | 0",
    ]
    till.check_books()


def test_the_desk_that_settles_owns_the_number(till: Till) -> None:
    other = till.another_desk()
    bookings = [till.book(f"A{number}", f"KL {number}") for number in range(1, 5)]
    till.services.payments.take(till.attendant, bookings[0].id, Method.CASH)
    charges = [till.by_qr(booking) for booking in bookings[1:]]
    for place, charge in enumerate(charges):
        till.stripe.checkout.pay(till.page(charge))
        till.clock.move(seconds=5)
        (till.services if place == 1 else other).settlement.tick()
    found = [newest(till, booking) for booking in bookings]
    assert [(receipt.desk, receipt.number) for receipt in found] == [
        ("Desk 1", 1),
        ("Desk 2", 1),
        ("Desk 1", 2),
        ("Desk 2", 2),
    ]
    assert till.services.receipts.gaps() == ()
    till.check_books()
    other.close()


def test_desks_that_settle_at_once_leave_no_gap(till: Till) -> None:
    desks = [till.services, till.another_desk()]
    bookings = [till.book(f"A{number}", f"KL {number}") for number in range(1, 7)]
    for booking in bookings:
        charge = till.by_qr(booking)
        till.stripe.checkout.pay(till.page(charge))
    till.clock.move(seconds=70)
    at_work = [threading.Thread(target=desk.settlement.tick) for desk in desks for _ in range(2)]
    for thread in at_work:
        thread.start()
    for thread in at_work:
        thread.join()
    till.settle(3, minutes=1)
    receipts = [issued.receipt for booking in bookings for issued in till.services.receipts.of(booking.id)]
    assert len(receipts) == len({receipt.code for receipt in receipts}) == 6
    assert till.services.receipts.gaps() == ()
    till.check_books()
    desks[1].close()


def test_parts_that_went_back_in_cash_are_on_a_receipt_issued_after(till: Till) -> None:
    booking = till.book()
    (payment,) = till.services.payments.take(till.attendant, booking.id, Method.CASH)
    till.clock.move(minutes=1)
    till.services.refunds.give_back(till.owner, payment.id, 1000, "Spilled oil")
    assert newest(till, booking).refunds == (), "a receipt stays what it was"
    till.clock.move(minutes=1)
    issued = till.services.receipts.issue(till.attendant, booking.id)
    assert (issued.receipt.number, issued.copy, issued.void) == (2, 0, False)
    assert moved(issued.receipt) == "6080 | before cash 7080 | cash 1000 | 0"
    assert till.services.receipts.issue(till.attendant, booking.id) == issued
    assert "Refund Cash: -" in receipt_paper(issued.receipt).words().replace("−", "-")
    till.services.refunds.give_back(till.owner, payment.id, 6080, "All of it")
    assert moved(till.services.receipts.issue(till.attendant, booking.id).receipt) == (
        "0 | before cash 7080 | cash 1000, cash 6080 | 0"
    )


def test_refunds_of_the_dashboard_and_those_that_fail_are_told_too(till: Till) -> None:
    booking = till.book()
    charge, payment = till.paid_by_qr(booking)
    till.services.refunds.give_back(till.owner, payment.id, 2000, "Left early")
    on_its_way = till.services.receipts.issue(till.attendant, booking.id)
    assert moved(on_its_way.receipt) == "5080 | before card 7080 | card 2000 | 0"
    till.settle(3)
    assert till.services.receipts.issue(till.attendant, booking.id) == on_its_way, (
        "only its bank has answered"
    )
    till.stripe.refunds.in_dashboard(charge.latest.intent_id, 500)
    till.settle(8)
    both = till.services.receipts.issue(till.attendant, booking.id).receipt
    assert moved(both) == "5080 | before card 7080 | card 2000, card 500 | 500"
    ours = till.services.refunds.of_booking(booking.id)[0]
    till.stripe.refunds.fail(ours.provider_id)
    till.settle(8)
    failed = till.services.receipts.issue(till.attendant, booking.id).receipt
    assert moved(failed) == "5080 | before card 7080 | card 500 | -1500"
    assert till.services.receipts.gaps() == ()
    till.check_books()


def test_what_goes_back_of_two_payments_at_once_is_one_refund(till: Till) -> None:
    booking = till.book()
    till.services.bookings.renew(till.attendant, booking.id)
    charge, _ = till.paid_by_qr(booking)
    till.stripe.refunds.in_dashboard(charge.latest.intent_id, 10000)
    till.settle(8)
    assert len(till.services.refunds.of_booking(booking.id)) == 2
    after = till.services.receipts.issue(till.attendant, booking.id).receipt
    assert moved(after) == "14160 | before card 14160 | card 10000 | 10000"
