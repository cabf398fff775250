"""Receipts: every sale has its number, none is missing, none changes, and only the first paper is no copy."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import text

from parkdesk.domain.errors import BookingUnknown, NotAllowed, NothingOwed, PaymentTooMuch
from parkdesk.domain.paper_errors import NothingPaid, ReceiptUnknown
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.domain.receipt import Receipt, series_of
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.services.receipts import Issued
from tests.kit import Case


def pay(case: Case, booking_id, *arguments, **more) -> Receipt:
    case.services.payments.take(case.attendant, booking_id, Method.CASH, *arguments, **more)
    return newest(case, booking_id).receipt


def newest(case: Case, booking_id) -> Issued:
    return case.services.receipts.of(booking_id)[0]


def drawn(receipt: Receipt) -> str:
    """A receipt in one line: lines = total | tenders, change, due."""
    lines = " + ".join(str(line.amount_minor) for part in receipt.stretches for line in part.lines)
    tenders = ", ".join(
        f"{'before ' if tender.before else ''}{tender.method} {tender.minor}" for tender in receipt.tenders
    )
    change = sum(tender.change_minor for tender in receipt.tenders if not tender.before)
    said = f"{lines} = {receipt.total.minor} | {tenders}"
    said += f", change {change}" if change else ""
    return said + (f", due {receipt.due.minor}" if receipt.due else "")


def test_a_sale_has_its_receipt_whether_or_not_anything_prints(case: Case) -> None:
    booking = case.book()
    receipt = pay(case, booking.id, tendered_minor=10000)
    assert drawn(receipt) == "6000 + 1080 = 7080 | cash 7080, change 2920"
    assert receipt.code == f"{series_of(case.desk.id)}-000001"
    assert (receipt.plate, receipt.bay, receipt.ticket) == ("KL 08 AZ 1234", "A1", booking.ticket)
    assert (receipt.desk, receipt.who) == ("Desk 1", case.attendant.name)
    assert (receipt.starts_at, receipt.until) == (booking.starts_at, booking.until)
    assert [(tax.name, tax.basis_points, tax.minor) for tax in receipt.taxes] == [("GST", 1800, 1080)]
    assert receipt.net.minor == 6000
    assert case.services.receipts.find(receipt.id) == Issued(receipt)


def test_a_sale_that_is_refused_draws_no_number(case: Case) -> None:
    booking = case.book()
    with pytest.raises(PaymentTooMuch):
        pay(case, booking.id, 9000)
    pay(case, booking.id)
    with pytest.raises(NothingOwed):
        pay(case, booking.id)
    assert pay(case, case.book("A2", "KL 2").id).number == 2


def test_a_sale_asked_twice_has_one_receipt(case: Case) -> None:
    booking, deed_id = case.book(), new_id()
    for _ in range(2):
        pay(case, booking.id, deed_id=deed_id)
    assert len(case.services.receipts.of(booking.id)) == 1


def test_split_tender_tells_what_came_before(case: Case) -> None:
    booking = case.book()
    assert drawn(pay(case, booking.id, 5000)) == "6000 + 1080 = 7080 | cash 5000, due 2080"
    case.clock.move(minutes=1)
    case.services.payments.take(case.attendant, booking.id, Method.CARD)
    second, first = case.services.receipts.of(booking.id)
    assert drawn(second.receipt) == "6000 + 1080 = 7080 | before cash 5000, card 2080"
    assert (first.receipt.number, second.receipt.number) == (1, 2)


def test_renewals_stand_on_one_receipt(case: Case) -> None:
    booking = case.book()
    case.services.bookings.renew(case.attendant, booking.id)
    receipt = pay(case, booking.id, tendered_minor=20000)
    assert drawn(receipt) == "6000 + 1080 + 6000 + 1080 = 14160 | cash 14160, change 5840"
    assert receipt.until == booking.until + timedelta(hours=1)
    assert (receipt.net.minor, receipt.taxes[0].minor) == (12000, 2160)
    assert len(receipt.payments) == 2


def test_an_overstay_is_on_the_receipt_up_to_the_moment_it_was_paid(case: Case) -> None:
    case.hold()
    booking = case.book()
    case.clock.move(hours=1, minutes=18)
    assert drawn(pay(case, booking.id)) == "6000 + 3000 + 1620 = 10620 | cash 10620"


def test_the_owners_lines_stand_as_they_were_when_it_was_issued(case: Case) -> None:
    case.lot = case.services.lots.change(
        case.owner, replace(case.lot, receipt_header="GSTIN 32AAB\n Tel. 555 ", receipt_footer="Thank you")
    )
    booking = case.book()
    receipt = pay(case, booking.id)
    case.services.lots.change(case.owner, replace(case.lot, receipt_header="", name="Sold lot"))
    assert (receipt.header.above, receipt.header.below) == (("GSTIN 32AAB", "Tel. 555"), ("Thank you",))
    assert newest(case, booking.id).receipt == receipt


def test_the_first_paper_is_the_original_and_every_other_a_copy(case: Case) -> None:
    receipt = pay(case, case.book().id)
    receipts, deed_id = case.services.receipts, new_id()
    assert [receipts.hand_out(case.attendant, receipt.id, outlet).copy for outlet in ("network", "pdf")] == [
        0,
        1,
    ]
    again = [receipts.hand_out(case.attendant, receipt.id, "file", deed_id=deed_id) for _ in range(2)]
    assert [issued.copy for issued in again] == [2, 2]
    assert newest(case, receipt.booking_id).copy == 3
    told = [line.deed for line in case.services.bookings.detail(receipt.booking_id).history]
    assert told == ["book", "take_payment", "print_receipt", "print_receipt", "print_receipt"]


def test_paper_does_not_stand_in_the_way_of_an_undo_and_says_void_afterwards(case: Case) -> None:
    booking = case.book()
    receipt = pay(case, booking.id)
    case.services.receipts.hand_out(case.attendant, receipt.id, "network")
    case.services.undo.undo(case.attendant)
    assert newest(case, booking.id) == Issued(receipt, copy=1, void=True)
    with pytest.raises(NothingPaid):
        case.services.receipts.issue(case.attendant, booking.id)
    assert drawn(pay(case, booking.id)) == "6000 + 1080 = 7080 | cash 7080"
    assert [issued.receipt.number for issued in case.services.receipts.of(booking.id)] == [2, 1]


def test_asking_later_gives_the_receipt_there_is(case: Case) -> None:
    booking = case.book()
    receipt = pay(case, booking.id)
    case.clock.move(minutes=40)
    case.services.stays.check_out(case.attendant, booking.id)
    case.clock.move(days=40)
    assert case.services.receipts.issue(case.attendant, booking.id) == Issued(receipt)
    assert [issued.receipt for issued in case.services.receipts.of(booking.id)] == [receipt]


def test_what_was_paid_without_one_gets_a_belated_receipt(case: Case) -> None:
    booking = case.book()
    payment = Payment(
        new_id(), booking.id, Method.CARD, 7080, "INR", PaymentStatus.PAID, case.clock(), case.attendant.id
    )
    with case.database.transaction() as store:
        store.payments.add(payment, case.lot.id, case.desk.id, booking.day)
    case.clock.move(days=3)
    deed_id = new_id()
    issued = [case.services.receipts.issue(case.attendant, booking.id, deed_id=deed_id) for _ in range(2)]
    assert issued[0] == issued[1]
    receipt = issued[0].receipt
    assert (drawn(receipt), receipt.number) == ("6000 + 1080 = 7080 | card 7080", 1)
    assert (receipt.issued_at, receipt.payments) == (case.clock(), (payment.id,))


def test_a_cancelled_stay_that_was_paid_costs_nothing_and_gives_back(case: Case) -> None:
    booking = case.book()
    pay(case, booking.id)
    case.services.stays.cancel(case.attendant, booking.id, "Slip")
    renewed = case.services.bookings.detail(booking.id)
    assert renewed.due_minor == 0
    assert newest(case, booking.id).receipt.due.minor == 0, "it stands as it was issued"


def test_what_is_not_there(case: Case) -> None:
    with pytest.raises(NothingPaid):
        case.services.receipts.issue(case.attendant, case.book().id)
    with pytest.raises(ReceiptUnknown):
        case.services.receipts.hand_out(case.attendant, new_id(), "pdf")
    with pytest.raises(ReceiptUnknown):
        case.services.receipts.find(new_id())
    for asked in (case.services.receipts.of, case.services.receipts.ticket):
        with pytest.raises(BookingUnknown):
            asked(new_id())


def test_only_those_who_work_here_hand_out_receipts(case: Case) -> None:
    receipt = pay(case, case.book().id)
    with case.database.transaction() as store:
        store.connection.execute(text("UPDATE people SET active = false"))
    with pytest.raises(NotAllowed):
        case.services.receipts.hand_out(case.attendant, receipt.id, "pdf")


def test_every_desk_counts_for_itself(case: Case) -> None:
    other = Desk(case.database, case.clock, new_id(), "Desk 2")
    with case.database.transaction() as store:
        store.desks.ensure(other.id, other.name, case.clock())
    there = Services.of(other)
    for number, bay in enumerate(("A1", "A2", "A3", "A4")):
        booking = case.book(bay, f"KL {number}")
        services = there if number % 2 else case.services
        services.payments.take(case.attendant, booking.id, Method.CASH)
        receipt = newest(case, booking.id).receipt
        assert (receipt.number, receipt.desk) == (number // 2 + 1, "Desk 2" if number % 2 else "Desk 1")
    assert case.services.receipts.gaps() == ()
    assert case.services.journal.verify().faults == ()


def test_the_entry_ticket_lasts_until_the_end_of_the_renewals(case: Case) -> None:
    booking = case.book("A2")
    case.services.bookings.renew(case.attendant, booking.id)
    ticket = case.services.receipts.ticket(booking.id)
    assert (ticket.code, ticket.plate, ticket.bay, ticket.level) == (
        booking.ticket,
        "KL 08 AZ 1234",
        "A2",
        "",
    )
    assert (ticket.starts_at, ticket.until) == (booking.starts_at, booking.until + timedelta(hours=1))


def test_a_receipt_that_somebody_took_away_is_missed(case: Case) -> None:
    for number, bay in enumerate(("A1", "A2", "A3")):
        pay(case, case.book(bay, f"KL {number}").id)
    undone = (
        ["DROP TRIGGER receipts_no_delete"]
        if case.database.is_sqlite
        else ["ALTER TABLE receipts DISABLE TRIGGER receipts_sealed"]
    )
    with case.database.transaction() as store:
        for statement in (*undone, "DELETE FROM receipts WHERE number = 2"):
            store.connection.execute(text(statement))
    assert case.services.receipts.gaps() == (case.desk.id,)
    (fault,) = case.services.journal.verify().faults
    assert (fault.desk_id, fault.reason) == (case.desk.id, "a receipt is missing")
