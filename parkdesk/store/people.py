"""The people's shelf: names, roles, and what is needed to let somebody in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, bindparam, func, insert, select, text, update
from sqlalchemy.exc import IntegrityError

from parkdesk.domain.errors import NameTaken
from parkdesk.domain.people import Person, Role, name_key
from parkdesk.store.tables import people
from parkdesk.store.types import readable

_BY_ID = select(people).where(people.c.id == bindparam("id"))
_BY_NAME = select(people).where(people.c.name_key == bindparam("name_key"))
# NO KEY UPDATE: a deed elsewhere that only refers to the person must not wait for it.
_LOCKED = _BY_ID.with_for_update(key_share=True)
_ALL = select(people).order_by(people.c.active.desc(), people.c.name_key)
_SOMEBODY = select(people.c.id).limit(1)
_OWNERS = (
    select(func.count())
    .select_from(people)
    .where(people.c.role == "owner", people.c.active, people.c.password_hash.is_not(None))
)
_LOCK_ALL = text("LOCK TABLE people IN SHARE ROW EXCLUSIVE MODE")
_ADD = insert(people)
_CHANGE = update(people).where(people.c.id == bindparam("person_id"))


@dataclass(frozen=True, slots=True)
class Account:
    """A person with the secrets' hashes and the count of wrong tries. It never leaves the services."""

    person: Person
    password_hash: str | None
    pin_hash: str | None
    failed_tries: int
    lock_outs: int
    locked_until: datetime | None


class People:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def all(self) -> tuple[Person, ...]:
        """Those who work here first, then the others, each by name."""
        return tuple(map(_person, self._connection.execute(_ALL)))

    def find(self, person_id: UUID) -> Person | None:
        row = self._connection.execute(_BY_ID, {"id": person_id}).first()
        return None if row is None else _person(row)

    def named(self, name: str) -> Account | None:
        row = self._connection.execute(_BY_NAME, {"name_key": name_key(name)}).first()
        return None if row is None else _account(row)

    def account(self, person_id: UUID) -> Account | None:
        """Locked until the transaction ends, so that tries are counted one after the other."""
        row = self._connection.execute(_LOCKED, {"id": person_id}).first()
        return None if row is None else _account(row)

    def is_empty(self) -> bool:
        return self._connection.execute(_SOMEBODY).first() is None

    def has_owner(self) -> bool:
        """Whether an owner is left who can sign in."""
        return bool(self._connection.execute(_OWNERS).scalar_one())

    def lock_all(self) -> None:
        """Let no other transaction change anybody until this one ends; SQLite has one writer anyway."""
        if self._connection.dialect.name != "sqlite":
            self._connection.execute(_LOCK_ALL)

    def add(self, person: Person, password_hash: str, pin_hash: str | None, now: datetime) -> None:
        """Raises NameTaken."""
        record = {
            "id": person.id,
            **_record(person),
            "password_hash": password_hash,
            "pin_hash": pin_hash,
            "created_at": now,
        }
        self._write(person, _ADD, record)

    def change(self, person: Person) -> None:
        """Raises NameTaken."""
        self._write(person, _CHANGE, {"person_id": person.id, **_record(person)})

    def _write(self, person: Person, statement: Any, record: dict[str, Any]) -> None:
        try:
            self._connection.execute(statement, record)
        except IntegrityError as error:
            raise NameTaken(name=person.name, field="name") from error

    def set_password(self, person_id: UUID, password_hash: str) -> None:
        self._set(person_id, password_hash=password_hash)

    def set_pin(self, person_id: UUID, pin_hash: str | None) -> None:
        self._set(person_id, pin_hash=pin_hash)

    def set_tries(
        self,
        person_id: UUID,
        *,
        failed_tries: int = 0,
        lock_outs: int = 0,
        locked_until: datetime | None = None,
    ) -> None:
        self._set(person_id, failed_tries=failed_tries, lock_outs=lock_outs, locked_until=locked_until)

    def _set(self, person_id: UUID, **values: object) -> None:
        self._connection.execute(_CHANGE, {"person_id": person_id, **values})


def _record(person: Person) -> dict[str, Any]:
    return {
        "name": person.name,
        "name_key": name_key(person.name),
        "role": person.role.value,
        "supervisor": person.supervisor,
        "active": person.active,
        "may_refund": person.may_refund,
    }


@readable
def _person(row: Any) -> Person:
    return Person(
        row.id,
        row.name,
        Role(row.role),
        bool(row.supervisor),
        bool(row.active),
        row.pin_hash is not None,
        bool(row.may_refund),
    )


def _account(row: Any) -> Account:
    return Account(
        _person(row), row.password_hash, row.pin_hash, row.failed_tries, row.lock_outs, row.locked_until
    )
