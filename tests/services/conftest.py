"""A desk on a real database, its clock in the test's hand, and people whose hashes are cheap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

import pytest

from parkdesk.domain.people import Person
from parkdesk.services.desk import Desk, new_id
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.store.database import Database

CHEAP = Hashing(rounds=1, memory_kib=8, lanes=1)
PASSWORD = "correct horse"


class HandClock:
    """Stands still until a test moves it."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **span: float) -> None:
        self.now += timedelta(**span)


def desk_on(database: Database, clock: HandClock, name: str = "Desk") -> Desk:
    desk = Desk(database, clock, new_id(), name)
    with database.transaction() as store:
        store.desks.ensure(desk.id, name, clock())
    return desk


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def desk(database: Database, clock: HandClock) -> Desk:
    return desk_on(database, clock)


@pytest.fixture
def people(desk: Desk) -> PeopleService:
    return PeopleService(desk, CHEAP)


@pytest.fixture
def owner(people: PeopleService) -> Person:
    return people.first_owner("Asha Menon", PASSWORD, "2468")
