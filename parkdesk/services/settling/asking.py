"""What a provider is asked: each question is written down whole before it is sent, under the key it keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Attempt, Charge, Refund, Tender
from parkdesk.payments import parameters
from parkdesk.payments.gateway import Operation
from parkdesk.services.desk import Deed, new_id
from parkdesk.services.lifecycle import the_lot

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter


def collect(deed: Deed, charge: Charge, attempt: Attempt) -> None:
    """Ask for the attempt's object: a page to pay on, or an intent for a card reader."""
    if attempt.tender is Tender.READER:
        _ask(deed, charge, attempt, Operation.CREATE_INTENT, parameters.intent_parameters(charge, attempt))
        return
    name = f"Parking, {the_lot(deed.store, charge.lot_id).name}"
    _ask(
        deed, charge, attempt, Operation.CREATE_SESSION, parameters.session_parameters(charge, attempt, name)
    )


def present(deed: Deed, charge: Charge, attempt: Attempt) -> Attempt:
    """Hand the intent to the card reader; the attempt with one presentation more."""
    attempt = replace(attempt, presented=attempt.presented + 1)
    deed.store.charges.change_attempt(attempt)
    assert attempt.reader_id is not None, "only a card reader shows an intent"
    assert attempt.intent_id is not None, "an intent is made before it is shown"
    asked = parameters.present_parameters(attempt.reader_id, attempt.intent_id)
    _ask(deed, charge, attempt, Operation.PRESENT_INTENT, asked)
    return attempt


def end(deed: Deed, charge: Charge, attempt: Attempt, operation: Operation) -> None:
    """Ask for the end of an attempt, unless that is asked already."""
    waiting = deed.store.outbox.of_attempt(attempt.id)
    if any(letter.operation == operation.value and not letter.ended for letter in waiting):
        return
    named = {
        Operation.EXPIRE_SESSION: attempt.session_id,
        Operation.CANCEL_INTENT: attempt.intent_id,
        Operation.CANCEL_READER: attempt.reader_id,
    }
    object_id = named[operation]
    assert object_id is not None, "only what was made is ended"
    _ask(deed, charge, attempt, operation, parameters.end_parameters(operation, object_id))


def give_back(deed: Deed, charge: Charge, attempt: Attempt, refund: Refund) -> None:
    assert attempt.intent_id is not None, "only what was paid is refunded"
    asked = parameters.refund_parameters(refund, attempt.intent_id)
    key = parameters.idempotency_key(refund.id, Operation.REFUND, 1)
    letter = _letter(charge, attempt, Operation.REFUND, asked, key, deed.now)
    deed.store.outbox.add(replace(letter, refund_id=refund.id), deed.desk_id)


def _ask(
    deed: Deed, charge: Charge, attempt: Attempt, operation: Operation, asked: parameters.Parameters
) -> None:
    earlier = sum(letter.operation == operation.value for letter in deed.store.outbox.of_attempt(attempt.id))
    # What is asked a second time on purpose is another question.
    key = parameters.idempotency_key(charge.id, operation, attempt.number, earlier)
    letter = _letter(charge, attempt, operation, asked, key, deed.now)
    deed.store.outbox.add(letter, deed.desk_id)


def _letter(
    charge: Charge,
    attempt: Attempt,
    operation: Operation,
    asked: parameters.Parameters,
    key: str,
    now: datetime,
    refund_id: UUID | None = None,
) -> Letter:
    from parkdesk.store.outbox import Letter

    return Letter(
        id=new_id(),
        charge_id=charge.id,
        attempt_id=attempt.id,
        refund_id=refund_id,
        mode=charge.mode,
        operation=operation.value,
        parameters=asked,
        key=key,
        made_at=now,
        first_sent_at=None,
        tries=0,
        leased_by=None,
        leased_until=None,
        ended=False,
    )
