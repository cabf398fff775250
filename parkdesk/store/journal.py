"""The journal's shelf: appends to one desk's chain, reads and walks every chain."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from operator import attrgetter
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, text, true

from parkdesk.domain.journal import FIRST_HASH, Entry, Fault, canonical, hash_of
from parkdesk.store.schema import VERSION, refuse_newer
from parkdesk.store.tables import journal, journal_touches, people
from parkdesk.store.types import readable

_LAST = (
    select(journal.c.number, journal.c.hash)
    .where(journal.c.desk_id == bindparam("desk_id"))
    .order_by(journal.c.number.desc())
    .limit(1)
    .subquery()
)
# With the schema's version: no deed is written into one that came while this desk was running.
_TIP = select(VERSION.c.version_num, _LAST.c.number, _LAST.c.hash).select_from(
    VERSION.outerjoin(_LAST, true())
)
_APPEND = insert(journal)
_TOUCH = insert(journal_touches)
_ONE = select(journal).where(journal.c.id == bindparam("id"))
_UNDONE = select(journal.c.id).where(journal.c.undoes == bindparam("id"))
_LOCK = text("SELECT pg_advisory_xact_lock(hashtextextended(:key, 0))")
_OF_SUBJECTS = (
    select(journal, people.c.name.label("who"))
    .outerjoin(people, people.c.id == journal.c.person_id)
    .where(
        journal.c.id.in_(
            select(journal_touches.c.entry_id).where(
                journal_touches.c.subject_id.in_(bindparam("subjects", expanding=True))
            )
        )
    )
    .order_by(journal.c.desk_id, journal.c.number)
)
_NEWEST = (
    select(journal, people.c.name.label("who"))
    .outerjoin(people, people.c.id == journal.c.person_id)
    .where(journal.c.desk_id == bindparam("desk_id"))
    .order_by(journal.c.number.desc())
    .limit(bindparam("most"))
)
_LATEST_AT = select(func.max(journal.c.at)).where(journal.c.desk_id == bindparam("desk_id"))


@dataclass(frozen=True, slots=True)
class Draft:
    """An entry before it has its number and hash."""

    id: UUID
    deed: str
    person_id: UUID | None
    at: datetime
    touched: tuple[UUID, ...]
    arguments: Mapping[str, Any]
    outcome: Mapping[str, Any]


class Journal:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def append(
        self,
        *,
        id: UUID,
        desk_id: UUID,
        deed: str,
        person_id: UUID | None,
        at: datetime,
        arguments: Mapping[str, Any],
        touched: Iterable[UUID],
        outcome: Mapping[str, Any],
        undoes: UUID | None = None,
    ) -> int:
        """Add a desk's next entry and return its number. Call it last: it holds the chain's lock.

        Raises SchemaNewer."""
        self.claim(desk_id)
        tip = self._connection.execute(_TIP, {"desk_id": desk_id}).one()
        refuse_newer(tip.version_num)
        number, previous_hash = (1, FIRST_HASH) if tip.number is None else (tip.number + 1, tip.hash)
        subjects = sorted(set(touched), key=attrgetter("int"))
        record = _sealed_record(
            previous_hash,
            id=id,
            desk_id=desk_id,
            number=number,
            deed=deed,
            person_id=person_id,
            at=at,
            arguments=canonical(arguments),
            touched=subjects,
            outcome=canonical(outcome),
        )
        self._connection.execute(_APPEND, record | {"undoes": undoes})
        if subjects:
            self._connection.execute(
                _TOUCH, [{"subject_id": subject, "entry_id": id} for subject in subjects]
            )
        return int(number)

    def claim(self, id: UUID) -> None:
        """Wait for whoever claimed the same desk or deed before, and keep it until the transaction ends; SQLite has
        one writer anyway."""
        if self._connection.dialect.name != "sqlite":
            self._connection.execute(_LOCK, {"key": id.hex})

    def begin(self, desk_id: UUID, drafts: Iterable[Draft]) -> int:
        """Write the first entries of a desk that has none, all at once. Returns how many."""
        previous_hash, records, touches = FIRST_HASH, [], []
        for number, draft in enumerate(drafts, start=1):
            subjects = sorted(set(draft.touched), key=attrgetter("int"))
            record = _sealed_record(
                previous_hash,
                id=draft.id,
                desk_id=desk_id,
                number=number,
                deed=draft.deed,
                person_id=draft.person_id,
                at=draft.at,
                arguments=canonical(draft.arguments),
                touched=subjects,
                outcome=canonical(draft.outcome),
            )
            records.append(record | {"undoes": None})
            touches += [{"subject_id": subject, "entry_id": draft.id} for subject in subjects]
            previous_hash = record["hash"]
        if records:
            self._connection.execute(_APPEND, records)
        if touches:
            self._connection.execute(_TOUCH, touches)
        return len(records)

    def find(self, id: UUID) -> Entry | None:
        row = self._connection.execute(_ONE, {"id": id}).first()
        return None if row is None else _entry(row)

    def is_undone(self, id: UUID) -> bool:
        return self._connection.execute(_UNDONE, {"id": id}).first() is not None

    def newest(self, desk_id: UUID, most: int = 50) -> tuple[tuple[Entry, str | None], ...]:
        """A desk's newest entries and who wrote them."""
        found = self._connection.execute(_NEWEST, {"desk_id": desk_id, "most": most})
        return tuple((_entry(row), row.who) for row in found)

    def of(self, *subject_ids: UUID) -> tuple[tuple[Entry, str | None], ...]:
        """The history of bookings, bays, lots or people and who wrote it, oldest first."""
        found = self._connection.execute(_OF_SUBJECTS, {"subjects": list(subject_ids)})
        return _in_order((_entry(row), row.who) for row in found)

    def latest_at(self, desk_id: UUID) -> datetime | None:
        latest: datetime | None = self._connection.execute(_LATEST_AT, {"desk_id": desk_id}).scalar_one()
        return latest

    def verify(self) -> tuple[int, tuple[Fault, ...]]:
        """Walk every chain: how many entries there are, and the first fault of each broken chain."""
        from parkdesk.store.proof import prove

        return prove(self._connection)


