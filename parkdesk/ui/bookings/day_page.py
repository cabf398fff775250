"""The day sheet or the week calendar with its level, asked for and kept true."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from parkdesk.domain.board import Board, Cell
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.moments import last_of, week_of, zone
from parkdesk.ui.actions.lot import book
from parkdesk.ui.board import live_board
from parkdesk.ui.bookings.day_plan import day_plan
from parkdesk.ui.bookings.day_sheet import DaySheet
from parkdesk.ui.bookings.line import Line, lines_of
from parkdesk.ui.bookings.week_plan import week_plan
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.widgets import Card, Stage, column


class DayPage(QWidget):
    """`chosen` carries the Line of a block, `opened` asks for everything about it."""

    chosen = Signal(object)
    opened = Signal()

    def __init__(self, ui: UiContext, *, week: bool = False) -> None:
        super().__init__()
        self._ui = ui
        self._week = week
        self._live = live_board(ui)
        self._day: date | None = None
        self._lines: tuple[Line, ...] | None = None
        self.level = QComboBox()
        self.level.setAccessibleName(self.tr("Level"))
        self.level.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.sheet = DaySheet()
        if week:
            self.sheet.setAccessibleName(self.tr("Week calendar"))
        self.stage = Stage(self.sheet)
        card = Card(margins=(1, 2, 1, 8), gap=0)
        card.body.addWidget(self.stage)
        column(self).addWidget(card)
        self.setFocusProxy(self.sheet)
        self.sheet.chosen.connect(self.chosen)
        self.sheet.opened.connect(self.opened)
        self.sheet.free_wanted.connect(self._book)
        self.level.currentIndexChanged.connect(self._show)
        self._live.shown.connect(self._board_changed)
        ui.lot_changed.connect(self._forget)
        ui.clock.ticked.connect(self._tick)

    def show_day(self, day: date) -> None:
        """Show a day, or the week it is in."""
        day = week_of(day) if self._week else day
        if day != self._day:
            self._forget()
        self._day = day
        self.refresh()

    def refresh(self) -> None:
        lot, day, bookings = self._ui.lot, self._day, self._ui.services.bookings
        if lot is None or day is None:
            return
        if self._lines is None:
            self.stage.show_loading(
                self.tr("Reading the week…") if self._week else self.tr("Reading the day…")
            )
        lot_id, last = lot.id, last_of(day) if self._week else day
        self._ui.tasks.query(
            lambda: lines_of(bookings.of_days(lot_id, day, last)),
            lambda lines: self._read(lot_id, day, lines),
            self._failed,
            owner=self,
            replaces=("sheet", self._week),
        )

    def _forget(self) -> None:
        self._lines = None

    def _read(self, lot_id: UUID, day: date, lines: tuple[Line, ...]) -> None:
        if self._ui.lot is None or (self._ui.lot.id, self._day) != (lot_id, day):
            return
        self._lines = lines
        self._board_shown()

    def _board_changed(self) -> None:
        """A page that nobody sees asks anew when it comes to the front."""
        if self.isVisible():
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
        level_id = self.level.currentData()
        if self._week:
            plan = week_plan(board, day, lines, self._ui.language, level_id)
        else:
            plan = day_plan(board, day, lines, level_id)
        self.sheet.show_plan(plan, board.lot, self._ui.clock.now())
        self.level.setVisible(self.isVisible() and self.level.count() > 2)
        self.stage.show_content()

    def _failed(self, error: ParkDeskError) -> None:
        if self._lines is None:
            words = (
                self.tr("The week could not be read") if self._week else self.tr("The day could not be read")
            )
            self.stage.show_error(words, sentence(error), self.refresh)

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
