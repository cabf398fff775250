"""What a provider is asked: each question is written down whole, under the key it keeps, before it is sent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING, Any

from parkdesk.domain.charge import Attempt, Charge, Refund, Tender
from parkdesk.payments.gateway import Operation
from parkdesk.payments.parameters import (
    end_parameters,
    idempotency_key,
    intent_parameters,
    present_parameters,
    refund_parameters,
    session_parameters,
)
from parkdesk.services.desk import Deed, new_id
from parkdesk.services.lifecycle import the_lot

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter

_MOST_PATIENCE = timedelta(minutes=10)


def collect(deed: Deed, charge: Charge, attempt: Attempt) -> None:
    """Ask for the attempt's object: a page to pay on, or an intent for a card reader."""
    if attempt.tender is Tender.READER:
        _ask(deed, charge, attempt, Operation.CREATE_INTENT, intent_parameters(charge, attempt))
        return
    name = f"Parking, {the_lot(deed.store, charge.lot_id).name}"
    _ask(deed, charge, attempt, Operation.CREATE_SESSION, session_parameters(charge, attempt, name))


def present(deed: Deed, charge: Charge, attempt: Attempt) -> Attempt:
    """Hand the intent to the card reader; the attempt with one presentation more and nothing declined."""
    standing = replace(attempt.standing, declined="")
    attempt = replace(attempt, presented=attempt.presented + 1, standing=standing)
    assert attempt.reader_id is not None, "an attempt by reader names it"
    assert attempt.intent_id is not None, "only what exists is presented"
    deed.store.charges.change_attempt(attempt)
    parameters = present_parameters(attempt.reader_id, attempt.intent_id)
    _ask(deed, charge, attempt, Operation.PRESENT_INTENT, parameters)
    return attempt


def end(deed: Deed, charge: Charge, attempt: Attempt, operation: Operation) -> None:
    """Ask for the end of an attempt, unless that is asked already."""
    if is_asked(deed, attempt, operation):
        return
    named = {
        Operation.EXPIRE_SESSION: attempt.session_id,
        Operation.CANCEL_INTENT: attempt.intent_id,
        Operation.CANCEL_READER: attempt.reader_id,
    }[operation]
    assert named is not None, "only what exists is ended"
    _ask(deed, charge, attempt, operation, end_parameters(operation, named))


def is_asked(deed: Deed, attempt: Attempt, operation: Operation) -> bool:
    """Whether the provider is still to be asked, or to answer."""
    letters = deed.store.outbox.of_attempt(attempt.id)
    return any(letter.operation == operation.value and not letter.ended for letter in letters)


def give_back(deed: Deed, charge: Charge, attempt: Attempt, refund: Refund) -> None:
    assert attempt.intent_id is not None, "only what was paid is refunded"
    parameters = refund_parameters(refund, attempt.intent_id)
    key = idempotency_key(refund.id, Operation.REFUND, 1)
    letter = _letter(deed, charge, attempt, Operation.REFUND, parameters, key)
    deed.store.outbox.add(replace(letter, refund_id=refund.id), deed.desk_id, deed.now)


def _ask(
    deed: Deed, charge: Charge, attempt: Attempt, operation: Operation, parameters: Mapping[str, Any]
) -> None:
    earlier = sum(letter.operation == operation.value for letter in deed.store.outbox.of_attempt(attempt.id))
    key = idempotency_key(charge.id, operation, attempt.number, earlier)
    letter = _letter(deed, charge, attempt, operation, parameters, key)
    deed.store.outbox.add(letter, deed.desk_id, deed.now + _patience(operation, earlier))


def _patience(operation: Operation, earlier: int) -> timedelta:
    """How long to wait before asking for an end that was asked for in vain: 2, 4, 8 … seconds, ten minutes at most."""
    if not earlier or operation not in (Operation.EXPIRE_SESSION, Operation.CANCEL_INTENT):
        return timedelta(0)
    return min(_MOST_PATIENCE, timedelta(seconds=2 ** min(earlier, 10)))


def _letter(
    deed: Deed,
    charge: Charge,
    attempt: Attempt,
    operation: Operation,
    parameters: Mapping[str, Any],
    key: str,
) -> Letter:
    from parkdesk.store.outbox import Letter

    return Letter(
        id=new_id(),
        charge_id=charge.id,
        attempt_id=attempt.id,
        refund_id=None,
        mode=charge.mode,
        operation=operation.value,
        parameters=parameters,
        key=key,
        made_at=deed.now,
        first_sent_at=None,
        tries=0,
        leased_by=None,
        leased_until=None,
        ended=False,
    )
