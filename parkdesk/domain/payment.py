"""A payment: money taken for a booking, never without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.money import Money, exponent

PRICE_STANDS = timedelta(minutes=15)
"""How long the price that a driver was told at the exit holds while they pay it."""

_LARGEST_NOTES = {
    "AED": 1000, "AUD": 100, "BRL": 200, "CAD": 100, "CHF": 1000, "CNY": 100, "CZK": 5000, "DKK": 1000,
    "EUR": 500, "GBP": 50, "INR": 500, "JPY": 10_000, "KWD": 20, "NOK": 1000, "NZD": 100, "PLN": 500,
    "SEK": 1000, "SGD": 1000, "USD": 100, "ZAR": 200,
}  # fmt: skip
_MOST_NOTES = 10


def is_slip(change: Money) -> bool:
    """Whether so much change can only come from a wrong key: ten of the largest common notes. Of a currency whose notes
    are not known here nothing is said."""
    note = _LARGEST_NOTES.get(change.currency)
    return note is not None and change.minor >= _MOST_NOTES * note * 10 ** exponent(change.currency)


class Method(StrEnum):
    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    OTHER = "other"


class PaymentStatus(StrEnum):
    """Money came in with `PAID` and with `REFUNDED`, which says that all of it went back."""

    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    REFUNDED = "refunded"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class HandBack:
    """Money taken over the desk that goes back, though nobody was there to take it: a person hands it over."""

    refund_id: UUID
    booking_id: UUID
    lot_id: UUID
    amount: Money
    method: Method
    since: datetime
    ticket: str
    plate: str


@dataclass(frozen=True, slots=True)
class Payment:
    """`tendered_minor` is the cash handed over, from which the change follows.

    A share of a charge names it, and once it is paid the attempt that paid it. `refunded_minor` is what went back, or
    is on its way.
    """

    id: UUID
    booking_id: UUID
    method: Method
    amount_minor: int
    currency: str
    status: PaymentStatus
    processed_at: datetime
    taken_by: UUID
    tendered_minor: int | None = None
    note: str = ""
    charge_id: UUID | None = None
    attempt_id: UUID | None = None
    refunded_minor: int = 0

    @property
    def left_minor(self) -> int:
        """What of it is still here."""
        came_in = self.status in (PaymentStatus.PAID, PaymentStatus.REFUNDED)
        return self.amount_minor - self.refunded_minor if came_in else 0

    @property
    def amount(self) -> Money:
        return Money(self.amount_minor, self.currency)

    @property
    def change(self) -> Money:
        return Money((self.tendered_minor or self.amount_minor) - self.amount_minor, self.currency)
