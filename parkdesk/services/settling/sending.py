"""Sending what waits in the outbox: lease and commit, send, then one transaction with what came of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import KEY_LIFE, Attempt, Charge, Phase, Tender
from parkdesk.domain.people import Right
from parkdesk.domain.reading import IntentReading, Reading, RefundReading, SessionReading
from parkdesk.payments.gateway import Answer, Gateway, GatewayFault, Operation, Reached, ReaderReading
from parkdesk.services.desk import THE_DESK, Deed, Desk
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.readings import decline, fail, take_in
from parkdesk.services.settling.refund_readings import take_in_refunds

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter
    from parkdesk.store.shelves import Store

LEASE = timedelta(seconds=90)
"""Longer than any call lasts; who still waits for an answer then is dead, or finds that another one has asked."""
_LONGEST_PAUSE = timedelta(seconds=60)
_PAUSED_BY_KEY = timedelta(seconds=30)
_CREATING = (Operation.CREATE_SESSION, Operation.CREATE_INTENT)
_LOOKED_FOR_AFTER = 3
"""So many tries in doubt."""
_EARLIER = timedelta(minutes=5)
"""How much earlier than ours the provider's clock may have stamped an object."""
_LONG_AGO = timedelta(days=7)
NEVER_REACHED = "the provider never got it"
WRONG_KEY = "idempotency_error"


@dataclass(frozen=True, slots=True)
class Step:
    """One letter sent, or tried: the charge it was about, whether that changed, and the fault if there was one."""

    charge_id: UUID
    operation: Operation
    changed: bool = False
    fault: GatewayFault | None = None


def backoff(tries: int) -> timedelta:
    """1, 2, 4 … 60 seconds."""
    return min(_LONGEST_PAUSE, timedelta(seconds=2 ** min(tries, 6)))


def step(desk: Desk, gateway: Gateway, worker: UUID, barred: frozenset[str] = frozenset()) -> Step | None:
    """Send the letter that is due longest; None when none is."""
    now, mode = desk.clock(), gateway.mode
    with desk.look() as store:
        due = store.outbox.next_due(mode, now, barred)
    if due is None or due > now:
        return None

    def lease(store: Store) -> tuple[Letter, int] | None:
        letter = store.outbox.lease(worker, now, now + LEASE, mode, barred)
        return None if letter is None else (letter, store.outbox.readings(mode))

    leased = desk.change(lease)
    return None if leased is None else _Sending(desk, gateway, worker, *leased).step()


