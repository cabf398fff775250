"""The shelf that lists payments, cash and cards alike, with the stays they belong to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import Connection, Select, and_, bindparam, func, literal_column, or_, select, text

from parkdesk.domain.attention import from_kept
from parkdesk.domain.charge import Tender
from parkdesk.domain.errors import TicketMistyped
from parkdesk.domain.payment_list import PaymentFilter, PaymentRow, Which
from parkdesk.domain.plate import search_key
from parkdesk.domain.ticket import read_ticket
from parkdesk.store.payments import payment_of
from parkdesk.store.settlement_tables import charge_attempts, charges
from parkdesk.store.tables import bays, bookings, payments, people

_LATEST = (
    select(charge_attempts.c.tender)
    .where(charge_attempts.c.charge_id == payments.c.charge_id)
    .order_by(charge_attempts.c.number.desc())
    .limit(1)
    .scalar_subquery()
)
_GIVEN_UP = """
    FROM mails JOIN receipts ON receipts.id = mails.receipt_id
    WHERE mails.state = 'failed' AND mails.fault <> '' AND NOT EXISTS (
        SELECT 1 FROM mails later WHERE later.receipt_id = mails.receipt_id AND later.queued_at > mails.queued_at)
"""
"""Receipts whose mail was given up, and that nobody has sent again since or let be."""
_LOOKED_AT = f"""
    SELECT payments.id FROM charges JOIN payments ON payments.charge_id = charges.id
    WHERE charges.attention <> '' AND payments.charge_id IS NOT NULL
    UNION ALL SELECT payments.id FROM payments WHERE payments.booking_id IN (
        SELECT receipts.booking_id {_GIVEN_UP} AND mails.desk_id IN (SELECT desks.id FROM desks))
"""
_ATTENTION = select(func.count()).where(
    payments.c.lot_id == bindparam("lot_id"), text(f"payments.id IN ({_LOOKED_AT})")
)
_LISTED = (
    select(
        payments,
        bookings.c.ticket,
        bookings.c.plate,
        bays.c.code.label("bay_code"),
        people.c.name.label("taken_by_name"),
        charges.c.attention,
        _LATEST.label("tender"),
        literal_column(f"EXISTS (SELECT 1 {_GIVEN_UP} AND receipts.booking_id = payments.booking_id)").label(
            "mail_given_up"
        ),
    )
    .join(bookings, bookings.c.id == payments.c.booking_id)
    .join(bays, bays.c.id == bookings.c.bay_id)
    .join(people, people.c.id == payments.c.taken_by)
    .outerjoin(charges, charges.c.id == payments.c.charge_id)
)
_OF_WHICH = {
    Which.OPEN: "payments.status = 'pending'",
    Which.PAID: "payments.status = 'paid' AND payments.refunded_minor = 0",
    Which.FAILED: "payments.status = 'failed'",
    Which.REFUNDED: "payments.refunded_minor > 0",
    Which.ATTENTION: f"payments.id IN ({_LOOKED_AT})",
}


class PaymentList:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self,
        wanted: PaymentFilter,
        most: int,
        after: tuple[date, UUID] | None = None,
        paid_for: Sequence[UUID] = (),
    ) -> tuple[PaymentRow, ...]:
        """Newest first: a page is found by its key, never by counting rows. `paid_for` are bookings that the text
        means beside those whose plate holds it."""
        key = search_key(wanted.text)
        statement = _page(
            wanted.which,
            on_day=wanted.day is not None,
            since=wanted.since is not None,
            by_method=wanted.method is not None,
            by_text=bool(key),
            keyed=after is not None,
        )
        asked = {
            "lot_id": wanted.lot_id,
            "on_day": wanted.day,
            "since": wanted.since,
            "method": None if wanted.method is None else wanted.method.value,
            "part": key,
            "ticket": ticket_in(wanted.text),
            "paid_for": list(paid_for),
            "after_day": None if after is None else after[0],
            "after_id": None if after is None else after[1],
            "most": most,
        }
        return tuple(map(_row, self._connection.execute(statement, asked)))

    def attention(self, lot_id: UUID) -> int:
        """How many of a lot's payments a person must look at."""
        return int(self._connection.execute(_ATTENTION, {"lot_id": lot_id}).scalar_one())

    def one(self, payment_id: UUID) -> PaymentRow | None:
        row = self._connection.execute(
            _LISTED.where(payments.c.id == bindparam("id")), {"id": payment_id}
        ).first()
        return None if row is None else _row(row)


@lru_cache(maxsize=128)
def _page(
    which: Which, *, on_day: bool, since: bool, by_method: bool, by_text: bool, keyed: bool
) -> Select[Any]:
    """Each shape of the question is a statement of its own, so that each can use the index on lot and day."""
    statement = _LISTED.where(payments.c.lot_id == bindparam("lot_id"))
    if which in _OF_WHICH:
        statement = statement.where(text(_OF_WHICH[which]))
    if on_day:
        statement = statement.where(payments.c.day == bindparam("on_day"))
    elif since:
        statement = statement.where(payments.c.day >= bindparam("since"))
    if by_method:
        statement = statement.where(payments.c.method == bindparam("method"))
    if by_text:
        part = bindparam("part", type_=bookings.c.plate_search.type)
        plate = bookings.c.plate_search.contains(part, autoescape=False)
        ticket = bookings.c.ticket == bindparam("ticket")
        known = bookings.c.id.in_(bindparam("paid_for", expanding=True))
        statement = statement.where(or_(plate, ticket, known))
    if keyed:
        day, key = payments.c.day, payments.c.id
        statement = statement.where(
            or_(
                day < bindparam("after_day"),
                and_(day == bindparam("after_day"), key < bindparam("after_id")),
            )
        )
    return statement.order_by(payments.c.day.desc(), payments.c.id.desc()).limit(bindparam("most"))


def ticket_in(text: str) -> str:
    """The ticket that was typed or scanned, whole; empty for what is none."""
    try:
        return read_ticket(text)
    except TicketMistyped:
        return ""


def _row(row: Any) -> PaymentRow:
    return PaymentRow(
        payment_of(row),
        row.lot_id,
        row.day,
        row.ticket,
        row.plate,
        row.bay_code,
        row.taken_by_name,
        None if row.tender is None else Tender(row.tender),
        from_kept(row.attention or ""),
        bool(row.mail_given_up),
    )
