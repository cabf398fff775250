"""The lot's screen: figures, the level's grid, what ends next, and the chosen bay's card."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import QItemSelection, QModelIndex, QPoint, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from parkdesk.domain.bay import Level
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.money import Money
from parkdesk.ui.board import BayChoice, LevelGrid, live_board
from parkdesk.ui.context import UiContext
from parkdesk.ui.lot.bay_card import BayCard
from parkdesk.ui.lot.content import LotContent
from parkdesk.ui.lot.ending_list import EndingCard
from parkdesk.ui.lot.ending_next import EndingNext
from parkdesk.ui.lot.figure_strip import FigureStrip
from parkdesk.ui.lot.grid import LotGrid
from parkdesk.ui.lot.level_tabs import LevelTabs
from parkdesk.ui.messages import sentence
from parkdesk.ui.widgets import Stage, column


class LotScreen(QWidget):
    """The selection is shared with every screen: a search, an alert or a list may have set it."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._live = live_board(ui)
        self.plan = LevelGrid(self._live.model, self)
        self._ending = EndingNext(self._live.model, self)
        self._following = False
        self.figures = FigureStrip()
        self.grid = LotGrid(self.plan)
        self.ending = EndingCard(self._ending)
        self.card = BayCard(ui, self._live)
        self._content = LotContent(self.figures, self.grid, self.ending, self.card)
        self.stage = Stage(self._content)
        self.levels = LevelTabs()
        column(self, margins=(24, 16, 20, 16)).addWidget(self.stage)
        self._connect()
        self.stage.show_loading(self.tr("Reading the lot…"))
        self._show_board()

    # What the window asks

    def title(self) -> tuple[str, str]:
        lot, board = self._ui.lot, self._live.board
        if lot is None:
            return self.tr("Lot"), ""
        if board is None:
            return lot.name, lot.address
        bays = self.tr("%n bays", "", len(board.cells))
        levels = self.tr("%n levels", "", len(board.levels)) if len(board.levels) > 1 else ""
        return lot.name, " · ".join(part for part in (bays, levels) if part)

    def header_widget(self) -> QWidget | None:
        return self.levels

    def activated(self) -> None:
        self._read_takings()
        self.grid.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """The board reads itself again; only the takings are this screen's own."""
        self._read_takings()

    def back(self) -> None:
        """Esc: to the grid, and from there to a single bay or none."""
        if not self.grid.hasFocus():
            self.grid.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        bay_id, bays = self.grid.chosen()
        self._live.choose(bay_id if len(bays) > 1 else None)

    def step_level(self, step: int) -> None:
        board = self._live.board
        if board is None or not board.levels:
            return
        ids = [level.id for level in board.levels]
        here = ids.index(self.plan.level_id) if self.plan.level_id in ids else 0
        self._show_level(board.levels[min(max(here + step, 0), len(ids) - 1)])

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._content.share(self.size())

    # What shows

    def _show_board(self) -> None:
        board, lot = self._live.board, self._ui.lot
        if lot is None:
            self.stage.show_empty(
                "square-parking",
                self.tr("No lot yet"),
                self.tr("An owner adds the first one under Settings, or imports a file of bays."),
            )
            return
        if board is None:
            return
        if not board.cells:
            self.stage.show_empty(
                "square-parking",
                self.tr("{lot} has no bays yet").format(lot=lot.name),
                self.tr("An owner adds them under Settings, one by one or from a file."),
            )
        else:
            self.stage.show_content()
        self._offer_levels(board.levels)
        self._show_outlook()
        self._follow_selection()
        self.card.show_selection()
        self._ui.title_changed.emit()
        self._content.share(self.size())

    def _not_read(self, error: ParkDeskError) -> None:
        if self._live.board is None:
            self.stage.show_error(self.tr("The lot could not be read"), sentence(error), self._live.refresh)

    def _lot_changed(self) -> None:
        self.stage.show_loading(self.tr("Reading the lot…"))
        self._offer_levels(())
        self._show_board()
        self._read_takings()

    def _show_outlook(self) -> None:
        if self._live.board is not None:
            ahead, lot = self._live.outlook, self._live.board.lot
            self.figures.show_outlook(ahead, lot, self._live.model.now)

    def _read_takings(self) -> None:
        lot, services = self._ui.lot, self._ui.services
        if lot is not None:
            self._ui.tasks.query(
                lambda: services.reports.today_takings(lot.id), self._show_takings, replaces="takings"
            )

    def _show_takings(self, takings: Money) -> None:
        lot = self._ui.lot
        if lot is not None and takings.currency == lot.currency:
            self.figures.show_takings(takings, lot, self._live.outlook.figures.unpaid)

    # Levels

    def _offer_levels(self, levels: tuple[Level, ...]) -> None:
        self.levels.offer(levels)
        shown = next((level for level in levels if level.id == self.plan.level_id), None)
        if levels:
            self._show_level(shown or levels[0])

    def _show_level(self, level: Level) -> None:
        board = self._live.board
        self._following = True
        self.plan.show_level(level.id)
        self._live.level_id = level.id
        self._following = False
        self.levels.show_level(level)
        self._content.head.title.setText(level.name)
        if board is not None:
            zones = dict.fromkeys(cell.zone for cell in board.level_cells(level.id) if cell.zone)
            count = self.tr("%n bays", "", len(board.level_cells(level.id)))
            self._content.head.caption.setText(" · ".join(list(zones)[:3]) if zones else count)
        self.grid.fit()
        self._content.share(self.size())
        self._put_cursor()

    # The selection

    def _chosen_in_grid(self, _now: QItemSelection, _before: QItemSelection) -> None:
        if not self._following:
            bay_id, bays = self.grid.chosen()
            if bay_id not in bays:
                bay_id = bays[-1] if bays else None
            self._live.choose(bay_id, bays)

    def _follow_selection(self) -> None:
        """Show the selected bay: its level first, if it stands on another one."""
        bay_id, board = self._ui.selection.bay_id, self._live.board
        row = self._live.model.row_of(bay_id)
        if row >= 0 and board is not None:
            level_id = self._live.model.cell(row).level_id
            if level_id != self.plan.level_id:
                self._show_level(next(level for level in board.levels if level.id == level_id))
        self._put_cursor()

    def _put_cursor(self) -> None:
        self._following = True
        self.grid.choose(self._ui.selection.bay_id, _others(self._ui))
        self._following = False

    def _open(self) -> None:
        """Enter on a bay: book it if it is free, else see what stands there."""
        registry = self._ui.registry
        registry.run("stay.detail" if registry.enabled("stay.detail") else "bay.book")

    def _typed(self, text: str) -> None:
        self._ui.shell.focus_command()
        field = self.window().focusWidget()
        insert = getattr(field, "insert", None)
        if field is not self.grid and insert is not None:
            insert(text)

    def _open_menu(self, place: QPoint) -> None:
        if not self.plan.cell(self.grid.indexAt(place)):
            return
        names = (
            "bay.book",
            "stay.check_in",
            "stay.renew",
            "stay.extend",
            "stay.check_out",
            "stay.take_payment",
            "",
            "stay.move",
            "stay.note",
            "stay.detail",
            "stay.no_show",
            "stay.cancel",
            "",
            "bay.close",
            "bay.reopen",
        )
        menu = self._ui.registry.menu(names, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.grid.viewport().mapToGlobal(place))

    def _ending_picked(self, index: QModelIndex) -> None:
        cell = self._ending.cell(index)
        if cell is not None:
            self._live.choose(cell.bay_id)

    def _ending_wanted(self, index: QModelIndex) -> None:
        owes = self._ending.owes(index)
        self._ending_picked(index)
        self._ui.registry.run("stay.take_payment" if owes else "stay.renew")

    # Putting it together

    def _connect(self) -> None:
        live, grid = self._live, self.grid
        live.shown.connect(self._show_board)
        live.failed.connect(self._not_read)
        live.outlook_changed.connect(self._show_outlook)
        live.model.ticked.connect(self._show_outlook)
        self._ui.lot_changed.connect(self._lot_changed)
        self._ui.selection_changed.connect(self._follow_selection)
        grid.selectionModel().selectionChanged.connect(self._chosen_in_grid)
        grid.opened.connect(self._open)
        grid.typed.connect(self._typed)
        grid.menu_wanted.connect(self._open_menu)
        self.ending.picked.connect(lambda cell: live.choose(cell.bay_id))
        self.ending.view.picked.connect(self._ending_picked)
        self.ending.view.wanted.connect(self._ending_wanted)
        self.levels.chosen.connect(self._show_level)


def _others(ui: UiContext) -> tuple[UUID, ...]:
    detail = ui.selection.detail
    return tuple(cell.bay_id for cell in detail.others) if isinstance(detail, BayChoice) else ()
