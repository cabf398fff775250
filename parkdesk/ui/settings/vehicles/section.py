"""The section of vehicle types: the table of them, and beside it the one that is chosen."""

from __future__ import annotations

from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.vehicles.model import VehicleModel
from parkdesk.ui.settings.vehicles.panel import VehiclePanel
from parkdesk.ui.theme import GAP_4
from parkdesk.ui.widgets import Card, SecondaryButton, Stage, column, row, tidy


class VehiclesSection(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.model = VehicleModel()
        self.table = QTableView()
        self.table.setModel(self.model)
        tidy(self.table, name=self.tr("Vehicle types"))
        self.table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.panel = VehiclePanel(ui)
        self.panel.saved.connect(self._saved)
        self.add_button = SecondaryButton(self.tr("Add a vehicle type…"), icon="plus")
        self.add_button.clicked.connect(self._start_new)
        self._card = Card(margins=(20, 16, 16, 8))
        self._card.header(self.tr("Vehicle types")).addWidget(self.add_button)
        self._card.body.addWidget(self.table, 1)
        content = QWidget()
        across = row(content, gap=GAP_4)
        across.addWidget(self._card, 1)
        across.addWidget(self.panel)
        self._stage = Stage(content)
        column(self).addWidget(self._stage)
        self.table.selectionModel().selectionChanged.connect(self._choose)

    def activated(self) -> None:
        self._read()

    def refresh(self) -> None:
        self._read()

    def back(self) -> None:
        """There is nowhere to go back to."""

    def _read(self) -> None:
        types = self._ui.services.vehicle_types
        self._ui.tasks.query(types.all, self._show, self._not_read, replaces="settings.vehicles")

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The vehicle types could not be read"), sentence(error), self._read)

    def _show(self, types: tuple[VehicleType, ...]) -> None:
        first, chosen = self.model.rowCount() == 0, self.panel.kind
        self.model.show(types)
        used = sum(not kind.retired for kind in types)
        self._card.caption.setText(self.tr("%n in use", "", used))
        if first and types:
            self.table.selectRow(0)
        elif chosen is not None:
            self.choose(chosen.code)
        self._stage.show_content()

    def choose(self, code: str) -> None:
        number = self.model.row_of(code)
        if number >= 0:
            self.table.selectRow(number)

    def _choose(self) -> None:
        rows = self.table.selectionModel().selectedRows()
        if rows:
            self.panel.start(self.model.kind(rows[0].row()))

    def _start_new(self) -> None:
        self.table.clearSelection()
        self.panel.start_new()
        self.panel.name.setFocus()

    def _saved(self, kind: VehicleType) -> None:
        self.panel.start(kind)
