"""The shelf of receipts: numbered without a gap by desk, never changed, and each paper of one counted."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists, func, insert, select

from parkdesk.domain.receipt import Receipt, as_record, from_record
from parkdesk.store.paper_tables import receipt_papers, receipts
from parkdesk.store.tables import payments

_LAST = select(func.max(receipts.c.number)).where(receipts.c.desk_id == bindparam("desk_id"))
_ONE = select(receipts).where(receipts.c.id == bindparam("id"))
_OF = (
    select(receipts)
    .where(receipts.c.booking_id.in_(bindparam("bookings", expanding=True)))
    .order_by(receipts.c.issued_at, receipts.c.id)
)
_NUMBERED = select(receipts.c.booking_id).where(
    receipts.c.desk_id.in_(bindparam("desks", expanding=True)), receipts.c.number == bindparam("number")
)
_COPIES = select(func.count()).where(receipt_papers.c.receipt_id == bindparam("id"))
_VOID = select(
    exists().where(payments.c.id.in_(bindparam("payments", expanding=True)), payments.c.status == "void")
)
_COUNTS = (
    select(receipts.c.desk_id, func.count(), func.min(receipts.c.number), func.max(receipts.c.number))
    .group_by(receipts.c.desk_id)
    .order_by(receipts.c.desk_id)
)


class Receipts:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_number(self, desk_id: UUID) -> int:
        """The desk's next one. Claim the desk before, so that nobody else draws the same."""
        return (self._connection.execute(_LAST, {"desk_id": desk_id}).scalar_one() or 0) + 1

    def add(self, receipt: Receipt, issued_by: UUID | None) -> None:
        self.add_many([(receipt, issued_by)])

    def add_many(self, added: Iterable[tuple[Receipt, UUID | None]]) -> None:
        """Receipts with who issued them."""
        records = [
            {
                "id": receipt.id,
                "desk_id": receipt.desk_id,
                "number": receipt.number,
                "booking_id": receipt.booking_id,
                "lot_id": receipt.lot_id,
                "issued_at": receipt.issued_at,
                "issued_by": issued_by,
                "payload": json.dumps(as_record(receipt), ensure_ascii=False, separators=(",", ":")),
            }
            for receipt, issued_by in added
        ]
        if records:
            self._connection.execute(insert(receipts), records)

    def find(self, receipt_id: UUID) -> Receipt | None:
        row = self._connection.execute(_ONE, {"id": receipt_id}).first()
        return None if row is None else _receipt(row)

    def of(self, booking_ids: Sequence[UUID]) -> tuple[Receipt, ...]:
        """The receipts of a stay, by its bookings, oldest first."""
        return tuple(map(_receipt, self._connection.execute(_OF, {"bookings": list(booking_ids)})))

    def numbered(self, desk_ids: Sequence[UUID], number: int) -> tuple[UUID, ...]:
        """The bookings of the receipts that bear a number at some desks."""
        asked = {"desks": list(desk_ids), "number": number}
        return tuple(row.booking_id for row in self._connection.execute(_NUMBERED, asked))

    def is_void(self, receipt: Receipt) -> bool:
        """Whether a payment it vouches for was taken back."""
        void: bool = self._connection.execute(_VOID, {"payments": list(receipt.payments)}).scalar_one()
        return bool(void)

    def papers(self, receipt_id: UUID) -> int:
        """How many have been handed out of it."""
        return int(self._connection.execute(_COPIES, {"id": receipt_id}).scalar_one())

    def hand_out(self, receipt_id: UUID, copy: int, outlet: str, given_by: UUID, given_at: datetime) -> None:
        self._connection.execute(
            insert(receipt_papers),
            {
                "receipt_id": receipt_id,
                "copy": copy,
                "outlet": outlet,
                "given_by": given_by,
                "given_at": given_at,
            },
        )

    def gaps(self) -> tuple[UUID, ...]:
        """The desks whose numbers do not run from one to the count of their receipts."""
        return tuple(row[0] for row in self._connection.execute(_COUNTS) if (row[2], row[3]) != (1, row[1]))


def _receipt(row: Any) -> Receipt:
    return from_record(
        json.loads(row.payload),
        id=row.id,
        desk_id=row.desk_id,
        number=row.number,
        booking_id=row.booking_id,
        lot_id=row.lot_id,
        issued_at=row.issued_at,
    )
