"""The sweep: ends what has run out, idempotent, so that every desk may run it and none needs to remember."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, NamedTuple
from uuid import UUID

from parkdesk.domain.board import Cell
from parkdesk.domain.booking import NOT_PAID
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import THE_DESK, Deed, Desk

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store
    from parkdesk.store.sweep import Swept

_SECOND = timedelta(seconds=1)


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


@dataclass(slots=True)
class Settled:
    """Rows the statements of one sweep moved on."""

    renewed: tuple[Swept, ...] = ()
    completed: tuple[Swept, ...] = ()
    no_shows: tuple[Swept, ...] = ()
    cancelled: tuple[Swept, ...] = ()
    released: tuple[Swept, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.renewed or self.completed or self.no_shows or self.cancelled or self.released)


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


def settle(deed: Deed, lots: Sequence[Lot], only: Sequence[UUID] | None = None) -> Settled:
    """Move on what has run out, of all bookings or of some, within a deed: rows, roll-ups and what it touched."""
    sweeps, now = deed.store.sweeps, deed.now
    sweeps.claim(now, only)
    renewed: list[Swept] = []
    following = only
    # A chain of renewals may have run out link by link while no desk was open.
    while handed_over := sweeps.hand_over(now, following):
        renewed += handed_over
        following = [arrived.id for arrived in sweeps.arrive([ended.id for ended in handed_over])]
        deed.touch(*following)
    scope = None if only is None else [*only, *(following or ())]
    released = _release(deed, scope)
    settled = Settled(
        tuple(renewed),
        sweeps.complete(now, lots, scope),
        sweeps.mark_no_shows(now, scope),
        sweeps.cancel_pending(now, scope),
        released,
    )
    if settled:
        _count(deed, settled)
    if settled.cancelled or settled.no_shows:
        _let_go(deed, lots, settled)
    return settled


def _release(deed: Deed, only: Sequence[UUID] | None) -> tuple[Swept, ...]:
    """Let go of what was not paid in time. Where a driver may be paying right now, the provider ends that first: the
    booking is released with its answer."""
    released = []
    for swept in deed.store.sweeps.unpaid(deed.now, only):
        from parkdesk.services.settling.releasing import released_unpaid

        if released_unpaid(deed, swept.id):
            released.append(swept)
    return tuple(released)


def _owing(store: Store, held: Sequence[Swept]) -> tuple[Swept, ...]:
    """Those that something is owed for: the others stand, once their time to be paid is over."""
    paid = store.payments.paid_of([swept.id for swept in held])
    return tuple(swept for swept in held if swept.total_minor > paid.get(swept.id, 0))


def _let_go(deed: Deed, lots: Sequence[Lot], settled: Settled) -> None:
    """Nobody pays any more for what never began. What was paid of a booking that was never confirmed goes back by the
    lot's rule; who does not come has had the bay."""
    from parkdesk.services.settling.by_rule import end_charges, give_back_by_rule

    end_charges(deed, [swept.id for swept in (*settled.cancelled, *settled.no_shows)])
    lot_of = {lot.id: lot for lot in lots}
    paid = deed.store.payments.paid_of([swept.id for swept in settled.cancelled])
    for swept in settled.cancelled:
        if swept.id in paid:
            give_back_by_rule(deed, lot_of[swept.lot_id], [swept.id], {}, NOT_PAID, handed=False)


def _sooner(*moments: datetime | None) -> datetime | None:
    return min((moment for moment in moments if moment is not None), default=None)


def _count(deed: Deed, settled: Settled) -> None:
    from parkdesk.store.rollups import Delta

    deltas = [
        (*lot_day, Delta(completed=len(ended), stayed_seconds=sum(one.stayed // _SECOND for one in ended)))
        for lot_day, ended in _by_day((*settled.renewed, *settled.completed)).items()
    ]
    deltas += [
        (*lot_day, Delta(no_show=len(missed), due_minor=-sum(one.total_minor for one in missed)))
        for lot_day, missed in _by_day(settled.no_shows).items()
    ]
    for lot_day, lapsed in _by_day(settled.cancelled).items():
        due = -sum(one.total_minor for one in lapsed)
        deltas.append((*lot_day, Delta(cancelled=len(lapsed), auto_cancelled=len(lapsed), due_minor=due)))
    deed.store.rollups.add_many(deed.desk_id, deltas)
    for group in (settled.renewed, settled.completed, settled.no_shows, settled.cancelled):
        deed.touched.update(swept.id for swept in group)


def _by_day(swept: Iterable[Swept]) -> dict[tuple[UUID, date], list[Swept]]:
    """Of each lot and day, for they are added up by those."""
    found: dict[tuple[UUID, date], list[Swept]] = {}
    for one in swept:
        found.setdefault((one.lot_id, one.day), []).append(one)
    return found


def run_out(until: datetime, now: datetime, lot: Lot) -> bool:
    """Whether an active stay's time and grace are over at a lot that releases."""
    return lot.at_end is AtEnd.RELEASE and until + lot.grace <= now


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
