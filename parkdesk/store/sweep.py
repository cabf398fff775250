"""The sweep's shelf: each transition of everything that has run out is one statement."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    exists,
    false,
    func,
    literal,
    null,
    select,
    text,
    true,
    update,
)

from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.store.tables import LIVE_SQL, bays, bookings
from parkdesk.store.types import Moment

_RENEWAL = bookings.alias("renewal")
_HAS_RENEWAL = exists().where(
    _RENEWAL.c.renewed_from == bookings.c.id,
    text("renewal.renewed_from IS NOT NULL AND renewal.status <> 'cancelled'"),
    _RENEWAL.c.status == "confirmed",
)
_BEFORE = bookings.alias("before")
_FOLLOWS_A_STAY = exists().where(_BEFORE.c.id == bookings.c.renewed_from, _BEFORE.c.status == "active")
_TOUCHED = (
    bookings.c.id,
    bookings.c.lot_id,
    bookings.c.bay_id,
    bookings.c.plate,
    bookings.c.day,
    bookings.c.starts_at,
    bookings.c.until,
    bookings.c.arrived_at,
    bookings.c.total_minor,
)
_EARLIEST = select(func.min(bookings.c.until)).where(text(LIVE_SQL))
_NEXT = select(func.min(bookings.c.until)).where(text(LIVE_SQL), bookings.c.until > bindparam("now"))
_PAST_END = select(bookings.c.lot_id, bookings.c.until).where(
    text(LIVE_SQL), bookings.c.until <= bindparam("now")
)
_DUE = (
    select(bookings.c.id)
    .where(text(LIVE_SQL), bookings.c.until <= bindparam("now"))
    .order_by(bookings.c.id)
    .with_for_update()
)
_CODES = select(bays.c.id, bays.c.code).where(bays.c.id.in_(bindparam("ids", expanding=True)))
_ARRIVING = (
    update(bookings)
    .where(
        text("renewed_from IS NOT NULL AND status <> 'cancelled'"),
        bookings.c.status == "confirmed",
        bookings.c.renewed_from.in_(bindparam("before", expanding=True)),
    )
    .values(status="active", arrived_at=bookings.c.starts_at)
    .returning(*_TOUCHED)
)


@dataclass(frozen=True, slots=True)
class Swept:
    """A booking that one statement moved on."""

    id: UUID
    lot_id: UUID
    bay_id: UUID
    plate: str
    day: date
    starts_at: datetime
    until: datetime
    arrived_at: datetime | None
    total_minor: int

    @property
    def stayed(self) -> timedelta:
        return self.until - max(self.arrived_at or self.starts_at, self.starts_at)


class Sweeps:
    """`only` narrows a statement to some bookings: booking a bay first settles what has run out in it."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def earliest(self) -> datetime | None:
        """The soonest end of any live booking: one index probe tells an idle sweep to sleep on."""
        earliest: datetime | None = self._connection.execute(_EARLIEST).scalar_one()
        return earliest

    def next_end(self, now: datetime) -> datetime | None:
        following: datetime | None = self._connection.execute(_NEXT, {"now": now}).scalar_one()
        return following

    def past_end(self, now: datetime) -> tuple[tuple[UUID, datetime], ...]:
        """Lot and end of what is still live past its end: held by its lot, or in its grace."""
        return tuple((row[0], row[1]) for row in self._connection.execute(_PAST_END, {"now": now}))

    def claim(self, now: datetime, only: Sequence[UUID] | None = None) -> None:
        """Wait for whoever is changing what has run out, so that the statements to come see what was made of it: a
        renewal in the last second. One order for all, so that no two sweeps wait for each other."""
        if self._connection.dialect.name == "sqlite":
            return
        due = _DUE if only is None else _DUE.where(bookings.c.id.in_(only))
        self._connection.execute(due, {"now": now})

    def hand_over(self, now: datetime, only: Sequence[UUID] | None = None) -> tuple[Swept, ...]:
        """Complete the stays that have run out and go on in a renewal."""
        return self._end("completed", _handed_over(now), only)

    def arrive(self, ended: Sequence[UUID]) -> tuple[Swept, ...]:
        """Start the renewals of ended stays."""
        return _swept(self._connection.execute(_ARRIVING, {"before": list(ended)}))

    def complete(
        self, now: datetime, lots: Sequence[Lot], only: Sequence[UUID] | None = None
    ) -> tuple[Swept, ...]:
        return self._end("completed", _released(now, lots), only)

    def mark_no_shows(self, now: datetime, only: Sequence[UUID] | None = None) -> tuple[Swept, ...]:
        return self._end("no_show", _never_came(now), only)

    def cancel_pending(self, now: datetime, only: Sequence[UUID] | None = None) -> tuple[Swept, ...]:
        return self._end("cancelled", _never_confirmed(now), only, cancelled_at=now, cancel_reason="expired")

    def preview(self, now: datetime, lots: Sequence[Lot]) -> dict[str, tuple[Swept, ...]]:
        """What a sweep would end, by the state it would lead to; nothing is written."""
        return {
            "renewed": self._matching(_handed_over(now)),
            "completed": self._matching(and_(_released(now, lots), ~_HAS_RENEWAL)),
            "no_show": self._matching(_never_came(now)),
            "cancelled": self._matching(_never_confirmed(now)),
        }

    def overstaying(self, now: datetime, lots: Sequence[Lot]) -> tuple[Swept, ...]:
        """Stays past their end that a lot keeps until check-out."""
        holding = [lot.id for lot in lots if lot.at_end is AtEnd.HOLD]
        if not holding:
            return ()
        condition = and_(
            bookings.c.status == "active", bookings.c.until <= now, bookings.c.lot_id.in_(holding)
        )
        return self._matching(condition)

    def bay_codes(self, bay_ids: Sequence[UUID]) -> dict[UUID, str]:
        found = self._connection.execute(_CODES, {"ids": list(set(bay_ids))})
        return {row[0]: row[1] for row in found}

    def _matching(self, condition: ColumnElement[bool]) -> tuple[Swept, ...]:
        statement = select(*_TOUCHED).where(text(LIVE_SQL), condition).order_by(bookings.c.until)
        return _swept(self._connection.execute(statement))

    def _end(
        self,
        status: str,
        condition: ColumnElement[bool],
        only: Sequence[UUID] | None,
        **values: object,
    ) -> tuple[Swept, ...]:
        statement = (
            update(bookings)
            .where(text(LIVE_SQL), condition, true() if only is None else bookings.c.id.in_(only))
            .values(
                status=status,
                left_at=bookings.c.until if status == "completed" else None,
                auto_ended=True,
                **values,
            )
            .returning(*_TOUCHED)
        )
        return _swept(self._connection.execute(statement))


