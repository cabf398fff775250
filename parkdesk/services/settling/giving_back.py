"""Money going back, inside the deed that calls for it: by hand for what came in by hand, through the provider else."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Refund, RefundState
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Payment, PaymentStatus
from parkdesk.domain.payment_errors import NotRefundable, RefundTooLittle, RefundTooMuch
from parkdesk.domain.provider_money import refundable
from parkdesk.services.desk import THE_DESK, Deed, new_id
from parkdesk.services.lifecycle import the_booking, the_lot
from parkdesk.services.settling import asking

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

ASK_AFTER = timedelta(seconds=60)
"""When a refund under way, or what has just ended, is looked at again."""


def give_back(
    deed: Deed,
    payment_id: UUID,
    amount_minor: int,
    reason: str,
    *,
    handed: bool = True,
    asked_by: UUID | None = None,
) -> Refund:
    """What was taken by hand is `handed` over with the deed, or waits for a person to do it. `asked_by` is who wanted
    it, where that is not whoever does the deed.

    Raises NotRefundable, RefundTooLittle or RefundTooMuch.
    """
    store = deed.store
    payment = store.payments.find(payment_id, lock=True)
    if payment is None or payment.status not in (PaymentStatus.PAID, PaymentStatus.REFUNDED):
        raise NotRefundable(field="amount")
    amount = Money(amount_minor, payment.currency)
    if amount_minor <= 0:
        raise RefundTooLittle(field="amount")
    if amount_minor > payment.left_minor:
        left = Money(payment.left_minor, payment.currency)
        raise RefundTooMuch(amount=str(amount), left=str(left), field="amount")
    by_hand = payment.charge_id is None
    refund = Refund(
        id=new_id(),
        payment_id=payment.id,
        amount=amount,
        state=RefundState.SUCCEEDED if by_hand and handed else RefundState.REQUESTED,
        reason=reason,
        requested_at=deed.now,
        requested_by=asked_by or (None if deed.who is THE_DESK else deed.who.id),
        charge_id=payment.charge_id,
        processed_at=deed.now if by_hand and handed else None,
    )
    book(deed, payment, refund)
    if payment.charge_id is not None:
        charge = store.charges.find(payment.charge_id, lock=True)
        assert charge is not None, "a foreign key holds this"
        attempt = next(attempt for attempt in charge.attempts if attempt.id == payment.attempt_id)
        asking.give_back(deed, charge, attempt, refund)
        store.polls.put_off([(attempt.id, deed.now + ASK_AFTER)])
    return refund


def book(deed: Deed, payment: Payment, refund: Refund) -> None:
    """Write a refund down and take it off what was paid, on today's figures."""
    store = deed.store
    lot = the_lot(store, the_booking(store, payment.booking_id).lot_id)
    day = local_day(deed.now, lot.time_zone)
    store.payments.give_back(payment.id, refund.amount.minor)
    store.refunds.add(refund, lot.id, deed.desk_id, day)
    store.rollups.add_refund(deed.desk_id, lot.id, day, payment.method, refund.amount.minor)
    deed.touch(refund.id, payment.id, payment.booking_id, payment.charge_id)
    deed.outcome.setdefault("refunds", []).append(refund.id.hex)


def unbook(deed: Deed, refund: Refund) -> None:
    """A refund did not go through: its money is still here, and counts as if it had never left."""
    store = deed.store
    payment = store.payments.find(refund.payment_id, lock=True)
    assert payment is not None, "a foreign key holds this"
    store.payments.give_back(payment.id, -refund.amount.minor)
    lot_id, desk_id, day = store.refunds.where_counted(refund.id)
    store.rollups.add_refund(desk_id, lot_id, day, payment.method, refund.amount.minor, sign=-1)
    deed.touch(refund.id, payment.id, payment.booking_id, payment.charge_id)


def planned(payments: Sequence[Payment], amount_minor: int) -> tuple[tuple[Payment, int], ...]:
    """From which payments an amount would go back: the newest first, for that is the one the driver remembers."""
    parts = []
    for payment in sorted(payments, key=lambda one: (one.processed_at, one.id), reverse=True):
        part = min(amount_minor, payment.left_minor)
        if payment.charge_id is not None:
            part = refundable(part, payment.currency)
        if part > 0:
            parts.append((payment, part))
            amount_minor -= part
    return tuple(parts)


def keep(deed: Deed, refund: Refund) -> None:
    """Money that was to be handed back stays: it is still in the till."""
    deed.store.refunds.change(refund.id, RefundState.CANCELED, None, refund.processed_at)
    unbook(deed, refund)


def spread(
    deed: Deed, booking_ids: Sequence[UUID], amount_minor: int, reason: str, *, handed: bool = True
) -> tuple[Refund, ...]:
    """Give an amount back from whatever was paid for some bookings and no bank disputes."""
    payments = undisputed(deed.store, payments_of(deed.store, booking_ids))
    return tuple(
        give_back(deed, payment.id, part, reason, handed=handed)
        for payment, part in planned(payments, amount_minor)
    )


def payments_of(store: Store, booking_ids: Sequence[UUID]) -> tuple[Payment, ...]:
    return tuple(payment for booking_id in booking_ids for payment in store.payments.of(booking_id))


def undisputed(store: Store, payments: Sequence[Payment]) -> tuple[Payment, ...]:
    """Those of which Stripe would give something back."""
    charges = {payment.charge_id for payment in payments if payment.charge_id is not None}
    barred = {
        dispute.charge_id
        for dispute in (store.disputes.of_charges(charges) if charges else ())
        if dispute.stage.bars_refunds
    }
    return tuple(payment for payment in payments if payment.charge_id not in barred)
