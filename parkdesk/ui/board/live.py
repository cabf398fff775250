"""Keeps one board true for all screens: reads it again after every change, lets it tick, remembers what just ended."""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from parkdesk.domain.board import Board, LiveStay, gone
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.ui.board.kept import kept
from parkdesk.ui.board.model import BoardModel
from parkdesk.ui.board.outlook import NOTHING_AHEAD, Outlook, outlook
from parkdesk.ui.context import UiContext

REMEMBERED = timedelta(minutes=30)
"""How long a bay still offers to renew the stay that ended there by itself."""


class LiveBoard(QObject):
    """`model` is what views show. `shown` follows every board that came, `failed` a reading that did not succeed."""

    shown = Signal()
    failed = Signal(object)
    outlook_changed = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__(ui)
        self._ui = ui
        self.model = BoardModel(self)
        self.outlook: Outlook = NOTHING_AHEAD
        self._ended: dict[UUID, LiveStay] = {}
        self._let_go: set[UUID] = set()
        ui.lot_changed.connect(self._lot_changed)
        ui.tasks.changed.connect(self.refresh)
        ui.clock.ticked.connect(self._tick)
        ui.clock.woke.connect(self.refresh)
        self.refresh()

    @property
    def board(self) -> Board | None:
        return self.model.board

    def ended(self, bay_id: UUID) -> LiveStay | None:
        """The stay whose time ran out in a bay a little while ago, if nothing has come after it."""
        row = self.model.row_of(bay_id)
        if row < 0:
            return None
        cell, now = self.model.cell(row), self.model.now
        lot = self.model.lot
        if lot is None or cell.standing(now, lot) is not None:
            return None
        stay = cell.stay if cell.stay is not None else self._ended.get(bay_id)
        if stay is None or stay.booking_id in self._let_go or now - stay.until >= REMEMBERED:
            return None
        return stay

    def let_go(self, stay: LiveStay) -> None:
        """The driver has gone: offer nothing more."""
        self._let_go.add(stay.booking_id)

    def refresh(self) -> None:
        """Read the board again; a question still waiting is dropped for this one."""
        lot = self._ui.lot
        if lot is None or not self._ui.ready:
            return
        lots, before = self._ui.services.lots, self.model.board
        self._ui.tasks.query(
            lambda: _read(kept(before, lots.board(lot.id))), self._show, self._not_read, replaces="board"
        )

    def _show(self, read: tuple[Board, Outlook]) -> None:
        board, ahead = read
        if self._ui.lot is None or board.lot.id != self._ui.lot.id:
            return
        self._remember_ends(board)
        self.model.show(board, self._ui.clock.now())
        self._look_ahead(ahead)
        self.shown.emit()

    def _not_read(self, error: ParkDeskError) -> None:
        self.failed.emit(error)

    def _lot_changed(self, lot: Lot | None) -> None:
        self._ended = {}
        self._let_go = set()
        self.model.clear()
        self._look_ahead(NOTHING_AHEAD)
        if lot is not None:
            self.refresh()

    def _tick(self, now: datetime) -> None:
        board = self.model.board
        if board is None:
            return
        self.model.tick(now)
        changes_at = self.outlook.changes_at
        if changes_at is not None and now >= changes_at:
            # Counting a whole lot is not the window's work.
            self._ui.tasks.query(
                lambda: outlook(board, now), self._look_ahead, replaces="outlook", owner=self
            )

    def _look_ahead(self, ahead: Outlook) -> None:
        if ahead != self.outlook:
            self.outlook = ahead
            self.outlook_changed.emit()

    def _remember_ends(self, board: Board) -> None:
        """Stays that ran out leave the board with the sweep; the bay's card still offers to renew them."""
        before = self.model.board
        if before is None or before.lot.id != board.lot.id or len(before.cells) != len(board.cells):
            return
        for old, new in zip(before.cells, board.cells, strict=True):
            if old is new:
                continue
            if new.stay is not None:
                self._ended.pop(new.bay_id, None)
            elif old.stay is not None and gone(old.stay, board.as_of, board.lot):
                self._ended[new.bay_id] = old.stay


def _read(board: Board) -> tuple[Board, Outlook]:
    return board, outlook(board, board.as_of)


def live_board(ui: UiContext) -> LiveBoard:
    """The window's one live board, made when the first screen asks for it."""
    found: LiveBoard | None = ui.findChild(LiveBoard)
    return LiveBoard(ui) if found is None else found
