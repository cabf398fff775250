"""The bookings' indexes that SQLite and Postgres spell differently.

Only migrations read this: naming a dialect imports all of it with its drivers, which a starting desk does without.
"""

from __future__ import annotations

from sqlalchemy import Index, text

from parkdesk.store.tables import LIVE_SQL, bookings


def _where(name: str, predicate: str, *columns: str, unique: bool = False) -> Index:
    return Index(
        name,
        *(bookings.c[column] for column in columns),
        unique=unique,
        sqlite_where=text(predicate),
        postgresql_where=text(predicate),
    )


_SEARCHED = ("plate_search", "driver_name", "phone")

INDEXES = (
    # History never slows the desk: what the desk asks all day reads only the live rows.
    _where("ix_bookings_live_bay", LIVE_SQL, "bay_id", "until", "starts_at"),
    _where("ix_bookings_live_until", LIVE_SQL, "until"),
    _where("ix_bookings_live_plate", LIVE_SQL, "plate_key"),
    _where("uq_bookings_active_bay", "status = 'active'", "bay_id", unique=True),
    _where(
        "uq_bookings_active_plate", "status = 'active' AND override_reason = ''", "plate_key", unique=True
    ),
    _where(
        "uq_bookings_renewed_from",
        "renewed_from IS NOT NULL AND status <> 'cancelled'",
        "renewed_from",
        unique=True,
    ),
    # What is searched by a part: all of it in one narrow tree on SQLite, trigrams on Postgres.
    Index(
        "ix_bookings_found",
        *(bookings.c[column] for column in _SEARCHED),
        postgresql_using="gin",
        postgresql_ops=dict.fromkeys(_SEARCHED, "gin_trgm_ops"),
    ),
)
