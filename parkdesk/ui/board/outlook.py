"""What the header strip says of a whole lot, and when it changes by the clock alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from parkdesk.domain.board import Board, Cell, Figures, figures
from parkdesk.domain.booking import ENDING_SOON
from parkdesk.domain.lot import AtEnd, Lot

SOON = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Outlook:
    """`arriving` counts bookings that begin within the hour; `over_since` is the end of the longest overstay.

    Nothing of it changes before `changes_at` (None: never) unless the board does.
    """

    figures: Figures
    arriving: int = 0
    over_since: datetime | None = None
    changes_at: datetime | None = None


NOTHING_AHEAD = Outlook(Figures())


def outlook(board: Board, now: datetime) -> Outlook:
    counted = figures(board, now)
    moments = (moment for cell in board.cells for moment in _moments(cell, board.lot))
    return Outlook(
        figures=counted,
        arriving=sum(_arrives_soon(cell, now) for cell in board.cells),
        over_since=now - counted.longest_overstay if counted.overstaying else None,
        changes_at=min((moment for moment in moments if moment > now), default=None),
    )


def _arrives_soon(cell: Cell, now: datetime) -> bool:
    coming = cell.upcoming(now)
    return coming is not None and coming.starts_at <= now + SOON


def _moments(cell: Cell, lot: Lot) -> Iterator[datetime]:
    """When a bay changes its state by itself."""
    if cell.stay is not None:
        yield cell.stay.until - ENDING_SOON
        yield cell.stay.until
        if lot.at_end is AtEnd.RELEASE:
            yield cell.stay.until + lot.grace
    if cell.next is not None:
        yield cell.next.starts_at - SOON
        yield cell.next.until
