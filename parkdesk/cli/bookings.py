"""`book`, `renew`, `extend`, `check-out` and `bookings`: what an attendant does, and the lists of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from parkdesk import wording
from parkdesk.cli.exits import Exit
from parkdesk.cli.sayings import (
    add_json,
    add_lot,
    add_who,
    add_window,
    new_verb,
    the_bay,
    the_day,
    the_lot,
    the_span,
    the_stay,
    the_window,
)
from parkdesk.cli.terminal import Terminal, table
from parkdesk.domain.bay import Bay, kept_back
from parkdesk.domain.booking import Booking, BookingRequest, Driver
from parkdesk.domain.errors import NoBayFree
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.domain.money import Money

if TYPE_CHECKING:
    from datetime import datetime

    from parkdesk.services.bundle import Services

_WHICH = ("live", "upcoming", "active", "history", "all")


def add(verbs: Any) -> None:
    verb = new_verb(verbs, "book", "claim a bay for a plate, from now or from later")
    verb.add_argument("plate", metavar="PLATE")
    add_lot(verb)
    verb.add_argument("--bay", metavar="CODE", help="the bay; the first free one if not said")
    verb.add_argument("--type", metavar="TYPE", default="sedan", help="the vehicle type; sedan if not said")
    add_window(verb)
    verb.add_argument("--driver", metavar="NAME", default="")
    verb.add_argument("--phone", metavar="NUMBER", default="")
    verb.add_argument("--email", metavar="ADDRESS", default="")
    verb.add_argument("--requests", metavar="TEXT", default="", help="what the driver asks for")
    verb.add_argument("--pending", action="store_true", help="still to be confirmed")
    verb.add_argument(
        "--late", action="store_true", help="the start may lie in the past; a supervisor's right"
    )
    verb.add_argument(
        "--override", metavar="REASON", default="", help="book a plate that already stands here"
    )
    _finish(verb, _book)

    verb = new_verb(verbs, "renew", "follow a stay with another one in the same bay")
    _add_stay(verb)
    verb.add_argument("--for", dest="length", metavar="LENGTH", help="the lot's usual length if not said")
    _finish(verb, _renew)

    verb = new_verb(verbs, "extend", "move the end of a booking")
    _add_stay(verb)
    verb.add_argument(
        "--for", dest="length", metavar="LENGTH", required=True, help="by how much: 30m, 2h, 1h30"
    )
    _finish(verb, _extend)

    verb = new_verb(verbs, "check-out", "end a stay now; its bay is free at once")
    _add_stay(verb)
    _finish(verb, _check_out)

    verb = new_verb(verbs, "bookings", "list bookings, newest first")
    add_lot(verb)
    verb.add_argument("--which", choices=_WHICH, default="live", help="live if not said")
    verb.add_argument("--plate", metavar="TEXT", default="", help="only plates that hold this")
    verb.add_argument("--day", metavar="DAY", help="only this day of the lot: 2026-11-21, today, yesterday")
    verb.add_argument("--most", metavar="N", type=int, default=50, help="as many at most; 50 if not said")
    add_json(verb)
    verb.set_defaults(run=_bookings)


def _add_stay(verb: Any) -> None:
    verb.add_argument("stay", metavar="TICKET|PLATE|BAY")
    add_lot(verb)


def _finish(verb: Any, run: Any) -> None:
    add_who(verb)
    add_json(verb)
    verb.set_defaults(run=run)


def _book(terminal: Terminal) -> Exit:
    arguments = terminal.arguments
    with terminal.desk() as services:
        who = terminal.actor(services)
        lot = the_lot(services, arguments.lot)
        now = services.clock()
        window = the_window(arguments, lot, now)
        bay = _wanted_bay(services, lot, arguments.bay, arguments.type, *window.around(now))
        request = BookingRequest(
            bay_id=bay.id,
            plate=arguments.plate,
            vehicle_type=arguments.type,
            duration=window.length,
            starts_at=window.start,
            until=window.until,
            driver=Driver(arguments.driver, arguments.phone, arguments.email),
            requests=arguments.requests,
            confirmed=not arguments.pending,
            back_entry=arguments.late,
            override_reason=arguments.override,
        )
        booking = services.bookings.book(who, request)
        _tell(terminal, services, booking, "Booked")
    return Exit.OK


def _wanted_bay(
    services: Services, lot: Lot, code: str | None, vehicle_type: str, start: datetime, until: datetime
) -> Bay:
    """Raises BayUnreadable or NoBayFree."""
    if code is not None:
        return the_bay(services, lot, code)
    free = services.lots.availability(lot.id, start, until, vehicle_type)
    if not free:
        raise NoBayFree(field="bay")
    return min(free, key=lambda bay: kept_back(bay.features, vehicle_type))


def _renew(terminal: Terminal) -> Exit:
    length = terminal.arguments.length
    with terminal.desk() as services:
        who = terminal.actor(services)
        stay = the_stay(services, terminal.arguments.stay, terminal.arguments.lot)
        booking = services.bookings.renew(who, stay, None if length is None else the_span(length))
        _tell(terminal, services, booking, "Renewed")
    return Exit.OK


def _extend(terminal: Terminal) -> Exit:
    by = the_span(terminal.arguments.length)
    with terminal.desk() as services:
        who = terminal.actor(services)
        stay = the_stay(services, terminal.arguments.stay, terminal.arguments.lot)
        _tell(terminal, services, services.stays.extend(who, stay, by), "Extended")
    return Exit.OK


def _check_out(terminal: Terminal) -> Exit:
    with terminal.desk() as services:
        who = terminal.actor(services)
        stay = the_stay(services, terminal.arguments.stay, terminal.arguments.lot)
        _tell(terminal, services, services.stays.check_out(who, stay), "Checked out")
    return Exit.OK


def _tell(terminal: Terminal, services: Services, booking: Booking, done: str) -> None:
    detail = services.bookings.detail(booking.id)
    lot = detail.lot
    record = {
        **_record(booking, detail.bay.code, lot),
        "due_minor": detail.due_minor,
        "lines": [line.as_record() for line in detail.quote.lines],
    }
    times = wording.clock_span(booking.starts_at, booking.until, lot.time_zone)
    lines = [
        f"{done}: {booking.plate} in bay {detail.bay.code} of {lot.name}, {times}, ticket {booking.ticket}."
    ]
    for line in detail.quote.lines:
        words = wording.price_line(line, booking.currency, lot.language, "en")
        lines.append(f"  {words}  {wording.money(Money(line.amount_minor, booking.currency), lot.language)}")
    lines.append(f"  Total  {wording.money(booking.total, lot.language)}")
    if detail.due_minor:
        lines.append(f"  Due  {wording.money(Money(detail.due_minor, booking.currency), lot.language)}")
    terminal.answer(record, "\n".join(lines))


def _bookings(terminal: Terminal) -> Exit:
    arguments = terminal.arguments
    with terminal.desk() as services:
        lot = the_lot(services, arguments.lot)
        now = services.clock()
        day = None
        if arguments.day is not None:
            day = the_day(arguments.day, local_day(now, lot.time_zone), field="day")
        most = max(1, arguments.most)
        page = services.bookings.page(lot.id, arguments.which, text=arguments.plate, day=day, most=most)
    records = [{**_record(row.booking, row.bay_code, lot), "paid_minor": row.paid_minor} for row in page.rows]
    rows = [
        (
            row.bay_code,
            str(row.booking.plate),
            wording.when(row.booking.starts_at, now, lot.time_zone, "en"),
            wording.when(row.booking.until, now, lot.time_zone, "en"),
            row.booking.status.value.replace("_", "-"),
            row.booking.ticket,
            wording.money(row.booking.total, lot.language),
            wording.money(Money(row.paid_minor, row.booking.currency), lot.language),
        )
        for row in page.rows
    ]
    heading = ("Bay", "Plate", "From", "Until", "Status", "Ticket", "Total", "Paid")
    listing = table(heading, rows, right=(6, 7)) if rows else f"{lot.name} has none."
    terminal.answer({"lot": lot.name, "bookings": records, "more": page.next is not None}, listing)
    return Exit.OK


def _record(booking: Booking, bay_code: str, lot: Lot) -> dict[str, Any]:
    return {
        "id": booking.id,
        "ticket": booking.ticket,
        "lot": lot.name,
        "bay": bay_code,
        "plate": booking.plate.shown,
        "vehicle_type": booking.vehicle_type,
        "status": booking.status,
        "starts_at": booking.starts_at,
        "until": booking.until,
        "driver": booking.driver.name,
        "renewed_from": booking.renewed_from,
        "currency": booking.currency,
        "total_minor": booking.total_minor,
    }
