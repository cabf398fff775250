"""Payments as a list asks for them and shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.attention import Attention
from parkdesk.domain.charge import Shown, Tender, shown
from parkdesk.domain.payment import Method, Payment, PaymentStatus


class Which(StrEnum):
    """What a person looks for."""

    ALL = "all"
    OPEN = "open"
    PAID = "paid"
    FAILED = "failed"
    REFUNDED = "refunded"
    """In part or as a whole."""
    ATTENTION = "attention"


@dataclass(frozen=True, slots=True)
class PaymentFilter:
    """`day` is the lot's own; without one the days from `since` on count. `text` is part of a plate, a ticket or a
    receipt's number."""

    lot_id: UUID
    which: Which = Which.ALL
    day: date | None = None
    since: date | None = None
    method: Method | None = None
    text: str = ""


@dataclass(frozen=True, slots=True)
class PaymentRow:
    """A payment with the stay it belongs to; `tender` and `attention` are its charge's, `mail_given_up` says that the
    receipt has not reached the driver."""

    payment: Payment
    lot_id: UUID
    day: date
    ticket: str
    plate: str
    bay_code: str
    taken_by: str
    tender: Tender | None = None
    attention: Attention = ()
    mail_given_up: bool = False

    @property
    def shown(self) -> Shown | None:
        """What a person sees; None for one that was taken back by an undo."""
        match self.payment.status:
            case PaymentStatus.PENDING:
                return Shown.PENDING
            case PaymentStatus.FAILED:
                return Shown.FAILED
            case PaymentStatus.VOID:
                return None
            case _:
                return shown(self.payment.amount_minor, self.payment.refunded_minor)


@dataclass(frozen=True, slots=True)
class PaymentPage:
    """Newest first; `next` is the day and the payment to ask for the following page with. `attention` counts those of
    the lot that a person must look at."""

    rows: tuple[PaymentRow, ...]
    next: tuple[date, UUID] | None
    attention: int = 0
