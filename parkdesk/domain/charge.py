"""A charge: money that a provider collects for a stay, by QR code or card reader, and where it stands.

What the provider says arrives late, twice, out of order or not at all, so a charge's standing is a *join*: the greatest
of all readings under one total order. Any order, repetition or loss of earlier readings ends in the same standing, and
nothing overtakes money that has arrived.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum
from uuid import UUID

from parkdesk.domain.attention import Attention
from parkdesk.domain.money import Money

SESSION_LIFE = timedelta(minutes=40)
"""How long a driver may pay by QR code; Stripe takes 30 minutes to 24 hours (docs.stripe.com/api/checkout/sessions).

More than the least, because a desk's clock may be late and a call may have to be sent again."""
KEY_LIFE = timedelta(hours=23)
"""Stripe may forget an idempotency key after 24 hours; later, look up instead of sending again."""


class Because(StrEnum):
    """Why money goes back where no person says so."""

    PAID_TWICE = "paid twice"
    PAID_LATE = "paid after the booking had ended"
    NOT_PAID = "not paid in time"
    MOVED = "moved"
    LEFT_EARLY = "left early"
    CANCELLED = "cancelled"
    MADE_ELSEWHERE = "made at the provider"


class Mode(StrEnum):
    """Which money moves: none (a cash desk), play money, or real money."""

    CASH = "cash"
    TEST = "test"
    LIVE = "live"


class Tender(StrEnum):
    """How the driver pays a charge."""

    QR = "qr"
    READER = "reader"


class Phase(StrEnum):
    """Where an attempt to collect stands at the provider."""

    CREATING = "creating"
    AWAITING = "awaiting"
    """The driver has to do something."""
    PROCESSING = "processing"
    PAID = "paid"
    FAILED = "failed"
    CANCELED = "canceled"
    EXPIRED = "expired"

    @property
    def is_open(self) -> bool:
        return self in OPEN


OPEN = frozenset((Phase.CREATING, Phase.AWAITING, Phase.PROCESSING))


class Finality(IntEnum):
    """How much a reading settles: an open attempt may still close, a closed one may turn out paid, paid stays paid."""

    OPEN = 0
    CLOSED = 1
    PAID = 2


@dataclass(frozen=True, slots=True)
class Standing:
    """What one reading says. `number` counts this database's readings; among equally final ones the newest holds."""

    phase: Phase
    number: int = 0
    declined: str = ""
    """Why the driver's bank said no, as the provider tells it; the attempt may still succeed."""

    @property
    def finality(self) -> Finality:
        if self.phase is Phase.PAID:
            return Finality.PAID
        return Finality.OPEN if self.phase.is_open else Finality.CLOSED


def settled(standings: Iterable[Standing]) -> Standing:
    """The standing that all readings together leave: commutative, associative and idempotent."""
    return max(standings, key=_order)


def _order(standing: Standing) -> tuple[int, int, str, str]:
    return standing.finality, standing.number, standing.phase.value, standing.declined


class RefundState(StrEnum):
    """`REQUESTED` has not reached the provider, or waits to be handed over the desk; `PENDING` is on its way to the
    driver."""

    REQUESTED = "requested"
    PENDING = "pending"
    SUCCEEDED = "succeeded"
    FAILED = "failed"
    CANCELED = "canceled"

    @property
    def counts(self) -> bool:
        """Whether its money is gone or going."""
        return self in (RefundState.REQUESTED, RefundState.PENDING, RefundState.SUCCEEDED)


_REFUND_ORDER = {
    RefundState.REQUESTED: 0,
    RefundState.PENDING: 1,
    RefundState.SUCCEEDED: 2,
    RefundState.CANCELED: 3,
    RefundState.FAILED: 4,
}
"""A refund that succeeded may fail weeks later, never the other way round (docs.stripe.com/refunds#failed-refunds)."""


def refund_settled(states: Iterable[RefundState]) -> RefundState:
    return max(states, key=_REFUND_ORDER.__getitem__)


class Shown(StrEnum):
    """What a person sees of a charge or a payment."""

    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    PARTLY_REFUNDED = "partly_refunded"
    REFUNDED = "refunded"


@dataclass(frozen=True, slots=True)
class Attempt:
    """One try to collect a charge, with one object at the provider.

    `unknown` says that a call's fate is open: it may have happened, and is asked for before anything else.
    """

    id: UUID
    charge_id: UUID
    number: int
    tender: Tender
    opened_at: datetime
    standing: Standing = Standing(Phase.CREATING)
    session_id: str | None = None
    intent_id: str | None = None
    reader_id: str | None = None
    url: str = ""
    expires_at: datetime | None = None
    unknown: bool = False
    presented: int = 0
    """How often the intent was handed to the reader."""
    closing: bool = False
    """A person or the sweep wants it ended; until the provider agrees, it may still be paid."""

    @property
    def phase(self) -> Phase:
        return self.standing.phase


@dataclass(frozen=True, slots=True)
class Charge:
    """`amount` is what the provider shall collect, once; `attention` is why a person must look at it, or empty."""

    id: UUID
    booking_id: UUID
    lot_id: UUID
    desk_id: UUID
    amount: Money
    mode: Mode
    opened_at: datetime
    opened_by: UUID
    attempts: tuple[Attempt, ...] = ()
    attention: Attention = ()
    refunded_minor: int = 0
    disputed: bool = False
    """The driver's bank took the money back, or wants to."""
    strange: tuple[str, ...] = ()
    """Marks of what could not be about it and was told already, oldest first: see `reading.mark`."""

    @property
    def latest(self) -> Attempt:
        return self.attempts[-1]

    @property
    def phase(self) -> Phase:
        """Paid by whichever attempt; else where the latest one stands."""
        if any(attempt.phase is Phase.PAID for attempt in self.attempts):
            return Phase.PAID
        return self.latest.phase

    @property
    def is_open(self) -> bool:
        return self.phase.is_open

    @property
    def shown(self) -> Shown:
        if self.phase is Phase.PAID:
            return shown(self.amount.minor, self.refunded_minor)
        return Shown.PENDING if self.is_open else Shown.FAILED

    def with_attempt(self, attempt: Attempt) -> Charge:
        """The charge with a new attempt, or one of its attempts as it stands now."""
        others = tuple(known for known in self.attempts if known.id != attempt.id)
        return replace(self, attempts=tuple(sorted((*others, attempt), key=lambda known: known.number)))


def shown(paid_minor: int, refunded_minor: int) -> Shown:
    """How a paid amount reads after refunds."""
    if not refunded_minor:
        return Shown.PAID
    return Shown.REFUNDED if refunded_minor >= paid_minor else Shown.PARTLY_REFUNDED


@dataclass(frozen=True, slots=True)
class Refund:
    """Money going back for one payment; `provider_id` is None for cash and for what has not reached the provider."""

    id: UUID
    payment_id: UUID
    amount: Money
    state: RefundState
    reason: str
    requested_at: datetime
    requested_by: UUID | None
    charge_id: UUID | None = None
    provider_id: str | None = None
    processed_at: datetime | None = None
    unknown: bool = False
    by_provider: bool = False
    """Made in the provider's Dashboard and adopted here."""
