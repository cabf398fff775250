"""Ending a stay: what it costs whoever leaves, said before and written with it, and what of the money goes back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.booking import Deed as Transition
from parkdesk.domain.charge import Because
from parkdesk.domain.lot import Lot, RefundRule
from parkdesk.domain.payment import PRICE_STANDS
from parkdesk.domain.tariff import Quote
from parkdesk.services.desk import Deed
from parkdesk.services.lifecycle import chain, moved_on, overstayed, requoted, the_booking, write
from parkdesk.services.settling.by_rule import end_charges, give_back_by_rule

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

_SECOND = timedelta(seconds=1)


def told_within(now: datetime, told_at: datetime | None) -> datetime:
    """The moment up to which a stay is charged: the one for which the price was told, if that still holds."""
    return now if told_at is None else min(now, max(told_at, now - PRICE_STANDS))


def price_at(store: Store, booking: Booking, lot: Lot, at: datetime) -> Quote | None:
    """The price of a stay that ends at a moment, where it is not the agreed one: with its overstay; or, early, for the
    time used, unless the lot keeps what was agreed."""
    at = at.replace(microsecond=0)
    if booking.status is not Status.ACTIVE:
        return None
    if at >= booking.until or lot.refund_rule is RefundRule.NONE:
        return overstayed(store, booking, lot, at)
    if at < booking.starts_at:
        # Set back since, the clock does not know what was used.
        return None
    used = requoted(store, booking, until=max(at, booking.starts_at + _SECOND))
    return used if used.total_minor < booking.total_minor else None


def prices_at(
    store: Store, booking: Booking, lot: Lot, at: datetime, now: datetime
) -> list[tuple[Booking, Quote]]:
    """The links that a stay which ends now, at its price as of a moment, is charged otherwise for than agreed: where
    that was before its renewal took over, nothing for the renewal."""
    if booking.renewed_from is not None and booking.booked_at <= at < booking.starts_at <= now:
        before = the_booking(store, booking.renewed_from)
        told = price_at(store, replace(before, status=Status.ACTIVE), lot, at)
        return [(booking, Quote(booking.currency, ())), *([] if told is None else [(before, told)])]
    quote = price_at(store, booking, lot, at)
    return [] if quote is None else [(booking, quote)]


def costs_at(store: Store, booking: Booking, lot: Lot, at: datetime, now: datetime) -> dict[UUID, int]:
    """What a stay and the renewals that go with it are charged if it ends now, at its price as of a moment, where that
    is something else than now."""
    if booking.status is not Status.ACTIVE:
        return {}
    costs = {renewal.id: 0 for renewal in chain(store, booking)[1:]}
    prices = prices_at(store, booking, lot, at, now)
    return costs | {link.id: quote.total_minor for link, quote in prices}


def standing(store: Store, booking_id: UUID, now: datetime) -> Booking:
    """The link of a stay that a deed would be about now: one that has run out goes on in its renewal, though no sweep
    has written it yet."""
    booking = the_booking(store, booking_id)
    while booking.status is Status.COMPLETED or (booking.status is Status.ACTIVE and booking.until <= now):
        following = store.bookings.renewal_of(booking.id)
        if following is None or not following.live:
            break
        booking = replace(following, status=Status.ACTIVE) if following.starts_at <= now else following
    return booking


def leave(deed: Deed, booking: Booking, lot: Lot, links: Sequence[Booking], at: datetime) -> Booking:
    """End a running stay now, at its price as of a moment; `links` are all of it, locked. Renewals to come go with it,
    and what was paid too much goes back by the lot's rule."""
    renewals = chain(deed.store, booking, lock=True)[1:]
    for renewal in renewals:
        cancelled = moved_on(renewal, Transition.CANCEL, cancelled_at=deed.now, cancel_reason="left early")
        write(deed, renewal, cancelled)
    left_at = max(deed.now.replace(microsecond=0), booking.arrived_at or booking.starts_at)
    left, lines = moved_on(booking, Transition.CHECK_OUT, left_at=left_at), None
    for link, quote in prices_at(deed.store, booking, lot, at, deed.now):
        if link.id == booking.id:
            left, lines = replace(left, total_minor=quote.total_minor), quote.lines
        else:
            write(deed, link, replace(link, total_minor=quote.total_minor), quote.lines)
    write(deed, booking, left, lines)
    deed.outcome["booking"] = left.id.hex
    end_charges(deed, [renewal.id for renewal in renewals])
    give_back_by_rule(deed, lot, [link.id for link in links], {}, Because.LEFT_EARLY.value)
    return left
