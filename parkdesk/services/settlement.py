"""Settling with the payment provider: the one worker that talks to it, however often it is stopped or killed."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TypeVar
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.charge import Mode
from parkdesk.domain.payment_errors import CardsOffline, ReaderCodeUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.payments.gateway import Gateway, GatewayFault, GatewayState, Operation, Reached, ReaderReading
from parkdesk.payments.troubles import Trouble
from parkdesk.services.desk import Desk, new_id, still_may
from parkdesk.services.provider import Provider
from parkdesk.services.settling import events
from parkdesk.services.settling.polling import poll
from parkdesk.services.settling.reconciling import Reconciliation, reconcile
from parkdesk.services.settling.sending import backoff, step
from parkdesk.services.settling.worlds import other_world, refuse_other_world

T = TypeVar("T")
_log = logging.getLogger(__name__)
EVENTS_EVERY = timedelta(seconds=10)
EVENTS_AT_REST_EVERY = timedelta(seconds=60)
_STOPPED_FOR = timedelta(seconds=30)
_MOST_STEPS = 50
_MOST_FAULTS = 2
"""So many letters in trouble mean the network, not the letters."""
_BARRED_FOR = timedelta(minutes=10)
_LONGEST_PAUSE = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Tick:
    """What one round brought. `changed` are charges; `waiting` is what could not be sent yet; `next_due` None means
    that nothing will be due before somebody does something."""

    state: GatewayState
    changed: tuple[UUID, ...] = ()
    waiting: int = 0
    next_due: datetime | None = None

    @property
    def mode(self) -> Mode:
        return self.state.mode


class Settlement:
    """All of it blocks for as long as the network does: call it on a network thread, never inside a transaction."""

    def __init__(self, desk: Desk, provider: Provider) -> None:
        self._desk = desk
        self._provider = provider
        self._worker = new_id()
        self._one_at_a_time = threading.Lock()
        self._stopping = threading.Event()
        self._faults = 0
        self._paused_until: datetime | None = None
        self._state: GatewayState | None = None
        self._barred: dict[Operation, datetime] = {}
        self._riddles = events.Riddles()

    def tick(self) -> Tick:
        """Do what is due now: send what waits, ask after what is open, read what happened elsewhere.

        Never raises for the provider's sake: what is wrong with it stands in `state`. While another thread is at it,
        answers how things stand.
        """
        gateway = self._provider.gateway()
        if gateway.mode is Mode.CASH:
            return Tick(GatewayState(Mode.CASH))
        if not self._one_at_a_time.acquire(blocking=False):
            return self._told(gateway, {})
        try:
            changed: dict[UUID, None] = {}
            if not self._pauses():
                self._round(gateway, changed)
            return self._told(gateway, changed)
        finally:
            self._one_at_a_time.release()

    def told(self, payload: bytes, signature: str, secret: str) -> bool:
        """Take a webhook delivery: who signed it, then written down, then looked at in the next round. Nothing that it
        says is believed; False if it was not signed with the secret, or not just now."""
        from parkdesk.payments.webhook import SignatureRefused, received

        now = self._desk.clock()
        try:
            hint = received(payload, signature, secret, now)
        except SignatureRefused as refused:
            _log.warning("a delivery was refused: %s", refused.reason)
            return False
        mode = self._provider.mode()
        if hint.live == (mode is Mode.LIVE):
            self._desk.change(lambda store: events.note(store, mode, [hint], now))
        return True

    def stop(self) -> None:
        """End what is under way, at once; safe at any moment, for everything it was about is written down."""
        self._stopping.set()
        self._provider.close()

    def key_changed(self) -> None:
        """Open the provider anew, with whatever key there is now."""
        self._provider.close()
        self._paused_until, self._faults, self._state = None, 0, None
        self._barred.clear()

    def test_connection(self) -> GatewayState:
        """Ask the provider whether this desk's key works; a fault is told, never raised."""
        gateway = self._provider.gateway()
        strange = self._other_world(gateway)
        self._state = gateway.state() if strange is None else _state(gateway, strange)
        if self._state.works:
            self._paused_until, self._faults = None, 0
        return self._state

    def readers(self) -> tuple[ReaderReading, ...]:
        """The account's card readers. Raises CardsUnavailable, CardsOffline, HoldsTestPayments or HoldsLivePayments."""
        return self._asked(lambda gateway: gateway.readers())

    def register_reader(self, who: Person, code: str, label: str) -> ReaderReading:
        """Take a card reader by the code on its screen. Raises NotAllowed, CardNumberTyped, TextTooLong,
        ReaderCodeUnknown or what `readers` raises."""
        self._may(who, Right.MANAGE)
        code, label = texts.line(code, field="code"), texts.line(label, field="label")

        def register(gateway: Gateway) -> ReaderReading:
            try:
                return gateway.register_reader(code, label)
            except GatewayFault as fault:
                if fault.reached is Reached.DEFINITE and fault.reason != Trouble.NO_LOCATION:
                    raise ReaderCodeUnknown(field="code") from fault
                raise

        return self._asked(register)

    def reconcile(self, who: Person, day: date, lot_id: UUID | None = None) -> Reconciliation:
        """A day's card money as the provider has it beside ours. Raises CardsUnavailable or CardsOffline."""
        self._may(who, Right.REPORT)
        return self._asked(lambda gateway: reconcile(self._desk, gateway, day, lot_id))

    def _may(self, who: Person, right: Right) -> None:
        with self._desk.look() as store:
            still_may(store, who, right)

    def _asked(self, ask: Callable[[Gateway], T]) -> T:
        mode = self._provider.collecting()
        with self._desk.look() as store:
            refuse_other_world(store, mode)
        try:
            return ask(self._provider.gateway())
        except GatewayFault as fault:
            raise CardsOffline(reason=fault.reason) from fault

    def _other_world(self, gateway: Gateway) -> GatewayFault | None:
        with self._desk.look() as store:
            trouble = other_world(store, gateway.mode)
        return None if trouble is None else GatewayFault(Reached.MISCONFIGURED, trouble)

    def _round(self, gateway: Gateway, changed: dict[UUID, None]) -> None:
        strange = self._other_world(gateway)
        if strange is not None:
            self._rest(gateway, strange, strange)
            return
        unsent = self._send(gateway, changed)
        fault = unsent
        if unsent is None or unsent.reached is not Reached.MISCONFIGURED:
            # One letter in trouble keeps nobody from asking after the others; a dead network tells itself at once.
            asked, fault = self._poll(gateway, changed)
            if fault is None and (asked or unsent is None):
                fault = self._catch_up(gateway)
                if fault is None:
                    # What the events were about is due now.
                    _, fault = self._poll(gateway, changed)
                if fault is None and unsent is None:
                    unsent = self._send(gateway, changed)
            elif not asked:
                fault = fault or unsent
        self._rest(gateway, fault, fault or unsent)

    def _pauses(self) -> bool:
        """Whether the provider is left alone for a while; a clock that was set back makes none of it longer."""
        if self._paused_until is None:
            return False
        now = self._desk.clock()
        if self._paused_until > now + _LONGEST_PAUSE:
            self._paused_until = None
        return self._paused_until is not None and self._paused_until > now

    def _rest(self, gateway: Gateway, stopped_by: GatewayFault | None, told: GatewayFault | None) -> None:
        if stopped_by is None:
            self._paused_until, self._faults = None, 0
        else:
            self._faults += 1
            by_key = stopped_by.reached is Reached.MISCONFIGURED
            pause = _STOPPED_FOR if by_key else backoff(self._faults - 1)
            self._paused_until = self._desk.clock() + max(pause, stopped_by.retry_after or pause)
        self._state = _state(gateway, told)

    def _send(self, gateway: Gateway, changed: dict[UUID, None]) -> GatewayFault | None:
        met: list[GatewayFault] = []
        for _ in range(_MOST_STEPS):
            if self._stopping.is_set():
                break
            done = step(self._desk, gateway, self._worker, self._barred_now())
            if done is None:
                break
            if done.changed:
                changed[done.charge_id] = None
            if done.fault is not None and not self._only_this(gateway, done.operation, done.fault):
                met.append(done.fault)
                if len(met) == _MOST_FAULTS or done.fault.reached is Reached.MISCONFIGURED:
                    break
        return met[-1] if met else None

    def _only_this(self, gateway: Gateway, operation: Operation, fault: GatewayFault) -> bool:
        """Whether the key may do all but this: an attendant's may not refund. Another desk's will; the rest goes on."""
        if fault.reached is not Reached.MISCONFIGURED or not gateway.state().works:
            return False
        self._barred[operation] = self._desk.clock() + _BARRED_FOR
        return True

    def _barred_now(self) -> frozenset[str]:
        now = self._desk.clock()
        return frozenset(
            operation.value for operation, until in self._barred.items() if now < until <= now + _BARRED_FOR
        )

    def _poll(self, gateway: Gateway, changed: dict[UUID, None]) -> tuple[bool, GatewayFault | None]:
        """Whether anything was asked, and the fault that stopped it."""
        if self._stopping.is_set():
            return False, None
        polled = poll(self._desk, gateway)
        changed.update(dict.fromkeys(polled.changed))
        return polled.asked > 0, polled.fault

    def _catch_up(self, gateway: Gateway) -> GatewayFault | None:
        due = self._events_due(gateway.mode)
        try:
            if not self._stopping.is_set() and due <= self._desk.clock():
                events.catch_up(self._desk, gateway)
            if not self._stopping.is_set():
                events.resolve(self._desk, gateway, self._riddles)
        except GatewayFault as fault:
            return fault
        return None

    def _events_due(self, mode: Mode) -> datetime:
        now = self._desk.clock()
        with self._desk.look() as store:
            _, asked_at = store.provider_events.cursor(mode)
            busy = store.polls.next_due(mode, now) is not None
        if asked_at is None or asked_at > now:
            return now
        return asked_at + (EVENTS_EVERY if busy else EVENTS_AT_REST_EVERY)

    def _told(self, gateway: Gateway, changed: dict[UUID, None]) -> Tick:
        mode = gateway.mode
        now = self._desk.clock()
        with self._desk.look() as store:
            waiting = store.outbox.waiting(mode)
            moments = [store.outbox.next_due(mode, now, self._barred_now()), store.polls.next_due(mode, now)]
        next_due = min(moment for moment in (*moments, self._events_due(mode)) if moment is not None)
        if self._paused_until is not None:
            next_due = max(next_due, self._paused_until)
        return Tick(self._state or GatewayState(mode), tuple(changed), waiting, next_due)


def _state(gateway: Gateway, fault: GatewayFault | None) -> GatewayState:
    if fault is None:
        return GatewayState(gateway.mode)
    return GatewayState(gateway.mode, fault.reached, fault.reason)
