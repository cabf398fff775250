"""The key card payments work with: entered once, never shown again, tested on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLineEdit

from parkdesk.config import STRIPE_VARIABLE
from parkdesk.domain.charge import Mode
from parkdesk.domain.errors import ParkDeskError
from parkdesk.ui.context import UiContext
from parkdesk.ui.live.settling import settling
from parkdesk.ui.messages import sentence
from parkdesk.ui.payments.words import fact_words, mode_words
from parkdesk.ui.settings.form import Form
from parkdesk.ui.theme import State, Text
from parkdesk.ui.widgets import Badge, Button, Card, Kind, Label, PrimaryButton, SecondaryButton, row

if TYPE_CHECKING:
    from parkdesk.services.bundle import Services
    from parkdesk.services.card_key import KeySource

_STATES = {Mode.CASH: State.PLAIN, Mode.TEST: State.ENDING, Mode.LIVE: State.FREE}
Standing = tuple["KeySource", Mode]
Tested = tuple[Mode, str]


class KeyCard(Card):
    """What was typed leaves the field with the deed, whatever comes of it."""

    changed = Signal()
    """There is another key now, or none."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 16, 24, 20), gap=14)
        self._ui = ui
        top = self.header(self.tr("Card payments"), self.tr("through Stripe, for this desk"))
        self.mode = Badge()
        self.mode.hide()
        top.addWidget(self.mode)
        self.source = Label("", Text.BODY, tone="mute", wrap=True)
        self.form = Form(columns=1)
        self.key = self.form.put(
            "key",
            self.tr("Key"),
            QLineEdit(),
            hint=self.tr("A restricted key from Stripe's Dashboard (rk_…), one for each desk"),
        )
        self.key.setEchoMode(QLineEdit.EchoMode.Password)
        self.key.setMaxLength(300)
        self.said = Label("", Text.BODY, weight=500, wrap=True)
        self.said.hide()
        self.keep_button = PrimaryButton(self.tr("Keep this key"))
        self.test_button = SecondaryButton(self.tr("Test the connection"), icon="refresh-cw")
        self.forget_button = Button(self.tr("Forget the key"), Kind.DANGER_LINK)
        self.body.addWidget(self.source)
        self.body.addWidget(self.form)
        self.body.addWidget(self.said)
        foot = row(gap=8)
        foot.addWidget(self.forget_button)
        foot.addStretch(1)
        foot.addWidget(self.test_button)
        foot.addWidget(self.keep_button)
        self.body.addLayout(foot)
        self.keep_button.clicked.connect(self.keep)
        self.test_button.clicked.connect(self.test)
        self.forget_button.clicked.connect(self.forget)
        self.key.returnPressed.connect(self.keep)
        self.key.textChanged.connect(lambda text: self.keep_button.setEnabled(bool(text.strip())))
        self.keep_button.setEnabled(False)

    def activated(self) -> None:
        services = self._ui.services
        self._ui.tasks.query(
            lambda: _standing(services),
            self._show,
            self._refused,
            network=True,
            owner=self,
            replaces="card key",
        )

    def keep(self) -> None:
        who, services, key = self._ui.person, self._ui.services, self.key.text()
        if who is None or not key.strip():
            return
        self.form.forgive()
        self.key.clear()
        self._wait(self.tr("Asking Stripe…"))

        def work() -> Tested:
            state = services.card_key.keep(who, key)
            return state.mode, state.reason

        self._ui.tasks.command(work, self._kept, self._refused, network=True, owner=self)

    def test(self) -> None:
        settlement = self._ui.services.settlement
        self._wait(self.tr("Asking Stripe…"))

        def work() -> Tested:
            state = settlement.test_connection()
            return state.mode, state.reason

        self._ui.tasks.query(work, self._tested, self._refused, network=True, owner=self)

    def forget(self) -> None:
        who, services = self._ui.person, self._ui.services
        if who is not None:
            self._wait("")
            self._ui.tasks.command(
                lambda: services.card_key.forget(who),
                self._forgotten,
                self._refused,
                network=True,
                owner=self,
            )

    def _show(self, standing: Standing) -> None:
        source, mode = standing
        self.mode.set(mode_words(mode), _STATES[mode])
        self.mode.show()
        given = source.value == "environment"
        words = {
            "none": self.tr(
                "Without a key this is a cash desk: it needs no network, and no card is ever asked."
            ),
            "keyring": self.tr("The key lies in this computer's keyring and is never shown again."),
            "environment": self.tr("The key comes from {variable} in this computer's environment."),
        }[source.value]
        self.source.setText(words.format(variable=STRIPE_VARIABLE))
        self.form.fields["key"].set_label(self.tr("New key") if source.value == "keyring" else self.tr("Key"))
        self.form.setVisible(not given)
        self.keep_button.setVisible(not given)
        self.forget_button.setVisible(source.value == "keyring")
        self.test_button.setVisible(mode is not Mode.CASH)

    def _kept(self, tested: Tested) -> None:
        self._tested(tested)
        self._changed()

    def _forgotten(self, _none: None) -> None:
        self._say(self.tr("The key is forgotten; this is a cash desk now."), "mute")
        self._changed()

    def _changed(self) -> None:
        settling(self._ui).begin()
        self.activated()
        self.changed.emit()

    def _tested(self, tested: Tested) -> None:
        mode, trouble = tested
        self._free()
        if trouble:
            self._say(
                self.tr("Card payments do not work: {reason}").format(reason=fact_words(trouble)),
                "overstaying",
            )
        elif mode is Mode.TEST:
            self._say(self.tr("Stripe answers. It is a test key: no money moves."), "free")
        else:
            self._say(self.tr("Stripe answers. Card payments are ready."), "free")

    def _refused(self, error: ParkDeskError) -> None:
        self._free()
        self._say("", "mute")
        if error.field == "key" and not self.form.isHidden():
            self.form.refuse(error)
        else:
            self._say(sentence(error), "overstaying")

    def _wait(self, words: str) -> None:
        for button in (self.keep_button, self.test_button, self.forget_button):
            button.setEnabled(False)
        self._say(words, "mute")

    def _free(self) -> None:
        self.test_button.setEnabled(True)
        self.forget_button.setEnabled(True)
        self.keep_button.setEnabled(bool(self.key.text().strip()))

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        self.said.set_tone(tone)
        self.said.setVisible(bool(words))


def _standing(services: Services) -> Standing:
    return services.card_key.source(), services.provider.mode()
