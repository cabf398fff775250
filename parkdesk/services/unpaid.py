"""Leaving without paying: a nil payment lets what is owed go, an IOU keeps it owed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.errors import NothingOwed
from parkdesk.domain.iou import Iou
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment_errors import ChargeOpen, IouStands, IouUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.leaving import leave
from parkdesk.services.lifecycle import (
    answer_booking,
    the_booking,
    the_lot,
    visit,
)
from parkdesk.services.owing import Owed, owed, settle_paid, shared_out, waive
from parkdesk.services.running_out import current

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


class UnpaidService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def nil_payment(
        self, who: Person, booking_id: UUID, reason: str, *, deed_id: UUID | None = None
    ) -> Booking:
        """Let a stay go without paying: it ends if it has not yet, and what it owes is struck, with a reason.

        Raises TextMissing, NothingOwed or ChargeOpen.
        """
        reason = texts.line(reason, field="reason", required=True)

        def work(deed: Deed) -> Booking:
            booking, remaining = _let_go(deed, booking_id)
            waive(deed, remaining, reason)
            settle_paid(deed, booking, the_lot(deed.store, booking.lot_id))
            deed.outcome["booking"] = booking.id.hex
            return the_booking(deed.store, booking.id)

        arguments = {"booking": booking_id.hex, "reason": reason}
        return self._desk.do(
            "nil_payment",
            who,
            Right.OVERRIDE,
            work,
            arguments=arguments,
            deed_id=deed_id,
            answer=answer_booking,
        )

    def iou(self, who: Person, booking_id: UUID, reason: str, *, deed_id: UUID | None = None) -> Iou | None:
        """Let a driver go who cannot pay: the stay ends if it has not yet, and what it owes stays owed.

        None where nothing is owed once it has ended: what was unpaid was for time to come. Raises TextMissing,
        NothingOwed, ChargeOpen, or IouStands where all of it was promised before.
        """
        reason = texts.line(reason, field="reason", required=True)

        def work(deed: Deed) -> Iou | None:
            booking, remaining = _let_go(deed, booking_id)
            due = sum(minor for _, minor in remaining)
            deed.outcome["booking"] = booking.id.hex
            if not due:
                return None
            due -= _promised(deed.store, booking)
            if due <= 0:
                raise IouStands(field="amount")
            iou = Iou(
                new_id(),
                booking.id,
                Money(due, booking.currency),
                reason,
                deed.now,
                deed.who.id,
                None,
                booking.ticket,
                booking.plate.shown,
            )
            deed.store.ious.add(iou, booking.lot_id, deed.desk_id)
            deed.touch(iou.id, booking.id)
            deed.outcome["iou"] = iou.id.hex
            return iou

        arguments = {"booking": booking_id.hex, "reason": reason}
        return self._desk.do(
            "iou", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=_answer_iou
        )

    def settle_iou(self, who: Person, iou_id: UUID, note: str, *, deed_id: UUID | None = None) -> Iou:
        """Strike an IOU that will not be paid, and what its stay still owes of it. One whose stay is paid is settled by
        that.

        Raises TextMissing, IouUnknown, or ChargeOpen while the driver may still be paying.
        """
        note = texts.line(note, field="note", required=True)

        def work(deed: Deed) -> Iou:
            iou = deed.store.ious.find(iou_id)
            if iou is None:
                raise IouUnknown
            booking = the_booking(deed.store, iou.booking_id)
            links = visit(deed.store, booking, lock=True)
            # Asked again, now that nobody else can strike it.
            iou = deed.store.ious.find(iou_id)
            if iou is None or iou.settled_at is not None:
                raise IouUnknown
            remaining = _unpaid(deed, links, the_lot(deed.store, booking.lot_id))
            waive(deed, shared_out(remaining, iou.amount.minor), note)
            deed.store.ious.settle([iou.id], deed.now)
            deed.touch(iou.id, iou.booking_id)
            deed.outcome |= {"iou": iou.id.hex, "booking": iou.booking_id.hex, "settled_ious": [iou.id.hex]}
            return replace(iou, settled_at=deed.now)

        arguments = {"iou": iou_id.hex, "note": note}
        return self._desk.do(
            "settle_iou", who, Right.OVERRIDE, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )


def _let_go(deed: Deed, booking_id: UUID) -> tuple[Booking, Owed]:
    """The stay once its car is gone, and what it owes then; one that stands there leaves now, at the price until now.

    Raises NothingOwed where nothing was, or ChargeOpen while a driver may still be paying.
    """
    booking, lot = current(deed, booking_id)
    links = visit(deed.store, booking, lock=True)
    remaining = _unpaid(deed, links, lot)
    if not remaining:
        raise NothingOwed(field="amount")
    if booking.status is not Status.ACTIVE:
        return booking, remaining
    left = leave(deed, the_booking(deed.store, booking.id), lot, links, deed.now)
    return left, owed(deed, visit(deed.store, left), lot)


def _promised(store: Store, booking: Booking) -> int:
    """What open IOUs keep owed for a stay already."""
    links = visit(store, booking)
    return sum(iou.amount.minor for iou in store.ious.of_bookings([link.id for link in links]))


def _unpaid(deed: Deed, links: Sequence[Booking], lot: Lot) -> Owed:
    if deed.store.charges.open_of([link.id for link in links]):
        raise ChargeOpen
    return owed(deed, links, lot)


def _answer_iou(store: Store, outcome: Mapping[str, Any]) -> Iou | None:
    return _answer(store, outcome) if "iou" in outcome else None


def _answer(store: Store, outcome: Mapping[str, Any]) -> Iou:
    iou = store.ious.find(UUID(hex=outcome["iou"]))
    assert iou is not None, "an IOU is never deleted"
    return iou
