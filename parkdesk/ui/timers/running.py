"""The stays that run in a lot, in the order of their ends, and how many of them need somebody."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from parkdesk.domain.board import Board
from parkdesk.domain.booking import ENDING_SOON
from parkdesk.domain.lot import AtEnd


class Which(StrEnum):
    ALL = "all"
    ENDING = "ending"
    OVER = "over"
    UNPAID = "unpaid"


@dataclass(frozen=True, slots=True)
class Running:
    """`rows` are the board's rows, soonest end first, so that whoever overstays comes before all others; among them
    those that are `held` for somebody who has yet to pay.

    Nothing of it changes before `changes_at` (None: never) unless the board does.
    """

    rows: tuple[int, ...] = ()
    over_rows: tuple[int, ...] = ()
    ending_rows: tuple[int, ...] = ()
    unpaid: frozenset[int] = frozenset()
    held: int = 0
    changes_at: datetime | None = None

    @property
    def over(self) -> int:
        return len(self.over_rows)

    @property
    def ending(self) -> int:
        return len(self.ending_rows)

    def count(self, which: Which) -> int:
        return len(self.unpaid) if which is Which.UNPAID else len(self.only(which))

    def only(self, which: Which) -> tuple[int, ...]:
        if which is Which.OVER:
            return self.over_rows
        if which is Which.ENDING:
            return self.ending_rows
        if which is Which.UNPAID:
            return tuple(row for row in self.rows if row in self.unpaid)
        return self.rows


NOTHING_RUNS = Running()


def running(board: Board, now: datetime) -> Running:
    lot = board.lot
    grace = lot.grace if lot.at_end is AtEnd.RELEASE else None
    stays = sorted(
        (cell.stay.until, row, cell.stay.due_minor > 0)
        for row, cell in enumerate(board.cells)
        if cell.stay is not None and (grace is None or now < cell.stay.until + grace)
    )
    held = [
        (found, row) for row, cell in enumerate(board.cells) if (found := cell.held(now, lot)) is not None
    ]
    untils = [until for until, _, _ in stays]
    over = bisect_right(untils, now)
    soon = bisect_right(untils, now + ENDING_SOON)
    moments = [untils[soon] - ENDING_SOON] if soon < len(untils) else []
    moments += untils[over : over + 1]
    moments += [found.until for found, _ in held]
    if grace:
        moments += [untils[0] + grace] if over else []
    rows = tuple(row for _, row, _ in stays)
    counting = [(until, row) for until, row, _ in stays[over:]]
    counting += [(found.held_until, row) for found, row in held if found.held_until is not None]
    return Running(
        rows=(*rows[:over], *(row for _, row in sorted(counting))),
        over_rows=rows[:over],
        ending_rows=rows[over:soon],
        unpaid=frozenset(
            (
                *(row for _, row, owes in stays if owes),
                *(row for found, row in held if found.due_minor > 0),
            )
        ),
        held=len(held),
        changes_at=min(moments, default=None),
    )


def share_gone(starts_at: datetime, until: datetime, now: datetime) -> float:
    """How much of a stay's time is used up, 0 … 1."""
    whole = until - starts_at
    return 1.0 if whole <= timedelta(0) else min(1.0, max(0.0, (now - starts_at) / whole))
