"""What a lot's rule gives back when a paid booking is cancelled, left early or moved: said before, and done with it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.charge import Refund
from parkdesk.domain.lot import Lot, RefundRule
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.services.desk import Deed
from parkdesk.services.lifecycle import overstayed, requoted
from parkdesk.services.owing import asked_minor
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.giving_back import payments_of, planned, spread, undisputed

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

    `costs` is what the stay costs once it is done, `before` what it costs now. `disputed` says that a bank keeps some
    of what was paid from going back.
    """

    rule: RefundRule
    paid: Money
    back: Money
    parts: tuple[RefundPart, ...]
    costs: Money
    before: Money
    disputed: bool = False

    @property
    def kept(self) -> Money:
        return self.paid - self.back

    @property
    def due(self) -> Money:
        """What is still to be paid once it is done."""
        return max(self.costs - self.paid, Money(0, self.paid.currency), key=lambda money: money.minor)

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
    overstay = overstayed(store, booking, lot, now)
    if overstay is not None:
        return overstay.total_minor
    now = now.replace(microsecond=0)
    if now <= booking.starts_at:
        return 0
    return min(booking.total_minor, requoted(store, booking, until=now).total_minor)


def preview(store: Store, lot: Lot, links: Sequence[Booking], asked: Mapping[UUID, int]) -> RefundPreview:
    """`asked` is what each link will be charged once the deed is done."""
    currency = lot.currency
    payments = payments_of(store, [link.id for link in links])
    free = undisputed(store, payments)
    paid = sum(payment.left_minor for payment in payments)
    costs = sum(asked.get(link.id, asked_minor(link)) for link in links)
    before = sum(asked_minor(link) for link in links)
    too_much = max(0, paid - costs)
    gives_back = lot.refund_rule is not RefundRule.NONE
    parts = tuple(
        RefundPart(
            payment.id, payment.method, Money(part, currency), by_provider=payment.charge_id is not None
        )
        for payment, part in planned(free, too_much if gives_back else 0)
    )
    back = Money(sum(part.amount.minor for part in parts), currency)
    return RefundPreview(
        lot.refund_rule,
        Money(paid, currency),
        back,
        parts,
        Money(costs, currency),
        Money(before, currency),
        disputed=gives_back and len(free) < len(payments),
    )


def kept_whole(told: RefundPreview) -> RefundPreview:
    """As told, but that nothing goes back."""
    return replace(told, back=Money(0, told.paid.currency), parts=(), disputed=False)


def give_back_by_rule(
    deed: Deed,
    lot: Lot,
    link_ids: Sequence[UUID],
    asked: Mapping[UUID, int],
    reason: str,
    *,
    handed: bool = True,
) -> tuple[Refund, ...]:
    """Start the refunds that a deed calls for, once its bookings are written; `asked` as in `preview`, `handed` as in
    `give_back`."""
    store = deed.store
    links = store.bookings.many(link_ids)
    too_much = sum(
        store.payments.paid_minor(link.id) - asked.get(link.id, asked_minor(link)) for link in links
    )
    if lot.refund_rule is RefundRule.NONE or too_much <= 0:
        return ()
    return spread(deed, list(link_ids), too_much, reason, handed=handed)


def end_charges(deed: Deed, link_ids: Sequence[UUID]) -> None:
    """Nobody shall pay any more for bookings that are over."""
    for charge_id in deed.store.charges.open_of(link_ids):
        charge = deed.store.charges.find(charge_id, lock=True)
        if charge is not None and charge.is_open:
            outcomes.close(deed, charge, charge.latest)
