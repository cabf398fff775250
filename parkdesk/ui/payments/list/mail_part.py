"""What became of the receipts that went out by e-mail, and what to do about one that was given up."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from parkdesk.domain.mail import Mail, MailState
from parkdesk.domain.paper_errors import MailUnset
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import sentence
from parkdesk.ui.paper.desk import paper_desk
from parkdesk.ui.paper.mail_faults import fault_words
from parkdesk.ui.paper.preferences import Printing
from parkdesk.ui.theme import Text
from parkdesk.ui.widgets import Button, Hairline, Kind, Label, column, row
from parkdesk.ui.widgets.timeline import Timeline

translate = QCoreApplication.translate
_SHORT = 20


class MailPart(QWidget):
    """Hidden where no receipt was mailed."""

    def __init__(self, ui: UiContext) -> None:
        super().__init__()
        self._ui = ui
        self._given_up: Mail | None = None
        self.lines = Timeline("")
        self.send_again = Button(self.tr("Send again"), Kind.ACCENT, small=True)
        self.let_be = Button(self.tr("Let it be"), small=True)
        self._buttons = QWidget()
        pair = row(self._buttons, gap=8, margins=(0, 6, 0, 0))
        pair.addWidget(self.send_again)
        pair.addWidget(self.let_be)
        pair.addStretch()
        layout = column(self, gap=4, margins=(0, 14, 0, 0))
        layout.addWidget(Label(self.tr("Receipt by e-mail"), Text.STRONG))
        layout.addWidget(Hairline())
        layout.addWidget(self.lines)
        layout.addWidget(self._buttons)
        self.send_again.clicked.connect(self._send_again)
        self.let_be.clicked.connect(self._let_be)
        self.hide()

    def show_mails(self, mails: tuple[Mail, ...], when: Callable[[datetime], str]) -> None:
        """The oldest first; one that was given up can be sent again while it is the newest of its receipt."""
        newest = {mail.receipt_id: mail for mail in mails}
        given_up = [mail for mail in newest.values() if mail.given_up]
        self._given_up = given_up[-1] if given_up else None
        self.lines.show_lines([self._line(mail, when) for mail in reversed(mails)])
        self._buttons.setVisible(self._given_up is not None)
        self.setVisible(bool(mails))

    def _line(self, mail: Mail, when: Callable[[datetime], str]) -> tuple[str, str, str]:
        queued = when(mail.queued_at)
        match mail.state:
            case MailState.SENT:
                words = self.tr("Sent to {address}")
                return when(mail.sent_at or mail.queued_at), words.format(address=_shown(mail.address)), ""
            case MailState.FAILED:
                words = self.tr("Not sent to {address}").format(address=_shown(mail.address))
                return queued, words, fault_words(mail.fault) or self.tr("Let be.")
            case MailState.WAITING:
                words = self.tr("Waits to be sent to {address}").format(address=_shown(mail.address))
                return queued, words, self._why_it_waits(mail, when)

    def _why_it_waits(self, mail: Mail, when: Callable[[datetime], str]) -> str:
        if not Printing(self._ui.preferences).mail.complete:
            return sentence(MailUnset())
        if not mail.tries:
            return ""
        again = self.tr("Tried again {when}.").format(when=when(mail.due_at))
        return f"{fault_words(mail.fault)} {again}"

    def _send_again(self) -> None:
        mail, who, post = self._given_up, self._ui.person, self._ui.services.post
        if mail is None or who is None:
            return
        if not Printing(self._ui.preferences).mail.complete:
            self._ui.messages.error(MailUnset())
            return
        self._ui.tasks.command(lambda: post.again(who, mail.id), self._queued, owner=self)

    def _queued(self, mail: Mail) -> None:
        self._settled(mail, self.tr("The receipt goes to {address} once more"))
        paper_desk(self._ui).postman.look()

    def _let_be(self) -> None:
        mail, who, post = self._given_up, self._ui.person, self._ui.services.post
        words = self.tr("The receipt to {address} need not arrive")
        if mail is not None and who is not None:
            self._ui.tasks.command(
                lambda: post.let_be(who, mail.id), lambda left: self._settled(left, words), owner=self
            )

    def _settled(self, mail: Mail, words: str) -> None:
        self._ui.messages.withdraw(f"mail.{mail.id}")
        self._ui.messages.done(words.format(address=mail.address))


def _shown(address: str) -> str:
    """A long one may be broken over lines, as a word of its length would not be."""
    return re.sub(r"([@._-])", "\\1\u200b", address) if len(address) > _SHORT else address


def given_up_words(mails: tuple[Mail, ...]) -> str:
    """What a person must look at; empty where every receipt has arrived or may still do."""
    newest = {mail.receipt_id: mail for mail in mails}
    template = translate("MailPart", "The receipt to {address} was not sent.")
    return " ".join(
        template.format(address=_shown(mail.address)) for mail in newest.values() if mail.given_up
    )
