"""Stripe's objects as readings (docs.stripe.com/api): plain values, no stripe type."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any, Generic, TypeVar

from parkdesk.domain.reading import DisputeReading, IntentReading, RefundReading, SessionReading
from parkdesk.payments.gateway import EventHint, ReaderReading

Object = Mapping[str, Any]
_Got = TypeVar("_Got")
_MOST_OF_A_REASON = 200
EVENT_TYPES = (
    "checkout.session.completed",
    "checkout.session.async_payment_succeeded",
    "checkout.session.async_payment_failed",
    "checkout.session.expired",
    "payment_intent.succeeded",
    "payment_intent.payment_failed",
    "payment_intent.processing",
    "payment_intent.canceled",
    "charge.refunded",
    "charge.refund.updated",
    "refund.created",
    "refund.updated",
    "refund.failed",
    "charge.dispute.created",
    "charge.dispute.updated",
    "charge.dispute.closed",
    "charge.dispute.funds_withdrawn",
    "charge.dispute.funds_reinstated",
    "terminal.reader.action_succeeded",
    "terminal.reader.action_failed",
)
"""Stripe takes at most twenty (docs.stripe.com/api/events/list)."""


def intent_reading(intent: Object) -> IntentReading:
    """A PaymentIntent, with `latest_charge` expanded where disputes matter."""
    error = intent.get("last_payment_error") or {}
    charge = intent.get("latest_charge")
    charge = charge if isinstance(charge, Mapping) else {}
    return IntentReading(
        id=intent["id"],
        status=intent["status"],
        amount=intent["amount"],
        currency=intent["currency"],
        live=intent["livemode"],
        reference=_metadata(intent, "charge"),
        attempt=_number(_metadata(intent, "attempt")),
        received=intent.get("amount_received") or 0,
        declined=str(error.get("message") or error.get("code") or "")[:_MOST_OF_A_REASON],
        refunded=charge.get("amount_refunded") or 0,
        disputed=bool(charge.get("disputed")),
        created_at=_moment(intent.get("created")),
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
        attempt=_number(_metadata(session, "attempt")),
        url=session.get("url") or "",
        expires_at=_moment(session.get("expires_at")),
        intent=intent_reading(intent) if isinstance(intent, Mapping) else None,
        created_at=_moment(session.get("created")),
    )


def refund_reading(refund: Object) -> RefundReading:
    return RefundReading(
        id=refund["id"],
        status=refund["status"],
        amount=refund["amount"],
        currency=refund["currency"],
        intent_id=_id(refund.get("payment_intent")),
        reference=_metadata(refund, "refund"),
        created_at=_moment(refund.get("created")),
        failure=refund.get("failure_reason") or "",
    )


def dispute_reading(dispute: Object) -> DisputeReading:
    return DisputeReading(
        id=dispute["id"],
        status=dispute["status"],
        amount=dispute["amount"],
        currency=dispute["currency"],
        intent_id=_id(dispute.get("payment_intent")),
        live=dispute["livemode"],
        reason=dispute.get("reason") or "",
        created_at=_moment(dispute.get("created")),
        respond_by=_moment((dispute.get("evidence_details") or {}).get("due_by")),
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
        failure_code=action.get("failure_code") or "",
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
        live=event["livemode"],
    )


@dataclass(frozen=True, slots=True)
class Page(Generic[_Got]):
    """A page of a list, newest first; `newest` and `oldest` are ids, empty on an empty page."""

    rows: tuple[_Got, ...]
    has_more: bool
    newest: str = ""
    oldest: str = ""


def page_of(reading: Callable[[Object], _Got]) -> Callable[[Object], Page[_Got]]:
    """How to read a page of such objects."""

    def read(page: Object) -> Page[_Got]:
        rows = page["data"]
        newest, oldest = (rows[0]["id"], rows[-1]["id"]) if rows else ("", "")
        return Page(tuple(map(reading, rows)), bool(page["has_more"]) and bool(rows), newest, oldest)

    return read


def _metadata(thing: Object, name: str) -> str:
    return str((thing.get("metadata") or {}).get(name) or "")


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() else 0


def _id(thing: object) -> str:
    """An object's id, whether it came whole or only by name."""
    if isinstance(thing, Mapping):
        return str(thing.get("id") or "")
    return thing if isinstance(thing, str) else ""


def _moment(seconds: int | None) -> datetime | None:
    return None if seconds is None else datetime.fromtimestamp(seconds, UTC)
