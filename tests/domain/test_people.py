"""Who may do what, and what a password or PIN must be."""

from __future__ import annotations

from dataclasses import replace
from uuid import UUID

import pytest

from parkdesk.domain.errors import NotAllowed, PinNotDigits, SecretTooShort
from parkdesk.domain.people import Person, Right, Role, checked_password, checked_pin

ASHA = Person(UUID(int=1), "Asha Menon", Role.ATTENDANT)

RIGHTS = """
                       work override report manage
attendant              yes  no       yes    no
attendant, supervisor  yes  yes      yes    no
owner                  yes  yes      yes    yes
nobody any more        no   no       no     no
"""
PEOPLE = {
    "attendant": ASHA,
    "attendant, supervisor": replace(ASHA, supervisor=True),
    "owner": replace(ASHA, role=Role.OWNER),
    "nobody any more": replace(ASHA, role=Role.OWNER, active=False),
}


@pytest.mark.parametrize("who", PEOPLE)
def test_rights_are_as_drawn(who: str) -> None:
    heads, *lines = RIGHTS.strip().splitlines()
    (line,) = (line for line in lines if line.startswith(f"{who}  "))
    answers = line.removeprefix(who).split()
    for right, answer in zip(heads.split(), answers, strict=True):
        assert PEOPLE[who].may(Right(right)) == (answer == "yes")


def test_a_refusal_names_whom_to_ask() -> None:
    with pytest.raises(NotAllowed, match="Asha Menon may not do this; ask an owner"):
        ASHA.require(Right.MANAGE)
    with pytest.raises(NotAllowed, match="ask a supervisor"):
        ASHA.require(Right.OVERRIDE)
    ASHA.require(Right.WORK)


@pytest.mark.parametrize(
    ("name", "initials"),
    [("Asha Menon", "AM"), ("asha", "A"), ("J. van der Berg", "JB"), ("മീര", "മ"), ("", "")],
)
def test_initials(name: str, initials: str) -> None:
    assert replace(ASHA, name=name).initials == initials


def test_passwords_and_pins() -> None:
    assert checked_password("correct horse") == "correct horse"
    assert checked_pin("0123") == "0123"
    with pytest.raises(SecretTooShort, match="At least 8"):
        checked_password("horse")
    for pin in ("123", "12345678901", "12a4", "١٢٣٤", "12 34", ""):
        with pytest.raises(PinNotDigits, match="4 to 10"):
            checked_pin(pin)
