"""What a new board shares with the one before, so that telling them apart is quick."""

from __future__ import annotations

from dataclasses import replace

from parkdesk.domain.board import Board


def kept(before: Board | None, board: Board) -> Board:
    """The new board with the old one's cells wherever they are equal. Belongs beside the query, off the GUI thread."""
    if before is None or before.lot.id != board.lot.id or len(before.cells) != len(board.cells):
        return board
    pairs = zip(before.cells, board.cells, strict=True)
    return replace(board, cells=tuple(old if old == new else new for old, new in pairs))
