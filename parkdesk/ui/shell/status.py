"""The status bar: database, payments and printer, the DEMO mark, the version."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QTimer
from PySide6.QtWidgets import QFrame, QWidget

from parkdesk import __version__
from parkdesk.domain.charge import Mode
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.theme import State, Text, font
from parkdesk.ui.widgets.button import Button, Kind
from parkdesk.ui.widgets.label import Label
from parkdesk.ui.widgets.layouts import row
from parkdesk.ui.widgets.marks import Dot
from parkdesk.ui.widgets.pills import Badge

BOARD_FIRST_MS = 1000


class StatusItem(QWidget):
    """A dot and its words."""

    def __init__(self, words: str, state: State | str = State.PLAIN) -> None:
        super().__init__()
        self._dot = Dot(state, diameter=8)
        self._words = Label(words, Text.CAPTION, tone="mute")
        layout = row(self, gap=6)
        layout.addWidget(self._dot)
        layout.addWidget(self._words)

    @property
    def words(self) -> str:
        return self._words.text()

    def set(self, words: str, state: State | str, tip: str = "") -> None:
        self._words.setText(words)
        self._dot.set(state)
        self.setToolTip(tip)


class StatusBar(QFrame):
    """The database's item follows the tasks, the payments' is asked at each sign-in; others set theirs:
    `status.printer.set("Ready", State.FREE)`."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._database_words, self._database_place = "", ""
        self.payments_known = False
        """Whether the provider has been asked and has answered."""
        self.setProperty("surface", "status")
        self.setFixedHeight(30)
        self.database = StatusItem(self.tr("Opening the database…"))
        self.payments = StatusItem(self.tr("Card payments…"))
        self.open_payments = Button("", Kind.LINK, small=True)
        self.open_payments.setFont(font(Text.CAPTION, weight=600))
        self.open_payments.clicked.connect(self._list_open_payments)
        self.open_payments.setFixedHeight(22)
        self.open_payments.hide()
        self.printer = StatusItem(self.tr("No printer"))
        layout = row(self, gap=20, margins=(24, 1, 20, 0))
        paying = row(gap=4)
        paying.addWidget(self.payments)
        paying.addWidget(self.open_payments)
        layout.addWidget(self.database)
        layout.addLayout(paying)
        layout.addWidget(self.printer)
        layout.addStretch(1)
        self.test = Badge(self.tr("TEST"), State.ENDING)
        self.test.setToolTip(self.tr("The key is a test key: no money moves."))
        self.test.hide()
        layout.addWidget(self.test)
        if ui.demo:
            layout.addWidget(Badge(self.tr("DEMO"), State.RESERVED))
        layout.addWidget(Label(f"ParkDesk {__version__}", Text.CAPTION, tone="mute"))
        ui.tasks.reached.connect(self._reached)
        # The board comes first: the keyring with the provider's key takes as long to load as a screen.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(BOARD_FIRST_MS)
        self._soon.timeout.connect(self._ask_payments)
        ui.session_changed.connect(self._soon.start)
        self._soon.start()

    def name_database(self, words: str, place: str) -> None:
        """Say which database this desk works on, and where it lies."""
        self._database_words, self._database_place = words, place
        self._reached(None)

    def take_over(self, before: StatusBar) -> None:
        """Name the database as another status bar did."""
        self.name_database(before._database_words, before._database_place)

    def _ask_payments(self) -> None:
        """The provider answers over the network, or says why not: never on the database's thread."""
        if self._ui.person is None or not self._ui.ready:
            return
        payments = self._ui.services.payments

        def ask() -> tuple[Mode, str]:
            state = payments.state()
            return state.mode, "" if state.works else state.reason

        self._ui.tasks.query(
            ask, self._payments_answered, network=True, replaces="payments' state", owner=self
        )

    def _payments_answered(self, answer: tuple[Mode, str]) -> None:
        self.show_payments(*answer)

    def show_payments(self, mode: Mode, trouble: str) -> None:
        """Which money moves here, and why it does not just now."""
        self.test.setVisible(mode is Mode.TEST)
        self.payments_known = True
        if trouble:
            why = QCoreApplication.translate("facts", trouble)
            self.payments.set(self.tr("No card payments"), State.OVERSTAYING, why)
        elif mode is Mode.CASH:
            self.payments.set(self.tr("Cash only"), State.PLAIN)
        elif mode is Mode.TEST:
            tip = self.tr("The key is a test key: no money moves.")
            self.payments.set(self.tr("Card payments, test"), State.ENDING, tip)
        else:
            self.payments.set(self.tr("Card payments ready"), State.FREE)

    def show_open_payments(self, count: int) -> None:
        """How many card payments are under way, also those whose alert was dismissed."""
        self.open_payments.setText(self.tr("%n open", "", count))
        self.open_payments.setToolTip(self.tr("Show the card payments that are open"))
        self.open_payments.setVisible(count > 0)

    def _list_open_payments(self) -> None:
        from parkdesk.domain.payment_list import Which
        from parkdesk.ui.live.showing import show_payments

        show_payments(self._ui, Which.OPEN)

    def _reached(self, error: object) -> None:
        if isinstance(error, DatabaseUnavailable):
            self.database.set(self.tr("Database not reached"), State.OVERSTAYING, sentence(error))
        elif self._database_words:
            self.database.set(self._database_words, State.FREE, self._database_place)
