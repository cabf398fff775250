"""What a booking stands on: its bay, its lot and what is live on the bay or for the plate, in one question."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace
from typing import Any, NamedTuple
from uuid import UUID

from sqlalchemy import Connection, Table, and_, bindparam, or_, select, text

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import Lot
from parkdesk.store import rows
from parkdesk.store.tables import LIVE_SQL, bays, bookings, lots

_BAY = slice(rows.BOOKING_WIDTH, rows.BOOKING_WIDTH + len(bays.c))
_LOT = slice(_BAY.stop, None)
_GROUND = (
    select(*rows.BOOKING_COLUMNS, *bays.c, *lots.c)
    .select_from(bays)
    .join(lots, lots.c.id == bays.c.lot_id)
    .outerjoin(
        bookings,
        and_(
            text("bookings." + LIVE_SQL),
            or_(bookings.c.bay_id == bindparam("bay_id"), bookings.c.plate_key == bindparam("plate_key")),
        ),
    )
    .where(bays.c.id == bindparam("bay_id"))
    .order_by(bookings.c.starts_at)
)


class Ground(NamedTuple):
    """`around` is what could stand in the way, soonest first."""

    bay: Bay
    lot: Lot
    around: tuple[Booking, ...]


def ground(connection: Connection, bay_id: UUID, plate_key: str) -> Ground | None:
    """None if there is no such bay. One trip to the database: whoever comes second is told at once."""
    found = connection.execute(_GROUND, {"bay_id": bay_id, "plate_key": plate_key}).all()
    if not found:
        return None
    first = found[0]
    around = tuple(rows.booking(row) for row in found if row[0] is not None)
    bay, lot = _part(first[_BAY], bays), _part(first[_LOT], lots)
    return Ground(rows.bay(bay), rows.lot(lot), around)


def _part(values: Sequence[Any], table: Table) -> SimpleNamespace:
    """What one table gave to a joined row, by its columns' names."""
    return SimpleNamespace(**dict(zip(table.c.keys(), values, strict=True)))