def _handed_over(now: datetime) -> ColumnElement[bool]:
    return and_(bookings.c.status == "active", bookings.c.until <= now, _HAS_RENEWAL)


def _released(now: datetime, lots: Sequence[Lot]) -> ColumnElement[bool]:
    """Past end and grace, at the lots that release: the lots are grouped by their grace."""
    by_grace: dict[timedelta, list[UUID]] = {}
    for lot in lots:
        if lot.at_end is AtEnd.RELEASE:
            by_grace.setdefault(lot.grace, []).append(lot.id)
    if not by_grace:
        return false()
    # A CASE, so that no planner walks the lots' whole history instead of the few live rows that have ended.
    cutoff = case(
        *((bookings.c.lot_id.in_(ids), literal(now - grace, Moment)) for grace, ids in by_grace.items()),
        else_=null(),
    )
    return and_(bookings.c.status == "active", bookings.c.until <= now, bookings.c.until <= cutoff)


def _never_came(now: datetime) -> ColumnElement[bool]:
    return and_(bookings.c.status == "confirmed", bookings.c.until <= now, ~_FOLLOWS_A_STAY)


def _never_confirmed(now: datetime) -> ColumnElement[bool]:
    return and_(bookings.c.status == "pending", bookings.c.until <= now)


def _swept(found: Any) -> tuple[Swept, ...]:
    return tuple(Swept(*row) for row in found)
