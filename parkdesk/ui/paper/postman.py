"""Sends what waits to be mailed, when it is due and again later, and tells when one is given up."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from parkdesk.config import mail_password
from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.mail import Mail, MailState
from parkdesk.ui.context import UiContext
from parkdesk.ui.messages import Tone
from parkdesk.ui.paper.mail_faults import fault_words
from parkdesk.ui.paper.preferences import MailSettings, Printing

if TYPE_CHECKING:
    from parkdesk.outlets.mail import MailServer

_LONGEST = timedelta(minutes=5)
"""Looks again at least that often: another window on the same desk's data may have queued something."""


class Postman(QObject):
    def __init__(self, ui: UiContext, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ui = ui
        self._sending = False
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.look)

    def look(self) -> None:
        """Ask what is due, and send it. Without a mail server everything waits."""
        if not self._sending and Printing(self._ui.preferences).mail.complete:
            self._ui.tasks.query(
                self._ui.services.post.next_due, self._looked, self._not_sent, owner=self, replaces="mail"
            )

    def _looked(self, due: datetime | None) -> None:
        now = self._ui.clock.now()
        if due is not None and due <= now:
            self._send()
        else:
            left = _LONGEST if due is None else min(_LONGEST, due - now)
            self._timer.start(max(1000, left // timedelta(milliseconds=1)))

    def _send(self) -> None:
        settings, post = Printing(self._ui.preferences).mail, self._ui.services.post
        self._sending = True

        def work() -> tuple[Mail, ...]:
            from parkdesk.ui.paper.document import pdf

            return post.send_due(server_of(settings), pdf)

        self._ui.tasks.command(work, self._sent, self._not_sent, network=True, owner=self)

    def _sent(self, mails: tuple[Mail, ...]) -> None:
        self._sending = False
        for mail in mails:
            if mail.state is MailState.SENT:
                self._ui.messages.done(self.tr("Receipt sent to {address}").format(address=mail.address))
            elif mail.state is MailState.FAILED:
                words = self.tr("The receipt to {address} was not sent. {reason}")
                self._ui.messages.alert(
                    f"mail.{mail.id}",
                    words.format(address=mail.address, reason=fault_words(mail.fault)),
                    Tone.WARNING,
                    action=self.tr("Show"),
                    act=self._show,
                )
        self.look()

    def _show(self) -> None:
        from parkdesk.domain.payment_list import Which
        from parkdesk.ui.live.showing import show_payments

        show_payments(self._ui, Which.ATTENTION)

    def _not_sent(self, _error: ParkDeskError) -> None:
        """The database is away; what waits goes on waiting."""
        self._sending = False
        self._timer.start(_LONGEST // timedelta(milliseconds=1))


def server_of(settings: MailSettings) -> MailServer:
    """With the password from the environment or the keyring, which may take its time: not on the GUI thread."""
    from parkdesk.outlets.mail import MailServer, Security

    return MailServer(
        settings.host,
        settings.port,
        Security(settings.security),
        settings.sender,
        settings.user,
        mail_password() or "" if settings.user else "",
    )
