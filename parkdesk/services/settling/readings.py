"""What a provider's answer does: one deed of the desk, with an entry only where something changed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import (
    Attempt,
    Charge,
    Finality,
    Phase,
    Refund,
    RefundState,
    Standing,
    Tender,
    refund_settled,
)
from parkdesk.domain.payment import Payment
from parkdesk.domain.people import Right
from parkdesk.domain.provider_money import from_provider, to_provider
from parkdesk.domain.reading import Reading, RefundReading, SessionReading, read_into, strange
from parkdesk.services.desk import THE_DESK, Deed, Desk, new_id
from parkdesk.services.settling import asking, outcomes
from parkdesk.services.settling.giving_back import book, unbook

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter

DISPUTED = "the driver's bank disputes this payment"
REFUND_FAILED = "a refund did not go through; its money is still here"
REFUND_STRANGE = "a refund at the provider does not fit what was asked"
TOO_MUCH_BACK = "the provider gave back more than was paid here"
_PACE = (
    (timedelta(minutes=1), timedelta(seconds=2)),
    (timedelta(minutes=5), timedelta(seconds=5)),
    (timedelta(minutes=30), timedelta(seconds=15)),
)
_SLOWEST = timedelta(seconds=60)
_REFUNDS_EVERY = timedelta(hours=1)


def next_poll(attempt: Attempt, now: datetime, *, refunds_under_way: bool = False) -> datetime | None:
    """When an attempt is asked for again: often while its driver stands at the desk, never once it has ended."""
    if attempt.phase is Phase.PAID:
        return now + _REFUNDS_EVERY if refunds_under_way else None
    if not attempt.phase.is_open or (attempt.session_id is None and attempt.intent_id is None):
        return None
    if attempt.closing:
        return now + _PACE[1][1]
    age = now - attempt.opened_at
    return now + next((pace for until, pace in _PACE if age < until), _SLOWEST)


def take_in(
    desk: Desk, charge_id: UUID, attempt_id: UUID, reading: Reading, letter: Letter | None = None
) -> bool:
    """Let a reading of an attempt's object count; whether it changed anything. A `letter` that it answers ends."""
    with desk.look() as store:
        charge = store.charges.find(charge_id)
    if charge is None or (letter is None and not _is_news(charge, _attempt(charge, attempt_id), reading)):
        return False

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        attempt = _attempt(charge, attempt_id)
        if letter is not None:
            deed.store.outbox.end(letter.id, deed.now, "done")
        deed.written = _is_news(charge, attempt, reading)
        if deed.written:
            _let_count(deed, charge, attempt, reading)
        return deed.written

    return _settle(desk, charge_id, work)


def fail(desk: Desk, letter: Letter, words: str, how: str = "refused") -> bool:
    """A definite end without money: the attempt's object does not exist and never will."""

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, letter.charge_id)
        attempt = _attempt(charge, letter.attempt_id)
        deed.store.outbox.end(letter.id, deed.now, how, words)
        deed.written = attempt.phase.is_open
        if attempt.phase.is_open:
            standing = Standing(Phase.FAILED, attempt.standing.number, words[:200])
            ended = replace(attempt, standing=standing, unknown=False)
            deed.store.charges.change_attempt(ended)
            deed.store.polls.put_off([(attempt.id, None)])
            _tell(deed, ended, "charge_closed")
            outcomes.closed(deed, charge)
        return deed.written

    return _settle(desk, letter.charge_id, work)


def decline(desk: Desk, charge_id: UUID, attempt_id: UUID, words: str, *, end: bool = False) -> bool:
    """The reader or the bank said no. The attempt stays open for another try, unless it shall `end`."""

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        attempt = _attempt(charge, attempt_id)
        deed.written = attempt.phase.is_open and (end or attempt.standing.declined != words[:200])
        if deed.written:
            attempt = replace(attempt, standing=replace(attempt.standing, declined=words[:200]))
            deed.store.charges.change_attempt(attempt)
            _tell(deed, attempt, "charge_declined")
            if end:
                outcomes.close(deed, charge, attempt)
        return deed.written

    return _settle(desk, charge_id, work)


