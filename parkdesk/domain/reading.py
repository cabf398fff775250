"""What the provider says of one of its objects, fetched by id: the only thing a charge's standing is made from."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from parkdesk.domain.attention import Reason, Why
from parkdesk.domain.charge import Attempt, Charge, Phase, RefundState, Standing, settled
from parkdesk.domain.provider_money import to_provider


@dataclass(frozen=True, slots=True)
class IntentReading:
    """A PaymentIntent (docs.stripe.com/api/payment_intents/object). Amounts as the provider counts them.

    `reference` is our charge's id and `attempt` our attempt's number, from its metadata. `number` counts this
    database's readings. `refunded` is what was given back in all, known only where the provider was asked for it.
    """

    id: str
    status: str
    amount: int
    currency: str
    live: bool
    reference: str
    attempt: int = 0
    received: int = 0
    declined: str = ""
    refunded: int = 0
    disputed: bool = False
    created_at: datetime | None = None
    number: int = 0

    @property
    def phase(self) -> Phase:
        match self.status:
            case "succeeded":
                return Phase.PAID
            case "canceled":
                return Phase.CANCELED
            case "processing" | "requires_capture":
                return Phase.PROCESSING
            case _:
                return Phase.AWAITING


@dataclass(frozen=True, slots=True)
class SessionReading:
    """A Checkout Session (docs.stripe.com/api/checkout/sessions/object); its intent only exists once submitted."""

    id: str
    status: str
    payment_status: str
    amount: int
    currency: str
    live: bool
    reference: str
    attempt: int = 0
    url: str = ""
    expires_at: datetime | None = None
    intent: IntentReading | None = None
    created_at: datetime | None = None
    number: int = 0

    @property
    def phase(self) -> Phase:
        """Fulfilled on `payment_status` only (docs.stripe.com/checkout/fulfillment)."""
        if self.payment_status == "paid":
            return Phase.PAID
        if self.status == "expired":
            return Phase.EXPIRED
        if self.status != "complete":
            return Phase.AWAITING
        # Submitted, and the money is on its way unless the bank has said no since.
        refused = self.intent is not None and self.intent.phase in (Phase.AWAITING, Phase.CANCELED)
        return Phase.FAILED if refused and self.intent and self.intent.declined else Phase.PROCESSING


@dataclass(frozen=True, slots=True)
class RefundReading:
    """A Refund (docs.stripe.com/api/refunds/object). `reference` is our refund's id, empty if made elsewhere."""

    id: str
    status: str
    amount: int
    currency: str
    intent_id: str
    reference: str = ""
    created_at: datetime | None = None
    failure: str = ""

    @property
    def state(self) -> RefundState:
        match self.status:
            case "succeeded":
                return RefundState.SUCCEEDED
            case "failed":
                return RefundState.FAILED
            case "canceled":
                return RefundState.CANCELED
            case _:
                return RefundState.PENDING


@dataclass(frozen=True, slots=True)
class DisputeReading:
    """A Dispute (docs.stripe.com/api/disputes/object): a bank wants the money back."""

    id: str
    status: str
    amount: int
    currency: str
    intent_id: str
    live: bool
    reason: str = ""
    created_at: datetime | None = None
    respond_by: datetime | None = None
    """Until when evidence is taken."""


@dataclass(frozen=True, slots=True)
class ReaderReading:
    """A card reader. `action` is what it does now: empty, `in_progress`, `succeeded` or `failed` with `failure`."""

    id: str
    label: str
    online: bool
    device: str = ""
    intent_id: str = ""
    action: str = ""
    failure: str = ""
    failure_code: str = ""


Reading = IntentReading | SessionReading


def strange(charge: Charge, reading: Reading) -> Reason | None:
    """Why a reading cannot be about this charge, if so; such a reading changes nothing but raises attention."""
    money = charge.amount
    if reading.live != (charge.mode == "live"):
        return Reason(Why.OTHER_MODE)
    if reading.currency.upper() != money.currency:
        return Reason(Why.OTHER_CURRENCY, (reading.currency.upper(), money.currency))
    if reading.amount != to_provider(money):
        return Reason(Why.OTHER_AMOUNT)
    if reading.reference != str(charge.id):
        return Reason(Why.OTHER_PAYMENT)
    return None


def mark(why: Why, reading: Reading | RefundReading | DisputeReading) -> str:
    """What is strange about an object as it is now, in eight digits: once told, it is told again only if it changes."""
    facts = [why.name, reading.id, str(reading.amount), reading.currency]
    if not isinstance(reading, RefundReading):
        facts.append(str(reading.live))
    if not isinstance(reading, DisputeReading):
        facts.append(reading.reference)
    return hashlib.sha256("\n".join(facts).encode()).hexdigest()[:8]


def standing(reading: Reading) -> Standing:
    """The reading as a standing."""
    declined = reading.declined if isinstance(reading, IntentReading) else ""
    if isinstance(reading, SessionReading) and reading.intent is not None:
        declined = reading.intent.declined
    return Standing(reading.phase, reading.number, declined)


def read_into(attempt: Attempt, readings: Iterable[Reading]) -> Attempt:
    """The attempt after readings of its object, in whatever order they come: pure and monotone."""
    for reading in readings:
        after = settled((attempt.standing, standing(reading)))
        attempt = replace(
            attempt,
            standing=after,
            unknown=False,
            session_id=reading.id if isinstance(reading, SessionReading) else attempt.session_id,
            intent_id=_intent_id(reading) or attempt.intent_id,
            url=(reading.url if isinstance(reading, SessionReading) else "") or attempt.url,
            expires_at=(reading.expires_at if isinstance(reading, SessionReading) else None)
            or attempt.expires_at,
        )
    return attempt


def _intent_id(reading: Reading) -> str | None:
    if isinstance(reading, IntentReading):
        return reading.id
    return None if reading.intent is None else reading.intent.id
