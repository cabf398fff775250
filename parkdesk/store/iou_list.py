"""The shelf that lists open IOUs with the stays they belong to, and what each of these still owes."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CTE,
    BigInteger,
    Connection,
    Select,
    Subquery,
    and_,
    bindparam,
    case,
    cast,
    func,
    or_,
    select,
    text,
    union,
)

from parkdesk.domain.iou_list import IouFilter, IouRow
from parkdesk.domain.money import Money
from parkdesk.domain.plate import search_key
from parkdesk.store.bookings import PAID
from parkdesk.store.ious import iou_of
from parkdesk.store.payment_list import ticket_in
from parkdesk.store.settlement_tables import ious
from parkdesk.store.tables import bays, bookings, lots, people
from parkdesk.store.types import readable

_OPEN = text("ious.settled_at IS NULL")
_UNCHARGED = "bookings.status IN ('cancelled', 'no_show')"


class IouList:
    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def page(
        self,
        wanted: IouFilter,
        most: int,
        after: tuple[datetime, UUID] | None = None,
        paid_for: Sequence[UUID] = (),
    ) -> tuple[IouRow, ...]:
        """Oldest first, found by key; `paid_for` are bookings that the text means beside those whose plate holds it."""
        key = search_key(wanted.text)
        statement = _page(in_lot=wanted.lot_id is not None, by_text=bool(key), keyed=after is not None)
        asked = {
            "lot_id": wanted.lot_id,
            "part": key,
            "ticket": ticket_in(wanted.text),
            "paid_for": list(paid_for),
            "after_at": None if after is None else after[0],
            "after_id": None if after is None else after[1],
            "most": most,
        }
        return tuple(map(_row, self._connection.execute(statement, asked)))

    def totals(self, lot_id: UUID | None) -> tuple[int, tuple[Money, ...]]:
        """How many are open, and what they come to in each currency."""
        found = self._connection.execute(_totals(in_lot=lot_id is not None), {"lot_id": lot_id}).all()
        return sum(row.number for row in found), tuple(Money(row.owed, row.currency) for row in found)


@lru_cache(maxsize=8)
def _page(*, in_lot: bool, by_text: bool, keyed: bool) -> Select[Any]:
    chosen = _open(in_lot=in_lot)
    if by_text:
        part = bindparam("part", type_=bookings.c.plate_search.type)
        chosen = chosen.join(bookings, bookings.c.id == ious.c.booking_id).where(
            or_(
                bookings.c.plate_search.contains(part, autoescape=False),
                bookings.c.ticket == bindparam("ticket"),
                bookings.c.id.in_(bindparam("paid_for", expanding=True)),
            )
        )
    if keyed:
        at = bindparam("after_at", type_=ious.c.issued_at.type)
        same = and_(ious.c.issued_at == at, ious.c.id > bindparam("after_id"))
        chosen = chosen.where(or_(ious.c.issued_at > at, same))
    chosen = chosen.order_by(ious.c.issued_at, ious.c.id).limit(bindparam("most"))
    owed = _owed(chosen.cte("chosen"))
    return (
        select(
            ious,
            bookings.c.ticket,
            bookings.c.plate,
            bookings.c.driver_name,
            bookings.c.phone,
            bays.c.code.label("bay_code"),
            lots.c.name.label("lot_name"),
            people.c.name.label("issued_by_name"),
            owed.c.minor.label("owed"),
        )
        .join(owed, owed.c.iou_id == ious.c.id)
        .join(bookings, bookings.c.id == ious.c.booking_id)
        .join(bays, bays.c.id == bookings.c.bay_id)
        .join(lots, lots.c.id == ious.c.lot_id)
        .join(people, people.c.id == ious.c.issued_by)
        .order_by(ious.c.issued_at, ious.c.id)
    )


@lru_cache(maxsize=2)
def _totals(*, in_lot: bool) -> Select[Any]:
    owed = _owed(_open(in_lot=in_lot).cte("chosen"))
    return (
        select(
            ious.c.currency,
            func.count().label("number"),
            # Postgres sums to a numeric, which Python reads as a Decimal.
            cast(func.sum(owed.c.minor), BigInteger).label("owed"),
        )
        .join(owed, owed.c.iou_id == ious.c.id)
        .group_by(ious.c.currency)
        .order_by(ious.c.currency)
    )


def _open(*, in_lot: bool) -> Select[Any]:
    statement = select(ious.c.id.label("iou_id"), ious.c.booking_id.label("id")).where(_OPEN)
    return statement.where(ious.c.lot_id == bindparam("lot_id")) if in_lot else statement


def _owed(chosen: CTE) -> Subquery:
    """What is still to come of some IOUs: no more than was promised, and no more than the whole stay still owes."""
    links = _links(chosen)
    charged = case((text(_UNCHARGED), 0), else_=bookings.c.total_minor)
    balance = cast(func.sum(charged - PAID), BigInteger)
    left = case((balance < 0, 0), (balance < ious.c.amount_minor, balance), else_=ious.c.amount_minor)
    return (
        select(ious.c.id.label("iou_id"), left.label("minor"))
        .join(links, links.c.iou_id == ious.c.id)
        .join(bookings, bookings.c.id == links.c.id)
        .group_by(ious.c.id, ious.c.amount_minor)
        .subquery("owed")
    )


def _links(chosen: CTE) -> Subquery:
    """The bookings of each IOU's stay: the one it names, those that one has followed without a gap, its renewals
    that go on without one."""
    link, before, following = bookings.alias("link"), bookings.alias("before"), bookings.alias("following")
    back = select(chosen.c.iou_id, chosen.c.id).cte("back", recursive=True)
    back = back.union(
        select(back.c.iou_id, before.c.id)
        .join(link, link.c.id == back.c.id)
        .join(before, before.c.id == link.c.renewed_from)
        .where(before.c.until == link.c.starts_at, text("link.status NOT IN ('cancelled', 'no_show')"))
    )
    onward = select(chosen.c.iou_id, chosen.c.id).cte("onward", recursive=True)
    reached = bookings.alias("reached")
    onward = onward.union(
        select(onward.c.iou_id, following.c.id)
        .join(reached, reached.c.id == onward.c.id)
        .join(following, following.c.renewed_from == reached.c.id)
        .where(
            text("following.renewed_from IS NOT NULL AND following.status <> 'cancelled'"),
            following.c.starts_at == reached.c.until,
        )
    )
    return union(select(back.c.iou_id, back.c.id), select(onward.c.iou_id, onward.c.id)).subquery("links")


@readable
def _row(row: Any) -> IouRow:
    return IouRow(
        iou_of(row),
        row.lot_id,
        row.lot_name,
        row.bay_code,
        row.driver_name,
        row.phone,
        row.issued_by_name,
        Money(row.owed, row.currency),
    )
