"""Turns what was typed into the lot, bay, booking, moment or span that is meant."""

from __future__ import annotations

import re
from argparse import ArgumentParser, Namespace
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING, Any

from parkdesk.cli.faults import (
    BayUnreadable,
    DayUnreadable,
    DurationUnreadable,
    LotNotSaid,
    MomentUnreadable,
    NoLots,
    SeveralStays,
    StayUnknown,
)
from parkdesk.domain import duration
from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import LIVE, Status
from parkdesk.domain.errors import LotUnknown
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import from_local, local_day, zone
from parkdesk.domain.plate import key_of

if TYPE_CHECKING:
    from uuid import UUID

    from parkdesk.services.bundle import Services

_CLOCK = re.compile(r"([01]?\d|2[0-3]):([0-5]\d)")
_MOMENT = re.compile(r"(\d{4}-\d{2}-\d{2})[T ]([01]?\d|2[0-3]):([0-5]\d)")


def new_verb(verbs: Any, name: str, words: str) -> ArgumentParser:
    """A verb and what it does, for the list of verbs and for its own help."""
    verb: ArgumentParser = verbs.add_parser(name, help=words, description=f"{words[0].upper()}{words[1:]}.")
    return verb


def add_json(verb: ArgumentParser) -> None:
    verb.add_argument("--json", action="store_true", help="print JSON")


def add_who(verb: ArgumentParser) -> None:
    verb.add_argument("--as", dest="who", metavar="NAME", help="who does this")


def add_lot(verb: ArgumentParser) -> None:
    verb.add_argument(
        "--lot", metavar="NAME", help="the lot, or how its name begins; needed where there are several"
    )


def add_window(verb: ArgumentParser) -> None:
    """When a booking starts and ends, in the lot's time."""
    verb.add_argument(
        "--from", dest="start", metavar="TIME", help="14:30 or 2026-11-21T14:30; now if not said"
    )
    end = verb.add_mutually_exclusive_group()
    end.add_argument("--until", metavar="TIME", help="the end, written likewise")
    end.add_argument(
        "--for", dest="length", metavar="LENGTH", help="90m, 2h, 1h30; the lot's usual if not said"
    )


def the_lot(services: Services, name: str | None) -> Lot:
    """By its name or how that begins; unsaid, the only one. Raises LotUnknown, LotNotSaid or NoLots."""
    lots = [summary.lot for summary in services.lots.all()]
    if not lots:
        raise NoLots
    if name is not None:
        wanted = name.casefold().strip()
        same = [lot for lot in lots if lot.name.casefold() == wanted]
        lots = same or [lot for lot in lots if lot.name.casefold().startswith(wanted)]
        if not lots:
            raise LotUnknown(lot=name, field="lot")
    if len(lots) > 1:
        raise LotNotSaid(lots=", ".join(lot.name for lot in lots), field="lot")
    return lots[0]


def the_bay(services: Services, lot: Lot, code: str) -> Bay:
    """Raises BayUnreadable."""
    wanted = code.strip().casefold()
    for bay in services.lots.bays(lot.id):
        if bay.code.casefold() == wanted:
            return bay
    raise BayUnreadable(bay=code, lot=lot.name, field="bay")


def the_stay(services: Services, text: str, lot_name: str | None) -> UUID:
    """The live booking that a ticket, a plate, a part of one, or a bay means.

    Raises StayUnknown, SeveralStays, TicketMistyped or TicketUnknown.
    """
    lot = the_lot(services, lot_name) if lot_name is not None else None
    hits = services.search.find(text, None if lot is None else lot.id)
    found = [hit for hit in hits if hit.status in LIVE]
    exact = [hit for hit in found if text.casefold() in (hit.bay_code.casefold(), hit.ticket.casefold())]
    exact += [hit for hit in found if key_of(hit.plate) == key_of(text)]
    standing = [hit for hit in exact or found if hit.status is Status.ACTIVE]
    chosen = standing or exact or found
    if not chosen:
        raise StayUnknown(text=text, field="booking")
    if len(chosen) > 1:
        told = ", ".join(f"{hit.ticket} ({hit.plate}, {hit.bay_code})" for hit in chosen[:5])
        raise SeveralStays(text=text, found=told, field="booking")
    booking_id = chosen[0].booking_id
    assert booking_id is not None
    return booking_id


def the_span(text: str) -> timedelta:
    """Raises DurationUnreadable."""
    length = duration.read(text.replace(" ", ""))
    if length is None:
        raise DurationUnreadable(text=text, field="duration")
    return length


def the_moment(text: str, lot: Lot, now: datetime, *, field: str) -> datetime:
    """A time of the lot's today, or of the day that is said. Raises MomentUnreadable or NoSuchLocalTime."""
    said = text.strip()
    if said.casefold() == "now":
        return now
    if clock := _CLOCK.fullmatch(said):
        return from_local(
            local_day(now, lot.time_zone), time(int(clock[1]), int(clock[2])), lot.time_zone, field=field
        )
    if whole := _MOMENT.fullmatch(said):
        try:
            day = date.fromisoformat(whole[1])
        except ValueError as error:
            raise MomentUnreadable(text=text, field=field) from error
        return from_local(day, time(int(whole[2]), int(whole[3])), lot.time_zone, field=field)
    try:
        moment = datetime.fromisoformat(said)
    except ValueError as error:
        raise MomentUnreadable(text=text, field=field) from error
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone(lot.time_zone))
    return moment


@dataclass(frozen=True, slots=True)
class Window:
    """A time as it was said: `start` None is the moment at which it is acted on, and then `length` says the end."""

    start: datetime | None
    until: datetime | None
    length: timedelta | None

    def around(self, now: datetime) -> tuple[datetime, datetime]:
        start = now if self.start is None else self.start
        return start, start + (self.length or timedelta(0)) if self.until is None else self.until


def the_window(arguments: Namespace, lot: Lot, now: datetime) -> Window:
    """Raises MomentUnreadable, NoSuchLocalTime or DurationUnreadable."""
    start = None if arguments.start is None else the_moment(arguments.start, lot, now, field="starts_at")
    if arguments.until is not None:
        return Window(start, the_moment(arguments.until, lot, now, field="until"), None)
    length = lot.default_duration if arguments.length is None else the_span(arguments.length)
    return Window(start, None, length)


def the_day(text: str, today: date, *, field: str) -> date:
    """Raises DayUnreadable."""
    if text == "today":
        return today
    if text == "yesterday":
        return today - timedelta(days=1)
    try:
        return date.fromisoformat(text)
    except ValueError as error:
        raise DayUnreadable(text=text, field=field) from error
