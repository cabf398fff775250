"""What a lot's rule gives back when a paid booking is cancelled, left early or moved: said before, and done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.charge import Refund
from parkdesk.domain.lot import Lot, RefundRule
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.domain.tariff import Quote
from parkdesk.services.desk import Deed
from parkdesk.services.lifecycle import overstay_of, requoted
from parkdesk.services.owing import asked_minor
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.giving_back import payments_of, planned, spread

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


@dataclass(frozen=True, slots=True)
class RefundPart:
    """From one payment: over the desk, or through the provider to the driver's card."""

    payment_id: UUID
    method: Method
    amount: Money
    by_provider: bool


@dataclass(frozen=True, slots=True)
class RefundPreview:
    """What goes back if a deed is done now, by the lot's rule; `kept` is what the lot keeps of what was paid.

    `costs` is what the stay costs once it is done, `before` what it costs now.
    """

    rule: RefundRule
    paid: Money
    back: Money
    parts: tuple[RefundPart, ...]
    costs: Money
    before: Money

    @property
    def kept(self) -> Money:
        return self.paid - self.back

    @property
    def too_much(self) -> bool:
        """Whether more was paid than the stay then costs."""
        return self.costs < self.paid

    @property
    def more(self) -> Money:
        """What comes on top of today's price."""
        return max(self.costs - self.before, Money(0, self.paid.currency), key=lambda money: money.minor)


def worth_minor(store: Store, booking: Booking, lot: Lot, now: datetime) -> int:
    """What a booking that is cancelled now has been worth: the time somebody stood there, by the lot's rule."""
    if lot.refund_rule is RefundRule.FULL or booking.status is not Status.ACTIVE:
        return 0
    overstay = overstay_of(booking, lot, now)
    if overstay:
        return requoted(store, booking, until=booking.until + overstay, overstay=overstay).total_minor
    used = _used(store, booking, now)
    return 0 if used is None else min(booking.total_minor, used.total_minor)


def left_early(
    store: Store, links: Sequence[Booking], booking: Booking, lot: Lot, now: datetime
) -> Quote | None:
    """The price of the time a stay has used, if by the lot's rule money for the rest of it goes back; else None."""
    used = _used(store, booking, now) if now < booking.until else None
    if used is None or lot.refund_rule is RefundRule.NONE:
        return None
    asked = {link.id: asked_minor(link) for link in links if link.starts_at < booking.until}
    asked[booking.id] = used.total_minor
    paid = sum(store.payments.paid_minor(link.id) for link in links)
    return used if used.total_minor < booking.total_minor and paid > sum(asked.values()) else None


def unused_once_paid(
    store: Store, links: Sequence[Booking], booking: Booking, lot: Lot, now: datetime
) -> bool:
    """Whether, all being paid, money would go back to whoever leaves now."""
    if lot.refund_rule is RefundRule.NONE:
        return False
    if any(link.starts_at >= booking.until and asked_minor(link) for link in links if link.id != booking.id):
        return True
    used = _used(store, booking, now) if now < booking.until else None
    return used is not None and used.total_minor < booking.total_minor


def preview(store: Store, lot: Lot, links: Sequence[Booking], asked: Mapping[UUID, int]) -> RefundPreview:
    """`asked` is what each link will be charged once the deed is done."""
    currency = lot.currency
    payments = payments_of(store, [link.id for link in links])
    paid = sum(payment.left_minor for payment in payments)
    costs = sum(asked.get(link.id, asked_minor(link)) for link in links)
    before = sum(asked_minor(link) for link in links)
    too_much = max(0, paid - costs)
    parts = tuple(
        RefundPart(
            payment.id, payment.method, Money(part, currency), by_provider=payment.charge_id is not None
        )
        for payment, part in planned(payments, 0 if lot.refund_rule is RefundRule.NONE else too_much)
    )
    back = Money(sum(part.amount.minor for part in parts), currency)
    return RefundPreview(
        lot.refund_rule,
        Money(paid, currency),
        back,
        parts,
        Money(costs, currency),
        Money(before, currency),
    )


def give_back_by_rule(
    deed: Deed, lot: Lot, link_ids: Sequence[UUID], asked: Mapping[UUID, int], reason: str
) -> tuple[Refund, ...]:
    """Start the refunds that a deed calls for, once its bookings are written; `asked` as in `preview`."""
    store = deed.store
    links = store.bookings.many(link_ids)
    too_much = sum(
        store.payments.paid_minor(link.id) - asked.get(link.id, asked_minor(link)) for link in links
    )
    if lot.refund_rule is RefundRule.NONE or too_much <= 0:
        return ()
    return spread(deed, list(link_ids), too_much, reason)


def end_charges(deed: Deed, link_ids: Sequence[UUID]) -> None:
    """Nobody shall pay any more for bookings that are over."""
    for charge_id in deed.store.charges.open_of(link_ids):
        charge = deed.store.charges.find(charge_id, lock=True)
        if charge is not None and charge.is_open:
            outcomes.close(deed, charge, charge.latest)


def _used(store: Store, booking: Booking, now: datetime) -> Quote | None:
    """The price from its start until now, None before that; what the tariff has begun to charge counts whole."""
    now = now.replace(microsecond=0)
    return requoted(store, booking, until=now) if now > booking.starts_at else None
