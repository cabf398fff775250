"""Drawing a receipt inside the deed that sells, so that a sale and its number stand or fall together."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.domain.receipt import Header, Receipt, Refund, Stretch, Tax, Tender
from parkdesk.domain.tariff import LineKind
from parkdesk.services.desk import THE_DESK, Deed, new_id
from parkdesk.services.lifecycle import dropped, stay, the_bay

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_MONEY_IN = (PaymentStatus.PAID, PaymentStatus.REFUNDED)


def draw(deed: Deed, booking: Booking, lot: Lot, sold: Sequence[Payment]) -> Receipt:
    """The desk's next receipt, for payments of a booking's stay that are written already. Call it late: it holds the
    desk's chain until the transaction ends."""
    store = deed.store
    links = stay(store, booking)
    new = {payment.id for payment in sold}
    # What a lot has kept of a cancelled renewal is no part of what the stay costs.
    beside = payments_of(store, dropped(store, links))
    taken = _in_order(
        (*payments_of(store, links), *(one for one in beside if one.refunded_minor or one.id in new))
    )
    store.journal.claim(deed.desk_id)
    receipt = Receipt(
        id=new_id(),
        desk_id=deed.desk_id,
        number=store.receipts.next_number(deed.desk_id),
        booking_id=booking.id,
        lot_id=lot.id,
        issued_at=deed.now,
        desk=dict(store.desks.all()).get(deed.desk_id, ""),
        who="" if deed.who is THE_DESK else deed.who.name,
        header=header_of(lot),
        language=lot.language,
        time_zone=lot.time_zone,
        currency=booking.currency,
        ticket=links[0].ticket,
        plate=booking.plate.shown,
        bay=the_bay(store, booking.bay_id).code,
        stretches=tuple(_stretch(store, link) for link in links),
        tenders=(
            *_tenders([payment for payment in taken if payment.id not in new], before=True),
            *_tenders([payment for payment in taken if payment.id in new], before=False),
        ),
        refunds=refunds_of(store, taken),
        payments=tuple(payment.id for payment in sold),
    )
    store.receipts.add(receipt, None if deed.who is THE_DESK else deed.who.id)
    deed.touch(receipt.id, booking.id)
    deed.outcome["receipt"] = receipt.id.hex
    return receipt


def header_of(lot: Lot) -> Header:
    return Header(
        lot.name,
        lot.address,
        tuple(lot.receipt_header.splitlines()),
        tuple(lot.receipt_footer.splitlines()),
    )


def payments_of(store: Store, links: Sequence[Booking]) -> tuple[Payment, ...]:
    """The money that came in for a stay, in the order in which it came."""
    found = [payment for link in links for payment in store.payments.of(link.id)]
    return _in_order(payment for payment in found if payment.status in _MONEY_IN)


def _in_order(payments: Iterable[Payment]) -> tuple[Payment, ...]:
    return tuple(sorted(payments, key=lambda payment: (payment.processed_at, payment.id)))


def refunds_of(store: Store, taken: Sequence[Payment]) -> tuple[Refund, ...]:
    """What went back of some payments or is on its way, oldest first; what one deed gave back by one method is one
    refund, however many payments it came off."""
    methods = {payment.id: payment.method for payment in taken}
    sums: dict[tuple[datetime, Method], int] = {}
    for refund in store.refunds.of_payments(list(methods)):
        if refund.state.counts:
            key = (refund.requested_at, methods[refund.payment_id])
            sums[key] = sums.get(key, 0) + refund.amount.minor
    return tuple(Refund(method, minor, at) for (at, method), minor in sums.items())


def uncovered(taken: Sequence[Payment], receipts: Sequence[Receipt]) -> tuple[Payment, ...]:
    """The payments that no receipt vouches for yet."""
    vouched: set[UUID] = {payment for receipt in receipts for payment in receipt.payments}
    return tuple(payment for payment in taken if payment.id not in vouched)


def _tenders(payments: Sequence[Payment], *, before: bool) -> tuple[Tender, ...]:
    """What one sale took by one method is one tender, however many bookings of the stay it went to."""
    sales: dict[object, list[Payment]] = {}
    for payment in payments:
        sales.setdefault((payment.processed_at, payment.method), []).append(payment)
    return tuple(
        Tender(
            parts[0].method,
            sum(part.amount_minor for part in parts),
            parts[0].processed_at,
            sum(part.tendered_minor or part.amount_minor for part in parts)
            if any(part.tendered_minor is not None for part in parts)
            else None,
            before,
        )
        for parts in sales.values()
    )


def _stretch(store: Store, link: Booking) -> Stretch:
    """A cancelled booking costs nothing, whatever its lines once said."""
    if link.status in (Status.CANCELLED, Status.NO_SHOW):
        return Stretch(link.starts_at, link.until, ())
    lines = store.bookings.lines(link.id)
    tariff = store.lots.tariff_by_id(link.tariff_id)
    quote = tariff.explained(lines)
    own = next((line for line in lines if line.kind is LineKind.TAX), None)
    until = link.until if link.left_at is None else max(link.until, link.left_at)
    if own is not None:
        tax = Tax(own.name, own.basis_points, own.amount_minor, included=False)
    elif quote.tax_included_minor:
        tax = Tax(quote.tax_name, tariff.tax_basis_points, quote.tax_included_minor, included=True)
    else:
        return Stretch(link.starts_at, until, lines)
    return Stretch(link.starts_at, until, lines, tax)
