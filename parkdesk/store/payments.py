"""The shelf of payments and of the notes kept with a booking."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, text, update

from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.store.tables import notes, payments, people
from parkdesk.store.types import readable

_INSERT = insert(payments)
_OF = (
    select(payments)
    .where(payments.c.booking_id == bindparam("booking_id"))
    .order_by(payments.c.processed_at, payments.c.id)
)
_ONE = select(payments).where(payments.c.id == bindparam("id"))
_PAID = select(func.coalesce(func.sum(payments.c.amount_minor), 0)).where(
    payments.c.booking_id == bindparam("booking_id"), text("status = 'paid'")
)
_STATUS = (
    update(payments).where(payments.c.id == bindparam("payment_id")).values(status=bindparam("new_status"))
)
_ADD_NOTE = insert(notes)
_NOTES = (
    select(notes.c.id, notes.c.at, notes.c.text, people.c.name)
    .join(people, people.c.id == notes.c.person_id)
    .where(notes.c.booking_id == bindparam("booking_id"), notes.c.struck_at.is_(None))
    .order_by(notes.c.at, notes.c.id)
)
_STRIKE = update(notes).where(notes.c.id == bindparam("note_id")).values(struck_at=bindparam("now"))


class Payments:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, payment: Payment, lot_id: UUID, desk_id: UUID, day: date) -> None:
        self.add_many([(payment, lot_id, desk_id, day)])

    def add_many(self, added: Iterable[tuple[Payment, UUID, UUID, date]]) -> None:
        """Payments with the lot, the desk and the lot's day they were taken on."""
        records = [
            {
                "id": payment.id,
                "booking_id": payment.booking_id,
                "lot_id": lot_id,
                "desk_id": desk_id,
                "method": payment.method.value,
                "amount_minor": payment.amount_minor,
                "currency": payment.currency,
                "status": payment.status.value,
                "processed_at": payment.processed_at,
                "day": day,
                "taken_by": payment.taken_by,
                "tendered_minor": payment.tendered_minor,
                "note": payment.note,
            }
            for payment, lot_id, desk_id, day in added
        ]
        if records:
            self._connection.execute(_INSERT, records)

    def of(self, booking_id: UUID) -> tuple[Payment, ...]:
        return tuple(map(_payment, self._connection.execute(_OF, {"booking_id": booking_id})))

    def find(self, payment_id: UUID) -> Payment | None:
        row = self._connection.execute(_ONE, {"id": payment_id}).first()
        return None if row is None else _payment(row)

    def day_of(self, payment_id: UUID) -> date:
        day: date = self._connection.execute(_ONE, {"id": payment_id}).one().day
        return day

    def paid_minor(self, booking_id: UUID) -> int:
        return int(self._connection.execute(_PAID, {"booking_id": booking_id}).scalar_one())

    def set_status(self, payment_id: UUID, status: PaymentStatus) -> None:
        self._connection.execute(_STATUS, {"payment_id": payment_id, "new_status": status.value})

    def add_note(self, note_id: UUID, booking_id: UUID, person_id: UUID, at: datetime, words: str) -> None:
        self._connection.execute(
            _ADD_NOTE,
            {"id": note_id, "booking_id": booking_id, "person_id": person_id, "at": at, "text": words},
        )

    def strike_note(self, note_id: UUID, now: datetime) -> None:
        self._connection.execute(_STRIKE, {"note_id": note_id, "now": now})

    def notes(self, booking_id: UUID) -> tuple[tuple[UUID, datetime, str, str], ...]:
        """Id, moment, text and author of a booking's notes, oldest first."""
        found = self._connection.execute(_NOTES, {"booking_id": booking_id})
        return tuple((row.id, row.at, row.text, row.name) for row in found)


@readable
def _payment(row: Any) -> Payment:
    return Payment(
        row.id,
        row.booking_id,
        Method(row.method),
        row.amount_minor,
        row.currency,
        PaymentStatus(row.status),
        row.processed_at,
        row.taken_by,
        row.tendered_minor,
        row.note,
    )
