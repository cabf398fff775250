"""Giving money back by hand, and what a deed would give back before it is done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain import texts
from parkdesk.domain.charge import Refund, RefundState
from parkdesk.domain.dispute import bars_refunds
from parkdesk.domain.payment import HandBack
from parkdesk.domain.payment_errors import NotToHandBack, PaymentDisputed, PaymentUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import Deed, Desk
from parkdesk.services.leaving import costs_at, standing, told_within
from parkdesk.services.lifecycle import (
    chain,
    dropped,
    moved_price,
    running_before,
    stay,
    the_bay,
    the_booking,
    the_lot,
    visit,
)
from parkdesk.services.owing import grown, owed, waive
from parkdesk.services.settling import outcomes
from parkdesk.services.settling.by_rule import (
    RefundPreview,
    kept_whole,
    preview,
    worth_minor,
)
from parkdesk.services.settling.giving_back import give_back, keep

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


class RefundService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def give_back(
        self,
        who: Person,
        payment_id: UUID,
        amount_minor: int,
        reason: str,
        *,
        owed_again: bool = False,
        deed_id: UUID | None = None,
    ) -> Refund:
        """Cash goes over the desk now; a card's money is on its way once the provider has been asked.

        The stay costs that much less, which a line of its price says with the reason; or, where the payment was wrong,
        the sum is `owed_again`.

        Raises NotAllowed without the right to refund, TextMissing, PaymentUnknown, PaymentDisputed, NotRefundable,
        RefundTooLittle or RefundTooMuch.
        """
        reason = texts.line(reason, field="reason", required=True)

        def work(deed: Deed) -> Refund:
            payment = deed.store.payments.find(payment_id)
            if payment is None:
                raise PaymentUnknown
            booking = the_booking(deed.store, payment.booking_id)
            lot = the_lot(deed.store, booking.lot_id)
            before = owed(deed, visit(deed.store, booking, lock=True), lot)
            if payment.charge_id is not None:
                outcomes.locked(deed, payment.charge_id)
                if bars_refunds(deed.store.disputes.of(payment.charge_id)):
                    raise PaymentDisputed(field="amount")
            refund = give_back(deed, payment_id, amount_minor, reason)
            if not owed_again:
                # Read anew: it may have changed while this desk waited for it.
                links = visit(deed.store, the_booking(deed.store, booking.id))
                waive(deed, grown(before, owed(deed, links, lot)), reason)
            deed.outcome["refund"] = refund.id.hex
            deed.outcome["booking"] = payment.booking_id.hex
            return refund

        return self._desk.do(
            "refund",
            who,
            Right.REFUND,
            work,
            arguments={
                "payment": payment_id.hex,
                "amount": amount_minor,
                "reason": reason,
                "owed_again": owed_again,
            },
            deed_id=deed_id,
            answer=_answer,
        )

    def to_hand_back(self, lot_id: UUID | None = None) -> tuple[HandBack, ...]:
        """Money taken over the desk for a booking that lapsed by itself: it waits for a person to hand it over."""
        with self._desk.look() as store:
            return store.refunds.to_hand_back(lot_id)

    def hand_back(self, who: Person, refund_id: UUID, *, deed_id: UUID | None = None) -> Refund:
        """The driver has it. Raises NotToHandBack."""

        def work(deed: Deed) -> Refund:
            refund = _waiting(deed, refund_id)
            deed.store.refunds.change(refund.id, RefundState.SUCCEEDED, None, deed.now)
            return replace(refund, state=RefundState.SUCCEEDED, processed_at=deed.now)

        return self._on_waiting("hand_back", who, Right.WORK, refund_id, work, deed_id)

    def keep(self, who: Person, refund_id: UUID, *, deed_id: UUID | None = None) -> Refund:
        """Nobody came for it, so that it stays with what was paid. Raises NotToHandBack."""

        def work(deed: Deed) -> Refund:
            refund = _waiting(deed, refund_id)
            keep(deed, refund)
            return replace(refund, state=RefundState.CANCELED)

        return self._on_waiting("keep_cash", who, Right.OVERRIDE, refund_id, work, deed_id)

    def _on_waiting(
        self,
        name: str,
        who: Person,
        right: Right,
        refund_id: UUID,
        work: Callable[[Deed], Refund],
        deed_id: UUID | None,
    ) -> Refund:
        arguments = {"refund": refund_id.hex}
        return self._desk.do(name, who, right, work, arguments=arguments, deed_id=deed_id, answer=_answer)

    def preview_cancel(self, booking_id: UUID) -> RefundPreview:
        """What cancelling a booking and its renewals now would give back."""
        now = self._desk.clock()
        with self._desk.look() as store:
            booking = standing(store, booking_id, now)
            lot = the_lot(store, booking.lot_id)
            asked = {renewal.id: 0 for renewal in chain(store, booking)}
            asked[booking.id] = worth_minor(store, booking, lot, now)
            return preview(store, lot, visit(store, booking), asked)

    def preview_check_out(self, booking_id: UUID, *, told_at: datetime | None = None) -> RefundPreview:
        """What ending a stay now would cost and give back: its renewals to come are cancelled with it."""
        now = self._desk.clock()
        with self._desk.look() as store:
            booking = standing(store, booking_id, now)
            lot = the_lot(store, booking.lot_id)
            asked = costs_at(store, booking, lot, told_within(now, told_at), now)
            return preview(store, lot, visit(store, booking), asked)

    def preview_no_show(self, booking_id: UUID) -> RefundPreview:
        """What becomes of the money where a driver did not come: by no lot's rule does any of it go back, for the bay
        was held."""
        with self._desk.look() as store:
            booking = the_booking(store, booking_id)
            return kept_whole(preview(store, the_lot(store, booking.lot_id), visit(store, booking), {}))

    def preview_move(self, booking_id: UUID, bay_id: UUID) -> RefundPreview:
        """What moving a stay into another bay would give back, where that one costs less. Raises BayUnknown."""
        now = self._desk.clock()
        with self._desk.look() as store:
            booking = standing(store, booking_id, now)
            running = running_before(store, booking) or booking
            bay = the_bay(store, bay_id)
            lot = the_lot(store, booking.lot_id)
            asked = {
                link.id: moved_price(store, link, lot, bay, now).total_minor for link in chain(store, running)
            }
            return preview(store, lot, visit(store, running), asked)

    def of_booking(self, booking_id: UUID) -> tuple[Refund, ...]:
        """The refunds of a booking's whole stay, oldest first; of its cancelled renewals too."""
        with self._desk.look() as store:
            links = stay(store, the_booking(store, booking_id))
            return store.refunds.of_bookings([link.id for link in (*links, *dropped(store, links))])


def _waiting(deed: Deed, refund_id: UUID) -> Refund:
    """Kept from all others. Raises NotToHandBack."""
    store = deed.store
    refund = store.refunds.find(refund_id)
    if refund is None or refund.charge_id is not None:
        raise NotToHandBack
    payment = store.payments.find(refund.payment_id)
    assert payment is not None, "a foreign key holds this"
    # First the booking, as every deed does: money that comes late may take it up again just now.
    the_booking(store, payment.booking_id, lock=True)
    store.payments.find(payment.id, lock=True)
    refund = store.refunds.find(refund_id)
    assert refund is not None, "a refund is never deleted"
    if refund.state is not RefundState.REQUESTED:
        raise NotToHandBack
    deed.touch(refund.id, payment.id, payment.booking_id)
    deed.outcome |= {"refund": refund.id.hex, "booking": payment.booking_id.hex}
    return refund


def _answer(store: Store, outcome: Mapping[str, Any]) -> Refund:
    refund = store.refunds.find(UUID(hex=outcome["refund"]))
    assert refund is not None, "a refund is never deleted"
    return refund
