"""Asks for a row of new bays: the first code counts on, side by side on the plan."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from parkdesk.domain.bay import FEATURES, MOST_COLUMNS, MOST_ROWS, Level, Place
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.vehicle import CARS, VehicleType
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.editors import AmountEdit, Ticks
from parkdesk.ui.settings.form import Form
from parkdesk.ui.settings.lots.new_bays import RowOfBays
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import feature_words, vehicle_words
from parkdesk.ui.widgets import Dialog, Label, PrimaryButton, SecondaryButton, column, row

MOST_AT_ONCE = 200


class RowDialog(Dialog):
    """`added` carries how many bays were."""

    added = Signal(int)

    def __init__(
        self,
        ui: UiContext,
        lot: Lot,
        level: Level,
        types: Sequence[VehicleType],
        next_row: int,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent, width=520)
        self._ui, self._lot, self._level = ui, lot, level
        self.setWindowTitle(self.tr("Add a row of bays"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.form = Form(columns=4)
        self.code = self.form.put("code", self.tr("First code"), QLineEdit(), span=2)
        self.count = self.form.put("count", self.tr("How many"), QSpinBox(), span=2)
        self.row = self.form.put("row", self.tr("Row on the plan"), QSpinBox())
        self.column = self.form.put("column", self.tr("First place"), QSpinBox())
        self.zone = self.form.put("zone", self.tr("Zone"), QLineEdit())
        self.price = self.form.put("price", self.tr("Own price"), AmountEdit())
        self.types = self.form.put(
            "vehicle_types",
            self.tr("Take"),
            Ticks([(kind.code, vehicle_words(kind)) for kind in types if not kind.retired], columns=4),
            span=4,
        )
        self.features = self.form.put(
            "features",
            self.tr("Have"),
            Ticks([(feature, feature_words(feature)) for feature in FEATURES], columns=4),
            span=4,
        )
        self.count.setRange(1, MOST_AT_ONCE)
        self.count.setValue(12)
        self.row.setRange(1, MOST_ROWS)
        self.row.setValue(next_row + 1)
        self.column.setRange(1, MOST_COLUMNS)
        self.price.set(None, lot.currency, lot.language)
        self.types.tick(frozenset(CARS))
        self._preview = Label("", Text.SMALL, tone="accent")
        self.add_button = PrimaryButton(self.tr("Add the row"), key="Return")
        self.add_button.setDefault(True)
        self.add_button.clicked.connect(self.save)
        cancel = SecondaryButton(self.tr("Cancel"), key="Esc")
        cancel.clicked.connect(self.reject)
        layout = column(self, gap=16, margins=(24, 20, 24, 20))
        top = row(gap=8)
        top.addWidget(Label(self.tr("Add a row of bays"), Text.HEADING))
        top.addWidget(Label(f"{lot.name} · {level.name}", Text.SMALL, tone="mute"))
        top.addStretch(1)
        layout.addLayout(top)
        layout.addWidget(self.form)
        buttons = row(gap=8)
        buttons.addWidget(self._preview, 1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.add_button)
        layout.addLayout(buttons)
        self.code.textChanged.connect(self._show_preview)
        self.count.valueChanged.connect(self._show_preview)
        self._show_preview()

    def save(self) -> None:
        who, services, lot = self._ui.person, self._ui.services, self._lot
        self.form.forgive()
        if who is None:
            return
        try:
            bays = self._wanted(self.price.minor("price")).bays(self._level)
            for bay in bays:
                bay.checked()
        except ParkDeskError as error:
            self.form.refuse(error)
            return
        self._ui.tasks.command(
            lambda: services.lots.add_bays(who, lot.id, bays), self._added, self.form.refuse
        )

    def _wanted(self, hourly_minor: int | None) -> RowOfBays:
        return RowOfBays(
            self.code.text(),
            self.count.value(),
            Place(self.row.value() - 1, self.column.value() - 1),
            " ".join(self.zone.text().split()),
            self.types.ticked,
            self.features.ticked,
            hourly_minor,
        )

    def _show_preview(self) -> None:
        codes = self._wanted(None).codes
        if not codes[0]:
            self._preview.setText("")
        else:
            self._preview.setText(codes[0] if len(codes) == 1 else f"{codes[0]} … {codes[-1]}")

    def _added(self, count: int) -> None:
        self._ui.messages.done(self.tr("%n bays added", "", count))
        self.added.emit(count)
        self.accept()
