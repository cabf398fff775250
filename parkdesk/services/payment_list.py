"""Looking up what was paid, how it stands, and everything that happened to it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING
from uuid import UUID

from parkdesk.domain.charge import Charge, Refund
from parkdesk.domain.dispute import Dispute
from parkdesk.domain.iou_list import IouFilter, IouPage
from parkdesk.domain.lot import Lot
from parkdesk.domain.mail import Mail
from parkdesk.domain.moments import local_day
from parkdesk.domain.payment_errors import PaymentUnknown
from parkdesk.domain.payment_list import PaymentFilter, PaymentPage, PaymentRow, Which
from parkdesk.domain.receipt import read_code, series_of
from parkdesk.services.desk import Desk
from parkdesk.services.journal import HistoryLine, history
from parkdesk.services.lifecycle import the_booking, the_lot, visit

if TYPE_CHECKING:
    from parkdesk.store.shelves import Store

REACH = timedelta(days=92)
"""How far back a list without a day goes: older payments are found by their day."""
_LONGEST_TEXT = 40


@dataclass(frozen=True, slots=True)
class PaymentStory:
    """One payment with its charge, its refunds, what was disputed of it, its receipts' mail and what was done about it,
    oldest first."""

    row: PaymentRow
    lot: Lot
    charge: Charge | None
    refunds: tuple[Refund, ...]
    disputes: tuple[Dispute, ...]
    mails: tuple[Mail, ...]
    history: tuple[HistoryLine, ...]


class PaymentListService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def page(
        self, wanted: PaymentFilter, *, after: tuple[date, UUID] | None = None, most: int = 50
    ) -> PaymentPage:
        """Newest first; `after` is the `next` of the page before."""
        with self._desk.look() as store:
            # What a person must look at is never too old for that.
            if wanted.day is None and wanted.which is not Which.ATTENTION:
                zone = the_lot(store, wanted.lot_id).time_zone
                wanted = replace(wanted, since=local_day(self._desk.clock(), zone) - REACH)
            wanted = replace(wanted, text=wanted.text[:_LONGEST_TEXT])
            rows = store.payment_list.page(wanted, most + 1, after, _with_receipt(store, wanted.text))
            attention = store.payment_list.attention(wanted.lot_id)
        shown = rows[:most]
        more = len(rows) > most
        return PaymentPage(shown, (shown[-1].day, shown[-1].payment.id) if more else None, attention)

    def attention(self, lot_id: UUID) -> int:
        """How many of a lot's payments a person must look at."""
        with self._desk.look() as store:
            return store.payment_list.attention(lot_id)

    def ious(
        self, wanted: IouFilter, *, after: tuple[datetime, UUID] | None = None, most: int = 50
    ) -> IouPage:
        """Open IOUs, oldest first, with what is still owed; `after` is the `next` of the page before."""
        wanted = replace(wanted, text=wanted.text[:_LONGEST_TEXT])
        with self._desk.look() as store:
            rows = store.iou_list.page(wanted, most + 1, after, _with_receipt(store, wanted.text))
            count, totals = store.iou_list.totals(wanted.lot_id)
        shown = rows[:most]
        last = shown[-1].iou if len(rows) > most else None
        return IouPage(shown, None if last is None else (last.issued_at, last.id), count, totals)

    def story(self, payment_id: UUID) -> PaymentStory:
        """Raises PaymentUnknown."""
        with self._desk.look() as store:
            row = store.payment_list.one(payment_id)
            if row is None:
                raise PaymentUnknown
            payment = row.payment
            charge = None if payment.charge_id is None else store.charges.find(payment.charge_id)
            refunds = tuple(
                refund
                for refund in store.refunds.of_bookings([payment.booking_id])
                if refund.payment_id == payment.id
            )
            disputes = () if charge is None else store.disputes.of(charge.id)
            subjects = [payment.id] if charge is None else [payment.id, charge.id]
            found = {line.entry_id: line for line in history(store, *subjects)}
            lines = tuple(sorted(found.values(), key=lambda line: (line.at, line.number)))
            receipts = store.receipts.of(
                [link.id for link in visit(store, the_booking(store, payment.booking_id))]
            )
            mails = store.mails.of([receipt.id for receipt in receipts])
            return PaymentStory(row, the_lot(store, row.lot_id), charge, refunds, disputes, mails, lines)


def _with_receipt(store: Store, text: str) -> tuple[UUID, ...]:
    """The bookings of the stays whose receipt bears the number that a text means; none if it means no number."""
    code = read_code(text)
    if code is None:
        return ()
    series, number = code
    desks = [desk_id for desk_id, _ in store.desks.all() if series in ("", series_of(desk_id))]
    found = store.receipts.numbered(desks, number)
    return tuple(link.id for booking_id in found for link in visit(store, the_booking(store, booking_id)))
