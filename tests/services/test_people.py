"""Accounts: the first owner, names, passwords, and who may change what."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier
from typing import Any
from uuid import UUID

import pytest

from parkdesk.domain.errors import (
    LastOwner,
    NameTaken,
    NotAllowed,
    ParkDeskError,
    PersonUnknown,
    SecretTooShort,
    SignInRefused,
    TextMissing,
    TextTooLong,
    TextUnreadable,
)
from parkdesk.domain.people import Person, Right, Role
from parkdesk.services.desk import Desk, new_id
from parkdesk.services.people import PeopleService
from parkdesk.store.database import Database
from tests.kit import Clock
from tests.services.conftest import CHEAP, PASSWORD, WRONG, deeds, desk_on


class TestFirstOwner:
    def test_a_new_database_has_nobody_until_its_first_owner(self, people: PeopleService) -> None:
        assert people.all() == ()
        assert not people.has_owner()
        owner = people.first_owner("  Asha   Menon ", PASSWORD)
        assert people.has_owner()
        assert people.all() == (owner,)
        assert owner == Person(owner.id, "Asha Menon", Role.OWNER)

    def test_only_the_first_comes_in_this_way(self, people: PeopleService, owner: Person) -> None:
        with pytest.raises(NotAllowed, match="Mallory may not do this; ask an owner"):
            people.first_owner("Mallory", PASSWORD)
        assert people.all() == (owner,)

    def test_asked_twice_with_one_deed_id_it_is_done_once(self, people: PeopleService) -> None:
        deed_id = new_id()
        first = people.first_owner("Asha", PASSWORD, deed_id=deed_id)
        assert people.first_owner("Asha", PASSWORD, deed_id=deed_id) == first

    def test_of_two_desks_starting_at_once_one_wins(self, database: Database, clock: Clock) -> None:
        desks = [PeopleService(desk_on(database, clock), CHEAP) for _ in range(4)]
        gate = Barrier(4)

        def start(number: int) -> bool:
            gate.wait()
            try:
                desks[number].first_owner(f"Owner {number}", PASSWORD)
            except NotAllowed:
                return False
            return True

        with ThreadPoolExecutor(4) as pool:
            assert sum(pool.map(start, range(4))) == 1
        assert len(desks[0].all()) == 1


class TestNames:
    @pytest.mark.parametrize(
        "name", ["Ravi", "李小龍", "🅿️ 👩‍🔧", "عائشة", "O'Neil; DROP TABLE people", "ﬁnn"]
    )
    def test_any_name_is_kept_as_typed(self, people: PeopleService, owner: Person, name: str) -> None:
        added = people.add(owner, name, Role.ATTENDANT, PASSWORD)
        assert people.get(added.id).name == name
        assert people.sign_in(name, PASSWORD) == added

    @pytest.mark.parametrize(
        ("name", "namesake"),
        [
            ("Ravi", "RAVI"),
            ("Straße", "STRASSE"),
            ("Ravi", "  ravi "),
            ("Ravi", "Ra\u200bvi"),
            ("ﬁnn", "finn"),
        ],
    )
    def test_names_that_read_alike_are_one(
        self, people: PeopleService, owner: Person, name: str, namesake: str
    ) -> None:
        people.add(owner, name, Role.ATTENDANT, PASSWORD)
        with pytest.raises(NameTaken) as refusal:
            people.add(owner, namesake, Role.ATTENDANT, PASSWORD)
        assert refusal.value.field == "name"

    @pytest.mark.parametrize(
        ("name", "error"),
        [
            ("", TextMissing),
            (" \n ", TextMissing),
            ("\u200b\u200d", TextMissing),
            ("x" * 121, TextTooLong),
            ("ﷺ" * 100, TextTooLong),
            ("a\x00b", TextUnreadable),
            ("\ud800", TextUnreadable),
        ],
    )
    def test_a_name_that_cannot_be_one(
        self, people: PeopleService, owner: Person, name: str, error: type[ParkDeskError]
    ) -> None:
        with pytest.raises(error) as refusal:
            people.add(owner, name, Role.ATTENDANT, PASSWORD)
        assert refusal.value.field == "name"
        assert people.all() == (owner,)

    def test_of_two_desks_adding_one_name_at_once_one_wins(
        self, people: PeopleService, owner: Person, database: Database, clock: Clock
    ) -> None:
        desks = [PeopleService(desk_on(database, clock), CHEAP) for _ in range(4)]
        gate = Barrier(4)

        def add(service: PeopleService) -> bool:
            gate.wait()
            try:
                service.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
            except NameTaken:
                return False
            return True

        with ThreadPoolExecutor(4) as pool:
            assert sum(pool.map(add, desks)) == 1


class TestPasswords:
    @pytest.mark.parametrize(
        ("password", "error"),
        [
            ("", SecretTooShort),
            ("1234567", SecretTooShort),
            ("x" * 1_000_000, TextTooLong),
            ("\ud800" * 9, TextUnreadable),
        ],
    )
    def test_a_password_that_cannot_be_one(
        self, people: PeopleService, owner: Person, password: str, error: type[ParkDeskError]
    ) -> None:
        with pytest.raises(error) as refusal:
            people.add(owner, "Ravi", Role.ATTENDANT, password)
        assert refusal.value.field == "password"
        with pytest.raises(error):
            people.set_password(owner, owner.id, password)
        assert people.sign_in(owner.name, PASSWORD) == owner

    def test_others_change_their_own_and_show_the_current_one(
        self, people: PeopleService, owner: Person
    ) -> None:
        ravi = people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
        with pytest.raises(SignInRefused):
            people.set_password(ravi, ravi.id, "a new password", current=WRONG)
        with pytest.raises(SignInRefused):
            people.set_pin(ravi, ravi.id, "1111")
        people.set_password(ravi, ravi.id, "a new password", current=PASSWORD)
        assert people.set_pin(ravi, ravi.id, "1111", current="a new password").has_pin
        assert people.sign_in("Ravi", "a new password").id == ravi.id
        with pytest.raises(NotAllowed):
            people.set_password(ravi, owner.id, "a new password", current="a new password")


class TestWhoMay:
    DEEDS = (
        lambda people, who, other: people.add(who, "Eve", Role.OWNER, PASSWORD),
        lambda people, who, other: people.change(who, replace(who, role=Role.OWNER)),
        lambda people, who, other: people.change(who, replace(other, active=False)),
        lambda people, who, other: people.set_password(who, other.id, "a new password"),
        lambda people, who, other: people.set_pin(who, other.id, None),
    )

    @pytest.mark.parametrize("deed", DEEDS)
    @pytest.mark.parametrize("supervisor", [False, True])
    def test_only_an_owner_manages_people(
        self, people: PeopleService, owner: Person, supervisor: bool, deed: Callable[..., Any]
    ) -> None:
        ravi = people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD, supervisor=supervisor)
        with pytest.raises(NotAllowed):
            deed(people, ravi, owner)
        assert people.all() == (owner, ravi)
        assert people.sign_in(owner.name, PASSWORD) == owner

    def test_an_owner_who_left_no_longer_does(self, people: PeopleService, owner: Person) -> None:
        with pytest.raises(NotAllowed):
            people.add(replace(owner, active=False), "Eve", Role.OWNER, PASSWORD)

    def test_nobody_can_be_changed_who_is_not_there(self, people: PeopleService, owner: Person) -> None:
        stranger = Person(new_id(), "Stranger", Role.ATTENDANT)
        with pytest.raises(PersonUnknown, match="Stranger"):
            people.change(owner, stranger)
        for deed in (
            lambda: people.get(stranger.id),
            lambda: people.set_pin(owner, stranger.id, None),
            lambda: people.set_password(owner, stranger.id, PASSWORD),
        ):
            with pytest.raises(PersonUnknown):
                deed()

    def test_a_deed_repeated_answers_with_its_first_outcome(
        self, people: PeopleService, owner: Person, desk: Desk
    ) -> None:
        deed_id = new_id()
        ravi = people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD, deed_id=deed_id)
        assert people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD, deed_id=deed_id) == ravi
        assert deeds(desk).count("add_person") == 1


class TestLastOwner:
    @pytest.fixture
    def second(self, people: PeopleService, owner: Person) -> Person:
        return people.add(owner, "Second", Role.OWNER, PASSWORD)

    @pytest.mark.parametrize("change", [{"active": False}, {"role": Role.ATTENDANT}])
    def test_one_must_remain(self, people: PeopleService, owner: Person, change: dict[str, Any]) -> None:
        people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
        with pytest.raises(LastOwner):
            people.change(owner, replace(owner, **change))
        assert people.sign_in(owner.name, PASSWORD) == owner

    @pytest.mark.parametrize("change", [{"active": False}, {"role": Role.ATTENDANT}])
    def test_with_another_one_may_go(
        self, people: PeopleService, owner: Person, second: Person, change: dict[str, Any]
    ) -> None:
        assert not people.change(owner, replace(owner, **change)).may(Right.MANAGE)
        with pytest.raises(LastOwner):
            people.change(second, replace(second, **change))

    def test_two_owners_who_remove_each_other_at_once(
        self, people: PeopleService, owner: Person, second: Person, database: Database, clock: Clock
    ) -> None:
        gate = Barrier(2)

        def remove(pair: tuple[Person, Person]) -> UUID | None:
            service = PeopleService(desk_on(database, clock), CHEAP)
            gate.wait()
            try:
                return service.change(pair[0], replace(pair[1], active=False)).id
            except (LastOwner, NotAllowed):
                return None

        with ThreadPoolExecutor(2) as pool:
            gone = list(pool.map(remove, [(owner, second), (second, owner)]))
        assert gone.count(None) == 1
        assert people.has_owner()
