"""What becomes of payments and bookings when a charge is paid, or ends without money."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from uuid import UUID

from parkdesk.domain.attention import Reason, Why, raised
from parkdesk.domain.booking import NOT_PAID, Booking, Status
from parkdesk.domain.booking import Deed as Transition
from parkdesk.domain.charge import Attempt, Because, Charge, Phase, Standing, Tender
from parkdesk.domain.errors import BayTaken, PlateAlreadyParked
from parkdesk.domain.lot import Lot
from parkdesk.domain.moments import local_day
from parkdesk.domain.payment import Method, Payment, PaymentStatus
from parkdesk.payments.gateway import Operation
from parkdesk.services.desk import Deed, new_id
from parkdesk.services.lifecycle import moved_on, the_bay, the_booking, the_lot, visit, write
from parkdesk.services.owing import owed, paid_too_much, settle_paid
from parkdesk.services.receipting import draw
from parkdesk.services.settling import asking
from parkdesk.services.settling.giving_back import give_back, keep, payments_of, planned, spread

_ENDING = frozenset((Operation.EXPIRE_SESSION, Operation.CANCEL_INTENT, Operation.CANCEL_READER))


def locked(deed: Deed, charge_id: UUID) -> Charge:
    """A charge with its stay, kept from all others: first the bookings, as every deed on them does."""
    charge = deed.store.charges.find(charge_id)
    assert charge is not None, "nothing else is asked for"
    visit(deed.store, the_booking(deed.store, charge.booking_id), lock=True)
    charge = deed.store.charges.find(charge_id, lock=True)
    assert charge is not None, "a charge is never deleted"
    deed.touch(charge.id, charge.booking_id)
    return charge


def is_new(charge: Charge, reason: Reason, mark: str = "") -> bool:
    """Whether a person has yet to be told; what bears a mark is told once, also when somebody has settled it since."""
    return mark not in charge.strange and raised(charge.attention, reason) != charge.attention


def raise_attention(deed: Deed, charge: Charge, reason: Reason, mark: str = "") -> bool:
    """Add a reason why a person must look at a charge; whether it is a new one."""
    known = deed.store.charges.find(charge.id)
    assert known is not None, "a charge is never deleted"
    if not is_new(known, reason, mark):
        return False
    deed.store.charges.set_attention(charge.id, raised(known.attention, reason))
    if mark:
        deed.store.charges.set_strange(charge.id, (*known.strange, mark))
    return True


def paid(deed: Deed, charge: Charge, attempt: Attempt) -> None:
    """Money has come in by an attempt."""
    store = deed.store
    lot = the_lot(store, charge.lot_id)
    others = [other for other in charge.attempts if other.id != attempt.id]
    if any(other.phase is Phase.PAID for other in others):
        _give_back_second(deed, charge, attempt, lot)
        return
    taken = _take_in(deed, charge, attempt, lot)
    for other in others:
        if other.phase.is_open:
            close(deed, charge, other)
    booking = the_booking(store, charge.booking_id, lock=True)
    if booking.status is Status.CANCELLED and booking.auto_ended and booking.cancel_reason == NOT_PAID:
        booking = _reinstated(deed, booking)
    confirm_if_paid(deed, booking, lot)
    settle_paid(deed, booking, lot)
    if _give_back_not_owed(deed, charge, booking):
        raise_attention(deed, charge, Reason(Why.PAID_LATE))
    draw(deed, booking, lot, taken)


def closed(deed: Deed, charge: Charge) -> None:
    """The latest attempt has ended without money; a booking that only waited for it is released."""
    store = deed.store
    for payment in store.payments.of_charge(charge.id):
        if payment.status is PaymentStatus.PENDING:
            store.payments.set_status(payment.id, PaymentStatus.FAILED)
            deed.touch(payment.id)
    booking = the_booking(store, charge.booking_id, lock=True)
    if booking.hold_is_over(deed.now):
        release(deed, booking)


def release(deed: Deed, booking: Booking) -> Booking:
    """Its time to be paid is over: the bay is free again, and what was paid of it goes back. One that owes nothing
    any more, let go or moved into a cheaper bay, stands instead."""
    standing = confirm_if_paid(deed, booking, the_lot(deed.store, booking.lot_id))
    if standing.status is not Status.PENDING:
        return standing
    released = moved_on(
        booking, Transition.EXPIRE, cancelled_at=deed.now, cancel_reason=NOT_PAID, auto_ended=True
    )
    write(deed, booking, released)
    paid_minor = deed.store.payments.paid_minor(booking.id)
    if paid_minor:
        # Nobody is at the desk to hand cash over while a hold lapses.
        spread(deed, [booking.id], paid_minor, Because.NOT_PAID.value, handed=False)
    return released


def confirm_if_paid(deed: Deed, booking: Booking, lot: Lot) -> Booking:
    """A pending booking that owes nothing any more stands; one that was made on the spot has begun."""
    if booking.status is not Status.PENDING or owed(deed, visit(deed.store, booking), lot):
        return booking
    confirmed = moved_on(booking, Transition.CONFIRM, held_until=None)
    if booking.starts_at <= booking.booked_at and booking.until > deed.now:
        begun = moved_on(confirmed, Transition.CHECK_IN, arrived_at=booking.starts_at)
        # Money that has come in counts, wherever its driver has parked meanwhile.
        with suppress(BayTaken, PlateAlreadyParked):
            write(deed, booking, begun)
            return begun
    write(deed, booking, confirmed)
    return confirmed


def close(deed: Deed, charge: Charge, attempt: Attempt) -> None:
    """End an open attempt: at once if the provider never heard of it, else by asking; until then it may be paid."""
    store = deed.store
    letters = store.outbox.of_attempt(attempt.id)
    waiting = [letter for letter in letters if not letter.ended]
    if attempt.closing and any(letter.operation in _ENDING for letter in waiting):
        return
    unsent = [letter for letter in waiting if not letter.may_be_out(deed.now)]
    never_heard_of = attempt.session_id is None and attempt.intent_id is None and unsent == waiting
    for letter in unsent:
        store.outbox.end(letter.id, deed.now, "withdrawn")
    if never_heard_of:
        ended = replace(attempt, standing=Standing(Phase.CANCELED, attempt.standing.number), closing=True)
        store.charges.change_attempt(ended)
        store.polls.put_off([(attempt.id, None)])
        closed(deed, charge)
        return
    attempt = replace(attempt, closing=True)
    store.charges.change_attempt(attempt)
    ask_to_end(deed, charge, attempt)


def ask_to_end(deed: Deed, charge: Charge, attempt: Attempt) -> None:
    """Once its object is known; before that, the answer that brings it does this."""
    if attempt.tender is Tender.QR and attempt.session_id is not None:
        asking.end(deed, charge, attempt, Operation.EXPIRE_SESSION)
    elif attempt.tender is Tender.READER and attempt.intent_id is not None:
        asked = [letter.operation for letter in deed.store.outbox.of_attempt(attempt.id)]
        on_reader = attempt.presented > 0 and Operation.CANCEL_READER.value not in asked
        asking.end(deed, charge, attempt, Operation.CANCEL_READER if on_reader else Operation.CANCEL_INTENT)


def _take_in(deed: Deed, charge: Charge, attempt: Attempt, lot: Lot) -> list[Payment]:
    store = deed.store
    day = local_day(deed.now, lot.time_zone)
    taken = [
        payment
        for payment in store.payments.of_charge(charge.id)
        if payment.status in (PaymentStatus.PENDING, PaymentStatus.FAILED)
    ]
    for payment in taken:
        store.payments.settle(payment.id, attempt.id, deed.now, day)
        store.rollups.add_payment(charge.desk_id, lot.id, day, payment)
        deed.touch(payment.id, payment.booking_id)
    deed.outcome["payments"] = [payment.id.hex for payment in taken]
    return taken


def _give_back_second(deed: Deed, charge: Charge, attempt: Attempt, lot: Lot) -> None:
    """Money that came in twice is money that came in: it is written down as such, and goes back as a whole."""
    store = deed.store
    day = local_day(deed.now, lot.time_zone)
    second = Payment(
        id=new_id(),
        booking_id=charge.booking_id,
        method=Method.CARD,
        amount_minor=charge.amount.minor,
        currency=charge.amount.currency,
        status=PaymentStatus.PAID,
        processed_at=deed.now,
        taken_by=charge.opened_by,
        note="Paid twice",
        charge_id=charge.id,
        attempt_id=attempt.id,
    )
    store.payments.add(second, lot.id, charge.desk_id, day)
    store.rollups.add_payment(charge.desk_id, lot.id, day, second)
    deed.touch(second.id)
    give_back(deed, second.id, second.amount_minor, Because.PAID_TWICE.value)
    raise_attention(deed, charge, Reason(Why.PAID_TWICE))
    draw(deed, the_booking(store, charge.booking_id), lot, [second])


def _give_back_not_owed(deed: Deed, charge: Charge, booking: Booking) -> bool:
    """What came in for a stay that costs less by now, or for a link that is no part of it any more, goes back; whether
    any did."""
    store = deed.store
    stay = [link.id for link in visit(store, booking)]
    beside = {payment.booking_id for payment in store.payments.of_charge(charge.id)}.difference(stay)
    given = []
    for ids in (stay, *([link_id] for link_id in sorted(beside))):
        own = [payment for payment in payments_of(store, ids) if payment.charge_id == charge.id]
        too_much = paid_too_much(store, store.bookings.many(ids))
        given += [
            give_back(deed, payment.id, part, Because.PAID_LATE.value)
            for payment, part in planned(own, too_much)
        ]
    return bool(given)


def _reinstated(deed: Deed, booking: Booking) -> Booking:
    """The booking as it was, if it is paid whole and its bay is still free; else it stays as it is."""
    store = deed.store
    in_till = store.refunds.to_hand_back(booking_id=booking.id)
    here = store.payments.paid_minor(booking.id) + sum(waiting.amount.minor for waiting in in_till)
    paid_for = here >= booking.total_minor
    if booking.until <= deed.now or not paid_for or the_bay(store, booking.bay_id).closed_reason is not None:
        return booking
    back = moved_on(
        booking,
        Transition.REINSTATE,
        cancelled_at=None,
        cancel_reason="",
        auto_ended=False,
        held_until=None,
    )
    if booking.starts_at <= booking.booked_at:
        back = moved_on(back, Transition.CHECK_IN, arrived_at=booking.starts_at)
    try:
        write(deed, booking, back)
    except (BayTaken, PlateAlreadyParked):
        return booking
    for waiting in in_till:
        refund = store.refunds.find(waiting.refund_id)
        assert refund is not None, "a refund is never deleted"
        keep(deed, refund)
    deed.outcome["reinstated"] = booking.id.hex
    return back
