"""Rows that no ParkDesk wrote: a damaged file is said to be damaged, and its journal is still walked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from parkdesk.domain.errors import DatabaseCorrupt
from tests.kit import Case, desk_case

DAMAGE = {
    "a text that is none": "UPDATE bookings SET plate = CAST(x'4bff31' AS TEXT)",
    "an id that is none": "UPDATE bookings SET tariff_id = 'z' || substr(tariff_id, 2)",
    "an id of another kind": "UPDATE bookings SET tariff_id = 7",
    "a moment beyond the calendar": "UPDATE bookings SET booked_at = 9223372036854775807",
    "a moment that is text": "UPDATE bookings SET booked_at = 'soon'",
}


@pytest.fixture
def case(sqlite_url: str) -> Iterator[Case]:
    with desk_case(sqlite_url) as case:
        case.book()
        yield case


def damage(case: Case, statement: str) -> None:
    # A connection of its own: SQLite looks after foreign keys only where it is asked to.
    with closing(sqlite3.connect(case.database.place)) as connection, connection:
        connection.execute(statement)


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_called_damage(case: Case, statement: str) -> None:
    damage(case, statement)
    with pytest.raises(DatabaseCorrupt, match="is damaged; restore the last backup"):
        case.services.bookings.page(case.lot.id)
    assert case.services.lots.bays(case.lot.id), "what is whole can still be read"
    assert case.services.journal.verify().faults == ()


@pytest.mark.parametrize("id", ["'z'", "7", "upper(id)", "CAST(x'ff' AS TEXT)"])
def test_the_proof_survives_ids_that_are_none(case: Case, id: str) -> None:
    damage(case, f"UPDATE bookings SET id = {id}")
    (fault,) = case.services.journal.verify().faults
    assert (fault.desk_id, fault.reason) == (case.desk.id, "no entry tells of a booking")
