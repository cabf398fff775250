"""What the database refuses by itself, whoever writes SQL to it, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from sqlalchemy import Connection, text
from sqlalchemy.exc import DBAPIError

from parkdesk.domain.booking import Booking
from parkdesk.domain.payment import Method
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case, desk_case


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        yield case


def told(case: Case, statement: str, **values: object) -> str:
    """The database's own words for refusing a statement; empty if it let it pass."""
    typed = {name: getattr(value, "hex", value) for name, value in values.items()}
    with case.database.engine.connect() as connection, connection.begin() as begun:
        try:
            connection.execute(text(statement), typed)
        except DBAPIError as error:
            return str(error.orig)
        finally:
            begun.rollback()
    return ""


def copied(case: Case, booking: Booking, **changes: str) -> str:
    """Refusal of a booking that differs from another in its id, its ticket and what is said (as SQL)."""
    with case.database.reading() as store:
        names = _columns(store.connection, "bookings")
    changes = {"id": f"'{new_id().hex}'", "ticket": "'XXX-XXXX'"} | changes
    values = ", ".join(changes.get(name, name) for name in names)
    return told(
        case,
        f"INSERT INTO bookings ({', '.join(names)}) SELECT {values} FROM bookings WHERE id = :id",
        id=booking.id,
    )


def _columns(connection: Connection, table: str) -> list[str]:
    return list(connection.execute(text(f"SELECT * FROM {table} LIMIT 0")).keys())


def changed(case: Case, booking: Booking, setting: str) -> str:
    return told(case, f"UPDATE bookings SET {setting} WHERE id = :id", id=booking.id)


def later(case: Case, column: str, minutes: int) -> str:
    """SQL for a moment of a booking, moved."""
    if case.database.is_sqlite:
        return f"{column} + {minutes * 60_000_000}"
    return f"{column} + interval '{minutes} minutes'"


OVERLAP = "bookings_no_overlap"


@pytest.mark.parametrize("status", ["pending", "confirmed", "active"])
def test_a_second_booking_of_a_bay_is_refused_however_it_is_written(case: Case, status: str) -> None:
    booking = case.book("A1", "KL 1")
    arrived = "starts_at" if status == "active" else "NULL"
    new = {"plate_key": "'KL2'", "status": f"'{status}'", "arrived_at": arrived}
    inside = {"starts_at": later(case, "starts_at", 59), "until": later(case, "until", 59)}
    around = {"starts_at": later(case, "starts_at", -1), "until": later(case, "until", 1)}
    for window in ({}, inside, around):
        refused = copied(case, booking, **new, **window)
        assert OVERLAP in refused or "uq_bookings_active_bay" in refused
    # Side by side is no overlap, and neither is a booking that holds nothing.
    behind = {"starts_at": "until", "until": later(case, "until", 60)}
    if status != "active":
        assert copied(case, booking, **new, **behind) == ""
    ended = {"plate_key": "'KL2'", "status": "'no_show'", "arrived_at": "NULL"}
    assert copied(case, booking, **ended) == ""


def test_no_change_makes_two_bookings_overlap(case: Case) -> None:
    case.book("A1", "KL 1")
    elsewhere = case.book("A2", "KL 2", starts_at=NINE.replace(minute=5))
    behind = case.book("A1", "KL 3", starts_at=NINE.replace(hour=10))
    gone = case.book("A1", "KL 4", starts_at=NINE.replace(hour=11))
    case.services.stays.cancel(case.attendant, gone.id, "Slip")
    assert OVERLAP in changed(case, elsewhere, f"bay_id = '{_id(case, case.bay('A1'))}'")
    assert OVERLAP in changed(case, behind, f"starts_at = {later(case, 'starts_at', -1)}")
    assert OVERLAP in changed(case, gone, "status = 'confirmed', cancelled_at = NULL, starts_at = booked_at")


def _id(case: Case, value: object) -> str:
    return value.hex if case.database.is_sqlite else str(value)  # type: ignore[attr-defined]


def test_one_car_a_bay_and_one_bay_a_car(case: Case) -> None:
    case.hold()
    overstaying = case.book("A1", "KL 1")
    case.clock.move(hours=2)
    behind = {"starts_at": "until", "until": later(case, "until", 60)}
    assert "bay" in copied(case, overstaying, plate_key="'KL2'", **behind)
    elsewhere = {"bay_id": f"'{_id(case, case.bay('A2'))}'"}
    assert "plate" in copied(case, overstaying, **elsewhere)
    assert copied(case, overstaying, **elsewhere, override_reason="'Twins'") == ""


