"""Asking after attempts by their ids: those whose driver stands at the desk often, all others now and then."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Attempt, Charge, Phase, Tender
from parkdesk.domain.reading import Reading
from parkdesk.payments.gateway import Gateway, GatewayFault, Reached
from parkdesk.payments.troubles import Trouble
from parkdesk.services.desk import Desk
from parkdesk.services.settling.disputing import look_at_disputes
from parkdesk.services.settling.giving_back import ASK_AFTER
from parkdesk.services.settling.readings import attention, decline, next_poll, take_in
from parkdesk.services.settling.refund_readings import take_in_refunds

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

MOST_AT_ONCE = 20
_MOST_FAULTS = 2
"""So many that do not answer mean the network, or the provider as a whole."""


@dataclass(frozen=True, slots=True)
class _Asked:
    """An attempt that is asked after now, with the number of its reading, and when it would be asked for again."""

    charge: Charge
    attempt: Attempt
    number: int
    again_at: datetime


@dataclass(frozen=True, slots=True)
class Polled:
    """How many attempts were asked after, the charges that changed, and the fault that stopped it, if one did."""

    asked: int = 0
    changed: tuple[UUID, ...] = ()
    fault: GatewayFault | None = None


def poll(desk: Desk, gateway: Gateway, most: int = MOST_AT_ONCE) -> Polled:
    """Ask after what is due."""
    now = desk.clock()
    with desk.look() as store:
        due = store.polls.due(now, gateway.mode, most)
    if not due:
        return Polled()
    asked = desk.change(lambda store: _claimed(desk, gateway, store, due))
    changed: list[UUID] = []
    met: list[GatewayFault] = []
    answered = False
    for one in asked:
        try:
            if look_at(desk, gateway, one.charge, one.attempt, one.number):
                changed.append(one.charge.id)
            answered = True
        except GatewayFault as fault:
            if fault.reached is not Reached.DEFINITE:
                met.append(fault)
                if fault.reached is not Reached.UNKNOWN or len(met) == _MOST_FAULTS:
                    return Polled(len(asked), tuple(changed), fault)
                # The provider may be in trouble with this one only: the others are asked after all the same.
                _put_off(desk, one)
                continue
            answered = True
            attention(desk, one.charge.id, Reason(Why.NOT_THERE), _nowhere(one.attempt))
        if not one.attempt.phase.is_open:
            _rest(desk, one)
    return Polled(len(asked), tuple(changed), None if answered or not met else met[-1])


def _claimed(desk: Desk, gateway: Gateway, store: Store, due: tuple[tuple[UUID, UUID], ...]) -> list[_Asked]:
    """What to ask after, put off for all other workers, each with the number of its reading."""
    now = desk.clock()
    wanted = {attempt_id for _, attempt_id in due}
    charges = store.charges.many([charge_id for charge_id, _ in due])
    asked = [(charge, attempt) for charge in charges for attempt in charge.attempts if attempt.id in wanted]
    # Until the answer is in: who is stopped in between asks again.
    again = {attempt.id: next_poll(attempt, now) or now + ASK_AFTER for _, attempt in asked}
    store.polls.put_off(list(again.items()))
    # Drawn last: all workers draw from one row, and who held it here would keep those waiting who hold an attempt.
    number = store.outbox.readings(gateway.mode, len(due))
    return [
        _Asked(charge, attempt, number + place, again[attempt.id])
        for place, (charge, attempt) in enumerate(asked)
    ]


def _put_off(desk: Desk, asked: _Asked) -> None:
    later = max(asked.again_at, desk.clock() + ASK_AFTER)
    desk.change(lambda store: store.polls.rest(asked.attempt.id, asked.again_at, later))


def _rest(desk: Desk, asked: _Asked) -> None:
    """Nothing more is expected of what has ended, unless money is still on its way back."""
    now = desk.clock()

    def rest(store: Store) -> None:
        money_moves = bool(store.refunds.under_way(asked.charge.id)) or any(
            dispute.stage.is_open for dispute in store.disputes.of(asked.charge.id)
        )
        after = next_poll(asked.attempt, now, money_moves=money_moves)
        store.polls.rest(asked.attempt.id, asked.again_at, after)

    desk.change(rest)


def look_at(desk: Desk, gateway: Gateway, charge: Charge, attempt: Attempt, number: int) -> bool:
    """Fetch an attempt's object, what was given back and what is disputed of it; whether anything changed. Raises
    GatewayFault."""
    reading: Reading
    if attempt.tender is Tender.QR and attempt.session_id is not None:
        reading = gateway.session(attempt.session_id)
    elif attempt.intent_id is not None:
        # Why the card before was declined stands on the intent until the next one is read; the reader knows better.
        reading = replace(gateway.intent(attempt.intent_id), declined="")
    else:
        return False
    changed = take_in(desk, charge.id, attempt.id, replace(reading, number=number))
    if reading.phase is Phase.PAID:
        intent_id = attempt.intent_id or _intent_id(desk, charge.id, attempt.id)
        if intent_id is not None:
            changed |= take_in_refunds(desk, charge.id, attempt.id, gateway.refunds(intent_id))
        changed |= look_at_disputes(desk, gateway, charge, attempt.id, reading, number)
    elif attempt.reader_id is not None and attempt.presented:
        changed |= _look_at_reader(desk, gateway, attempt)
    return changed


def _look_at_reader(desk: Desk, gateway: Gateway, attempt: Attempt) -> bool:
    assert attempt.reader_id is not None, "an attempt by reader names it"
    try:
        reader = gateway.reader(attempt.reader_id)
    except GatewayFault as fault:
        if fault.reached is not Reached.DEFINITE:
            raise
        # It was taken out of service; of the money, the intent tells.
        return False
    if reader.action != "failed" or reader.intent_id != attempt.intent_id:
        return False
    words = reader.failure or Trouble.DECLINED
    return decline(desk, attempt.charge_id, attempt.id, words, presented=attempt.presented)


def _nowhere(attempt: Attempt) -> str:
    return f"{Why.NOT_THERE.name.lower()}-{attempt.number}"


def _intent_id(desk: Desk, charge_id: UUID, attempt_id: UUID) -> str | None:
    with desk.look() as store:
        charge = store.charges.find(charge_id)
    attempts = () if charge is None else charge.attempts
    return next((attempt.intent_id for attempt in attempts if attempt.id == attempt_id), None)
