"""Who may do what at the desk."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.errors import (
    NotAllowed,
    PinNotDigits,
    SecretTooShort,
    TextMissing,
    TextTooLong,
    TextUnreadable,
)

PASSWORD_LEAST, PASSWORD_MOST = 8, 200
PIN_LEAST, PIN_MOST = 4, 10
TRIES_BEFORE_LOCK_OUT = 5
LOCK_OUT_MINUTES = (1, 5, 15, 60)
"""Each further lock-out in a row lasts longer."""


class Role(StrEnum):
    ATTENDANT = "attendant"
    OWNER = "owner"


class Right(StrEnum):
    """What a deed needs."""

    WORK = "work"
    """Book, renew, extend, move, check out, cancel, take money, close bays."""
    REFUND = "refund"
    """Give money back; what a lot's rule gives back by itself needs no right."""
    OVERRIDE = "override"
    """Book a plate twice, enter late, undo what somebody else did."""
    REPORT = "report"
    MANAGE = "manage"
    """Lots, tariffs, people, import, backup."""


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    name: str
    role: Role
    supervisor: bool = False
    active: bool = True
    has_pin: bool = False
    may_refund: bool = False

    @property
    def rights(self) -> frozenset[Right]:
        if not self.active:
            return frozenset()
        if self.role is Role.OWNER:
            return frozenset(Right)
        rights = {Right.WORK, Right.REPORT}
        if self.supervisor:
            rights.add(Right.OVERRIDE)
        if self.may_refund:
            rights.add(Right.REFUND)
        return frozenset(rights)

    @property
    def initials(self) -> str:
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    def may(self, right: Right) -> bool:
        return right in self.rights

    def require(self, right: Right) -> None:
        """Raises NotAllowed, naming whom to ask."""
        if not self.may(right):
            raise NotAllowed(name=self.name, who="a supervisor" if right is Right.OVERRIDE else "an owner")


def checked_name(name: str) -> str:
    """The name as shown. Raises TextMissing, TextTooLong or TextUnreadable."""
    shown = texts.line(name, field="name", required=True)
    key = name_key(shown)
    if not key:
        raise TextMissing(field="name")
    if len(key) > texts.LINE:
        raise TextTooLong(length=len(key), most=texts.LINE, field="name")
    return shown


def name_key(name: str) -> str:
    """What makes a name unique: case, compatibility forms and invisible characters make no difference."""
    folded = unicodedata.normalize("NFKC", " ".join(name.split()).casefold()).casefold()
    return "".join(c for c in folded if unicodedata.category(c) != "Cf")


def checked_password(password: str) -> str:
    """Raises SecretTooShort, TextTooLong or TextUnreadable."""
    if len(password) < PASSWORD_LEAST:
        raise SecretTooShort(least=PASSWORD_LEAST, field="password")
    if len(password) > PASSWORD_MOST:
        raise TextTooLong(length=len(password), most=PASSWORD_MOST, field="password")
    if any(unicodedata.category(c) == "Cs" for c in password):
        raise TextUnreadable(field="password")
    return password


def lock_out(lock_outs: int) -> timedelta:
    """How long the n-th lock-out in a row lasts, counted from 1."""
    return timedelta(minutes=LOCK_OUT_MINUTES[min(lock_outs, len(LOCK_OUT_MINUTES)) - 1])


def checked_pin(pin: str) -> str:
    """Raises PinNotDigits."""
    if not (pin.isascii() and pin.isdigit() and PIN_LEAST <= len(pin) <= PIN_MOST):
        raise PinNotDigits(least=PIN_LEAST, most=PIN_MOST, field="pin")
    return pin
