"""Keeps one board true for all screens: reads it again after every change, lets it tick, remembers what just ended."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from PySide6.QtCore import QObject, Signal

from parkdesk.domain.board import Board, Cell, LiveStay, gone
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.board.choice import BayChoice
from parkdesk.ui.board.kept import kept
from parkdesk.ui.board.model import BoardModel
from parkdesk.ui.board.outlook import NOTHING_AHEAD, Outlook, outlook
from parkdesk.ui.context import NOTHING, UiContext
from parkdesk.ui.vocabulary import vehicle_words

_MOSTLY = 0.8
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
        self.vehicle_types: tuple[VehicleType, ...] = ()
        self.level_id: UUID | None = None
        """The level one looks at: where the next car best goes."""
        self.last_type = ""
        """The vehicle type booked last: most likely the next one's too."""
        ui.lot_changed.connect(self._lot_changed)
        ui.selection_changed.connect(self._fill_in)
        ui.tasks.changed.connect(self.refresh)
        ui.clock.ticked.connect(self._tick)
        ui.clock.woke.connect(self.refresh)
        self.refresh()

    @property
    def board(self) -> Board | None:
        return self.model.board

    @property
    def offered_types(self) -> tuple[VehicleType, ...]:
        """The vehicle types that something new is booked with."""
        return tuple(kind for kind in self.vehicle_types if not kind.retired)

    def vehicle_name(self, code: str) -> str:
        return next((vehicle_words(kind) for kind in self.vehicle_types if kind.code == code), code)

    def likely_type(self, cell: Cell | None = None) -> str:
        """The vehicle type to start with: the last one if the bay takes it, else the first that it takes."""
        if cell is None:
            return self.last_type or self._commonest_type()
        if self.last_type in cell.vehicle_types:
            return self.last_type
        fitting = (kind.code for kind in self.offered_types if kind.code in cell.vehicle_types)
        return next(fitting, min(cell.vehicle_types, default=""))

    def _commonest_type(self) -> str:
        """The vehicle type that most bays take."""
        cells = () if self.board is None else self.board.cells
        taken = Counter(cell.vehicle_types for cell in cells)
        counts = {kind.code: 0 for kind in self.offered_types}
        for kinds, bays in taken.items():
            for code in kinds & counts.keys():
                counts[code] += bays
        most = max(counts.values(), default=0)
        # Nearly all car bays take nearly all cars: the first of those is the plainest.
        return next((code for code, bays in counts.items() if bays >= _MOSTLY * most), "")

    def choice(self, bay_id: UUID | None, others: Sequence[UUID] = ()) -> BayChoice | None:
        """What choosing a bay means now; None for a bay of another lot."""
        row, lot = self.model.row_of(bay_id), self.model.lot
        if row < 0 or lot is None:
            return None
        cell, now = self.model.cell(row), self.model.now
        rows = (self.model.row_of(other) for other in others)
        return BayChoice(
            cell,
            cell.state(now, lot),
            stay=cell.standing(now, lot),
            coming=cell.upcoming(now),
            ended=self.ended(cell.bay_id),
            others=tuple(self.model.cell(other) for other in rows if other >= 0 and other != row),
        )

    def choose(self, bay_id: UUID | None, others: Sequence[UUID] = ()) -> None:
        """Select a bay, and more beside it, with all that is known about it."""
        found = self.choice(bay_id, others)
        self._ui.select(NOTHING if found is None else found.selection)

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
        self._follow_choice()

    def refresh(self) -> None:
        """Read the board again; a question still waiting is dropped for this one."""
        lot = self._ui.lot
        if lot is None or not self._ui.ready:
            return
        lots, before = self._ui.services.lots, self.model.board

        def read() -> tuple[Board, Outlook, tuple[VehicleType, ...]]:
            board = kept(before, lots.board(lot.id))
            return board, outlook(board, board.as_of), lots.vehicle_types()

        self._ui.tasks.query(read, self._show, self._not_read, replaces="board", owner=self)

    def _show(self, read: tuple[Board, Outlook, tuple[VehicleType, ...]]) -> None:
        board, ahead, self.vehicle_types = read
        if self._ui.lot is None or board.lot.id != self._ui.lot.id:
            return
        self._remember_ends(board)
        self.model.show(board, self._ui.clock.now())
        self._look_ahead(ahead)
        self._follow_choice()
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
        self._follow_choice()
        changes_at = self.outlook.changes_at
        if changes_at is not None and now >= changes_at:
            # Counting a whole lot is not the window's work.
            self._ui.tasks.query(
                lambda: outlook(board, now), self._look_ahead, replaces="outlook", owner=self
            )

    def _fill_in(self) -> None:
        """A search or an alert names only a bay; what is known about it is added here, or by the bookings."""
        chosen = self._ui.selection
        if chosen.bay_id is not None and chosen.detail is None and self._ui.screen != "bookings":
            found = self.choice(chosen.bay_id)
            if found is not None:
                self._ui.select(found.selection)

    def _follow_choice(self) -> None:
        """What is selected changes with the board and with time."""
        chosen = self._ui.selection
        if isinstance(chosen.detail, BayChoice):
            self.choose(chosen.bay_id, [cell.bay_id for cell in chosen.detail.others])
        else:
            self._fill_in()

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


def live_board(ui: UiContext) -> LiveBoard:
    """The window's one live board, made when the first screen asks for it."""
    found: LiveBoard | None = ui.findChild(LiveBoard)
    return LiveBoard(ui) if found is None else found
