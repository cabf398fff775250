"""How far back a list or a search looks, so that no planner reads a whole history for a handful of rows.

What is common stands among the newest bookings, what is rare is found by the index of what is searched. Each of
these conditions narrows a statement on `bookings`; a materialised part can only be read by its own index.
"""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, func, literal, literal_column, select, text

from parkdesk.store.tables import LIVE_SQL, bookings
from parkdesk.store.types import Id

LIVE_STATUSES = frozenset({"pending", "confirmed", "active"})
NEWEST = 2000
_FIRST_ID = literal(UUID(int=0), Id)
_ROW: ColumnElement[Any] = literal_column("bookings.rowid")
_LIVE = select(bookings.c.id).where(text(LIVE_SQL)).cte("live").prefix_with("MATERIALIZED")


def live() -> ColumnElement[bool]:
    return bookings.c.id.in_(select(_LIVE.c.id))


def newest(*scope: ColumnElement[bool]) -> ColumnElement[bool]:
    """The last `NEWEST` bookings of a scope."""
    floor = select(bookings.c.id).where(*scope).order_by(bookings.c.id.desc()).limit(1).offset(NEWEST)
    return bookings.c.id >= func.coalesce(floor.correlate(None).scalar_subquery(), _FIRST_ID)


def matching(condition: ColumnElement[bool], *, sqlite: bool) -> ColumnElement[bool]:
    """All bookings that match a condition on what `ix_bookings_found` holds."""
    # SQLite reads the index alone as long as nothing but the row's number is asked for.
    key: ColumnElement[Any] = _ROW if sqlite else bookings.c.id
    found = select(key.label("key")).select_from(bookings).where(condition).cte("found")
    return key.in_(select(found.prefix_with("MATERIALIZED").c.key))
