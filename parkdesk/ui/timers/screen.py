"""The timers' screen: filters with their counts over the cards, and what shows when there are none."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtWidgets import QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.board import BayChoice, live_board
from parkdesk.ui.context import NOTHING, UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.timers.grid import TimerGrid
from parkdesk.ui.timers.running import Which
from parkdesk.ui.timers.view import TimersView
from parkdesk.ui.widgets import Kind, Pills, Stage, column

_MENU = (
    "stay.renew",
    "stay.extend",
    "stay.take_payment",
    "",
    "stay.move",
    "stay.note",
    "stay.detail",
    "",
    "stay.check_out",
    "stay.cancel",
)


class TimersScreen(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._live = live_board(ui)
        self.grid = TimerGrid(self._live.model, self)
        self.view = TimersView(ui, self.grid)
        self.pills = Pills(self._choices(), name=self.tr("Which timers"))
        self._stage = Stage(self.view)
        layout = column(self, gap=GAP_4, margins=(24, 16, 20, 0))
        layout.addWidget(self.pills, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(self._stage, 1)
        self.setFocusProxy(self.view)
        self.pills.chosen.connect(self.narrow)
        self.grid.counted.connect(self._counted)
        self.grid.reordered.connect(self._follow_choice)
        self.view.selectionModel().currentChanged.connect(self._choose)
        self.view.deed_wanted.connect(self._do)
        self.view.opened.connect(self._open)
        self.view.menu_wanted.connect(self._open_menu)
        self._live.shown.connect(self._look)
        self._live.shown.connect(self._follow_choice)
        self._live.failed.connect(self._failed)
        self._look()

    # What the window asks

    def title(self) -> tuple[str, str]:
        running, lot = self.grid.running, self._ui.lot
        parts = [
            lot.name if lot is not None else "",
            self.tr("%n running", "", len(running.rows) - running.held),
        ]
        if running.ending:
            parts.append(self.tr("%n ending", "", running.ending))
        if running.over:
            parts.append(self.tr("%n over", "", running.over))
        if running.held:
            parts.append(self.tr("%n held", "", running.held))
        return self.tr("Timers"), " · ".join(part for part in parts if part)

    def header_widget(self) -> QWidget | None:
        return None

    def activated(self) -> None:
        self._look()
        self._follow_choice()
        self.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def refresh(self) -> None:
        """The board reads itself again."""

    def narrow(self, which: str) -> None:
        """Show only `all`, `ending`, `over` or `unpaid`."""
        self.pills.choose(which)
        self.grid.narrow(Which(which))
        self._look()

    def _choices(self) -> list[tuple[str, str]]:
        running = self.grid.running
        words = {
            Which.ALL: self.tr("All {count}"),
            Which.ENDING: self.tr("Ending {count}"),
            Which.OVER: self.tr("Over {count}"),
            Which.UNPAID: self.tr("Unpaid {count}"),
        }
        return [(which.value, words[which].format(count=running.count(which))) for which in Which]

    def _counted(self) -> None:
        for key, words in self._choices():
            self.pills.set_words(key, words)
        self._look()
        self._ui.title_changed.emit()

    def _look(self) -> None:
        """Show the cards, or say why there are none."""
        if self._live.board is None:
            self._stage.show_loading(self.tr("Reading the lot…"))
        elif self.grid.shown:
            self._stage.show_content()
        elif self.grid.running.rows:
            self._stage.show_empty("circle-check", *self._nothing_of(self.grid.which))
        else:
            button = self._ui.registry.button("bay.book", Kind.PRIMARY)
            words = self.tr("A stay shows here with its time left as soon as a car is booked into a bay.")
            self._stage.show_empty("timer", self.tr("Nothing is parked here now"), words, button)

    def _nothing_of(self, which: Which) -> tuple[str, str]:
        return {
            Which.ENDING: (
                self.tr("No stay is about to end"),
                self.tr("Five minutes before its end it shows here."),
            ),
            Which.OVER: (self.tr("Nobody is past the end"), self.tr("Stays past their end show here.")),
            Which.UNPAID: (self.tr("Every stay is paid"), self.tr("Stays with money to take show here.")),
            Which.ALL: (self.tr("Nothing is parked here now"), ""),
        }[which]

    def _failed(self, error: ParkDeskError) -> None:
        if self._live.board is None:
            self._stage.show_error(self.tr("The lot could not be read"), sentence(error), self._live.refresh)

    # What is chosen

    def _choose(self, index: QModelIndex) -> None:
        row = self.grid.board_row(index)
        if row < 0 or self._ui.screen != "timers":
            return
        model = self._live.model
        cell = model.cell(row)
        face, held = model.face(row), None if model.lot is None else cell.held(model.now, model.lot)
        choice = BayChoice(cell, face.state, stay=cell.stay if held is None else None, coming=held)
        self._ui.select(choice.selection)

    def _follow_choice(self) -> None:
        """The chosen stay stays chosen wherever its card has gone; one that left leaves nothing chosen."""
        index = self.grid.index_of(self._ui.selection.bay_id)
        if self._ui.screen != "timers":
            return
        if index.isValid():
            self.view.setCurrentIndex(index)
            self._choose(index)
        else:
            self.view.clearSelection()
            self.view.setCurrentIndex(QModelIndex())
            self._ui.select(NOTHING)

    def _do(self, index: QModelIndex, deed: str) -> None:
        self.view.setCurrentIndex(index)
        self._choose(index)
        self._ui.registry.run(deed)

    def _open(self, index: QModelIndex) -> None:
        self._choose(index)
        self._ui.registry.run("stay.detail")

    def _open_menu(self, place: QPoint) -> None:
        menu = self._ui.registry.menu(_MENU, self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
