"""The bookings' shelf: the hot path of the desk."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from enum import Enum, auto
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    Connection,
    Executable,
    Select,
    String,
    bindparam,
    cast,
    func,
    insert,
    or_,
    select,
    text,
    update,
)
from sqlalchemy.exc import DBAPIError, IntegrityError

from parkdesk.domain.booking import Booking
from parkdesk.domain.plate import search_key
from parkdesk.domain.tariff import PriceLine
from parkdesk.store import reach, rows
from parkdesk.store.payments import CAME_IN_SQL, LEFT
from parkdesk.store.tables import LIVE_SQL, bays, bookings, lots, payments

_COLUMNS = rows.BOOKING_COLUMNS
_ONE = select(*_COLUMNS).where(bookings.c.id == bindparam("id"))
_ONE_LOCKED = _ONE.with_for_update()
_MANY = select(*_COLUMNS).where(bookings.c.id.in_(bindparam("ids", expanding=True)))
_LINES = select(bookings.c.lines).where(bookings.c.id == bindparam("id"))
_LIVE_AROUND = (
    # What could stand in the way of a booking, whatever its time.
    select(*_COLUMNS)
    .where(
        text(LIVE_SQL),
        or_(bookings.c.bay_id == bindparam("bay_id"), bookings.c.plate_key == bindparam("plate_key")),
    )
    .order_by(bookings.c.starts_at)
)
_ARRIVED = func.coalesce(bookings.c.arrived_at, bookings.c.starts_at)
# Of each lot, so that the index of its days serves it: a plate may have stood in another one.
_STOOD = select(*_COLUMNS).where(
    bookings.c.lot_id.in_(select(lots.c.id)),
    bookings.c.day.between(bindparam("first"), bindparam("last")),
    bookings.c.status == "completed",
    or_(bookings.c.bay_id == bindparam("bay_id"), bookings.c.plate_key == bindparam("plate_key")),
    bookings.c.left_at > bindparam("starts"),
    bookings.c.left_at > _ARRIVED,
    bindparam("until", type_=bookings.c.until.type) > _ARRIVED,
)
_RENEWALS = select(*_COLUMNS).where(
    bookings.c.renewed_from == bindparam("id"), text("renewed_from IS NOT NULL AND status <> 'cancelled'")
)
_RENEWALS_LOCKED = _RENEWALS.with_for_update()
_INSERT = insert(bookings)
_UPDATE = update(bookings).where(bookings.c.id == bindparam("booking_id"))
PAID = (
    # Postgres sums to a numeric, which Python reads as a Decimal.
    select(cast(func.coalesce(func.sum(LEFT), 0), BigInteger))
    .where(payments.c.booking_id == bookings.c.id, text(CAME_IN_SQL))
    .scalar_subquery()
)
LISTED = select(*_COLUMNS, bays.c.code, PAID.label("paid")).join(bays, bays.c.id == bookings.c.bay_id)
_OF_DAYS = LISTED.where(
    bookings.c.lot_id == bindparam("lot_id"),
    bookings.c.day.between(bindparam("first"), bindparam("last")),
    bookings.c.status != "cancelled",
    bookings.c.starts_at < bindparam("ends"),
    func.coalesce(bookings.c.left_at, bookings.c.until) > bindparam("starts"),
)
# Of every lot, so that the index of live bookings serves it and not the one of the lot's whole history.
_STILL_THERE = LISTED.where(
    text("bookings." + LIVE_SQL),
    bookings.c.until > bindparam("starts"),
    bookings.c.starts_at < bindparam("ends"),
)


@dataclass(frozen=True, slots=True)
class Listed:
    """A booking as a list shows it."""

    booking: Booking
    bay_code: str
    paid_minor: int


class _Reach(Enum):
    PLAIN = auto()
    LIVE = auto()
    NEWEST = auto()
    MATCHING = auto()


@lru_cache(maxsize=1)
def _insert_or_nothing() -> Executable:
    # Postgres and its drivers are not imported for a desk on SQLite.
    from sqlalchemy.dialects.postgresql import insert as postgres_insert

    return postgres_insert(bookings).on_conflict_do_nothing().returning(bookings.c.id)


@lru_cache(maxsize=64)
def _page(
    statuses: tuple[str, ...], far: _Reach, *, on_day: bool, by_text: bool, keyed: bool, sqlite: bool
) -> Select[Any]:
    """Built once for each combination of filters: building costs more than running."""
    conditions: list[ColumnElement[bool]] = [bookings.c.lot_id == bindparam("lot_id")]
    if keyed:
        conditions.append(bookings.c.id < bindparam("before"))
    if far is _Reach.NEWEST:
        conditions.append(reach.newest(*conditions))
    if far is _Reach.LIVE:
        conditions.append(reach.live())
    if by_text:
        part = bindparam("text_key", type_=String())
        holds = bookings.c.plate_search.contains(part, autoescape=False)
        conditions.append(reach.matching(holds, sqlite=sqlite) if far is _Reach.MATCHING else holds)
    if statuses:
        conditions.append(bookings.c.status.in_(statuses))
    if on_day:
        conditions.append(bookings.c.day == bindparam("day"))
    return LISTED.where(*conditions).order_by(bookings.c.id.desc()).limit(bindparam("most"))


class Bookings:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection
        self._sqlite = connection.dialect.name == "sqlite"

    def find(self, booking_id: UUID, *, lock: bool = False) -> Booking | None:
        """`lock` keeps others from changing it until the transaction ends."""
        row = self._connection.execute(_ONE_LOCKED if lock else _ONE, {"id": booking_id}).first()
        return None if row is None else rows.booking(row)

    def many(self, booking_ids: Sequence[UUID]) -> tuple[Booking, ...]:
        return tuple(map(rows.booking, self._connection.execute(_MANY, {"ids": list(booking_ids)})))

    def lines(self, booking_id: UUID) -> tuple[PriceLine, ...]:
        return rows.lines(self._connection.execute(_LINES, {"id": booking_id}).scalar_one())

    def live_around(self, bay_id: UUID, plate_key: str) -> tuple[Booking, ...]:
        """Every live booking on a bay or for a plate, soonest first."""
        found = self._connection.execute(_LIVE_AROUND, {"bay_id": bay_id, "plate_key": plate_key})
        return tuple(map(rows.booking, found))

    def stood(self, **asked: Any) -> tuple[Booking, ...]:
        """Ended stays in a bay (`bay_id`) or of a plate (`plate_key`) that overlap `starts` to `until`, of the days
        `first` to `last`."""
        return tuple(map(rows.booking, self._connection.execute(_STOOD, asked)))

    def renewal_of(self, booking_id: UUID, *, lock: bool = False) -> Booking | None:
        row = self._connection.execute(_RENEWALS_LOCKED if lock else _RENEWALS, {"id": booking_id}).first()
        return None if row is None else rows.booking(row)

    def add(self, booking: Booking, lines: tuple[PriceLine, ...]) -> bool:
        """Whether the database took it: not a second car in a bay, a plate's second stay or a used ticket."""
        record = _record(booking) | {"lines": rows.lines_text(lines), "id": booking.id}
        if not self._sqlite:
            return self._connection.execute(_insert_or_nothing(), record).first() is not None
        try:
            self._connection.execute(_INSERT, record)
        except IntegrityError as error:
            if not _is_clash(error):
                raise
            return False
        return True

    def add_many(self, added: Iterable[tuple[Booking, tuple[PriceLine, ...]]]) -> None:
        """Insert bookings that are known to clash with nothing."""
        texts: dict[tuple[PriceLine, ...], str] = {}
        records = []
        for booking, lines in added:
            text = texts.get(lines) or texts.setdefault(lines, rows.lines_text(lines))
            records.append(_record(booking) | {"lines": text, "id": booking.id})
        if records:
            self._connection.execute(_INSERT, records)

    def change(self, booking: Booking, lines: tuple[PriceLine, ...] | None = None) -> bool:
        """Write a booking back; False when the database refuses its new place or time."""
        record: dict[str, Any] = _record(booking) | {"booking_id": booking.id}
        if lines is not None:
            record["lines"] = rows.lines_text(lines)
        try:
            if self._sqlite:
                self._connection.execute(_UPDATE, record)
            else:
                with self._connection.begin_nested():
                    self._connection.execute(_UPDATE, record)
        except IntegrityError as error:
            if not _is_clash(error):
                raise
            return False
        return True

    def page(
        self,
        lot_id: UUID,
        *,
        statuses: Sequence[str] = (),
        text_key: str = "",
        day: date | None = None,
        before: UUID | None = None,
        most: int = 50,
    ) -> tuple[Listed, ...]:
        """Newest first, those made before `before`: a page is found by its key, never by counting rows."""
        asked = {"lot_id": lot_id, "most": most, "day": day, "text_key": text_key, "before": before}
        tries: tuple[_Reach, ...] = (_Reach.PLAIN,)
        if statuses and reach.LIVE_STATUSES.issuperset(statuses):
            tries = (_Reach.LIVE,)
        elif text_key and day is None:
            tries = (_Reach.NEWEST, _Reach.MATCHING)
        found: Sequence[Any] = ()
        for far in tries:
            statement = _page(
                tuple(statuses),
                far,
                on_day=day is not None,
                by_text=bool(text_key),
                keyed=before is not None,
                sqlite=self._sqlite,
            )
            found = self._connection.execute(statement, asked).all()
            if len(found) == most:
                break
        return tuple(map(listed, found))

    def during(
        self, lot_id: UUID, first: date, last: date, starts: datetime, ends: datetime
    ) -> tuple[Listed, ...]:
        """What stood or will stand in a bay in that time, of what counts on those days or lives since before; no
        cancellations."""
        span = {"starts": starts, "ends": ends}
        of_days = self._connection.execute(_OF_DAYS, span | {"lot_id": lot_id, "first": first, "last": last})
        still = map(listed, self._connection.execute(_STILL_THERE, span))
        found = [
            *(one for one in still if one.booking.lot_id == lot_id and one.booking.day < first),
            *map(listed, of_days),
        ]
        return tuple(sorted(found, key=lambda one: (one.booking.starts_at, one.booking.id)))