def attention(desk: Desk, charge_id: UUID, words: str) -> bool:
    """Say once that a person must look at a charge."""

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        deed.written = words not in charge.attention
        deed.called = "charge_attention"
        outcomes.raise_attention(deed, charge, words)
        return deed.written

    return _settle(desk, charge_id, work)


def take_in_refunds(
    desk: Desk,
    charge_id: UUID,
    attempt_id: UUID,
    readings: Sequence[RefundReading],
    letter: Letter | None = None,
    refused: str = "",
) -> bool:
    """Let the refunds of a paid attempt count: ours by their own id, all others adopted.

    `refused` says that what `letter` asked for was refused for good; it fails unless it is among the readings.
    """
    with desk.look() as store:
        known = store.refunds.of_payments([payment.id for payment in store.payments.of_charge(charge_id)])
    if letter is None and not any(_differs(known, reading) for reading in readings):
        return False

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        deed.written = False
        for reading in readings:
            if _let_refund_count(deed, charge, _attempt(charge, attempt_id), reading):
                deed.written = True
        if letter is not None:
            deed.written |= _answered(deed, charge, letter, readings, refused)
        deed.called = deed.called or "refund_settled"
        return deed.written

    return _settle(desk, charge_id, work)


def _settle(desk: Desk, charge_id: UUID, work: Callable[[Deed], bool]) -> bool:
    return desk.do("settle_charge", THE_DESK, Right.WORK, work, arguments={"charge": charge_id.hex})


def _attempt(charge: Charge, attempt_id: UUID) -> Attempt:
    return next(attempt for attempt in charge.attempts if attempt.id == attempt_id)


def _is_news(charge: Charge, attempt: Attempt, reading: Reading) -> bool:
    words = strange(charge, reading)
    if words:
        return words not in charge.attention
    after = read_into(attempt, (reading,))
    same_number = replace(after, standing=replace(after.standing, number=attempt.standing.number))
    return same_number != attempt or (_is_disputed(reading) and not charge.disputed)


def _is_disputed(reading: Reading) -> bool:
    intent = reading.intent if isinstance(reading, SessionReading) else reading
    return intent is not None and intent.disputed


def _let_count(deed: Deed, charge: Charge, attempt: Attempt, reading: Reading) -> None:
    words = strange(charge, reading)
    if words:
        deed.called = "charge_attention"
        outcomes.raise_attention(deed, charge, words)
        return
    after = read_into(attempt, (reading,))
    deed.store.charges.change_attempt(after)
    deed.store.polls.put_off([(after.id, next_poll(after, deed.now))])
    charge = charge.with_attempt(after)
    before = attempt.standing.finality
    if after.phase is Phase.PAID and before is not Finality.PAID:
        _tell(deed, after, "charge_paid")
        outcomes.paid(deed, charge, after)
    elif after.standing.finality is Finality.CLOSED and before is Finality.OPEN:
        _tell(deed, after, "charge_closed")
        outcomes.closed(deed, charge)
    elif after.standing.declined and after.standing.declined != attempt.standing.declined:
        _tell(deed, after, "charge_declined")
    else:
        _tell(deed, after, "charge_shown")
    if after.phase.is_open and after.closing:
        outcomes.ask_to_end(deed, charge, after)
    elif after.phase.is_open and after.tender is Tender.READER and attempt.intent_id is None:
        asking.present(deed, charge, after)
    if _is_disputed(reading) and not charge.disputed:
        outcomes.raise_attention(deed, charge, DISPUTED)
        deed.store.charges.set_disputed(charge.id)
        deed.called = "charge_disputed"


