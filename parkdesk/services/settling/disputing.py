"""What the driver's bank wants back: kept with its stage, told while it matters, over by itself once it is won."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Charge, Mode
from parkdesk.domain.dispute import LOST_DEED, Dispute, Stage, hangs, stage_of, told
from parkdesk.domain.provider_money import from_provider
from parkdesk.domain.reading import DisputeReading, Reading, SessionReading, mark
from parkdesk.payments.gateway import Gateway, GatewayFault, Reached
from parkdesk.payments.troubles import Trouble
from parkdesk.services.desk import Deed, Desk
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.readings import attention, settle

_CALLED = {
    Stage.WON: "dispute_won",
    Stage.LOST: LOST_DEED,
    Stage.WARNING_CLOSED: "dispute_closed",
    Stage.PREVENTED: "dispute_closed",
}


def look_at_disputes(
    desk: Desk, gateway: Gateway, charge: Charge, attempt_id: UUID, paid: Reading, number: int
) -> bool:
    """Fetch what is disputed of a paid attempt, if anything is; whether that changed anything. Raises GatewayFault."""
    intent = paid.intent if isinstance(paid, SessionReading) else paid
    if intent is None or not (intent.disputed or charge.disputed):
        return False
    try:
        readings = gateway.disputes(intent.id)
    except GatewayFault as fault:
        if fault.reached is not Reached.MISCONFIGURED or fault.reason != Trouble.TOO_FEW_RIGHTS:
            raise
        # A key that may not read them stops nothing else; that there is one is known all the same.
        readings = ()
    if not readings and intent.disputed:
        return attention(desk, charge.id, Reason(Why.DISPUTED), mark(Why.DISPUTED, intent))
    return take_in_disputes(desk, charge.id, attempt_id, readings, number)


def take_in_disputes(
    desk: Desk, charge_id: UUID, attempt_id: UUID, readings: Sequence[DisputeReading], number: int
) -> bool:
    """Let disputes of a paid attempt count; whether they changed anything."""
    with desk.look() as store:
        charge, known = store.charges.find(charge_id), store.disputes.of(charge_id)
    if charge is None or not readings:
        return False
    if charge.disputed == hangs(known) and not any(
        _is_news(charge, known, reading, number) for reading in readings
    ):
        return False

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        deed.written = False
        for reading in readings:
            known = deed.store.disputes.of(charge_id)
            if _is_news(charge, known, reading, number):
                deed.written = True
                _let_count(deed, charge, attempt_id, known, reading, number)
        deed.store.charges.set_disputed(charge_id, hangs(deed.store.disputes.of(charge_id)))
        return deed.written

    return settle(desk, charge_id, work)


def _is_news(charge: Charge, known: Sequence[Dispute], reading: DisputeReading, number: int) -> bool:
    if _is_strange(charge, reading):
        return mark(Why.OTHER_MODE, reading) not in charge.strange
    before = _known_as(known, reading)
    return before is None or (number > before.number and _after(before, reading, number) != before)


def _is_strange(charge: Charge, reading: DisputeReading) -> bool:
    return reading.live != (charge.mode is Mode.LIVE)


def _known_as(known: Sequence[Dispute], reading: DisputeReading) -> Dispute | None:
    return next((dispute for dispute in known if dispute.id == reading.id), None)


def _after(before: Dispute, reading: DisputeReading, number: int) -> Dispute:
    """The dispute after a reading; the same as before where only the number is another."""
    amount = from_provider(reading.amount, reading.currency)
    after = replace(
        before,
        stage=stage_of(reading.status),
        reason=reading.reason[:80],
        amount=amount if amount.currency == before.amount.currency else before.amount,
        respond_by=reading.respond_by or before.respond_by,
    )
    return before if after == before else replace(after, number=number)


def _let_count(
    deed: Deed,
    charge: Charge,
    attempt_id: UUID,
    known: Sequence[Dispute],
    reading: DisputeReading,
    number: int,
) -> None:
    if _is_strange(charge, reading):
        deed.called = "charge_attention"
        outcomes.raise_attention(deed, charge, Reason(Why.OTHER_MODE), mark(Why.OTHER_MODE, reading))
        return
    store = deed.store
    before = _known_as(known, reading)
    if before is None:
        after = _first(charge, attempt_id, reading, number, deed.now)
        store.disputes.add(after)
    else:
        after = _after(before, reading, number)
        store.disputes.change(after)
    current = store.charges.find(charge.id)
    assert current is not None, "a charge is never deleted"
    others = [dispute for dispute in known if dispute.id != after.id]
    store.charges.set_attention(charge.id, told(current.attention, before, after, others))
    moved = before is None or before.stage is not after.stage
    # A loss names the deed, whatever else has moved.
    if deed.called != LOST_DEED:
        deed.called = _CALLED.get(after.stage, "charge_disputed") if moved else "dispute_changed"
    deed.outcome.setdefault("disputes", {})[after.id] = after.stage.value


def _first(charge: Charge, attempt_id: UUID, reading: DisputeReading, number: int, now: datetime) -> Dispute:
    return Dispute(
        reading.id,
        charge.id,
        attempt_id,
        stage_of(reading.status),
        reading.reason[:80],
        from_provider(reading.amount, reading.currency),
        reading.created_at or now,
        reading.respond_by,
        number,
    )
