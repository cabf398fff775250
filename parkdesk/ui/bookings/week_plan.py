"""A week as rows of bays and blocks of time: the day sheet's plan, seven days wide."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta
from uuid import UUID

from parkdesk import wording
from parkdesk.domain.board import Board
from parkdesk.domain.moments import WEEK, day_span
from parkdesk.ui.bookings.day_plan import DayPlan, rows_of
from parkdesk.ui.bookings.line import Line


def week_plan(
    board: Board, first: date, lines: Sequence[Line], language: str, level_id: UUID | None = None
) -> DayPlan:
    """From midnight to midnight of the lot: a day in which the clocks change is a little narrower or wider."""
    time_zone = board.lot.time_zone
    days = [first + timedelta(days=number) for number in range(WEEK)]
    starts, ends = day_span(first, time_zone)[0], day_span(days[-1], time_zone)[1]
    heads = tuple(
        ((day_span(day, time_zone)[0] - starts) / (ends - starts), wording.short_day(day, language))
        for day in days
    )
    rows = rows_of(board, starts, ends, lines, level_id)
    return DayPlan(first, starts, ends, heads, rows, days=WEEK)
