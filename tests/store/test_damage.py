"""Rows that no ParkDesk wrote: a damaged file is said to be damaged, and its journal is still walked."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing

import pytest

from parkdesk.domain.system_errors import DatabaseCorrupt, JournalBroken
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case, desk_case

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


LINES = "UPDATE bookings SET lines = {}"
RATES = "DROP TRIGGER tariffs_no_update; UPDATE tariffs SET rates = {}"
TOLD = "DROP TRIGGER journal_no_update; UPDATE journal SET {} = {}"
JSON_DAMAGE = {
    "price lines cut off": LINES.format("substr(lines, 1, 20)"),
    "price lines that are none": LINES.format("'7'"),
    "price lines with another key": LINES.format("replace(lines, 'kind', 'kimd')"),
    "price lines of another kind": LINES.format("replace(lines, 'parking', 'packing')"),
    "price lines whose amount is text": LINES.format("replace(lines, '6000', '\"60\"')"),
    "price lines nested without end": LINES.format("replace(hex(zeroblob(5000)), '00', '[')"),
    "rates cut off": RATES.format("substr(rates, 1, 9)"),
    "rates that are a list": RATES.format("'[1]'"),
    "a rate that is text": RATES.format("replace(rates, '2000', '\"20\"')"),
    "an entry's arguments cut off": TOLD.format("arguments", "substr(arguments, 2)"),
    "an entry's outcome that is a list": TOLD.format("outcome", "'[]'"),
}


def damage(case: Case, statement: str) -> None:
    # A connection of its own: SQLite looks after foreign keys only where it is asked to.
    with closing(sqlite3.connect(case.database.place)) as connection, connection:
        connection.executescript(statement)


@pytest.mark.parametrize("statement", DAMAGE.values(), ids=DAMAGE)
def test_damage_is_called_damage(case: Case, statement: str) -> None:
    damage(case, statement)
    with pytest.raises(DatabaseCorrupt, match="is damaged; restore the last backup"):
        case.services.bookings.page(case.lot.id)
    assert case.services.lots.bays(case.lot.id), "what is whole can still be read"
    assert case.services.journal.verify().faults == ()


@pytest.mark.parametrize("statement", JSON_DAMAGE.values(), ids=JSON_DAMAGE)
def test_damage_inside_json_is_called_damage(case: Case, statement: str) -> None:
    (line,) = case.services.bookings.page(case.lot.id).rows
    damage(case, statement)
    with pytest.raises(DatabaseCorrupt, match="is damaged; restore the last backup"):
        case.services.bookings.detail(line.booking.id)


@pytest.mark.parametrize("word", ["before", "created", "booking", "confirmed"])
def test_nothing_is_done_by_an_entry_that_was_changed(case: Case, word: str) -> None:
    """Another letter in what undo and a repeat go by: no fault of the program, and nothing is written."""
    deed_id = new_id()
    later = case.ask("A2", "KL 2", starts_at=NINE.replace(hour=15))
    booking = case.services.bookings.book(case.attendant, later, deed_id=deed_id)
    if word in ("before", "confirmed"):
        deed_id = new_id()
        case.services.stays.cancel(case.attendant, booking.id, "Slip", deed_id=deed_id)
    standing = case.services.bookings.get(booking.id)
    change = f"replace(outcome, '{word}', '{word[::-1]}')"
    damage(case, TOLD.format("outcome", f"{change} WHERE id = '{deed_id.hex}'"))
    for again in (
        lambda: case.services.undo.last(case.attendant),
        lambda: case.services.undo.undo(case.attendant),
        lambda: (
            case.services.bookings.book(case.attendant, later, deed_id=deed_id)
            if word in ("created", "booking")
            else case.services.stays.cancel(case.attendant, booking.id, "Slip", deed_id=deed_id)
        ),
    ):
        with pytest.raises(JournalBroken, match=r"does not verify at number \d+: its content was changed"):
            again()
    assert case.services.bookings.get(booking.id) == standing


@pytest.mark.parametrize("id", ["'z'", "7", "upper(id)", "CAST(x'ff' AS TEXT)"])
def test_the_proof_survives_ids_that_are_none(case: Case, id: str) -> None:
    damage(case, f"UPDATE bookings SET id = {id}")
    (fault,) = case.services.journal.verify().faults
    assert (fault.desk_id, fault.reason) == (case.desk.id, "no entry tells of a booking")
