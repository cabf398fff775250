"""Checkout Sessions, and the page on which a driver pays (docs.stripe.com/payments/checkout/how-checkout-works)."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from tests.stripe_double.account import Account, Thing
from tests.stripe_double.events import Events
from tests.stripe_double.forms import require
from tests.stripe_double.intents import DECLINED, Intents, check_amount
from tests.stripe_double.refusal import Refused

SHORTEST, LONGEST = 30 * 60, 24 * 60 * 60


class PageGone(Exception):
    """The driver reads that this page is no longer open."""


class Checkout:
    """`address` is where the driver's page is, for a person who tries it by hand."""

    def __init__(self, account: Account, events: Events, intents: Intents, address: str) -> None:
        self._account, self._events, self._intents = account, events, intents
        self._address = address
        self._waiting: list[Thing] = []

    # What the API does

    def create(self, asked: Mapping[str, Any]) -> Thing:
        require(asked, "mode", "line_items", "success_url")
        if asked["mode"] != "payment":
            raise Refused("The double only takes mode=payment.", param="mode")
        now = self._account.now()
        expires_at = asked.get("expires_at", now + LONGEST)
        if not now + SHORTEST <= expires_at <= now + LONGEST:
            raise Refused(
                "The `expires_at` timestamp must be between 30 minutes and 24 hours from now.",
                param="expires_at",
            )
        for item in asked["line_items"]:
            require(item, "price_data", "quantity")
            require(item["price_data"], "currency", "unit_amount", "product_data")
        currency = asked["line_items"][0]["price_data"]["currency"]
        amount = sum(item["price_data"]["unit_amount"] * item["quantity"] for item in asked["line_items"])
        check_amount(amount, currency)
        session = self._account.make(
            "cs_test",
            "checkout.session",
            amount_subtotal=amount,
            amount_total=amount,
            client_reference_id=asked.get("client_reference_id"),
            currency=currency,
            customer_details=None,
            expires_at=expires_at,
            metadata=asked.get("metadata", {}),
            mode="payment",
            payment_intent=None,
            payment_status="unpaid",
            status="open",
            success_url=asked["success_url"],
            ui_mode="hosted_page",
            url="",
            _intent_metadata=asked.get("payment_intent_data", {}).get("metadata", {}),
        )
        session["url"] = f"{self._address}/pay/{session['id']}"
        self._waiting.append(session)
        return session

    def expire(self, session_id: str) -> Thing:
        session = self._account.get(session_id, "checkout.session")
        if session["status"] != "open":
            raise Refused(
                'Only Checkout Sessions with a status in ["open"] can be expired. '
                f"This Checkout Session has a status of `{session['status']}`.",
                kept=True,
            )
        self._expire(session)
        return session

    def expire_what_is_due(self) -> None:
        now = self._account.now()
        self._waiting = [session for session in self._waiting if session["status"] == "open"]
        for session in self._waiting:
            if session["expires_at"] <= now:
                self._expire(session)

    # What a driver does on the page, and a bank after it

    def pay(self, session_id: str) -> None:
        """Raises PageGone."""
        with self._account.lock:
            session = self._open(session_id)
            intent = self._intent(session)
            self._intents.succeed(intent)
            self._complete(session, paid=True)

    def decline(self, session_id: str, message: str = DECLINED) -> None:
        """The card is declined; the page stays open for another try. Raises PageGone."""
        with self._account.lock:
            self._intents.decline(self._intent(self._open(session_id)), message)

    def submit(self, session_id: str) -> None:
        """Paid by a method that takes days: the session is complete, the money is not there. Raises PageGone."""
        with self._account.lock:
            session = self._open(session_id)
            self._intents.process(self._intent(session))
            self._complete(session, paid=False)

    def arrive(self, session_id: str) -> None:
        """The money of such a method is there."""
        with self._account.lock:
            session = self._account.get(session_id, "checkout.session")
            self._intents.succeed(self._account.get(session["payment_intent"], "payment_intent"))
            session["payment_status"] = "paid"
            self._events.happened("checkout.session.async_payment_succeeded", session)

    def bounce(self, session_id: str, message: str = "The bank refused the payment.") -> None:
        """The money of such a method will not come."""
        with self._account.lock:
            session = self._account.get(session_id, "checkout.session")
            self._intents.decline(self._account.get(session["payment_intent"], "payment_intent"), message)
            self._events.happened("checkout.session.async_payment_failed", session)

    def _open(self, session_id: str) -> Thing:
        self.expire_what_is_due()
        session = self._account.get(session_id, "checkout.session")
        if session["status"] != "open":
            raise PageGone(session["status"])
        return session

    def _intent(self, session: Thing) -> Thing:
        """Made when the driver submits for the first time."""
        if session["payment_intent"] is None:
            intent = self._intents.make(
                session["amount_total"], session["currency"], session["_intent_metadata"], methods=["card"]
            )
            session["payment_intent"] = intent["id"]
        return self._account.get(session["payment_intent"], "payment_intent")

    def _complete(self, session: Thing, *, paid: bool) -> None:
        session.update(
            status="complete",
            payment_status="paid" if paid else "unpaid",
            url=None,
            customer_details={"name": "A Driver", "email": "driver@example.com"},
        )
        self._events.happened("checkout.session.completed", session)

    def _expire(self, session: Thing) -> None:
        session.update(status="expired", url=None)
        if session["payment_intent"] is not None:
            intent = self._account.get(session["payment_intent"], "payment_intent")
            if intent["status"] == "requires_payment_method":
                self._intents.cancel(intent["id"], {"cancellation_reason": "automatic"})
        self._events.happened("checkout.session.expired", session)
