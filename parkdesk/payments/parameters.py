"""What exactly is sent to Stripe (docs.stripe.com/api, 2026-10-28.endive); kept verbatim, so that asking again is the
same question. Never a plate or a name."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from parkdesk.domain.charge import SESSION_LIFE, Attempt, Charge, Refund
from parkdesk.domain.provider_money import to_provider
from parkdesk.payments.gateway import Operation

AFTER_PAYING = "https://stripe.com"
"""Where a driver's phone ends up after paying, for a lot without a page of its own; Stripe wants one."""

Parameters = dict[str, Any]


def session_parameters(
    charge: Charge, attempt: Attempt, name: str, after_paying: str = AFTER_PAYING
) -> Parameters:
    """A Checkout Session for a QR code; `name` is what the driver reads there."""
    metadata = _metadata(charge, attempt)
    price = {
        "currency": charge.amount.currency.lower(),
        "unit_amount": to_provider(charge.amount),
        "product_data": {"name": name},
    }
    expires_at = attempt.expires_at or attempt.opened_at + SESSION_LIFE
    return {
        "mode": "payment",
        "client_reference_id": str(charge.id),
        "line_items": [{"price_data": price, "quantity": 1}],
        "expires_at": int(expires_at.timestamp()),
        "success_url": after_paying,
        # The driver pays the amount and currency that were asked.
        "adaptive_pricing": {"enabled": False},
        "metadata": metadata,
        "payment_intent_data": {"metadata": metadata},
        "expand": ["payment_intent"],
    }


def intent_parameters(charge: Charge, attempt: Attempt) -> Parameters:
    """An intent for a card reader."""
    return {
        "amount": to_provider(charge.amount),
        "currency": charge.amount.currency.lower(),
        "allowed_payment_method_types": ["card_present"],
        "capture_method": "automatic",
        "metadata": _metadata(charge, attempt),
    }


def present_parameters(reader_id: str, intent_id: str) -> Parameters:
    """Hand an intent to a reader, which must not add a tip to it."""
    return {"id": reader_id, "payment_intent": intent_id, "process_config": {"skip_tipping": True}}


def end_parameters(operation: Operation, object_id: str) -> Parameters:
    """Close a page, empty a reader or cancel an intent."""
    expand = {"expand": ["payment_intent"]} if operation is Operation.EXPIRE_SESSION else {}
    return {"id": object_id, **expand}


def refund_parameters(refund: Refund, intent_id: str) -> Parameters:
    return {
        "payment_intent": intent_id,
        "amount": to_provider(refund.amount),
        "reason": "requested_by_customer",
        "metadata": {"refund": str(refund.id), "charge": str(refund.charge_id)},
    }


def idempotency_key(owner: UUID, operation: Operation, number: int, again: int = 0) -> str:
    """`owner` is the charge or the refund; `number` rises only after a definite end. What is asked once more on purpose
    within one attempt, such as showing the reader, counts in `again`."""
    return f"pd1-{owner}-{operation}-{number}" + (f".{again + 1}" if again else "")


def _metadata(charge: Charge, attempt: Attempt) -> dict[str, str]:
    return {
        "charge": str(charge.id),
        "attempt": str(attempt.number),
        "booking": str(charge.booking_id),
        "lot": str(charge.lot_id),
        "desk": str(charge.desk_id),
    }
