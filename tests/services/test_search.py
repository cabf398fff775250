"""Search, as one types or scans, on both databases."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from parkdesk.domain.booking import Driver
from parkdesk.domain.errors import TicketMistyped, TicketUnknown
from parkdesk.domain.ticket import ALPHABET, ticket_of
from parkdesk.services.desk import new_id
from tests.kit import Case, desk_case


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    with desk_case(database_url) as case:
        case.book("A1", "KL 08 AZ 1234", driver=Driver("Anil Pillai", "+91 98470 11111"))
        case.book("A2", "KL-07 B 9034", driver=Driver("Meera Suresh", "+91 98470 22222"))
        case.book("A3", "DD OB 100")
        yield case


def found(case: Case, text: str) -> str:
    return " ".join(f"{hit.kind}:{hit.bay_code}" for hit in case.services.search.find(text))


@pytest.mark.parametrize(
    ("text", "hits"),
    [
        ("az12", "booking:A1"),
        ("kl 08 az-1234", "booking:A1"),
        ("ddo8ioo", "booking:A3"),
        ("9O34", "booking:A2"),
        ("meera", "booking:A2"),
        ("PILLAI", "booking:A1"),
        ("98470 22", "booking:A2"),
        ("a2", "booking:A2 bay:A2"),
        ("T", "bay:T1"),
        ("", ""),
        ("   ", ""),
        ("%", ""),
        ("_", ""),
        ("' OR 1=1 --", ""),
        ("\u202e", ""),
        ("🚗", ""),
    ],
)
def test_what_is_typed_finds_what_is_meant(case: Case, text: str, hits: str) -> None:
    assert found(case, text) == hits


def test_live_stays_come_before_bays_and_history(case: Case) -> None:
    case.clock.move(hours=2)
    case.services.sweep.run()
    case.book("A4", "KL 08 AZ 1234")
    assert found(case, "az1234") == "booking:A4 booking:A1"


def test_a_scanned_ticket_finds_just_its_stay(case: Case) -> None:
    booking = case.book("A5", "KL 5")
    for typed in (booking.ticket, booking.ticket.lower(), booking.ticket.replace("-", " ")):
        assert [hit.booking_id for hit in case.services.search.find(typed)] == [booking.id]


def test_a_mistyped_ticket_is_told_from_an_unknown_one(case: Case) -> None:
    ticket = case.book("A5", "KL 5").ticket
    wrong = ALPHABET[(ALPHABET.index(ticket[0]) + 1) % len(ALPHABET)] + ticket[1:]
    with pytest.raises(TicketMistyped):
        case.services.search.find(wrong)
    with pytest.raises(TicketUnknown):
        case.services.search.find(ticket_of(new_id()))


@pytest.mark.parametrize(
    ("typed", "meant"),
    [("yzYZß", "zyZY-"), ("aqwzAQWZ,?&é\"'(-è_çà)", "qazwQAZWmM1234567890-"), ("+", "-"), ("'", "-")],
)
def test_a_scanner_that_takes_the_keyboard_for_another_finds_it_too(
    case: Case, typed: str, meant: str
) -> None:
    booking = case.book("A5", "KL 5")
    text = booking.ticket.translate(str.maketrans(meant, typed))
    assert [hit.booking_id for hit in case.services.search.find(text)] == [booking.id]
