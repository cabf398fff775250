"""Which bays could be booked from now on, the likeliest first, as far as the board can see."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from parkdesk.domain.bay import kept_back
from parkdesk.domain.board import Board, Cell


def free_bays(
    board: Board, now: datetime, span: timedelta, vehicle_type: str, level_id: UUID | None = None
) -> list[Cell]:
    """Bays for a stay that starts now, those of a level and those nobody needs specially first."""
    found = [cell for cell in board.cells if is_free(cell, board, now, now + span, vehicle_type)]
    return sorted(
        found, key=lambda cell: (cell.level_id != level_id, *kept_back(cell.features, vehicle_type))
    )


def is_free(cell: Cell, board: Board, now: datetime, until: datetime, vehicle_type: str) -> bool:
    if cell.closed_reason is not None or vehicle_type not in cell.vehicle_types:
        return False
    coming = cell.upcoming(now)
    return cell.standing(now, board.lot) is None and (coming is None or coming.starts_at >= until)
