"""The proof of the journal against somebody who can write to the file itself."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from pathlib import Path
from shutil import copy

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy import event, text

from parkdesk.domain.journal import Fault, sealed
from parkdesk.domain.payment import Method
from parkdesk.services.desk import new_id
from parkdesk.store.journal import Draft
from parkdesk.store.shelves import Store
from tests.kit import NINE, Case, desk_case

COLUMNS = (
    "id",
    "desk_id",
    "number",
    "deed",
    "person_id",
    "at",
    "arguments",
    "outcome",
    "touched",
    "undoes",
    "previous_hash",
    "hash",
)


class Undone(Exception):
    """Ends a transaction that must not happen."""


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        live_a_little(case)
        yield case


def live_a_little(case: Case) -> None:
    case.book("A1", "KL 1")
    booking = case.book("A2", "KL 2")
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.services.undo.undo(case.attendant)
    case.services.stays.cancel(case.attendant, booking.id, "Zu früh — ﷺ")


@contextmanager
def unsealed(case: Case) -> Iterator[Store]:
    """A transaction that may do anything, and is taken back."""
    with suppress(Undone), case.database.transaction() as store:
        _unseal(store)
        yield store
        raise Undone


def _unseal(store: Store) -> None:
    for table in ("journal", "journal_touches"):
        if store.is_sqlite:
            for refused in ("update", "delete", "replace"):
                store.connection.execute(text(f"DROP TRIGGER {table}_no_{refused}"))
        else:
            store.connection.execute(text(f"DROP TRIGGER {table}_sealed ON {table}"))
    if store.is_sqlite:
        store.connection.execute(text("PRAGMA defer_foreign_keys = ON"))
    else:
        store.connection.execute(text("SET session_replication_role = replica"))


def tip(case: Case) -> int:
    return case.services.journal.verify().entries


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory, sqlite_template: Path) -> Iterator[Case]:
    place = tmp_path_factory.mktemp("written") / "parkdesk.db"
    copy(sqlite_template, place)
    with desk_case(f"sqlite:///{place}") as case:
        live_a_little(case)
        yield case


@settings(max_examples=400)
@given(st.integers(1, 6), st.sampled_from(COLUMNS), st.integers(0, 10_000), st.integers(1, 255))
def test_any_byte_of_any_column_of_any_entry_counts(
    written: Case, number: int, column: str, place: int, changed_by: int
) -> None:
    with unsealed(written) as store:
        read = text(f"SELECT CAST({column} AS BLOB) FROM journal WHERE number = {number}")
        kept = store.connection.execute(read).scalar_one()
        if not kept:
            return
        changed = bytearray(kept)
        changed[place % len(kept)] ^= changed_by
        store.connection.execute(
            text(f"UPDATE OR IGNORE journal SET {column} = CAST(:changed AS TEXT) WHERE number = {number}"),
            {"changed": bytes(changed)},
        )
        refused = store.connection.execute(read).scalar() == kept
        count, faults = store.journal.verify()
        assert count == 6
        told = [(fault.desk_id, fault.number) for fault in faults]
        assert told == ([] if refused else [(written.desk.id, number)])


def test_an_index_entry_more_or_less_is_found(case: Case) -> None:
    desk = case.desk.id
    for change in (
        "DELETE FROM journal_touches WHERE entry_id = {third}",
        "UPDATE journal_touches SET subject_id = {first} WHERE entry_id = {third}",
        "INSERT INTO journal_touches (subject_id, entry_id) SELECT {first}, {third}",
    ):
        with unsealed(case) as store:
            third, first = (f"(SELECT id FROM journal WHERE number = {number})" for number in (3, 1))
            store.connection.execute(text(change.format(third=third, first=first)))
            (fault,) = store.journal.verify()[1]
            assert (fault.desk_id, fault.number) == (desk, 3)


def test_two_entries_cannot_change_places(case: Case) -> None:
    with unsealed(case) as store:
        for old, new in ((2, 99), (3, 2), (99, 3)):
            store.connection.execute(text(f"UPDATE journal SET number = {new} WHERE number = {old}"))
        assert store.journal.verify()[1] == (Fault(case.desk.id, 2, "its content was changed"),)


def test_who_seals_a_forged_entry_anew_breaks_the_next(case: Case) -> None:
    with unsealed(case) as store:
        forge(store, 3)
        assert store.journal.verify()[1] == (
            Fault(case.desk.id, 4, "it does not follow the entry before it"),
        )


def test_only_a_backup_knows_of_a_last_entry_that_was_forged_and_sealed_anew(case: Case) -> None:
    """What a chain without a secret cannot tell: whoever writes all of it can write it otherwise."""
    last = tip(case)
    with unsealed(case) as store:
        forge(store, last)
        assert store.journal.verify()[1] == ()


def forge(store: Store, number: int) -> None:
    desk_id = next(iter(store.feed.cursor().by_desk()))
    entry = next(entry for entry, _ in store.journal.newest(desk_id) if entry.number == number)
    forged = sealed(replace(entry, deed="confirm"))
    store.connection.execute(
        text("UPDATE journal SET deed = 'confirm', hash = :hash WHERE number = :number"),
        {"hash": forged, "number": number},
    )


def test_an_end_cut_off_is_told_by_its_index(case: Case) -> None:
    last = tip(case)
    with unsealed(case) as store:
        store.connection.execute(text(f"DELETE FROM journal WHERE number >= {last - 1}"))
        assert store.journal.verify()[1] == (Fault(case.desk.id, last - 1, "this entry is missing"),)


@pytest.mark.parametrize("kind", ["booking", "payment"])
def test_an_end_cut_off_with_its_index_is_told_by_what_it_made(case: Case, kind: str) -> None:
    booking = case.book("A4", "KL 4") if kind == "booking" else case.services.bookings.get(first(case))
    if kind == "payment":
        case.services.payments.take(case.attendant, booking.id, Method.CARD)
    last = tip(case)
    with unsealed(case) as store:
        newest = f"(SELECT id FROM journal WHERE number = {last})"
        store.connection.execute(text(f"DELETE FROM journal_touches WHERE entry_id = {newest}"))
        store.connection.execute(text(f"DELETE FROM journal WHERE number = {last}"))
        assert store.journal.verify()[1] == (Fault(case.desk.id, last, f"no entry tells of a {kind}"),)


def first(case: Case):  # type: ignore[no-untyped-def]
    return case.services.bookings.page(case.lot.id, "live").rows[-1].booking.id


def test_an_end_cut_off_is_put_down_to_the_desk_that_was_silent_since(case: Case, database_url: str) -> None:
    case.book("A5", "KL 5")
    last = tip(case)
    with desk_case(database_url, clock=case.clock) as other:
        before = {case.desk.id: last, other.desk.id: 1}
        assert case.services.journal.verify().faults == ()
        with unsealed(case) as store:
            desk = case.desk.id.hex if store.is_sqlite else str(case.desk.id)
            store.connection.execute(
                text(f"DELETE FROM journal WHERE number >= {last - 1} AND desk_id = :desk"), {"desk": desk}
            )
            assert store.feed.cursor().by_desk() == before | {case.desk.id: last - 2}
            assert store.journal.verify()[1] == (Fault(case.desk.id, last - 1, "this entry is missing"),)


def test_no_journal_at_all_is_not_a_proof(case: Case) -> None:
    with unsealed(case) as store:
        store.connection.execute(text("DELETE FROM journal_touches"))
        store.connection.execute(text("DELETE FROM journal"))
        assert store.journal.verify() == (0, (Fault(case.desk.id, 1, "no entry tells of a payment"),))


def test_a_long_journal_takes_no_more_statements_than_a_short_one(case: Case) -> None:
    statements: list[str] = []
    event.listen(case.database.engine, "before_cursor_execute", lambda *told: statements.append(told[2]))
    case.services.journal.verify()
    few = len(statements)
    statements.clear()
    with case.database.transaction() as store:
        desk_id = new_id()
        store.desks.ensure(desk_id, "Other", NINE)
        drafts = (
            Draft(new_id(), "note", case.owner.id, NINE, (new_id(), new_id()), {}, {}) for _ in range(2000)
        )
        store.journal.begin(desk_id, drafts)
    statements.clear()
    verified = case.services.journal.verify()
    assert (verified.entries, verified.faults) == (2006, ())
    assert len(statements) == few
