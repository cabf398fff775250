"""The activity's shelf: what every desk did, newest first, and what it was about."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, Select, bindparam, func, literal, select, union_all

from parkdesk.store.tables import bays, bookings, desks, journal, people
from parkdesk.store.types import readable

SHOWN = 4
"""How many of the ids that a deed touched are read: a sweep touches thousands."""
_ID = 33
"""The length of an id and the comma behind it."""
_SUBJECTS = union_all(
    select(bookings.c.id, bookings.c.lot_id, bays.c.id.label("bay_id"), bays.c.code, bookings.c.plate)
    .join(bays, bays.c.id == bookings.c.bay_id)
    .where(bookings.c.id.in_(bindparam("bookings", expanding=True))),
    select(bays.c.id, bays.c.lot_id, bays.c.id, bays.c.code, literal("")).where(
        bays.c.id.in_(bindparam("bays", expanding=True))
    ),
)


@dataclass(frozen=True, slots=True)
class Done:
    """A journal entry as a list shows it; `touched` are the first of `count` ids."""

    id: UUID
    at: datetime
    deed: str
    number: int
    who: str | None
    desk: str
    arguments: dict[str, Any]
    touched: tuple[UUID, ...]
    count: int


@dataclass(frozen=True, slots=True)
class Subject:
    """A booking or, without a plate, a bay."""

    id: UUID
    lot_id: UUID
    bay_id: UUID
    bay_code: str
    plate: str


@lru_cache(maxsize=8)
def _page(*, keyed: bool, by_deed: bool, by_person: bool) -> Select[Any]:
    """By their ids, which sort by time whatever desk made them: no page costs more than the one before."""
    conditions: list[ColumnElement[bool]] = []
    if keyed:
        conditions.append(journal.c.id < bindparam("before"))
    if by_deed:
        conditions.append(journal.c.deed == bindparam("deed"))
    if by_person:
        conditions.append(journal.c.person_id == bindparam("person_id"))
    return (
        select(
            journal.c.id,
            journal.c.at,
            journal.c.deed,
            journal.c.number,
            people.c.name.label("who"),
            desks.c.name.label("desk"),
            journal.c.arguments,
            func.substr(journal.c.touched, 1, SHOWN * _ID).label("touched"),
            func.length(journal.c.touched).label("length"),
        )
        .join(desks, desks.c.id == journal.c.desk_id)
        .outerjoin(people, people.c.id == journal.c.person_id)
        .where(*conditions)
        .order_by(journal.c.id.desc())
        .limit(bindparam("most"))
    )


class Activity:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self, *, before: UUID | None = None, deed: str = "", person_id: UUID | None = None, most: int = 50
    ) -> tuple[Done, ...]:
        """Newest first, those made before the entry `before`; of one deed or one person if said."""
        statement = _page(keyed=before is not None, by_deed=bool(deed), by_person=person_id is not None)
        given = {"before": before, "deed": deed, "person_id": person_id, "most": most}
        wanted = {name: value for name, value in given.items() if value}
        return tuple(map(_done, self._connection.execute(statement, wanted)))

    def subjects(self, ids: Iterable[UUID]) -> dict[UUID, Subject]:
        """Those of some ids that are bookings or bays."""
        wanted = list(ids)
        found = self._connection.execute(_SUBJECTS, {"bookings": wanted, "bays": wanted})
        return {row[0]: Subject(*row) for row in found}


@readable
def _done(row: Any) -> Done:
    return Done(
        id=row.id,
        at=row.at,
        deed=row.deed,
        number=row.number,
        who=row.who,
        desk=row.desk,
        arguments=dict(json.loads(row.arguments).items()),
        touched=tuple(UUID(hex=part) for part in row.touched.split(",") if part),
        count=(row.length + 1) // _ID,
    )
