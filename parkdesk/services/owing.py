"""What a stay owes, link by link, how money is shared out over its links, and what is let go of it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.lot import Lot
from parkdesk.domain.tariff import LineKind, PriceLine
from parkdesk.services.desk import Deed
from parkdesk.services.lifecycle import overstayed, the_booking, visit, write

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

Owed = list[tuple[Booking, int]]


def asked_minor(booking: Booking) -> int:
    """What a booking is charged as it stands."""
    return 0 if booking.status in (Status.CANCELLED, Status.NO_SHOW) else booking.total_minor


def owed(deed: Deed, links: Sequence[Booking], lot: Lot) -> Owed:
    """What each link of a stay still owes, an overstay charged up to now, less what others were paid too much."""
    balances = []
    for link in links:
        priced, quote = link, overstayed(deed.store, link, lot, deed.now)
        if quote is not None and quote.total_minor != link.total_minor:
            priced = replace(link, total_minor=quote.total_minor)
            write(deed, link, priced, quote.lines)
        balances.append((priced, asked_minor(priced) - deed.store.payments.paid_minor(link.id)))
    credit = -sum(min(0, balance) for _, balance in balances)
    remaining = []
    for link, balance in balances:
        used = min(credit, max(0, balance))
        credit -= used
        if balance > used:
            remaining.append((link, balance - used))
    return remaining


def grown(before: Owed, after: Owed) -> Owed:
    """What is owed more than before."""
    known = {link.id: minor for link, minor in before}
    return [(link, minor - known.get(link.id, 0)) for link, minor in after if minor > known.get(link.id, 0)]


def without_pending(store: Store, remaining: Owed) -> Owed:
    """What is owed beside what open charges are about to bring."""
    free = []
    for link, minor in remaining:
        left = minor - store.payments.pending_minor(link.id)
        if left > 0:
            free.append((link, left))
    return free


def paid_too_much(store: Store, links: Sequence[Booking]) -> int:
    """By how much a stay was paid more than it is charged; 0 if it was not."""
    return max(0, sum(store.payments.paid_minor(link.id) - asked_minor(link) for link in links))


def shared_out(remaining: Owed, amount: int) -> Owed:
    shares = []
    for link, due in remaining:
        part = min(due, amount)
        if part:
            shares.append((link, part))
        amount -= part
    return shares


def waive(deed: Deed, remaining: Owed, reason: str) -> None:
    """Nobody owes these parts of a price any more: each becomes a line of its booking, which says why."""
    for link, minor in remaining:
        lines = (*deed.store.bookings.lines(link.id), PriceLine(LineKind.WAIVED, -minor, name=reason))
        write(deed, link, replace(link, total_minor=link.total_minor - minor), lines)


def settle_paid(deed: Deed, booking: Booking, lot: Lot) -> None:
    """The IOUs of a stay that owes nothing any more are settled."""
    links = visit(deed.store, booking)
    open_ious = deed.store.ious.of_bookings([link.id for link in links])
    if open_ious and not owed(deed, visit(deed.store, the_booking(deed.store, booking.id)), lot):
        deed.store.ious.settle([iou.id for iou in open_ious], deed.now)
        deed.touch(*(iou.id for iou in open_ious))
        deed.outcome["settled_ious"] = [iou.id.hex for iou in open_ious]
