"""The lots' shelf: lots, their levels and tariffs, and the vehicle types."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import asdict
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, update

from parkdesk.domain.bay import Level
from parkdesk.domain.lot import Lot
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import VehicleType
from parkdesk.store import rows
from parkdesk.store.tables import bays, levels, lots, tariffs, vehicle_types

_ONE = select(lots).where(lots.c.id == bindparam("id"))
_BY_NAME = select(lots).where(lots.c.name == bindparam("name"))
_ALL = select(lots).order_by(lots.c.name)
_COUNTS = select(bays.c.lot_id, func.count()).group_by(bays.c.lot_id)
_CHANGE = update(lots).where(lots.c.id == bindparam("lot_id"))
_LEVELS = select(levels).order_by(levels.c.lot_id, levels.c.position, levels.c.name)
_LEVELS_OF = (
    select(levels).where(levels.c.lot_id == bindparam("lot_id")).order_by(levels.c.position, levels.c.name)
)
_TARIFF = (
    select(tariffs).where(tariffs.c.lot_id == bindparam("lot_id")).order_by(tariffs.c.version.desc()).limit(1)
)
_TARIFF_BY_ID = select(tariffs).where(tariffs.c.id == bindparam("id"))
_TYPES = select(vehicle_types).order_by(vehicle_types.c.position, vehicle_types.c.code)
_TERMS = _TARIFF.add_columns(
    select(vehicle_types.c.name)
    .where(vehicle_types.c.code == bindparam("code"), vehicle_types.c.retired)
    .scalar_subquery()
    .label("retired")
)
_CHANGE_TYPE = update(vehicle_types).where(vehicle_types.c.code == bindparam("known"))


class Lots:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Lot, ...]:
        return tuple(map(rows.lot, self._connection.execute(_ALL)))

    def bay_counts(self) -> dict[UUID, int]:
        return {row[0]: row[1] for row in self._connection.execute(_COUNTS)}

    def find(self, lot_id: UUID) -> Lot | None:
        row = self._connection.execute(_ONE, {"id": lot_id}).first()
        return None if row is None else rows.lot(row)

    def named(self, name: str) -> Lot | None:
        row = self._connection.execute(_BY_NAME, {"name": name}).first()
        return None if row is None else rows.lot(row)

    def add(self, lot: Lot) -> None:
        self._connection.execute(insert(lots), rows.lot_record(lot))

    def change(self, lot: Lot) -> None:
        record = rows.lot_record(lot)
        self._connection.execute(_CHANGE, {"lot_id": record.pop("id"), **record})

    def all_levels(self) -> tuple[Level, ...]:
        return tuple(map(rows.level, self._connection.execute(_LEVELS)))

    def levels(self, lot_id: UUID) -> tuple[Level, ...]:
        return tuple(map(rows.level, self._connection.execute(_LEVELS_OF, {"lot_id": lot_id})))

    def add_levels(self, added: Sequence[Level]) -> None:
        if added:
            self._connection.execute(
                insert(levels),
                [{"id": x.id, "lot_id": x.lot_id, "name": x.name, "position": x.position} for x in added],
            )

    def tariff(self, lot_id: UUID) -> Tariff | None:
        """The version in force."""
        row = self._connection.execute(_TARIFF, {"lot_id": lot_id}).first()
        return None if row is None else rows.tariff(row)

    def terms(self, lot_id: UUID, vehicle_type: str) -> tuple[Tariff | None, str | None]:
        """The version in force, and the vehicle type's name if that is retired: one question of every booking."""
        row = self._connection.execute(_TERMS, {"lot_id": lot_id, "code": vehicle_type}).first()
        return (None, None) if row is None else (rows.tariff(row), row.retired)

    def tariff_by_id(self, tariff_id: UUID) -> Tariff:
        return rows.tariff(self._connection.execute(_TARIFF_BY_ID, {"id": tariff_id}).one())

    def add_tariff(self, tariff: Tariff, now: datetime) -> None:
        self._connection.execute(insert(tariffs), {**rows.tariff_record(tariff), "created_at": now})

    def vehicle_types(self) -> tuple[VehicleType, ...]:
        """Also those that are retired."""
        return tuple(
            VehicleType(row.code, row.name, row.position, bool(row.retired))
            for row in self._connection.execute(_TYPES)
        )

    def add_vehicle_types(self, added: Iterable[VehicleType]) -> None:
        records = [asdict(kind) for kind in added]
        if records:
            self._connection.execute(insert(vehicle_types), records)

    def change_vehicle_type(self, kind: VehicleType) -> None:
        self._connection.execute(
            _CHANGE_TYPE, {"known": kind.code, "name": kind.name, "retired": kind.retired}
        )
