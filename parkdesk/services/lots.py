"""Lots and their bays: the board, what is free, closing and reopening, and an owner's changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.bay import Bay, Level
from parkdesk.domain.board import Board
from parkdesk.domain.errors import (
    BayCodeTaken,
    BayUnknown,
    CurrencyFixed,
    EndBeforeStart,
    LotNameTaken,
    LotUnknown,
    PlaceTaken,
    VehicleTypeUnknown,
)
from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Person, Right
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import VehicleType
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.lot_import import Imported, import_file


@dataclass(frozen=True, slots=True)
class LotSummary:
    lot: Lot
    bays: int
    levels: tuple[Level, ...]


class LotService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    # Asking

    def all(self) -> tuple[LotSummary, ...]:
        with self._desk.look() as store:
            counts, levels = store.lots.bay_counts(), store.lots.all_levels()
            return tuple(
                LotSummary(
                    lot, counts.get(lot.id, 0), tuple(level for level in levels if level.lot_id == lot.id)
                )
                for lot in store.lots.all()
            )

    def lot(self, lot_id: UUID) -> Lot:
        """Raises LotUnknown."""
        with self._desk.look() as store:
            lot = store.lots.find(lot_id)
        if lot is None:
            raise LotUnknown(lot=str(lot_id))
        return lot

    def named(self, name: str) -> Lot:
        """Raises LotUnknown."""
        with self._desk.look() as store:
            lot = store.lots.named(texts.storable(name))
        if lot is None:
            raise LotUnknown(lot=name, field="lot")
        return lot

    def board(self, lot_id: UUID) -> Board:
        """The lot as it stands. Raises LotUnknown."""
        now = self._desk.clock()
        with self._desk.look() as store:
            lot = store.lots.find(lot_id)
            if lot is None:
                raise LotUnknown(lot=str(lot_id))
            return Board(
                lot,
                store.lots.tariff(lot_id),
                store.lots.levels(lot_id),
                store.boards.cells(lot_id, now),
                now,
            )

    def tariff(self, lot_id: UUID) -> Tariff | None:
        with self._desk.look() as store:
            return store.lots.tariff(lot_id)

    def vehicle_types(self) -> tuple[VehicleType, ...]:
        with self._desk.look() as store:
            return store.lots.vehicle_types()

    def bays(self, lot_id: UUID) -> tuple[Bay, ...]:
        with self._desk.look() as store:
            return store.bays.of_lot(lot_id)

    def availability(
        self,
        lot_id: UUID,
        starts_at: datetime,
        until: datetime,
        vehicle_type: str | None = None,
        feature: str | None = None,
    ) -> tuple[Bay, ...]:
        """The bays that a booking for that window could take, in the order of their places."""
        if until <= starts_at:
            raise EndBeforeStart(field="until")
        now = self._desk.clock()
        with self._desk.look() as store:
            lot = store.lots.find(lot_id)
            if lot is None:
                raise LotUnknown(lot=str(lot_id))
            free = store.bays.free(lot, starts_at, until, now)
        return tuple(
            bay
            for bay in free
            if (vehicle_type is None or bay.takes(vehicle_type))
            and (feature is None or feature in bay.features)
        )

    # The attendant's deeds

    def close_bays(
        self, who: Person, bay_ids: Sequence[UUID], reason: str, *, deed_id: UUID | None = None
    ) -> int:
        """Take bays out of use; those closed already stay as they are. Returns how many were closed.

        A car that stands in one stays until it leaves; nothing new can be booked into it.
        """
        reason = texts.line(reason, field="reason", required=True)

        def work(deed: Deed) -> int:
            _known_bays(deed, bay_ids)
            closed = deed.store.bays.close(bay_ids, reason, deed.now)
            deed.touch(*closed)
            deed.outcome |= {"closed": [bay_id.hex for bay_id in closed], "count": len(closed)}
            return len(closed)

        return self._desk.do(
            "close_bays",
            who,
            Right.WORK,
            work,
            arguments={"reason": reason},
            deed_id=deed_id,
            answer=lambda _, outcome: int(outcome["count"]),
        )

    def reopen_bays(self, who: Person, bay_ids: Sequence[UUID], *, deed_id: UUID | None = None) -> int:
        """Put closed bays back into use. Returns how many were reopened."""

        def work(deed: Deed) -> int:
            before = {bay.id: bay.closed_reason for bay in _known_bays(deed, bay_ids)}
            reopened = deed.store.bays.reopen(bay_ids)
            deed.touch(*reopened)
            deed.outcome |= {
                "reopened": {bay_id.hex: before[bay_id] for bay_id in reopened},
                "count": len(reopened),
            }
            return len(reopened)

        return self._desk.do(
            "reopen_bays",
            who,
            Right.WORK,
            work,
            arguments={},
            deed_id=deed_id,
            answer=lambda _, outcome: int(outcome["count"]),
        )

    # The owner's deeds

    def add(
        self,
        who: Person,
        lot: Lot,
        tariff: Tariff | None = None,
        *,
        levels: Sequence[Level] = (),
        bays: Sequence[Bay] = (),
    ) -> Lot:
        """A new lot, with its bays if they are known. Raises LotNameTaken or the error of the field at fault."""
        lot = lot.checked()

        def work(deed: Deed) -> Lot:
            if deed.store.lots.named(lot.name) is not None:
                raise LotNameTaken(name=lot.name, field="name")
            deed.store.lots.add(lot)
            deed.store.lots.add_levels(levels)
            _add_bays(deed, lot.id, bays)
            if tariff is not None:
                _add_tariff(deed, tariff)
            deed.touch(lot.id)
            return lot

        return self._desk.do("add_lot", who, Right.MANAGE, work, arguments={"name": lot.name})

    def change(self, who: Person, lot: Lot) -> Lot:
        """Raises LotNameTaken, CurrencyFixed or the error of the field at fault."""
        lot = lot.checked()

        def work(deed: Deed) -> Lot:
            tariff = deed.store.lots.tariff(_known_lot(deed, lot.id).id)
            if tariff is not None and tariff.currency != lot.currency:
                raise CurrencyFixed(lot=lot.name, currency=tariff.currency, field="currency")
            same = deed.store.lots.named(lot.name)
            if same is not None and same.id != lot.id:
                raise LotNameTaken(name=lot.name, field="name")
            deed.store.lots.change(lot)
            deed.touch(lot.id)
            return lot

        return self._desk.do("change_lot", who, Right.MANAGE, work, arguments={"name": lot.name})

    def set_tariff(self, who: Person, tariff: Tariff) -> Tariff:
        """A new version of the lot's prices; bookings made before keep theirs. Raises CurrencyFixed,
        VehicleTypeUnknown or the error of the field at fault."""
        tariff = tariff.checked()

        def work(deed: Deed) -> Tariff:
            return _add_tariff(deed, tariff)

        return self._desk.do("set_tariff", who, Right.MANAGE, work, arguments={"lot": tariff.lot_id.hex})

    def add_level(self, who: Person, lot_id: UUID, name: str) -> Level:
        name = texts.line(name, field="name", most=60, required=True)

        def work(deed: Deed) -> Level:
            _known_lot(deed, lot_id)
            levels = deed.store.lots.levels(lot_id)
            for level in levels:
                if level.name == name:
                    return level
            level = Level(new_id(), lot_id, name, len(levels))
            deed.store.lots.add_levels([level])
            deed.touch(lot_id)
            return level

        return self._desk.do("add_level", who, Right.MANAGE, work, arguments={"name": name})

    def add_bays(self, who: Person, lot_id: UUID, bays: Sequence[Bay]) -> int:
        """Raises BayCodeTaken, PlaceTaken or the error of the field at fault; all or none are added."""

        def work(deed: Deed) -> int:
            _add_bays(deed, lot_id, bays)
            deed.touch(lot_id)
            return len(bays)

        return self._desk.do("add_bays", who, Right.MANAGE, work, arguments={"count": len(bays)})

    def change_bay(self, who: Person, bay: Bay) -> Bay:
        """Raises BayCodeTaken, PlaceTaken or VehicleTypeUnknown."""
        bay = bay.checked()

        def work(deed: Deed) -> Bay:
            old = deed.store.bays.find(bay.id)
            if old is None:
                raise BayUnknown(bay=bay.code, field="code")
            others = [other for other in deed.store.bays.of_lot(old.lot_id) if other.id != bay.id]
            _check_new(deed, others, [bay])
            deed.store.bays.change(replace(bay, lot_id=old.lot_id, closed_reason=old.closed_reason))
            deed.touch(bay.id)
            return bay

        return self._desk.do("change_bay", who, Right.MANAGE, work, arguments={"code": bay.code})

    def import_file(
        self, who: Person, data: bytes, file_name: str, *, deed_id: UUID | None = None
    ) -> Imported:
        """Add or bring up to date what a lot file describes, all of it or nothing. Raises ImportFaults and others."""
        return import_file(self._desk, who, data, file_name, deed_id=deed_id)

    def add_vehicle_type(self, who: Person, vehicle_type: VehicleType) -> VehicleType:
        code = texts.line(vehicle_type.code, field="code", most=40, required=True).lower().replace(" ", "-")
        kind = replace(
            vehicle_type, code=code, name=texts.line(vehicle_type.name, field="name", required=True)
        )

        def work(deed: Deed) -> VehicleType:
            for known in deed.store.lots.vehicle_types():
                if known.code == kind.code:
                    return known
            deed.store.lots.add_vehicle_types([kind])
            return kind

        return self._desk.do("add_vehicle_type", who, Right.MANAGE, work, arguments={"code": kind.code})


def _known_bays(deed: Deed, bay_ids: Sequence[UUID]) -> tuple[Bay, ...]:
    bays = deed.store.bays.many(bay_ids)
    if len(bays) != len(set(bay_ids)):
        raise BayUnknown(bay="?", field="bay")
    return bays


def _known_lot(deed: Deed, lot_id: UUID) -> Lot:
    lot = deed.store.lots.find(lot_id)
    if lot is None:
        raise LotUnknown(lot=str(lot_id))
    return lot


def _add_bays(deed: Deed, lot_id: UUID, bays: Sequence[Bay]) -> None:
    _known_lot(deed, lot_id)
    bays = [replace(bay.checked(), lot_id=lot_id) for bay in bays]
    _check_new(deed, deed.store.bays.of_lot(lot_id), bays)
    deed.store.bays.add(bays)


def _check_new(deed: Deed, known: Sequence[Bay], added: Sequence[Bay]) -> None:
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


def _add_tariff(deed: Deed, tariff: Tariff) -> Tariff:
    lot = _known_lot(deed, tariff.lot_id)
    if tariff.currency != lot.currency:
        raise CurrencyFixed(lot=lot.name, currency=lot.currency, field="currency")
    for code in tariff.rates.keys() - {kind.code for kind in deed.store.lots.vehicle_types()}:
        raise VehicleTypeUnknown(vehicle_type=code, field="rates")
    before = deed.store.lots.tariff(tariff.lot_id)
    version = replace(tariff.checked(), id=new_id(), version=1 if before is None else before.version + 1)
    deed.store.lots.add_tariff(version, deed.now)
    deed.touch(version.lot_id)
    return version
