"""What holds for a desk's money, whatever was done with it."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise

from sqlalchemy import select, text

from parkdesk.domain.booking import Booking
from parkdesk.domain.iou_list import IouFilter
from parkdesk.domain.payment import Payment, PaymentStatus
from parkdesk.domain.tariff import LineKind
from parkdesk.services.lifecycle import visit
from parkdesk.store import rows
from parkdesk.store.books import faults
from tests.till import Till


def payments_of(till: Till, made: Iterable[Booking]) -> list[Payment]:
    """Of all that was booked, the oldest first."""
    found = {payment.id: payment for booking in made for payment in till.payments(booking)}
    return sorted(found.values(), key=lambda payment: payment.id)


def kept(till: Till, made: Iterable[Booking]) -> int:
    return sum(payment.left_minor for payment in payments_of(till, made))


def standing(till: Till, made: Iterable[Booking]) -> object:
    """All that a deed may change and its undo puts back."""
    with till.database.reading() as store:
        found = [rows.booking(row) for row in store.connection.execute(select(*rows.BOOKING_COLUMNS))]
        stood = {
            booking: store.bookings.lines(booking.id)
            for booking in found
            if booking.cancel_reason != "undone"
        }
    here = [(payment.id, payment.left_minor) for payment in payments_of(till, made) if payment.left_minor]
    ious = [row.iou.id for row in till.services.payment_list.ious(IouFilter()).rows]
    return stood, here, ious, till.services.refunds.to_hand_back()


def every_stay_adds_up(till: Till) -> None:
    with till.database.reading() as store:
        assert list(faults(store.connection)) == []
        for row in store.connection.execute(select(*rows.BOOKING_COLUMNS)).all():
            booking = rows.booking(row)
            assert sum(line.amount_minor for line in store.bookings.lines(booking.id)) == booking.total_minor
            links = visit(store, booking)
            assert booking in links
            for link in links:
                assert visit(store, link) == links, "whichever link is asked, the stay is the same"
            for link, after in pairwise(links):
                assert link.until == after.starts_at
                kinds = {line.kind for line in store.bookings.lines(link.id)}
                assert LineKind.OVERSTAY not in kinds, "that time is sold in the renewal"
    assert till.services.reports.compare_rollups() == ()


def what_is_owed_follows_from_the_rows(till: Till, made: Iterable[Booking]) -> None:
    for booking in made:
        detail = till.services.bookings.detail(booking.id)
        here = sum(payment.left_minor for payment in detail.own_payments)
        assert detail.due_minor == max(0, sum(minor for _, minor in detail.links) - here)
    for row in till.services.payment_list.ious(IouFilter()).rows:
        due = till.services.bookings.detail(row.iou.booking_id).due_minor
        assert row.owed.minor == min(row.iou.amount.minor, due)


def each_payment_is_on_one_receipt(till: Till, made: Iterable[Booking]) -> None:
    receipts = till.services.receipts
    assert receipts.gaps() == ()
    issued = {one.receipt.id: one for booking in made for one in receipts.of(booking.id)}.values()
    for one in issued:
        receipt = one.receipt
        assert receipt.paid + receipt.due == receipt.total + receipt.refunded
        assert receipt.refunded.minor <= receipt.paid.minor
    came_in = (PaymentStatus.PAID, PaymentStatus.REFUNDED)
    vouched = [payment for one in issued if not one.void for payment in one.receipt.payments]
    paid = [payment.id for payment in payments_of(till, made) if payment.status in came_in]
    assert sorted(vouched) == paid


def nothing_personal_is_in_the_journal(till: Till, *names: str) -> None:
    with till.database.reading() as store:
        for told in store.connection.execute(text("SELECT arguments, outcome FROM journal")):
            assert not any(name in str(told) for name in names)
