"""Signing in and out, lock-outs, and who may work here."""

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
    LockedOut,
    NameTaken,
    NotAllowed,
    ParkDeskError,
    PasswordNeeded,
    PersonUnknown,
    PinNotDigits,
    SecretTooShort,
    SignInRefused,
    TextMissing,
    TextTooLong,
    TextUnreadable,
)
from parkdesk.domain.people import Person, Right, Role
from parkdesk.services.desk import Desk, new_id
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.store.database import Database
from tests.kit import Clock
from tests.services.conftest import CHEAP, PASSWORD, desk_on

WRONG = "wrong horse"


def deeds(desk: Desk) -> list[str]:
    with desk.look() as store:
        return [entry.deed for entry, _ in reversed(store.journal.newest(desk.id))]


def storm(times: int, knock: Callable[[], object]) -> list[str]:
    """What each of several tries at the door was told."""
    told = []
    for _ in range(times):
        with pytest.raises((SignInRefused, LockedOut)) as refusal:
            knock()
        told.append(type(refusal.value).__name__)
    return told


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


class TestSignIn:
    def test_the_right_password_lets_in_and_is_journalled_without_it(
        self, people: PeopleService, owner: Person, desk: Desk
    ) -> None:
        assert people.sign_in("asha menon", PASSWORD) == owner
        people.sign_out(owner)
        assert deeds(desk) == ["first_owner", "sign_in", "sign_out"]
        with desk.look() as store:
            told = repr([(entry.arguments, entry.outcome) for entry, _ in store.journal.newest(desk.id)])
        assert PASSWORD not in told
        assert "2468" not in told
        assert "argon2" not in told

    @pytest.mark.parametrize("name", ["Asha", "", "nobody", "\ud800", "a\x00b", "x" * 1_000_000, "🅿️" * 400])
    def test_an_unknown_name_is_refused_like_a_wrong_password(
        self, people: PeopleService, owner: Person, name: str
    ) -> None:
        with pytest.raises(SignInRefused) as unknown:
            people.sign_in(name, PASSWORD)
        with pytest.raises(SignInRefused) as wrong:
            people.sign_in(owner.name, WRONG)
        assert (str(unknown.value), unknown.value.field) == (str(wrong.value), wrong.value.field)

    @pytest.mark.parametrize("password", ["", "\ud800" * 9, "\x00", "x" * 1_000_000, "🐎" * 100])
    def test_any_password_may_be_tried(self, people: PeopleService, owner: Person, password: str) -> None:
        with pytest.raises(SignInRefused):
            people.sign_in(owner.name, password)

    def test_one_password_typed_on_two_keyboards(self, people: PeopleService, owner: Person) -> None:
        people.add(owner, "Zoë", Role.ATTENDANT, "Zo\u00eb wohnt hier")
        assert people.sign_in("Zoe\u0308", "Zoe\u0308 wohnt hier").name == "Zoë"

    def test_who_left_is_refused(self, people: PeopleService, owner: Person) -> None:
        ravi = people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
        left = people.change(owner, replace(ravi, active=False))
        with pytest.raises(SignInRefused):
            people.sign_in("Ravi", PASSWORD)
        assert left.rights == frozenset()
        people.change(owner, replace(ravi, active=True))
        assert people.sign_in("Ravi", PASSWORD).may(Right.WORK)

    def test_who_left_can_still_be_signed_out(self, people: PeopleService, owner: Person, desk: Desk) -> None:
        ravi = people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
        people.sign_out(people.change(owner, replace(ravi, active=False)))
        assert deeds(desk)[-1] == "sign_out"

    def test_a_dearer_hash_replaces_a_cheap_one(
        self, people: PeopleService, owner: Person, desk: Desk
    ) -> None:
        dearer = PeopleService(desk, Hashing(rounds=2, memory_kib=16, lanes=1))
        with desk.look() as store:
            before = store.people.named(owner.name)
        assert dearer.sign_in(owner.name, PASSWORD) == owner
        assert dearer.switch(owner.name, "2468") == owner
        with desk.look() as store:
            after = store.people.named(owner.name)
        assert before is not None
        assert after is not None
        assert "m=16,t=2" in str(after.password_hash)
        assert "m=16,t=2" in str(after.pin_hash)
        assert people.sign_in(owner.name, PASSWORD) == owner

    def test_a_damaged_hash_lets_nobody_in(self, people: PeopleService, owner: Person, desk: Desk) -> None:
        with desk.database.transaction() as store:
            store.people.set_password(owner.id, "$argon2id$v=19$damaged")
        with pytest.raises(SignInRefused):
            people.sign_in(owner.name, PASSWORD)


