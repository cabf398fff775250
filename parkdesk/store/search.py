"""The search shelf: plates in part and with look-alikes, drivers, telephone numbers and bay codes."""

from __future__ import annotations

from enum import Enum, auto
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    Connection,
    Select,
    String,
    and_,
    bindparam,
    case,
    func,
    or_,
    select,
    text,
)

from parkdesk.domain.bay import Bay
from parkdesk.store import reach, rows
from parkdesk.store.bookings import LISTED, Listed, listed
from parkdesk.store.tables import bays, bookings

_BY_TICKET = LISTED.where(bookings.c.ticket == bindparam("ticket"))
_WORDS = bindparam("words", type_=String())
_ESCAPED = bindparam("escaped", type_=String())
_PART = bindparam("part", type_=String())
_ENDED = text("bookings.status IN ('completed', 'cancelled', 'no_show')")


class _Among(Enum):
    LIVE = auto()
    NEWEST = auto()
    ENDED = auto()


@lru_cache(maxsize=32)
def _search(
    among: _Among, *, by_plate: bool, in_lot: bool, sqlite: bool, spellings: tuple[str, ...]
) -> Select[Any]:
    scope = [bookings.c.lot_id == bindparam("lot_id")] if in_lot else []
    # SQLite's LIKE knows no difference between capitals and small letters, those of English.
    by_name = bookings.c.driver_name.contains if sqlite else bookings.c.driver_name.icontains
    matches = [bookings.c.phone.contains(_ESCAPED, escape="/")]
    matches += [by_name(bindparam(spelling, type_=String()), escape="/") for spelling in spellings]
    if by_plate:
        matches.append(bookings.c.plate_search.contains(_PART))
    statement = LISTED.where(*scope)
    if among is _Among.ENDED:
        statement = statement.where(_ENDED, reach.matching(or_(*matches), sqlite=sqlite))
    else:
        matches.append(func.upper(bays.c.code) == func.upper(_WORDS))
        narrowed = and_(_ENDED, reach.newest(*scope)) if among is _Among.NEWEST else reach.live()
        statement = statement.where(narrowed, or_(*matches))
    arrived = [case((bookings.c.status == "active", 0), else_=1)] if among is _Among.LIVE else []
    return statement.order_by(*arrived, bookings.c.id.desc()).limit(bindparam("most"))


class Search:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"

    def by_ticket(self, ticket: str) -> Listed | None:
        row = self._connection.execute(_BY_TICKET, {"ticket": ticket}).first()
        return None if row is None else listed(row)

    def live(self, words: str, plate_part: str, lot_id: UUID | None, most: int) -> tuple[Listed, ...]:
        """Live bookings whose plate, driver, phone or bay holds the text; those in a bay first."""
        return self._found(_Among.LIVE, words, plate_part, lot_id, most)

    def ended(self, words: str, plate_part: str, lot_id: UUID | None, most: int) -> tuple[Listed, ...]:
        """Ended bookings, newest first. A bay's code finds only those among the newest of all."""
        newest = self._found(_Among.NEWEST, words, plate_part, lot_id, most)
        if len(newest) == most:
            return newest
        known = {found.booking.id for found in newest}
        older = self._found(_Among.ENDED, words, plate_part, lot_id, most)
        return (*newest, *(found for found in older if found.booking.id not in known))[:most]

    def bays(self, code: str, lot_id: UUID | None, most: int) -> tuple[Bay, ...]:
        """Bays whose code begins with the text."""
        statement = select(*rows.BAY_COLUMNS).where(
            func.upper(bays.c.code).startswith(code.upper(), autoescape=True)
        )
        if lot_id is not None:
            statement = statement.where(bays.c.lot_id == lot_id)
        found: Any = self._connection.execute(
            statement.order_by(func.length(bays.c.code), bays.c.code).limit(most)
        )
        return tuple(map(rows.bay, found))

    def _found(
        self, among: _Among, words: str, plate_part: str, lot_id: UUID | None, most: int
    ) -> tuple[Listed, ...]:
        escaped = words.replace("/", "//").replace("%", "/%").replace("_", "/_")
        asked = {"words": words, "escaped": escaped, "part": plate_part, "lot_id": lot_id, "most": most}
        spellings: tuple[str, ...] = ("escaped",)
        if self._sqlite and not words.isascii():
            asked |= {"lower": escaped.lower(), "title": escaped.title(), "upper": escaped.upper()}
            spellings += ("lower", "title", "upper")
        statement = _search(
            among,
            by_plate=bool(plate_part),
            in_lot=lot_id is not None,
            sqlite=self._sqlite,
            spellings=spellings,
        )
        return tuple(map(listed, self._connection.execute(statement, asked)))
