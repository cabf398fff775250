"""Events that Stripe delivers to a site with a public address: who signed them, and what they hint at.

Source: docs.stripe.com/webhooks/signatures. What an event says is never believed; the object is fetched by its id.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime, timedelta

from parkdesk.payments.gateway import EventHint
from parkdesk.payments.stripe_readings import event_hint

TOLERANCE = timedelta(minutes=5)
"""How far Stripe's clock and ours may be apart, either way."""


class SignatureRefused(Exception):
    """`reason` is for the log; whoever sent it only hears no."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


def received(
    payload: bytes, signature: str, secret: str, now: datetime, tolerance: timedelta = TOLERANCE
) -> EventHint:
    """The event in a delivery whose `Stripe-Signature` holds. Raises SignatureRefused."""
    if not secret.strip():
        raise SignatureRefused("no secret is set")
    stamp, signatures = _parts(signature)
    expected = hmac.new(secret.encode(), f"{stamp}.".encode() + payload, hashlib.sha256).hexdigest()
    if not any(
        hmac.compare_digest(expected.encode(), given.encode("utf-8", "replace")) for given in signatures
    ):
        raise SignatureRefused("the signature does not fit")
    try:
        apart = now - datetime.fromtimestamp(int(stamp), UTC)
    except (ValueError, OverflowError, OSError):
        raise SignatureRefused("the signature has no time") from None
    if apart > tolerance:
        raise SignatureRefused("the signature is too old")
    if -apart > tolerance:
        raise SignatureRefused("the signature is from the future")
    try:
        return event_hint(json.loads(payload))
    except (ValueError, KeyError, TypeError, AttributeError):
        raise SignatureRefused("the content is not an event") from None


def _parts(signature: str) -> tuple[str, list[str]]:
    """The stamp and the signatures of the only scheme that counts."""
    stamp, signatures = "", []
    for part in signature.split(","):
        name, _, value = part.strip().partition("=")
        if name == "t" and not stamp:
            stamp = value
        elif name == "v1":
            signatures.append(value)
    return stamp, signatures
