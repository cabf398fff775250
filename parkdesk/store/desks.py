"""Desks: the PCs that write, each with its own journal chain."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from sqlalchemy import Connection, bindparam, insert, select

from parkdesk.store.tables import desks

_KNOWN = select(desks.c.id).where(desks.c.id == bindparam("id"))
_ALL = select(desks.c.id, desks.c.name).order_by(desks.c.created_at, desks.c.id)


class Desks:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def ensure(self, desk_id: UUID, name: str, now: datetime) -> None:
        if self._connection.execute(_KNOWN, {"id": desk_id}).first() is None:
            self._connection.execute(insert(desks).values(id=desk_id, name=name, created_at=now))

    def all(self) -> tuple[tuple[UUID, str], ...]:
        return tuple((row.id, row.name) for row in self._connection.execute(_ALL))
