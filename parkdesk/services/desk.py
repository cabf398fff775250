"""How every deed runs: its right checked, one transaction, one journal entry, once however often it is asked."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any, TypeVar
from uuid import UUID

from parkdesk.domain.errors import DeedIdReused, NotAllowed
from parkdesk.domain.journal import canonical, intact
from parkdesk.domain.people import Person, Right, Role

if TYPE_CHECKING:
    from parkdesk.domain.booking import Booking
    from parkdesk.store.database import Database
    from parkdesk.store.shelves import Store

T = TypeVar("T")
Clock = Callable[[], datetime]
MakeWay = Callable[["Deed", "Booking"], bool]
"""Settles what has run out and stands in the way of a booking; False if nothing has."""

THE_DESK = Person(UUID(int=0), "ParkDesk", Role.ATTENDANT)
"""Who does what nobody asked for: the sweep. Its entries carry no person."""


def new_id() -> UUID:
    """A UUIDv7 (RFC 9562), made here so that a desk needs no network for it."""
    from uuid6 import uuid7  # slow to import, and no start needs a new id

    return UUID(int=uuid7().int)


@dataclass(slots=True)
class Deed:
    """One deed under way: what it may write and what its journal entry will say."""

    id: UUID
    store: Store
    who: Person
    now: datetime
    desk_id: UUID
    make_way: MakeWay
    touched: set[UUID] = field(default_factory=set)
    outcome: dict[str, Any] = field(default_factory=dict)
    undoes: UUID | None = None
    called: str = ""
    """What the entry calls it, where that shows only on the way."""
    written: bool = True

    def touch(self, *ids: UUID | None) -> None:
        self.touched.update(id for id in ids if id is not None)


class Desk:
    """One PC: its database, its clock and its chain."""

    def __init__(self, database: Database, clock: Clock, desk_id: UUID, name: str = "Desk") -> None:
        self.database = database
        self.clock = clock
        self.id = desk_id
        self.name = name
        self.written = 0
        """How many journal entries this program has written: what else stands in its chain, another one wrote."""
        self.make_way: MakeWay = _nothing_goes
        """Put in by the services: a booking that ends moves money, and of that nothing is known here."""

    def look(self) -> AbstractContextManager[Store]:
        """Read, and change nothing."""
        return self.database.reading()

    def do(
        self,
        name: str,
        who: Person,
        right: Right,
        work: Callable[[Deed], T],
        *,
        arguments: Mapping[str, Any],
        deed_id: UUID | None = None,
        answer: Callable[[Store, Mapping[str, Any]], T] | None = None,
    ) -> T:
        """Run `work` as one journalled transaction.

        A deed id that is already in the journal does nothing again: `answer` rebuilds its first outcome. A deed that
        sets `written` to False leaves no entry. Raises NotAllowed, also where somebody lost a right since they signed
        in, DeedIdReused or JournalBroken.
        """
        if who is not THE_DESK:
            who.require(right)
        id = deed_id or new_id()

        def done() -> T:
            with self.database.transaction() as store:
                known = still_may(store, who, right)
                if deed_id is not None and answer is not None:
                    store.journal.claim(id)
                    entry = store.journal.find(id)
                    if entry is not None:
                        if (entry.deed, canonical(entry.arguments)) != (name, canonical(arguments)):
                            raise DeedIdReused
                        return answer(store, intact(entry).outcome)
                deed = Deed(id, store, known, self.clock(), self.id, self.make_way)
                result = work(deed)
                if deed.written:
                    self._write(deed.called or name, deed, arguments)
            self.written += deed.written
            return result

        return self._tried(done)

    def change(self, work: Callable[[Store], T]) -> T:
        """Run `work` as one transaction that is no deed: it leaves no entry."""

        def done() -> T:
            with self.database.transaction() as store:
                return work(store)

        return self._tried(done)

    def _tried(self, done: Callable[[], T]) -> T:
        """Once more, where the database has ended it because two desks waited for each other."""
        try:
            return done()
        except Exception as error:
            if not self.database.worth_retrying(error):
                raise
        return done()

    def _write(self, name: str, deed: Deed, arguments: Mapping[str, Any]) -> None:
        number = deed.store.journal.append(
            id=deed.id,
            desk_id=self.id,
            deed=name,
            person_id=None if deed.who is THE_DESK else deed.who.id,
            at=deed.now,
            arguments=arguments,
            touched=deed.touched,
            outcome=deed.outcome,
            undoes=deed.undoes,
        )
        deed.store.announce(f"{self.id.hex}:{number}")


def _nothing_goes(_deed: Deed, _booking: Booking) -> bool:
    return False


def still_may(store: Store, who: Person, right: Right) -> Person:
    """The person as the database knows them now: a screen may have kept an old value. Raises NotAllowed."""
    if who is THE_DESK:
        return who
    known = store.people.find(who.id)
    if known is not None:
        known.require(right)
        return known
    # Only the first owner does a deed before anybody is known.
    if not store.people.is_empty():
        raise NotAllowed(name=who.name, who="an owner")
    return who
