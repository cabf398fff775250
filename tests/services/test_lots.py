"""Lots, bays, the board and what is free, on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import event

from parkdesk.domain.bay import Bay, Place
from parkdesk.domain.board import figures
from parkdesk.domain.errors import (
    BayCodeTaken,
    BayUnknown,
    CurrencyUnknown,
    DeedIdReused,
    EndBeforeStart,
    LotNameTaken,
    LotUnknown,
    NotAllowed,
    NumberOutOfRange,
    ParkDeskError,
    PlaceTaken,
    TextMissing,
    TimeZoneUnknown,
    VehicleTypeUnknown,
)
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment import Method
from parkdesk.domain.tariff import Tariff
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case


def test_the_board_is_one_query_however_many_bays_and_bookings(case: Case) -> None:
    for number in range(1, 7):
        case.book(f"A{number}", f"KL {number}")
    statements: list[str] = []
    event.listen(
        case.database.engine,
        "before_cursor_execute",
        lambda _c, _u, statement, *_: statements.append(statement),
    )
    case.services.lots.board(case.lot.id)
    reads = [
        statement for statement in statements if "FROM bays" in statement or "FROM bookings" in statement
    ]
    assert len(reads) == 1
    before = len(statements)
    case.services.lots.add_bays(case.owner, case.lot.id, [_bay(case, f"B{n}", 5, n) for n in range(50)])
    statements.clear()
    case.services.lots.board(case.lot.id)
    assert len(statements) == before


def test_figures_of_the_header_strip(case: Case) -> None:
    case.hold()
    case.book("A1", "KL 1", minutes=10)
    case.book("A2", "KL 2", minutes=64)
    paid = case.book("A3", "KL 3", minutes=120)
    case.services.payments.take(case.attendant, paid.id, Method.CASH)
    case.book("A4", "KL 4", starts_at=NINE + timedelta(minutes=90))
    case.services.lots.close_bays(case.attendant, [case.bay("A5")], "Paint")
    case.clock.move(hours=1)
    board = case.services.lots.board(case.lot.id)
    shown = figures(board, case.clock())
    assert (shown.bays, shown.free, shown.booked, shown.reserved, shown.closed) == (7, 2, 3, 1, 1)
    assert (shown.ending, shown.overstaying, shown.unpaid) == (1, 1, 2)
    assert shown.longest_overstay == timedelta(minutes=50)
    assert shown.next_end == NINE + timedelta(minutes=64)
    assert shown.next_arrival == NINE + timedelta(minutes=90)


def test_what_is_free_for_a_window(case: Case) -> None:
    def free(start: int, end: int, **more: str) -> str:
        found = case.services.lots.availability(
            case.lot.id, NINE + timedelta(minutes=start), NINE + timedelta(minutes=end), **more
        )
        return " ".join(bay.code for bay in found)

    case.book("A1", "KL 1", minutes=60)
    case.book("A2", "KL 2", starts_at=NINE + timedelta(minutes=60))
    case.services.lots.close_bays(case.attendant, [case.bay("A6")], "Paint")
    assert free(0, 60) == "A2 A3 A4 A5 T1"
    assert free(60, 120) == "A1 A3 A4 A5 T1"
    assert free(30, 90, vehicle_type="sedan") == "A3 A4 A5"
    assert free(120, 180, vehicle_type="two-wheeler") == "T1"
    with pytest.raises(EndBeforeStart):
        free(60, 60)
    with pytest.raises(LotUnknown):
        case.services.lots.availability(new_id(), NINE, NINE + timedelta(hours=1))


def test_a_car_that_overstays_keeps_its_bay_from_now_but_not_from_later(case: Case) -> None:
    case.hold()
    case.book("A1", minutes=60)
    case.clock.move(minutes=90)
    now = case.clock()
    codes = [bay.code for bay in case.services.lots.availability(case.lot.id, now, now + timedelta(hours=1))]
    assert "A1" not in codes
    later = case.services.lots.availability(case.lot.id, now + timedelta(hours=3), now + timedelta(hours=4))
    assert "A1" in [bay.code for bay in later]


def test_closing_in_bulk_counts_only_what_changed(case: Case) -> None:
    bays = [case.bay("A1"), case.bay("A2"), case.bay("A3")]
    assert case.services.lots.close_bays(case.attendant, bays[:2], "Paint") == 2
    deed = new_id()
    assert case.services.lots.close_bays(case.attendant, bays, "Oil", deed_id=deed) == 1
    assert case.services.lots.close_bays(case.attendant, bays, "Oil", deed_id=deed) == 1
    assert [bay.closed_reason for bay in case.services.lots.bays(case.lot.id)][:3] == [
        "Paint",
        "Paint",
        "Oil",
    ]
    assert case.services.lots.reopen_bays(case.attendant, bays) == 3
    with pytest.raises(TextMissing):
        case.services.lots.close_bays(case.attendant, bays, "  ")
    with pytest.raises(BayUnknown):
        case.services.lots.close_bays(case.attendant, [*bays, new_id()], "Paint")
    assert "closed" not in case.states()


def test_a_closed_bay_with_a_car_shows_the_car(case: Case) -> None:
    case.book()
    case.services.lots.close_bays(case.attendant, [case.bay("A1")], "Lamp broken")
    assert case.states().startswith("A1 KL08AZ1234 1:00")
    case.clock.move(hours=1)
    assert case.states().startswith("A1 closed")


GOOD = Lot(new_id(), "Harbour", "Europe/Berlin", "EUR", "de_DE")


@pytest.mark.parametrize(
    ("wrong", "error", "field"),
    [
        ({"name": "  "}, TextMissing, "name"),
        ({"time_zone": "Mars/Olympus"}, TimeZoneUnknown, "time_zone"),
        ({"time_zone": "../etc/passwd"}, TimeZoneUnknown, "time_zone"),
        ({"currency": "money"}, CurrencyUnknown, "currency"),
        ({"latitude": 91.0}, NumberOutOfRange, "latitude"),
        ({"grace": timedelta(minutes=-1)}, NumberOutOfRange, "grace"),
        ({"default_duration": timedelta(days=400)}, ParkDeskError, "default_duration"),
    ],
)
def test_a_lot_that_cannot_be_is_told_beside_its_field(
    case: Case, wrong: dict[str, object], error: type[ParkDeskError], field: str
) -> None:
    with pytest.raises(error) as told:
        case.services.lots.add(case.owner, replace(GOOD, **wrong))
    assert told.value.field == field
    assert len(case.services.lots.all()) == 1


def test_lots_have_names_of_their_own(case: Case) -> None:
    case.services.lots.add(case.owner, GOOD)
    with pytest.raises(LotNameTaken):
        case.services.lots.add(case.owner, replace(GOOD, id=new_id()))
    with pytest.raises(LotNameTaken):
        case.services.lots.change(case.owner, replace(case.lot, name="Harbour"))
    assert case.services.lots.named("Harbour") == GOOD
    summary = next(summary for summary in case.services.lots.all() if summary.lot.id == case.lot.id)
    assert (summary.bays, [level.name for level in summary.levels]) == (7, ["Ground"])


def _bay(case: Case, code: str, row: int, column: int, **more: object) -> Bay:
    return replace(case.bays["A1"], id=new_id(), code=code, place=Place(row, column), **more)


@pytest.mark.parametrize(
    ("code", "row", "more", "error"),
    [
        ("A1", 7, {}, BayCodeTaken),
        ("B1", 0, {}, PlaceTaken),
        ("B1", -1, {}, NumberOutOfRange),
        ("", 7, {}, TextMissing),
        ("B1", 7, {"hourly_minor": -1}, NumberOutOfRange),
        ("B1", 7, {"hourly_minor": 10**12}, NumberOutOfRange),
        ("B1", 7, {"vehicle_types": frozenset({"tank"})}, VehicleTypeUnknown),
    ],
)
def test_bays_are_added_all_or_none(
    case: Case, code: str, row: int, more: dict[str, object], error: type[ParkDeskError]
) -> None:
    with pytest.raises(error):
        case.services.lots.add_bays(
            case.owner, case.lot.id, [_bay(case, "C1", 9, 9), _bay(case, code, row, 1, **more)]
        )
    assert len(case.services.lots.bays(case.lot.id)) == 7


def test_an_owner_changes_a_bay_and_its_closure_stays(case: Case) -> None:
    case.services.lots.close_bays(case.attendant, [case.bay("A1")], "Paint")
    changed = replace(case.bays["A1"], code="A1X", features=frozenset({"ev"}), hourly_minor=900)
    case.services.lots.change_bay(case.owner, changed)
    kept = case.services.lots.bays(case.lot.id)[0]
    assert (kept.code, kept.features, kept.hourly_minor, kept.closed_reason) == (
        "A1X",
        frozenset({"ev"}),
        900,
        "Paint",
    )
    with pytest.raises(BayCodeTaken):
        case.services.lots.change_bay(case.owner, replace(changed, code="A2"))


def test_a_new_tariff_leaves_old_bookings_their_price(case: Case) -> None:
    old = case.book("A1", "KL 1")
    tariff = case.services.lots.tariff(case.lot.id)
    assert tariff is not None
    dearer = case.services.lots.set_tariff(case.owner, replace(tariff, hourly_minor=9000))
    assert dearer.version == 2
    assert case.book("A2", "KL 2").total_minor == 10620
    longer = case.services.stays.extend(case.attendant, old.id, timedelta(hours=1))
    assert longer.total_minor == 2 * old.total_minor
    with pytest.raises(NumberOutOfRange):
        case.services.lots.set_tariff(case.owner, replace(tariff, hourly_minor=-1))


def test_only_an_owner_changes_lots(case: Case) -> None:
    tariff = Tariff(new_id(), case.lot.id, 1, "INR", 1)
    bay = case.bays["A1"]
    for deed in (
        lambda who: case.services.lots.add(who, GOOD),
        lambda who: case.services.lots.change(who, case.lot),
        lambda who: case.services.lots.set_tariff(who, tariff),
        lambda who: case.services.lots.add_level(who, case.lot.id, "Roof"),
        lambda who: case.services.lots.add_bays(who, case.lot.id, []),
        lambda who: case.services.lots.change_bay(who, bay),
    ):
        for who in (case.attendant, case.supervisor):
            with pytest.raises(NotAllowed):
                deed(who)


def test_a_deed_on_a_lot_asked_again_is_done_once(case: Case) -> None:
    """As after an answer that was lost: every deed of an owner has its own number."""
    lots, owner = case.services.lots, case.owner
    tariff = lots.tariff(case.lot.id)
    assert tariff is not None
    new_lot = replace(GOOD, id=new_id(), name="Twice")
    bay = replace(case.bays["A1"], zone="North")
    added = Bay(new_id(), case.lot.id, case.level.id, "Z9", Place(9, 9))
    deeds = {
        "add": lambda id: lots.add(owner, new_lot, deed_id=id),
        "change": lambda id: lots.change(owner, replace(case.lot, address="1 Quay"), deed_id=id),
        "set_tariff": lambda id: lots.set_tariff(owner, replace(tariff, hourly_minor=9000), deed_id=id),
        "add_level": lambda id: lots.add_level(owner, case.lot.id, "Roof", deed_id=id),
        "add_bays": lambda id: lots.add_bays(owner, case.lot.id, [added], deed_id=id),
        "change_bay": lambda id: lots.change_bay(owner, bay, deed_id=id),
    }
    for name, deed in deeds.items():
        id = new_id()
        first, entries = deed(id), case.services.journal.verify().entries
        assert deed(id) == first, name
        assert case.services.journal.verify().entries == entries, name
    in_force = lots.tariff(case.lot.id)
    assert in_force is not None
    assert in_force.version == 2
    id = new_id()
    lots.add_level(owner, case.lot.id, "Cellar", deed_id=id)
    with pytest.raises(DeedIdReused):
        lots.add_level(owner, case.lot.id, "Attic", deed_id=id)
