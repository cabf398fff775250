"""Proves the journal as it is stored, byte by byte: every chain, its index, and that nothing stands beside it."""

from __future__ import annotations

import json
import re
import sys
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from functools import lru_cache, reduce
from itertools import groupby
from operator import xor
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Column,
    ColumnElement,
    Connection,
    LargeBinary,
    Select,
    Text,
    Uuid,
    cast,
    exists,
    func,
    select,
)

from parkdesk.domain.journal import Entry, Fault, canonical, first_fault, sealed
from parkdesk.store.paper_tables import receipts
from parkdesk.store.receipts import Receipts
from parkdesk.store.settlement_tables import charges, refunds
from parkdesk.store.tables import bookings, desks, journal, journal_touches, payments

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_NOBODY = UUID(int=0)
_UNREAD = Entry(_NOBODY, _NOBODY, sys.maxsize, "", None, _EPOCH, {}, (), {}, "", "")
_ENTRY = (
    journal.c.desk_id,
    journal.c.number,
    journal.c.id,
    journal.c.deed,
    journal.c.person_id,
    journal.c.at,
    journal.c.arguments,
    journal.c.outcome,
    journal.c.touched,
    journal.c.undoes,
    journal.c.previous_hash,
    journal.c.hash,
)
_AT_ONCE = 500

Row = Sequence[str | None]


def prove(connection: Connection) -> tuple[int, tuple[Fault, ...]]:
    """How many entries there are, and the first fault of each desk's chain.

    A chain that was cut off at its end still follows from itself. What it left behind tells of it: its index, or
    bookings and payments that no entry tells of. Where these were removed too, only a backup remembers.
    """
    return _Proof(connection).told()


class _Proof:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"
        self._entries = 0
        self._pairs = 0
        """Every entry with every subject it touched, summed up so that their order does not matter."""
        self._tips: dict[UUID, tuple[int, UUID]] = {}
        self._faults: dict[UUID, Fault] = {}
        self._strays: list[Fault] = []

    def told(self) -> tuple[int, tuple[Fault, ...]]:
        for (desk,) in self._read((desks.c.id,)):
            self._tips[_read_id(desk)] = (0, _NOBODY)
        for _, rows in groupby(
            self._read(_ENTRY, journal.c.desk_id, journal.c.number), key=lambda row: row[0]
        ):
            chain = self._walk(rows)
            self._blame(first_fault(chain))
            deque(chain, maxlen=0)
        for stray in self._strays:
            self._blame(stray)
        for entry_id, subject in self._read((journal_touches.c.entry_id, journal_touches.c.subject_id)):
            self._pairs ^= hash((entry_id, subject))
        if self._pairs:
            self._look_into_index()
        self._look_beside()
        return self._entries, tuple(self._faults.values())

    def _walk(self, rows: Iterator[Row]) -> Iterator[Entry]:
        for row in rows:
            self._entries += 1
            self._pairs ^= _pairs(row)
            entry = _read_entry(row)
            if entry.desk_id in self._tips:
                self._tips[entry.desk_id] = (entry.number, entry.id)
                yield entry
            else:
                self._strays.append(self._at_home(entry))

    def _at_home(self, entry: Entry) -> Fault:
        """An entry that names no desk belongs where its hash says."""
        for desk_id in self._tips:
            if sealed(replace(entry, desk_id=desk_id)) == entry.hash:
                return Fault(desk_id, entry.number, "its content was changed")
        return Fault(entry.desk_id, entry.number, "there is no such desk")

    def _look_into_index(self) -> None:
        """Something in the index of what was touched differs from the entries: find out where."""
        indexed: dict[str | None, set[str | None]] = {}
        for entry_id, subject in self._read((journal_touches.c.entry_id, journal_touches.c.subject_id)):
            indexed.setdefault(entry_id, set()).add(subject)
        before = len(self._faults)
        for row in self._read(_ENTRY, journal.c.desk_id, journal.c.number):
            if indexed.pop(row[2], set()) != set(_touched(row)):
                entry = _read_entry(row)
                self._blame(Fault(entry.desk_id, entry.number, "its content was changed"))
        if len(self._faults) == before:
            for entry_id in sorted(id for id in indexed if id is not None):
                self._blame(self._after(_read_id(entry_id), "this entry is missing"))

    def _look_beside(self) -> None:
        for table, words in (
            (payments, "no entry tells of a payment"),
            (receipts, "no entry tells of a receipt"),
            (charges, "no entry tells of a charge"),
            (refunds, "no entry tells of a refund"),
            (bookings, "no entry tells of a booking"),
        ):
            told = exists().where(journal_touches.c.subject_id == table.c.id)
            columns = (table.c.id, table.c.get("desk_id", table.c.id))
            for id, desk_id in self._read(columns, first_where=~told):
                self._blame(self._after(_read_id(id), words, _read_id(desk_id)))
        for desk in Receipts(self._connection).gaps():
            self._blame(self._after(desk, "a receipt is missing", desk))

    def _after(self, id: UUID, words: str, desk_id: UUID = _NOBODY) -> Fault:
        """A fault behind the end of a chain: of the desk that is known, or else of one that was silent since then
        (ids are in the order of time)."""
        if desk_id not in self._tips:
            silent = [desk for desk, (_, tip) in self._tips.items() if tip < id]
            desk_id = max(silent or self._tips, key=lambda desk: self._tips[desk][1], default=_NOBODY)
        return Fault(desk_id, self._tips.get(desk_id, (0, _NOBODY))[0] + 1, words)

    def _blame(self, fault: Fault | None) -> None:
        if fault is not None:
            self._faults.setdefault(fault.desk_id, fault)

    def _read(
        self,
        columns: Sequence[Column[Any]],
        *order: Column[Any],
        first_where: ColumnElement[bool] | None = None,
    ) -> Iterator[Row]:
        """Rows, or the first of some, as the text that stands there, whatever it is."""
        statement = _spelled_out(tuple(columns), order, sqlite=self._sqlite)
        if first_where is not None:
            statement = statement.where(first_where).limit(1)
        for row in self._connection.execute(statement):
            if self._sqlite:
                yield tuple(None if part is None else part.decode(errors="backslashreplace") for part in row)
            else:
                yield tuple(row)


