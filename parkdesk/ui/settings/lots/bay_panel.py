"""The chosen bays: one is edited here, one or many are closed and reopened."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QSpinBox, QWidget

from parkdesk.domain.bay import FEATURES, MOST_COLUMNS, MOST_ROWS, Bay, Place
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import Lot
from parkdesk.domain.vehicle import VehicleType
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.settings.editors import AmountEdit, Ticks
from parkdesk.ui.settings.form import Form, scrolled
from parkdesk.ui.theme import Text
from parkdesk.ui.vocabulary import feature_words, vehicle_words
from parkdesk.ui.widgets import Card, Field, Hairline, Label, PrimaryButton, SecondaryButton, column, row

WIDTH = 340


class BayPanel(Card):
    """`done` when something was changed."""

    done = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(20, 16, 8, 16), gap=12)
        self._ui = ui
        self._lot: Lot | None = None
        self._bays: tuple[Bay, ...] = ()
        self.setFixedWidth(WIDTH)
        self.header("")
        self.form = Form(columns=2)
        self.form.setContentsMargins(0, 0, 12, 0)
        self.code = self.form.put("code", self.tr("Code"), QLineEdit())
        self.zone = self.form.put("zone", self.tr("Zone"), QLineEdit())
        self.row = self.form.put("row", self.tr("Row on the plan"), QSpinBox())
        self.column = self.form.put("column", self.tr("Place in the row"), QSpinBox())
        self.price = self.form.put(
            "price",
            self.tr("Own price of an hour"),
            AmountEdit(),
            hint=self.tr("empty: as the tariff"),
            span=2,
        )
        self.types = self.form.put("vehicle_types", self.tr("Takes"), Ticks(), span=2)
        features = Ticks([(feature, feature_words(feature)) for feature in FEATURES])
        self.features = self.form.put("features", self.tr("Has"), features, span=2)
        self.row.setRange(1, MOST_ROWS)
        self.column.setRange(1, MOST_COLUMNS)
        self._scrolled = scrolled(self.form)
        self.body.addWidget(self._scrolled, 1000)
        self._hint = Label("", Text.SMALL, tone="mute", wrap=True)
        self.body.addWidget(self._hint)
        self.save_button = PrimaryButton(self.tr("Save the bay"))
        self.save_button.clicked.connect(self.save)
        save = row(margins=(0, 0, 12, 0))
        save.addWidget(self.save_button, 1)
        self.body.addLayout(save)
        self._deeds = self._made_deeds()
        self.body.addWidget(self._deeds)
        self.body.addStretch(1)
        self.choose(())

    def _made_deeds(self) -> QWidget:
        self.reason = QLineEdit()
        self.reason.setMaxLength(200)
        self.reason.setPlaceholderText(self.tr("Why it is closed"))
        self._reason = Field("", self.reason)
        self.reason.setAccessibleName(self.tr("Why it is closed"))
        self.close_button = SecondaryButton(self.tr("Close"))
        self.reopen_button = SecondaryButton(self.tr("Reopen"))
        self.close_button.clicked.connect(self.close_bays)
        self.reopen_button.clicked.connect(self.reopen_bays)
        self.reason.returnPressed.connect(self.close_bays)
        closing = row(gap=8)
        closing.addWidget(self._reason, 1)
        closing.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        made = QWidget()
        layout = column(made, gap=12, margins=(0, 0, 12, 0))
        layout.addWidget(Hairline())
        layout.addLayout(closing)
        layout.addWidget(self.reopen_button)
        return made

    @property
    def reason_fault(self) -> str:
        """What is said beside the reason."""
        return self._reason.sentence

    def start(self, lot: Lot, types: Sequence[VehicleType]) -> None:
        self._lot = lot
        self.types.offer([(kind.code, self._type_words(kind)) for kind in types])
        self.choose(())

    def choose(self, bays: Sequence[Bay]) -> None:
        """Show these; what was typed about a bay and not saved is there again with it."""
        self._bays = tuple(bays)
        one, some = len(bays) == 1, bool(bays)
        closed = sum(bay.closed_reason is not None for bay in bays)
        self.title.setText(
            self.tr("Bay {code}").format(code=bays[0].code)
            if one
            else self.tr("%n bays chosen", "", len(bays))
        )
        self.title.setVisible(some)
        self._hint.setText(self._hint_words(closed))
        self._hint.setVisible(bool(self._hint.text()))
        self._scrolled.setVisible(one)
        self.save_button.setVisible(one)
        self._deeds.setVisible(some)
        self._reason.setVisible(closed < len(bays))
        self.close_button.setVisible(closed < len(bays))
        self.reopen_button.setVisible(closed > 0)
        if one:
            self.form.turn_to(bays[0].id, lambda: self._fill(bays[0]))

    def save(self) -> None:
        who, services = self._ui.person, self._ui.services
        self.form.forgive()
        if who is None or len(self._bays) != 1:
            return
        try:
            bay = replace(
                self._bays[0],
                code=" ".join(self.code.text().split()),
                zone=" ".join(self.zone.text().split()),
                place=Place(self.row.value() - 1, self.column.value() - 1),
                vehicle_types=self.types.ticked,
                features=self.features.ticked,
                hourly_minor=self.price.minor("price"),
            ).checked()
        except ParkDeskError as error:
            self.form.refuse(error)
            return
        self._ui.tasks.command(lambda: services.lots.change_bay(who, bay), self._saved, self.form.refuse)

    def close_bays(self) -> None:
        who, services, reason = self._ui.person, self._ui.services, self.reason.text()
        ids = [bay.id for bay in self._bays if bay.closed_reason is None]
        if who is not None and ids:
            self._ui.tasks.command(
                lambda: services.lots.close_bays(who, ids, reason), self._closed, self._not_closed
            )

    def reopen_bays(self) -> None:
        who, services = self._ui.person, self._ui.services
        ids = [bay.id for bay in self._bays if bay.closed_reason is not None]
        if who is not None and ids:
            self._ui.tasks.command(lambda: services.lots.reopen_bays(who, ids), self._reopened)

    def _saved(self, bay: Bay) -> None:
        self.form.clean()
        self._ui.messages.done(self.tr("Bay {code} is saved").format(code=bay.code))
        self.done.emit()

    def _closed(self, count: int) -> None:
        self.reason.clear()
        self._ui.messages.done(self.tr("%n bays closed", "", count))
        self.done.emit()

    def _not_closed(self, error: ParkDeskError) -> None:
        if error.field == "reason":
            self._reason.fault(sentence(error))
            self.reason.setFocus()
        else:
            self._ui.messages.error(error)

    def _reopened(self, count: int) -> None:
        self._ui.messages.done(self.tr("%n bays reopened", "", count))
        self.done.emit()

    def _fill(self, bay: Bay) -> None:
        if self._lot is None:
            return
        self.code.setText(bay.code)
        self.zone.setText(bay.zone)
        self.row.setValue(bay.place.row + 1)
        self.column.setValue(bay.place.column + 1)
        self.price.set(bay.hourly_minor, self._lot.currency, self._lot.language)
        self.types.tick(bay.vehicle_types)
        self.features.tick(bay.features)

    def _type_words(self, kind: VehicleType) -> str:
        words = vehicle_words(kind)
        return self.tr("{type} (retired)").format(type=words) if kind.retired else words

    def _hint_words(self, closed: int) -> str:
        if not self._bays:
            return self.tr(
                "Choose a bay to change it, or several with Shift or Ctrl to close or reopen them."
            )
        if len(self._bays) == 1:
            reason = self._bays[0].closed_reason
            return "" if reason is None else self.tr("Closed: {reason}").format(reason=reason)
        return self.tr("%n of them closed", "", closed) if closed else self.tr("all of them open")
