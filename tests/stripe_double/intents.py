"""PaymentIntents and the charges they become (docs.stripe.com/payments/paymentintents/lifecycle)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.stripe_double.account import Account, Thing
from tests.stripe_double.events import Events
from tests.stripe_double.forms import require
from tests.stripe_double.refusal import Refused

LEAST = {"usd": 50, "eur": 50, "gbp": 30, "jpy": 50, "inr": 50, "chf": 50}
MOST = 99_999_999
DECLINED = "Your card was declined."
_CANCELABLE = ("requires_payment_method", "requires_capture", "requires_confirmation", "requires_action")


class Intents:
    def __init__(self, account: Account, events: Events) -> None:
        self._account, self._events = account, events

    # What the API does

    def create(self, asked: Mapping[str, Any]) -> Thing:
        require(asked, "amount", "currency")
        if "allowed_payment_method_types" in asked and "automatic_payment_methods" in asked:
            raise Refused("You may only specify one of these.", param="allowed_payment_method_types")
        check_amount(asked["amount"], asked["currency"])
        return self.make(
            asked["amount"],
            asked["currency"],
            asked.get("metadata", {}),
            methods=asked.get("allowed_payment_method_types", ["card"]),
        )

    def cancel(self, intent_id: str, asked: Mapping[str, Any]) -> Thing:
        intent = self._account.get(intent_id, "payment_intent")
        if intent["status"] not in _CANCELABLE:
            raise Refused(
                f"You cannot cancel this PaymentIntent because it has a status of {intent['status']}.",
                code="payment_intent_unexpected_state",
                kept=True,
            )
        intent.update(
            status="canceled",
            canceled_at=self._account.now(),
            cancellation_reason=asked.get("cancellation_reason"),
        )
        self._events.happened("payment_intent.canceled", intent)
        return intent

    # What a driver, a bank and a reader do

    def make(self, amount: int, currency: str, metadata: Mapping[str, str], methods: list[str]) -> Thing:
        intent = self._account.make(
            "pi",
            "payment_intent",
            amount=amount,
            amount_capturable=0,
            amount_received=0,
            canceled_at=None,
            cancellation_reason=None,
            capture_method="automatic",
            client_secret="pi_secret_of_a_test",
            currency=currency,
            last_payment_error=None,
            latest_charge=None,
            metadata=dict(metadata),
            payment_method_types=methods,
            status="requires_payment_method",
        )
        self._events.happened("payment_intent.created", intent)
        return intent

    def process(self, intent: Thing) -> None:
        intent.update(status="processing", last_payment_error=None)
        self._events.happened("payment_intent.processing", intent)

    def succeed(self, intent: Thing) -> None:
        charge = self._account.make(
            "ch",
            "charge",
            amount=intent["amount"],
            amount_captured=intent["amount"],
            amount_refunded=0,
            currency=intent["currency"],
            disputed=False,
            metadata=dict(intent["metadata"]),
            paid=True,
            payment_intent=intent["id"],
            refunded=False,
            status="succeeded",
        )
        intent.update(
            status="succeeded",
            amount_received=intent["amount"],
            last_payment_error=None,
            latest_charge=charge["id"],
        )
        self._events.happened("payment_intent.succeeded", intent)
        self._events.happened("charge.succeeded", charge)

    def decline(self, intent: Thing, message: str = DECLINED, code: str = "card_declined") -> None:
        intent.update(
            status="requires_payment_method",
            last_payment_error={"type": "card_error", "code": code, "message": message},
        )
        self._events.happened("payment_intent.payment_failed", intent)


def check_amount(amount: int, currency: str) -> None:
    """Raises Refused."""
    if currency != currency.lower() or len(currency) != 3:
        raise Refused(f"Invalid currency: {currency}", param="currency")
    if amount < LEAST.get(currency, 1):
        raise Refused("Amount is too small.", code="amount_too_small", param="amount")
    if amount > MOST:
        raise Refused("Amount is too large.", code="amount_too_large", param="amount")
