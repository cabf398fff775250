"""Stripe's objects as readings (docs.stripe.com/api): plain values, no stripe type."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from parkdesk.domain.reading import IntentReading, RefundReading, SessionReading
from parkdesk.payments.gateway import EventHint, ReaderReading

Object = Mapping[str, Any]
_MOST_OF_A_REASON = 200


def intent_reading(intent: Object) -> IntentReading:
    """A PaymentIntent, with `latest_charge` expanded where disputes matter."""
    error = intent.get("last_payment_error") or {}
    charge = intent.get("latest_charge")
    return IntentReading(
        id=intent["id"],
        status=intent["status"],
        amount=intent["amount"],
        currency=intent["currency"],
        live=intent["livemode"],
        reference=(intent.get("metadata") or {}).get("charge", ""),
        received=intent.get("amount_received") or 0,
        declined=str(error.get("message") or error.get("code") or "")[:_MOST_OF_A_REASON],
        disputed=isinstance(charge, Mapping) and bool(charge.get("disputed")),
    )


def session_reading(session: Object) -> SessionReading:
    """A Checkout Session, with `payment_intent` expanded."""
    intent = session.get("payment_intent")
    return SessionReading(
        id=session["id"],
        status=session["status"],
        payment_status=session["payment_status"],
        amount=session["amount_total"],
        currency=session["currency"],
        live=session["livemode"],
        reference=session.get("client_reference_id") or "",
        url=session.get("url") or "",
        expires_at=_moment(session.get("expires_at")),
        intent=intent_reading(intent) if isinstance(intent, Mapping) else None,
    )


def refund_reading(refund: Object) -> RefundReading:
    return RefundReading(
        id=refund["id"],
        status=refund["status"],
        amount=refund["amount"],
        currency=refund["currency"],
        intent_id=_id(refund.get("payment_intent")),
        reference=(refund.get("metadata") or {}).get("refund", ""),
        created_at=_moment(refund.get("created")),
    )


def reader_reading(reader: Object) -> ReaderReading:
    action = reader.get("action") or {}
    payment = action.get("process_payment_intent") or {}
    return ReaderReading(
        id=reader["id"],
        label=reader.get("label") or "",
        online=reader.get("status") == "online",
        device=reader.get("device_type") or "",
        intent_id=_id(payment.get("payment_intent")),
        action=action.get("status") or "",
        failure=action.get("failure_message") or action.get("failure_code") or "",
    )


def event_hint(event: Object) -> EventHint:
    """An Event; its payload has the API version of its day, so only names are taken from it."""
    thing = event["data"]["object"]
    kind = thing.get("object") or ""
    return EventHint(
        id=event["id"],
        type=event["type"],
        created_at=datetime.fromtimestamp(event["created"], UTC),
        kind=kind,
        object_id=thing.get("id") or "",
        intent_id=thing["id"] if kind == "payment_intent" else _id(thing.get("payment_intent")),
    )


def _id(thing: object) -> str:
    """An object's id, whether it came whole or only by name."""
    if isinstance(thing, Mapping):
        return str(thing.get("id") or "")
    return thing if isinstance(thing, str) else ""


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
