"""Receipts and entry tickets: issuing what is asked for later, and counting every paper that leaves the desk."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import UUID

from parkdesk.domain.charge import Phase
from parkdesk.domain.entry_ticket import EntryTicket, PayPage
from parkdesk.domain.paper_errors import NothingPaid, ReceiptUnknown
from parkdesk.domain.people import Person, Right
from parkdesk.domain.receipt import Receipt
from parkdesk.services.desk import Deed, Desk
from parkdesk.services.lifecycle import chain, dropped, stay, the_bay, the_booking, the_lot, visit
from parkdesk.services.receipting import draw, header_of, payments_of, refunds_of, uncovered

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store


@dataclass(frozen=True, slots=True)
class Issued:
    """A receipt and its paper in hand: `copy` is 0 for the original and counts on from there. `void` says that a
    payment it vouches for was taken back since."""

    receipt: Receipt
    copy: int = 0
    void: bool = False


class ReceiptService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def of(self, booking_id: UUID) -> tuple[Issued, ...]:
        """The receipts of a stay, newest first, each as its next paper would be. Raises BookingUnknown."""
        with self._desk.look() as store:
            return tuple(_issued(store, receipt) for receipt in reversed(_receipts(store, booking_id)))

    def find(self, receipt_id: UUID) -> Issued:
        """Raises ReceiptUnknown."""
        with self._desk.look() as store:
            return _issued(store, _the_receipt(store, receipt_id))

    def issue(self, who: Person, booking_id: UUID, *, deed_id: UUID | None = None) -> Issued:
        """The receipt for what was paid for a stay: the one there is, or, belated, a new one for what none vouches
        for. Raises NothingPaid or BookingUnknown."""

        def work(deed: Deed) -> Issued:
            store = deed.store
            booking = the_booking(store, booking_id, lock=True)
            links = stay(store, booking)
            taken = payments_of(store, (*links, *dropped(store, links)))
            if not taken:
                raise NothingPaid
            known = _receipts(store, booking_id)
            standing = [receipt for receipt in known if not store.receipts.is_void(receipt)]
            sold = uncovered(taken, standing)
            if not sold and standing and standing[-1].refunds == refunds_of(store, taken):
                deed.written = False
                return _issued(store, standing[-1])
            return Issued(draw(deed, booking, the_lot(store, booking.lot_id), sold))

        return self._desk.do(
            "issue_receipt",
            who,
            Right.WORK,
            work,
            arguments={"booking": booking_id.hex},
            deed_id=deed_id,
            answer=_answer,
        )

    def hand_out(self, who: Person, receipt_id: UUID, outlet: str, *, deed_id: UUID | None = None) -> Issued:
        """Count one paper of a receipt before it is printed, written to a file or mailed; all after the first bear
        that they are copies. A copy too many does no harm, two originals would. Raises ReceiptUnknown."""

        def work(deed: Deed) -> Issued:
            return counted(deed, _the_receipt(deed.store, receipt_id), outlet)

        return self._desk.do(
            "print_receipt",
            who,
            Right.WORK,
            work,
            arguments={"receipt": receipt_id.hex, "outlet": outlet},
            deed_id=deed_id,
            answer=_answer,
        )

    def ticket(self, booking_id: UUID) -> EntryTicket:
        """The entry ticket of a stay, until the end of its last renewal. Raises BookingUnknown."""
        with self._desk.look() as store:
            links = visit(store, the_booking(store, booking_id))
            first, last = links[0], chain(store, links[-1])[-1]
            lot, bay = the_lot(store, last.lot_id), the_bay(store, last.bay_id)
            levels = store.lots.levels(lot.id)
            level = next((level.name for level in levels if level.id == bay.level_id), "")
            return EntryTicket(
                code=first.ticket,
                header=header_of(lot),
                plate=first.plate.shown,
                bay=bay.code,
                level=level if len(levels) > 1 else "",
                starts_at=first.starts_at,
                until=last.until,
                language=lot.language,
                time_zone=lot.time_zone,
                pay=_pay_page(store, [link.id for link in links], self._desk.clock()),
            )

    def gaps(self) -> tuple[UUID, ...]:
        """Desks whose receipt numbers have a gap: somebody changed the database from outside."""
        with self._desk.look() as store:
            return store.receipts.gaps()


def counted(deed: Deed, receipt: Receipt, outlet: str) -> Issued:
    """One more paper of a receipt, within a deed."""
    store = deed.store
    store.journal.claim(receipt.id)
    copy = store.receipts.papers(receipt.id)
    store.receipts.hand_out(receipt.id, copy, outlet, deed.who.id, deed.now)
    deed.touch(receipt.id, receipt.booking_id)
    deed.outcome.update(receipt=receipt.id.hex, copy=copy)
    return Issued(receipt, copy, store.receipts.is_void(receipt))


def _pay_page(store: Store, booking_ids: Sequence[UUID], now: datetime) -> PayPage | None:
    """The page of a stay's open charge; none that is being ended or has run out is handed to a driver."""
    for charge in store.charges.of_bookings(booking_ids):
        latest = charge.latest
        if charge.phase is not Phase.AWAITING or not latest.url or latest.closing:
            continue
        if latest.expires_at is None or latest.expires_at > now:
            return PayPage(latest.url, charge.amount, latest.expires_at)
    return None


def _the_receipt(store: Store, receipt_id: UUID) -> Receipt:
    receipt = store.receipts.find(receipt_id)
    if receipt is None:
        raise ReceiptUnknown
    return receipt


def _receipts(store: Store, booking_id: UUID) -> tuple[Receipt, ...]:
    links = stay(store, the_booking(store, booking_id))
    return store.receipts.of([link.id for link in (*links, *dropped(store, links))])


def _issued(store: Store, receipt: Receipt) -> Issued:
    return Issued(receipt, store.receipts.papers(receipt.id), store.receipts.is_void(receipt))


def _answer(store: Store, outcome: Mapping[str, Any]) -> Issued:
    receipt = _the_receipt(store, UUID(hex=outcome["receipt"]))
    return Issued(receipt, outcome.get("copy", 0), store.receipts.is_void(receipt))
