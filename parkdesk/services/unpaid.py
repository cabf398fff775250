"""Leaving without paying: a nil payment lets what is owed go, an IOU keeps it owed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.booking import Deed as Transition
from parkdesk.domain.errors import NothingOwed
from parkdesk.domain.iou import Iou
from parkdesk.domain.lot import Lot
from parkdesk.domain.money import Money
from parkdesk.domain.payment_errors import ChargeOpen, IouUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.domain.tariff import LineKind, PriceLine
from parkdesk.services.desk import Deed, Desk, new_id
from parkdesk.services.lifecycle import (
    answer_booking,
    chain,
    current,
    moved_on,
    the_booking,
    the_lot,
    visit,
    with_overstay,
    write,
)
from parkdesk.services.owing import owed

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
            renewed = len(chain(deed.store, the_booking(deed.store, booking_id))) > 1
            booking, lot = _left(deed, booking_id)
            remaining = _owed(deed, booking, lot)
            # What only a renewal to come has cost goes with it: then nothing is left to strike.
            if not remaining and not renewed:
                raise NothingOwed(field="amount")
            for link, minor in remaining:
                waived = PriceLine(LineKind.WAIVED, -minor, name=reason)
                lines = (*deed.store.bookings.lines(link.id), waived)
                write(deed, link, replace(link, total_minor=link.total_minor - minor), lines)
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

    def iou(self, who: Person, booking_id: UUID, reason: str, *, deed_id: UUID | None = None) -> Iou:
        """Let a driver go who cannot pay: the stay ends if it has not yet, and what it owes stays owed.

        Raises TextMissing, NothingOwed or ChargeOpen.
        """
        reason = texts.line(reason, field="reason", required=True)

        def work(deed: Deed) -> Iou:
            booking, lot = _left(deed, booking_id)
            due = sum(minor for _, minor in _owed(deed, booking, lot))
            if not due:
                raise NothingOwed(field="amount")
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
            deed.store.ious.add(iou, lot.id, deed.desk_id)
            deed.touch(iou.id, booking.id)
            deed.outcome |= {"iou": iou.id.hex, "booking": booking.id.hex}
            return iou

        arguments = {"booking": booking_id.hex, "reason": reason}
        return self._desk.do(
            "iou", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )

    def settle_iou(self, who: Person, iou_id: UUID, note: str, *, deed_id: UUID | None = None) -> Iou:
        """Strike an IOU that will not be paid. One whose stay is paid is settled by that. Raises IouUnknown."""
        note = texts.line(note, field="note", required=True)

        def work(deed: Deed) -> Iou:
            iou = deed.store.ious.find(iou_id)
            if iou is None or iou.settled_at is not None:
                raise IouUnknown
            deed.store.ious.settle([iou.id], deed.now)
            deed.touch(iou.id, iou.booking_id)
            deed.outcome |= {"iou": iou.id.hex, "booking": iou.booking_id.hex}
            return replace(iou, settled_at=deed.now)

        arguments = {"iou": iou_id.hex, "note": note}
        return self._desk.do(
            "settle_iou", who, Right.OVERRIDE, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )

    def open(self, lot_id: UUID | None = None) -> tuple[Iou, ...]:
        """IOUs that wait for their money, oldest first."""
        with self._desk.look() as store:
            return store.ious.open(lot_id)


def settle_paid(deed: Deed, booking: Booking, lot: Lot) -> None:
    """The IOUs of a stay that owes nothing any more are settled."""
    links = visit(deed.store, booking)
    open_ious = deed.store.ious.of_bookings([link.id for link in links])
    if open_ious and not owed(deed, links, lot):
        deed.store.ious.settle([iou.id for iou in open_ious], deed.now)
        deed.touch(*(iou.id for iou in open_ious))
        deed.outcome["settled_ious"] = [iou.id.hex for iou in open_ious]


def _left(deed: Deed, booking_id: UUID) -> tuple[Booking, Lot]:
    """The stay once its car is gone; one that stands there leaves now, at the price up to now."""
    booking, lot = current(deed, booking_id)
    if booking.status is not Status.ACTIVE:
        return booking, the_lot(deed.store, booking.lot_id)
    for renewal in chain(deed.store, booking, lock=True)[1:]:
        cancelled = moved_on(renewal, Transition.CANCEL, cancelled_at=deed.now, cancel_reason="left early")
        write(deed, renewal, cancelled)
    priced, lines = with_overstay(deed, booking, lot)
    left_at = max(deed.now.replace(microsecond=0), booking.arrived_at or booking.starts_at)
    left = moved_on(priced, Transition.CHECK_OUT, left_at=left_at)
    write(deed, booking, left, lines)
    return left, lot


def _owed(deed: Deed, booking: Booking, lot: Lot) -> list[tuple[Booking, int]]:
    """Raises ChargeOpen while a driver may still be paying."""
    links = visit(deed.store, booking, lock=True)
    if deed.store.charges.open_of([link.id for link in links]):
        raise ChargeOpen
    return owed(deed, links, lot)


def _answer(store: Store, outcome: Mapping[str, Any]) -> Iou:
    iou = store.ious.find(UUID(hex=outcome["iou"]))
    assert iou is not None, "an IOU is never deleted"
    return iou
