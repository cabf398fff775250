"""What every deed on a booking shares: finding it, pricing it anew, and writing it back with its figures."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from itertools import pairwise
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking, Status, next_status
from parkdesk.domain.booking import Deed as Transition
from parkdesk.domain.errors import (
    AlreadyOver,
    BayTaken,
    BayUnknown,
    BookingUnknown,
    ParkDeskError,
    PlateAlreadyParked,
)
from parkdesk.domain.journal import canonical
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.moments import zone
from parkdesk.domain.tariff import LineKind, PriceLine, Quote
from parkdesk.services.desk import Deed

if TYPE_CHECKING:
    from parkdesk.domain.plate import Plate
    from parkdesk.store.ground import Ground
    from parkdesk.store.shelves import Store


def the_booking(store: Store, booking_id: UUID, *, lock: bool = False) -> Booking:
    """Raises BookingUnknown."""
    booking = store.bookings.find(booking_id, lock=lock)
    if booking is None:
        raise BookingUnknown
    return booking


def the_lot(store: Store, lot_id: UUID) -> Lot:
    lot = store.lots.find(lot_id)
    assert lot is not None, "a foreign key holds this"
    return lot


def the_bay(store: Store, bay_id: UUID) -> Bay:
    """Raises BayUnknown."""
    bay = store.bays.find(bay_id)
    if bay is None:
        raise BayUnknown(bay="?", field="bay")
    return bay


def the_ground(store: Store, bay_id: UUID, plate: Plate) -> Ground:
    """Raises BayUnknown."""
    ground = store.bays.ground(bay_id, plate.key)
    if ground is None:
        raise BayUnknown(bay="?", field="bay")
    return ground


def answer_booking(store: Store, outcome: Mapping[str, Any]) -> Booking:
    """What a repeat of a deed answers: the booking its first run was about."""
    return the_booking(store, UUID(hex=outcome["booking"]))


def chain(store: Store, booking: Booking, *, lock: bool = False) -> tuple[Booking, ...]:
    """A booking and the renewals that follow it, in order. `lock` keeps others from changing any of them."""
    links = [booking]
    while (following := store.bookings.renewal_of(links[-1].id, lock=lock)) is not None:
        links.append(following)
    return tuple(links)


def visit(store: Store, booking: Booking, *, lock: bool = False) -> tuple[Booking, ...]:
    """All links of one stay in order: those it has followed without a gap, itself, and the renewals that go on without
    one. What is owed for one of them is owed for the stay."""
    first = booking
    while first.renewed_from is not None and booking.status not in (Status.CANCELLED, Status.NO_SHOW):
        before = the_booking(store, first.renewed_from)
        if before.until != first.starts_at:
            break
        first = before
    links = chain(store, the_booking(store, first.id, lock=True) if lock else first, lock=lock)
    gaps = (at for at, (one, after) in enumerate(pairwise(links), 1) if one.until != after.starts_at)
    return links[: next(gaps, None)]


def stay(store: Store, booking: Booking) -> tuple[Booking, ...]:
    """The links of the stay that a booking is or was to be a part of: a cancelled renewal is told with what it was to
    go on."""
    while booking.status is Status.CANCELLED and booking.renewed_from is not None:
        booking = the_booking(store, booking.renewed_from)
    return visit(store, booking)


def dropped(store: Store, links: Sequence[Booking]) -> tuple[Booking, ...]:
    """The renewals of a stay that were cancelled, which only its journal still leads to."""
    known = {link.id for link in links}
    found: list[Booking] = []
    after = known
    while after:
        made = {
            UUID(hex=entry.outcome["booking"])
            for entry, _ in store.journal.of(*after)
            if entry.deed == "renew"
        }
        after = made - known
        known |= after
        found += store.bookings.many(sorted(after))
    return tuple(sorted(found, key=lambda link: link.id))


def running_before(store: Store, booking: Booking) -> Booking | None:
    """The stay that a renewal has not taken over from yet."""
    if booking.renewed_from is None or booking.status is not Status.CONFIRMED:
        return None
    before = the_booking(store, booking.renewed_from)
    return before if before.live else None


def moved_on(booking: Booking, transition: Transition, **changes: Any) -> Booking:
    """The booking after a deed. Raises DeedNotAllowed."""
    return replace(booking, status=next_status(booking.status, transition), **changes)


def add(deed: Deed, booking: Booking, lines: tuple[PriceLine, ...]) -> bool:
    """Insert a new booking with its roll-up; False if the database refused it."""
    if not deed.store.bookings.add(booking, lines):
        return False
    from parkdesk.store.rollups import counted

    deed.store.rollups.add(deed.desk_id, booking.lot_id, booking.day, counted(booking))
    deed.touch(booking.id)
    deed.outcome.setdefault("created", []).append(booking.id.hex)
    _remember(deed, booking)
    return True


def write(deed: Deed, before: Booking, after: Booking, lines: tuple[PriceLine, ...] | None = None) -> None:
    """Write a booking back, with its roll-ups and what undo needs. Raises BayTaken or PlateAlreadyParked."""
    from parkdesk.store.rollups import counted

    store = deed.store
    kept = None if lines is None else store.bookings.lines(before.id)
    changed = store.bookings.change(after, lines)
    if not changed and deed.make_way(deed, after):
        changed = store.bookings.change(after, lines)
    if not changed:
        raise refusal(store, after)
    delta = counted(after) - counted(before)
    if delta:
        store.rollups.add(deed.desk_id, after.lot_id, after.day, delta)
    deed.touch(after.id)
    known = deed.outcome.setdefault("before", {}).setdefault(before.id.hex, snapshot(before, kept))
    if kept is not None:
        # The first write of this deed may have left the lines as they were.
        known.setdefault("lines", [line.as_record() for line in kept])
    _remember(deed, after)


def _remember(deed: Deed, booking: Booking) -> None:
    """Keep how a deed left a booking: undo gives way if it finds it otherwise."""
    deed.outcome.setdefault("after", {})[booking.id.hex] = fingerprint(booking)


def refusal(store: Store, booking: Booking) -> ParkDeskError:
    """Why the database refused a booking, as a sentence."""
    for other in store.bookings.live_around(booking.bay_id, booking.plate.key):
        if other.id == booking.id or other.bay_id == booking.bay_id:
            continue
        if other.status is Status.ACTIVE and not booking.override_reason and booking.status is Status.ACTIVE:
            return PlateAlreadyParked(
                plate=booking.plate.shown, bay=the_bay(store, other.bay_id).code, field="plate"
            )
    return BayTaken(bay=the_bay(store, booking.bay_id).code, field="bay")


def requoted(
    store: Store,
    booking: Booking,
    *,
    until: datetime,
    overstay: timedelta = timedelta(0),
    bay: Bay | None = None,
) -> Quote:
    """The price of a booking from its start to `until`, by the tariff version and the hourly price it was made
    with; at the price of a `bay` it moves into. What was let go of it stays let go."""
    tariff = store.lots.tariff_by_id(booking.tariff_id)
    kept = store.bookings.lines(booking.id)
    hourly = _agreed(kept) if bay is None else bay.hourly_minor
    quote = tariff.quote(
        until - booking.starts_at, booking.vehicle_type, bay_hourly_minor=hourly, overstay=overstay
    )
    return tariff.less_waived(quote, kept)


def _agreed(lines: tuple[PriceLine, ...]) -> int | None:
    """What an hour costs by the lines kept with a booking: a bay's own price may have changed since."""
    return next((line.rate_minor for line in lines if line.kind is LineKind.PARKING), None)


