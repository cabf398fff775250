"""Undo: a compensating deed that puts back what the last deed changed, if nothing has happened to it since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.booking import Booking, Status
from parkdesk.domain.charge import Phase
from parkdesk.domain.errors import NothingToUndo, ParkDeskError, UndoOvertaken
from parkdesk.domain.journal import Entry, intact
from parkdesk.domain.payment import PaymentStatus
from parkdesk.domain.payment_errors import CardPaymentStays, RefundStays
from parkdesk.domain.people import Person, Right
from parkdesk.services.desk import Deed, Desk
from parkdesk.services.lifecycle import fingerprint, restored, the_booking, write

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

UNDOABLE = frozenset(
    (
        "book",
        "renew",
        "confirm",
        "check_in",
        "extend",
        "move",
        "check_out",
        "cancel",
        "mark_no_show",
        "take_payment",
        "nil_payment",
        "iou",
        "settle_iou",
        "note",
        "close_bays",
        "reopen_bays",
    )
)
_NO_CHANGE = frozenset(
    ("undo", "issue_receipt", "print_receipt", "mail_receipt", "mail_again", "mail_let_be")
)
_FINAL: Mapping[str, type[ParkDeskError]] = {
    "open_charge": CardPaymentStays,
    "retry_charge": CardPaymentStays,
    "refund": RefundStays,
}
"""A person's deeds that reach beyond this desk, and why they cannot be taken back here."""
_LOOK_BACK = 50


@dataclass(frozen=True, slots=True)
class Undoable:
    """The deed that undo would take back, and the plates and bays to name it by."""

    entry_id: UUID
    deed: str
    at: datetime
    who: str | None
    plate: str = ""
    bay_code: str = ""


class UndoService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def last(self, who: Person) -> Undoable | None:
        """The newest deed of this desk that `who` may take back."""
        with self._desk.look() as store:
            entry = _newest(store, self._desk.id, who)
            return None if entry is None or entry[0].deed in _FINAL else _named(store, *entry)

    def undo(self, who: Person, entry_id: UUID | None = None, *, deed_id: UUID | None = None) -> Undoable:
        """Take back the last deed, or the named one.

        Raises NothingToUndo, UndoOvertaken, CardPaymentStays, RefundStays, or what the database refuses: the bay may
        have been taken again.
        """

        def work(deed: Deed) -> Undoable:
            newest = _newest(deed.store, self._desk.id, deed.who)
            if newest is None or (entry_id is not None and newest[0].id != entry_id):
                raise NothingToUndo
            entry, _ = newest
            if entry.deed in _FINAL:
                raise _FINAL[entry.deed]
            deed.store.journal.claim(entry.id)
            if deed.store.journal.is_undone(entry.id):
                raise UndoOvertaken
            _refuse_refunded(deed, entry)
            _refuse_overtaken(deed.store, entry)
            told = _named(deed.store, *newest)
            _put_back(deed, entry)
            deed.undoes = entry.id
            deed.outcome["undoes"] = entry.id.hex
            return told

        arguments = {"entry": None if entry_id is None else entry_id.hex}
        return self._desk.do(
            "undo", who, Right.WORK, work, arguments=arguments, deed_id=deed_id, answer=_answer
        )


def _answer(store: Store, outcome: Mapping[str, Any]) -> Undoable:
    entry = store.journal.find(UUID(hex=outcome["undoes"]))
    assert entry is not None, "a foreign key holds this"
    who = None if entry.person_id is None else store.people.find(entry.person_id)
    return _named(store, entry, None if who is None else who.name)


def _newest(store: Store, desk_id: UUID, who: Person) -> tuple[Entry, str | None] | None:
    undone: set[str] = set()
    for entry, name in store.journal.newest(desk_id, _LOOK_BACK):
        if entry.deed == "undo":
            undone.add(entry.outcome.get("undoes", ""))
        elif (entry.deed in UNDOABLE or _reaches_out(store, entry)) and entry.id.hex not in undone:
            mine = entry.person_id == who.id or who.may(Right.OVERRIDE)
            return (intact(entry), name) if mine else None
    return None


def _reaches_out(store: Store, entry: Entry) -> bool:
    """Whether it has asked the provider for something that did not come to nothing."""
    if entry.deed not in _FINAL or "charge" not in entry.outcome:
        return entry.deed in _FINAL
    charge = store.charges.find(UUID(hex=entry.outcome["charge"]))
    return charge is not None and (charge.is_open or charge.phase is Phase.PAID)


