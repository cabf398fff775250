"""What a provider's answer does: one deed of the desk, with an entry only where something changed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.attention import Reason
from parkdesk.domain.charge import (
    Attempt,
    Charge,
    Finality,
    Phase,
    Standing,
    Tender,
)
from parkdesk.domain.people import Right
from parkdesk.domain.reading import Reading, mark, read_into, strange
from parkdesk.payments.gateway import Operation
from parkdesk.services.desk import THE_DESK, Deed, Desk
from parkdesk.services.settling import asking, outcomes
from parkdesk.services.settling.giving_back import ASK_AFTER

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter

_PACE = (
    (timedelta(minutes=1), timedelta(seconds=2)),
    (timedelta(minutes=5), timedelta(seconds=5)),
    (timedelta(minutes=30), timedelta(seconds=15)),
)
_SLOWEST = timedelta(seconds=60)
_AFTER_PAID_EVERY = timedelta(hours=1)


def next_poll(attempt: Attempt, now: datetime, *, money_moves: bool = False) -> datetime | None:
    """When an attempt is asked for again: often while its driver stands at the desk, never once it has ended, unless
    its money is on its way back or disputed."""
    if attempt.phase is Phase.PAID:
        return now + _AFTER_PAID_EVERY if money_moves else None
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
    if charge is None or (letter is None and not _is_news(charge, attempt_of(charge, attempt_id), reading)):
        return False

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        attempt = attempt_of(charge, attempt_id)
        if letter is not None:
            deed.store.outbox.end(letter.id, deed.now, "done")
        deed.written = _is_news(charge, attempt, reading)
        if deed.written:
            _let_count(deed, charge, attempt, reading)
        return deed.written

    return settle(desk, charge_id, work)


def fail(desk: Desk, letter: Letter, words: str, how: str = "refused") -> bool:
    """A definite end without money: the attempt's object does not exist and never will."""

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, letter.charge_id)
        attempt = attempt_of(charge, letter.attempt_id)
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

    return settle(desk, letter.charge_id, work)


def decline(
    desk: Desk,
    charge_id: UUID,
    attempt_id: UUID,
    words: str,
    *,
    end: bool = False,
    presented: int | None = None,
) -> bool:
    """The reader or the bank said no. The attempt stays open for another try, unless it shall `end`.

    `presented` is how often the reader had been asked when it said so: it is not said of the next time.
    """

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        attempt = attempt_of(charge, attempt_id)
        deed.written = attempt.phase.is_open and (end or attempt.standing.declined != words[:200])
        if presented is not None and deed.written:
            deed.written = attempt.presented == presented and not asking.is_asked(
                deed, attempt, Operation.PRESENT_INTENT
            )
        if deed.written:
            attempt = replace(attempt, standing=replace(attempt.standing, declined=words[:200]))
            deed.store.charges.change_attempt(attempt)
            _tell(deed, attempt, "charge_declined")
            if end:
                outcomes.close(deed, charge, attempt)
        return deed.written

    return settle(desk, charge_id, work)


def attention(desk: Desk, charge_id: UUID, reason: Reason, mark: str) -> bool:
    """Say once that a person must look at a charge."""
    with desk.look() as store:
        charge = store.charges.find(charge_id)
    if charge is None or not outcomes.is_new(charge, reason, mark):
        return False

    def work(deed: Deed) -> bool:
        deed.called = "charge_attention"
        deed.written = outcomes.raise_attention(deed, outcomes.locked(deed, charge_id), reason, mark)
        return deed.written

    return settle(desk, charge_id, work)


def settle(desk: Desk, charge_id: UUID, work: Callable[[Deed], bool]) -> bool:
    return desk.do("settle_charge", THE_DESK, Right.WORK, work, arguments={"charge": charge_id.hex})


def attempt_of(charge: Charge, attempt_id: UUID) -> Attempt:
    return next(attempt for attempt in charge.attempts if attempt.id == attempt_id)


def _is_news(charge: Charge, attempt: Attempt, reading: Reading) -> bool:
    reason = strange(charge, reading)
    if reason is not None:
        return outcomes.is_new(charge, reason, mark(reason.why, reading))
    after = _after(attempt, reading)
    same_number = replace(after, standing=replace(after.standing, number=attempt.standing.number))
    return same_number != attempt


def _after(attempt: Attempt, reading: Reading) -> Attempt:
    """The attempt after a reading; why a reader said no stays known where the provider's object does not tell."""
    after = read_into(attempt, (reading,))
    if after.phase is Phase.PAID or after.standing.declined:
        return after
    return replace(after, standing=replace(after.standing, declined=attempt.standing.declined))


def _let_count(deed: Deed, charge: Charge, attempt: Attempt, reading: Reading) -> None:
    reason = strange(charge, reading)
    if reason is not None:
        deed.called = "charge_attention"
        outcomes.raise_attention(deed, charge, reason, mark(reason.why, reading))
        return
    after = _after(attempt, reading)
    deed.store.charges.change_attempt(after)
    # What has just ended is looked at once more: something may be told of it this very moment.
    deed.store.polls.put_off([(after.id, next_poll(after, deed.now) or deed.now + ASK_AFTER)])
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


def _tell(deed: Deed, attempt: Attempt, called: str) -> None:
    deed.called = called
    deed.outcome["phase"] = attempt.phase.value
    deed.outcome["attempt"] = attempt.number
