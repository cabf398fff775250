"""Which bays could be booked, from now on or later, the likeliest first, as far as the board can see."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from parkdesk.domain.bay import kept_back
from parkdesk.domain.board import Board, Cell


def free_bays(
    board: Board,
    starts_at: datetime,
    span: timedelta,
    vehicle_type: str,
    level_id: UUID | None = None,
    *,
    later: bool = False,
) -> list[Cell]:
    """Bays for a stay that starts now, or `later`; those of a level and those nobody needs specially first."""
    found = [
        cell
        for cell in board.cells
        if is_free(cell, board, starts_at, starts_at + span, vehicle_type, later=later)
    ]
    return sorted(
        found, key=lambda cell: (cell.level_id != level_id, *kept_back(cell.features, vehicle_type))
    )


def is_free(
    cell: Cell, board: Board, starts_at: datetime, until: datetime, vehicle_type: str, *, later: bool = False
) -> bool:
    """For a start `later` a stay that ends before it is not in the way, and only the next booking is known."""
    if cell.closed_reason is not None or vehicle_type not in cell.vehicle_types:
        return False
    stay, coming = cell.standing(starts_at, board.lot), cell.upcoming(starts_at)
    if stay is not None and not (later and stay.until <= starts_at):
        return False
    return coming is None or coming.starts_at >= until
