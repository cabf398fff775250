"""A tariff as a form."""

from __future__ import annotations

from collections.abc import Sequence
from types import MappingProxyType

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QSpinBox

from parkdesk.domain import texts
from parkdesk.domain.errors import TextMissing
from parkdesk.domain.lot import Lot
from parkdesk.domain.tariff import Tariff
from parkdesk.domain.vehicle import VehicleType
from parkdesk.services.desk import new_id
from parkdesk.ui.settings.editors import AmountEdit, PercentEdit
from parkdesk.ui.settings.form import Form
from parkdesk.ui.vocabulary import vehicle_words


class PriceForm(Form):
    """`edited` after every change, whether it can be read or not."""

    edited = Signal()

    def __init__(self, types: Sequence[VehicleType]) -> None:
        super().__init__(columns=4)
        self.types = tuple(types)
        self.hourly = self.put("hourly", self.tr("An hour costs"), AmountEdit())
        self.increment = self.put(
            "increment", self.tr("In steps of"), QSpinBox(), hint=self.tr("a started step counts")
        )
        self.minimum = self.put(
            "minimum", self.tr("At least"), AmountEdit(), hint=self.tr("empty: no minimum")
        )
        self.increment.setRange(1, 1440)
        self.increment.setSuffix(self.tr(" min"))
        self.heading(self.tr("Vehicle types that pay something else an hour"))
        self.rates = {
            kind.code: self.put(f"rate:{kind.code}", vehicle_words(kind), AmountEdit()) for kind in types
        }
        self.heading(self.tr("Tax"))
        self.tax_name = self.put("tax_name", self.tr("Name"), QLineEdit())
        self.tax = self.put("tax", self.tr("Percent"), PercentEdit())
        self.included = QCheckBox(self.tr("The prices include it"))
        self.tick(self.included, span=2)
        for edit in (self.hourly, self.minimum, self.tax_name, self.tax, *self.rates.values()):
            edit.textChanged.connect(self.edited)
        self.hourly.textChanged.connect(self._show_general)
        self.increment.valueChanged.connect(self.edited)
        self.included.toggled.connect(self.edited)

    def fill(self, lot: Lot, tariff: Tariff) -> None:
        currency, locale = lot.currency, lot.language
        self.hourly.set(tariff.hourly_minor, currency, locale)
        self.increment.setValue(tariff.increment_minutes)
        self.minimum.set(tariff.minimum_minor or None, currency, locale)
        for code, edit in self.rates.items():
            edit.set(tariff.rates.get(code), currency, locale)
        self.tax_name.setText(tariff.tax_name)
        self.tax.set(tariff.tax_basis_points, locale)
        self.included.setChecked(tariff.tax_included)

    def value(self, lot: Lot) -> Tariff:
        """What was typed, as a version still to be numbered. Raises the error of the first field at fault."""
        hourly = self.hourly.minor("hourly")
        if hourly is None:
            raise TextMissing(field="hourly")
        rates = {code: edit.minor(f"rate:{code}") for code, edit in self.rates.items()}
        points = self.tax.points("tax")
        return Tariff(
            new_id(),
            lot.id,
            1,
            lot.currency,
            hourly,
            MappingProxyType({code: rate for code, rate in rates.items() if rate is not None}),
            self.increment.value(),
            self.minimum.minor("minimum") or 0,
            texts.line(self.tax_name.text(), field="tax_name", most=40, required=bool(points)),
            points,
            self.included.isChecked(),
        ).checked()

    def _show_general(self) -> None:
        """What is left empty pays what an hour costs."""
        for edit in self.rates.values():
            edit.setPlaceholderText(self.hourly.text())
