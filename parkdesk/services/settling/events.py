"""Catching up by events: hints that something happened, written down once, each leading to a look at the object."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Mode, Phase
from parkdesk.payments.gateway import EventHint, Gateway, GatewayFault, Reached
from parkdesk.services.desk import Desk

if TYPE_CHECKING:
    from parkdesk.store.provider_events import Told
    from parkdesk.store.shelves import Store

_log = logging.getLogger(__name__)
HELD_BACK = timedelta(seconds=60)
"""The list of events is eventually consistent: one may appear late with an older stamp."""
AGED_OUT = "resource_missing"
_MISSED_SINCE = timedelta(days=60)
_AT_ONCE = 50
_RIDDLE_FOR = timedelta(days=1)
_FIRST_WAIT, _LONGEST_WAIT = timedelta(seconds=10), timedelta(hours=1)
_MOST_SILENT = 2
"""So many objects without an answer mean the network, or the provider as a whole."""
_DISPUTE = "dispute"
_AFTER_PAID = ("charge.", "refund.", "payout.")
"""Kinds of events that still mean something for money that has arrived."""


def catch_up(desk: Desk, gateway: Gateway) -> int:
    """Read on from the cursor; how many events were new. Raises GatewayFault."""
    mode = gateway.mode
    with desk.look() as store:
        cursor, _ = store.provider_events.cursor(mode)
    asked_at = desk.clock()
    try:
        hints = gateway.events_after(cursor or None)
    except GatewayFault as fault:
        if fault.code != AGED_OUT or not cursor:
            raise
        desk.change(lambda store: _start_anew(store, mode, asked_at))
        hints = gateway.events_after(None)
        cursor = ""

    def read_on(store: Store) -> int:
        new = note(store, mode, hints, asked_at)
        store.provider_events.move(mode, _held_back(store, hints, asked_at) or cursor, asked_at)
        return new

    return desk.change(read_on)


def _start_anew(store: Store, mode: Mode, now: datetime) -> None:
    """More time has passed than the provider remembers: look at everything itself."""
    store.polls.recall_all(now, mode, now - _MISSED_SINCE)
    store.provider_events.move(mode, "", now)


def note(store: Store, mode: Mode, hints: Sequence[EventHint], now: datetime) -> int:
    """Write events down and ask after what they are about, in one transaction; how many were new."""
    from parkdesk.store.provider_events import Told

    told = [
        Told(hint.id, hint.type, hint.created_at, hint.kind, hint.object_id, hint.intent_id) for hint in hints
    ]
    new = store.provider_events.add(told, mode, now)
    asked_for: set[UUID] = set()
    disputed: set[UUID] = set()
    for event in new:
        found = store.charges.by_object(event.object_id) or store.charges.by_object(event.intent_id)
        if found is None:
            continue
        charge_id, attempt_id = found
        if not _is_old_news(store, charge_id, attempt_id, event.type):
            asked_for.add(attempt_id)
        if event.kind == _DISPUTE:
            disputed.add(charge_id)
        store.provider_events.handled([event.id], now)
    # Charges before their attempts, as deeds take them. Of a bank that only asks, the charge itself does not tell.
    for charge_id in sorted(disputed):
        store.charges.set_disputed(charge_id, True)
    store.polls.put_off([(attempt_id, now) for attempt_id in asked_for])
    return len(new)


class Riddles:
    """Events whose object the provider does not give out: each is asked after ever more rarely, and holds up no other.

    Kept in memory alone: a desk that starts anew asks once more, and for how long is counted from when the event was
    written down."""

    def __init__(self) -> None:
        self._put_off: dict[str, tuple[int, datetime]] = {}

    def __len__(self) -> int:
        return len(self._put_off)

    def tries(self, event: Told) -> int:
        return self._put_off.get(event.id, (0, None))[0]

    def is_due(self, event: Told, now: datetime) -> bool:
        """A clock that was set back makes nothing wait longer."""
        if event.id not in self._put_off:
            return True
        tries, asked_at = self._put_off[event.id]
        return not asked_at <= now < asked_at + min(_LONGEST_WAIT, _FIRST_WAIT * 2 ** min(tries - 1, 9))

    def put_off(self, event: Told, now: datetime) -> None:
        self._put_off[event.id] = self.tries(event) + 1, now

    def forget(self, event: Told) -> None:
        self._put_off.pop(event.id, None)

    def keep(self, unhandled: Sequence[Told]) -> None:
        """Another desk may have solved the rest."""
        self._put_off = {
            event.id: self._put_off[event.id] for event in unhandled if event.id in self._put_off
        }


def resolve(desk: Desk, gateway: Gateway, riddles: Riddles | None = None) -> int:
    """Find out what the objects belong to that this database does not know by their ids; of how many that is known
    now. Raises GatewayFault where the provider answers nothing at all."""
    mode, now = gateway.mode, desk.clock()
    riddles = Riddles() if riddles is None else riddles
    with desk.look() as store:
        found = store.provider_events.unhandled(mode, _AT_ONCE + len(riddles))
    riddles.keep(found)
    due = sorted((event for event in found if riddles.is_due(event, now)), key=riddles.tries)
    solved, silent = 0, []
    for event in due[:_AT_ONCE]:
        try:
            reference = _reference(gateway, event)
        except GatewayFault as fault:
            if fault.reached not in (Reached.DEFINITE, Reached.UNKNOWN):
                raise
            if fault.reached is Reached.UNKNOWN:
                silent.append(riddles.tries(event))
            _put_off(desk, riddles, event, fault)
            if len(silent) == _MOST_SILENT:
                # The others are asked after in the next round.
                if solved or any(silent):
                    break
                raise
            continue
        solved += 1
        riddles.forget(event)
        desk.change(partial(_hand_over, event=event, reference=reference, now=desk.clock()))
    return solved


def _put_off(desk: Desk, riddles: Riddles, event: Told, fault: GatewayFault) -> None:
    now = desk.clock()
    if event.seen_at is None or now - event.seen_at < _RIDDLE_FOR:
        riddles.put_off(event, now)
        return
    _log.warning("event %s (%s) stays unknown: %s", event.id, event.type, fault.reason)
    riddles.forget(event)
    desk.change(lambda store: store.provider_events.handled([event.id], now))


def _hand_over(store: Store, event: Told, reference: UUID | None, now: datetime) -> None:
    """Ask after the charge that an event is about, if it is one of ours."""
    charge = None if reference is None else store.charges.find(reference)
    if charge is not None:
        known = [
            attempt.id
            for attempt in charge.attempts
            if attempt.session_id is not None or attempt.intent_id is not None
        ]
        if event.kind == _DISPUTE:
            store.charges.set_disputed(charge.id, True)
        store.polls.put_off([(attempt_id, now) for attempt_id in known])
    store.provider_events.handled([event.id], now)


def _reference(gateway: Gateway, event: Told) -> UUID | None:
    """The charge that an event's object names as its own; None for what is nothing of ours. Raises GatewayFault."""
    if event.kind == "checkout.session":
        named = gateway.session(event.object_id).reference
    elif event.intent_id:
        named = gateway.intent(event.intent_id).reference
    else:
        return None
    try:
        return UUID(named)
    except ValueError:
        return None


def _is_old_news(store: Store, charge_id: UUID, attempt_id: UUID, kind: str) -> bool:
    charge = store.charges.find(charge_id)
    attempts = () if charge is None else charge.attempts
    paid = any(attempt.id == attempt_id and attempt.phase is Phase.PAID for attempt in attempts)
    return paid and not kind.startswith(_AFTER_PAID)


def _held_back(store: Store, hints: Sequence[EventHint], now: datetime) -> str:
    """The newest event that none can come before any more: it was there when we asked long enough ago."""
    old = store.provider_events.seen_by([hint.id for hint in hints], now - HELD_BACK)
    return next((hint.id for hint in reversed(hints) if hint.id in old), "")
