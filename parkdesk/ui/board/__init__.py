"""One board, many views: the model that the grid, the lists and the timers show, and what keeps it true."""

from __future__ import annotations

from parkdesk.ui.board.choice import BayChoice
from parkdesk.ui.board.face import Face, face_of, spoken
from parkdesk.ui.board.kept import kept
from parkdesk.ui.board.level_grid import LevelGrid
from parkdesk.ui.board.live import LiveBoard, live_board
from parkdesk.ui.board.model import BoardModel, BoardRole
from parkdesk.ui.board.outlook import NOTHING_AHEAD, Outlook, outlook

__all__ = [
    "NOTHING_AHEAD",
    "BayChoice",
    "BoardModel",
    "BoardRole",
    "Face",
    "LevelGrid",
    "LiveBoard",
    "Outlook",
    "face_of",
    "kept",
    "live_board",
    "outlook",
    "spoken",
]
