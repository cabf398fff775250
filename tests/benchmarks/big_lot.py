"""A laid-out lot of any size on a database: rows of bays with lanes between them, half of the first ones taken."""

from __future__ import annotations

from datetime import timedelta

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.booking import BookingRequest
from parkdesk.domain.lot import Lot
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import CARS
from parkdesk.services.desk import new_id
from tests.kit import Case

ACROSS = 50
STAYS = 250


def big_lot(case: Case, bays: int, *, stays: int = STAYS) -> Lot:
    """One level; it is the first of the lots by name. The stays end within ten minutes to four hours."""
    # All figures stay as they are for ten thousand seconds of a benchmark.
    lot = Lot(new_id(), f"A lot of {bays}", "Asia/Kolkata", "INR")
    level = Level(new_id(), lot.id, "Ground")
    placed = [
        Bay(
            new_id(),
            lot.id,
            level.id,
            f"{number // ACROSS + 1}-{number % ACROSS + 1}",
            Place(3 * (number // ACROSS // 2) + number // ACROSS % 2, number % ACROSS),
            vehicle_types=frozenset(CARS),
        )
        for number in range(bays)
    ]
    tariff = Tariff(new_id(), lot.id, 1, "INR", 6000, increment_minutes=30)
    case.services.lots.add(case.owner, lot, tariff, levels=[level], bays=placed)
    for number in range(min(stays, bays)):
        asked = BookingRequest(
            placed[number * min(bays // stays, 2)].id,
            f"KL {10 + number % 80} AZ {1000 + number}",
            "sedan",
            timedelta(minutes=10 + number % 230),
        )
        case.services.bookings.book(case.attendant, asked)
    return lot
