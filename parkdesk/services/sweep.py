"""The sweep: ends what has run out, idempotent, so that every desk may run it and none needs to remember."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from parkdesk.domain.board import Cell
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import THE_DESK, Deed, Desk

if TYPE_CHECKING:
    from parkdesk.services.running_out import Settled
    from parkdesk.store.shelves import Store
    from parkdesk.store.sweep import Swept


class SweptStay(NamedTuple):
    booking_id: UUID
    lot_id: UUID
    bay_id: UUID
    bay_code: str
    plate: str
    until: datetime


@dataclass(frozen=True, slots=True)
class SweepResult:
    """What one sweep did, or would do. `released` were not paid in time; `overstaying` are past their end where the lot
    holds the bay: only told."""

    at: datetime
    renewed: tuple[SweptStay, ...] = ()
    completed: tuple[SweptStay, ...] = ()
    no_shows: tuple[SweptStay, ...] = ()
    cancelled: tuple[SweptStay, ...] = ()
    released: tuple[SweptStay, ...] = ()
    overstaying: tuple[SweptStay, ...] = ()
    next_due: datetime | None = None

    @property
    def ended(self) -> int:
        groups = (self.renewed, self.completed, self.no_shows, self.cancelled, self.released)
        return sum(map(len, groups))


class SweepService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def run(self, who: Person | None = None) -> SweepResult:
        """End everything that has run out. Nothing due costs one index probe and leaves no journal entry."""
        now = self._desk.clock()
        with self._desk.look() as store:
            earliest = _sooner(store.sweeps.earliest(), store.sweeps.next_hold())
        if earliest is None or earliest > now:
            return SweepResult(now, next_due=earliest)

        from parkdesk.services.running_out import settle  # a start that has nothing due can do without

        def work(deed: Deed) -> SweepResult:
            lots = deed.store.lots.all()
            settled = settle(deed, lots)
            deed.written = bool(settled) or "after" in deed.outcome
            deed.outcome |= {
                "completed": len(settled.completed),
                "renewed": len(settled.renewed),
                "no_shows": len(settled.no_shows),
                "cancelled": len(settled.cancelled),
                "released": len(settled.released),
            }
            return _told(deed.store, deed.now, lots, settled)

        return self._desk.do("sweep", who or THE_DESK, Right.WORK, work, arguments={})

    def preview(self) -> SweepResult:
        """The dry run: what a sweep would end now. Nothing is written."""
        from parkdesk.services.running_out import Settled

        now = self._desk.clock()
        with self._desk.look() as store:
            lots = store.lots.all()
            would = store.sweeps.preview(now, lots)
            settled = Settled(would["renewed"], would["completed"], would["no_show"], would["cancelled"])
            settled.released = _owing(store, store.sweeps.unpaid(now))
            return _told(store, now, lots, settled)

    def ending(self, by: datetime) -> tuple[tuple[UUID, Cell], ...]:
        """The stays of every lot that end by then or are past their end, each bay with its lot's id."""
        with self._desk.look() as store:
            return store.boards.ending(by)


def _owing(store: Store, held: Sequence[Swept]) -> tuple[Swept, ...]:
    """Those that something is owed for: the others stand, once their time to be paid is over."""
    paid = store.payments.paid_of([swept.id for swept in held])
    return tuple(swept for swept in held if swept.total_minor > paid.get(swept.id, 0))


def _sooner(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


def _told(store: Store, now: datetime, lots: Sequence[Lot], settled: Settled) -> SweepResult:
    overstaying = store.sweeps.overstaying(now, lots)
    groups = (
        settled.renewed,
        settled.completed,
        settled.no_shows,
        settled.cancelled,
        settled.released,
        overstaying,
    )
    renewed, completed, no_shows, cancelled, released, over = (
        tuple(
            SweptStay(swept.id, swept.lot_id, swept.bay_id, swept.bay_code, swept.plate, swept.until)
            for swept in group
        )
        for group in groups
    )
    next_due = _next_due(store, now, lots)
    return SweepResult(now, renewed, completed, no_shows, cancelled, released, over, next_due)


def _next_due(store: Store, now: datetime, lots: Sequence[Lot]) -> datetime | None:
    """When a sweep has something to do again: an end to come, or one whose grace is running."""
    graces = {lot.id: lot.grace for lot in lots if lot.at_end is AtEnd.RELEASE}
    moments = [store.sweeps.next_end(now), store.sweeps.next_hold()]
    moments += [until + graces[lot_id] for lot_id, until in store.sweeps.past_end(now) if lot_id in graces]
    return _sooner(*moments)
