"""The roll-ups' shelf: daily figures kept in the very transaction that changes a booking or a payment."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from uuid import UUID

from sqlalchemy import Connection, bindparam, text

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.payment import Method, Payment
from parkdesk.store.tables import daily

_COUNTS = ("booked", "completed", "cancelled", "auto_cancelled", "no_show", "due_minor", "stayed_seconds")
_TYPED = tuple(bindparam(name, type_=daily.c[name].type) for name in ("lot_id", "day", "desk_id"))
_ADD_DAY = text(
    f"INSERT INTO daily (lot_id, day, desk_id, {', '.join(_COUNTS)}) "
    f"VALUES (:lot_id, :day, :desk_id, {', '.join(f':{count}' for count in _COUNTS)}) "
    "ON CONFLICT (lot_id, day, desk_id) DO UPDATE SET "
    + ", ".join(f"{count} = daily.{count} + excluded.{count}" for count in _COUNTS)
).bindparams(*_TYPED)
_ADD_TAKING = text(
    "INSERT INTO daily_takings (lot_id, day, desk_id, method, amount_minor, payments) "
    "VALUES (:lot_id, :day, :desk_id, :method, :amount_minor, :payments) "
    "ON CONFLICT (lot_id, day, desk_id, method) DO UPDATE SET "
    "amount_minor = daily_takings.amount_minor + excluded.amount_minor, "
    "payments = daily_takings.payments + excluded.payments"
).bindparams(*_TYPED)


@dataclass(slots=True)
class Delta:
    """What one day's figures change by."""

    booked: int = 0
    completed: int = 0
    cancelled: int = 0
    auto_cancelled: int = 0
    no_show: int = 0
    due_minor: int = 0
    stayed_seconds: int = 0

    def __add__(self, other: Delta) -> Delta:
        # Written out: a sweep adds up every stay that it ends.
        return Delta(
            self.booked + other.booked,
            self.completed + other.completed,
            self.cancelled + other.cancelled,
            self.auto_cancelled + other.auto_cancelled,
            self.no_show + other.no_show,
            self.due_minor + other.due_minor,
            self.stayed_seconds + other.stayed_seconds,
        )

    def __bool__(self) -> bool:
        return any(getattr(self, count) for count in _COUNTS)

    def __sub__(self, other: Delta) -> Delta:
        return Delta(*(getattr(self, count) - getattr(other, count) for count in _COUNTS))


def counted(booking: Booking) -> Delta:
    """What a booking as it stands adds to its day."""
    delta = Delta(booked=1)
    if booking.status is Status.COMPLETED:
        delta.completed = 1
        delta.stayed_seconds = _seconds(stayed(booking))
    elif booking.status is Status.CANCELLED:
        delta.cancelled = 1
        delta.auto_cancelled = int(booking.auto_ended)
    elif booking.status is Status.NO_SHOW:
        delta.no_show = 1
    if booking.status not in (Status.CANCELLED, Status.NO_SHOW):
        delta.due_minor = booking.total_minor
    return delta


def stayed(booking: Booking) -> timedelta:
    """Dwell of an ended stay: from its start, or arrival if later, until it left."""
    if booking.left_at is None:
        return timedelta(0)
    return booking.left_at - max(booking.arrived_at or booking.starts_at, booking.starts_at)


class Rollups:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, desk_id: UUID, lot_id: UUID, day: date, delta: Delta) -> None:
        self.add_many(desk_id, [(lot_id, day, delta)])

    def add_many(self, desk_id: UUID, deltas: Iterable[tuple[UUID, date, Delta]]) -> None:
        summed: dict[tuple[UUID, date], Delta] = {}
        for lot_id, day, delta in deltas:
            before = summed.get((lot_id, day))
            summed[lot_id, day] = delta if before is None else before + delta
        records = [
            {
                "lot_id": lot_id,
                "day": day,
                "desk_id": desk_id,
                **{name: getattr(delta, name) for name in _COUNTS},
            }
            for (lot_id, day), delta in sorted(summed.items(), key=lambda item: (item[0][0].hex, item[0][1]))
        ]
        if records:
            self._connection.execute(_ADD_DAY, records)

    def add_refund(
        self, desk_id: UUID, lot_id: UUID, day: date, method: Method, amount_minor: int, sign: int = 1
    ) -> None:
        """Money that went back by a method; `sign` -1 when it did not go after all."""
        self._connection.execute(
            _ADD_TAKING,
            {
                "lot_id": lot_id,
                "day": day,
                "desk_id": desk_id,
                "method": method.value,
                "amount_minor": -sign * amount_minor,
                "payments": 0,
            },
        )

    def add_payment(self, desk_id: UUID, lot_id: UUID, day: date, payment: Payment, sign: int = 1) -> None:
        """`sign` -1 takes a voided payment out again."""
        self._connection.execute(
            _ADD_TAKING,
            {
                "lot_id": lot_id,
                "day": day,
                "desk_id": desk_id,
                "method": payment.method.value,
                "amount_minor": sign * payment.amount_minor,
                "payments": sign,
            },
        )


def _seconds(span: timedelta) -> int:
    return span // timedelta(seconds=1)
