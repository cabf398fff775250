"""The bays' shelf."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, exists, insert, select, text, update

from parkdesk.domain.bay import Bay
from parkdesk.domain.lot import Lot
from parkdesk.store import rows
from parkdesk.store.ground import Ground, ground
from parkdesk.store.tables import LIVE_SQL, bays, bookings, levels

_ONE = select(*rows.BAY_COLUMNS).where(bays.c.id == bindparam("id"))
_OF_LOT = (
    select(*rows.BAY_COLUMNS)
    .join(levels, levels.c.id == bays.c.level_id)
    .where(bays.c.lot_id == bindparam("lot_id"))
    .order_by(levels.c.position, bays.c.place_row, bays.c.place_column)
)
_MANY = select(*rows.BAY_COLUMNS).where(bays.c.id.in_(bindparam("ids", expanding=True)))
_CHANGE = update(bays).where(bays.c.id == bindparam("bay_id"))
_CLOSE = (
    update(bays)
    .where(bays.c.id.in_(bindparam("ids", expanding=True)), bays.c.closed_reason.is_(None))
    .values(closed_reason=bindparam("reason"), closed_at=bindparam("now"))
    .returning(bays.c.id)
)
_REOPEN = (
    update(bays)
    .where(bays.c.id.in_(bindparam("ids", expanding=True)), bays.c.closed_reason.is_not(None))
    .values(closed_reason=None, closed_at=None)
    .returning(bays.c.id)
)
_TAKEN = exists().where(
    bookings.c.bay_id == bays.c.id,
    text("bookings." + LIVE_SQL),
    bookings.c.until > bindparam("starts_at"),
    bookings.c.starts_at < bindparam("until"),
)
_STANDING = exists().where(
    # A car that overstays is still in the bay, whatever its booking's end says.
    bookings.c.bay_id == bays.c.id,
    text("bookings.status = 'active'"),
    bookings.c.until <= bindparam("now"),
    bindparam("from_now"),
    (bindparam("holds") | (bookings.c.until > bindparam("cutoff"))),
)
_FREE = (
    select(*rows.BAY_COLUMNS)
    .join(levels, levels.c.id == bays.c.level_id)
    .where(bays.c.lot_id == bindparam("lot_id"), bays.c.closed_reason.is_(None), ~_TAKEN, ~_STANDING)
    .order_by(levels.c.position, bays.c.place_row, bays.c.place_column)
)


class Bays:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def find(self, bay_id: UUID) -> Bay | None:
        row = self._connection.execute(_ONE, {"id": bay_id}).first()
        return None if row is None else rows.bay(row)

    def ground(self, bay_id: UUID, plate_key: str) -> Ground | None:
        """A bay, its lot, and every live booking on it or for a plate; None if there is no such bay."""
        return ground(self._connection, bay_id, plate_key)

    def many(self, bay_ids: Sequence[UUID]) -> tuple[Bay, ...]:
        return tuple(map(rows.bay, self._connection.execute(_MANY, {"ids": list(bay_ids)})))

    def of_lot(self, lot_id: UUID) -> tuple[Bay, ...]:
        """In the order of their places."""
        return tuple(map(rows.bay, self._connection.execute(_OF_LOT, {"lot_id": lot_id}).all()))

    def free(self, lot: Lot, starts_at: datetime, until: datetime, now: datetime) -> tuple[Bay, ...]:
        """Open bays without a live booking in the window; if it starts now, without a car still in them."""
        found = self._connection.execute(
            _FREE,
            {
                "lot_id": lot.id,
                "starts_at": starts_at,
                "until": until,
                "now": now,
                "from_now": starts_at <= now,
                "holds": lot.at_end.value == "hold",
                "cutoff": now - lot.grace,
            },
        )
        return tuple(map(rows.bay, found.all()))

    def add(self, added: Sequence[Bay]) -> None:
        if added:
            self._connection.execute(insert(bays), [rows.bay_record(bay) for bay in added])

    def change(self, bay: Bay) -> None:
        record = rows.bay_record(bay)
        self._connection.execute(_CHANGE, {"bay_id": record.pop("id"), **record})

    def close(self, bay_ids: Sequence[UUID], reason: str, now: datetime) -> tuple[UUID, ...]:
        """Returns those that were open before."""
        found = self._connection.execute(_CLOSE, {"ids": list(bay_ids), "reason": reason, "now": now})
        return tuple(found.scalars())

    def reopen(self, bay_ids: Sequence[UUID]) -> tuple[UUID, ...]:
        """Returns those that were closed before."""
        return tuple(self._connection.execute(_REOPEN, {"ids": list(bay_ids)}).scalars())
