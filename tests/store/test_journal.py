"""The journal's shelf: whatever is changed behind the desk's back is found, and where."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from sqlalchemy import text

from parkdesk.domain.journal import Fault
from parkdesk.store.shelves import Store
from tests.kit import Case, desk_case

LENGTH = 6


class Undone(Exception):
    """Ends a transaction that must not happen."""


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        for bay in ("A1", "A2", "A3"):
            case.book(bay, f"KL 0{bay}")
        case.services.undo.undo(case.attendant)
        case.services.stays.check_out(case.attendant, case.book("A3", "KL 9").id)
        with case.desk.look() as store:
            (newest, _), *_rest = store.journal.newest(case.desk.id, 1)
        assert newest.number == LENGTH + 1
        yield case


def unsealed(store: Store) -> None:
    if store.is_sqlite:
        store.connection.execute(text("PRAGMA defer_foreign_keys = ON"))
        store.connection.execute(text("DROP TRIGGER journal_no_update"))
        store.connection.execute(text("DROP TRIGGER journal_touches_no_delete"))
    else:
        store.connection.execute(text("DROP TRIGGER journal_sealed ON journal"))
        store.connection.execute(text("DROP TRIGGER journal_touches_sealed ON journal_touches"))


def faults_after(case: Case, statement: str, **values: object) -> tuple[Fault, ...]:
    """What verifying says after a change that is then taken back."""
    try:
        with case.database.transaction() as store:
            unsealed(store)
            assert store.connection.execute(text(statement), values).rowcount
            raise Undone(store.journal.verify()[1])
    except Undone as undone:
        found: tuple[Fault, ...] = undone.args[0]
        return found


def test_it_verifies_as_written(case: Case) -> None:
    with case.desk.look() as store:
        assert store.journal.verify() == (LENGTH + 1, ())


@pytest.mark.parametrize(
    "change",
    [
        "deed = 'cancel'",
        "arguments = '{}'",
        "arguments = '{'",
        "arguments = '[]'",
        "outcome = '{}'",
        "outcome = '7'",
        "touched = ''",
        "touched = upper(touched)",
        "person_id = NULL",
        "undoes = NULL",
        "previous_hash = hash",
        "hash = upper(hash)",
        "number = 99",
    ],
)
def test_a_changed_entry_is_named(case: Case, change: str) -> None:
    number = 5  # the undo
    (fault,) = faults_after(case, f"UPDATE journal SET {change} WHERE number = {number}")
    assert (fault.desk_id, fault.number) == (case.desk.id, number)


def test_an_entry_taken_out_is_missed(case: Case) -> None:
    (fault,) = faults_after(case, f"UPDATE journal SET number = {LENGTH + 5} WHERE number = {LENGTH}")
    assert fault == Fault(case.desk.id, LENGTH, "this entry is missing")


def test_a_subject_hidden_from_its_entry_is_missed(case: Case) -> None:
    with case.desk.look() as store:
        entry = next(entry for entry, _ in store.journal.newest(case.desk.id) if entry.number == 3)
    id = entry.id.hex if case.database.is_sqlite else str(entry.id)
    (fault,) = faults_after(case, "DELETE FROM journal_touches WHERE entry_id = :id", id=id)
    assert (fault.number, fault.reason) == (3, "its content was changed")


COLUMNS = ("id", "deed", "person_id", "arguments", "outcome", "touched", "previous_hash", "hash")


@pytest.mark.parametrize("bit", [0x01, 0x20])
@pytest.mark.parametrize("column", COLUMNS)
def test_any_flipped_byte_is_located(sqlite_url: str, column: str, bit: int) -> None:
    number = 3
    with desk_case(sqlite_url) as case:
        case.book("A1", "KL 01")
        case.book("A2", "KL 02")
        case.book("A3", "KL 03")
        with case.desk.look() as store:
            kept = store.connection.execute(
                text(f"SELECT {column} FROM journal WHERE number = {number}")
            ).scalar_one()
        for place, letter in enumerate(kept):
            flipped = kept[:place] + chr(ord(letter) ^ bit) + kept[place + 1 :]
            (fault,) = faults_after(
                case, f"UPDATE journal SET {column} = :flipped WHERE number = {number}", flipped=flipped
            )
            assert (fault.desk_id, fault.number) == (case.desk.id, number), flipped


@pytest.mark.parametrize("number", [1, 3, 4])
def test_an_entry_moved_to_another_desk_is_missed(sqlite_url: str, number: int) -> None:
    with desk_case(sqlite_url) as case:
        for bay in ("A1", "A2", "A3"):
            case.book(bay, f"KL 0{bay}")
        for desk in (UUID(int=5).hex, "z" * 32, case.desk.id.hex.upper()):
            found = faults_after(
                case, f"UPDATE journal SET desk_id = :desk WHERE number = {number}", desk=desk
            )
            assert found
            if number < 4:
                assert Fault(case.desk.id, number, "this entry is missing") in found