def overstay_of(booking: Booking, lot: Lot, now: datetime) -> timedelta:
    """How long an active stay is past its end where the lot charges for it, in whole seconds; nothing within the
    grace."""
    over = now.replace(microsecond=0) - booking.until
    if booking.status is not Status.ACTIVE or lot.at_end is not AtEnd.HOLD or over <= lot.grace:
        return timedelta(0)
    return over


def overstayed(
    store: Store, booking: Booking, lot: Lot, at: datetime, bay: Bay | None = None
) -> Quote | None:
    """The price of a booking up to a moment past its end where its lot charges for that, else None; `bay` as in
    `requoted`."""
    overstay = overstay_of(booking, lot, at)
    if not overstay:
        return None
    following = store.bookings.renewal_of(booking.id)
    if following is not None and following.live:
        # That time is sold in the renewal, though no sweep has handed over yet.
        return None
    return requoted(store, booking, until=booking.until + overstay, overstay=overstay, bay=bay)


def moved_price(store: Store, booking: Booking, lot: Lot, bay: Bay, now: datetime) -> Quote:
    """The price of a booking in the bay it moves into, an overstay charged up to now."""
    other = None if bay.id == booking.bay_id else bay
    overstay = overstayed(store, booking, lot, now, other)
    return overstay or requoted(store, booking, until=booking.until, bay=other)


def snapshot(booking: Booking, lines: tuple[PriceLine, ...] | None) -> dict[str, Any]:
    """What undo puts back."""
    kept: dict[str, Any] = {
        "status": booking.status.value,
        "bay": booking.bay_id.hex,
        "starts_at": booking.starts_at.isoformat(),
        "until": booking.until.isoformat(),
        "total": booking.total_minor,
        "arrived_at": _text(booking.arrived_at),
        "left_at": _text(booking.left_at),
        "cancelled_at": _text(booking.cancelled_at),
        "cancel_reason": booking.cancel_reason,
        "auto_ended": booking.auto_ended,
    }
    if booking.held_until is not None:
        kept["held_until"] = booking.held_until.isoformat()
    if lines is not None:
        kept["lines"] = [line.as_record() for line in lines]
    return kept


def fingerprint(booking: Booking) -> str:
    """What a snapshot would hold, in sixteen letters."""
    return hashlib.sha256(canonical(snapshot(booking, None)).encode()).hexdigest()[:16]


def restored(booking: Booking, kept: Mapping[str, Any]) -> tuple[Booking, tuple[PriceLine, ...] | None]:
    """A booking as a snapshot remembers it."""
    lines = kept.get("lines")
    before = replace(
        booking,
        status=Status(kept["status"]),
        bay_id=UUID(hex=kept["bay"]),
        starts_at=datetime.fromisoformat(kept["starts_at"]),
        until=datetime.fromisoformat(kept["until"]),
        total_minor=kept["total"],
        arrived_at=_moment(kept["arrived_at"]),
        left_at=_moment(kept["left_at"]),
        cancelled_at=_moment(kept["cancelled_at"]),
        cancel_reason=kept["cancel_reason"],
        auto_ended=kept["auto_ended"],
        held_until=_moment(kept.get("held_until")),
    )
    return before, None if lines is None else tuple(PriceLine.from_record(line) for line in lines)


def already_over(until: datetime, lot: Lot) -> AlreadyOver:
    return AlreadyOver(until=f"{until.astimezone(zone(lot.time_zone)):%H:%M}", field="duration")


def _text(moment: datetime | None) -> str | None:
    return None if moment is None else moment.isoformat()


def _moment(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)
