"""A desk to test with: real services over a real database, a clock that stands still until told, and one small lot."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from sqlalchemy import insert

from parkdesk.app import introduce
from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.booking import Booking, BookingRequest
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.people import Person, Role
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import CARS
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from parkdesk.store.database import Database
from parkdesk.store.tables import people

NINE = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


class Clock:
    """Call it for the moment; `move` it on."""

    def __init__(self, now: datetime = NINE) -> None:
        self.now = now

    def __call__(self) -> datetime:
        return self.now

    def move(self, **span: float) -> None:
        self.now += timedelta(**span)


class Case:
    """One desk on one database, an owner, a supervisor and an attendant, and a lot of `A1` to `A6` and `T1`."""

    def __init__(
        self, url: str, clock: Clock | None = None, *, lot: Lot | None = None, bays: int = 6
    ) -> None:
        self.clock = clock or Clock()
        self.database = Database(url)
        self.desk = Desk(self.database, self.clock, new_id(), "Desk 1")
        introduce(self.desk)
        self.services = Services.of(self.desk)
        self.owner = self._person("Olga Owner", Role.OWNER)
        self.supervisor = self._person("Sunil Supervisor", Role.ATTENDANT, supervisor=True)
        self.attendant = self._person("Asha Menon", Role.ATTENDANT)
        self.lot = lot or Lot(new_id(), f"Riverside {new_id().hex[-6:]}", "Asia/Kolkata", "INR")
        self.level = Level(new_id(), self.lot.id, "Ground")
        self.bays = {
            f"A{number}": Bay(
                new_id(),
                self.lot.id,
                self.level.id,
                f"A{number}",
                Place(0, number),
                vehicle_types=frozenset(CARS),
            )
            for number in range(1, bays + 1)
        }
        self.bays["T1"] = Bay(
            new_id(),
            self.lot.id,
            self.level.id,
            "T1",
            Place(2, 1),
            zone="Two-wheelers",
            vehicle_types=frozenset({"two-wheeler"}),
        )
        tariff = Tariff(
            new_id(),
            self.lot.id,
            1,
            self.lot.currency,
            6000,
            rates={"two-wheeler": 2000},
            increment_minutes=30,
            tax_name="GST",
            tax_basis_points=1800,
        )
        self.services.lots.add(
            self.owner, self.lot, tariff, levels=[self.level], bays=list(self.bays.values())
        )

    def _person(self, name: str, role: Role, *, supervisor: bool = False) -> Person:
        person = Person(new_id(), f"{name} {new_id().hex[-6:]}", role, supervisor)
        with self.database.transaction() as store:
            store.connection.execute(
                insert(people).values(
                    id=person.id,
                    name=person.name,
                    name_key=person.name.casefold(),
                    role=role.value,
                    supervisor=supervisor,
                    active=True,
                    created_at=self.clock(),
                )
            )
        return person

    def bay(self, code: str) -> UUID:
        return self.bays[code].id

    def ask(
        self, bay: str = "A1", plate: str = "KL 08 AZ 1234", minutes: int = 60, **more: object
    ) -> BookingRequest:
        request = BookingRequest(self.bay(bay), plate, "sedan", timedelta(minutes=minutes))
        return replace(request, **more)

    def book(
        self, bay: str = "A1", plate: str = "KL 08 AZ 1234", minutes: int = 60, **more: object
    ) -> Booking:
        return self.services.bookings.book(self.attendant, self.ask(bay, plate, minutes, **more))

    def reload(self, booking: Booking) -> Booking:
        return self.services.bookings.get(booking.id)

    def hold(self, *, grace: int = 0) -> None:
        """Make the lot keep its bays until check-out."""
        self._change(replace(self.lot, at_end=AtEnd.HOLD, grace=timedelta(minutes=grace)))

    def release(self, *, grace: int = 0) -> None:
        self._change(replace(self.lot, at_end=AtEnd.RELEASE, grace=timedelta(minutes=grace)))

    def _change(self, lot: Lot) -> None:
        self.lot = self.services.lots.change(self.owner, lot)

    def states(self) -> str:
        """The lot drawn in one line: `A1 KL08AZ1234 1:00 | A2 free`."""
        now = self.clock()
        board = self.services.lots.board(self.lot.id)
        drawn = []
        for cell in board.cells:
            state = cell.state(now, board.lot)
            stay = cell.standing(now, board.lot) or (cell.upcoming(now) if state == "reserved" else None)
            if stay is None:
                drawn.append(f"{cell.code} {state}")
            elif state == "reserved":
                drawn.append(f"{cell.code} {stay.plate_key} from {stay.starts_at:%H:%M}")
            else:
                left = int((stay.until - now).total_seconds() // 60)
                sign = "+" if left < 0 else ""
                drawn.append(f"{cell.code} {stay.plate_key} {sign}{abs(left) // 60}:{abs(left) % 60:02d}")
        return " | ".join(drawn)

    def close(self) -> None:
        self.services.close()


@contextmanager
def desk_case(url: str, **options: object) -> Iterator[Case]:
    case = Case(url, **options)
    try:
        yield case
    finally:
        case.close()
