"""A desk on a real database, its clock in the test's hand, and people whose hashes are cheap."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parkdesk.domain.people import Person
from parkdesk.services.desk import Desk, new_id
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.store.database import Database
from tests.kit import Case, Clock, desk_case

CHEAP = Hashing(rounds=1, memory_kib=8, lanes=1)
PASSWORD, WRONG = "correct horse", "wrong horse"


def desk_on(database: Database, clock: Clock, name: str = "Desk") -> Desk:
    desk = Desk(database, clock, new_id(), name)
    with database.transaction() as store:
        store.desks.ensure(desk.id, name, clock())
    return desk


def deeds(desk: Desk) -> list[str]:
    with desk.look() as store:
        return [entry.deed for entry, _ in reversed(store.journal.newest(desk.id))]


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


@pytest.fixture
def desk(database: Database, clock: Clock) -> Desk:
    return desk_on(database, clock)


@pytest.fixture
def people(desk: Desk) -> PeopleService:
    return PeopleService(desk, CHEAP)


@pytest.fixture
def owner(people: PeopleService) -> Person:
    return people.first_owner("Asha Menon", PASSWORD, "2468")


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        yield case


@pytest.fixture
def sound(case: Case) -> Iterator[None]:
    """Whatever a test does, the daily figures and the journal agree with it afterwards."""
    yield
    assert case.services.reports.compare_rollups() == ()
    assert case.services.journal.verify().faults == ()
