"""The day sheet with its level, asked for and kept true."""

from __future__ import annotations

from datetime import date, datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from parkdesk.domain.board import Board, Cell
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.moments import zone
from parkdesk.ui.actions.lot import book
from parkdesk.ui.board import live_board
from parkdesk.ui.bookings.day_plan import day_plan
from parkdesk.ui.bookings.day_sheet import DaySheet
from parkdesk.ui.bookings.line import Line, lines_of
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.widgets import Card, Stage, column


class DayPage(QWidget):
    """`chosen` carries the Line of a block, `opened` asks for everything about it."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._live = live_board(ui)
        self._day: date | None = None
        self._lines: tuple[Line, ...] | None = None
        self.level = QComboBox()
        self.level.setAccessibleName(self.tr("Level"))
        self.level.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = DaySheet()
        self.stage = Stage(self.sheet)
        card = Card(margins=(1, 2, 1, 8), gap=0)
        card.body.addWidget(self.stage)
        column(self).addWidget(card)
        self.setFocusProxy(self.sheet)
        self.sheet.chosen.connect(self.chosen)
        self.sheet.opened.connect(self.opened)
        self.sheet.free_wanted.connect(self._book)
        self.level.currentIndexChanged.connect(self._show)
        self._live.shown.connect(self._board_shown)
        ui.lot_changed.connect(self._forget)
        ui.clock.ticked.connect(self._tick)

    def show_day(self, day: date) -> None:
        if day != self._day:
            self._forget()
        self._day = day
        self.refresh()

    def refresh(self) -> None:
        lot, day, bookings = self._ui.lot, self._day, self._ui.services.bookings
        if lot is None or day is None:
            return
        if self._lines is None:
            self.stage.show_loading(self.tr("Reading the day…"))
        lot_id = lot.id
        self._ui.tasks.query(
            lambda: lines_of(bookings.of_day(lot_id, day)), self._read, self._failed, replaces="day sheet"
        )

    def _forget(self) -> None:
        self._lines = None

    def _read(self, lines: tuple[Line, ...]) -> None:
        self._lines = lines
        self._board_shown()

    def _board_shown(self) -> None:
        board = self._live.board
        if board is not None and self._lines is not None:
            self._offer_levels(board)
            self._show()

    def _offer_levels(self, board: Board) -> None:
        names = [(level.id, level.name) for level in board.levels]
        known = [(self.level.itemData(row), self.level.itemText(row)) for row in range(1, self.level.count())]
        if known == names:
            return
        self.level.blockSignals(True)
        self.level.clear()
        self.level.addItem(self.tr("All levels"), None)
        for id, name in names:
            self.level.addItem(name, id)
        self.level.blockSignals(False)
        self.level.setEnabled(len(names) > 1)

    def _show(self) -> None:
        board, day, lines = self._live.board, self._day, self._lines
        if board is None or day is None or lines is None:
            return
        plan = day_plan(board, day, lines, self.level.currentData())
        self.sheet.show_plan(plan, board.lot, self._ui.clock.now())
        self.stage.show_content()

    def _failed(self, error: ParkDeskError) -> None:
        if self._lines is None:
            self.stage.show_error(self.tr("The day could not be read"), sentence(error), self.refresh)

    def _tick(self, now: datetime) -> None:
        if self.isVisible():
            self.sheet.tick(now)

    def _book(self, cell: Cell, moment: datetime) -> None:
        """An empty place was asked for: book that bay, from the half hour that was meant."""
        lot = self._ui.lot
        if lot is None:
            return
        local = moment.astimezone(zone(lot.time_zone))
        local = local.replace(minute=local.minute // 30 * 30, second=0, microsecond=0)
        wishes: dict[str, object] = {"bay_id": cell.bay_id}
        if moment > self._ui.clock.now():
            wishes["starts"] = (local.date(), local.time().replace(tzinfo=None))
        book(self._ui, **wishes)
