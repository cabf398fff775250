"""Refunds and disputes: money that goes back, by the desk, in the Dashboard or by a bank (docs.stripe.com/refunds)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.stripe_double.account import Account, Thing
from tests.stripe_double.events import Events
from tests.stripe_double.forms import require
from tests.stripe_double.refusal import Refused


class Refunds:
    """`arrive_at_once` says whether a refund succeeds as it is made, or stays pending."""

    def __init__(self, account: Account, events: Events) -> None:
        self._account, self._events = account, events
        self.arrive_at_once = True

    # What the API does

    def create(self, asked: Mapping[str, Any]) -> Thing:
        if "charge" not in asked:
            require(asked, "payment_intent")
        charge = self._charge(asked)
        left = charge["amount"] - charge["amount_refunded"]
        amount = asked.get("amount", left)
        if charge["disputed"]:
            raise Refused("This charge is disputed.", code="charge_disputed", kept=True)
        if not left:
            raise Refused("Charge has already been refunded.", code="charge_already_refunded", kept=True)
        if amount < 1:
            raise Refused("Invalid positive integer", code="parameter_invalid_integer", param="amount")
        if amount > left:
            raise Refused(
                f"Refund amount ({amount}) is greater than unrefunded amount on charge ({left})",
                param="amount",
            )
        return self._make(charge, amount, asked.get("metadata", {}), asked.get("reason"))

    # What happens elsewhere

    def in_dashboard(self, intent_id: str, amount: int) -> str:
        """A person gives money back in Stripe's Dashboard. Returns the refund's id."""
        with self._account.lock:
            charge = self._charge({"payment_intent": intent_id})
            return str(self._make(charge, amount, {}, None)["id"])

    def succeed(self, refund_id: str) -> None:
        with self._account.lock:
            refund = self._account.get(refund_id, "refund")
            refund["status"] = "succeeded"
            self._events.happened("refund.updated", refund)

    def fail(self, refund_id: str, reason: str = "lost_or_stolen_card") -> None:
        """The bank sends the money back, even weeks after the refund succeeded."""
        with self._account.lock:
            refund = self._account.get(refund_id, "refund")
            refund.update(status="failed", failure_reason=reason)
            charge = self._account.get(refund["charge"], "charge")
            charge["amount_refunded"] -= refund["amount"]
            charge["refunded"] = False
            self._events.happened("refund.failed", refund)

    def _charge(self, asked: Mapping[str, Any]) -> Thing:
        if "charge" in asked:
            return self._account.get(asked["charge"], "charge", "charge")
        intent = self._account.get(asked["payment_intent"], "payment_intent", "payment_intent")
        if intent["latest_charge"] is None:
            raise Refused("This PaymentIntent does not have a successful charge to refund.", kept=True)
        return self._account.get(intent["latest_charge"], "charge")

    def _make(self, charge: Thing, amount: int, metadata: Mapping[str, str], reason: str | None) -> Thing:
        refund = self._account.make(
            "re",
            "refund",
            amount=amount,
            charge=charge["id"],
            currency=charge["currency"],
            failure_reason=None,
            metadata=dict(metadata),
            payment_intent=charge["payment_intent"],
            reason=reason,
            status="succeeded" if self.arrive_at_once else "pending",
        )
        del refund["livemode"]  # the API has none there
        charge["amount_refunded"] += amount
        charge["refunded"] = charge["amount_refunded"] == charge["amount"]
        self._events.happened("refund.created", refund)
        self._events.happened("charge.refunded", charge)
        return refund


class Disputes:
    def __init__(self, account: Account, events: Events) -> None:
        self._account, self._events = account, events

    def open(self, intent_id: str, reason: str = "fraudulent") -> str:
        """A driver's bank wants the money back. Returns the dispute's id."""
        with self._account.lock:
            intent = self._account.get(intent_id, "payment_intent")
            charge = self._account.get(intent["latest_charge"], "charge")
            charge["disputed"] = True
            dispute = self._account.make(
                "dp",
                "dispute",
                amount=charge["amount"],
                charge=charge["id"],
                currency=charge["currency"],
                payment_intent=intent_id,
                reason=reason,
                status="needs_response",
            )
            self._events.happened("charge.dispute.created", dispute)
            return str(dispute["id"])

    def close(self, dispute_id: str, *, won: bool) -> None:
        with self._account.lock:
            dispute = self._account.get(dispute_id, "dispute")
            dispute["status"] = "won" if won else "lost"
            self._events.happened("charge.dispute.closed", dispute)
