"""Signing in and out: passwords, PINs, and lock-outs after wrong tries."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from threading import Barrier

import pytest

from parkdesk.domain.errors import (
    LockedOut,
    ParkDeskError,
    PasswordNeeded,
    PinNotDigits,
    SignInRefused,
)
from parkdesk.domain.people import Person, Right, Role
from parkdesk.services.desk import Desk
from parkdesk.services.passwords import Hashing
from parkdesk.services.people import PeopleService
from parkdesk.store.database import Database
from tests.kit import Clock
from tests.services.conftest import CHEAP, PASSWORD, WRONG, deeds, desk_on


def storm(times: int, knock: Callable[[], object]) -> list[str]:
    """What each of several tries at the door was told."""
    told = []
    for _ in range(times):
        with pytest.raises((SignInRefused, LockedOut)) as refusal:
            knock()
        told.append(type(refusal.value).__name__)
    return told


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
