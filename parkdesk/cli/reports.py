"""`report`: an owner's figures of one lot or all of them, as text, JSON or CSV."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from parkdesk import wording
from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import add_json, add_who, new_verb, the_day, the_lot
from parkdesk.cli.terminal import Terminal, table
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money
from parkdesk.domain.report import Report
from parkdesk.services.desk import THE_DESK

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services

_DAYS = 30
_RATES = ("success_rate", "completion_rate", "cancellation_rate", "auto_cancellation_rate", "no_show_rate")


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "report", "takings, bookings, occupancy and rates by day")
    verb.add_argument("--lot", metavar="NAME", help="one lot; all of them if not said")
    verb.add_argument("--from", dest="first", metavar="DAY", help="the first day; 30 days back if not said")
    verb.add_argument(
        "--until", dest="last", metavar="DAY", default="today", help="the last day; today if not said"
    )
    verb.add_argument("--csv", metavar="FILE", type=Path, help="write a row a lot and day to this file")
    verb.add_argument(
        "--rebuild", action="store_true", help="count all daily figures anew, and report nothing (an owner's)"
    )
    add_who(verb)
    add_json(verb)
    verb.set_defaults(run=_report)


def _report(terminal: Terminal) -> Exit:
    arguments = terminal.arguments
    with terminal.desk() as services:
        if arguments.rebuild:
            return _rebuild(terminal, services)
        if arguments.lot is not None:
            lots = [the_lot(services, arguments.lot)]
        else:
            lots = [summary.lot for summary in services.lots.all()]
        now = services.clock()
        reports = []
        for lot in lots:
            today = local_day(now, lot.time_zone)
            last = the_day(arguments.last, today, field="last")
            first = last - timedelta(days=_DAYS - 1)
            if arguments.first is not None:
                first = the_day(arguments.first, today, field="first")
            reports.append(services.reports.report(THE_DESK, lot.id, first, last))
        if arguments.csv is not None:
            services.reports.save_csv(THE_DESK, reports, arguments.csv)
    told = list(zip(lots, reports, strict=True))
    records = [_record(lot, report) for lot, report in told]
    terminal.answer(
        {"reports": records}, "\n\n".join(_text(lot, report) for lot, report in told) or "No lots yet."
    )
    return Exit.OK


def _rebuild(terminal: Terminal, services: Services) -> Exit:
    wrong = services.reports.rebuild_rollups(terminal.actor(services))
    words = (
        f"Counted anew; figures that were wrong: {wrong}."
        if wrong
        else "Counted anew; every figure was right."
    )
    terminal.answer({"wrong": wrong}, words)
    return Exit.OK


def _record(lot: Lot, report: Report) -> dict[str, Any]:
    return {
        "lot": lot.name,
        "first": report.first,
        "last": report.last,
        "currency": report.currency,
        "bays": report.bays,
        "booked": report.total("booked"),
        "due_minor": report.total("due_minor"),
        "taken_back_minor": report.total("taken_back_minor"),
        "collected_minor": report.collected_minor,
        "occupancy": report.occupancy,
        "turnover": report.turnover,
        "average_stay": report.average_stay,
        "revenue_per_booking_minor": report.revenue_per_booking_minor,
        **{rate: getattr(report, rate) for rate in _RATES},
        "days": report.days,
    }


def _text(lot: Lot, report: Report) -> str:
    def money(minor: int) -> str:
        return wording.money(Money(minor, report.currency), lot.language)

    rows = [
        (
            wording.short_day(day.day, "en"),
            str(day.booked),
            str(day.completed),
            str(day.cancelled),
            str(day.no_show),
            money(day.due_minor),
            money(day.collected_minor),
        )
        for day in report.days
    ]
    taken_back = report.total("taken_back_minor")
    figures = (
        f"collected {money(report.collected_minor)} of {money(report.total('due_minor'))} due",
        *([f"taken back by banks {money(taken_back)}"] if taken_back else ()),
        *(f"{rate.replace('_', ' ')} {_share(report, rate, lot)}" for rate in ("occupancy", *_RATES)),
    )
    heading = ("Day", "Booked", "Completed", "Cancelled", "No-show", "Due", "Collected")
    listing = table(heading, rows, right=range(1, len(heading)))
    return f"{lot.name}, {report.bays} bays\n{listing}\n" + "\n".join(figures)


def _share(report: Report, rate: str, lot: Lot) -> str:
    share = getattr(report, rate)
    return "–" if share is None else wording.percent(share, lot.language, places=1)
