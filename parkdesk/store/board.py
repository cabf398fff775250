"""The board's shelf: a lot's bays with their live bookings, in one query however many there are."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from itertools import chain, groupby
from operator import itemgetter
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, Connection, and_, bindparam, exists, literal_column, select, text

from parkdesk.domain.bay import Place
from parkdesk.domain.board import Cell, LiveStay
from parkdesk.domain.booking import Status
from parkdesk.store.bookings import PAID
from parkdesk.store.rows import words
from parkdesk.store.tables import bays, bookings, levels

AHEAD = timedelta(hours=2)
"""A booking this far ahead already marks its bay as reserved."""

_STATUSES = {status.value: status for status in Status}
_OWED_BEFORE = literal_column(
    # What the ended links of the same stay still owe, or were paid too much: a renewal begins where they end.
    """
    CASE WHEN bookings.renewed_from IS NULL OR bookings.status <> 'active' THEN 0 ELSE (
        WITH RECURSIVE ended AS (
            SELECT id, renewed_from, starts_at, total_minor FROM bookings AS link
            WHERE link.id = bookings.renewed_from AND link.until = bookings.starts_at
            UNION ALL
            SELECT link.id, link.renewed_from, link.starts_at, link.total_minor FROM ended
            JOIN bookings AS link ON link.id = ended.renewed_from AND link.until = ended.starts_at
        )
        SELECT CAST(coalesce(sum(total_minor - (
            SELECT coalesce(sum(amount_minor - refunded_minor), 0) FROM payments
            WHERE payments.booking_id = ended.id AND payments.status IN ('paid', 'refunded')
        )), 0) AS bigint) FROM ended
    ) END
    """,
    BigInteger(),
).label("owed_before")
_COLUMNS = (
    bays.c.id,
    bays.c.code,
    bays.c.level_id,
    bays.c.place_row,
    bays.c.place_column,
    bays.c.zone,
    bays.c.vehicle_types,
    bays.c.features,
    bays.c.hourly_minor,
    bays.c.closed_reason,
    bookings.c.id,
    bookings.c.renewed_from,
    bookings.c.ticket,
    bookings.c.plate,
    bookings.c.plate_key,
    bookings.c.vehicle_type,
    bookings.c.status,
    bookings.c.starts_at,
    bookings.c.until,
    bookings.c.driver_name,
    bookings.c.total_minor,
    PAID,
    _OWED_BEFORE,
    bookings.c.held_until,
)
_BOARD = (
    select(*_COLUMNS)
    .join(levels, levels.c.id == bays.c.level_id)
    .outerjoin(
        bookings,
        and_(
            bookings.c.bay_id == bays.c.id,
            text("bookings.status IN ('pending', 'confirmed', 'active')"),
            # A car that stands there shows, even to a desk whose clock was set back to before it came.
            (bookings.c.starts_at < bindparam("horizon"))
            | bookings.c.renewed_from.is_not(None)
            | text("bookings.status = 'active'"),
        ),
    )
    .where(bays.c.lot_id == bindparam("lot_id"))
    .order_by(levels.c.position, bays.c.place_row, bays.c.place_column, bays.c.id, bookings.c.starts_at)
)
_RENEWAL = bookings.alias("renewal")
_ENDING = (
    # A stay that goes on in a renewal does not end yet.
    select(*_COLUMNS, bookings.c.lot_id)
    .join(bays, bays.c.id == bookings.c.bay_id)
    .where(
        text("bookings.status IN ('pending', 'confirmed', 'active')"),
        bookings.c.status == "active",
        bookings.c.until <= bindparam("by"),
        ~exists().where(
            _RENEWAL.c.renewed_from == bookings.c.id,
            text("renewal.renewed_from IS NOT NULL AND renewal.status <> 'cancelled'"),
            _RENEWAL.c.status == "confirmed",
        ),
    )
    .order_by(bookings.c.until, bookings.c.id)
)


class Boards:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cells(self, lot_id: UUID, now: datetime) -> tuple[Cell, ...]:
        # In parts: row by row costs more than the query, and all at once holds a large lot three times over.
        parts = self._connection.execute(_BOARD, {"lot_id": lot_id, "horizon": now + AHEAD}).partitions(500)
        by_bay = groupby(chain.from_iterable(parts), itemgetter(0))
        return tuple(_cell(list(found)) for _, found in by_bay)

    def ending(self, by: datetime) -> tuple[tuple[UUID, Cell], ...]:
        """The bays of every lot whose stay ends by then or has ended, each with its lot's id."""
        found = self._connection.execute(_ENDING, {"by": by})
        return tuple((row[-1], _cell([row])) for row in found)


def _cell(found: Sequence[Any]) -> Cell:
    first = found[0]
    stay, coming = (None, None) if first[10] is None else _stays(found)
    return Cell(
        first[0],
        first[1],
        first[2],
        Place(first[3], first[4]),
        first[5],
        words(first[6]),
        words(first[7]),
        first[8],
        first[9],
        stay,
        coming,
    )


def _stays(found: Sequence[Any]) -> tuple[LiveStay | None, LiveStay | None]:
    """The stay in the bay with its renewals joined on, and the soonest other booking."""
    stay: LiveStay | None = None
    coming: LiveStay | None = None
    for row in found:
        if row[16] == "active":
            stay = _live(row)
        elif stay is not None and row[11] == stay.last_id:
            stay = _joined(stay, row)
        elif coming is None and row[11] is None:
            coming = _live(row)
        elif coming is not None and row[11] == coming.last_id:
            coming = _joined(coming, row)
    return stay, coming


def _live(row: Any) -> LiveStay:
    return LiveStay(
        row[10],
        row[10],
        row[12],
        row[13],
        row[14],
        row[15],
        _STATUSES[row[16]],
        row[17],
        row[18],
        row[19],
        row[20] + row[22],
        row[21],
        row[23] if row[16] == "pending" else None,
    )


def _joined(stay: LiveStay, renewal: Any) -> LiveStay:
    return LiveStay(
        stay.booking_id,
        renewal[10],
        stay.ticket,
        stay.plate,
        stay.plate_key,
        stay.vehicle_type,
        stay.status,
        stay.starts_at,
        renewal[18],
        stay.driver_name,
        stay.total_minor + renewal[20],
        stay.paid_minor + renewal[21],
        stay.held_until,
    )
