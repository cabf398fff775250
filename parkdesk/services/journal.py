"""Reading the journal: a booking's history, the activity of all desks, and the proof that nothing was changed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.journal import Entry, Fault
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import Desk, still_may

if TYPE_CHECKING:
    from parkdesk.store.activity import Done, Subject
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


@dataclass(frozen=True, slots=True)
class About:
    """What a deed was about: a booking or, without one, a bay."""

    lot_id: UUID
    bay_id: UUID
    bay_code: str
    plate: str = ""
    booking_id: UUID | None = None


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """One deed of any desk; nobody in `who` means the sweep. `about` are the first of what it touched, `touched` says
    how many there were."""

    entry_id: UUID
    at: datetime
    deed: str
    who: str | None
    desk: str
    number: int
    details: tuple[tuple[str, str], ...]
    about: tuple[About, ...]
    touched: int


@dataclass(frozen=True, slots=True)
class Activity:
    """A page of the activity; `next` is the key to ask for older deeds."""

    lines: tuple[ActivityLine, ...]
    next: UUID | None


class JournalService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def verify(self) -> Verified:
        with self._desk.look() as store:
            return Verified(*store.journal.verify())

    def activity(
        self,
        who: Person,
        *,
        deed: str = "",
        person_id: UUID | None = None,
        before: UUID | None = None,
        most: int = 50,
    ) -> Activity:
        """What every desk did, newest first, of one deed or one person if said; `before` is the `next` of the page
        before."""
        who.require(Right.MANAGE)
        with self._desk.look() as store:
            still_may(store, who, Right.MANAGE)
            found = store.activity.page(before=before, deed=deed, person_id=person_id, most=most + 1)
            done = found[:most]
            subjects = store.activity.subjects({id for one in done for id in one.touched})
        lines = tuple(_told(one, subjects) for one in done)
        return Activity(lines, done[-1].id if len(found) > most else None)

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
            _details(entry.arguments),
        )
        for entry, who in found
    )


def _details(arguments: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((name, str(value)) for name, value in arguments.items() if value))


def _told(done: Done, subjects: Mapping[UUID, Subject]) -> ActivityLine:
    found = [subjects[id] for id in done.touched if id in subjects]
    about = tuple(
        About(one.lot_id, one.bay_id, one.bay_code, one.plate, one.id if one.plate else None)
        for one in sorted(found, key=lambda one: not one.plate)
    )
    return ActivityLine(
        done.id,
        done.at,
        done.deed,
        done.who,
        done.desk,
        done.number,
        _details(done.arguments),
        about,
        done.count,
    )
