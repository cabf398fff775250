"""Comparing a day's card money: what the provider has, what we have, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Charge, Phase
from parkdesk.domain.moments import day_span
from parkdesk.domain.money import Money
from parkdesk.domain.provider_money import from_provider
from parkdesk.domain.reading import IntentReading, RefundReading
from parkdesk.payments.gateway import Gateway
from parkdesk.services.desk import Desk

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_OPENED_BEFORE = timedelta(days=2)
"""An intent that was paid on a day was made on it, or not long before."""


@dataclass(frozen=True, slots=True)
class Matched:
    """One charge as both sides have it: what came in less what went back. None means that side does not know it."""

    charge_id: UUID | None
    intent_id: str
    ours: Money | None
    theirs: Money | None

    @property
    def agrees(self) -> bool:
        return self.ours == self.theirs


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
        return tuple(one for one in self.matched if not one.agrees)


def reconcile(desk: Desk, gateway: Gateway, day: date, lot_id: UUID | None = None) -> Reconciliation:
    """Raises GatewayFault."""
    with desk.look() as store:
        ours = store.charges.paid_on([day], lot_id)
        zones = {lot.time_zone for lot in store.lots.all() if lot_id in (None, lot.id)} or {"UTC"}
    spans = [day_span(day, zone) for zone in zones]
    first, last = min(starts for starts, _ in spans), max(ends for _, ends in spans)
    theirs = {
        intent.id: intent for intent in gateway.intents_since(first - _OPENED_BEFORE) if intent.received
    }
    # All at once: asking for each payment's by itself would take a call for each.
    back = _sent_back(gateway.refunds_since(first - _OPENED_BEFORE))
    matched = [_ours(gateway, charge, theirs, back) for charge in ours]
    with desk.look() as store:
        matched += [
            one
            for intent in theirs.values()
            if intent.created_at is None or first <= intent.created_at < last
            for one in _theirs_alone(store, intent, lot_id, back)
        ]
    return Reconciliation(
        day,
        lot_id,
        tuple(matched),
        _summed([one.ours for one in matched]),
        _summed([one.theirs for one in matched]),
    )


def _ours(
    gateway: Gateway, charge: Charge, theirs: dict[str, IntentReading], back: Mapping[str, int]
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
            found.append(_kept(intent, _sent_back(gateway.refunds(intent_id))))
        else:
            found.append(_kept(intent, back))
    total = _summed(found)
    return Matched(charge.id, paid[0] if paid else "", received, total[0] if len(total) == 1 else None)


def _theirs_alone(
    store: Store, intent: IntentReading, lot_id: UUID | None, back: Mapping[str, int]
) -> list[Matched]:
    """Money that the provider has for one of our charges, and we have not, or not on that day."""
    charge = _charge_of(store, intent)
    if charge is None or lot_id not in (None, charge.lot_id):
        return []
    known = any(attempt.intent_id == intent.id and attempt.phase is Phase.PAID for attempt in charge.attempts)
    return [] if known else [Matched(charge.id, intent.id, None, _kept(intent, back))]


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


def _kept(intent: IntentReading, back: Mapping[str, int]) -> Money:
    """What the provider took in for an intent, less what goes or went back."""
    return from_provider(intent.received - back.get(intent.id, 0), intent.currency)


def _summed(amounts: list[Money | None] | list[Money]) -> tuple[Money, ...]:
    sums: dict[str, Money] = {}
    for amount in amounts:
        if amount is not None:
            before = sums.get(amount.currency)
            sums[amount.currency] = amount if before is None else before + amount
    return tuple(sums[currency] for currency in sorted(sums))
