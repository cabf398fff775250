"""The shelf of payments and of the notes kept with a booking."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Connection, bindparam, case, func, insert, select, text, update

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
LEFT = payments.c.amount_minor - payments.c.refunded_minor
"""What of a payment is still here; all that went back went off what came in."""
CAME_IN_SQL = "payments.status IN ('paid', 'refunded')"
_PAID = select(func.coalesce(func.sum(LEFT), 0)).where(
    payments.c.booking_id == bindparam("booking_id"), text(CAME_IN_SQL)
)
_PAID_OF = (
    select(payments.c.booking_id, func.sum(LEFT))
    .where(payments.c.booking_id.in_(bindparam("bookings", expanding=True)), text(CAME_IN_SQL), LEFT > 0)
    .group_by(payments.c.booking_id)
)
_PENDING = select(func.coalesce(func.sum(payments.c.amount_minor), 0)).where(
    payments.c.booking_id == bindparam("booking_id"), text("status = 'pending'")
)
_OF_CHARGE = (
    select(payments)
    .where(payments.c.charge_id == bindparam("charge_id"), text("charge_id IS NOT NULL"))
    .order_by(payments.c.id)
)
_ONE_LOCKED = _ONE.with_for_update()
_STATUS = (
    update(payments).where(payments.c.id == bindparam("payment_id")).values(status=bindparam("new_status"))
)
_SETTLE = (
    update(payments)
    .where(payments.c.id == bindparam("payment_id"))
    .values(
        status="paid",
        attempt_id=bindparam("attempt"),
        processed_at=bindparam("at"),
        day=bindparam("on_day"),
    )
)
_GIVE_BACK = (
    update(payments)
    .where(payments.c.id == bindparam("payment_id"))
    .values(
        refunded_minor=payments.c.refunded_minor + bindparam("back", type_=BigInteger),
        status=case(
            (
                payments.c.refunded_minor + bindparam("back", type_=BigInteger) == payments.c.amount_minor,
                "refunded",
            ),
            else_="paid",
        ),
    )
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
                "charge_id": payment.charge_id,
                "attempt_id": payment.attempt_id,
                "refunded_minor": payment.refunded_minor,
            }
            for payment, lot_id, desk_id, day in added
        ]
        if records:
            self._connection.execute(_INSERT, records)

    def of(self, booking_id: UUID) -> tuple[Payment, ...]:
        return tuple(map(payment_of, self._connection.execute(_OF, {"booking_id": booking_id})))

    def of_charge(self, charge_id: UUID) -> tuple[Payment, ...]:
        """Its shares, the oldest first; one that was paid twice has another for each time."""
        return tuple(map(payment_of, self._connection.execute(_OF_CHARGE, {"charge_id": charge_id})))

    def find(self, payment_id: UUID, *, lock: bool = False) -> Payment | None:
        row = self._connection.execute(_ONE_LOCKED if lock else _ONE, {"id": payment_id}).first()
        return None if row is None else payment_of(row)

    def day_of(self, payment_id: UUID) -> date:
        day: date = self._connection.execute(_ONE, {"id": payment_id}).one().day
        return day

    def paid_minor(self, booking_id: UUID) -> int:
        """What came in for a booking and has not gone back."""
        return int(self._connection.execute(_PAID, {"booking_id": booking_id}).scalar_one())

    def paid_of(self, booking_ids: Sequence[UUID]) -> dict[UUID, int]:
        """What came in for some bookings and has not gone back; those without any are left out."""
        found = self._connection.execute(_PAID_OF, {"bookings": list(booking_ids)})
        return {row[0]: int(row[1]) for row in found}

    def pending_minor(self, booking_id: UUID) -> int:
        """What open charges are about to bring."""
        return int(self._connection.execute(_PENDING, {"booking_id": booking_id}).scalar_one())

    def settle(self, payment_id: UUID, attempt_id: UUID, at: datetime, day: date) -> None:
        """A charge's share has come in, by that attempt."""
        given = {"payment_id": payment_id, "attempt": attempt_id, "at": at, "on_day": day}
        self._connection.execute(_SETTLE, given)

    def give_back(self, payment_id: UUID, amount_minor: int) -> None:
        """Take a refund off what is here, or with a negative amount put it back. The database refuses too much."""
        self._connection.execute(_GIVE_BACK, {"payment_id": payment_id, "back": amount_minor})

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
def payment_of(row: Any) -> Payment:
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
        row.charge_id,
        row.attempt_id,
        row.refunded_minor,
    )
