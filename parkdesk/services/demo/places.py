"""The demo's three lots: a city lot in Kochi, a garage in Dresden, driveways in London."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from types import MappingProxyType

from parkdesk.config import shipped
from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.lot_file import read_lots
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import CARS
from parkdesk.services.demo.ids import Ids

RIVERSIDE, GARAGE, DRIVEWAYS = "Riverside Lot", "Semperoper", "Acacia Road Driveways"
_SAMPLE = "lots.csv"
_CARS, _TWO_WHEELERS = frozenset(CARS), frozenset({"two-wheeler"})
_ACROSS = 12
_MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Site:
    """A lot as the demo writes it."""

    lot: Lot
    levels: tuple[Level, ...]
    bays: tuple[Bay, ...]
    tariff: Tariff

    def bay(self, code: str) -> Bay:
        return next(bay for bay in self.bays if bay.code == code)


def sites(ids: Ids) -> tuple[Site, Site, Site]:
    return _riverside(ids), _garage(ids), _driveways(ids)


def _riverside(ids: Ids) -> Site:
    """Rows A to D of twelve and a row of two-wheelers on the ground, smaller decks above: 120 bays."""
    lot = Lot(
        ids.new(),
        RIVERSIDE,
        "Asia/Kolkata",
        "INR",
        "en_IN",
        "Marine Drive, Ernakulam, Kochi 682031",
        9.9774,
        76.2773,
        AtEnd.RELEASE,
        grace=15 * _MINUTE,
        receipt_header="Riverside Parking Co-operative\nGSTIN 32AABCR1234F1Z5",
        receipt_footer="Thank you, and drive safely.",
    )
    levels = _levels(ids, lot, "Ground", "Level 1", "Level 2")
    rows = (
        (levels[0], "", (("A", 0), ("B", 1), ("C", 3), ("D", 4))),
        (levels[1], "1", (("A", 0), ("B", 1), ("C", 3))),
        (levels[2], "2", (("A", 0), ("B", 1))),
    )
    bays = [bay for level, prefix, letters in rows for bay in _car_rows(ids, lot, level, prefix, letters)]
    bays += [
        _bay(ids, lot, levels[0], f"T{number}", Place(6, number - 1), "Two-wheelers", _TWO_WHEELERS)
        for number in range(1, _ACROSS + 1)
    ]
    tariff = Tariff(
        ids.new(),
        lot.id,
        1,
        lot.currency,
        6000,
        MappingProxyType({"two-wheeler": 2000, "van": 9000}),
        increment_minutes=30,
        tax_name="GST",
        tax_basis_points=1800,
    )
    return Site(lot, levels, tuple(bays), tariff)


def _car_rows(
    ids: Ids, lot: Lot, level: Level, prefix: str, letters: Sequence[tuple[str, int]]
) -> Iterator[Bay]:
    for letter, row in letters:
        for number in range(1, _ACROSS + 1):
            code = f"{prefix}{letter}{number}"
            types, features, hourly = _CARS, frozenset({"covered"} if prefix == "1" else ()), None
            if code in ("A1", "A2"):
                features |= {"accessible"}
            elif code == "B12":
                types |= {"van"}
            elif prefix == "1" and letter == "A" and number <= 4:
                types, features, hourly = frozenset({"ev"}), features | {"ev"}, 8000
            zone = f"Cars {letters[0][0]}–{letters[-1][0]}"
            yield _bay(ids, lot, level, code, Place(row, number - 1), zone, types, features, hourly)


def _garage(ids: Ids) -> Site:
    """A real car park of the sample file, laid out from its capacity."""
    data = shipped("resources", "samples", _SAMPLE).read_bytes()
    plan = next(plan for plan in read_lots(data, file=_SAMPLE) if plan.name == GARAGE)
    lot = Lot(
        ids.new(),
        plan.name,
        plan.time_zone,
        plan.currency,
        plan.language,
        plan.address,
        plan.latitude,
        plan.longitude,
        AtEnd.HOLD,
        grace=10 * _MINUTE,
        default_duration=120 * _MINUTE,
        receipt_header="Parkhaus Theaterplatz GmbH\nUSt-IdNr. DE123456789",
        receipt_footer="Gute Fahrt.",
    )
    levels = _levels(ids, lot, *(level.name for level in plan.levels))
    bays = tuple(
        _bay(
            ids,
            lot,
            levels[level.position],
            told.code,
            Place(told.row, told.column),
            told.zone,
            told.vehicle_types,
            told.features,
            300 if "ev" in told.features else None,
        )
        for level in plan.levels
        for told in level.bays
    )
    tariff = Tariff(
        ids.new(),
        lot.id,
        1,
        lot.currency,
        250,
        MappingProxyType({"van": 350}),
        increment_minutes=60,
        tax_name="MwSt.",
        tax_basis_points=1900,
        tax_included=True,
    )
    return Site(lot, levels, bays, tariff)


def _driveways(ids: Ids) -> Site:
    """Four neighbours' driveways, let by the hour while they are at work."""
    lot = Lot(
        ids.new(),
        DRIVEWAYS,
        "Europe/London",
        "GBP",
        "en_GB",
        "Acacia Road, St John's Wood, London NW8",
        51.5346,
        -0.1726,
        AtEnd.HOLD,
        grace=30 * _MINUTE,
        default_duration=240 * _MINUTE,
        most_stay=timedelta(days=14),
    )
    levels = _levels(ids, lot, "Street")
    houses = ((12, 3, None), (14, 2, None), (16, 3, 250), (21, 2, 160))
    bays, column = [], 0
    for house, places, hourly in houses:
        for number in range(places):
            code = f"{house}{'abc'[number]}"
            features = frozenset({"ev"}) if code == "16a" else frozenset[str]()
            place = Place(0 if house % 2 == 0 else 2, column)
            bays.append(
                _bay(ids, lot, levels[0], code, place, f"No. {house}", _CARS | {"van"}, features, hourly)
            )
            column += 1
        column = 0 if house == 16 else column + 1
    tariff = Tariff(
        ids.new(), lot.id, 1, lot.currency, 200, MappingProxyType({"van": 300}), 60, minimum_minor=400
    )
    return Site(lot, levels, tuple(bays), tariff)


def _levels(ids: Ids, lot: Lot, *names: str) -> tuple[Level, ...]:
    return tuple(Level(ids.new(), lot.id, name, position) for position, name in enumerate(names))


def _bay(
    ids: Ids,
    lot: Lot,
    level: Level,
    code: str,
    place: Place,
    zone: str,
    types: frozenset[str],
    features: frozenset[str] = frozenset(),
    hourly_minor: int | None = None,
) -> Bay:
    return Bay(ids.new(), lot.id, level.id, code, place, zone, types, features, hourly_minor)