class TestPin:
    def test_it_changes_who_works_at_an_open_desk_only(self, people: PeopleService, owner: Person) -> None:
        people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD, pin="1357")
        people.sign_out(owner)
        with pytest.raises(PasswordNeeded):
            people.switch("Ravi", "1357")
        people.sign_in(owner.name, PASSWORD)
        assert people.switch("ravi", "1357").name == "Ravi"
        assert people.switch(owner.name, "2468") == owner

    def test_it_is_no_password_and_a_password_is_no_pin(self, people: PeopleService, owner: Person) -> None:
        with pytest.raises(SignInRefused):
            people.sign_in(owner.name, "2468")
        with pytest.raises(SignInRefused):
            people.switch(owner.name, PASSWORD)

    def test_without_one_there_is_nothing_to_guess(self, people: PeopleService, owner: Person) -> None:
        people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
        assert storm(8, lambda: people.switch("Ravi", "0000")) == ["SignInRefused"] * 8
        assert people.sign_in("Ravi", PASSWORD).name == "Ravi"

    @pytest.mark.parametrize("pin", ["", "123", "12345678901", "12a4", "١٢٣٤", "1" * 1_000_000])
    def test_it_has_four_to_ten_digits(self, people: PeopleService, owner: Person, pin: str) -> None:
        with pytest.raises(PinNotDigits) as refusal:
            people.set_pin(owner, owner.id, pin)
        assert refusal.value.field == "pin"

    def test_it_can_be_set_changed_and_taken_away(self, people: PeopleService, owner: Person) -> None:
        assert people.set_pin(owner, owner.id, "9753").has_pin
        assert people.switch(owner.name, "9753") == owner
        assert not people.set_pin(owner, owner.id, None).has_pin
        with pytest.raises(SignInRefused):
            people.switch(owner.name, "9753")


class TestLockOut:
    def test_it_comes_at_the_fifth_try_and_grows(
        self, people: PeopleService, owner: Person, clock: Clock, desk: Desk
    ) -> None:
        for minutes in (1, 5, 15, 60, 60):
            told = storm(5, lambda: people.sign_in(owner.name, WRONG))
            assert told == ["SignInRefused"] * 4 + ["LockedOut"]
            with pytest.raises(LockedOut) as refusal:
                people.sign_in(owner.name, PASSWORD)
            assert refusal.value.facts == {"minutes": minutes}
            clock.move(minutes=minutes)
        assert people.sign_in(owner.name, PASSWORD) == owner
        assert deeds(desk) == ["first_owner", *["lock_out"] * 5, "sign_in"]
        assert storm(5, lambda: people.sign_in(owner.name, WRONG))[-1] == "LockedOut"
        clock.move(minutes=1)
        assert people.sign_in(owner.name, PASSWORD) == owner

    def test_the_time_left_is_told_in_started_minutes(
        self, people: PeopleService, owner: Person, clock: Clock
    ) -> None:
        for minutes in (1, 5):
            storm(5, lambda: people.sign_in(owner.name, WRONG))
            clock.move(minutes=minutes - 0.5)
            with pytest.raises(LockedOut) as refusal:
                people.sign_in(owner.name, PASSWORD)
            assert refusal.value.facts == {"minutes": 1}
            clock.move(minutes=0.5)

    def test_a_storm_of_wrong_pins_ends_after_five(self, people: PeopleService, owner: Person) -> None:
        told = storm(50, lambda: people.switch(owner.name, "0000"))
        assert told == ["SignInRefused"] * 4 + ["LockedOut"] * 46

    def test_fewer_wrong_tries_are_forgotten_by_a_right_one(
        self, people: PeopleService, owner: Person
    ) -> None:
        for _ in range(3):
            storm(4, lambda: people.sign_in(owner.name, WRONG))
            assert people.sign_in(owner.name, PASSWORD) == owner

    def test_it_outlives_the_program_and_counts_over_all_desks(
        self, people: PeopleService, owner: Person, database: Database, clock: Clock
    ) -> None:
        storm(3, lambda: people.sign_in(owner.name, WRONG))
        elsewhere = PeopleService(desk_on(database, clock), CHEAP)
        assert storm(2, lambda: elsewhere.sign_in(owner.name, WRONG)) == ["SignInRefused", "LockedOut"]
        with pytest.raises(LockedOut):
            people.sign_in(owner.name, PASSWORD)

    def test_many_tries_at_once_count_as_many(
        self, people: PeopleService, owner: Person, database: Database, clock: Clock
    ) -> None:
        desks = [PeopleService(desk_on(database, clock), CHEAP) for _ in range(8)]
        gate = Barrier(8)

        def knock(service: PeopleService) -> str:
            gate.wait()
            try:
                service.sign_in(owner.name, WRONG)
            except ParkDeskError as refusal:
                return type(refusal).__name__
            return "in"

        with ThreadPoolExecutor(8) as pool:
            told = sorted(pool.map(knock, desks))
        assert told == ["LockedOut"] * 4 + ["SignInRefused"] * 4

    def test_an_owner_ends_it_with_a_new_password(self, people: PeopleService, owner: Person) -> None:
        ravi = people.add(owner, "Ravi", Role.ATTENDANT, PASSWORD)
        storm(5, lambda: people.sign_in("Ravi", WRONG))
        people.set_password(owner, ravi.id, "a new password")
        assert people.sign_in("Ravi", "a new password") == ravi


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
