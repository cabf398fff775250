"""The search shelf: plates in part and with look-alikes, drivers, telephone numbers and bay codes."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Connection, and_, case, func, or_, select, text

from parkdesk.domain.bay import Bay
from parkdesk.store import rows
from parkdesk.store.bookings import LISTED, Listed, listed
from parkdesk.store.tables import LIVE_SQL, bays, bookings


class Search:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def by_ticket(self, ticket: str) -> Listed | None:
        row = self._connection.execute(LISTED.where(bookings.c.ticket == ticket)).first()
        return None if row is None else listed(row)

    def live(self, words: str, plate_part: str, lot_id: UUID | None, most: int) -> tuple[Listed, ...]:
        """Live bookings whose plate, driver, phone or bay holds the text; those in a bay first."""
        return self._found(text("bookings." + LIVE_SQL), words, plate_part, lot_id, most)

    def ended(self, words: str, plate_part: str, lot_id: UUID | None, most: int) -> tuple[Listed, ...]:
        return self._found(
            text("bookings.status IN ('completed', 'cancelled', 'no_show')"), words, plate_part, lot_id, most
        )

    def bays(self, code: str, lot_id: UUID | None, most: int) -> tuple[Bay, ...]:
        """Bays whose code begins with the text."""
        statement = select(bays).where(func.upper(bays.c.code).startswith(code.upper(), autoescape=True))
        if lot_id is not None:
            statement = statement.where(bays.c.lot_id == lot_id)
        found: Any = self._connection.execute(
            statement.order_by(func.length(bays.c.code), bays.c.code).limit(most)
        )
        return tuple(map(rows.bay, found))

    def _found(
        self, state: ColumnElement[bool] | Any, words: str, plate_part: str, lot_id: UUID | None, most: int
    ) -> tuple[Listed, ...]:
        matches = [
            func.lower(bookings.c.driver_name).contains(words.lower(), autoescape=True),
            and_(bookings.c.phone != "", bookings.c.phone.contains(words, autoescape=True)),
            func.upper(bays.c.code) == words.upper(),
        ]
        if plate_part:
            matches.append(bookings.c.plate_search.contains(plate_part, autoescape=True))
        statement = LISTED.where(state, or_(*matches))
        if lot_id is not None:
            statement = statement.where(bookings.c.lot_id == lot_id)
        ordered = statement.order_by(case((bookings.c.status == "active", 0), else_=1), bookings.c.id.desc())
        found: list[Any] = list(self._connection.execute(ordered.limit(most)))
        return tuple(map(listed, found))
