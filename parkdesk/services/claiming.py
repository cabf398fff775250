"""Claiming a bay: what a new booking needs to be true, and adding it under a ticket of its own."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.errors import (
    BayClosed,
    BayTaken,
    BayUnsuitable,
    PlateAlreadyParked,
    TariffMissing,
    VehicleTypeUnknown,
)
from parkdesk.domain.lot import Lot
from parkdesk.domain.plate import Plate
from parkdesk.domain.tariff import PriceLine, Tariff
from parkdesk.domain.ticket import ticket_of
from parkdesk.domain.vehicle import VehicleTypeRetired
from parkdesk.services.desk import Deed, new_id
from parkdesk.services.lifecycle import add, refusal, the_bay
from parkdesk.services.running_out import clear, make_way

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_TICKET_TRIES = 4


def tariff_in_force(store: Store, lot: Lot, of_new: str = "") -> Tariff:
    """In force, for something new of a vehicle type if said. Raises TariffMissing or VehicleTypeRetired."""
    tariff, retired = store.lots.terms(lot.id, of_new)
    if retired is not None:
        raise VehicleTypeRetired(name=retired, field="vehicle_type")
    if tariff is None:
        raise TariffMissing(lot=lot.name)
    return tariff


def check_bay(store: Store, bay: Bay, vehicle_type: str) -> None:
    if bay.closed_reason is not None:
        raise BayClosed(bay=bay.code, reason=bay.closed_reason, field="bay")
    if not bay.takes(vehicle_type):
        if all(vehicle_type != known.code for known in store.lots.vehicle_types()):
            raise VehicleTypeUnknown(vehicle_type=vehicle_type, field="vehicle_type")
        raise BayUnsuitable(bay=bay.code, field="vehicle_type")


def first_status(*, arrives: bool, confirmed: bool) -> Status:
    if arrives:
        return Status.ACTIVE
    return Status.CONFIRMED if confirmed else Status.PENDING


def make_room(
    deed: Deed,
    bay: Bay,
    plate: Plate,
    around: Sequence[Booking],
    starts_at: datetime,
    until: datetime,
    *,
    arriving: bool,
    doubled: bool,
) -> None:
    """Settle what has run out of what is live around a bay and a plate, then refuse what still stands in the way."""
    store = deed.store
    if around and clear(deed, around):
        around = store.bookings.live_around(bay.id, plate.key)
    for other in around:
        in_bay = other.status is Status.ACTIVE
        if other.bay_id == bay.id and (
            (other.starts_at < until and other.until > starts_at) or (in_bay and arriving)
        ):
            raise BayTaken(bay=bay.code, field="bay")
        if other.plate.key == plate.key and in_bay and arriving and not doubled:
            raise PlateAlreadyParked(plate=plate.shown, bay=the_bay(store, other.bay_id).code, field="plate")


def added(deed: Deed, draft: Booking, lines: tuple[PriceLine, ...]) -> Booking:
    """Add a booking under a ticket nobody has. Raises BayTaken or PlateAlreadyParked."""
    booking = draft
    for _ in range(_TICKET_TRIES):
        booking = replace(booking, ticket=ticket_of(booking.id))
        if add(deed, booking, lines):
            return booking
        if deed.store.search.by_ticket(booking.ticket) is not None:
            booking = replace(booking, id=new_id())
        elif not make_way(deed, booking):
            break
    raise refusal(deed.store, booking)
