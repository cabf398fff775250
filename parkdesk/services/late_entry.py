"""A stay entered late must not lie where another car stood, or its own car elsewhere, at that time."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking
from parkdesk.domain.errors import BayWasTaken, PlateWasParked
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day, zone
from parkdesk.domain.plate import Plate
from parkdesk.services.lifecycle import the_bay

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_LONGEST_OVERSTAY = timedelta(days=31)
"""What has stood longer than this beyond the lot's longest stay is not looked for."""


def refuse_overlap(
    store: Store, lot: Lot, bay: Bay, plate: Plate, starts_at: datetime, until: datetime, *, doubled: bool
) -> None:
    """The database keeps live stays apart; for those that have ended nobody else looks.

    Raises BayWasTaken, or PlateWasParked unless the plate may stand twice.
    """
    found = store.bookings.stood(
        bay_id=bay.id,
        plate_key=plate.key,
        starts=starts_at,
        until=until,
        first=local_day(starts_at - lot.most_stay - _LONGEST_OVERSTAY, lot.time_zone),
        last=local_day(until, lot.time_zone),
    )
    in_bay = [other for other in found if other.bay_id == bay.id]
    if in_bay:
        raise BayWasTaken(bay=bay.code, time=_last_left(in_bay, starts_at, lot), field="starts_at")
    if found and not doubled:
        bays = ", ".join(sorted({the_bay(store, other.bay_id).code for other in found}))
        time = _last_left(found, starts_at, lot)
        raise PlateWasParked(plate=plate.shown, bay=bays, time=time, field="starts_at")


def _last_left(stays: Sequence[Booking], starts_at: datetime, lot: Lot) -> str:
    last = max(stay.left_at for stay in stays if stay.left_at is not None).astimezone(zone(lot.time_zone))
    same_day = last.date() == local_day(starts_at, lot.time_zone)
    return f"{last:%H:%M}" if same_day else f"{last:%Y-%m-%d %H:%M}"
