"""Search as one types or scans: a plate in part, a ticket, a driver, a telephone number, a bay."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import Status
from parkdesk.domain.errors import TicketMistyped, TicketUnknown
from parkdesk.domain.plate import search_key
from parkdesk.domain.texts import storable
from parkdesk.domain.ticket import looks_like_ticket, read_ticket, scanned
from parkdesk.services.desk import Desk

if TYPE_CHECKING:
    from parkdesk.store.bookings import Listed

_SHORTEST = 2


class HitKind(StrEnum):
    BOOKING = "booking"
    BAY = "bay"


@dataclass(frozen=True, slots=True)
class Hit:
    """One thing found. A bay has no booking; a booking knows its bay."""

    kind: HitKind
    lot_id: UUID
    bay_id: UUID
    bay_code: str
    booking_id: UUID | None = None
    plate: str = ""
    ticket: str = ""
    driver_name: str = ""
    status: Status | None = None
    until: datetime | None = None


class SearchService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def find(self, text: str, lot_id: UUID | None = None, most: int = 20) -> tuple[Hit, ...]:
        """Live bookings first, then bays, then ended ones. A whole ticket code finds just its booking.

        Raises TicketMistyped or TicketUnknown for a text that can only be a ticket and fits nothing.
        """
        text = storable(" ".join(text.split())[:80])
        if not text:
            return ()
        with self._desk.look() as store:
            codes = scanned(text)
            for code in codes:
                found = store.search.by_ticket(code)
                if found is not None:
                    return (_hit(found),)
            wrong: TicketMistyped | TicketUnknown | None = None
            if looks_like_ticket(text):
                try:
                    wrong = TicketUnknown(text=read_ticket(text), field="search")
                except TicketMistyped as error:
                    wrong = error
            elif codes:
                wrong = TicketUnknown(text=codes[0], field="search")
            part = search_key(text) if len(search_key(text)) >= _SHORTEST else ""
            live = store.search.live(text, part, lot_id, most)
            bays = store.search.bays(text, lot_id, most)
            hits = [_hit(found) for found in live]
            hits += [Hit(HitKind.BAY, bay.lot_id, bay.id, bay.code) for bay in bays]
            if len(hits) < most and len(text) >= _SHORTEST:
                hits += [_hit(found) for found in store.search.ended(text, part, lot_id, most - len(hits))]
        if not hits and wrong is not None:
            raise wrong
        return tuple(hits[:most])


def _hit(found: Listed) -> Hit:
    booking = found.booking
    return Hit(
        HitKind.BOOKING,
        booking.lot_id,
        booking.bay_id,
        found.bay_code,
        booking.id,
        booking.plate.shown,
        booking.ticket,
        booking.driver.name,
        booking.status,
        booking.until,
    )
