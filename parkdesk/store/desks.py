"""Desks: the PCs that write, each with its own journal chain."""

from __future__ import annotations

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select, text

from parkdesk.store.tables import desks

_KNOWN = select(desks.c.id).where(desks.c.id == bindparam("id"))
_ALL = select(desks.c.id, desks.c.name).order_by(desks.c.created_at, desks.c.id)


class Desks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def knows(self, desk_id: UUID) -> bool:
        return self._connection.execute(_KNOWN, {"id": desk_id}).first() is not None

    def server_time(self) -> datetime | None:
        """The database server's clock; None where there is no server."""
        if self._connection.dialect.name == "sqlite":
            return None
        server: datetime = self._connection.execute(text("SELECT clock_timestamp()")).scalar_one()
        return server.astimezone(UTC)

    def ensure(self, desk_id: UUID, name: str, now: datetime) -> None:
        if not self.knows(desk_id):
            self._connection.execute(insert(desks).values(id=desk_id, name=name, created_at=now))

    def all(self) -> tuple[tuple[UUID, str], ...]:
        return tuple((row.id, row.name) for row in self._connection.execute(_ALL))