def _sealed_record(
    previous_hash: str,
    *,
    id: UUID,
    desk_id: UUID,
    number: int,
    deed: str,
    person_id: UUID | None,
    at: datetime,
    arguments: str,
    touched: Sequence[UUID],
    outcome: str,
) -> dict[str, Any]:
    return {
        "id": id,
        "desk_id": desk_id,
        "number": number,
        "deed": deed,
        "person_id": person_id,
        "at": at,
        "arguments": arguments,
        "outcome": outcome,
        "touched": ",".join(subject.hex for subject in touched),
        "previous_hash": previous_hash,
        "hash": hash_of(
            id=id,
            desk_id=desk_id,
            number=number,
            deed=deed,
            person_id=person_id,
            at=at,
            arguments=arguments,
            touched=touched,
            outcome=outcome,
            previous_hash=previous_hash,
        ),
    }


def _in_order(chains: Iterable[tuple[Entry, str | None]]) -> tuple[tuple[Entry, str | None], ...]:
    """Entries of several desks by their moments, those of one desk by their numbers: its clock may have been set
    back."""
    latest: dict[UUID, datetime] = {}
    dated = []
    for entry, who in chains:
        latest[entry.desk_id] = max(entry.at, latest.get(entry.desk_id, entry.at))
        dated.append((latest[entry.desk_id], entry, who))
    dated.sort(key=lambda told: told[0])
    return tuple((entry, who) for _, entry, who in dated)


@readable
def _entry(row: Any) -> Entry:
    return Entry(
        id=row.id,
        desk_id=row.desk_id,
        number=row.number,
        deed=row.deed,
        person_id=row.person_id,
        at=row.at,
        arguments=dict(json.loads(row.arguments).items()),
        touched=tuple(UUID(hex=part) for part in row.touched.split(",") if part),
        outcome=dict(json.loads(row.outcome).items()),
        previous_hash=row.previous_hash,
        hash=row.hash,
    )
