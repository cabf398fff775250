"""Vehicle types are data: an owner's deeds on them, and what they mean for bookings, on both databases."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from parkdesk.domain.errors import NotAllowed, ParkDeskError, TextMissing, TextTooLong, VehicleTypeUnknown
from parkdesk.domain.vehicle import (
    STARTING_SET,
    LastVehicleType,
    VehicleNameTaken,
    VehicleNameUnreadable,
    VehicleTypeRetired,
)
from parkdesk.services.desk import new_id
from tests.kit import NINE, Case


def drawn(case: Case) -> str:
    """The types beside the first set: code and name."""
    told = (f"{kind.code}: {kind.name}" for kind in case.services.vehicle_types.all()[len(STARTING_SET) :])
    return " | ".join(told)


def test_an_owner_adds_a_type_and_bays_take_it(case: Case) -> None:
    types = case.services.vehicle_types
    added = types.add(case.owner, "  Mini   bus (16+) ")
    assert drawn(case) == "mini-bus-16: Mini bus (16+)"
    bay = case.services.lots.bays(case.lot.id)[0]
    takes = bay.vehicle_types | {added.code}
    case.services.lots.change_bay(case.owner, replace(bay, vehicle_types=takes))
    assert case.book("A1", vehicle_type=added.code).vehicle_type == added.code
    newest = case.services.journal.activity(case.owner, most=3).lines
    assert [line.deed for line in newest] == ["book", "change_bay", "add_vehicle_type"]
    assert newest[-1].details == (("name", "Mini bus (16+)"),)


def test_a_renamed_type_keeps_its_code_and_its_bookings(case: Case) -> None:
    booking = case.book()
    renamed = case.services.vehicle_types.rename(case.owner, "sedan", "Limousine")
    assert (renamed.code, renamed.name) == ("sedan", "Limousine")
    assert case.reload(booking).vehicle_type == "sedan"
    again = case.services.vehicle_types.add(case.owner, "Sedan")
    assert again.code == "sedan-2", "the name is free again, the code is not"


def test_a_retired_type_is_booked_no_more_and_what_is_booked_goes_on(case: Case) -> None:
    running = case.book("A1", "KL 1")
    coming = case.book("A2", "KL 2", starts_at=NINE.replace(hour=11))
    case.services.vehicle_types.retire(case.owner, "sedan")
    with pytest.raises(VehicleTypeRetired, match="The vehicle type Sedan is retired") as refused:
        case.book("A3", "KL 3")
    assert refused.value.field == "vehicle_type"
    renewal = case.services.bookings.renew(case.attendant, running.id)
    assert renewal.vehicle_type == "sedan"
    case.clock.move(hours=2)
    assert case.services.stays.check_in(case.attendant, coming.id).status == "active"
    case.services.vehicle_types.bring_back(case.owner, "sedan")
    assert case.book("A3", "KL 3").live


def test_one_type_remains(case: Case) -> None:
    types = case.services.vehicle_types
    first, *others = types.all()
    for kind in others:
        types.retire(case.owner, kind.code)
    with pytest.raises(LastVehicleType):
        types.retire(case.owner, first.code)
    assert [kind.code for kind in types.all() if not kind.retired] == [first.code]


@pytest.mark.parametrize("name", ["sedan", "SEDAN", "Se dan", "Sédan", "S\u0435dan", "sedan.", "Van 1"])
def test_a_name_that_reads_like_another_is_refused(case: Case, name: str) -> None:
    case.services.vehicle_types.rename(case.owner, "suv", "Van I")
    for deed in (
        lambda: case.services.vehicle_types.add(case.owner, name),
        lambda: case.services.vehicle_types.rename(case.owner, "van", name),
    ):
        with pytest.raises(VehicleNameTaken) as refused:
            deed()
        assert refused.value.field == "name"
    assert drawn(case) == ""
    assert case.services.vehicle_types.rename(case.owner, "sedan", "SEDAN").name == "SEDAN"


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("", TextMissing),
        (" - ", TextMissing),
        ("B" * 300, TextTooLong),
        ("\N{AUTOMOBILE}", VehicleNameUnreadable),
        ("Bus \N{AUTOMOBILE}", VehicleNameUnreadable),
        ("<b>Bus</b>", VehicleNameUnreadable),
        ("Bus\u202e", VehicleNameUnreadable),
        ("Bus\ud800", ParkDeskError),
    ],
)
def test_what_is_no_name_is_refused(case: Case, name: str, error: type[ParkDeskError]) -> None:
    for deed in (
        lambda: case.services.vehicle_types.add(case.owner, name),
        lambda: case.services.vehicle_types.rename(case.owner, "van", name),
    ):
        with pytest.raises(error) as refused:
            deed()
        assert refused.value.field == "name"


def test_a_type_nobody_knows(case: Case) -> None:
    types = case.services.vehicle_types
    for deed in (types.retire, types.bring_back, lambda who, code: types.rename(who, code, "Zeppelin")):
        with pytest.raises(VehicleTypeUnknown):
            deed(case.owner, "zeppelin")


def test_only_an_owner_changes_them(case: Case) -> None:
    types = case.services.vehicle_types
    for who in (case.attendant, case.supervisor):
        for deed in (
            lambda who: types.add(who, "Bus"),
            lambda who: types.rename(who, "van", "Bus"),
            lambda who: types.retire(who, "van"),
            lambda who: types.bring_back(who, "van"),
        ):
            with pytest.raises(NotAllowed):
                deed(who)
    assert types.all() == STARTING_SET


def test_a_deed_asked_again_is_done_once_and_one_that_changes_nothing_is_no_entry(case: Case) -> None:
    types, id = case.services.vehicle_types, new_id()
    first = types.add(case.owner, "Bus", deed_id=id)
    entries = case.services.journal.verify().entries
    assert types.add(case.owner, "Bus", deed_id=id) == first
    types.rename(case.owner, "bus", "Bus")
    types.bring_back(case.owner, "bus")
    assert case.services.journal.verify().entries == entries


def test_two_owners_at_once_add_one_of_two_names_that_read_the_same(case: Case) -> None:
    def add(name: str) -> str:
        try:
            return case.services.vehicle_types.add(case.owner, name).name
        except VehicleNameTaken:
            return "refused"

    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(add, ["Bus 1", "Bus I"]))
    assert sorted(answers)[-1] == "refused"
    assert len(case.services.vehicle_types.all()) == len(STARTING_SET) + 1
