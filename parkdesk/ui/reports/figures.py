"""What the screen shows, read on the database thread: one lot, or several of one currency added up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.lot import Lot
from parkdesk.domain.people import Person
from parkdesk.domain.report import Compared, Day, FullTimes, Report
from parkdesk.ui.reports.spans import Span, step_of, steps

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

TOGETHER = UUID(int=0)
"""Stands for a lot in figures that several lots share."""
LEAST_BARS = 14
"""A short span is shown among the days before it: one bar alone says nothing."""
LEAST_HEAT = 28


@dataclass(frozen=True, slots=True)
class Bar:
    """The takings of a day, week or month. `asked` is False for those only shown beside it."""

    span: Span
    takings_minor: dict[str, int]
    booked: int
    asked: bool = True

    @property
    def total_minor(self) -> int:
        return sum(self.takings_minor.values())


@dataclass(frozen=True, slots=True)
class Figures:
    """One answer for the screen. `reports` is a lot each, `both` all of them beside the span before; `full` may reach
    back beyond a short span, `peak` does not."""

    lots: tuple[Lot, ...]
    span: Span
    reports: tuple[Report, ...]
    both: Compared
    bars: tuple[Bar, ...]
    full: FullTimes
    peak: tuple[int, int, float] | None
    read_at: datetime

    @property
    def total(self) -> Report:
        return self.both.report

    @property
    def locale(self) -> str:
        return self.lots[0].language

    @property
    def empty(self) -> bool:
        """Nothing was booked or taken, neither in the span nor in the days shown beside it."""
        return not any(bar.booked or bar.total_minor for bar in self.bars)


def read(services: Services, who: Person, lots: tuple[Lot, ...], span: Span) -> Figures:
    """Ask for everything the screen shows. Raises what the report service raises.

    Days before the first booking ever are left out: bays nobody could book yet were not empty.
    """
    ids = [lot.id for lot in lots]
    before = Span(span.first - timedelta(days=span.days), span.first - timedelta(days=1))
    reports = services.reports.reports(who, span.first, span.last, ids)
    earlier = services.reports.reports(who, before.first, before.last, ids)
    started = _first_day(reports)
    if started is not None and started > span.first and _first_day(earlier) is None:
        return read(services, who, lots, Span(started, span.last))
    shown = span.at_least(LEAST_BARS)
    heat = span.at_least(LEAST_HEAT) if span.days < 7 else span
    around = reports if shown == span else services.reports.reports(who, shown.first, shown.last, ids)

    def full(of: Span) -> FullTimes:
        means = [services.reports.full_times(who, lot_id, of.first, of.last) for lot_id in ids]
        return mean(means, [report.bays for report in reports])

    shown_full = full(heat)
    return Figures(
        lots,
        span,
        reports,
        Compared(together(reports), together(earlier)),
        bars(together(around), span),
        shown_full,
        (shown_full if heat == span else full(span)).peak,
        services.clock(),
    )


def _first_day(reports: Sequence[Report]) -> date | None:
    """The first day on which anything happened."""
    return min(
        (day.day for report in reports for day in report.days if day.booked or day.collected_minor),
        default=None,
    )


def together(reports: Sequence[Report]) -> Report:
    """Several lots of one currency as if they were one."""
    if len(reports) == 1:
        return reports[0]
    days = tuple(_sum(same) for same in zip(*(report.days for report in reports), strict=True))
    first = reports[0]
    bays = sum(report.bays for report in reports)
    return Report(TOGETHER, first.currency, first.first, first.last, bays, days)


def bars(report: Report, asked: Span) -> tuple[Bar, ...]:
    """A report's days as bars, those of the span asked for marked."""
    shown = Span(report.first, report.last)
    by_day = {day.day: day for day in report.days}
    made = []
    for part in steps(shown, step_of(shown)):
        days = [by_day[part.first + timedelta(days=number)] for number in range(part.days)]
        whole = _sum(days)
        made.append(Bar(part, whole.kept_minor, whole.booked, asked.first <= part.last))
    return tuple(made)


def mean(full: Sequence[FullTimes], bays: Sequence[int]) -> FullTimes:
    """How full several lots are together: each counts as much as it has bays."""
    if len(full) == 1:
        return full[0]

    def cell(weekday: int, hour: int) -> float | None:
        found = [(one.hours[weekday][hour], count) for one, count in zip(full, bays, strict=True)]
        known = [(share, count) for share, count in found if share is not None and count]
        whole = sum(count for _, count in known)
        return sum(share * count for share, count in known) / whole if whole else None

    hours = tuple(tuple(cell(weekday, hour) for hour in range(24)) for weekday in range(7))
    return FullTimes(TOGETHER, full[0].first, full[0].last, hours)


def _sum(days: Sequence[Day]) -> Day:
    takings: dict[str, int] = {}
    for day in days:
        for method, minor in day.takings_minor.items():
            takings[method] = takings.get(method, 0) + minor
    first: date = days[0].day
    return Day(
        TOGETHER,
        first,
        sum(day.booked for day in days),
        sum(day.completed for day in days),
        sum(day.cancelled for day in days),
        sum(day.auto_cancelled for day in days),
        sum(day.no_show for day in days),
        sum(day.due_minor for day in days),
        sum((day.stayed for day in days), timedelta(0)),
        takings,
        sum(day.taken_back_minor for day in days),
    )
