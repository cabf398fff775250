"""The feed's shelf: every desk's newest number, and what later entries touched."""

from __future__ import annotations

from uuid import UUID

from sqlalchemy import Connection, bindparam, func, select

from parkdesk.domain.changes import Changes, Cursor
from parkdesk.store.schema import look_for_newer
from parkdesk.store.tables import desks, journal

# One index probe a desk, however long the journal.
_TIPS = select(
    desks.c.id,
    select(func.max(journal.c.number)).where(journal.c.desk_id == desks.c.id).scalar_subquery(),
)
_LATER = (
    select(journal.c.touched)
    .where(journal.c.desk_id == bindparam("desk_id"), journal.c.number > bindparam("number"))
    .order_by(journal.c.number)
)


class Feed:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cursor(self) -> Cursor:
        """Raises SchemaNewer: a reader asks after every news, and a newer schema is news."""
        look_for_newer(self._connection)
        tips = self._connection.execute(_TIPS)
        return Cursor(frozenset((desk_id, number) for desk_id, number in tips if number is not None))

    def since(self, seen: Cursor) -> Changes:
        now, known = self.cursor(), seen.by_desk()
        touched: set[UUID] = set()
        entries = 0
        for desk_id, _ in now.numbers - seen.numbers:
            later = self._connection.execute(_LATER, {"desk_id": desk_id, "number": known.get(desk_id, 0)})
            for subjects in later.scalars():
                entries += 1
                touched.update(UUID(hex=subject) for subject in subjects.split(",") if subject)
        return Changes(now, frozenset(touched), entries)
