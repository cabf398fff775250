"""Reports an owner reads: figures by day and lot, when a lot is full, and the files made of them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.errors import EndBeforeStart, LotUnknown, NumberOutOfRange
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import day_span, local_day, zone
from parkdesk.domain.money import Money
from parkdesk.domain.payment import Method
from parkdesk.domain.people import Person, Right
from parkdesk.domain.report import Day, FullTimes, Report, RollupFault
from parkdesk.services.desk import THE_DESK, Deed, Desk, still_may

if TYPE_CHECKING:
    from parkdesk.outlets.csv_files import Cell
    from parkdesk.store.reports import Flow
    from parkdesk.store.shelves import Store

MOST_DAYS = 3660
_FIRST_YEAR = 1970
_HOUR = timedelta(hours=1)
_HEADING = (
    "Lot",
    "Day",
    "Currency",
    "Booked",
    "Completed",
    "Cancelled",
    "Cancelled automatically",
    "No-show",
    "Success rate",
    "Completion rate",
    "Cancellation rate",
    "Average stay in minutes",
    "Occupancy",
    "Due",
    *(method.value.capitalize() for method in Method),
    "Taken back by banks",
    "Collected",
    "Collected per booking",
)


class ReportService:
    """Figures come from the daily roll-ups alone, so ten years cost what a week does; they need no network."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def report(self, who: Person, lot_id: UUID, first: date, last: date) -> Report:
        """One lot, both days included. Raises LotUnknown, EndBeforeStart or NumberOutOfRange."""
        return self.reports(who, first, last, (lot_id,))[0]

    def reports(
        self, who: Person, first: date, last: date, lot_ids: Sequence[UUID] | None = None
    ) -> tuple[Report, ...]:
        """Several lots, or all of them by name."""
        _allow(who)
        _checked_span(first, last)
        with self._desk.look() as store:
            still_may(store, who, Right.REPORT)
            lots = _lots(store, lot_ids)
            bays = store.lots.bay_counts()
            days = _days(store, lots, first, last)
        return tuple(_report(lot, bays.get(lot.id, 0), first, last, days) for lot in lots)

    def full_times(self, who: Person, lot_id: UUID, first: date, last: date) -> FullTimes:
        """When a lot is full: mean occupancy by weekday and hour, up to now.

        A stay that lasted longer than the lot allows is seen as far back as the longest one it allows.
        """
        _allow(who)
        _checked_span(first, last)
        with self._desk.look() as store:
            still_may(store, who, Right.REPORT)
            (lot,) = _lots(store, (lot_id,))
            bays = store.lots.bay_counts().get(lot_id, 0)
            origin = day_span(first, lot.time_zone)[0]
            until = min(day_span(last, lot.time_zone)[1], self._desk.clock())
            since = first - lot.most_stay - timedelta(days=1)
            flows = store.reports.flows(lot_id, since, last, origin, max(origin, until))
        return FullTimes(lot_id, first, last, _means(lot, bays, origin, until, flows))

    def today_takings(self, lot_id: UUID) -> Money:
        """What was taken at a lot on its local day, less what went back."""
        with self._desk.look() as store:
            (lot,) = _lots(store, (lot_id,))
            today = local_day(self._desk.clock(), lot.time_zone)
            days = _days(store, (lot,), today, today)
        day = days.get((lot_id, today))
        return Money(0 if day is None else day.collected_minor, lot.currency)

    def csv(self, who: Person, reports: Report | Sequence[Report]) -> str:
        """A row a lot and day, and a row a lot for all of its days."""
        from parkdesk.outlets import csv_files

        _allow(who)
        told = (reports,) if isinstance(reports, Report) else reports
        with self._desk.look() as store:
            names = {lot.id: lot.name for lot in store.lots.all()}
        return csv_files.text_of(_HEADING, (row for one in told for row in _rows(one, names)))

    def save_csv(self, who: Person, reports: Report | Sequence[Report], path: Path) -> None:
        """Raises FileUnwritable or DiskFull."""
        from parkdesk.outlets import csv_files

        csv_files.save(path, self.csv(who, reports))

    def compare_rollups(self) -> tuple[RollupFault, ...]:
        """Every daily figure that differs from a new count of all bookings and payments."""
        with self._desk.look() as store:
            return tuple(store.recount.faults())

    def rebuild_rollups(self, who: Person, *, deed_id: UUID | None = None) -> int:
        """Count everything anew. Returns how many figures were wrong."""

        def work(deed: Deed) -> int:
            wrong = deed.store.recount.replace(deed.desk_id)
            deed.outcome = {"wrong": wrong}
            return wrong

        def answer(_store: Store, outcome: Mapping[str, Any]) -> int:
            return int(outcome["wrong"])

        return self._desk.do(
            "rebuild_rollups", who, Right.MANAGE, work, arguments={}, deed_id=deed_id, answer=answer
        )


