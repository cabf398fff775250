"""What every deed leaves in the journal, and what it must not, on both databases."""

from __future__ import annotations

from datetime import timedelta

from sqlalchemy import select

from parkdesk.domain.booking import Driver
from parkdesk.domain.payment import Method
from parkdesk.services.desk import new_id
from parkdesk.store.tables import journal
from tests.kit import NINE, Case


def test_ids_are_made_at_the_desk_in_the_order_of_time() -> None:
    made = [new_id() for _ in range(1000)]
    assert made == sorted(made)
    assert {made_id.version for made_id in made} == {7}


def test_a_late_entry_and_an_override_stand_in_the_journal(case: Case) -> None:
    late = case.ask(starts_at=NINE - timedelta(hours=1), minutes=120, back_entry=True)
    booking = case.services.bookings.book(case.supervisor, late)
    again = case.ask("A2", override_reason="Trailer")
    second = case.services.bookings.book(case.supervisor, again)
    (entry,) = case.services.journal.of(booking.id)
    assert (entry.who, dict(entry.details)["back_entry"]) == (case.supervisor.name, "True")
    (entry,) = case.services.journal.of(second.id)
    assert dict(entry.details)["override_reason"] == "Trailer"


def test_no_plate_name_or_number_of_a_driver_is_in_the_journal(case: Case) -> None:
    driver = Driver("Anil Pillai", "+91 98470 11111", "anil@example.org")
    booking = case.book("A1", "KL 08 AZ 1234", driver=driver, requests="Near the lift")
    case.services.bookings.renew(case.attendant, booking.id)
    case.services.stays.add_note(case.attendant, booking.id, "Anil left his keys")
    case.services.stays.move(case.attendant, booking.id, case.bay("A2"))
    case.services.payments.take(case.attendant, booking.id, Method.CASH, note="From Anil")
    case.services.stays.check_out(case.attendant, booking.id)
    case.services.undo.undo(case.attendant)
    columns = (journal.c.arguments, journal.c.outcome, journal.c.touched)
    with case.database.reading() as store:
        told = " ".join(str(row) for row in store.connection.execute(select(*columns)))
    for secret in ("1234", "Anil", "98470", "example.org", "lift", "keys"):
        assert secret.casefold() not in told.casefold().replace(booking.id.hex, "")
