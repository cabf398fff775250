"""What has run out ends: found on the way to a deed, where it stands in the way of one, or by a sweep."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import NOT_PAID, Booking, Status
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.services.desk import Deed
from parkdesk.services.lifecycle import running_before, the_booking, the_lot
from parkdesk.services.settling.by_rule import end_charges, give_back_by_rule
from parkdesk.services.settling.releasing import released_unpaid

if TYPE_CHECKING:
    from parkdesk.store.sweep import Swept

_SECOND = timedelta(seconds=1)


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


def current(deed: Deed, booking_id: UUID) -> tuple[Booking, Lot]:
    """The link of a booking's chain that is running now, settled first if its time has run out."""
    booking = the_booking(deed.store, booking_id, lock=True)
    before = running_before(deed.store, booking)
    if before is not None and before.until <= deed.now:
        current(deed, before.id)
        booking = the_booking(deed.store, booking_id, lock=True)
    lot = the_lot(deed.store, booking.lot_id)
    if booking.live and booking.until <= deed.now and settle(deed, (lot,), (booking.id,)):
        booking = the_booking(deed.store, booking_id, lock=True)
    while booking.status is Status.COMPLETED:
        following = deed.store.bookings.renewal_of(booking.id)
        if following is None or not following.live:
            break
        booking = the_booking(deed.store, following.id, lock=True)
    return booking, lot


def clear(deed: Deed, around: Sequence[Booking]) -> bool:
    """Settle those of some live bookings that have run out, whether or not a sweep has run; False if none has.

    True also where a sweep elsewhere has settled them while this one waited: look again.
    """
    ended = [other for other in around if other.until <= deed.now or other.hold_is_over(deed.now)]
    lots = {lot_id: the_lot(deed.store, lot_id) for lot_id in {other.lot_id for other in ended}}
    followed = {other.renewed_from for other in around if other.starts_at <= deed.now}
    over = [
        other.id for other in ended if other.id in followed or is_run_out(other, deed.now, lots[other.lot_id])
    ]
    if over:
        settle(deed, tuple(lots.values()), over)
    return bool(over)


def make_way(deed: Deed, booking: Booking) -> bool:
    """Settle what has run out and stands in the way of a booking, itself left alone; False if nothing has."""
    around = deed.store.bookings.live_around(booking.bay_id, booking.plate.key)
    return clear(deed, [other for other in around if other.id != booking.id])


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
        if released_unpaid(deed, swept.id):
            released.append(swept)
    return tuple(released)


def _let_go(deed: Deed, lots: Sequence[Lot], settled: Settled) -> None:
    """Nobody pays any more for what never began. What was paid of a booking that was never confirmed goes back by the
    lot's rule; who does not come has had the bay."""
    end_charges(deed, [swept.id for swept in (*settled.cancelled, *settled.no_shows)])
    lot_of = {lot.id: lot for lot in lots}
    paid = deed.store.payments.paid_of([swept.id for swept in settled.cancelled])
    for swept in settled.cancelled:
        if swept.id in paid:
            give_back_by_rule(deed, lot_of[swept.lot_id], [swept.id], {}, NOT_PAID, handed=False)


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


def is_run_out(booking: Booking, now: datetime, lot: Lot) -> bool:
    """Whether the sweep would end this live booking now."""
    if booking.until > now:
        return booking.hold_is_over(now)
    return booking.status is not Status.ACTIVE or run_out(booking.until, now, lot)


def run_out(until: datetime, now: datetime, lot: Lot) -> bool:
    """Whether an active stay's time and grace are over at a lot that releases."""
    return lot.at_end is AtEnd.RELEASE and until + lot.grace <= now
