"""Lots and their bays: the board, what is free, closing and reopening, and an owner's changes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.bay import Bay, Level
from parkdesk.domain.board import Board
from parkdesk.domain.errors import BayUnknown, CurrencyFixed, EndBeforeStart, LotNameTaken, LotUnknown
from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Person, Right
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import VehicleType
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.lifecycle import the_bay, the_lot
from parkdesk.services.lot_rules import known_bays, known_lot, put_bays, put_tariff, refuse_unfit

if TYPE_CHECKING:
    from parkdesk.services.lot_import import Imported
    from parkdesk.store.shelves import Store

T = TypeVar("T")


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
            known_bays(deed, bay_ids)
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
            answer=_the_count,
        )

    def reopen_bays(self, who: Person, bay_ids: Sequence[UUID], *, deed_id: UUID | None = None) -> int:
        """Put closed bays back into use. Returns how many were reopened."""

        def work(deed: Deed) -> int:
            before = {bay.id: bay.closed_reason for bay in known_bays(deed, bay_ids)}
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
            answer=_the_count,
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
        deed_id: UUID | None = None,
    ) -> Lot:
        """A new lot, with its bays if they are known. Raises LotNameTaken or the error of the field at fault."""
        lot = lot.checked()

        def work(deed: Deed) -> Lot:
            if deed.store.lots.named(lot.name) is not None:
                raise LotNameTaken(name=lot.name, field="name")
            deed.store.lots.add(lot)
            deed.store.lots.add_levels(levels)
            put_bays(deed, lot.id, bays)
            if tariff is not None:
                put_tariff(deed, tariff)
            return _done(deed, lot)

        return self._manage("add_lot", who, work, _the_lot, deed_id, name=lot.name)

    def change(self, who: Person, lot: Lot, *, deed_id: UUID | None = None) -> Lot:
        """Raises LotNameTaken, CurrencyFixed or the error of the field at fault."""
        lot = lot.checked()

        def work(deed: Deed) -> Lot:
            tariff = deed.store.lots.tariff(known_lot(deed, lot.id).id)
            if tariff is not None and tariff.currency != lot.currency:
                raise CurrencyFixed(lot=lot.name, currency=tariff.currency, field="currency")
            same = deed.store.lots.named(lot.name)
            if same is not None and same.id != lot.id:
                raise LotNameTaken(name=lot.name, field="name")
            deed.store.lots.change(lot)
            return _done(deed, lot)

        return self._manage("change_lot", who, work, _the_lot, deed_id, name=lot.name)

    def set_tariff(self, who: Person, tariff: Tariff, *, deed_id: UUID | None = None) -> Tariff:
        """A new version of the lot's prices; bookings made before keep theirs. Raises CurrencyFixed,
        VehicleTypeUnknown or the error of the field at fault."""
        tariff = tariff.checked()

        def work(deed: Deed) -> Tariff:
            version = put_tariff(deed, tariff)
            deed.outcome["tariff"] = version.id.hex
            return version

        return self._manage("set_tariff", who, work, _the_tariff, deed_id, lot=tariff.lot_id.hex)

    def add_level(self, who: Person, lot_id: UUID, name: str, *, deed_id: UUID | None = None) -> Level:
        name = texts.line(name, field="name", most=60, required=True)

        def work(deed: Deed) -> Level:
            known_lot(deed, lot_id)
            levels = deed.store.lots.levels(lot_id)
            level = next((known for known in levels if known.name == name), None)
            if level is None:
                level = Level(new_id(), lot_id, name, len(levels))
                deed.store.lots.add_levels([level])
                deed.touch(lot_id)
            deed.outcome["level"] = level.id.hex
            return level

        return self._manage("add_level", who, work, _the_level, deed_id, name=name)

    def add_bays(self, who: Person, lot_id: UUID, bays: Sequence[Bay], *, deed_id: UUID | None = None) -> int:
        """Raises BayCodeTaken, PlaceTaken or the error of the field at fault; all or none are added."""

        def work(deed: Deed) -> int:
            put_bays(deed, lot_id, bays)
            deed.touch(lot_id)
            deed.outcome["count"] = len(bays)
            return len(bays)

        return self._manage("add_bays", who, work, _the_count, deed_id, count=len(bays))

    def change_bay(self, who: Person, bay: Bay, *, deed_id: UUID | None = None) -> Bay:
        """Raises BayCodeTaken, PlaceTaken or VehicleTypeUnknown."""
        bay = bay.checked()

        def work(deed: Deed) -> Bay:
            old = deed.store.bays.find(bay.id)
            if old is None:
                raise BayUnknown(bay=bay.code, field="code")
            others = [other for other in deed.store.bays.of_lot(old.lot_id) if other.id != bay.id]
            refuse_unfit(deed, others, [bay])
            deed.store.bays.change(replace(bay, lot_id=old.lot_id, closed_reason=old.closed_reason))
            deed.touch(bay.id)
            deed.outcome["bay"] = bay.id.hex
            return bay

        return self._manage("change_bay", who, work, _the_bay, deed_id, code=bay.code)

    def import_file(
        self, who: Person, data: bytes, file_name: str, *, deed_id: UUID | None = None
    ) -> Imported:
        """Add or bring up to date what a lot file describes, all of it or nothing. Raises ImportFaults and others."""
        from parkdesk.services.lot_import import import_file

        return import_file(self._desk, who, data, file_name, deed_id=deed_id)

    def _manage(
        self,
        deed_name: str,
        who: Person,
        work: Callable[[Deed], T],
        answer: Callable[[Store, Mapping[str, Any]], T],
        deed_id: UUID | None,
        **arguments: Any,
    ) -> T:
        return self._desk.do(
            deed_name, who, Right.MANAGE, work, arguments=arguments, deed_id=deed_id, answer=answer
        )


def _done(deed: Deed, lot: Lot) -> Lot:
    deed.touch(lot.id)
    deed.outcome["lot"] = lot.id.hex
    return lot


# What a repeat of a deed answers


def _the_lot(store: Store, outcome: Mapping[str, Any]) -> Lot:
    return the_lot(store, UUID(hex=outcome["lot"]))


def _the_tariff(store: Store, outcome: Mapping[str, Any]) -> Tariff:
    return store.lots.tariff_by_id(UUID(hex=outcome["tariff"]))


def _the_level(store: Store, outcome: Mapping[str, Any]) -> Level:
    return next(level for level in store.lots.all_levels() if level.id.hex == outcome["level"])


def _the_bay(store: Store, outcome: Mapping[str, Any]) -> Bay:
    return the_bay(store, UUID(hex=outcome["bay"]))


def _the_count(_store: Store, outcome: Mapping[str, Any]) -> int:
    return int(outcome["count"])
