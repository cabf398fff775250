"""Refunds and disputes: money that goes back, by the desk, in the Dashboard or by a bank (docs.stripe.com/refunds)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import timedelta
from typing import Any

from tests.stripe_double.account import Account, Thing
from tests.stripe_double.events import Events
from tests.stripe_double.forms import require
from tests.stripe_double.refusal import Refused

ANSWER_WITHIN = timedelta(days=14)


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
        if any(
            dispute["charge"] == charge["id"] and not dispute["is_charge_refundable"]
            for dispute in self._account.all("dispute")
        ):
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

    def open(
        self,
        intent_id: str,
        reason: str = "fraudulent",
        *,
        amount: int | None = None,
        inquiry: bool = False,
    ) -> str:
        """A driver's bank wants the money back, or only asks about it, which moves none. Returns the dispute's id."""
        with self._account.lock:
            intent = self._account.get(intent_id, "payment_intent")
            charge = self._account.get(intent["latest_charge"], "charge")
            charge["disputed"] = charge["disputed"] or not inquiry
            due_by = self._account.now() + int(ANSWER_WITHIN.total_seconds())
            dispute = self._account.make(
                "dp",
                "dispute",
                amount=charge["amount"] if amount is None else amount,
                charge=charge["id"],
                currency=charge["currency"],
                evidence_details={
                    "due_by": due_by,
                    "has_evidence": False,
                    "past_due": False,
                    "submission_count": 0,
                },
                is_charge_refundable=inquiry,
                payment_intent=intent_id,
                reason=reason,
                status="warning_needs_response" if inquiry else "needs_response",
            )
            self._events.happened("charge.dispute.created", dispute)
            return str(dispute["id"])

    def move(self, dispute_id: str, status: str) -> None:
        """The desk's owner answers in the Dashboard, or the bank goes on."""
        with self._account.lock:
            dispute = self._account.get(dispute_id, "dispute")
            dispute["status"] = status
            if not status.startswith("warning"):
                self._account.get(dispute["charge"], "charge")["disputed"] = True
                dispute["is_charge_refundable"] = False
            self._events.happened("charge.dispute.updated", dispute)

    def close(self, dispute_id: str, *, won: bool) -> None:
        """For an inquiry, `won` means that the bank does not go on."""
        with self._account.lock:
            dispute = self._account.get(dispute_id, "dispute")
            asked = dispute["status"].startswith("warning")
            dispute["status"] = "warning_closed" if asked else "won" if won else "lost"
            dispute["is_charge_refundable"] = won
            self._events.happened("charge.dispute.closed", dispute)
