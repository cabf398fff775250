"""The section of vehicle types: the table of them, and beside it the one that is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication

from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.table_section import TableSection
from parkdesk.ui.settings.vehicles.model import VehicleModel
from parkdesk.ui.settings.vehicles.panel import VehiclePanel
from parkdesk.ui.widgets import SecondaryButton

translate = QCoreApplication.translate


class VehiclesSection(TableSection[VehicleType, VehiclePanel]):
    def __init__(self, ui: UiContext) -> None:
        panel = VehiclePanel(ui)
        add = SecondaryButton(translate("VehiclesSection", "Add a vehicle type…"), icon="plus")
        title = translate("VehiclesSection", "Vehicle types")
        super().__init__(ui, VehicleModel(), panel, panel, title=title, add=add)
        self.stretch()
        panel.saved.connect(self.start)

    def ask(self) -> Callable[[], Sequence[VehicleType]]:
        return self._ui.services.vehicle_types.all

    def start(self, chosen: VehicleType) -> None:
        self.panel.start(chosen)

    def in_use_words(self, count: int) -> str:
        return self.tr("%n in use", "", count)

    def unread_words(self) -> str:
        return self.tr("The vehicle types could not be read")
