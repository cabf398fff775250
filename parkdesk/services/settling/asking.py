"""What a provider is asked: each question is written down whole before it is sent, under the key it keeps."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.charge import SESSION_LIFE, Attempt, Charge, Refund, Tender
from parkdesk.domain.provider_money import to_provider
from parkdesk.payments.gateway import Operation
from parkdesk.services.desk import Deed, new_id
from parkdesk.services.lifecycle import the_lot

if TYPE_CHECKING:
    from parkdesk.store.outbox import Letter

THANKS = "https://stripe.com/"
"""Where the driver's phone ends up after paying: a desk has no page of its own, and Stripe asks for one."""


def collect(deed: Deed, charge: Charge, attempt: Attempt) -> None:
    """Ask for the attempt's object: a page to pay on, or an intent for a card reader."""
    amount, currency = to_provider(charge.amount), charge.amount.currency.lower()
    # Never a plate or a name: these ids say nothing to anybody else.
    names = {
        "charge": str(charge.id),
        "booking": str(charge.booking_id),
        "lot": str(charge.lot_id),
        "desk": str(charge.desk_id),
    }
    if attempt.tender is Tender.READER:
        parameters: dict[str, Any] = {
            "amount": amount,
            "currency": currency,
            "allowed_payment_method_types": ["card_present"],
            "capture_method": "automatic",
            "metadata": names,
        }
        _ask(deed, charge, attempt, Operation.CREATE_INTENT, parameters)
        return
    product = {"name": f"Parking, {the_lot(deed.store, charge.lot_id).name}"}
    parameters = {
        "mode": "payment",
        "client_reference_id": str(charge.id),
        "line_items": [
            {
                "quantity": 1,
                "price_data": {"currency": currency, "unit_amount": amount, "product_data": product},
            }
        ],
        "metadata": names,
        "payment_intent_data": {"metadata": names},
        "expires_at": int((attempt.opened_at + SESSION_LIFE).timestamp()),
        "success_url": THANKS,
    }
    _ask(deed, charge, attempt, Operation.CREATE_SESSION, parameters)


def present(deed: Deed, charge: Charge, attempt: Attempt) -> Attempt:
    """Hand the intent to the card reader; the attempt with one presentation more."""
    attempt = replace(attempt, presented=attempt.presented + 1)
    deed.store.charges.change_attempt(attempt)
    parameters = {"id": attempt.reader_id, "payment_intent": attempt.intent_id}
    _ask(deed, charge, attempt, Operation.PRESENT_INTENT, parameters)
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
    _ask(deed, charge, attempt, operation, {"id": named[operation]})


def give_back(deed: Deed, charge: Charge, attempt: Attempt, refund: Refund) -> None:
    parameters = {
        "payment_intent": attempt.intent_id,
        "amount": to_provider(refund.amount),
        "metadata": {"refund": str(refund.id), "charge": str(charge.id)},
    }
    letter = _letter(charge, attempt, Operation.REFUND, parameters, f"pd1-{refund.id}-refund-1", deed.now)
    deed.store.outbox.add(replace(letter, refund_id=refund.id), deed.desk_id)


def _ask(
    deed: Deed, charge: Charge, attempt: Attempt, operation: Operation, parameters: dict[str, Any]
) -> None:
    earlier = sum(letter.operation == operation.value for letter in deed.store.outbox.of_attempt(attempt.id))
    # What is asked a second time on purpose is another question.
    key = f"pd1-{charge.id}-{operation.value}-{attempt.number}" + (f".{earlier + 1}" if earlier else "")
    letter = _letter(charge, attempt, operation, parameters, key, deed.now)
    deed.store.outbox.add(letter, deed.desk_id)


def _letter(
    charge: Charge,
    attempt: Attempt,
    operation: Operation,
    parameters: dict[str, Any],
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
        parameters=parameters,
        key=key,
        made_at=now,
        first_sent_at=None,
        tries=0,
        leased_by=None,
        leased_until=None,
        ended=False,
    )