def _allow(who: Person) -> None:
    if who is not THE_DESK:
        who.require(Right.REPORT)


def _checked_span(first: date, last: date) -> None:
    """A span, and the one before it, must be days that a calendar has."""
    length = (last - first).days + 1
    if length < 1:
        raise EndBeforeStart(field="last")
    if length > MOST_DAYS:
        raise NumberOutOfRange(least=1, most=MOST_DAYS, number=length, field="last")
    if first.year < _FIRST_YEAR or last.year >= date.max.year:
        year = min(first.year, last.year) if first.year < _FIRST_YEAR else last.year
        raise NumberOutOfRange(least=_FIRST_YEAR, most=date.max.year - 1, number=year, field="first")


def _lots(store: Store, lot_ids: Sequence[UUID] | None) -> tuple[Lot, ...]:
    if lot_ids is None:
        return store.lots.all()
    found = []
    for lot_id in lot_ids:
        lot = store.lots.find(lot_id)
        if lot is None:
            raise LotUnknown(lot=lot_id)
        found.append(lot)
    return tuple(found)


def _days(store: Store, lots: Sequence[Lot], first: date, last: date) -> dict[tuple[UUID, date], Day]:
    """The days' roll-ups; what banks took back, which is rare, is looked up on its own."""
    days = store.reports.days([lot.id for lot in lots], first, last)
    zones = {lot.id: lot.time_zone for lot in lots}
    since = min((day_span(first, time_zone)[0] for time_zone in zones.values()), default=None)
    for lost in () if since is None else store.disputes.lost(list(zones), since):
        day = local_day(lost.at, zones[lost.lot_id])
        if first <= day <= last:
            known = days.get((lost.lot_id, day)) or Day(lost.lot_id, day)
            taken_back = known.taken_back_minor + lost.amount.minor
            days[lost.lot_id, day] = replace(known, taken_back_minor=taken_back)
    return days


def _report(lot: Lot, bays: int, first: date, last: date, days: Mapping[tuple[UUID, date], Day]) -> Report:
    span = (first + timedelta(days=number) for number in range((last - first).days + 1))
    told = tuple(days.get((lot.id, day)) or Day(lot.id, day) for day in span)
    return Report(lot.id, lot.currency, first, last, bays, told)


def _means(
    lot: Lot, bays: int, origin: datetime, until: datetime, flows: Sequence[Flow]
) -> tuple[tuple[float | None, ...], ...]:
    """Occupied over offered bay hours, for each weekday and local hour."""
    occupied = [[timedelta(0)] * 24 for _ in range(7)]
    offered = [[timedelta(0)] * 24 for _ in range(7)]
    by_hour: dict[int, list[Flow]] = {}
    for flow in flows:
        by_hour.setdefault(flow.hour, []).append(flow)
    time_zone = zone(lot.time_zone)
    standing = 0
    for hour in range(-((origin - until) // _HOUR)):
        moment = origin + hour * _HOUR
        length = min(_HOUR, until - moment)
        local = moment.astimezone(time_zone)
        time_there = standing * length
        for flow in by_hour.get(hour, ()):
            time_there += flow.sign * (flow.vehicles * length - flow.after)
            standing += flow.sign * flow.vehicles
        occupied[local.weekday()][local.hour] += time_there
        offered[local.weekday()][local.hour] += bays * length
    return tuple(
        tuple(part / whole if whole else None for part, whole in zip(*rows, strict=True))
        for rows in zip(occupied, offered, strict=True)
    )


def _rows(report: Report, names: Mapping[UUID, str]) -> Iterator[tuple[Cell, ...]]:
    name = names.get(report.lot_id, "")
    for day in report.days:
        alone = Report(report.lot_id, report.currency, day.day, day.day, report.bays, (day,))
        yield (name, day.day, *_figures(alone))
    yield (name, "Total", *_figures(report))


def _figures(report: Report) -> Iterator[Cell]:
    def money(minor: int) -> Money:
        return Money(minor, report.currency)

    yield report.currency
    for count in ("booked", "completed", "cancelled", "auto_cancelled", "no_show"):
        yield report.total(count)
    for rate in (report.success_rate, report.completion_rate, report.cancellation_rate):
        yield None if rate is None else round(rate, 4)
    stay = report.average_stay
    yield None if stay is None else round(stay / timedelta(minutes=1))
    yield None if report.occupancy is None else round(report.occupancy, 4)
    yield money(report.total("due_minor"))
    for method in Method:
        yield money(sum(day.takings_minor.get(method.value, 0) for day in report.days))
    yield money(-report.total("taken_back_minor"))
    yield money(report.collected_minor)
    each = report.revenue_per_booking_minor
    yield None if each is None else money(each)
