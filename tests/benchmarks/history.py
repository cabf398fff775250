"""A large history behind a small lot: the bookings of the past, written in bulk."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

from parkdesk.services.desk import new_id
from parkdesk.store.migrate import migrate
from parkdesk.store.types import microseconds
from tests.kit import Case

_COPY = """
INSERT INTO bookings
SELECT printf('%032x', :first + n.value), lot_id, bay_id, printf('%08x', n.value), plate, plate_key, plate_search,
       vehicle_type, :status, starts_at - n.value * :step, until - n.value * :step,
       date((starts_at - n.value * :step) / 1000000, 'unixepoch'), booked_at - n.value * :step, tariff_id,
       currency, total_minor, lines, driver_name, phone, email, requests, NULL, starts_at - n.value * :step,
       CASE WHEN :status = 'completed' THEN until - n.value * :step END, NULL, '', 1, ''
FROM bookings, (
    WITH RECURSIVE counting(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counting WHERE value < :count)
    SELECT value FROM counting
) AS n
WHERE bookings.id = :template
"""
_RECOUNT = """
INSERT INTO daily (lot_id, day, desk_id, booked, completed, cancelled, auto_cancelled, no_show, due_minor,
                   stayed_seconds)
SELECT lot_id, day, :desk, count(*), count(*), 0, 0, 0, sum(total_minor), sum(left_at - starts_at) / 1000000
FROM bookings WHERE status = 'completed' GROUP BY lot_id, day
"""


def with_history(path: Path, count: int, *, bays: int = 250) -> Case:
    """A case on a SQLite file whose first bay has `count` ended bookings, ten minutes apart, back into the past."""
    migrate(f"sqlite:///{path}")
    case = Case(f"sqlite:///{path}", bays=bays)
    booking = case.book("A1", minutes=10)
    case.services.stays.check_out(case.attendant, booking.id)
    with sqlite3.connect(path) as connection:
        connection.execute(
            _COPY,
            {
                "first": new_id().int >> 80 << 40 & (1 << 62) - 1,
                "status": "completed",
                "step": 600 * 1_000_000,
                "count": count,
                "template": booking.id.hex,
            },
        )
        connection.execute("DELETE FROM daily")
        connection.execute(_RECOUNT, {"desk": case.desk.id.hex})
        connection.execute("ANALYZE")
    connection.close()
    return case


def due_at_once(case: Case, count: int) -> None:
    """`count` running stays on bays of their own that are all over a minute from now."""
    until = case.clock() + timedelta(minutes=1)
    connection = sqlite3.connect(str(case.database.url.database))
    with connection:
        connection.execute(
            """
            INSERT INTO bays SELECT printf('%032x', 1 + n.value), lot_id, level_id, 'X' || n.value, zone, 9, n.value,
                   vehicle_types, features, hourly_minor, NULL, NULL
            FROM bays, (WITH RECURSIVE counting(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counting
                        WHERE value < :count) SELECT value FROM counting) AS n
            WHERE bays.id = :bay
            """,
            {"count": count, "bay": case.bay("A1").hex},
        )
        connection.execute(
            """
            INSERT INTO bookings SELECT printf('%016x%016x', 2, bays.place_column), bookings.lot_id, bays.id,
                   printf('Y%07d', bays.place_column), 'X' || bays.place_column, 'X' || bays.place_column,
                   'X' || bays.place_column, vehicle_type, 'active', :until - 3600000000, :until, day, booked_at,
                   tariff_id, currency, total_minor, lines, '', '', '', '', NULL, :until - 3600000000, NULL,
                   NULL, '', 0, ''
            FROM bays, (SELECT * FROM bookings LIMIT 1) AS bookings WHERE bays.place_row = 9
            """,
            {"until": microseconds(until)},
        )
        connection.execute("ANALYZE")
    connection.close()


def copied(path: Path, name: str) -> Path:
    return Path(shutil.copy(path, path.with_name(name)))
