"""Rows as domain values: one mapping for each kind, shared by the shelves that read it."""

from __future__ import annotations

import json
from datetime import timedelta
from functools import lru_cache
from types import MappingProxyType
from typing import Any

from parkdesk.domain.bay import Bay, Level, Place
from parkdesk.domain.booking import Booking, Driver, Status
from parkdesk.domain.lot import AtEnd, Lot, PayWhen, RefundRule
from parkdesk.domain.plate import Plate
from parkdesk.domain.tariff import PriceLine, Tariff
from parkdesk.store.tables import bays, bookings
from parkdesk.store.types import readable

_MINUTE = timedelta(minutes=1)
_STATUSES = {status.value: status for status in Status}

BOOKING_COLUMNS = (
    bookings.c.id,
    bookings.c.lot_id,
    bookings.c.bay_id,
    bookings.c.ticket,
    bookings.c.plate,
    bookings.c.plate_key,
    bookings.c.vehicle_type,
    bookings.c.status,
    bookings.c.starts_at,
    bookings.c.until,
    bookings.c.booked_at,
    bookings.c.day,
    bookings.c.tariff_id,
    bookings.c.currency,
    bookings.c.total_minor,
    bookings.c.driver_name,
    bookings.c.phone,
    bookings.c.email,
    bookings.c.requests,
    bookings.c.renewed_from,
    bookings.c.arrived_at,
    bookings.c.left_at,
    bookings.c.cancelled_at,
    bookings.c.cancel_reason,
    bookings.c.auto_ended,
    bookings.c.override_reason,
    bookings.c.held_until,
)
BOOKING_WIDTH = len(BOOKING_COLUMNS)
BAY_COLUMNS = (
    bays.c.id,
    bays.c.lot_id,
    bays.c.level_id,
    bays.c.code,
    bays.c.place_row,
    bays.c.place_column,
    bays.c.zone,
    bays.c.vehicle_types,
    bays.c.features,
    bays.c.hourly_minor,
    bays.c.closed_reason,
)
BAY_WIDTH = len(BAY_COLUMNS)


@readable
def booking(row: Any) -> Booking:
    """From a row that begins with BOOKING_COLUMNS."""
    return Booking(
        row[0],
        row[1],
        row[2],
        row[3],
        Plate(row[4], row[5]),
        row[6],
        _STATUSES[row[7]],
        row[8],
        row[9],
        row[10],
        row[11],
        row[12],
        row[13],
        row[14],
        Driver(row[15], row[16], row[17]),
        row[18],
        row[19],
        row[20],
        row[21],
        row[22],
        row[23],
        row[24],
        row[25],
        row[26],
    )


@readable
def lot(row: Any) -> Lot:
    return Lot(
        id=row.id,
        name=row.name,
        time_zone=row.time_zone,
        currency=row.currency,
        language=row.language,
        address=row.address,
        latitude=row.latitude,
        longitude=row.longitude,
        at_end=AtEnd(row.at_end),
        grace=row.grace_minutes * _MINUTE,
        default_duration=row.default_minutes * _MINUTE,
        quick_durations=tuple(int(part) * _MINUTE for part in row.quick_minutes.split(" ") if part),
        least_stay=row.least_minutes * _MINUTE,
        most_stay=row.most_minutes * _MINUTE,
        back_entry=row.back_entry_minutes * _MINUTE,
        receipt_header=row.receipt_header,
        receipt_footer=row.receipt_footer,
        pay_when=PayWhen(row.pay_when),
        hold=row.hold_minutes * _MINUTE,
        refund_rule=RefundRule(row.refund_rule),
    )


def lot_record(value: Lot) -> dict[str, Any]:
    return {
        "id": value.id,
        "name": value.name,
        "address": value.address,
        "latitude": value.latitude,
        "longitude": value.longitude,
        "time_zone": value.time_zone,
        "currency": value.currency,
        "language": value.language,
        "at_end": value.at_end.value,
        "grace_minutes": value.grace // _MINUTE,
        "default_minutes": value.default_duration // _MINUTE,
        "quick_minutes": " ".join(str(quick // _MINUTE) for quick in value.quick_durations),
        "least_minutes": value.least_stay // _MINUTE,
        "most_minutes": value.most_stay // _MINUTE,
        "back_entry_minutes": value.back_entry // _MINUTE,
        "receipt_header": value.receipt_header,
        "receipt_footer": value.receipt_footer,
        "pay_when": value.pay_when.value,
        "hold_minutes": value.hold // _MINUTE,
        "refund_rule": value.refund_rule.value,
    }


@readable
def level(row: Any) -> Level:
    return Level(row.id, row.lot_id, row.name, row.position)


@lru_cache(maxsize=4096)
def words(text: str) -> frozenset[str]:
    """A set kept as words with spaces between."""
    return frozenset(text.split())


@readable
def bay(row: Any) -> Bay:
    """From a row that begins with BAY_COLUMNS."""
    return Bay(
        row[0],
        row[1],
        row[2],
        row[3],
        Place(row[4], row[5]),
        row[6],
        words(row[7]),
        words(row[8]),
        row[9],
        row[10],
    )


def bay_record(value: Bay) -> dict[str, Any]:
    return {
        "id": value.id,
        "lot_id": value.lot_id,
        "level_id": value.level_id,
        "code": value.code,
        "zone": value.zone,
        "place_row": value.place.row,
        "place_column": value.place.column,
        "vehicle_types": " ".join(sorted(value.vehicle_types)),
        "features": " ".join(sorted(value.features)),
        "hourly_minor": value.hourly_minor,
        "closed_reason": value.closed_reason,
    }


@readable
def tariff(row: Any) -> Tariff:
    return Tariff(
        id=row.id,
        lot_id=row.lot_id,
        version=row.version,
        currency=row.currency,
        hourly_minor=row.hourly_minor,
        rates=_rates(row.rates),
        increment_minutes=row.increment_minutes,
        minimum_minor=row.minimum_minor,
        tax_name=row.tax_name,
        tax_basis_points=row.tax_basis_points,
        tax_included=bool(row.tax_included),
    )


@lru_cache(maxsize=256)
def _rates(text: str) -> MappingProxyType[str, int]:
    return MappingProxyType({code: _whole(rate) for code, rate in json.loads(text).items()})


def tariff_record(value: Tariff) -> dict[str, Any]:
    return {
        "id": value.id,
        "lot_id": value.lot_id,
        "version": value.version,
        "currency": value.currency,
        "hourly_minor": value.hourly_minor,
        "rates": json.dumps(dict(value.rates), sort_keys=True),
        "increment_minutes": value.increment_minutes,
        "minimum_minor": value.minimum_minor,
        "tax_name": value.tax_name,
        "tax_basis_points": value.tax_basis_points,
        "tax_included": value.tax_included,
    }


def lines_text(lines: tuple[PriceLine, ...]) -> str:
    return json.dumps([line.as_record() for line in lines], separators=(",", ":"))


@readable
def lines(text: str) -> tuple[PriceLine, ...]:
    return tuple(map(_line, json.loads(text)))


def _line(record: Any) -> PriceLine:
    line = PriceLine.from_record(record)
    for number in (line.amount_minor, line.minutes, line.rate_minor, line.basis_points):
        _whole(number)
    return line


def _whole(number: Any) -> int:
    if type(number) is not int:
        raise TypeError(f"no whole number: {number!r}")
    return number
