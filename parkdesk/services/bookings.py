"""Making bookings: quote, book and renew; and the lists and details of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.booking import LIVE, Booking, BookingRequest, Status, checked_window, next_status
from parkdesk.domain.booking import Deed as Transition
from parkdesk.domain.lot import Lot, PayWhen
from parkdesk.domain.moments import day_span, local_day
from parkdesk.domain.people import Person, Right
from parkdesk.domain.plate import Plate, search_key
from parkdesk.domain.tariff import Quote
from parkdesk.services.booking_detail import BookingDetail, detail
from parkdesk.services.claiming import added, check_bay, first_status, make_room, tariff_in_force
from parkdesk.services.desk import Deed, Desk
from parkdesk.services.late_entry import refuse_overlap
from parkdesk.services.lifecycle import (
    already_over,
    answer_booking,
    chain,
    moved_on,
    requoted,
    the_bay,
    the_booking,
    the_ground,
    the_lot,
    write,
)
from parkdesk.services.running_out import current

if TYPE_CHECKING:
    from parkdesk.store.bookings import Listed

_FIRST_YEAR = 1970
_LONGEST_SEARCH = 80
_WHICH: Mapping[str, tuple[str, ...]] = {
    "all": (),
    "upcoming": (Status.PENDING.value, Status.CONFIRMED.value),
    "live": tuple(status.value for status in LIVE),
    "active": (Status.ACTIVE.value,),
    "history": (Status.COMPLETED.value, Status.CANCELLED.value, Status.NO_SHOW.value),
}


@dataclass(frozen=True, slots=True)
class Page:
    """A page of a list, newest first; `next` is the key to ask for the following one."""

    rows: tuple[Listed, ...]
    next: UUID | None


class BookingService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def quote(self, bay_id: UUID, vehicle_type: str, span: timedelta) -> Quote:
        """What a stay would cost. Raises TariffMissing or EndBeforeStart."""
        with self._desk.look() as store:
            bay = the_bay(store, bay_id)
            return tariff_in_force(store, the_lot(store, bay.lot_id)).quote(
                span, vehicle_type, bay_hourly_minor=bay.hourly_minor
            )

    def book(self, who: Person, request: BookingRequest, *, deed_id: UUID | None = None) -> Booking:
        """Claim a bay for a plate, from now or from later. Every refusal names the field at fault."""
        right = Right.OVERRIDE if request.override_reason or request.back_entry else Right.WORK
        who.require(right)
        plate = Plate.read(request.plate)
        request = replace(
            request,
            driver=request.driver.checked(),
            requests=texts.paragraph(request.requests, field="requests"),
            override_reason=texts.line(request.override_reason, field="override_reason"),
        )

        def work(deed: Deed) -> Booking:
            bay, lot, around = the_ground(deed.store, request.bay_id, plate)
            starts_at, until = checked_window(request, lot, deed.now.replace(microsecond=0))
            check_bay(deed.store, bay, request.vehicle_type)
            now_or_before = starts_at <= deed.now
            make_room(
                deed,
                bay,
                plate,
                around,
                starts_at,
                until,
                arriving=now_or_before,
                doubled=bool(request.override_reason),
            )
            if request.back_entry:
                doubled = bool(request.override_reason)
                refuse_overlap(deed.store, lot, bay, plate, starts_at, until, doubled=doubled)
            tariff = tariff_in_force(deed.store, lot, request.vehicle_type)
            quote = tariff.quote(until - starts_at, request.vehicle_type, bay_hourly_minor=bay.hourly_minor)
            held = lot.pay_when is PayWhen.BOOKING and bool(quote.total_minor) and not request.back_entry
            arrives = now_or_before and request.confirmed and not held
            draft = Booking(
                id=deed.id,
                lot_id=lot.id,
                bay_id=bay.id,
                ticket="",
                plate=plate,
                vehicle_type=request.vehicle_type,
                status=first_status(arrives=arrives, confirmed=request.confirmed and not held),
                starts_at=starts_at,
                until=until,
                booked_at=deed.now,
                day=local_day(starts_at, lot.time_zone),
                tariff_id=tariff.id,
                currency=quote.currency,
                total_minor=quote.total_minor,
                driver=request.driver,
                requests=request.requests,
                arrived_at=starts_at if arrives else None,
                override_reason=request.override_reason,
                held_until=deed.now + lot.hold if held else None,
            )
            booking = added(deed, draft, quote.lines)
            deed.outcome["booking"] = booking.id.hex
            return booking

        arguments = {
            "bay": request.bay_id.hex,
            "vehicle_type": request.vehicle_type,
            "back_entry": request.back_entry,
            "override_reason": request.override_reason,
        }
        return self._desk.do(
            "book", who, right, work, arguments=arguments, deed_id=deed_id, answer=answer_booking
        )

    def renew(
        self, who: Person, booking_id: UUID, by: timedelta | None = None, *, deed_id: UUID | None = None
    ) -> Booking:
        """A new booking of the same bay, plate, type and driver that follows the old one.

        A running stay goes on from its end; one that has ended starts anew from now. `by` defaults to the lot's
        default duration. Raises AlreadyOver where the renewal would end before now, or what book raises.
        """

        def work(deed: Deed) -> Booking:
            running, lot = current(deed, booking_id)
            next_status(running.status, Transition.RENEW)
            last = chain(deed.store, running, lock=True)[-1]
            span = lot.default_duration if by is None else by
            lot.check_span(span, field="duration")
            anew = running.status is Status.COMPLETED
            starts_at = deed.now.replace(microsecond=0) if anew else last.until
            booking = self._renewal(deed, lot, last, starts_at, starts_at + span, anew=anew)
            deed.outcome["booking"] = booking.id.hex
            return booking

        arguments = {"booking": booking_id.hex, "minutes": None if by is None else by // timedelta(minutes=1)}
        return self._desk.do(
            "renew", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=answer_booking
        )

    def _renewal(
        self, deed: Deed, lot: Lot, last: Booking, starts_at: datetime, until: datetime, *, anew: bool
    ) -> Booking:
        if until <= deed.now:
            raise already_over(until, lot)
        store = deed.store
        bay = the_bay(store, last.bay_id)
        arrives = starts_at <= deed.now
        if anew:
            check_bay(store, bay, last.vehicle_type)
            make_room(
                deed,
                bay,
                last.plate,
                store.bookings.live_around(bay.id, last.plate.key),
                starts_at,
                until,
                arriving=True,
                doubled=bool(last.override_reason),
            )
        elif arrives:
            # Past its end and still there: the old stay ended on time, and the renewal covers what came after.
            ended = moved_on(last, Transition.EXPIRE, left_at=last.until)
            until_then = requoted(store, last, until=last.until)
            if until_then.total_minor == last.total_minor:
                write(deed, last, ended)
            else:
                # Charged already as an overstay, that time is sold in the renewal now.
                write(deed, last, replace(ended, total_minor=until_then.total_minor), until_then.lines)
        tariff = tariff_in_force(store, lot)
        quote = tariff.quote(until - starts_at, last.vehicle_type, bay_hourly_minor=bay.hourly_minor)
        draft = replace(
            last,
            id=deed.id,
            ticket="",
            status=Status.ACTIVE if arrives else Status.CONFIRMED,
            starts_at=starts_at,
            until=until,
            booked_at=deed.now,
            day=local_day(starts_at, lot.time_zone),
            tariff_id=tariff.id,
            currency=quote.currency,
            total_minor=quote.total_minor,
            renewed_from=last.id,
            arrived_at=starts_at if arrives else None,
            left_at=None,
            auto_ended=False,
        )
        deed.touch(last.id)
        return added(deed, draft, quote.lines)

    def get(self, booking_id: UUID) -> Booking:
        """Raises BookingUnknown."""
        with self._desk.look() as store:
            return the_booking(store, booking_id)

    def detail(self, booking_id: UUID, *, leaving_at: datetime | None = None) -> BookingDetail:
        """With `leaving_at` the price is that of a stay which ends now, as it was told then. Raises BookingUnknown."""
        now = self._desk.clock()
        with self._desk.look() as store:
            return detail(store, booking_id, now, leaving_at)

    def page(
        self,
        lot_id: UUID,
        which: str = "all",
        *,
        text: str = "",
        day: date | None = None,
        after: UUID | None = None,
        most: int = 50,
    ) -> Page:
        """Bookings of a lot, newest first: `which` is all, upcoming, live, active or history; `text` part of a
        plate; `after` the `next` of the page before."""
        with self._desk.look() as store:
            found = store.bookings.page(
                lot_id,
                statuses=_WHICH[which],
                text_key=search_key(text[:_LONGEST_SEARCH]),
                day=day,
                before=after,
                most=most + 1,
            )
        rows = found[:most]
        return Page(rows, rows[-1].booking.id if len(found) > most else None)

    def of_days(self, lot_id: UUID, first: date, last: date) -> tuple[Listed, ...]:
        """What stands in the lot's bays on local days, both included, soonest first. A stay begun earlier than the
        day before shows while it lives."""
        if not _FIRST_YEAR <= first.year <= last.year < date.max.year:
            # Next to the calendar's ends a local day has no beginning or no end in UTC.
            return ()
        with self._desk.look() as store:
            lot = the_lot(store, lot_id)
            starts, ends = day_span(first, lot.time_zone)[0], day_span(last, lot.time_zone)[1]
            return store.bookings.during(lot_id, first - timedelta(days=1), last, starts, ends)
