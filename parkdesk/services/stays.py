"""The deeds on a booking that exists: confirm, check in, extend, move, check out, cancel, no-show, note."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking
from parkdesk.domain.booking import Deed as Transition
from parkdesk.domain.charge import Because
from parkdesk.domain.errors import BayClosed, BayUnknown, BayUnsuitable, NotYetDue, NumberOutOfRange
from parkdesk.domain.moments import zone
from parkdesk.domain.money import Money
from parkdesk.domain.people import Person, Right
from parkdesk.domain.tariff import PriceLine
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.leaving import leave, told_within
from parkdesk.services.lifecycle import (
    already_over,
    answer_booking,
    chain,
    moved_on,
    moved_price,
    requoted,
    running_before,
    the_bay,
    the_booking,
    visit,
    write,
)
from parkdesk.services.running_out import current
from parkdesk.services.settling.by_rule import end_charges, give_back_by_rule, worth_minor

_MINUTE = timedelta(minutes=1)


class StayService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def confirm(self, who: Person, booking_id: UUID, *, deed_id: UUID | None = None) -> Booking:
        """Accept a pending booking."""

        def work(deed: Deed) -> Booking:
            booking, _ = current(deed, booking_id)
            return _done(deed, booking, moved_on(booking, Transition.CONFIRM))

        return self._do("confirm", who, booking_id, work, deed_id)

    def check_in(self, who: Person, booking_id: UUID, *, deed_id: UUID | None = None) -> Booking:
        """The driver has come. Earlier than booked, the stay starts and is charged from now."""

        def work(deed: Deed) -> Booking:
            booking, lot = current(deed, booking_id)
            now = deed.now.replace(microsecond=0)
            arrived = moved_on(booking, Transition.CHECK_IN, arrived_at=now)
            _open_bay(deed, booking.bay_id, booking.vehicle_type)
            if now >= booking.starts_at:
                return _done(deed, booking, arrived)
            lot.check_span(booking.until - now)
            return _repriced(deed, booking, replace(arrived, starts_at=now))

        return self._do("check_in", who, booking_id, work, deed_id)

    def extend(self, who: Person, booking_id: UUID, by: timedelta, *, deed_id: UUID | None = None) -> Booking:
        """Move the end of a booking, or of the last of its renewals. The whole stay is priced anew, so free or
        started increments are not charged twice."""
        if not _MINUTE <= by <= timedelta(days=366):
            raise NumberOutOfRange(least=1, most=366 * 1440, number=by // _MINUTE, field="duration")

        def work(deed: Deed) -> Booking:
            running, lot = current(deed, booking_id)
            last = chain(deed.store, running, lock=True)[-1]
            longer = moved_on(last, Transition.EXTEND, until=last.until + by)
            if longer.until <= deed.now:
                raise already_over(longer.until, lot)
            lot.check_span(longer.span, field="duration")
            return _repriced(deed, last, longer)

        return self._do("extend", who, booking_id, work, deed_id, minutes=by // _MINUTE)

    def extended(self, booking_id: UUID, by: timedelta) -> tuple[datetime, Money]:
        """The end that an extension would give and what it would cost on top. Nothing is written."""
        with self._desk.look() as store:
            last = chain(store, the_booking(store, booking_id))[-1]
            until = last.until + by
            quote = requoted(store, last, until=until)
            return until, quote.total - last.total

    def move(self, who: Person, booking_id: UUID, bay_id: UUID, *, deed_id: UUID | None = None) -> Booking:
        """Put a booking and its renewals into another bay of the lot, at that bay's price."""

        def work(deed: Deed) -> Booking:
            running, lot = current(deed, booking_id)
            running = running_before(deed.store, running) or running
            stay = [link.id for link in visit(deed.store, running, lock=True)]
            bay = _open_bay(deed, bay_id, running.vehicle_type)
            if bay.lot_id != lot.id:
                raise BayUnknown(bay=bay.code, field="bay")
            for link in reversed(chain(deed.store, running, lock=True)):
                quote = moved_price(deed.store, link, lot, bay, deed.now)
                moved = moved_on(link, Transition.MOVE, bay_id=bay.id, total_minor=quote.total_minor)
                answer = _done(deed, link, moved, quote.lines)
            give_back_by_rule(deed, lot, stay, {}, Because.MOVED.value)
            return answer

        return self._do("move", who, booking_id, work, deed_id, bay=bay_id.hex)

    def check_out(
        self,
        who: Person,
        booking_id: UUID,
        *,
        told_at: datetime | None = None,
        deed_id: UUID | None = None,
    ) -> Booking:
        """End a stay now. Early, its bay is free at once and the time used is charged, unless the lot keeps what was
        agreed; late at a lot that holds, the overstay is charged.

        `told_at` is the moment for which the driver was told a price and has paid it: it stands for `PRICE_STANDS`.
        """

        def work(deed: Deed) -> Booking:
            booking, lot = current(deed, booking_id)
            links = visit(deed.store, booking, lock=True)
            return leave(deed, booking, lot, links, told_within(deed.now, told_at))

        return self._do("check_out", who, booking_id, work, deed_id)

    def cancel(self, who: Person, booking_id: UUID, reason: str, *, deed_id: UUID | None = None) -> Booking:
        """Cancel a booking and its renewals at any stage before it has ended. Raises TextMissing without a reason."""
        reason = texts.line(reason, field="reason", required=True)

        def work(deed: Deed) -> Booking:
            booking, lot = current(deed, booking_id)
            stay = [link.id for link in visit(deed.store, booking, lock=True)]
            worth = {booking.id: worth_minor(deed.store, booking, lot, deed.now)}
            for renewal in reversed(chain(deed.store, booking, lock=True)[1:]):
                _cancel(deed, renewal, reason)
            cancelled = _cancel(deed, booking, reason)
            end_charges(deed, stay)
            give_back_by_rule(deed, lot, stay, worth, Because.CANCELLED.value)
            return cancelled

        return self._do("cancel", who, booking_id, work, deed_id, reason=reason)

    def mark_no_show(self, who: Person, booking_id: UUID, *, deed_id: UUID | None = None) -> Booking:
        """The driver did not come; what was paid stays, for the bay was held. Raises NotYetDue before the booking
        starts."""

        def work(deed: Deed) -> Booking:
            booking, lot = current(deed, booking_id)
            missed = moved_on(booking, Transition.MARK_NO_SHOW)
            if deed.now < booking.starts_at:
                starts = booking.starts_at.astimezone(zone(lot.time_zone))
                raise NotYetDue(starts=f"{starts:%H:%M}")
            answer = _done(deed, booking, missed)
            end_charges(deed, [booking.id])
            return answer

        return self._do("mark_no_show", who, booking_id, work, deed_id)

    def add_note(self, who: Person, booking_id: UUID, text: str, *, deed_id: UUID | None = None) -> Booking:
        """Keep a note with a booking, in any state. Raises TextMissing."""
        text = texts.paragraph(text, field="note", required=True)

        def work(deed: Deed) -> Booking:
            booking = the_booking(deed.store, booking_id)
            note_id = new_id()
            deed.store.payments.add_note(note_id, booking.id, who.id, deed.now, text)
            deed.touch(booking.id)
            deed.outcome["note"] = note_id.hex
            deed.outcome["booking"] = booking.id.hex
            return booking

        return self._do("note", who, booking_id, work, deed_id)

    def _do(
        self,
        name: str,
        who: Person,
        booking_id: UUID,
        work: Callable[[Deed], Booking],
        deed_id: UUID | None,
        **arguments: Any,
    ) -> Booking:
        return self._desk.do(
            name,
            who,
            Right.WORK,
            work,
            arguments={"booking": booking_id.hex, **arguments},
            deed_id=deed_id,
            answer=answer_booking,
        )


def _done(deed: Deed, before: Booking, after: Booking, lines: tuple[PriceLine, ...] | None = None) -> Booking:
    write(deed, before, after, lines)
    deed.outcome["booking"] = after.id.hex
    return after


def _repriced(deed: Deed, before: Booking, after: Booking) -> Booking:
    quote = requoted(deed.store, after, until=after.until)
    return _done(deed, before, replace(after, total_minor=quote.total_minor), quote.lines)


def _cancel(deed: Deed, booking: Booking, reason: str) -> Booking:
    cancelled = moved_on(booking, Transition.CANCEL, cancelled_at=deed.now, cancel_reason=reason)
    return _done(deed, booking, cancelled)


def _open_bay(deed: Deed, bay_id: UUID, vehicle_type: str) -> Bay:
    """Raises BayUnknown, BayClosed or BayUnsuitable."""
    bay = the_bay(deed.store, bay_id)
    if bay.closed_reason is not None:
        raise BayClosed(bay=bay.code, reason=bay.closed_reason, field="bay")
    if not bay.takes(vehicle_type):
        raise BayUnsuitable(bay=bay.code, field="bay")
    return bay