def listed(row: Any) -> Listed:
    return Listed(rows.booking(row), row[rows.BOOKING_WIDTH], row[rows.BOOKING_WIDTH + 1])


def _record(booking: Booking) -> dict[str, Any]:
    return {
        "lot_id": booking.lot_id,
        "bay_id": booking.bay_id,
        "ticket": booking.ticket,
        "plate": booking.plate.shown,
        "plate_key": booking.plate.key,
        "plate_search": search_key(booking.plate.key),
        "vehicle_type": booking.vehicle_type,
        "status": booking.status.value,
        "starts_at": booking.starts_at,
        "until": booking.until,
        "booked_at": booking.booked_at,
        "day": booking.day,
        "tariff_id": booking.tariff_id,
        "currency": booking.currency,
        "total_minor": booking.total_minor,
        "driver_name": booking.driver.name,
        "phone": booking.driver.phone,
        "email": booking.driver.email,
        "requests": booking.requests,
        "renewed_from": booking.renewed_from,
        "arrived_at": booking.arrived_at,
        "left_at": booking.left_at,
        "cancelled_at": booking.cancelled_at,
        "cancel_reason": booking.cancel_reason,
        "auto_ended": booking.auto_ended,
        "override_reason": booking.override_reason,
        "held_until": booking.held_until,
    }


def _is_clash(error: DBAPIError) -> bool:
    """A refusal that a person can act on; anything else (a broken check, a missing parent) is a bug."""
    state = getattr(error.orig, "sqlstate", None)
    if state is not None:
        return state in ("23P01", "23505")
    told = str(error.orig)
    return "bookings_no_overlap" in told or told.startswith("UNIQUE constraint failed: bookings.")
