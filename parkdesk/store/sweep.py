"""The sweep's shelf: each transition of everything that has run out is one statement."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Connection,
    and_,
    bindparam,
    case,
    exists,
    func,
    null,
    select,
    text,
    update,
)

from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.store.settlement_tables import charge_attempts, charges
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
    select(bays.c.code).where(bays.c.id == bookings.c.bay_id).scalar_subquery().label("bay_code"),
    bookings.c.plate,
    bookings.c.day,
    bookings.c.starts_at,
    bookings.c.until,
    bookings.c.arrived_at,
    bookings.c.total_minor,
)
_EARLIEST = select(func.min(bookings.c.until)).where(text(LIVE_SQL))
_OPEN_CHARGE = (
    select(charges.c.id)
    .join(charge_attempts, charge_attempts.c.charge_id == charges.c.id)
    .where(
        charges.c.booking_id == bookings.c.id,
        text("charge_attempts.phase IN ('creating', 'awaiting', 'processing')"),
        charge_attempts.c.closing,
    )
)
_HELD_SQL = "bookings.status = 'pending' AND bookings.held_until IS NOT NULL"
# One whose charge is being ended waits for the provider's word.
_NEXT_HOLD = select(func.min(bookings.c.held_until)).where(text(_HELD_SQL), ~exists(_OPEN_CHARGE))
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


_UNPAID = (
    select(*_TOUCHED)
    .where(text(_HELD_SQL), bookings.c.held_until <= bindparam("now"), ~exists(_OPEN_CHARGE))
    .order_by(bookings.c.id)
)


class _Way:
    """One transition: what it ends, and its statement for all of them (`all`) or for some (`some`), built once."""

    def __init__(self, condition: ColumnElement[bool], status: str, **values: object) -> None:
        self.condition = condition
        values |= {"status": status, "auto_ended": True}
        self.all = update(bookings).where(text(LIVE_SQL), condition).values(values).returning(*_TOUCHED)
        self.some = self.all.where(bookings.c.id.in_(bindparam("only", expanding=True)))


_PAST = bookings.c.until <= bindparam("now", type_=Moment)
_ACTIVE = and_(bookings.c.status == "active", _PAST)
_HELD = and_(_ACTIVE, bookings.c.lot_id.in_(bindparam("holding", expanding=True)))
_HANDED_OVER = _Way(and_(_ACTIVE, _HAS_RENEWAL), "completed", left_at=bookings.c.until)
_NEVER_CAME = _Way(and_(bookings.c.status == "confirmed", _PAST, ~_FOLLOWS_A_STAY), "no_show", left_at=None)
_NEVER_CONFIRMED = _Way(
    and_(bookings.c.status == "pending", _PAST),
    "cancelled",
    left_at=None,
    cancelled_at=bindparam("now", type_=Moment),
    cancel_reason="expired",
)


@lru_cache(maxsize=16)
def _released(graces: int) -> _Way:
    """Past end and grace, at the lots that release, which have so many different graces."""
    # A CASE, so that no planner walks the lots' whole history instead of the few live rows that have ended.
    cutoffs = (
        (
            bookings.c.lot_id.in_(bindparam(f"lots_{number}", expanding=True)),
            bindparam(f"cutoff_{number}", type_=Moment),
        )
        for number in range(graces)
    )
    cutoff = case(*cutoffs, else_=null()) if graces else null()
    return _Way(and_(_ACTIVE, bookings.c.until <= cutoff), "completed", left_at=bookings.c.until)


class Swept(NamedTuple):
    """A booking that one statement moved on."""

    id: UUID
    lot_id: UUID
    bay_id: UUID
    bay_code: str
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

    def next_hold(self) -> datetime | None:
        """When the next booking is released that nobody has paid."""
        moment: datetime | None = self._connection.execute(_NEXT_HOLD).scalar_one()
        return moment

    def unpaid(self, now: datetime, only: Sequence[UUID] | None = None) -> tuple[Swept, ...]:
        """The bookings whose time to be paid is over."""
        statement = _UNPAID if only is None else _UNPAID.where(bookings.c.id.in_(list(only)))
        return _swept(self._connection.execute(statement, {"now": now}))

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
        return self._end(_HANDED_OVER, {"now": now}, only)

    def arrive(self, ended: Sequence[UUID]) -> tuple[Swept, ...]:
        """Start the renewals of ended stays."""
        return _swept(self._connection.execute(_ARRIVING, {"before": list(ended)}))

    def complete(
        self, now: datetime, lots: Sequence[Lot], only: Sequence[UUID] | None = None
    ) -> tuple[Swept, ...]:
        graces = _by_grace(lots)
        return (
            self._end(_released(len(graces)), {"now": now, **_cutoffs(now, graces)}, only) if graces else ()
        )

    def mark_no_shows(self, now: datetime, only: Sequence[UUID] | None = None) -> tuple[Swept, ...]:
        return self._end(_NEVER_CAME, {"now": now}, only)

    def cancel_pending(self, now: datetime, only: Sequence[UUID] | None = None) -> tuple[Swept, ...]:
        return self._end(_NEVER_CONFIRMED, {"now": now}, only)

    def preview(self, now: datetime, lots: Sequence[Lot]) -> dict[str, tuple[Swept, ...]]:
        """What a sweep would end, by the state it would lead to; nothing is written."""
        graces = _by_grace(lots)
        released = and_(_released(len(graces)).condition, ~_HAS_RENEWAL)
        return {
            "renewed": self._matching(_HANDED_OVER.condition, now=now),
            "completed": self._matching(released, now=now, **_cutoffs(now, graces)) if graces else (),
            "no_show": self._matching(_NEVER_CAME.condition, now=now),
            "cancelled": self._matching(_NEVER_CONFIRMED.condition, now=now),
        }

    def overstaying(self, now: datetime, lots: Sequence[Lot]) -> tuple[Swept, ...]:
        """Stays past their end that a lot keeps until check-out."""
        holding = [lot.id for lot in lots if lot.at_end is AtEnd.HOLD]
        return self._matching(_HELD, now=now, holding=holding) if holding else ()

    def _matching(self, condition: ColumnElement[bool], **given: object) -> tuple[Swept, ...]:
        statement = select(*_TOUCHED).where(text(LIVE_SQL), condition).order_by(bookings.c.until)
        return _swept(self._connection.execute(statement, given))

    def _end(self, way: _Way, given: dict[str, Any], only: Sequence[UUID] | None) -> tuple[Swept, ...]:
        if only is None:
            return _swept(self._connection.execute(way.all, given))
        return _swept(self._connection.execute(way.some, {**given, "only": list(only)}))


def _by_grace(lots: Sequence[Lot]) -> dict[timedelta, list[UUID]]:
    """The lots that release, grouped by their grace."""
    by_grace: dict[timedelta, list[UUID]] = {}
    for lot in lots:
        if lot.at_end is AtEnd.RELEASE:
            by_grace.setdefault(lot.grace, []).append(lot.id)
    return by_grace


def _cutoffs(now: datetime, graces: dict[timedelta, list[UUID]]) -> dict[str, Any]:
    given: dict[str, Any] = {}
    for number, (grace, lot_ids) in enumerate(graces.items()):
        given |= {f"lots_{number}": lot_ids, f"cutoff_{number}": now - grace}
    return given


def _swept(found: Any) -> tuple[Swept, ...]:
    return tuple(map(Swept._make, found.all()))
