"""Who works at the demo's desk. Everybody's password is the same and no secret."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.people import Person, Role
from parkdesk.services.demo.places import GARAGE, RIVERSIDE

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

PASSWORD = "parkdesk"
OWNER_ID = UUID("0e0d0000-0000-7000-8000-00000000d001")
"""A database in which this person exists is demo data."""


@dataclass(frozen=True, slots=True)
class Worker:
    person: Person
    pin: str


def _worker(number: int, name: str, role: Role, pin: str, *, supervisor: bool = False) -> Worker:
    return Worker(
        Person(UUID(int=OWNER_ID.int + number), name, role, supervisor, active=True, has_pin=True), pin
    )


OLGA = _worker(0, "Olga", Role.OWNER, "9999")
ASHA = _worker(1, "Asha M.", Role.ATTENDANT, "1234", supervisor=True)
RAVI = _worker(2, "Ravi K.", Role.ATTENDANT, "2345")
JONAS = _worker(3, "Jonas W.", Role.ATTENDANT, "3456")
WORKERS = (OLGA, ASHA, RAVI, JONAS)


def at_work(lot_name: str, hour: int) -> UUID:
    """Who works at a lot at a local hour."""
    if lot_name == RIVERSIDE:
        return (ASHA if 8 <= hour < 16 else RAVI).person.id
    return (JONAS if lot_name == GARAGE else OLGA).person.id


def demo_person(services: Services) -> Person:
    """Sign in who stands at the demo's desk when it opens. Raises SignInRefused if that password was changed."""
    return services.people.sign_in(ASHA.person.name, PASSWORD)


def demo_owner(services: Services) -> Person:
    """Who acts in a terminal on demo data."""
    return services.people.get(OLGA.person.id)
