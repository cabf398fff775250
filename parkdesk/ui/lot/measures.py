"""How large the grid's bays are, and where a level's rows go on in a line beneath because the window is narrow."""

from __future__ import annotations

LANE = 18
LEAST_WIDTH, LEAST_HEIGHT = 62, 58
COMPACT_WIDTH, MOST_WIDTH = 48, 132
"""A row that would not fit otherwise has bays as narrow as a finger."""
MOST_FOLDS = 3
"""A row in more lines than these is no row any more: such a level scrolls sideways."""


def folded_at(columns: int, room: int) -> int:
    """After how many columns a row goes on beneath; 0 if rows stay whole."""
    if columns * COMPACT_WIDTH <= room:
        return 0
    lines = -(-columns // max(room // LEAST_WIDTH, 1))
    return -(-columns // lines) if lines <= MOST_FOLDS else 0


def cell_width(columns: int, room: int) -> int:
    """Of a bay with the gap beside it: the room shared out, or readable where it must be scrolled anyhow."""
    width = room // max(columns, 1)
    return LEAST_WIDTH if width < COMPACT_WIDTH else min(width, MOST_WIDTH)


def low_height(height: int) -> int:
    """Of a row for two-wheelers, beside one for cars."""
    return max(round(height * 0.66), 40) if height else 0
