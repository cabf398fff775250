"""What a driver says to the bank that wants a card payment's money back."""

from __future__ import annotations

from enum import StrEnum


class Claim(StrEnum):
    """In words for a person (docs.stripe.com/disputes/categories)."""

    CREDIT_NOT_PROCESSED = "a refund did not come"
    DUPLICATE = "charged twice"
    FRAUDULENT = "fraud"
    PRODUCT_NOT_RECEIVED = "got nothing for it"
    PRODUCT_UNACCEPTABLE = "not as promised"
    UNRECOGNIZED = "does not know the payment"
    OTHER = "no reason given"
