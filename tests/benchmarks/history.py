"""A large history behind a small lot: the bookings of the past, written in bulk."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import timedelta
from pathlib import Path

from sqlalchemy import text

from parkdesk.domain.booking import Booking
from parkdesk.store.migrate import migrate
from parkdesk.store.types import microseconds
from tests.kit import Case

STEP_MINUTES = 10
# Plates without look-alikes, so that the plate, its key and its search key differ in nothing but spaces.
_PLATE = (
    "'KL ' || (10 + {n} * 31 % 90) || ' ' || substr('ACDEFGHJKLMNPQRSTUVWXYZ', {n} % 23 + 1, 1) || 'Z '"
    " || (1000 + {n} % 9000 * 7919 % 9000)"
).replace("{n}", "n.value")
_COPY = f"""
INSERT INTO bookings (id, lot_id, bay_id, ticket, plate, plate_key, plate_search, vehicle_type, status, starts_at,
                      until, day, booked_at, tariff_id, currency, total_minor, lines, driver_name, phone, email,
                      requests, arrived_at, left_at, cancel_reason, auto_ended, override_reason)
WITH RECURSIVE counting(value) AS (SELECT 1 UNION ALL SELECT value + 1 FROM counting WHERE value < :count),
     standing AS (SELECT id, row_number() OVER (ORDER BY place_row, place_column) - 1 AS number FROM bays)
SELECT {{id}}, lot_id, standing.id, {{ticket}}, {_PLATE}, replace({_PLATE}, ' ', ''), replace({_PLATE}, ' ', ''),
       vehicle_type, 'completed', starts_at - {{back}}, until - {{back}}, {{day}}, booked_at - {{back}}, tariff_id,
       currency, total_minor, lines, CASE WHEN n.value % 4 = 0 THEN 'Driver ' || n.value % 5003 ELSE '' END,
       CASE WHEN n.value % 4 = 0 THEN '+91 98950 ' || (10000 + n.value % 90000) ELSE '' END, email, requests,
       starts_at - {{back}}, until - {{back}}, '', auto_ended, ''
FROM counting AS n
JOIN standing ON standing.number = n.value % :bays
CROSS JOIN (SELECT * FROM bookings WHERE id = :template) AS template
"""
_SQLITE = {
    "id": "printf('%032x', n.value)",
    "ticket": "printf('%08x', n.value)",
    "back": f"(:count + 1 - n.value) * {STEP_MINUTES * 60_000_000}",
    "day": "date((starts_at - (:count + 1 - n.value) * 600000000) / 1000000, 'unixepoch')",
}
_POSTGRES = {
    "id": "lpad(to_hex(n.value), 32, '0')::uuid",
    "ticket": "lpad(to_hex(n.value), 8, '0')",
    "back": f"(:count + 1 - n.value) * interval '{STEP_MINUTES} minutes'",
    "day": "((starts_at - (:count + 1 - n.value) * interval '10 minutes') AT TIME ZONE 'UTC')::date",
}
_RECOUNT = """
INSERT INTO daily (lot_id, day, desk_id, booked, completed, cancelled, auto_cancelled, no_show, due_minor,
                   stayed_seconds)
SELECT lot_id, day, :desk, count(*), count(*), 0, 0, 0, sum(total_minor), count(*) * 600
FROM bookings WHERE status = 'completed' GROUP BY lot_id, day
"""


def with_history(place: Path | str, count: int, *, bays: int = 250) -> Case:
    """A case whose lot has `count` ended bookings, ten minutes each, one after the other back into the past; on a new
    SQLite file, or on the migrated database of a URL."""
    url = place if isinstance(place, str) else f"sqlite:///{place}"
    if url.startswith("sqlite"):
        migrate(url)
    case = Case(url, bays=bays)
    booking = case.book("A1", minutes=STEP_MINUTES)
    case.services.stays.check_out(case.attendant, booking.id)
    fill(case, booking, count, bays)
    return case


def fill(case: Case, template: Booking, count: int, bays: int) -> None:
    spelt = _SQLITE if case.database.is_sqlite else _POSTGRES
    ids = {"template": template.id.hex, "desk": case.desk.id.hex}
    with case.database.transaction() as store:
        copied = {"count": count, "bays": bays, "template": ids["template"]}
        store.connection.execute(text(_COPY.format(**spelt)), copied)
        store.connection.execute(text("DELETE FROM daily"))
        store.connection.execute(text(_RECOUNT), {"desk": ids["desk"]})
    with case.database.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text("ANALYZE"))


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
            INSERT INTO bookings (id, lot_id, bay_id, ticket, plate, plate_key, plate_search, vehicle_type, status,
                   starts_at, until, day, booked_at, tariff_id, currency, total_minor, lines, driver_name, phone, email,
                   requests, renewed_from, arrived_at, left_at, cancelled_at, cancel_reason, auto_ended,
                   override_reason)
            SELECT printf('%016x%016x', 2, bays.place_column), bookings.lot_id, bays.id,
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
