"""Taking money for bookings."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import (
    AmountOutOfRange,
    NothingOwed,
    PaymentTooLittle,
    PaymentTooMuch,
    TenderTooLittle,
    TenderTooMuch,
)
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import MOST_MINOR, Money
from parkdesk.domain.payment import Method, Payment, PaymentStatus, is_slip
from parkdesk.domain.payment_errors import ChargeOpen
from parkdesk.domain.people import Person, Right
from parkdesk.payments.gateway import GatewayState
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.lifecycle import the_booking, the_lot, visit
from parkdesk.services.owing import owed, settle_paid, shared_out, without_pending
from parkdesk.services.provider import Provider
from parkdesk.services.receipting import draw
from parkdesk.services.settling.outcomes import confirm_if_paid

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


class PaymentService:
    def __init__(self, desk: Desk, provider: Provider) -> None:
        self._desk = desk
        self._provider = provider

    def state(self) -> GatewayState:
        """Whether card payments work. Asks the provider over the network: never on the database thread."""
        return self._provider.gateway().state()

    def take(
        self,
        who: Person,
        booking_id: UUID,
        method: Method,
        amount_minor: int | None = None,
        *,
        tendered_minor: int | None = None,
        note: str = "",
        deed_id: UUID | None = None,
    ) -> tuple[Payment, ...]:
        """Take money for a whole stay, the oldest link of its renewals first: all that is due, or a part of it.

        `tendered_minor` is the cash handed over. One payment for each booking it covers comes back. Raises
        NothingOwed, PaymentTooMuch, PaymentTooLittle, TenderTooLittle or TenderTooMuch.
        """
        note = texts.line(note, field="note")

        def work(deed: Deed) -> tuple[Payment, ...]:
            booking = the_booking(deed.store, booking_id)
            lot = the_lot(deed.store, booking.lot_id)
            remaining = owed(deed, visit(deed.store, booking, lock=True), lot)
            free = without_pending(deed.store, remaining)
            if remaining and not free:
                raise ChargeOpen
            due = Money(sum(minor for _, minor in free), booking.currency)
            amount = due if amount_minor is None else Money(amount_minor, booking.currency)
            _check(due, amount, tendered_minor)
            payments = tuple(
                Payment(
                    id=new_id(),
                    booking_id=link.id,
                    method=method,
                    amount_minor=part,
                    currency=booking.currency,
                    status=PaymentStatus.PAID,
                    processed_at=deed.now,
                    taken_by=who.id,
                    tendered_minor=None,
                    note=note,
                )
                for link, part in shared_out(free, amount.minor)
            )
            payments = _with_tender(payments, amount.minor, tendered_minor)
            day = local_day(deed.now, lot.time_zone)
            for payment in payments:
                deed.store.payments.add(payment, lot.id, deed.desk_id, day)
                deed.store.rollups.add_payment(deed.desk_id, lot.id, day, payment)
                deed.touch(payment.id, payment.booking_id)
            deed.outcome["payments"] = [payment.id.hex for payment in payments]
            booking = confirm_if_paid(deed, the_booking(deed.store, booking.id, lock=True), lot)
            settle_paid(deed, booking, lot)
            draw(deed, booking, lot, payments)
            return payments

        arguments = {"booking": booking_id.hex, "method": method.value, "amount": amount_minor}
        return self._desk.do(
            "take_payment", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )


def _check(due: Money, amount: Money, tendered_minor: int | None) -> None:
    if not due:
        raise NothingOwed(field="amount")
    if amount.minor <= 0:
        raise PaymentTooLittle(field="amount")
    if due < amount:
        raise PaymentTooMuch(due=str(due), field="amount")
    if tendered_minor is None:
        return
    tendered, most = Money(tendered_minor, due.currency), Money(MOST_MINOR + amount.minor, due.currency)
    if tendered < amount:
        raise TenderTooLittle(tendered=str(tendered), amount=str(amount), field="tendered")
    if most < tendered:
        raise AmountOutOfRange(least=amount.plain(), most=most.plain(), field="tendered")
    if is_slip(tendered - amount):
        facts = {"tendered": str(tendered), "amount": str(amount), "change": str(tendered - amount)}
        raise TenderTooMuch(field="tendered", **facts)


def _with_tender(
    payments: tuple[Payment, ...], amount: int, tendered_minor: int | None
) -> tuple[Payment, ...]:
    """The last payment carries the change; the ones before it took their part exactly."""
    if tendered_minor is None:
        return payments
    *before, last = payments
    return (*before, replace(last, tendered_minor=last.amount_minor + tendered_minor - amount))


def _answer(store: Store, outcome: Mapping[str, Any]) -> tuple[Payment, ...]:
    found = (store.payments.find(UUID(hex=payment_id)) for payment_id in outcome["payments"])
    return tuple(payment for payment in found if payment is not None)
