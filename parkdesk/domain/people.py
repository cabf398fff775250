"""Who may do what at the desk."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from parkdesk.domain.errors import NotAllowed, PinNotDigits, SecretTooShort

PASSWORD_LEAST = 8
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

    @property
    def rights(self) -> frozenset[Right]:
        if not self.active:
            return frozenset()
        if self.role is Role.OWNER:
            return frozenset(Right)
        rights = {Right.WORK, Right.REPORT}
        return frozenset(rights | {Right.OVERRIDE} if self.supervisor else rights)

    @property
    def initials(self) -> str:
        words = self.name.split()
        return "".join(word[0] for word in (words[:1] + words[-1:] if len(words) > 1 else words)).upper()

    def may(self, right: Right) -> bool:
        return right in self.rights

    def require(self, right: Right) -> None:
        """Raises NotAllowed, naming whom to ask."""
        if not self.may(right):
            raise NotAllowed(name=self.name, who="an owner" if right is Right.MANAGE else "a supervisor")


def checked_password(password: str) -> str:
    """Raises SecretTooShort."""
    if len(password) < PASSWORD_LEAST:
        raise SecretTooShort(least=PASSWORD_LEAST, field="password")
    return password


def checked_pin(pin: str) -> str:
    """Raises PinNotDigits."""
    if not (pin.isascii() and pin.isdigit() and PIN_LEAST <= len(pin) <= PIN_MOST):
        raise PinNotDigits(least=PIN_LEAST, most=PIN_MOST, field="pin")
    return pin
