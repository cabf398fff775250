"""Importing lot files into a desk at work: what is new comes, what is known is mended, nothing else is touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest

from parkdesk.domain.errors import ImportFaults, NotAllowed, PlaceTaken
from parkdesk.domain.file_errors import LotKeeps
from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Person
from parkdesk.services.desk import new_id
from parkdesk.services.lot_import import Imported
from tests.kit import Case

HEADING = (
    "lot,level,zone,code,row,column,vehicle_types,features,price,closed_reason,timezone,currency,address\n"
)


def bay_rows(*rows: str) -> bytes:
    """Rows of `code,row,column` and more; the first says what the lot is."""
    first, *others = (row.split(",") for row in rows)
    lines = [",".join(("Hill Lot,Ground,", *first, *[""] * (7 - len(first)), "Asia/Kolkata,INR,Hill Road"))]
    lines += [",".join(("Hill Lot,Ground,", *row)) for row in others]
    return (HEADING + "\n".join(lines)).encode()


def lot_row(capacity: int, *, currency: str = "INR", zone: str = "Asia/Kolkata") -> bytes:
    return f"name,capacity,timezone,currency\nBig Lot,{capacity},{zone},{currency}\n".encode()


@pytest.fixture
def case(database_url: str) -> Iterator[Case]:
    case = Case(database_url)
    yield case
    case.close()


def imported(case: Case, data: bytes, who: Person | None = None) -> Imported:
    return case.services.lots.import_file(who or case.owner, data, "lots.csv")


def drawn(case: Case, name: str) -> str:
    """The lot's bays as `A1@0,0`, with what sets them apart."""
    lot = case.services.lots.named(name)
    told = []
    for bay in case.services.lots.bays(lot.id):
        more = "".join(
            (
                f" {','.join(sorted(bay.features))}" if bay.features else "",
                f" {bay.hourly_minor}" if bay.hourly_minor is not None else "",
                f" closed: {bay.closed_reason}" if bay.closed_reason else "",
            )
        )
        told.append(f"{bay.code}@{bay.place.row},{bay.place.column}{more}")
    return " | ".join(told)


def test_a_lot_comes_with_bays_levels_and_prices_and_can_be_booked_at_once(case: Case) -> None:
    data = bay_rows("A1,1,1", "A2,1,2,ev,ev covered,80", "A3,1,3,,,,Painting")
    assert imported(case, data) == Imported(lots_added=1, bays_added=3)
    assert drawn(case, "Hill Lot") == "A1@0,0 | A2@0,1 covered,ev 8000 | A3@0,2 closed: Painting"
    lot = case.services.lots.named("Hill Lot")
    assert (lot.address, lot.language, lot.currency) == ("Hill Road", "en_IN", "INR")
    (first, *_) = case.services.lots.bays(lot.id)
    booking = case.services.bookings.book(
        case.attendant, replace(case.ask(), bay_id=first.id, plate="KL 07 B 77")
    )
    assert booking.total_minor == 7080


def test_known_bays_are_mended_and_others_left_alone(case: Case) -> None:
    imported(case, bay_rows("A1,1,1", "A2,1,2", "A3,1,3"))
    changed = bay_rows("A1,1,1,,accessible", "A2,1,2", "B1,3,1")
    assert imported(case, changed) == Imported(bays_added=1, bays_changed=1, unchanged=1)
    assert drawn(case, "Hill Lot") == "A1@0,0 accessible | A2@0,1 | A3@0,2 | B1@2,0"
    assert imported(case, changed) == Imported(unchanged=3)


def test_bays_may_change_places_with_one_another(case: Case) -> None:
    imported(case, bay_rows("A1,1,1", "A2,1,2", "A3,1,3"))
    assert imported(case, bay_rows("A1,1,2", "A2,1,3", "A3,1,1")).bays_changed == 3
    assert drawn(case, "Hill Lot") == "A3@0,0 | A1@0,1 | A2@0,2"


