"""People: signing in and out, and who may work here."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.errors import (
    LastOwner,
    NameTaken,
    NotAllowed,
    PasswordNeeded,
    PersonUnknown,
)
from parkdesk.domain.people import (
    Person,
    Right,
    Role,
    checked_name,
    checked_password,
    checked_pin,
)
from parkdesk.services.desk import THE_DESK, Deed, Desk, new_id
from parkdesk.services.door import Door, Secret
from parkdesk.services.passwords import Hashing

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


class PeopleService:
    """Hashes are made outside any transaction: each takes long on purpose."""

    def __init__(self, desk: Desk, hashing: Hashing | None = None) -> None:
        self._desk = desk
        self._hashing = hashing or Hashing()
        self._door = Door(desk, self._hashing)
        self._opened = False

    @property
    def opened(self) -> bool:
        """Whether a password has opened this desk, so that PINs count."""
        return self._opened

    def all(self) -> tuple[Person, ...]:
        """Everybody: those who work here first, then those who left."""
        with self._desk.look() as store:
            return store.people.all()

    def get(self, person_id: UUID) -> Person:
        """Raises PersonUnknown."""
        with self._desk.look() as store:
            return _known(store, person_id)

    def has_owner(self) -> bool:
        with self._desk.look() as store:
            return store.people.has_owner()

    def sign_in(self, name: str, password: str) -> Person:
        """Raises SignInRefused or LockedOut, whichever the next right try would meet too."""
        person = self._door.let_in(name, password, Secret.PASSWORD)
        self._opened = True
        return person

    def switch(self, name: str, pin: str) -> Person:
        """Change who works at a desk that a password has opened. Raises PasswordNeeded while none has."""
        if not self._opened:
            raise PasswordNeeded(field="pin")
        return self._door.let_in(name, pin, Secret.PIN)

    def sign_out(self, who: Person) -> None:
        """The desk is closed: PINs count again once a password was given."""
        self._opened = False

        def work(deed: Deed) -> None:
            deed.touch(who.id)

        arguments = {"person": who.id.hex}
        try:
            self._desk.do("sign_out", who, Right.WORK, work, arguments=arguments)
        except NotAllowed:
            # Whoever was sent away since they signed in still leaves the desk.
            self._desk.do("sign_out", THE_DESK, Right.WORK, work, arguments=arguments)

    def first_owner(
        self, name: str, password: str, pin: str | None = None, *, deed_id: UUID | None = None
    ) -> Person:
        """Raises NotAllowed when there is anybody already."""
        person = Person(deed_id or new_id(), checked_name(name), Role.OWNER, has_pin=pin is not None)
        password_hash, pin_hash = self._hashes(password, pin)

        def work(deed: Deed) -> Person:
            deed.store.people.lock_all()
            if not deed.store.people.is_empty():
                raise NotAllowed(name=person.name, who="an owner")
            return _added(deed, person, password_hash, pin_hash)

        arguments = {"person": person.id.hex, "name": person.name}
        owner = self._desk.do(
            "first_owner", person, Right.MANAGE, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )
        self._opened = True
        return owner

    def add(
        self,
        who: Person,
        name: str,
        role: Role,
        password: str,
        pin: str | None = None,
        supervisor: bool = False,
        *,
        may_refund: bool = False,
        deed_id: UUID | None = None,
    ) -> Person:
        """Raises NameTaken, or what `checked_name`, `checked_password` and `checked_pin` raise."""
        _require_manager(who)
        person = Person(
            deed_id or new_id(),
            checked_name(name),
            role,
            supervisor,
            has_pin=pin is not None,
            may_refund=may_refund,
        )
        password_hash, pin_hash = self._hashes(password, pin)
        return self._desk.do(
            "add_person",
            who,
            Right.MANAGE,
            lambda deed: _added(deed, person, password_hash, pin_hash),
            arguments={
                "person": person.id.hex,
                "name": person.name,
                "role": role.value,
                "supervisor": supervisor,
                "may_refund": may_refund,
            },
            deed_id=deed_id,
            answer=_answer,
        )

    def change(self, who: Person, person: Person, *, deed_id: UUID | None = None) -> Person:
        """Name, role, the rights to override and to refund, and whether somebody works here.

        Raises NameTaken, LastOwner or PersonUnknown.
        """
        _require_manager(who)
        person = replace(person, name=checked_name(person.name))

        def work(deed: Deed) -> Person:
            people = deed.store.people
            people.lock_all()
            _known(deed.store, person.id, person.name)
            _refuse_taken(deed.store, person)
            people.change(person)
            if not people.has_owner():
                raise LastOwner
            deed.touch(person.id)
            deed.outcome = {"person": person.id.hex}
            return _known(deed.store, person.id)

        return self._desk.do(
            "change_person",
            who,
            Right.MANAGE,
            work,
            arguments={
                "person": person.id.hex,
                "name": person.name,
                "role": person.role.value,
                "supervisor": person.supervisor,
                "active": person.active,
                "may_refund": person.may_refund,
            },
            deed_id=deed_id,
            answer=_answer,
        )

    def set_password(
        self,
        who: Person,
        person_id: UUID,
        password: str,
        *,
        current: str = "",
        deed_id: UUID | None = None,
    ) -> Person:
        """An owner sets anybody's and so ends a lock-out; others set their own and show the current one."""
        right = self._right_to_set(who, person_id, current)
        password_hash = self._hashing.hash(checked_password(password))

        def work(deed: Deed) -> None:
            deed.store.people.set_password(person_id, password_hash)
            deed.store.people.set_tries(person_id)

        return self._set("set_password", who, right, person_id, work, deed_id)

    def set_pin(
        self,
        who: Person,
        person_id: UUID,
        pin: str | None,
        *,
        current: str = "",
        deed_id: UUID | None = None,
    ) -> Person:
        """As with passwords; None takes the PIN away."""
        right = self._right_to_set(who, person_id, current)
        pin_hash = None if pin is None else self._hashing.hash(checked_pin(pin))
        return self._set(
            "set_pin",
            who,
            right,
            person_id,
            lambda deed: deed.store.people.set_pin(person_id, pin_hash),
            deed_id,
        )

    def _set(
        self,
        name: str,
        who: Person,
        right: Right,
        person_id: UUID,
        change: Callable[[Deed], None],
        deed_id: UUID | None,
    ) -> Person:
        def work(deed: Deed) -> Person:
            _known(deed.store, person_id)
            change(deed)
            deed.touch(person_id)
            deed.outcome = {"person": person_id.hex}
            return _known(deed.store, person_id)

        arguments = {"person": person_id.hex}
        return self._desk.do(name, who, right, work, arguments=arguments, deed_id=deed_id, answer=_answer)

    def _right_to_set(self, who: Person, person_id: UUID, current: str) -> Right:
        if who is THE_DESK or who.may(Right.MANAGE) or who.id != person_id:
            _require_manager(who)
            return Right.MANAGE
        self._door.prove(who.name, current, Secret.PASSWORD)
        return Right.WORK

    def _hashes(self, password: str, pin: str | None) -> tuple[str, str | None]:
        checked_password(password)
        pin = None if pin is None else checked_pin(pin)
        return self._hashing.hash(password), None if pin is None else self._hashing.hash(pin)


def _require_manager(who: Person) -> None:
    if who is not THE_DESK:
        who.require(Right.MANAGE)


def _added(deed: Deed, person: Person, password_hash: str, pin_hash: str | None) -> Person:
    _refuse_taken(deed.store, person)
    deed.store.people.add(person, password_hash, pin_hash, deed.now)
    deed.touch(person.id)
    deed.outcome = {"person": person.id.hex}
    return person


def _answer(store: Store, outcome: Mapping[str, Any]) -> Person:
    return _known(store, UUID(hex=outcome["person"]))


def _known(store: Store, person_id: UUID, name: str = "") -> Person:
    person = store.people.find(person_id)
    if person is None:
        raise PersonUnknown(name=name or person_id)
    return person


def _refuse_taken(store: Store, person: Person) -> None:
    namesake = store.people.named(person.name)
    if namesake is not None and namesake.person.id != person.id:
        raise NameTaken(name=person.name, field="name")