def _tell(deed: Deed, attempt: Attempt, called: str) -> None:
    deed.called = called
    deed.outcome["phase"] = attempt.phase.value
    deed.outcome["attempt"] = attempt.number


def _known_as(known: Sequence[Refund], reading: RefundReading) -> list[Refund]:
    return [
        refund for refund in known if str(refund.id) == reading.reference or refund.provider_id == reading.id
    ]


def _differs(known: Sequence[Refund], reading: RefundReading) -> bool:
    ours = _known_as(known, reading)
    if not ours:
        return reading.state.counts
    return any(
        refund.provider_id != reading.id or refund_settled((refund.state, reading.state)) is not refund.state
        for refund in ours
    )


def _let_refund_count(deed: Deed, charge: Charge, attempt: Attempt, reading: RefundReading) -> bool:
    store = deed.store
    payments = store.payments.of_charge(charge.id)
    known = store.refunds.of_payments([payment.id for payment in payments])
    if not _differs(known, reading):
        return False
    ours = _known_as(known, reading)
    if not ours:
        _adopt(deed, charge, [payment for payment in payments if payment.attempt_id == attempt.id], reading)
        return True
    asked = sum(to_provider(refund.amount) for refund in ours)
    if (asked, ours[0].amount.currency) != (reading.amount, reading.currency.upper()):
        outcomes.raise_attention(deed, charge, REFUND_STRANGE)
    for refund in ours:
        _move_on(deed, charge, refund, refund_settled((refund.state, reading.state)), reading.id)
    return True


def _move_on(deed: Deed, charge: Charge, refund: Refund, state: RefundState, provider_id: str | None) -> None:
    processed_at = deed.now if state is RefundState.SUCCEEDED else refund.processed_at
    deed.store.refunds.change(refund.id, state, provider_id, processed_at)
    deed.touch(refund.id, refund.payment_id)
    deed.outcome.setdefault("refund_states", {})[refund.id.hex] = state.value
    if refund.state.counts and not state.counts:
        unbook(deed, refund)
        outcomes.raise_attention(deed, charge, REFUND_FAILED)
        deed.called = "refund_failed"


def _adopt(deed: Deed, charge: Charge, payments: Sequence[Payment], reading: RefundReading) -> None:
    """A refund made elsewhere, in the provider's Dashboard, goes off the oldest payments first."""
    deed.called = "refund_adopted"
    if reading.currency.upper() != charge.amount.currency:
        outcomes.raise_attention(deed, charge, REFUND_STRANGE)
        return
    left = from_provider(reading.amount, reading.currency).minor
    for payment in payments:
        part = min(left, payment.left_minor)
        if part <= 0:
            continue
        left -= part
        refund = Refund(
            id=new_id(),
            payment_id=payment.id,
            amount=replace(charge.amount, minor=part),
            state=reading.state,
            reason="made at the provider",
            requested_at=deed.now,
            requested_by=None,
            charge_id=charge.id,
            provider_id=reading.id,
            processed_at=deed.now if reading.state is RefundState.SUCCEEDED else None,
            by_provider=True,
        )
        book(deed, payment, refund)
    if left:
        outcomes.raise_attention(deed, charge, TOO_MUCH_BACK)


def _answered(
    deed: Deed, charge: Charge, letter: Letter, readings: Sequence[RefundReading], refused: str
) -> bool:
    """The letter that asked for a refund ends; refused, its refund fails unless the provider shows that it made it."""
    store = deed.store
    made = any(reading.reference == str(letter.refund_id) for reading in readings)
    store.outbox.end(letter.id, deed.now, "done" if made else "refused", "" if made else refused)
    refund = None if letter.refund_id is None else store.refunds.find(letter.refund_id)
    if made or not refused or refund is None or not refund.state.counts:
        return False
    _move_on(deed, charge, refund, RefundState.FAILED, refund.provider_id)
    outcomes.raise_attention(deed, charge, refused)
    return True
