"""What refunds at the provider do: ours are known by their own ids, all others are adopted."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.attention import Reason, Why, said
from parkdesk.domain.charge import Attempt, Because, Charge, Refund, RefundState, refund_settled
from parkdesk.domain.payment import Payment
from parkdesk.domain.provider_money import from_provider, to_provider
from parkdesk.domain.reading import RefundReading, mark
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.giving_back import book, give_back, planned, unbook
from parkdesk.services.settling.readings import attempt_of, settle

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter

_NOT_ADOPTED = (Why.REFUND_STRANGE, Why.TOO_MUCH_BACK)


def take_in_refunds(
    desk: Desk,
    charge_id: UUID,
    attempt_id: UUID,
    readings: Sequence[RefundReading],
    letter: Letter | None = None,
    refused: str = "",
) -> bool:
    """Let the refunds of a paid attempt count: ours by their own id, all others adopted.

    `refused` says that what `letter` asked for was refused for good; it fails unless it is among the readings. Where
    it was more than somebody else has left, what is left goes back in its place.
    """
    with desk.look() as store:
        known = store.refunds.of_payments([payment.id for payment in store.payments.of_charge(charge_id)])
        current = store.charges.find(charge_id)
    if letter is None and not any(_differs(current, known, reading) for reading in readings):
        return False

    def work(deed: Deed) -> bool:
        charge = outcomes.locked(deed, charge_id)
        attempt = attempt_of(charge, attempt_id)
        # First what failed, so that its money is there for what somebody else gave back.
        unmade = [] if letter is None else _answered(deed, letter, readings, refused)
        deed.written = bool(unmade)
        for reading in readings:
            deed.written |= _let_refund_count(deed, charge, attempt, readings, reading, unmade)
        if unmade:
            _give_back_rest(deed, charge, attempt, unmade, refused)
        deed.called = deed.called or "refund_settled"
        return deed.written

    return settle(desk, charge_id, work)


def _known_as(known: Sequence[Refund], reading: RefundReading) -> list[Refund]:
    return [
        refund for refund in known if str(refund.id) == reading.reference or refund.provider_id == reading.id
    ]


def _differs(charge: Charge | None, known: Sequence[Refund], reading: RefundReading) -> bool:
    ours = _known_as(known, reading)
    if not ours:
        told = () if charge is None else charge.strange
        return reading.state.counts and not any(mark(why, reading) in told for why in _NOT_ADOPTED)
    return any(
        refund.provider_id != reading.id or _settled(refund, reading) is not refund.state for refund in ours
    )


def _let_refund_count(
    deed: Deed,
    charge: Charge,
    attempt: Attempt,
    readings: Sequence[RefundReading],
    reading: RefundReading,
    unmade: list[Refund],
) -> bool:
    store = deed.store
    payments = store.payments.of_charge(charge.id)
    known = store.refunds.of_payments([payment.id for payment in payments])
    if not _differs(store.charges.find(charge.id), known, reading):
        return False
    ours = _known_as(known, reading)
    if not ours and reading.currency.upper() != charge.amount.currency:
        deed.called = "charge_attention"
        strange = mark(Why.REFUND_STRANGE, reading)
        return outcomes.raise_attention(deed, charge, Reason(Why.REFUND_STRANGE), strange)
    waiting = [refund for refund in known if not _is_among(refund, readings)]
    if not ours:
        unmade += _make_room(deed, charge, waiting, reading.amount)
        payments = store.payments.of_charge(charge.id)
        _adopt(deed, charge, [payment for payment in payments if payment.attempt_id == attempt.id], reading)
        return True
    asked = sum(to_provider(refund.amount) for refund in ours)
    if (asked, ours[0].amount.currency) != (reading.amount, reading.currency.upper()):
        strange = mark(Why.REFUND_STRANGE, reading)
        outcomes.raise_attention(deed, charge, Reason(Why.REFUND_STRANGE), strange)
    for refund in ours:
        state = _settled(refund, reading)
        if state.counts and not refund.state.counts:
            unmade += _make_room(deed, charge, waiting, reading.amount)
            if not _book_again(deed, refund):
                much = mark(Why.TOO_MUCH_BACK, reading)
                outcomes.raise_attention(deed, charge, Reason(Why.TOO_MUCH_BACK), much)
                state = refund.state
        _move_on(deed, refund, state, reading.id)
        if refund.state.counts and not state.counts:
            outcomes.raise_attention(deed, charge, Reason(Why.REFUND_FAILED))
    return True


def _settled(refund: Refund, reading: RefundReading) -> RefundState:
    """Where a refund stands after a reading. What this desk had given up, without an answer of the provider's own, the
    provider may have made all the same."""
    if refund.provider_id is None and refund.state is RefundState.FAILED:
        return reading.state
    return refund_settled((refund.state, reading.state))


def _book_again(deed: Deed, refund: Refund) -> bool:
    """Take it off what was paid after all, as `book` did; False if that much is not there any more."""
    store = deed.store
    payment = store.payments.find(refund.payment_id, lock=True)
    assert payment is not None, "a foreign key holds this"
    if payment.left_minor < refund.amount.minor:
        return False
    store.payments.give_back(payment.id, refund.amount.minor)
    lot_id, desk_id, day = store.refunds.where_counted(refund.id)
    store.rollups.add_refund(desk_id, lot_id, day, payment.method, refund.amount.minor)
    deed.touch(refund.id, payment.id, payment.booking_id, payment.charge_id)
    return True


def _move_on(deed: Deed, refund: Refund, state: RefundState, provider_id: str | None) -> None:
    processed_at = deed.now if state is RefundState.SUCCEEDED else refund.processed_at
    deed.store.refunds.change(refund.id, state, provider_id, processed_at)
    deed.touch(refund.id, refund.payment_id)
    deed.outcome.setdefault("refund_states", {})[refund.id.hex] = state.value
    if refund.state.counts and not state.counts:
        unbook(deed, refund)
        deed.called = "refund_failed"


def _is_among(refund: Refund, readings: Sequence[RefundReading]) -> bool:
    return any(_known_as((refund,), reading) for reading in readings)


def _make_room(deed: Deed, charge: Charge, waiting: Sequence[Refund], amount: int) -> list[Refund]:
    """What we asked for in vain while somebody else gave the money back: the provider will refuse it."""
    store = deed.store
    unmade = []
    for refund in reversed(waiting):
        left = sum(payment.left_minor for payment in store.payments.of_charge(charge.id))
        if to_provider(replace(charge.amount, minor=left)) >= amount:
            break
        if refund.state is RefundState.REQUESTED:
            letter = store.outbox.of_refund(refund.id)
            if letter is not None and not letter.ended:
                store.outbox.end(letter.id, deed.now, "refused", Why.REFUND_FAILED.value)
            _move_on(deed, refund, RefundState.FAILED, None)
            unmade.append(refund)
    return unmade


def _adopt(deed: Deed, charge: Charge, payments: Sequence[Payment], reading: RefundReading) -> None:
    """A refund made elsewhere, in the provider's Dashboard, goes off the oldest payments first."""
    deed.called = "refund_adopted"
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
            reason=Because.MADE_ELSEWHERE.value,
            requested_at=deed.now,
            requested_by=None,
            charge_id=charge.id,
            provider_id=reading.id,
            processed_at=deed.now if reading.state is RefundState.SUCCEEDED else None,
            by_provider=True,
        )
        book(deed, payment, refund)
    if left:
        much = mark(Why.TOO_MUCH_BACK, reading)
        outcomes.raise_attention(deed, charge, Reason(Why.TOO_MUCH_BACK), much)


