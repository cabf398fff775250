"""The section of prices: the tariff of the lot that is looked at. Saving makes a version for new bookings."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.starting_tariff import starting_tariff
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import VehicleType
from parkdesk.services.desk import new_id
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.form import scrolled
from parkdesk.ui.settings.prices.form import PriceForm
from parkdesk.ui.settings.prices.sample import Sample
from parkdesk.ui.theme import GAP_4, Text
from parkdesk.ui.widgets import Card, Label, PrimaryButton, SecondaryButton, Stage, column, empty, row

_WIDTH = 760


@dataclass(frozen=True, slots=True)
class _Found:
    lot: Lot
    tariff: Tariff | None
    types: tuple[VehicleType, ...]

    @property
    def shown(self) -> Tariff:
        """A lot without prices is offered the usual ones."""
        return self.tariff or starting_tariff(new_id(), self.lot.id, self.lot.currency, self.lot.language)


def _found(lot: Lot, tariff: Tariff | None, types: tuple[VehicleType, ...]) -> _Found:
    """A retired type shows where a price of its own is kept for it."""
    priced = () if tariff is None else tariff.rates
    return _Found(lot, tariff, tuple(kind for kind in types if not kind.retired or kind.code in priced))


class PricesSection(QWidget):
    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._found: _Found | None = None
        self.form = PriceForm(())
        self.sample = Sample(ui.language)
        self.save_button = PrimaryButton(self.tr("Save as a new version"))
        self.discard_button = SecondaryButton(self.tr("Discard"))
        self.save_button.clicked.connect(self.save)
        self.discard_button.clicked.connect(self._give_up)
        self._card = Card(margins=(20, 16, 8, 16), gap=12)
        self._card.setMaximumWidth(_WIDTH)
        self._card.header("")
        inside = QWidget()
        self._body = column(inside, margins=(0, 0, 12, 0))
        self._card.body.addWidget(scrolled(inside), 1)
        buttons = row(gap=8, margins=(0, 0, 12, 0))
        keeps = self.tr("Bookings made before keep the prices they were made with.")
        buttons.addWidget(Label(keeps, Text.SMALL, tone="mute", wrap=True), 1)
        buttons.addWidget(self.discard_button)
        buttons.addWidget(self.save_button)
        self._card.body.addLayout(buttons)
        content = QWidget()
        across = row(content, gap=GAP_4)
        across.addWidget(self._card, 100)
        across.addWidget(self.sample, 0, Qt.AlignmentFlag.AlignTop)
        across.addStretch(0)
        self._stage = Stage(content)
        column(self).addWidget(self._stage)
        ui.lot_changed.connect(self._lot_changed)

    def activated(self) -> None:
        self._read()

    def refresh(self) -> None:
        self._read()

    def back(self) -> None:
        """There is nowhere to go back to."""

    def save(self) -> None:
        who, services, found = self._ui.person, self._ui.services, self._found
        self.form.forgive()
        if who is None or found is None:
            return
        try:
            tariff = self.form.value(found.lot)
        except ParkDeskError as error:
            self.form.refuse(error)
            return
        self._ui.tasks.command(lambda: services.lots.set_tariff(who, tariff), self._saved, self.form.refuse)

    def _saved(self, tariff: Tariff) -> None:
        self.form.clean()
        self._ui.messages.done(
            self.tr("Version {number} of the prices is in force").format(number=tariff.version)
        )
        self._edited()

    def _give_up(self) -> None:
        self.form.give_up()
        self._edited()

    def _lot_changed(self) -> None:
        if self.isVisible():
            self._read()
            self._ui.title_changed.emit()

    def _read(self) -> None:
        lot, services = self._ui.lot, self._ui.services
        if lot is None:
            self._stage.show_empty("coins", self.tr("No lot yet"), self.tr("Add one under Lots and bays."))
            return
        self._ui.tasks.query(
            lambda: _found(lot, services.lots.tariff(lot.id), services.lots.vehicle_types()),
            self._show,
            self._not_read,
            replaces="settings.prices",
        )

    def _not_read(self, error: ParkDeskError) -> None:
        self._stage.show_error(self.tr("The prices could not be read"), sentence(error), self._read)

    def _show(self, found: _Found) -> None:
        self._found = found
        if self.form.types != found.types:
            self._make_form(found.types)
        self._card.title.setText(found.lot.name)
        self._card.caption.setText(
            self.tr("no prices yet, these are the usual ones")
            if found.tariff is None
            else self.tr("version {number}, in {currency}").format(
                number=found.tariff.version, currency=found.lot.currency
            )
        )
        self.form.turn_to(found.lot.id, lambda: self.form.fill(found.lot, found.shown))
        self._edited()
        self._stage.show_content()

    def _make_form(self, types: tuple[VehicleType, ...]) -> None:
        empty(self._body)
        self.form = PriceForm(types)
        self.form.edited.connect(self._edited)
        self._body.addWidget(self.form)
        self._body.addStretch(1)
        self.sample.offer(types)

    def _edited(self) -> None:
        if self._found is None:
            return
        try:
            tariff = self.form.value(self._found.lot)
        except ParkDeskError:
            tariff = None
        self.sample.set(self._found.lot, tariff)
        self.discard_button.setEnabled(self.form.dirty)
        self.save_button.setEnabled(self.form.dirty or self._found.tariff is None)
