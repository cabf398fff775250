"""The shelf of IOUs: what drivers promised to pay later."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, text, update

from parkdesk.domain.iou import Iou
from parkdesk.domain.money import Money
from parkdesk.store.settlement_tables import ious
from parkdesk.store.tables import bookings
from parkdesk.store.types import readable

_ADD = insert(ious)
_SHOWN = select(ious, bookings.c.ticket, bookings.c.plate).join(bookings, bookings.c.id == ious.c.booking_id)
_ONE = _SHOWN.where(ious.c.id == bindparam("id"))
_OPEN = _SHOWN.where(text("settled_at IS NULL")).order_by(ious.c.issued_at, ious.c.id)
_OF_BOOKINGS = _OPEN.where(ious.c.booking_id.in_(bindparam("bookings", expanding=True)))
_SETTLE = (
    update(ious)
    .where(ious.c.id.in_(bindparam("ids", expanding=True)), text("settled_at IS NULL"))
    .values(settled_at=bindparam("now"))
)
_REOPEN = update(ious).where(ious.c.id.in_(bindparam("ids", expanding=True))).values(settled_at=None)


class Ious:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, iou: Iou, lot_id: UUID, desk_id: UUID) -> None:
        self._connection.execute(
            _ADD,
            {
                "id": iou.id,
                "booking_id": iou.booking_id,
                "lot_id": lot_id,
                "desk_id": desk_id,
                "amount_minor": iou.amount.minor,
                "currency": iou.amount.currency,
                "reason": iou.reason,
                "issued_at": iou.issued_at,
                "issued_by": iou.issued_by,
            },
        )

    def find(self, iou_id: UUID) -> Iou | None:
        row = self._connection.execute(_ONE, {"id": iou_id}).first()
        return None if row is None else iou_of(row)

    def of_bookings(self, booking_ids: Sequence[UUID]) -> tuple[Iou, ...]:
        """The open ones of some bookings, oldest first."""
        return tuple(map(iou_of, self._connection.execute(_OF_BOOKINGS, {"bookings": list(booking_ids)})))

    def settle(self, iou_ids: Sequence[UUID], now: datetime) -> None:
        self._connection.execute(_SETTLE, {"ids": list(iou_ids), "now": now})

    def reopen(self, iou_ids: Sequence[UUID]) -> None:
        """The money that settled them was taken back."""
        self._connection.execute(_REOPEN, {"ids": list(iou_ids)})


@readable
def iou_of(row: Any) -> Iou:
    return Iou(
        row.id,
        row.booking_id,
        Money(row.amount_minor, row.currency),
        row.reason,
        row.issued_at,
        row.issued_by,
        row.settled_at,
        row.ticket,
        row.plate,
    )
