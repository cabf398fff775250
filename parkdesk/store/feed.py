"""The feed's shelf: every desk's newest number."""

from __future__ import annotations

from sqlalchemy import Connection, func, select

from parkdesk.domain.changes import Cursor
from parkdesk.store.schema import look_for_newer
from parkdesk.store.tables import desks, journal

# One index probe a desk, however long the journal.
_TIPS = select(
    desks.c.id,
    select(func.max(journal.c.number)).where(journal.c.desk_id == desks.c.id).scalar_subquery(),
)


class Feed:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def cursor(self) -> Cursor:
        """Raises SchemaNewer: a reader asks after every news, and a newer schema is news."""
        look_for_newer(self._connection)
        tips = self._connection.execute(_TIPS)
        return Cursor(frozenset((desk_id, number) for desk_id, number in tips if number is not None))
