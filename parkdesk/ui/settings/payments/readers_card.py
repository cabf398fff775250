"""The account's card readers: which one this desk asks, and how another one is added."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QRadioButton, QWidget

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.payment_errors import CardsUnavailable
from parkdesk.domain.reading import ReaderReading
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.payments.readers import Reader, keep_reader, kept_reader
from parkdesk.ui.settings.form import Form
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import (
    Badge,
    Card,
    Hairline,
    Label,
    SecondaryButton,
    Stage,
    column,
    empty,
    row,
)

_LEAST = 210


class ReadersCard(Card):
    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 16, 24, 20), gap=12)
        self._ui = ui
        self._asked = 0
        self.choices: dict[str, QRadioButton] = {}
        self.header(self.tr("Card readers"), self.tr("F12 asks the one that is chosen here"))
        inside = QWidget()
        self._list = column(inside, gap=0)
        self.stage = Stage(inside)
        self.form = Form(columns=2)
        self.code = self.form.put(
            "code", self.tr("Code"), QLineEdit(), hint=self.tr("Settings on the reader's screen show it")
        )
        self.label = self.form.put(
            "label", self.tr("Name"), QLineEdit(), hint=self.tr("Where it stands, say “Exit”")
        )
        self.code.setMaxLength(60)
        self.label.setMaxLength(60)
        self.add_button = SecondaryButton(self.tr("Add card reader"), icon="plus")
        self.add_button.clicked.connect(self.add)
        self.label.returnPressed.connect(self.add)
        self.body.addWidget(self.stage)
        self.body.addWidget(Hairline())
        self.body.addWidget(self.form)
        foot = row()
        foot.addStretch(1)
        foot.addWidget(self.add_button)
        self.body.addLayout(foot)

    def activated(self) -> None:
        settlement = self._ui.services.settlement
        self.stage.show_loading(self.tr("Looking for card readers…"))
        self._asked += 1
        number = self._asked

        def show(readers: tuple[ReaderReading, ...]) -> None:
            # The network answers in its own order: a reader that was added since must not vanish again.
            if number == self._asked:
                self._show(readers)

        self._ui.tasks.query(
            settlement.readers, show, self._failed, network=True, owner=self, replaces="readers"
        )

    def add(self) -> None:
        who, settlement = self._ui.person, self._ui.services.settlement
        code, label = self.code.text(), self.label.text()
        self.form.forgive()
        if who is None:
            return
        if not code.strip():
            self.form.fault("code", self.tr("Type the code on the reader's screen."))
            return
        self.add_button.setEnabled(False)
        self._ui.tasks.command(
            lambda: settlement.register_reader(who, code, label),
            self._added,
            self._refused,
            network=True,
            owner=self,
        )

    def _added(self, reader: ReaderReading) -> None:
        self.add_button.setEnabled(True)
        self.code.clear()
        self.label.clear()
        if kept_reader(self._ui.preferences) is None:
            keep_reader(self._ui.preferences, Reader(reader.id, reader.label or reader.id))
        self._ui.messages.done(self.tr("{reader} is added").format(reader=reader.label or reader.id))
        self.activated()

    def _refused(self, error: ParkDeskError) -> None:
        self.add_button.setEnabled(True)
        self.form.refuse(error)

    def _show(self, readers: Sequence[ReaderReading]) -> None:
        empty(self._list)
        self.choices = {}
        kept = kept_reader(self._ui.preferences)
        for reader in readers:
            self._list.addLayout(self._line(reader, chosen=kept is not None and kept.id == reader.id))
            self._list.addWidget(Hairline())
        self._list.addStretch(1)
        if readers:
            self.stage.setMinimumHeight(0)
            self.stage.show_content()
        else:
            self.stage.setMinimumHeight(_LEAST)
            words = self.tr("Add the first with the code on its screen.")
            self.stage.show_empty("nfc", self.tr("No card reader yet"), words)

    def _line(self, reader: ReaderReading, *, chosen: bool) -> QHBoxLayout:
        label = reader.label or reader.id
        choice = QRadioButton(label)
        choice.setChecked(chosen)
        choice.clicked.connect(partial(keep_reader, self._ui.preferences, Reader(reader.id, label)))
        self.choices[reader.id] = choice
        line = row(gap=12, margins=(0, 8, 0, 8))
        line.addWidget(choice)
        line.addWidget(Label(reader.device.replace("_", " "), Text.SMALL, tone="mute"))
        line.addStretch(1)
        words = self.tr("Online") if reader.online else self.tr("Offline")
        line.addWidget(Badge(words, State.FREE if reader.online else State.CLOSED))
        return line

    def _failed(self, error: ParkDeskError) -> None:
        self.stage.setMinimumHeight(_LEAST)
        if isinstance(error, CardsUnavailable):
            words = self.tr("Readers need a key for card payments.")
            self.stage.show_empty("nfc", self.tr("This is a cash desk"), words)
        else:
            self.stage.show_error(
                self.tr("The card readers could not be read"), sentence(error), self.activated
            )
