"""Counts bookings and payments anew, to compare the roll-ups with them or to replace them."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Select,
    bindparam,
    case,
    delete,
    func,
    insert,
    literal,
    select,
    text,
    union_all,
)

from parkdesk.domain.report import RollupFault
from parkdesk.store.expressions import microseconds_of
from parkdesk.store.payments import CAME_IN_SQL
from parkdesk.store.refunds import GOES_BACK_SQL
from parkdesk.store.settlement_tables import refunds
from parkdesk.store.tables import bookings, daily, daily_takings, payments

_STATUS = bookings.c.status
_STAYED = (
    microseconds_of(bookings.c.left_at)
    - microseconds_of(
        case(
            (bookings.c.arrived_at > bookings.c.starts_at, bookings.c.arrived_at), else_=bookings.c.starts_at
        )
    )
) // 1_000_000
_FIGURES = {
    "booked": func.count(),
    "completed": func.sum(case((_STATUS == "completed", 1), else_=0)),
    "cancelled": func.sum(case((_STATUS == "cancelled", 1), else_=0)),
    "auto_cancelled": func.sum(case(((_STATUS == "cancelled") & bookings.c.auto_ended, 1), else_=0)),
    "no_show": func.sum(case((_STATUS == "no_show", 1), else_=0)),
    "due_minor": func.sum(case((_STATUS.in_(("cancelled", "no_show")), 0), else_=bookings.c.total_minor)),
    "stayed_seconds": func.sum(case((_STATUS == "completed", _STAYED), else_=0)),
}
_COUNTED = select(
    bookings.c.lot_id, bookings.c.day, *(figure.label(name) for name, figure in _FIGURES.items())
).group_by(bookings.c.lot_id, bookings.c.day)
_KEPT = select(
    daily.c.lot_id, daily.c.day, *(func.sum(daily.c[name]).label(name) for name in _FIGURES)
).group_by(daily.c.lot_id, daily.c.day)
# Money counts on the day it came or went: a payment whole on its own, a refund on the day it was asked for.
_MOVED = union_all(
    select(
        payments.c.lot_id,
        payments.c.day,
        payments.c.desk_id,
        payments.c.method,
        payments.c.amount_minor,
        literal(1).label("payments"),
    ).where(text(CAME_IN_SQL)),
    select(
        refunds.c.lot_id,
        refunds.c.day,
        refunds.c.desk_id,
        payments.c.method,
        -refunds.c.amount_minor,
        literal(0),
    )
    .join(payments, payments.c.id == refunds.c.payment_id)
    .where(text(GOES_BACK_SQL)),
).subquery("moved")
_COUNTED_TAKINGS = select(
    _MOVED.c.lot_id,
    _MOVED.c.day,
    _MOVED.c.method,
    func.sum(_MOVED.c.amount_minor),
    func.sum(_MOVED.c.payments),
).group_by(_MOVED.c.lot_id, _MOVED.c.day, _MOVED.c.method)
_KEPT_TAKINGS = select(
    daily_takings.c.lot_id,
    daily_takings.c.day,
    daily_takings.c.method,
    func.sum(daily_takings.c.amount_minor),
    func.sum(daily_takings.c.payments),
).group_by(daily_takings.c.lot_id, daily_takings.c.day, daily_takings.c.method)

# In the order in which a deed writes them, so that neither waits for the other for ever.
_LOCK = text("LOCK TABLE bookings, payments, refunds, daily, daily_takings IN SHARE ROW EXCLUSIVE MODE")
_REFILL = insert(daily).from_select(
    ["lot_id", "day", "desk_id", *_FIGURES],
    select(
        bookings.c.lot_id,
        bookings.c.day,
        bindparam("desk_id", type_=daily.c.desk_id.type),
        *_FIGURES.values(),
    ).group_by(bookings.c.lot_id, bookings.c.day),
)
_REFILL_TAKINGS = insert(daily_takings).from_select(
    ["lot_id", "day", "desk_id", "method", "amount_minor", "payments"],
    select(
        _MOVED.c.lot_id,
        _MOVED.c.day,
        _MOVED.c.desk_id,
        _MOVED.c.method,
        func.sum(_MOVED.c.amount_minor),
        func.sum(_MOVED.c.payments),
    ).group_by(_MOVED.c.lot_id, _MOVED.c.day, _MOVED.c.desk_id, _MOVED.c.method),
)


class Recount:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def faults(self) -> Iterator[RollupFault]:
        """Every figure that the roll-ups keep otherwise than the bookings and payments say, by lot and day."""
        names = tuple(_FIGURES)
        yield from _differences(self._keyed(_KEPT, 2), self._keyed(_COUNTED, 2), names)
        names = ("amount_minor", "payments")
        yield from _differences(self._keyed(_KEPT_TAKINGS, 3), self._keyed(_COUNTED_TAKINGS, 3), names)

    def replace(self, desk_id: UUID) -> int:
        """Fill the roll-ups anew; returns how many figures were wrong. The bookings' go to `desk_id`: which desk
        made each change is not kept with a booking."""
        if self._connection.dialect.name != "sqlite":
            self._connection.execute(_LOCK)
        wrong = sum(1 for _ in self.faults())
        self._connection.execute(delete(daily))
        self._connection.execute(delete(daily_takings))
        self._connection.execute(_REFILL, {"desk_id": desk_id})
        self._connection.execute(_REFILL_TAKINGS)
        return wrong

    def _keyed(self, statement: Select[Any], width: int) -> dict[tuple[Any, ...], tuple[int, ...]]:
        rows = self._connection.execute(statement)
        return {tuple(row[:width]): tuple(map(int, row[width:])) for row in rows}


def _differences(
    kept: dict[tuple[Any, ...], tuple[int, ...]],
    counted: dict[tuple[Any, ...], tuple[int, ...]],
    names: tuple[str, ...],
) -> Iterator[RollupFault]:
    nothing = (0,) * len(names)
    for key in sorted(kept.keys() | counted.keys(), key=lambda key: (key[0].hex, *key[1:])):
        lot_id: UUID = key[0]
        day: date = key[1]
        for name, was, should in zip(names, kept.get(key, nothing), counted.get(key, nothing), strict=True):
            if was != should:
                yield RollupFault(lot_id, day, ".".join((*key[2:], name)), was, should)