@lru_cache
def _spelled_out(
    columns: tuple[Column[Any], ...], order: tuple[Column[Any], ...], *, sqlite: bool
) -> Select[Any]:
    spelled = [_as_bytes(column) if sqlite else _as_text(column) for column in columns]
    return select(*spelled).order_by(*order).execution_options(yield_per=_AT_ONCE)


def _as_bytes(column: Column[Any]) -> ColumnElement[Any]:
    return cast(column, LargeBinary)


def _as_text(column: Column[Any]) -> ColumnElement[Any]:
    text = cast(column, Text)
    return func.replace(text, "-", "") if isinstance(column.type, Uuid) else text


def _touched(row: Row) -> list[str]:
    return [part for part in (row[8] or "").split(",") if part]


def _pairs(row: Row) -> int:
    return reduce(xor, (hash((row[2], subject)) for subject in _touched(row)), 0)


def _read_entry(row: Row) -> Entry:
    """An entry without its hash, so that it does not verify, if a desk would have written it otherwise."""
    desk_id, number, id, deed, person_id, at, arguments, outcome, touched, undoes, previous_hash, hash = row
    entry = replace(_UNREAD, desk_id=_read_id(desk_id), number=_read_number(number))
    try:
        entry = replace(
            entry,
            id=UUID(hex=id),
            deed=str(deed),
            person_id=None if person_id is None else UUID(hex=person_id),
            at=_read_moment(str(at)),
            arguments=json.loads(str(arguments)),
            outcome=json.loads(str(outcome)),
            touched=tuple(UUID(hex=part) for part in _touched(row)),
            previous_hash=str(previous_hash),
        )
        spelled = (
            entry.id.hex,
            None if entry.person_id is None else entry.person_id.hex,
            canonical(entry.arguments),
            canonical(entry.outcome),
            ",".join(sorted(subject.hex for subject in entry.touched)),
            entry.outcome.get("undoes"),
        )
    except (ValueError, TypeError, AttributeError, OverflowError, RecursionError):
        return entry
    if spelled != (id, person_id, arguments, outcome, touched, undoes):
        return entry
    return replace(entry, hash=str(hash))


def _read_id(text: str | None) -> UUID:
    try:
        id = UUID(hex=text)
    except (ValueError, TypeError):
        return _NOBODY
    return id if id.hex == text else _NOBODY


def _read_number(text: str | None) -> int:
    return int(text) if text is not None and re.fullmatch(r"-?[0-9]{1,18}", text) else sys.maxsize


def _read_moment(text: str) -> datetime:
    """SQLite holds microseconds, spelled in one way; Postgres holds moments."""
    if re.fullmatch(r"-?[0-9]+", text):
        return _EPOCH + timedelta(microseconds=int(text))
    return datetime.fromisoformat(text)
