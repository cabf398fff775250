"""A payment: money taken for a booking, never without one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.money import Money


class Method(StrEnum):
    CASH = "cash"
    CARD = "card"
    TRANSFER = "transfer"
    OTHER = "other"


class PaymentStatus(StrEnum):
    PENDING = "pending"
    PAID = "paid"
    FAILED = "failed"
    REFUNDED = "refunded"
    VOID = "void"


@dataclass(frozen=True, slots=True)
class Payment:
    """`tendered_minor` is the cash handed over, from which the change follows."""

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

    @property
    def amount(self) -> Money:
        return Money(self.amount_minor, self.currency)

    @property
    def change(self) -> Money:
        return Money((self.tendered_minor or self.amount_minor) - self.amount_minor, self.currency)
