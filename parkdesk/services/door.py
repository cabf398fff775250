"""The door: a name and a secret tried, wrong tries counted, and a lock-out that grows."""

from __future__ import annotations

from datetime import datetime, timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from parkdesk.domain.errors import LockedOut, ParkDeskError, SignInRefused
from parkdesk.domain.people import TRIES_BEFORE_LOCK_OUT, Person, Right, checked_name, lock_out
from parkdesk.services.desk import THE_DESK, Deed, Desk
from parkdesk.services.passwords import Hashing

if TYPE_CHECKING:
    from parkdesk.store.people import Account

_MINUTE = timedelta(minutes=1)


class Secret(StrEnum):
    PASSWORD = "password"
    PIN = "pin"

    def hash_in(self, account: Account) -> str | None:
        return account.password_hash if self is Secret.PASSWORD else account.pin_hash


class Door:
    def __init__(self, desk: Desk, hashing: Hashing) -> None:
        self._desk = desk
        self._hashing = hashing

    def prove(self, name: str, secret: str, kind: Secret) -> tuple[Account, str | None]:
        """The account the secret opens and, if its hash should be made anew, the new hash."""
        account = self._account(name)
        if account is not None:
            _refuse_locked(account, self._desk.clock())
        known = account if account is not None and account.person.active else None
        hashed = None if known is None else kind.hash_in(known)
        if self._hashing.matches(secret, hashed) and known is not None and hashed is not None:
            return known, self._hashing.hash(secret) if self._hashing.outdated(hashed) else None
        if known is not None and hashed is not None:
            self._count_failure(known, kind)
        raise SignInRefused(field=kind.value)

    def _account(self, name: str) -> Account | None:
        try:
            checked_name(name)
        except ParkDeskError:
            return None
        with self._desk.look() as store:
            return store.people.named(name)

    def let_in(self, name: str, secret: str, kind: Secret) -> Person:
        """One journalled sign-in. Raises SignInRefused or LockedOut."""
        account, fresh_hash = self.prove(name, secret, kind)

        def work(deed: Deed) -> Person:
            people = deed.store.people
            current = people.account(account.person.id)
            if current is None or not current.person.active or kind.hash_in(current) != kind.hash_in(account):
                raise SignInRefused(field=kind.value)
            # Whoever guessed among many tries at once learns nothing: the lock-out came first.
            _refuse_locked(current, deed.now)
            if current.failed_tries or current.lock_outs:
                people.set_tries(current.person.id)
            if fresh_hash is not None and kind is Secret.PASSWORD:
                people.set_password(current.person.id, fresh_hash)
            elif fresh_hash is not None:
                people.set_pin(current.person.id, fresh_hash)
            deed.touch(current.person.id)
            return current.person

        arguments = {"person": account.person.id.hex, "with": kind.value}
        return self._desk.do("sign_in", account.person, Right.WORK, work, arguments=arguments)

    def _count_failure(self, account: Account, kind: Secret) -> None:
        """Raises LockedOut when this was one wrong try too many."""

        def work(deed: Deed) -> datetime | None:
            people = deed.store.people
            current = people.account(account.person.id)
            deed.written = False
            if current is None:
                return None
            _refuse_locked(current, deed.now)
            tries, lock_outs, until = current.failed_tries + 1, current.lock_outs, None
            if tries >= TRIES_BEFORE_LOCK_OUT:
                tries, lock_outs = 0, lock_outs + 1
                until = deed.now + lock_out(lock_outs)
                deed.written = True
                deed.outcome = {"minutes": lock_out(lock_outs) // _MINUTE}
                deed.touch(account.person.id)
            people.set_tries(account.person.id, failed_tries=tries, lock_outs=lock_outs, locked_until=until)
            return until

        arguments = {"person": account.person.id.hex, "with": kind.value}
        until = self._desk.do("lock_out", THE_DESK, Right.WORK, work, arguments=arguments)
        if until is not None:
            raise _locked_out(until - self._desk.clock())


def _refuse_locked(account: Account, now: datetime) -> None:
    if account.locked_until is not None and now < account.locked_until:
        raise _locked_out(account.locked_until - now)


def _locked_out(left: timedelta) -> LockedOut:
    return LockedOut(minutes=max(1, -(-left // _MINUTE)))
