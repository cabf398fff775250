"""What an owner reads of everybody's deeds: newest first, page by page, on both databases."""

from __future__ import annotations

import pytest
from sqlalchemy import event

from parkdesk.domain.errors import NotAllowed
from parkdesk.domain.payment import Method
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from tests.kit import Case


def drawn(case: Case, **wanted: object) -> list[str]:
    """Each line as `who: deed bay plate`."""
    names = {case.owner.name: "owner", case.attendant.name: "attendant", None: "desk"}
    told = []
    for line in case.services.journal.activity(case.owner, **wanted).lines:
        first = f" {line.about[0].bay_code} {line.about[0].plate}".rstrip() if line.about else ""
        told.append(f"{names[line.who]}: {line.deed}{first}")
    return told


def test_the_newest_deeds_come_first_with_what_they_were_about(case: Case) -> None:
    booking = case.book("A1", "KL 1")
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    case.services.lots.close_bays(case.owner, [case.bay("A2"), case.bay("A3")], "Oil")
    case.clock.move(hours=2)
    case.services.sweep.run()
    assert drawn(case) == [
        "desk: sweep A1 KL 1",
        "owner: close_bays A2",
        "attendant: take_payment A1 KL 1",
        "attendant: book A1 KL 1",
        "owner: add_lot",
    ]
    swept, closed, paid, *_ = case.services.journal.activity(case.owner).lines
    assert (swept.touched, closed.touched, paid.about[0].booking_id) == (1, 2, booking.id)
    assert dict(closed.details) == {"reason": "Oil"}
    assert (paid.desk, paid.number) == ("Desk 1", 3)


def test_other_desks_deeds_are_among_them(case: Case) -> None:
    other = Desk(case.database, case.clock, new_id(), "Desk 2")
    with case.database.transaction() as store:
        store.desks.ensure(other.id, other.name, case.clock())
    Services.of(other).bookings.book(case.attendant, case.ask("A1", "KL 1"))
    case.book("A2", "KL 2")
    lines = case.services.journal.activity(case.owner).lines
    assert [line.desk for line in lines] == ["Desk 1", "Desk 2", "Desk 1"]


def test_pages_follow_one_another_without_a_gap(case: Case) -> None:
    for number in range(1, 6):
        case.book(f"A{number}", f"KL {number}")
    seen: list[str] = []
    page = case.services.journal.activity(case.owner, most=2)
    while True:
        seen += [line.about[0].plate if line.about else line.deed for line in page.lines]
        if page.next is None:
            break
        case.book("A6", f"KL 6{len(seen)}", starts_at=case.clock.now.replace(hour=10 + len(seen)))
        page = case.services.journal.activity(case.owner, before=page.next, most=2)
    assert seen == ["KL 5", "KL 4", "KL 3", "KL 2", "KL 1", "add_lot"]


def test_one_person_or_one_kind_of_deed(case: Case) -> None:
    booking = case.book("A1", "KL 1")
    case.services.stays.add_note(case.owner, booking.id, "Keys")
    assert drawn(case, deed="book") == ["attendant: book A1 KL 1"]
    assert drawn(case, person_id=case.owner.id) == ["owner: note A1 KL 1", "owner: add_lot"]
    assert drawn(case, deed="book", person_id=case.owner.id) == []


def test_a_page_costs_as_many_queries_however_long_it_is(case: Case) -> None:
    statements: list[str] = []
    event.listen(
        case.database.engine, "before_cursor_execute", lambda _c, _u, said, *_: statements.append(said)
    )

    def asked() -> int:
        statements.clear()
        case.services.journal.activity(case.owner)
        return len(statements)

    few = asked()
    for number in range(1, 7):
        case.book(f"A{number}", f"KL {number}")
    assert asked() == few


def test_a_sweep_of_many_says_how_many(case: Case) -> None:
    for number in range(1, 7):
        case.book(f"A{number}", f"KL {number}")
    case.clock.move(hours=2)
    case.services.sweep.run()
    swept, *_ = case.services.journal.activity(case.owner).lines
    assert (swept.deed, swept.touched, len(swept.about)) == ("sweep", 6, 4)


def test_it_is_an_owners(case: Case) -> None:
    for who in (case.attendant, case.supervisor):
        with pytest.raises(NotAllowed):
            case.services.journal.activity(who)
