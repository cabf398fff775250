"""The reports' shelf: daily roll-ups, and how full a lot was by the hour."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    BindParameter,
    Connection,
    bindparam,
    case,
    func,
    literal,
    literal_column,
    select,
    union_all,
)

from parkdesk.domain.report import Day
from parkdesk.store.expressions import microseconds_of
from parkdesk.store.tables import bookings, daily, daily_takings
from parkdesk.store.types import microseconds

# Literal: Postgres groups by an expression only if it is spelt the same twice.
_HOUR = literal_column(str(timedelta(hours=1) // timedelta(microseconds=1)), BigInteger)
_LOTS: BindParameter[UUID] = bindparam("lots", expanding=True)
_DAYS = (
    select(
        daily.c.lot_id,
        daily.c.day,
        func.sum(daily.c.booked),
        func.sum(daily.c.completed),
        func.sum(daily.c.cancelled),
        func.sum(daily.c.auto_cancelled),
        func.sum(daily.c.no_show),
        func.sum(daily.c.due_minor),
        func.sum(daily.c.stayed_seconds),
    )
    .where(daily.c.lot_id.in_(_LOTS), daily.c.day.between(bindparam("first"), bindparam("last")))
    .group_by(daily.c.lot_id, daily.c.day)
)
_TAKINGS = (
    select(
        daily_takings.c.lot_id,
        daily_takings.c.day,
        daily_takings.c.method,
        func.sum(daily_takings.c.amount_minor),
    )
    .where(
        daily_takings.c.lot_id.in_(_LOTS),
        daily_takings.c.day.between(bindparam("first"), bindparam("last")),
    )
    .group_by(daily_takings.c.lot_id, daily_takings.c.day, daily_takings.c.method)
    .having((func.sum(daily_takings.c.payments) != 0) | (func.sum(daily_takings.c.amount_minor) != 0))
)

# Arrivals and departures counted by the hour are enough to tell how many stood there at any time.
_ORIGIN = bindparam("origin", type_=BigInteger)
_END = bindparam("end", type_=BigInteger)
_FROM = microseconds_of(
    case((bookings.c.arrived_at > bookings.c.starts_at, bookings.c.arrived_at), else_=bookings.c.starts_at)
)
_TO = func.coalesce(microseconds_of(bookings.c.left_at), _END)
_STAYS = (
    select(
        (case((_FROM < _ORIGIN, _ORIGIN), else_=_FROM) - _ORIGIN).label("came"),
        (case((_TO > _END, _END), else_=_TO) - _ORIGIN).label("went"),
    )
    .where(
        bookings.c.lot_id == bindparam("lot_id"),
        bookings.c.day.between(bindparam("since"), bindparam("last")),
        bookings.c.status.in_(("active", "completed")),
        _FROM < _END,
        _TO > _ORIGIN,
        _TO > _FROM,
    )
    .cte("stays")
)
_FLOWS = union_all(
    *(
        select(
            (moment // _HOUR).label("hour"),
            literal(sign).label("sign"),
            func.count(),
            func.sum(moment % _HOUR),
        ).group_by(moment // _HOUR)
        for sign, moment in ((1, _STAYS.c.came), (-1, _STAYS.c.went))
    )
)


@dataclass(frozen=True, slots=True)
class Flow:
    """How many vehicles came (`sign` 1) or went (-1) in an hour counted from an origin, and how long after the
    hour struck, summed."""

    hour: int
    sign: int
    vehicles: int
    after: timedelta


class Reports:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def days(self, lot_ids: Sequence[UUID], first: date, last: date) -> dict[tuple[UUID, date], Day]:
        """The days that have figures; all desks added up."""
        span = {"lots": list(lot_ids), "first": first, "last": last}
        takings: dict[tuple[UUID, date], dict[str, int]] = {}
        for lot_id, day, method, amount in self._connection.execute(_TAKINGS, span):
            takings.setdefault((lot_id, day), {})[method] = int(amount)
        found = {}
        for lot_id, day, *sums in self._connection.execute(_DAYS, span):
            # Postgres adds bigints up to a numeric.
            booked, completed, cancelled, auto_cancelled, no_show, due, stayed = map(int, sums)
            found[lot_id, day] = Day(
                lot_id,
                day,
                booked,
                completed,
                cancelled,
                auto_cancelled,
                no_show,
                due,
                timedelta(seconds=stayed),
                takings.pop((lot_id, day), {}),
            )
        for (lot_id, day), taken in takings.items():
            found[lot_id, day] = Day(lot_id, day, takings_minor=taken)
        return found

    def flows(
        self, lot_id: UUID, since: date, last: date, origin: datetime, end: datetime
    ) -> tuple[Flow, ...]:
        """Comings and goings between two moments, of the stays of the days from `since` to `last`."""
        found = self._connection.execute(
            _FLOWS,
            {
                "lot_id": lot_id,
                "since": since,
                "last": last,
                "origin": microseconds(origin),
                "end": microseconds(end),
            },
        )
        return tuple(
            Flow(int(hour), sign, vehicles, timedelta(microseconds=int(after)))
            for hour, sign, vehicles, after in found
        )
