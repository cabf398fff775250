"""The first step: the window's language, and where the lot lies."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QTimeZone, Signal
from PySide6.QtWidgets import QWidget

from parkdesk import wording
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.moments import zone
from parkdesk.domain.money import checked_currency
from parkdesk.ui.context import UiContext
from parkdesk.ui.first_start.demo import open_demo
from parkdesk.ui.settings.editors import ZoneEdit
from parkdesk.ui.settings.form import Form
from parkdesk.ui.settings.lots.locales import CurrencyEdit
from parkdesk.ui.theme import Text
from parkdesk.ui.translation import LANGUAGES
from parkdesk.ui.widgets import Label, LinkButton, Pills, column, row


class PlaceStep(QWidget):
    """`language_wanted` carries the code of another language; the assistant is then made anew."""

    language_wanted = Signal(str)

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self.name = self.tr("Language and place")
        self.title = self.tr("Welcome to ParkDesk")
        self.caption = self.tr("Three short steps, and the first car can be booked.")
        self.language = Pills(tuple(LANGUAGES.items()), least_width=110, name=self.tr("Language"))
        self.language.choose(ui.language)
        self.form = Form(columns=2)
        self.time_zone = self.form.put("time_zone", self.tr("Time zone of the lot"), ZoneEdit())
        self.currency = self.form.put(
            "currency",
            self.tr("Currency"),
            CurrencyEdit(),
            hint=self.tr("Three letters, such as INR or EUR"),
        )
        self.time_zone.setText(bytes(QTimeZone.systemTimeZoneId().data()).decode())
        self.currency.setText(_currency_here())
        layout = column(self, gap=8)
        layout.addWidget(Label(self.tr("Language of this window"), Text.SMALL, tone="mute", weight=500))
        layout.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        layout.addSpacing(12)
        layout.addWidget(self.form)
        layout.addStretch(1)
        self.demo = LinkButton(self.tr("Only look around, in a demo"), icon="play")
        self.demo.clicked.connect(self._open_demo)
        self._said = Label("", Text.SMALL, tone="mute")
        foot = row(gap=12, margins=(0, 0, 0, 8))
        foot.addWidget(self.demo)
        foot.addWidget(self._said, 1)
        layout.addLayout(foot)
        self.language.chosen.connect(self.language_wanted)
        self.time_zone.textChanged.connect(self._say_time)
        self._say_time()

    @property
    def said(self) -> str:
        """What became of the demo."""
        return self._said.text()

    def _open_demo(self) -> None:
        if open_demo():
            self._said.setText(self.tr("It opens in a window of its own and touches nothing here."))
        else:
            self._said.setText(self.tr("It did not start. Start ParkDesk with --demo."))

    def take_focus(self) -> None:
        self.time_zone.setFocus(Qt.FocusReason.OtherFocusReason)

    def check(self) -> bool:
        """Whether one may go on; if not, it is said beside the field."""
        self.form.forgive()
        try:
            zone(self.time_zone.text().strip())
            self.currency.setText(checked_currency(self.currency.text()))
        except ParkDeskError as error:
            self.form.refuse(error)
            return False
        return True

    def _say_time(self) -> None:
        """The clock there, so that a wrong zone is seen at once."""
        name = self.time_zone.text().strip()
        try:
            zone(name)
        except ParkDeskError:
            self.form.fields["time_zone"].set_hint(self.tr("Such as Asia/Kolkata or Europe/Berlin"))
            return
        words = self.tr("It is {time} there now").format(time=wording.clock(self._ui.clock.now(), name))
        self.form.fields["time_zone"].set_hint(words)


def _currency_here() -> str:
    code = QLocale.system().currencySymbol(QLocale.CurrencySymbolFormat.CurrencyIsoCode)
    return code if len(code) == 3 else "INR"