def _refuse_overtaken(store: Store, entry: Entry) -> None:
    """Deeds that were themselves undone do not count, nor does paper, which tells and changes nothing."""
    for subject in entry.touched:
        later = [other for other, _ in store.journal.of(subject) if _after(other, entry)]
        undone = {other.outcome.get("undoes") for other in later if other.deed == "undo"}
        if any(other.deed not in _NO_CHANGE and other.id.hex not in undone for other in later):
            raise UndoOvertaken


def _after(other: Entry, entry: Entry) -> bool:
    if other.desk_id == entry.desk_id:
        return other.number > entry.number
    return other.at >= entry.at


def _put_back(deed: Deed, entry: Entry) -> None:
    outcome, store = entry.outcome, deed.store
    for refund_id in outcome.get("refunds", ()):
        _keep(deed, UUID(hex=refund_id))
    for payment_id in outcome.get("payments", ()):
        _void(deed, UUID(hex=payment_id))
    for booking_id in outcome.get("created", ()):
        booking = _as_left(store, entry, booking_id)
        write(deed, booking, _withdrawn(booking, deed.now))
    for booking_id, kept in outcome.get("before", {}).items():
        booking = _as_left(store, entry, booking_id)
        before, lines = restored(booking, kept)
        write(deed, booking, before, lines)
    if "iou" in outcome:
        store.ious.settle([UUID(hex=outcome["iou"])], deed.now)
        deed.touch(*entry.touched)
    if "settled_ious" in outcome:
        store.ious.reopen([UUID(hex=iou_id) for iou_id in outcome["settled_ious"]])
        deed.touch(*entry.touched)
    if "note" in outcome:
        store.payments.strike_note(UUID(hex=outcome["note"]), deed.now)
        deed.touch(*entry.touched)
    _put_back_bays(deed, outcome.get("closed", ()), outcome.get("reopened", {}))


def _as_left(store: Store, entry: Entry, booking_id: str) -> Booking:
    """A booking, locked. Raises UndoOvertaken if it is not as the deed left it: another desk's clock may be late."""
    booking = the_booking(store, UUID(hex=booking_id), lock=True)
    if entry.outcome.get("after", {}).get(booking_id) not in (None, fingerprint(booking)):
        raise UndoOvertaken
    return booking


def _put_back_bays(deed: Deed, closed: Sequence[str], reopened: dict[str, str]) -> None:
    if closed:
        deed.touch(*deed.store.bays.reopen([UUID(hex=bay_id) for bay_id in closed]))
    for bay_id, reason in reopened.items():
        deed.touch(*deed.store.bays.close([UUID(hex=bay_id)], reason, deed.now))


def _withdrawn(booking: Booking, now: datetime) -> Booking:
    return replace(booking, status=Status.CANCELLED, cancelled_at=now, cancel_reason="undone", left_at=None)


def _refuse_refunded(deed: Deed, entry: Entry) -> None:
    """Raises RefundStays once the provider may know that money shall go back."""
    for refund_id in entry.outcome.get("refunds", ()):
        letter = deed.store.outbox.of_refund(UUID(hex=refund_id))
        if letter is not None and (letter.ended or letter.may_be_out(deed.now)):
            raise RefundStays


def _keep(deed: Deed, refund_id: UUID) -> None:
    """Money that was to go back stays: cash is still in the till."""
    from parkdesk.services.settling.giving_back import keep  # hardly an undo is about a refund

    store = deed.store
    refund = store.refunds.find(refund_id)
    if refund is None or not refund.state.counts:
        raise UndoOvertaken
    if refund.charge_id is not None:
        letter = store.outbox.of_refund(refund.id)
        assert letter is not None, "it was asked for in the deed that is undone"
        store.outbox.end(letter.id, deed.now, "withdrawn")
    keep(deed, refund)


def _void(deed: Deed, payment_id: UUID) -> None:
    payments = deed.store.payments
    payment = payments.find(payment_id)
    if payment is None or payment.status is not PaymentStatus.PAID or payment.refunded_minor:
        raise UndoOvertaken
    payments.set_status(payment.id, PaymentStatus.VOID)
    booking = the_booking(deed.store, payment.booking_id)
    deed.store.rollups.add_payment(
        deed.desk_id, booking.lot_id, payments.day_of(payment.id), payment, sign=-1
    )
    deed.touch(payment.id, booking.id)


def _named(store: Store, entry: Entry, who: str | None) -> Undoable:
    booking_id = entry.outcome.get("booking") or entry.arguments.get("booking")
    booking = None if booking_id is None else store.bookings.find(UUID(hex=booking_id))
    if booking is None:
        return Undoable(entry.id, entry.deed, entry.at, who)
    bay = store.bays.find(booking.bay_id)
    return Undoable(entry.id, entry.deed, entry.at, who, booking.plate.shown, "" if bay is None else bay.code)
