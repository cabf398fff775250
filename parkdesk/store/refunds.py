"""The shelf of refunds."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, text, update

from parkdesk.domain.charge import Refund, RefundState
from parkdesk.domain.money import Money
from parkdesk.domain.payment import HandBack, Method
from parkdesk.store.settlement_tables import refunds
from parkdesk.store.tables import bookings, payments
from parkdesk.store.types import readable

GOES_BACK_SQL = "refunds.state IN ('requested', 'pending', 'succeeded')"
_ONE = select(refunds).where(refunds.c.id == bindparam("id"))
_OF_PAYMENTS = (
    select(refunds)
    .where(refunds.c.payment_id.in_(bindparam("payments", expanding=True)))
    .order_by(refunds.c.id)
)
_OF_BOOKINGS = (
    select(refunds)
    .join(payments, payments.c.id == refunds.c.payment_id)
    .where(payments.c.booking_id.in_(bindparam("bookings", expanding=True)))
    .order_by(refunds.c.id)
)
_UNDER_WAY = (
    select(refunds)
    .where(refunds.c.charge_id == bindparam("charge_id"), text("state IN ('requested', 'pending')"))
    .order_by(refunds.c.id)
)
_TO_HAND_BACK = (
    select(
        refunds.c.id,
        payments.c.booking_id,
        refunds.c.lot_id,
        refunds.c.amount_minor,
        refunds.c.currency,
        payments.c.method,
        refunds.c.requested_at,
        bookings.c.ticket,
        bookings.c.plate,
    )
    .join(payments, payments.c.id == refunds.c.payment_id)
    .join(bookings, bookings.c.id == payments.c.booking_id)
    # The predicate of the index of all that is under way, which is never much.
    .where(text("refunds.state IN ('requested', 'pending')"), refunds.c.charge_id.is_(None))
    .order_by(refunds.c.id)
)
_ADD = insert(refunds)
_CHANGE = update(refunds).where(refunds.c.id == bindparam("refund_id"))


class Refunds:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, refund: Refund, lot_id: UUID, desk_id: UUID, day: date) -> None:
        """With the lot, the desk and the lot's day it counts on."""
        self._connection.execute(
            _ADD,
            {
                "id": refund.id,
                "payment_id": refund.payment_id,
                "charge_id": refund.charge_id,
                "lot_id": lot_id,
                "desk_id": desk_id,
                "amount_minor": refund.amount.minor,
                "currency": refund.amount.currency,
                "state": refund.state.value,
                "reason": refund.reason,
                "requested_at": refund.requested_at,
                "requested_by": refund.requested_by,
                "day": day,
                "processed_at": refund.processed_at,
                "provider_id": refund.provider_id,
                "unknown": refund.unknown,
                "by_provider": refund.by_provider,
            },
        )

    def find(self, refund_id: UUID) -> Refund | None:
        row = self._connection.execute(_ONE, {"id": refund_id}).first()
        return None if row is None else _refund(row)

    def where_counted(self, refund_id: UUID) -> tuple[UUID, UUID, date]:
        """The lot, the desk and the day whose takings it lessens."""
        row = self._connection.execute(_ONE, {"id": refund_id}).one()
        return row.lot_id, row.desk_id, row.day

    def of_payments(self, payment_ids: Sequence[UUID]) -> tuple[Refund, ...]:
        """Oldest first."""
        return tuple(map(_refund, self._connection.execute(_OF_PAYMENTS, {"payments": list(payment_ids)})))

    def of_bookings(self, booking_ids: Sequence[UUID]) -> tuple[Refund, ...]:
        """Oldest first."""
        return tuple(map(_refund, self._connection.execute(_OF_BOOKINGS, {"bookings": list(booking_ids)})))

    def under_way(self, charge_id: UUID) -> tuple[Refund, ...]:
        return tuple(map(_refund, self._connection.execute(_UNDER_WAY, {"charge_id": charge_id})))

    def to_hand_back(
        self, lot_id: UUID | None = None, booking_id: UUID | None = None
    ) -> tuple[HandBack, ...]:
        """What waits to be handed over the desk, oldest first: of a lot, of a booking, or all of it."""
        asked = _TO_HAND_BACK
        if lot_id is not None:
            asked = asked.where(refunds.c.lot_id == lot_id)
        if booking_id is not None:
            asked = asked.where(payments.c.booking_id == booking_id)
        return tuple(map(_hand_back, self._connection.execute(asked)))

    def change(
        self, refund_id: UUID, state: RefundState, provider_id: str | None, processed_at: datetime | None
    ) -> None:
        self._connection.execute(
            _CHANGE,
            {
                "refund_id": refund_id,
                "state": state.value,
                "provider_id": provider_id,
                "processed_at": processed_at,
                "unknown": False,
            },
        )

    def doubt(self, refund_id: UUID) -> None:
        """Whether it happened is open."""
        self._connection.execute(_CHANGE, {"refund_id": refund_id, "unknown": True})


@readable
def _hand_back(row: Any) -> HandBack:
    return HandBack(
        row.id,
        row.booking_id,
        row.lot_id,
        Money(row.amount_minor, row.currency),
        Method(row.method),
        row.requested_at,
        row.ticket,
        row.plate,
    )


@readable
def _refund(row: Any) -> Refund:
    return Refund(
        row.id,
        row.payment_id,
        Money(row.amount_minor, row.currency),
        RefundState(row.state),
        row.reason,
        row.requested_at,
        row.requested_by,
        row.charge_id,
        row.provider_id,
        row.processed_at,
        bool(row.unknown),
        bool(row.by_provider),
    )
