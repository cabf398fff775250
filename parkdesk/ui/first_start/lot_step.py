"""The second step: the first lot, from a template or from a file."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QLineEdit, QSpinBox, QStackedWidget, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.lot import AtEnd
from parkdesk.domain.plan import language_of
from parkdesk.domain.starting_tariff import starting_tariff
from parkdesk.services.desk import new_id
from parkdesk.ui.context import UiContext
from parkdesk.ui.first_start.draft import MOST_BAYS, TEMPLATES, LotDraft, NewLot, Template, new_lot
from parkdesk.ui.first_start.file_page import FilePage
from parkdesk.ui.first_start.parts import ChoiceCard
from parkdesk.ui.settings.editors import AmountEdit
from parkdesk.ui.settings.form import Form
from parkdesk.ui.widgets import Pills, column

FILE = "file"
_USUAL = "street"


class LotStep(QWidget):
    """Either `new_lot` or `file` holds what was made of it once the step is complete."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self.name = self.tr("Your lot")
        self.title = self.tr("Your first lot")
        self.caption = self.tr("Take what comes nearest; all of it can be changed later under Settings.")
        self.new_lot: NewLot | None = None
        self._time_zone, self._currency = "", ""
        self._choice = ""
        self._bikes = 0
        self.file = FilePage(ui)
        self.form = Form(columns=2)
        self.lot_name = self.form.put("name", self.tr("Name of the lot"), QLineEdit())
        self.bays = self.form.put("bays", self.tr("Bays for cars"), QSpinBox())
        self.bays.setRange(1, MOST_BAYS)
        self.price = self.form.put("hourly", self.tr("Price of an hour"), AmountEdit())
        self.at_end = self.form.put(
            "at_end",
            self.tr("When the time is up"),
            Pills(
                (
                    (AtEnd.RELEASE.value, self.tr("Free the bay")),
                    (AtEnd.HOLD.value, self.tr("Keep it until check-out")),
                ),
                name=self.tr("When the time is up"),
            ),
        )
        self._pages = QStackedWidget()
        self._pages.addWidget(self.form)
        self._pages.addWidget(self.file)
        layout = column(self, gap=16)
        layout.addLayout(self._cards())
        layout.addWidget(self._pages, 1)
        self.choose(_USUAL)

    def place(self, time_zone: str, currency: str) -> None:
        """Where the lot lies, by the step before; another currency has other usual prices."""
        if (time_zone, currency) != (self._time_zone, self._currency):
            self._time_zone = time_zone
            if currency != self._currency:
                self._currency = currency
                language = language_of(time_zone, currency)
                usual = starting_tariff(new_id(), new_id(), currency, language)
                words = self.tr("Price of an hour, {currency}").format(currency=currency)
                self.form.fields["hourly"].set_label(words)
                self.price.set(usual.hourly_minor, currency, language)

    def choose(self, name: str) -> None:
        """Take a template by its name, or the file."""
        self._choices[name].setChecked(True)
        self._choice = name
        template = next((template for template in TEMPLATES if template.name == name), None)
        if template is None:
            self._pages.setCurrentWidget(self.file)
            return
        self._pages.setCurrentWidget(self.form)
        self._take(template)

    def check(self) -> bool:
        """Whether one may go on; if not, it is said beside the field."""
        self.new_lot = None
        if self._choice == FILE:
            return self.file.check()
        self.form.forgive()
        try:
            self.new_lot = new_lot(self._draft())
        except ParkDeskError as error:
            self.form.refuse(error)
            return False
        return True

    def take_focus(self) -> None:
        if self._choice == FILE:
            self.file.take_focus()
        else:
            self.lot_name.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def from_file(self) -> bool:
        return self._choice == FILE

    def _draft(self) -> LotDraft:
        return LotDraft(
            " ".join(self.lot_name.text().split()),
            self._time_zone,
            self._currency,
            self.bays.value(),
            self.price.minor("hourly") or 0,
            AtEnd(self.at_end.current()),
            self._bikes,
        )

    def _take(self, template: Template) -> None:
        names = {QCoreApplication.translate("first_start", other.words) for other in TEMPLATES}
        if self.lot_name.text().strip() in names | {""}:
            self.lot_name.setText(QCoreApplication.translate("first_start", template.words))
        self.bays.setValue(template.bays)
        self._bikes = template.bikes
        self.at_end.choose(template.at_end.value)

    def _cards(self) -> QGridLayout:
        translate = QCoreApplication.translate
        cards = [
            (
                template.name,
                ChoiceCard(
                    template.icon,
                    translate("first_start", template.words),
                    translate("first_start", template.caption),
                ),
            )
            for template in TEMPLATES
        ]
        words, caption = self.tr("From a file"), self.tr("CSV: lots or single bays")
        cards.append((FILE, ChoiceCard("upload", words, caption)))
        self._choices: dict[str, ChoiceCard] = dict(cards)
        self._group = QButtonGroup(self)
        grid = QGridLayout()
        grid.setSpacing(8)
        for number, (name, card) in enumerate(cards):
            self._group.addButton(card)
            grid.addWidget(card, number // 3, number % 3)
            card.clicked.connect(lambda _checked=False, name=name: self.choose(name))
        return grid
