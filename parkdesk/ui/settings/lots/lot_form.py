"""One lot's facts: where it is, its clock and money, and its rules for stays."""

from __future__ import annotations

from uuid import UUID

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QRadioButton, QSpinBox, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.layout import BAYS_A_LEVEL
from parkdesk.domain.lot import AtEnd, Lot
from parkdesk.domain.lot_file import MOST_CAPACITY
from parkdesk.domain.plan import language_of
from parkdesk.domain.starting_tariff import starting_tariff
from parkdesk.services.desk import new_id
from parkdesk.ui.context import UiContext
from parkdesk.ui.settings.editors import DegreesEdit, DurationEdit, ZoneEdit
from parkdesk.ui.settings.form import WIDTH, Form, scrolled
from parkdesk.ui.settings.lots.locales import CurrencyEdit, LocaleBox
from parkdesk.ui.settings.lots.new_bays import laid_out_bays
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Card, Label, LinkButton, PrimaryButton, SecondaryButton, column, row


class LotForm(QWidget):
    """Adds a lot or changes one. `left` when it is done or given up."""

    left = Signal()

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._lot: Lot | None = None
        self.form = Form(columns=4)
        self._put_fields()
        back = LinkButton(self.tr("Lots"), icon="arrow-left")
        back.clicked.connect(self.left)
        self.save_button = PrimaryButton(self.tr("Save"))
        cancel = SecondaryButton(self.tr("Cancel"))
        self.save_button.clicked.connect(self.save)
        cancel.clicked.connect(self.give_up)
        card = Card(margins=(20, 16, 8, 16), gap=12)
        card.setMaximumWidth(WIDTH)
        card.header("")
        self._title, self._caption = card.title, card.caption
        self.form.setContentsMargins(0, 0, 12, 0)
        card.body.addWidget(scrolled(self.form), 1)
        buttons = row(gap=8, margins=(0, 0, 12, 0))
        buttons.addWidget(self._tariff_hint(), 100)
        buttons.addStretch(1)
        buttons.addWidget(cancel)
        buttons.addWidget(self.save_button)
        card.body.addLayout(buttons)
        layout = column(self, gap=12)
        layout.addWidget(back, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addWidget(card, 1)

    @property
    def dirty(self) -> bool:
        return self.form.dirty

    def start_new(self) -> None:
        """An empty form; what was typed into one before and not saved is still there."""
        like = self._ui.lot
        zone = like.time_zone if like is not None else "Asia/Kolkata"
        currency = like.currency if like is not None else "INR"
        lot = Lot(new_id(), "", zone, currency, language_of(zone, currency))
        self._lot = None
        self.form.turn_to(None, lambda: self._show(lot, new=True))

    def start(self, lot: Lot) -> None:
        """What was typed about it before and not saved is still there."""
        self._lot = lot
        self.form.turn_to(lot.id, lambda: self._show(lot, new=False))

    def save(self) -> None:
        who, services, before = self._ui.person, self._ui.services, self._lot
        self.form.forgive()
        if who is None:
            return
        try:
            lot = self._value(before.id if before is not None else new_id()).checked()
        except ParkDeskError as error:
            self.form.refuse(error)
            return
        if before is not None:
            self._ui.tasks.command(lambda: services.lots.change(who, lot), self._saved, self.form.refuse)
            return
        levels, bays = laid_out_bays(lot.id, self._capacity.value())
        tariff = starting_tariff(new_id(), lot.id, lot.currency, lot.language)
        self._ui.tasks.command(
            lambda: services.lots.add(who, lot, tariff, levels=levels, bays=bays),
            self._saved,
            self.form.refuse,
        )

    def give_up(self) -> None:
        self.form.give_up()
        self.left.emit()

    def _saved(self, lot: Lot) -> None:
        self.form.clean()
        self._ui.messages.done(self.tr("{lot} is saved").format(lot=lot.name))
        self.left.emit()

    # The fields

    def _put_fields(self) -> None:
        form = self.form
        self._name = form.put("name", self.tr("Name"), QLineEdit(), span=2)
        self._capacity = form.put(
            "capacity",
            self.tr("Number of bays"),
            QSpinBox(),
            hint=self.tr("Laid out in rows, about {count} a level").format(count=BAYS_A_LEVEL),
            span=2,
        )
        self._address = form.put("address", self.tr("Address"), QLineEdit(), span=2)
        self._latitude = form.put("latitude", self.tr("Latitude"), DegreesEdit())
        self._longitude = form.put("longitude", self.tr("Longitude"), DegreesEdit())
        self._zone = form.put("time_zone", self.tr("Time zone"), ZoneEdit(), span=2)
        self._currency = form.put("currency", self.tr("Currency"), CurrencyEdit())
        self._language = form.put("language", self.tr("Language of receipts"), LocaleBox(self._ui.language))
        form.heading(self.tr("When the time of a stay is up"))
        self.release_button = QRadioButton(self.tr("Release the bay, whoever stands there"))
        self.hold_button = QRadioButton(self.tr("Hold it until check-out and charge the overstay"))
        form.tick(self.release_button)
        form.tick(self.hold_button)
        self._grace = form.put(
            "grace", self.tr("Grace"), DurationEdit(), hint=self.tr("before either happens")
        )
        form.heading(self.tr("How long a stay may be"))
        self._default = form.put("default_duration", self.tr("Usual stay"), DurationEdit())
        self._quick = form.put(
            "quick_durations", self.tr("One-key durations"), DurationEdit(several=True), span=3
        )
        self._least = form.put("least_stay", self.tr("Shortest stay"), DurationEdit())
        self._most = form.put("most_stay", self.tr("Longest stay"), DurationEdit())
        self._back = form.put(
            "back_entry",
            self.tr("Late entry, at most"),
            DurationEdit(),
            hint=self.tr("how far back a supervisor may enter a start"),
            span=2,
        )
        form.heading(self.tr("Tickets and receipts"))
        self._above = form.put(
            "receipt_header",
            self.tr("Below the name and address"),
            _PaperLines(),
            hint=self.tr("Say, the company and its tax number; a receipt keeps what it was issued with"),
            span=2,
        )
        self._below = form.put(
            "receipt_footer",
            self.tr("At the end"),
            _PaperLines(),
            hint=self.tr("Say, thanks and a number to call"),
            span=2,
        )
        self._capacity.setRange(1, MOST_CAPACITY)
        self._name.setMaxLength(200)
        self._address.setMaxLength(400)

    def _tariff_hint(self) -> Label:
        self._hint = Label(
            self.tr("It starts with the usual prices of its currency; set your own under Prices."),
            Text.SMALL,
            tone="mute",
            wrap=True,
        )
        return self._hint

    def _show(self, lot: Lot, *, new: bool) -> None:
        self._title.setText(self.tr("New lot") if new else lot.name)
        self._caption.setText("" if new else self.tr("time zone and currency stay as they are"))
        self._hint.setVisible(new)
        self.form.fields["capacity"].setVisible(new)
        self._zone.setEnabled(new)
        self._currency.setEnabled(new)
        self._name.setText(lot.name)
        self._capacity.setValue(24)
        self._address.setText(lot.address)
        self._latitude.set(lot.latitude)
        self._longitude.set(lot.longitude)
        self._zone.setText(lot.time_zone)
        self._currency.setText(lot.currency)
        self._language.choose(lot.language)
        (self.hold_button if lot.at_end is AtEnd.HOLD else self.release_button).setChecked(True)
        self._grace.set(lot.grace)
        self._default.set(lot.default_duration)
        self._quick.set(*lot.quick_durations)
        self._least.set(lot.least_stay)
        self._most.set(lot.most_stay)
        self._back.set(lot.back_entry)
        self._above.setPlainText(lot.receipt_header)
        self._below.setPlainText(lot.receipt_footer)
        self._name.setFocus()

    def _value(self, lot_id: UUID) -> Lot:
        """Raises the error of the first field that cannot be read."""
        return Lot(
            id=lot_id,
            name=self._name.text(),
            time_zone=self._zone.text().strip(),
            currency=self._currency.text().strip().upper(),
            language=self._language.code,
            address=self._address.text(),
            latitude=self._latitude.degrees("latitude"),
            longitude=self._longitude.degrees("longitude"),
            at_end=AtEnd.HOLD if self.hold_button.isChecked() else AtEnd.RELEASE,
            grace=self._grace.length("grace"),
            default_duration=self._default.length("default_duration"),
            quick_durations=self._quick.lengths("quick_durations"),
            least_stay=self._least.length("least_stay"),
            most_stay=self._most.length("most_stay"),
            back_entry=self._back.length("back_entry"),
            receipt_header=self._above.toPlainText(),
            receipt_footer=self._below.toPlainText(),
        )


class _PaperLines(QPlainTextEdit):
    """Three lines are usual; more scroll. Tab goes on to the next field."""

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(84)