class _Sending:
    """One letter under way; no transaction is open while the provider is asked."""

    def __init__(self, desk: Desk, gateway: Gateway, worker: UUID, letter: Letter, number: int) -> None:
        self._desk = desk
        self._gateway = gateway
        self._worker = worker
        self._letter = letter
        self._number = number
        self._operation = Operation(letter.operation)

    def step(self) -> Step:
        try:
            return self._step(self._send())
        except GatewayFault as fault:
            return self._fault(fault)

    def _send(self) -> bool:
        letter, now = self._letter, self._desk.clock()
        if self._operation is Operation.PRESENT_INTENT and self._attempt()[0].closing:
            return self._withdraw()
        if letter.first_sent_at is not None and letter.first_sent_at - now > _EARLIER:
            # The clock was ahead: nobody knows for how long the key has been out.
            return self._look_up(now - _LONG_AGO)
        if letter.first_sent_at is not None and now - letter.first_sent_at > KEY_LIFE:
            return self._look_up(letter.first_sent_at)
        if letter.first_sent_at is not None and letter.tries >= _LOOKED_FOR_AFTER:
            # Stripe repeats a failure for as long as it keeps the key, though it may have done what it was asked.
            found = self._found(letter.first_sent_at)
            if found is not None:
                return found
        try:
            answer = self._gateway.send(self._operation, letter.parameters, letter.key)
        except GatewayFault as fault:
            if self._never_comes(fault):
                return self._look_up(letter.first_sent_at or letter.made_at, fault.reason)
            if fault.reached not in (Reached.DEFINITE, Reached.DECLINED):
                raise
            return self._refused(fault)
        return self._take_in(answer)

    def _never_comes(self, fault: GatewayFault) -> bool:
        """Whether only another key can help: a failure of the provider's own, repeated under this one.

        A page or an intent that nobody was shown cannot be paid, so it may be given up; a refund happens unseen.
        """
        in_vain = fault.replayed and self._letter.tries >= _LOOKED_FOR_AFTER
        return in_vain and self._operation is not Operation.REFUND

    def _step(self, changed: bool) -> Step:
        return Step(self._letter.charge_id, self._operation, changed)

    def _take_in(self, answer: Answer) -> bool:
        letter = self._letter
        if isinstance(answer, RefundReading):
            return take_in_refunds(self._desk, letter.charge_id, letter.attempt_id, [answer], letter)
        if isinstance(answer, ReaderReading):
            return self._reader_answered(answer.failure if answer.action == "failed" else "")
        return self._read(answer)

    def _read(self, reading: Reading) -> bool:
        letter = self._letter
        numbered = replace(reading, number=self._number)
        return take_in(self._desk, letter.charge_id, letter.attempt_id, numbered, letter)

    def _reader_answered(self, failure: str) -> bool:
        """The intent has the last word, not the reader: it is asked before it is cancelled.

        True for a reader that asks for the card now, which who stands before it wants to know.
        """
        letter = self._letter
        if self._operation is Operation.CANCEL_READER:
            return self._ask_the_object()
        self._end("done")
        return not failure or decline(self._desk, letter.charge_id, letter.attempt_id, failure)

    def _refused(self, fault: GatewayFault) -> bool:
        """What the provider refused for good does not exist, unless an earlier try of it may have got through."""
        letter = self._letter
        if self._operation in _CREATING:
            if letter.first_sent_at is not None or fault.code == WRONG_KEY:
                return self._look_up(letter.first_sent_at or letter.made_at, fault.reason)
            return fail(self._desk, letter, fault.reason)
        if self._operation is Operation.REFUND:
            return self._look_up(letter.first_sent_at or letter.made_at, fault.reason)
        if self._operation is Operation.PRESENT_INTENT:
            self._end("refused", fault.reason)
            return decline(self._desk, letter.charge_id, letter.attempt_id, fault.reason, end=True)
        return self._ask_the_object(fault.reason)

    def _look_up(self, since: datetime, words: str = NEVER_REACHED) -> bool:
        """Ask what became of it instead of sending it again."""
        letter, gateway = self._letter, self._gateway
        attempt, _ = self._attempt()
        if self._operation is Operation.REFUND:
            assert attempt.intent_id is not None, "only what was paid is refunded"
            readings = gateway.refunds(attempt.intent_id)
            return take_in_refunds(self._desk, letter.charge_id, letter.attempt_id, readings, letter, words)
        if self._operation is Operation.PRESENT_INTENT:
            # Nobody stands at the reader any more.
            changed = self._ask_the_object(words)
            return decline(self._desk, letter.charge_id, letter.attempt_id, words, end=True) or changed
        if self._operation not in _CREATING:
            return self._ask_the_object(words)
        made = self._made(since)
        return self._read(made) if made is not None else fail(self._desk, letter, words, "never_done")

    def _found(self, since: datetime) -> bool | None:
        """What its object changes if the provider shows that it was made after all, None if it does not."""
        letter = self._letter
        if self._operation in _CREATING:
            made = self._made(since)
            return None if made is None else self._read(made)
        attempt, _ = self._attempt()
        if self._operation is not Operation.REFUND or attempt.intent_id is None:
            return None
        readings = self._gateway.refunds(attempt.intent_id)
        if all(reading.reference != str(letter.refund_id) for reading in readings):
            return None
        return take_in_refunds(self._desk, letter.charge_id, letter.attempt_id, readings, letter)

    def _made(self, since: datetime) -> Reading | None:
        """The object that was asked for, if the provider lists it: one of this charge that no other attempt has."""
        _, known = self._attempt()
        made: Iterator[SessionReading] | Iterator[IntentReading] = (
            self._gateway.sessions_since(since - _EARLIER)
            if self._operation is Operation.CREATE_SESSION
            else self._gateway.intents_since(since - _EARLIER)
        )
        mine = (reading for reading in made if reading.reference == str(self._letter.charge_id))
        return next((reading for reading in mine if reading.id not in known), None)

    def _ask_the_object(self, words: str = "") -> bool:
        """Read the attempt's object, whatever the answer to the letter was."""
        attempt, _ = self._attempt()
        reading: Reading | None = None
        if attempt.tender is Tender.QR and attempt.session_id is not None:
            reading = self._gateway.session(attempt.session_id)
        elif attempt.intent_id is not None:
            reading = self._gateway.intent(attempt.intent_id)
        changed = reading is not None and take_in(
            self._desk,
            self._letter.charge_id,
            self._letter.attempt_id,
            replace(reading, number=self._number),
        )
        self._end("refused" if words else "done", words)
        return changed

    def _withdraw(self) -> bool:
        """A reader that is being cancelled, which is asked for by a letter of its own, asks for no card again."""
        letter_id = self._letter.id
        _quietly(self._desk, lambda deed: deed.store.outbox.end(letter_id, deed.now, "withdrawn"))
        return False

    def _attempt(self) -> tuple[Attempt, set[str | None]]:
        """The letter's attempt, and the provider's ids of all attempts of its charge."""
        with self._desk.look() as store:
            charge = store.charges.find(self._letter.charge_id)
        assert charge is not None, "a charge is never deleted"
        known = {id for attempt in charge.attempts for id in (attempt.session_id, attempt.intent_id)}
        return _of(charge, self._letter), known

    def _end(self, how: str, words: str = "") -> None:
        """The letter ends; what shall be ended and still is not is asked for anew, under a key of its own."""

        def work(deed: Deed) -> None:
            charge = outcomes.locked(deed, self._letter.charge_id)
            deed.store.outbox.end(self._letter.id, deed.now, how, words)
            attempt = _of(charge, self._letter)
            if attempt.closing and attempt.phase is Phase.AWAITING:
                outcomes.ask_to_end(deed, charge, attempt)

        _quietly(self._desk, work)

    def _fault(self, fault: GatewayFault) -> Step:
        """Try again later, with the same key; what may have happened is marked so."""
        letter = self._letter
        unsent = fault.reached is not Reached.UNKNOWN and letter.first_sent_at is None
        wait = backoff(letter.tries)
        if fault.reached is Reached.MISCONFIGURED:
            wait = _PAUSED_BY_KEY
        if fault.retry_after is not None:
            wait = max(wait, fault.retry_after)

        def work(deed: Deed) -> None:
            store = deed.store
            current = store.outbox.find(letter.id)
            # A desk whose clock is ahead takes it over early, and may be sending it right now.
            if current is None or current.ended or current.leased_by != self._worker:
                return
            store.outbox.put_off(letter.id, deed.now + wait, fault.reason, unsent=unsent)
            if fault.reached is not Reached.UNKNOWN:
                return
            if letter.refund_id is not None:
                store.refunds.doubt(letter.refund_id)
            else:
                store.charges.doubt(letter.attempt_id)

        _quietly(self._desk, work)
        return Step(letter.charge_id, self._operation, fault=fault)


def _of(charge: Charge, letter: Letter) -> Attempt:
    return next(attempt for attempt in charge.attempts if attempt.id == letter.attempt_id)


def _quietly(desk: Desk, work: Callable[[Deed], None]) -> None:
    """A change of what is still to be sent, which is no deed and leaves no entry."""

    def unwritten(deed: Deed) -> None:
        deed.written = False
        work(deed)

    desk.do("send", THE_DESK, Right.WORK, unwritten, arguments={})