@pytest.mark.parametrize(
    "setting",
    [
        "until = starts_at",
        "until = booked_at, starts_at = until",
        "total_minor = -1",
        "status = 'ACTIVE'",
        "status = 'overstaying'",
        "plate_key = ''",
        "cancelled_at = booked_at",
        "left_at = until",
        "status = 'completed'",
        "status = 'cancelled'",
        "arrived_at = NULL",
        "bay_id = id",
        "lot_id = id",
        "tariff_id = id",
        "vehicle_type = 'zeppelin'",
        "renewed_from = bay_id",
        "plate = NULL",
        "currency = NULL",
    ],
)
def test_a_booking_stays_sound(case: Case, setting: str) -> None:
    assert changed(case, case.book(), setting)


@pytest.mark.parametrize(
    "setting",
    [
        "amount_minor = 0",
        "amount_minor = -100",
        "tendered_minor = amount_minor - 1",
        "method = 'cheque'",
        "status = 'PAID'",
        "booking_id = id",
        "desk_id = id",
        "taken_by = id",
        "currency = NULL",
    ],
)
def test_a_payment_stays_sound(case: Case, setting: str) -> None:
    case.services.payments.take(case.attendant, case.book().id, Method.CASH)
    assert told(case, f"UPDATE payments SET {setting}")


@pytest.mark.parametrize("table", ["bookings", "lots", "levels", "bays", "people", "desks", "vehicle_types"])
def test_what_others_build_on_is_not_deleted(case: Case, table: str) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    assert told(case, f"DELETE FROM {table}")


def test_a_booking_that_nothing_refers_to_is_kept_too(case: Case) -> None:
    booking = case.book()
    case.services.payments.take(case.attendant, case.book("A2", "KL 2").id, Method.CASH)
    refused = told(case, "DELETE FROM bookings WHERE id = :id", id=booking.id)
    assert "a booking is never deleted" in refused
    assert "a payment is never deleted" in told(case, "DELETE FROM payments")
    if not case.database.is_sqlite:
        assert "never deleted" in told(case, "TRUNCATE bookings, payments CASCADE")


SEALED = ["journal", "journal_touches", "tariffs", "receipts", "receipt_papers"]
CHANGES = {
    "journal": "deed = 'nothing'",
    "journal_touches": "entry_id = entry_id",
    "tariffs": "version = 9",
    "receipts": "number = 9",
    "receipt_papers": "copy = 9",
}
KEYS = {"journal_touches": "subject_id, entry_id", "receipt_papers": "receipt_id, copy"}


def sold(case: Case) -> None:
    """A booking, its payment, its receipt and a paper of it."""
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    (issued,) = case.services.receipts.of(booking.id)
    case.services.receipts.hand_out(case.attendant, issued.receipt.id, "pdf")


@pytest.mark.parametrize("table", SEALED)
def test_what_is_sealed_is_only_added_to(case: Case, table: str) -> None:
    sold(case)
    assert told(case, f"UPDATE {table} SET {CHANGES[table]}")
    assert told(case, f"DELETE FROM {table}")
    if case.database.is_sqlite:
        return
    assert told(case, f"TRUNCATE {table} CASCADE")
    key = KEYS.get(table, "id")
    again = f"INSERT INTO {table} SELECT * FROM {table} ON CONFLICT ({key}) DO UPDATE SET {CHANGES[table]}"
    assert told(case, again)


REPLACED = {
    "journal": [
        "id, desk_id, number, 'nothing', person_id, at, arguments, outcome, touched, undoes",
        f"'{'0' * 32}', desk_id, number, deed, person_id, at, arguments, outcome, touched, undoes",
    ],
    "tariffs": [
        "id, lot_id, version, currency, 1",
        f"'{'0' * 32}', lot_id, version, currency, 1",
    ],
    "journal_touches": ["subject_id, entry_id"],
    "receipts": [
        "id, desk_id, number, booking_id, lot_id, issued_at, issued_by, '{}'",
        f"'{'0' * 32}', desk_id, number, booking_id, lot_id, issued_at, issued_by, payload",
    ],
    "receipt_papers": ["receipt_id, copy, 'mail', given_at, given_by"],
}
REST = {
    "journal": ", previous_hash, hash",
    "tariffs": ", rates, increment_minutes, minimum_minor, tax_name, tax_basis_points, tax_included, created_at",
    "journal_touches": "",
    "receipts": "",
    "receipt_papers": "",
}


@pytest.mark.parametrize("table", SEALED)
def test_replacing_a_row_is_no_way_around_the_seal(sqlite_url: str, table: str) -> None:
    with desk_case(sqlite_url) as case:
        sold(case)
        for chosen in REPLACED[table]:
            for how in ("INSERT OR REPLACE", "REPLACE"):
                assert told(case, f"{how} INTO {table} SELECT {chosen}{REST[table]} FROM {table}")
