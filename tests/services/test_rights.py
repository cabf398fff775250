"""Who may do what, asked of the services themselves on both databases, whatever a screen has kept of a person."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from sqlalchemy import update

from parkdesk.domain.bay import Bay, Place
from parkdesk.domain.booking import Booking
from parkdesk.domain.errors import NotAllowed, NothingToUndo
from parkdesk.domain.payment import Method
from parkdesk.domain.people import Person, Role
from parkdesk.domain.tariff import Tariff
from parkdesk.services.desk import new_id
from parkdesk.store.tables import people
from tests.kit import NINE, Case, desk_case

HOUR = timedelta(hours=1)
TODAY = NINE.date()


@dataclass(frozen=True)
class Scene:
    """A stay that somebody booked, a booking to come, and one that is not confirmed yet."""

    case: Case
    stay: Booking
    coming: Booking
    pending: Booking


@pytest.fixture
def scene(database_url: str) -> Iterator[Scene]:
    with desk_case(database_url) as case:
        coming = case.book("A2", "KL 2", starts_at=NINE + HOUR)
        pending = case.book("A3", "KL 3", starts_at=NINE + HOUR, confirmed=False)
        yield Scene(case, case.book("A1", "KL 1"), coming, pending)


def any_bay(scene: Scene) -> Bay:
    case = scene.case
    return Bay(new_id(), case.lot.id, case.level.id, "Z9", Place(9, 9), vehicle_types=frozenset({"sedan"}))


def any_tariff(scene: Scene) -> Tariff:
    return Tariff(new_id(), scene.case.lot.id, 1, scene.case.lot.currency, 100)


Doing = Callable[[Scene, Person], object]
WORK: dict[str, Doing] = {
    "book": lambda s, who: s.case.services.bookings.book(who, s.case.ask("A5", "KL 5")),
    "renew": lambda s, who: s.case.services.bookings.renew(who, s.stay.id),
    "confirm": lambda s, who: s.case.services.stays.confirm(who, s.pending.id),
    "check_in": lambda s, who: s.case.services.stays.check_in(who, s.coming.id),
    "extend": lambda s, who: s.case.services.stays.extend(who, s.stay.id, HOUR),
    "move": lambda s, who: s.case.services.stays.move(who, s.stay.id, s.case.bay("A6")),
    "check_out": lambda s, who: s.case.services.stays.check_out(who, s.stay.id),
    "cancel": lambda s, who: s.case.services.stays.cancel(who, s.stay.id, "Slip"),
    "note": lambda s, who: s.case.services.stays.add_note(who, s.stay.id, "Keys"),
    "pay": lambda s, who: s.case.services.payments.take(who, s.stay.id, Method.CASH),
    "close": lambda s, who: s.case.services.lots.close_bays(who, [s.case.bay("A4")], "Oil"),
    "reopen": lambda s, who: s.case.services.lots.reopen_bays(who, [s.case.bay("A4")]),
    "report": lambda s, who: s.case.services.reports.report(who, s.case.lot.id, TODAY, TODAY),
    "full_times": lambda s, who: s.case.services.reports.full_times(who, s.case.lot.id, TODAY, TODAY),
}
LATER: dict[str, Doing] = {
    "mark_no_show": lambda s, who: s.case.services.stays.mark_no_show(who, s.coming.id),
    "sweep": lambda s, who: s.case.services.sweep.run(who),
}
OVERRIDE: dict[str, Doing] = {
    "double": lambda s, who: s.case.services.bookings.book(
        who, s.case.ask("A5", "KL 1", override_reason="Trailer")
    ),
    "back_entry": lambda s, who: s.case.services.bookings.book(
        who, s.case.ask("A5", "KL 5", starts_at=NINE - HOUR, minutes=120, back_entry=True)
    ),
    "undo": lambda s, who: s.case.services.undo.undo(who),
}
MANAGE: dict[str, Doing] = {
    "change_lot": lambda s, who: s.case.services.lots.change(who, s.case.lot),
    "add_lot": lambda s, who: s.case.services.lots.add(who, replace(s.case.lot, id=new_id(), name="New")),
    "set_tariff": lambda s, who: s.case.services.lots.set_tariff(who, any_tariff(s)),
    "add_level": lambda s, who: s.case.services.lots.add_level(who, s.case.lot.id, "Roof"),
    "add_bays": lambda s, who: s.case.services.lots.add_bays(who, s.case.lot.id, [any_bay(s)]),
    "change_bay": lambda s, who: s.case.services.lots.change_bay(who, s.case.bays["A4"]),
    "add_type": lambda s, who: s.case.services.vehicle_types.add(who, "Bus"),
    "rename_type": lambda s, who: s.case.services.vehicle_types.rename(who, "van", "Transporter"),
    "retire_type": lambda s, who: s.case.services.vehicle_types.retire(who, "van"),
    "bring_back_type": lambda s, who: s.case.services.vehicle_types.bring_back(who, "van"),
    "import": lambda s, who: s.case.services.lots.import_file(who, b"", "lots.csv"),
    "register_reader": lambda s, who: s.case.services.settlement.register_reader(who, "simulated", "Exit"),
    "add_person": lambda s, who: s.case.services.people.add(who, "Eve", Role.OWNER, "secret words"),
    "change_person": lambda s, who: s.case.services.people.change(
        who, replace(s.case.attendant, role=Role.OWNER)
    ),
    "set_password": lambda s, who: s.case.services.people.set_password(who, s.case.owner.id, "secret words"),
    "set_pin": lambda s, who: s.case.services.people.set_pin(who, s.case.owner.id, "1234"),
    "rebuild": lambda s, who: s.case.services.reports.rebuild_rollups(who),
}
ALL = WORK | OVERRIDE | MANAGE | LATER


def known_as(case: Case, who: Person, **values: object) -> Person:
    """Change a person behind the back of whoever has signed in as them."""
    with case.database.transaction() as store:
        store.connection.execute(update(people).where(people.c.id == who.id).values(**values))
    return who


def refused(scene: Scene, who: Person, deeds: dict[str, Doing]) -> None:
    """Every one of some deeds is refused, and none has left anything behind."""
    case = scene.case
    before = case.services.journal.verify()
    for name, deed in deeds.items():
        if name in LATER:
            case.clock.move(hours=1)
        # To an attendant, what somebody else did last is nothing that could be undone.
        kinds = (NotAllowed, NothingToUndo) if name == "undo" else (NotAllowed,)
        try:
            deed(scene, who)
        except kinds:
            continue
        raise AssertionError(f"{who.name} could do this: {name}")
    assert case.services.journal.verify() == before


def test_somebody_who_was_sent_away_does_nothing_more(scene: Scene) -> None:
    refused(scene, known_as(scene.case, scene.case.owner, active=False), ALL)


def test_an_owner_no_more_manages_no_more(scene: Scene) -> None:
    refused(scene, known_as(scene.case, scene.case.owner, role="attendant"), MANAGE)
    refused(scene, scene.case.supervisor, MANAGE)


def test_a_supervisor_no_more_overrides_no_more(scene: Scene) -> None:
    case = scene.case
    case.services.stays.add_note(case.owner, scene.stay.id, "By the owner")
    refused(scene, known_as(case, case.supervisor, supervisor=False), OVERRIDE)
    refused(scene, case.attendant, OVERRIDE)


def test_nobody_does_nothing(scene: Scene) -> None:
    refused(scene, Person(new_id(), "Nobody", Role.OWNER), ALL)


@pytest.mark.parametrize("name", [*WORK, *LATER])
def test_an_attendant_works(scene: Scene, name: str) -> None:
    if name in LATER:
        scene.case.clock.move(hours=1, minutes=30)
    ALL[name](scene, scene.case.attendant)


def test_whoever_was_sent_away_still_signs_out(scene: Scene) -> None:
    case = scene.case
    case.services.people.sign_out(known_as(case, case.attendant, active=False))
    (line,) = case.services.journal.of(case.attendant.id)
    assert (line.deed, line.who) == ("sign_out", None)
