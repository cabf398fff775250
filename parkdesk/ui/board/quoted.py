"""What a stay in a bay would cost, from the board alone; booking prices it again."""

from __future__ import annotations

from datetime import datetime, timedelta

from parkdesk import wording
from parkdesk.domain.board import Board, Cell, LiveStay
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.money import Money
from parkdesk.domain.tariff import Quote


def costs_more(stay: LiveStay, lot: Lot, now: datetime) -> bool:
    """Whether an overstay is charged by the minute, so that the board does not know the sum."""
    return lot.at_end is AtEnd.HOLD and now > stay.until + lot.grace


def quoted(board: Board, cell: Cell, vehicle_type: str, span: timedelta) -> Quote | None:
    """None at a lot without a tariff, or for no time at all."""
    if board.tariff is None or span <= timedelta(0):
        return None
    return board.tariff.quote(span, vehicle_type, bay_hourly_minor=cell.hourly_minor)


def price_words(board: Board, cell: Cell, vehicle_type: str, span: timedelta) -> str:
    """`₹ 60`, or nothing where nothing can be said."""
    quote = quoted(board, cell, vehicle_type, span)
    return "" if quote is None else wording.money(quote.total, board.lot.language, short=True)


def hourly_words(board: Board, cell: Cell, vehicle_type: str, language: str) -> str:
    """`₹ 60 an hour`."""
    if board.tariff is None:
        return ""
    rate = board.tariff.rate(vehicle_type, cell.hourly_minor)
    return wording.hourly(Money(rate, board.lot.currency), board.lot.language, language)