def test_a_bay_cannot_be_put_where_another_stands(case: Case) -> None:
    imported(case, bay_rows("A1,1,1", "A2,1,2"))
    before = drawn(case, "Hill Lot")
    with pytest.raises(PlaceTaken):
        imported(case, bay_rows("A1,1,2", "A9,5,5"))
    assert drawn(case, "Hill Lot") == before


def test_a_bay_that_the_desk_closed_stays_closed_for_its_reason(case: Case) -> None:
    data = bay_rows("A1,1,1", "A2,1,2,,,,Painting")
    imported(case, data)
    lot = case.services.lots.named("Hill Lot")
    bays = {bay.code: bay.id for bay in case.services.lots.bays(lot.id)}
    case.services.lots.close_bays(case.attendant, [bays["A1"]], "Broken glass")
    assert imported(case, data) == Imported(unchanged=2)
    assert drawn(case, "Hill Lot") == "A1@0,0 closed: Broken glass | A2@0,1 closed: Painting"


def test_more_capacity_adds_bays_and_less_takes_none_away(case: Case) -> None:
    assert imported(case, lot_row(40)).bays_added == 40
    lot = case.services.lots.named("Big Lot")
    first = case.services.lots.bays(lot.id)[0]
    mended = replace(first, features=frozenset({"covered"}), hourly_minor=100)
    case.services.lots.change_bay(case.owner, mended)
    grown = imported(case, lot_row(60))
    assert (grown.bays_added, grown.lots_changed) == (20, 0)
    assert imported(case, lot_row(60)) == Imported(unchanged=60)
    assert imported(case, lot_row(30)) == Imported(unchanged=30)
    assert len(case.services.lots.bays(lot.id)) == 60
    kept = next(bay for bay in case.services.lots.bays(lot.id) if bay.code == first.code)
    assert (kept.features, kept.hourly_minor) == (mended.features, 100)


@pytest.mark.parametrize(
    "data", [lot_row(40, currency="EUR"), lot_row(40, zone="Europe/Berlin")], ids=["currency", "time zone"]
)
def test_a_file_changes_neither_currency_nor_time_zone(case: Case, data: bytes) -> None:
    imported(case, lot_row(40))
    with pytest.raises(LotKeeps):
        imported(case, data)


def test_one_faulty_lot_keeps_the_whole_file_out(case: Case) -> None:
    before = case.services.journal.verify().entries
    data = lot_row(40) + b"Small Lot,0,Asia/Kolkata,INR\n"
    with pytest.raises(ImportFaults) as caught:
        imported(case, data)
    assert [fault.facts["row"] for fault in caught.value.faults] == [3]
    with pytest.raises(Exception, match="There is no lot 'Big Lot'"):
        case.services.lots.named("Big Lot")
    assert case.services.journal.verify().entries == before


def test_only_an_owner_imports(case: Case) -> None:
    with pytest.raises(NotAllowed):
        imported(case, lot_row(40), case.attendant)


def test_the_journal_tells_of_an_import_that_changed_something(case: Case) -> None:
    imported(case, lot_row(40))
    imported(case, lot_row(40))
    told = case.services.journal.activity(case.owner, deed="import_lot").lines
    assert len(told) == 1
    assert dict(told[0].details)["file"] == "lots.csv"


def test_the_same_deed_twice_answers_the_same(case: Case) -> None:
    deed_id = new_id()
    answers = [
        case.services.lots.import_file(case.owner, lot_row(40), "lots.csv", deed_id=deed_id) for _ in range(2)
    ]
    assert answers == [Imported(lots_added=1, bays_added=40)] * 2


def test_a_lot_of_the_same_name_made_by_hand_is_the_same_lot(case: Case) -> None:
    lot = Lot(new_id(), "Big Lot", "Asia/Kolkata", "INR", address="By hand")
    case.services.lots.add(case.owner, lot)
    assert imported(case, lot_row(12)) == Imported(bays_added=12)
    assert case.services.lots.named("Big Lot").address == "By hand"