def _answered(deed: Deed, letter: Letter, readings: Sequence[RefundReading], refused: str) -> list[Refund]:
    """The letter that asked for a refund ends; refused, its refund fails unless the provider shows that it made it."""
    store = deed.store
    made = any(reading.reference == str(letter.refund_id) for reading in readings)
    store.outbox.end(letter.id, deed.now, "done" if made else "refused", "" if made else refused)
    refund = None if letter.refund_id is None else store.refunds.find(letter.refund_id)
    if made or not refused or refund is None or not refund.state.counts:
        return []
    _move_on(deed, refund, RefundState.FAILED, refund.provider_id)
    return [refund]


def _give_back_rest(
    deed: Deed, charge: Charge, attempt: Attempt, unmade: Sequence[Refund], refused: str
) -> None:
    """Where more was asked for than somebody else has left, all that is left goes back; else a person must look why
    it was refused."""
    wanted = sum(refund.amount.minor for refund in unmade)
    payments = [
        payment for payment in deed.store.payments.of_charge(charge.id) if payment.attempt_id == attempt.id
    ]
    if wanted <= sum(payment.left_minor for payment in payments):
        outcomes.raise_attention(deed, charge, Reason(Why.REFUND_FAILED))
        outcomes.raise_attention(deed, charge, said(refused))
        return
    first = unmade[0]
    given = [
        give_back(deed, payment.id, part, first.reason, asked_by=first.requested_by)
        for payment, part in planned(payments, wanted)
    ]
    asked, rest = (
        replace(charge.amount, minor=minor)
        for minor in (wanted, sum(refund.amount.minor for refund in given))
    )
    reason = Reason(Why.REFUND_CUT, (asked, rest)) if given else Reason(Why.REFUND_MOOT, (asked,))
    outcomes.raise_attention(deed, charge, reason)
