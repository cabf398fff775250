"""The bays a booking could take, the best first; the one that was chosen stays on offer whatever else changes."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtWidgets import QComboBox

from parkdesk import wording
from parkdesk.domain.bay import Bay
from parkdesk.domain.board import Board, Cell
from parkdesk.ui.board import LiveBoard
from parkdesk.ui.board.free_bays import free_bays, is_free

MOST = 300
"""More bays than this in one list help nobody; the first ones are the best."""


class BayList(QComboBox):
    """`fixed` is the bay a person asked for, None while the best one may be taken."""

    def __init__(self, live: LiveBoard, fixed: UUID | None) -> None:
        super().__init__()
        self._live = live
        self.fixed = fixed
        self._available: tuple[UUID, ...] = ()
        self.activated.connect(self._picked)

    @property
    def bay_id(self) -> UUID | None:
        found = self.currentData()
        return found if isinstance(found, UUID) else None

    @property
    def cell(self) -> Cell | None:
        row = self._live.model.row_of(self.bay_id)
        return self._live.model.cell(row) if row >= 0 else None

    def set_available(self, bays: tuple[Bay, ...]) -> None:
        """What the services found free for a later time."""
        self._available = tuple(bay.id for bay in bays)

    def offer(self, board: Board, vehicle_type: str, span: timedelta, *, later: bool) -> str:
        """Show the bays that fit; the words beside the list say why the chosen one may not, or how many there are.

        Refusing it is for the services.
        """
        now = self._live.model.now
        level_id = self._live.level_id
        cells = self._later() if later else free_bays(board, now, span, vehicle_type, level_id)
        row = self._live.model.row_of(self.fixed)
        words = self.tr("the best of %n free", "", len(cells)) if cells else ""
        if row >= 0:
            chosen = self._live.model.cell(row)
            cells = [chosen, *(cell for cell in cells if cell.bay_id != chosen.bay_id)]
            fits = later or is_free(chosen, board, now, now + span, vehicle_type)
            words = "" if fits else self._why_not(chosen, vehicle_type, now, board)
        self._fill(board, cells)
        return words

    def _later(self) -> list[Cell]:
        model = self._live.model
        return [model.cell(row) for row in map(model.row_of, self._available) if row >= 0]

    def _fill(self, board: Board, cells: list[Cell]) -> None:
        levels = {level.id: level.name for level in board.levels} if len(board.levels) > 1 else {}
        items = [
            (" · ".join(filter(None, (cell.code, levels.get(cell.level_id, "")))), cell.bay_id)
            for cell in cells[:MOST]
        ]
        if items == [(self.itemText(place), self.itemData(place)) for place in range(self.count())]:
            return
        self.blockSignals(True)
        self.clear()
        for words, bay_id in items:
            self.addItem(words, bay_id)
        self.blockSignals(False)

    def _why_not(self, cell: Cell, vehicle_type: str, now: datetime, board: Board) -> str:
        if vehicle_type not in cell.vehicle_types:
            return self.tr("It does not take this vehicle type")
        coming = cell.upcoming(now)
        if coming is None:
            return ""
        starts = wording.clock(coming.starts_at, board.lot.time_zone)
        return self.tr("Kept for {plate} from {time}").format(plate=coming.plate, time=starts)

    def _picked(self, _place: int) -> None:
        self.fixed = self.bay_id
