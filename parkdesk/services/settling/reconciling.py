"""Comparing a day's card money: what the provider has, what we have, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Charge, Phase
from parkdesk.domain.dispute import Stage, stage_of
from parkdesk.domain.moments import day_span
from parkdesk.domain.money import Money
from parkdesk.domain.provider_money import from_provider
from parkdesk.domain.reading import IntentReading, RefundReading
from parkdesk.payments.gateway import Gateway, GatewayFault, Reached
from parkdesk.payments.troubles import Trouble
from parkdesk.services.desk import Desk

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_OPENED_BEFORE = timedelta(days=2)
"""An intent that was paid on a day was made on it, or not long before."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One charge as both sides have it: what came in less what went back. None means that side does not know it.

    `taken_back` is what we know that banks took back for good: `theirs` is without it, while the driver has paid.
    """

    charge_id: UUID | None
    intent_id: str
    ours: Money | None
    theirs: Money | None
    taken_back: Money | None = None

    @property
    def agrees(self) -> bool:
        return self.ours == self.theirs

    @property
    def explained(self) -> bool:
        """Whether all that is missing there is what a bank took back."""
        if self.agrees or self.ours is None or self.theirs is None or self.taken_back is None:
            return False
        return self.theirs == self.ours - self.taken_back


@dataclass(frozen=True, slots=True)
class Reconciliation:
    """A day at every lot or at one, each lot by its own clock. Sums are by currency."""

    day: date
    lot_id: UUID | None
    matched: tuple[Matched, ...]
    ours: tuple[Money, ...]
    theirs: tuple[Money, ...]

    @property
    def differing(self) -> tuple[Matched, ...]:
        return tuple(one for one in self.matched if not (one.agrees or one.explained))

    @property
    def taken_back(self) -> tuple[Money, ...]:
        """What explains differences."""
        return _summed([one.taken_back for one in self.matched if one.explained])


def reconcile(desk: Desk, gateway: Gateway, day: date, lot_id: UUID | None = None) -> Reconciliation:
    """Raises GatewayFault."""
    with desk.look() as store:
        ours = store.charges.paid_on([day], lot_id)
        lost = _lost(store, ours)
        zones = {lot.time_zone for lot in store.lots.all() if lot_id in (None, lot.id)} or {"UTC"}
    spans = [day_span(day, zone) for zone in zones]
    first, last = min(starts for starts, _ in spans), max(ends for _, ends in spans)
    theirs = {
        intent.id: intent for intent in gateway.intents_since(first - _OPENED_BEFORE) if intent.received
    }
    # All at once: asking for each payment's by itself would take a call for each.
    back = _sent_back(gateway.refunds_since(first - _OPENED_BEFORE))
    matched = [_ours(gateway, charge, theirs, back, lost.get(charge.id)) for charge in ours]
    with desk.look() as store:
        alone = [
            (charge, intent)
            for intent in theirs.values()
            if intent.created_at is None or first <= intent.created_at < last
            for charge in _theirs_alone(store, intent, lot_id)
        ]
    matched += [Matched(charge.id, intent.id, None, _kept(gateway, intent, back)) for charge, intent in alone]
    return Reconciliation(
        day,
        lot_id,
        tuple(matched),
        _summed([one.ours for one in matched]),
        _summed([one.theirs for one in matched]),
    )


def _ours(
    gateway: Gateway,
    charge: Charge,
    theirs: dict[str, IntentReading],
    back: Mapping[str, int],
    lost: Money | None,
) -> Matched:
    """A charge with all its paid attempts: one that was paid twice has two intents."""
    paid = [
        attempt.intent_id for attempt in charge.attempts if attempt.phase is Phase.PAID and attempt.intent_id
    ]
    received = Money(len(paid) * charge.amount.minor - charge.refunded_minor, charge.amount.currency)
    found = []
    for intent_id in paid:
        intent = theirs.pop(intent_id, None)
        if intent is None:
            # Made longer ago, and so may its refunds be.
            intent = gateway.intent(intent_id)
            found.append(_kept(gateway, intent, _sent_back(gateway.refunds(intent_id))))
        else:
            found.append(_kept(gateway, intent, back))
    total = _summed(found)
    return Matched(charge.id, paid[0] if paid else "", received, total[0] if len(total) == 1 else None, lost)


def _lost(store: Store, charges: Iterable[Charge]) -> dict[UUID, Money]:
    sums: dict[UUID, Money] = {}
    for dispute in store.disputes.of_charges(charge.id for charge in charges if charge.disputed):
        if dispute.stage is Stage.LOST:
            known = sums.get(dispute.charge_id)
            sums[dispute.charge_id] = dispute.amount if known is None else known + dispute.amount
    return sums


def _theirs_alone(store: Store, intent: IntentReading, lot_id: UUID | None) -> list[Charge]:
    """The charge for which the provider has money, and we have not, or not on that day."""
    charge = _charge_of(store, intent)
    if charge is None or lot_id not in (None, charge.lot_id):
        return []
    known = any(attempt.intent_id == intent.id and attempt.phase is Phase.PAID for attempt in charge.attempts)
    return [] if known else [charge]


def _charge_of(store: Store, intent: IntentReading) -> Charge | None:
    try:
        return store.charges.find(UUID(intent.reference))
    except ValueError:
        return None


def _sent_back(refunds: Iterable[RefundReading]) -> Counter[str]:
    """What goes or went back of each intent, as the provider counts it."""
    back: Counter[str] = Counter()
    for refund in refunds:
        if refund.state.counts:
            back[refund.intent_id] += refund.amount
    return back


def _kept(gateway: Gateway, intent: IntentReading, back: Mapping[str, int]) -> Money:
    """What the provider took in for an intent, less what goes or went back, and what a bank took back for good."""
    taken_back = _taken_back(gateway, intent) if intent.disputed else 0
    return from_provider(intent.received - back.get(intent.id, 0) - taken_back, intent.currency)


def _taken_back(gateway: Gateway, intent: IntentReading) -> int:
    try:
        readings = gateway.disputes(intent.id)
    except GatewayFault as fault:
        # A key that may not read them compares all the rest.
        if fault.reached is not Reached.MISCONFIGURED or fault.reason != Trouble.TOO_FEW_RIGHTS:
            raise
        return 0
    return sum(
        reading.amount
        for reading in readings
        if stage_of(reading.status) is Stage.LOST and reading.currency == intent.currency
    )


def _summed(amounts: list[Money | None] | list[Money]) -> tuple[Money, ...]:
    sums: dict[str, Money] = {}
    for amount in amounts:
        if amount is not None:
            before = sums.get(amount.currency)
            sums[amount.currency] = amount if before is None else before + amount
    return tuple(sums[currency] for currency in sorted(sums))
