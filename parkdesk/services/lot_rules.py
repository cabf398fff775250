"""What the changes of a lot must satisfy: its bays, their codes and places, its currency and vehicle types."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from uuid import UUID

from parkdesk.domain.bay import Bay
from parkdesk.domain.errors import (
    BayCodeTaken,
    BayUnknown,
    CurrencyFixed,
    LotUnknown,
    PlaceTaken,
    VehicleTypeUnknown,
)
from parkdesk.domain.lot import Lot
from parkdesk.domain.tariff import Tariff
from parkdesk.services.desk import Deed, new_id


def known_bays(deed: Deed, bay_ids: Sequence[UUID]) -> tuple[Bay, ...]:
    bays = deed.store.bays.many(bay_ids)
    if len(bays) != len(set(bay_ids)):
        raise BayUnknown(bay="?", field="bay")
    return bays


def known_lot(deed: Deed, lot_id: UUID) -> Lot:
    lot = deed.store.lots.find(lot_id)
    if lot is None:
        raise LotUnknown(lot=str(lot_id))
    return lot


def put_bays(deed: Deed, lot_id: UUID, bays: Sequence[Bay]) -> None:
    """All of them, or the error of the first that does not fit."""
    known_lot(deed, lot_id)
    bays = [replace(bay.checked(), lot_id=lot_id) for bay in bays]
    refuse_unfit(deed, deed.store.bays.of_lot(lot_id), bays)
    deed.store.bays.add(bays)


def refuse_unfit(deed: Deed, known: Sequence[Bay], added: Sequence[Bay]) -> None:
    types = {kind.code for kind in deed.store.lots.vehicle_types()}
    codes = {bay.code for bay in known}
    places = {(bay.level_id, bay.place) for bay in known}
    for bay in added:
        for code in bay.vehicle_types - types:
            raise VehicleTypeUnknown(vehicle_type=code, field="vehicle_types")
        if bay.code in codes:
            raise BayCodeTaken(bay=bay.code, field="code")
        if (bay.level_id, bay.place) in places:
            raise PlaceTaken(bay=bay.code, field="row")
        codes.add(bay.code)
        places.add((bay.level_id, bay.place))


def put_tariff(deed: Deed, tariff: Tariff) -> Tariff:
    lot = known_lot(deed, tariff.lot_id)
    if tariff.currency != lot.currency:
        raise CurrencyFixed(lot=lot.name, currency=lot.currency, field="currency")
    for code in tariff.rates.keys() - {kind.code for kind in deed.store.lots.vehicle_types()}:
        raise VehicleTypeUnknown(vehicle_type=code, field="rates")
    before = deed.store.lots.tariff(tariff.lot_id)
    version = replace(tariff.checked(), id=new_id(), version=1 if before is None else before.version + 1)
    deed.store.lots.add_tariff(version, deed.now)
    deed.touch(version.lot_id)
    return version
