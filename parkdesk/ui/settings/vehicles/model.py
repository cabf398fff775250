"""The vehicle types as a table."""

from __future__ import annotations

from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.settings.rows_model import RowsModel
from parkdesk.ui.vocabulary import vehicle_words


class VehicleModel(RowsModel[VehicleType]):
    def __init__(self) -> None:
        super().__init__(lambda kind: kind.code)
        self.name(self.tr("Name"), self.tr("Typed as"), self.tr("State"))

    def words(self, row: VehicleType, column: int) -> str:
        state = self.tr("retired") if row.retired else self.tr("in use")
        return (vehicle_words(row), row.code, state)[column]

    def in_use(self, row: VehicleType) -> bool:
        return not row.retired
