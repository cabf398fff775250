"""Everything about one booking: its bay, its price as of now, its stay, its payments and its history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.bay import Bay
from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.payment import Payment
from parkdesk.domain.tariff import Quote
from parkdesk.services.journal import HistoryLine, history
from parkdesk.services.leaving import costs_at, prices_at, standing, told_within
from parkdesk.services.lifecycle import (
    chain,
    dropped,
    overstayed,
    stay,
    the_bay,
    the_booking,
    the_lot,
    visit,
)

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


@dataclass(frozen=True, slots=True)
class Note:
    id: UUID
    at: datetime
    text: str
    who: str


@dataclass(frozen=True, slots=True)
class BookingDetail:
    """Everything about one booking. `quote` is its price as of now, overstay included; `chain` its renewals, itself
    first. Payments, notes, history and `due_minor` are those of the whole stay, the links before it included; `links`
    are these, the oldest first, each with what it costs as of now. Payments and history tell of renewals that were
    cancelled as well."""

    booking: Booking
    bay: Bay
    lot: Lot
    quote: Quote
    chain: tuple[Booking, ...]
    payments: tuple[Payment, ...]
    notes: tuple[Note, ...]
    history: tuple[HistoryLine, ...]
    links: tuple[tuple[Booking, int], ...]
    due_minor: int
    leaves_early: bool = False
    """Whether the price is that of a stay which ends now, for less than was agreed."""

    @property
    def own_payments(self) -> tuple[Payment, ...]:
        """Those that count for what is due: not what was paid for a renewal that is none any more."""
        links = {link.id for link, _ in self.links}
        return tuple(payment for payment in self.payments if payment.booking_id in links)


def detail(
    store: Store, booking_id: UUID, now: datetime, leaving_at: datetime | None = None
) -> BookingDetail:
    """With `leaving_at` the price is that of a stay which ends now, as it was told then. Raises BookingUnknown."""
    booking = the_booking(store, booking_id)
    lot, bay = the_lot(store, booking.lot_id), the_bay(store, booking.bay_id)
    links = visit(store, booking)
    quotes = {link.id: _priced(store, link, lot, now) for link in links}
    asked = {link.id: quotes[link.id].total_minor if _owes(link) else 0 for link in links}
    early = False
    if leaving_at is not None:
        ends, at = standing(store, booking_id, now), told_within(now, leaving_at)
        quotes |= {link.id: quote for link, quote in prices_at(store, ends, lot, at, now)}
        asked |= costs_at(store, ends, lot, at, now)
        early = asked[ends.id] < ends.total_minor
    told = stay(store, booking)
    told = (*told, *dropped(store, told))
    payments = tuple(payment for link in told for payment in store.payments.of(link.id))
    costs = tuple((link, asked[link.id]) for link in links)
    paid = sum(payment.left_minor for payment in payments if payment.booking_id in asked)
    notes = tuple(Note(*note) for link in links for note in store.payments.notes(link.id))
    return BookingDetail(
        booking=booking,
        bay=bay,
        lot=lot,
        quote=quotes[booking.id],
        chain=chain(store, booking),
        payments=payments,
        notes=notes,
        history=history(store, *(link.id for link in told)),
        links=costs,
        due_minor=max(0, sum(minor for _, minor in costs) - paid),
        leaves_early=early,
    )


def _priced(store: Store, booking: Booking, lot: Lot, now: datetime) -> Quote:
    overstay = overstayed(store, booking, lot, now)
    if overstay is not None:
        return overstay
    tariff = store.lots.tariff_by_id(booking.tariff_id)
    lines = store.bookings.lines(booking.id)
    return tariff.explained(lines)


def _owes(booking: Booking) -> bool:
    return booking.status not in (Status.CANCELLED, Status.NO_SHOW)
