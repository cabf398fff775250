"""What a booking stands on: its bay, its lot and what is live on the bay or for the plate, in one question."""

from __future__ import annotations

from types import SimpleNamespace
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import Connection, and_, bindparam, or_, select, text

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking
from parkdesk.domain.lot import Lot
from parkdesk.store import rows
from parkdesk.store.tables import LIVE_SQL, bays, bookings, lots

_BAY = slice(rows.BOOKING_WIDTH, rows.BOOKING_WIDTH + rows.BAY_WIDTH)
_LOT = slice(_BAY.stop, None)
_GROUND = (
    select(*rows.BOOKING_COLUMNS, *rows.BAY_COLUMNS, *lots.c)
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
    # By its columns' names, which a joined row has more than once.
    lot = SimpleNamespace(**dict(zip(lots.c.keys(), first[_LOT], strict=True)))
    return Ground(rows.bay(first[_BAY]), rows.lot(lot), around)
