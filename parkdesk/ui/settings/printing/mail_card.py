"""This desk's mail server, whose password goes into the keyring and nowhere else."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox

from parkdesk.config import keep_mail_password
from parkdesk.domain import texts
from parkdesk.domain.errors import ParkDeskError, TextMissing
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.postman import server_of
from parkdesk.ui.paper.preferences import SECURITIES, MailSettings, Printing
from parkdesk.ui.settings.form import Form
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Card, Label, PrimaryButton, row


class MailCard(Card):
    """Saving knocks at the server, so that what is wrong is told at once; what was typed is kept all the same."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__(margins=(24, 16, 24, 20), gap=14)
        self._ui = ui
        self._printing = Printing(ui.preferences)
        self.form = Form(columns=4)
        self.host = self.form.put("host", self.tr("Mail server"), QLineEdit(), span=2)
        self.security = self.form.put("security", self.tr("Security"), QComboBox())
        self.port = self.form.put("port", self.tr("Port"), QSpinBox())
        self.from_ = self.form.put(
            "sender",
            self.tr("Sender"),
            QLineEdit(),
            hint=self.tr("The address that receipts come from"),
            span=2,
        )
        self.user = self.form.put("user", self.tr("User"), QLineEdit())
        self.password = self.form.put(
            "password", self.tr("Password"), QLineEdit(), hint=self.tr("Empty keeps the one there is")
        )
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.port.setRange(1, 65535)
        for security, words in (
            ("starttls", "STARTTLS"),
            ("tls", "TLS"),
            ("none", self.tr("None")),
        ):
            self.security.addItem(words, security)
        self.security.activated.connect(lambda _: self.port.setValue(SECURITIES[self.security.currentData()]))
        self.said = Label("", Text.SMALL, tone="mute", wrap=True)
        self.save_button = PrimaryButton(self.tr("Save"))
        self.save_button.clicked.connect(self.save)
        self.header(self.tr("E-mail"), self.tr("for receipts on wish"))
        self.body.addWidget(self.form)
        foot = row(gap=12)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.save_button)
        self.body.addLayout(foot)

    def activated(self) -> None:
        self.form.turn_to("mail", self._show)

    def save(self) -> None:
        self.form.forgive()
        password = self.password.text()
        try:
            mail = self._typed()
        except ParkDeskError as error:
            self.form.refuse(error)
            return
        self._printing.mail = mail
        self.password.clear()
        self.form.clean()
        self._ui.preferences_changed.emit()
        if not mail.host:
            self._say(self.tr("Without a mail server this desk sends no e-mail."), "mute")
            return
        self.save_button.setEnabled(False)
        self._say(self.tr("Knocking at the mail server…"), "mute")

        def work() -> None:
            from parkdesk.outlets.mail import greet

            if password:
                keep_mail_password(password)
            greet(server_of(mail))

        self._ui.tasks.query(work, self._greeted, self._refused, network=True, owner=self)

    def _typed(self) -> MailSettings:
        host = texts.line(self.host.text(), field="host")
        sender = texts.email(self.from_.text(), field="sender")
        if host and not sender:
            raise TextMissing(field="sender")
        return MailSettings(
            host, self.port.value(), self.security.currentData(), sender, self.user.text().strip()
        )

    def _greeted(self, _nothing: None) -> None:
        self.save_button.setEnabled(True)
        self._say(self.tr("The mail server is ready."), "free")

    def _refused(self, error: ParkDeskError) -> None:
        self.save_button.setEnabled(True)
        if error.field is not None:
            self.form.refuse(error)
            self._say("", "mute")
        else:
            self._say(sentence(error), "overstaying")

    def _say(self, words: str, tone: str) -> None:
        self.said.setText(words)
        self.said.set_tone(tone)

    def _show(self) -> None:
        mail = self._printing.mail
        self.host.setText(mail.host)
        self.security.setCurrentIndex(self.security.findData(mail.security))
        self.port.setValue(mail.port)
        self.from_.setText(mail.sender)
        self.user.setText(mail.user)
