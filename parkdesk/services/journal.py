"""Reading the journal: a booking's history, the newest deeds, and the proof that nothing was changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.journal import Entry, Fault
from parkdesk.services.desk import Desk

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


@dataclass(frozen=True, slots=True)
class HistoryLine:
    """One deed as a person reads it; nobody in `who` means the sweep."""

    entry_id: UUID
    at: datetime
    deed: str
    who: str | None
    number: int
    details: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Verified:
    """`entries` read over all chains; `faults` the first fault of each broken one."""

    entries: int
    faults: tuple[Fault, ...]


class JournalService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self) -> Verified:
        with self._desk.look() as store:
            return Verified(*store.journal.verify())

    def newest(self, most: int = 50) -> tuple[HistoryLine, ...]:
        with self._desk.look() as store:
            return _lines(store.journal.newest(self._desk.id, most))

    def of(self, subject_id: UUID) -> tuple[HistoryLine, ...]:
        """The history of a booking, bay, lot or person, oldest first."""
        with self._desk.look() as store:
            return history(store, subject_id)


def history(store: Store, *subject_ids: UUID) -> tuple[HistoryLine, ...]:
    return _lines(store.journal.of(*subject_ids))


def _lines(found: Iterable[tuple[Entry, str | None]]) -> tuple[HistoryLine, ...]:
    return tuple(
        HistoryLine(
            entry.id,
            entry.at,
            entry.deed,
            who,
            entry.number,
            tuple(sorted((name, str(value)) for name, value in entry.arguments.items() if value)),
        )
        for entry, who in found
    )
