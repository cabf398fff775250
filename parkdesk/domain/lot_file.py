"""Lot files: CSV bytes in, plans of lots out, or every fault with its row and column.

A file has one of two forms, told apart by its first line. Columns stand in any order, separated by `,`, `;`
or tabulators; the text is UTF-8. Rows count as a spreadsheet shows them, the line of names being row 1.

One row a lot, its levels and rows laid out from the capacity:
    name, capacity, timezone, currency       and, if known, city, address, latitude, longitude, language

One row a bay:
    lot, code, row, column                   place on the level's plan, counted from 1 at the top left
    timezone, currency                       on the first row of a lot; later rows may leave them empty
    level, zone                              `Ground` and nothing if empty
    vehicle_types, features                  codes with spaces or `|` between; cars and nothing if empty
    price                                    of an hour in the lot's currency, if the bay has its own
    closed_reason                            a bay with a reason is closed
    address, latitude, longitude, language   of the lot, as timezone
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from parkdesk.domain import money, texts
from parkdesk.domain.bay import FEATURES, MOST_COLUMNS, MOST_ROWS
from parkdesk.domain.errors import (
    BayCodeTaken,
    LotNameTaken,
    NumberOutOfRange,
    PlaceTaken,
    TextMissing,
    VehicleTypeUnknown,
)
from parkdesk.domain.file_errors import (
    ColumnMissing,
    ColumnUnknown,
    DiffersFromFirstRow,
    FeatureUnknown,
    LotFileEmpty,
    LotFileUnknown,
    NumberUnreadable,
    TooManyBays,
)
from parkdesk.domain.layout import laid_out
from parkdesk.domain.lot import checked_language
from parkdesk.domain.moments import zone
from parkdesk.domain.plan import BayPlan, LevelPlan, LotPlan, language_of
from parkdesk.domain.sheet import Row, Sheet
from parkdesk.domain.vehicle import CARS, STARTING_SET

MOST_CAPACITY = 20_000
"""The largest car parks in the world hold this many."""
MOST_BAYS = 200_000
FIRST_LEVEL = "Ground"

_OF_LOT = ("timezone", "currency", "address", "latitude", "longitude", "language")
LOT_COLUMNS = ("name", "city", "capacity", *_OF_LOT)
LOT_REQUIRED = ("name", "capacity", "timezone", "currency")
BAY_COLUMNS = (
    *("lot", "level", "zone", "code", "row", "column", "vehicle_types", "features", "price", "closed_reason"),
    *_OF_LOT,
)
BAY_REQUIRED = ("lot", "code", "row", "column", "timezone", "currency")
_STARTING_CODES = tuple(kind.code for kind in STARTING_SET)
_UNKNOWN_CURRENCY = "XXX"


def read_lots(
    data: bytes, *, file: str, vehicle_types: Collection[str] = _STARTING_CODES
) -> tuple[LotPlan, ...]:
    """The lots a file describes; `file` is its name for the sentences, `vehicle_types` the codes known here.

    Raises ImportFaults with up to a hundred faults, or LotFileUnknown, LotFileEmpty, LotFileNotText or
    LotFileTooLong about the file as a whole.
    """
    sheet = Sheet(data, file)
    found = frozenset(sheet.columns)
    of_bays = len(found & frozenset(BAY_COLUMNS[:6])) > len(found & frozenset(LOT_COLUMNS[:3]))
    columns, required = (BAY_COLUMNS, BAY_REQUIRED) if of_bays else (LOT_COLUMNS, LOT_REQUIRED)
    if not found & frozenset(required):
        raise LotFileUnknown(file=file, lots=", ".join(LOT_REQUIRED[:2]), bays=", ".join(BAY_REQUIRED[:2]))
    for column in required:
        if column not in found:
            sheet.faults.add(1, column, ColumnMissing())
    for column in sheet.columns:
        if column not in columns:
            sheet.faults.add(1, column or "?", ColumnUnknown(columns=", ".join(columns)))
    sheet.faults.raise_if_any()
    plans = _bay_form(sheet, frozenset(vehicle_types)) if of_bays else _lot_form(sheet)
    sheet.faults.raise_if_any()
    if not plans:
        raise LotFileEmpty(file=file)
    return plans


def _lot_form(sheet: Sheet) -> tuple[LotPlan, ...]:
    plans: list[LotPlan] = []
    names: set[str] = set()
    bays = 0
    for row in sheet.rows():
        name = row.read("name", lambda text: texts.line(text, field="name", required=True), "")
        capacity = row.read("capacity", lambda text: _whole(text, 1, MOST_CAPACITY), 0)
        if name and name.casefold() in names:
            row.fault("name", LotNameTaken(name=name))
        names.add(name.casefold())
        bays += capacity
        if bays > MOST_BAYS:
            row.fault("capacity", TooManyBays(most=MOST_BAYS))
            break
        levels = laid_out(capacity) if capacity and not row.faults else ()
        plans.append(_lot_of(row, name, levels))
    return tuple(plans)


@dataclass(slots=True)
class _Growing:
    """A lot while its bays are read."""

    first: Row
    plan: LotPlan
    levels: dict[str, list[BayPlan]] = field(default_factory=dict)
    codes: set[str] = field(default_factory=set)
    places: dict[tuple[str, int, int], str] = field(default_factory=dict)

    def finished(self) -> LotPlan:
        plan = self.plan
        levels = (
            LevelPlan(name, position, tuple(bays))
            for position, (name, bays) in enumerate(self.levels.items())
        )
        return LotPlan(
            plan.name,
            plan.address,
            plan.latitude,
            plan.longitude,
            plan.time_zone,
            plan.currency,
            plan.language,
            tuple(levels),
        )


def _bay_form(sheet: Sheet, vehicle_types: frozenset[str]) -> tuple[LotPlan, ...]:
    lots: dict[str, _Growing] = {}
    for row in sheet.rows():
        name = row.read("lot", lambda text: texts.line(text, field="lot", required=True), "")
        if not name:
            continue
        lot = lots.get(name)
        if lot is None:
            lot = lots[name] = _Growing(row, _lot_of(row, name, ()))
        else:
            _compare(row, lot.first)
        bay = _bay_of(row, lot.plan.currency or _UNKNOWN_CURRENCY, vehicle_types)
        _refuse_twice(row, bay, lot)
        lot.levels.setdefault(bay.level, []).append(bay)
    return tuple(lot.finished() for lot in lots.values())


def _lot_of(row: Row, name: str, levels: tuple[LevelPlan, ...]) -> LotPlan:
    address = row.read("address", lambda text: texts.line(text, field="address", most=300), "")
    city = row.read("city", lambda text: texts.line(text, field="city"), "")
    if city not in address:
        address = f"{address}, {city}" if address else city
    time_zone = row.read("timezone", _time_zone, "")
    currency = row.read("currency", _currency, "")
    language = row.read("language", lambda text: checked_language(text) if text else "", "")
    latitude = row.read("latitude", lambda text: _degrees(text, 90), None)
    longitude = row.read("longitude", lambda text: _degrees(text, 180), None)
    for here, there in (("latitude", "longitude"), ("longitude", "latitude")):
        if row.text(here) and not row.text(there):
            row.fault(there, TextMissing())
    language = language or language_of(time_zone, currency)
    return LotPlan(name, address, latitude, longitude, time_zone, currency, language, levels)


def _bay_of(row: Row, currency: str, vehicle_types: frozenset[str]) -> BayPlan:
    price = row.read("price", lambda text: money.parsed(text, currency) if text else None, None)
    return BayPlan(
        level=row.read("level", lambda text: texts.line(text, field="level", most=40), "") or FIRST_LEVEL,
        zone=row.read("zone", lambda text: texts.line(text, field="zone", most=40), ""),
        code=row.read("code", lambda text: texts.line(text, field="code", most=12, required=True), ""),
        row=row.read("row", lambda text: _whole(text, 1, MOST_ROWS), 0) - 1,
        column=row.read("column", lambda text: _whole(text, 1, MOST_COLUMNS), 0) - 1,
        vehicle_types=row.read("vehicle_types", lambda text: _types(text, vehicle_types), frozenset()),
        features=row.read("features", _features, frozenset()),
        hourly_minor=None if price is None else price.minor,
        closed_reason=row.read("closed_reason", lambda text: texts.line(text, field="closed_reason"), "")
        or None,
    )


def _refuse_twice(row: Row, bay: BayPlan, lot: _Growing) -> None:
    if bay.code and bay.code.casefold() in lot.codes:
        row.fault("code", BayCodeTaken(bay=bay.code))
    lot.codes.add(bay.code.casefold())
    if bay.row >= 0 and bay.column >= 0:
        standing = lot.places.setdefault((bay.level, bay.row, bay.column), bay.code)
        if standing != bay.code:
            row.fault("row", PlaceTaken(bay=bay.code))


def _compare(row: Row, first: Row) -> None:
    """What a later row says about its lot must be what the first one said."""
    for column in _OF_LOT:
        if row.text(column) and row.text(column) != first.text(column):
            row.fault(column, DiffersFromFirstRow(row=first.number))


def _time_zone(text: str) -> str:
    if not text:
        raise TextMissing
    zone(text)
    return text


def _currency(text: str) -> str:
    if not text:
        raise TextMissing
    return money.checked_currency(text)


def _whole(text: str, least: int, most: int) -> int:
    if not text:
        raise TextMissing
    if not re.fullmatch(r"[+-]?[0-9]{1,18}", text):
        raise NumberUnreadable(text=text[:40])
    number = int(text)
    if not least <= number <= most:
        raise NumberOutOfRange(least=least, most=most, number=number)
    return number


def _degrees(text: str, most: int) -> float | None:
    """Spreadsheets of half the world write a comma for the point."""
    if not text:
        return None
    if not re.fullmatch(r"[+-]?[0-9]{1,9}([.,][0-9]{1,18})?", text):
        raise NumberUnreadable(text=text[:40])
    degrees = float(text.replace(",", "."))
    if not -most <= degrees <= most:
        raise NumberOutOfRange(least=-most, most=most, number=text)
    return degrees


def _types(text: str, known: frozenset[str]) -> frozenset[str]:
    codes = frozenset(_codes(text)) or frozenset(CARS)
    for code in sorted(codes - known):
        raise VehicleTypeUnknown(vehicle_type=code[:40])
    return codes


def _features(text: str) -> frozenset[str]:
    features = frozenset(_codes(text))
    for feature in sorted(features.difference(FEATURES)):
        raise FeatureUnknown(feature=feature[:40], features=", ".join(FEATURES))
    return features


def _codes(text: str) -> list[str]:
    return [code for code in re.split(r"[\s|]+", text.casefold()) if code]
