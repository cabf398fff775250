"""A day as rows of bays and blocks of time: where everything stands, in shares of the hours that show."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from parkdesk.domain.board import Board, Cell
from parkdesk.domain.moments import day_span, zone
from parkdesk.ui.bookings.line import Line

EARLY = 6
"""Hours before this show only on days on which something stands in a bay then."""
_HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Block:
    """`left` and `right` are shares of the day's width, cut at its edges."""

    line: Line
    left: float
    right: float


@dataclass(frozen=True, slots=True)
class Row:
    cell: Cell
    blocks: tuple[Block, ...] = ()


@dataclass(frozen=True, slots=True)
class DayPlan:
    """`hours` are the local hours that begin in the day, each with its share: 23 or 25 where the clocks change. In a
    plan of several `days` they are the days."""

    day: date
    starts: datetime
    ends: datetime
    hours: tuple[tuple[float, str], ...]
    rows: tuple[Row, ...]
    days: int = 1

    def share(self, moment: datetime) -> float:
        return (moment - self.starts) / (self.ends - self.starts)

    def moment(self, share: float) -> datetime:
        return self.starts + (self.ends - self.starts) * share

    @property
    def blocks(self) -> int:
        return sum(len(row.blocks) for row in self.rows)


def day_plan(board: Board, day: date, lines: Sequence[Line], level_id: UUID | None = None) -> DayPlan:
    """The bays of a level, or of the whole lot, in the order of their places."""
    time_zone = board.lot.time_zone
    starts, ends = day_span(day, time_zone)
    late_start = starts + EARLY * _HOUR
    if all(line.booking.starts_at >= late_start for line in lines):
        starts = late_start
    rows = rows_of(board, starts, ends, lines, level_id)
    return DayPlan(day, starts, ends, tuple(_hours(starts, ends, time_zone)), rows)


def rows_of(
    board: Board, starts: datetime, ends: datetime, lines: Sequence[Line], level_id: UUID | None
) -> tuple[Row, ...]:
    """The bays of a level, or of the whole lot, with what stands in them, cut at the edges of that time."""
    of_bay: dict[UUID, list[Line]] = {}
    for line in lines:
        of_bay.setdefault(line.booking.bay_id, []).append(line)
    span = ends - starts

    def block(line: Line) -> Block:
        booking = line.booking
        left = (booking.starts_at - starts) / span
        right = ((booking.left_at or booking.until) - starts) / span
        return Block(line, max(0.0, left), min(1.0, right))

    cells = board.cells if level_id is None else board.level_cells(level_id)
    return tuple(Row(cell, tuple(map(block, of_bay.get(cell.bay_id, ())))) for cell in cells)


def _hours(starts: datetime, ends: datetime, time_zone: str) -> list[tuple[float, str]]:
    count = (ends - starts) // _HOUR
    moments = [starts + hour * _HOUR for hour in range(count)]
    local = zone(time_zone)
    return [((moment - starts) / (ends - starts), f"{moment.astimezone(local):%H:%M}") for moment in moments]
