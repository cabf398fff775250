"""Receipts by e-mail in a payment's story: what waits, what was given up and why, and sending it again."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt

from parkdesk.domain.mail import Mail
from parkdesk.domain.payment import Method
from parkdesk.domain.payment_list import Which
from parkdesk.outlets.mail import MailServer, Security
from parkdesk.ui.live.charge_watch import charge_watch
from parkdesk.ui.paper.desk import paper_desk
from parkdesk.ui.paper.mail_faults import fault_words
from parkdesk.ui.paper.preferences import MailSettings, Printing
from parkdesk.ui.payments.list import PaymentsScreen
from tests.outlets.smtp_double import SmtpDouble, mail_server
from tests.ui.desk_window import DeskWindow, case, desk

__all__ = ["case", "desk"]

DRIVER = "anil@example.com"


@pytest.fixture
def server() -> Iterator[SmtpDouble]:
    with mail_server() as made:
        yield made


@pytest.fixture
def screen(desk: DeskWindow, qtbot) -> PaymentsScreen:
    made = PaymentsScreen(desk.ui)
    qtbot.addWidget(made)
    made.resize(1280, 700)
    made.show()
    return made


def queued(desk: DeskWindow) -> Mail:
    booking = desk.case.book("A1")
    desk.case.services.payments.take(desk.case.attendant, booking.id, Method.CASH)
    (issued,) = desk.case.services.receipts.of(booking.id)
    return desk.case.services.post.queue(desk.case.attendant, issued.receipt.id, DRIVER)


def tried_in_vain(desk: DeskWindow, times: int = 7) -> None:
    for _ in range(times):
        desk.case.services.post.send_due(MailServer("127.0.0.1", 1, Security.NONE, "lot@example.org"))
        desk.case.clock.move(hours=7)


def look(desk: DeskWindow, screen: PaymentsScreen) -> None:
    screen.activated()
    desk.settle()


def test_a_receipt_that_was_given_up_says_why_and_is_sent_again(
    desk: DeskWindow, screen: PaymentsScreen, server: SmtpDouble
) -> None:
    queued(desk)
    tried_in_vain(desk)
    look(desk, screen)
    screen.narrow(Which.ATTENTION)
    desk.settle()
    mails = screen.card.mails
    assert screen.filters.pills.pill(Which.ATTENTION).text() == "Needs attention 1"
    assert screen.card.badge.text == "Needs attention"
    desk.ui.tasks.changed.emit()
    desk.settle()
    assert charge_watch(desk.ui).attention_count == 1, (
        "the rail counts what the list does, also at a cash desk"
    )
    assert screen.card.why.text() == f"The receipt to {DRIVER} was not sent."
    assert f"Not sent to {DRIVER} The mail server 127.0.0.1:1 cannot be reached:" in mails.lines.text()
    Printing(desk.ui.preferences).mail = MailSettings("127.0.0.1", server.port, "none", "lot@example.org")
    desk.bot.mouseClick(mails.send_again, Qt.MouseButton.LeftButton)
    desk.bot.waitUntil(lambda: len(server.letters) == 1)
    desk.bot.waitUntil(lambda: desk.said[-1] == f"Receipt sent to {DRIVER}")
    look(desk, screen)
    assert screen.table.rows == ()
    assert screen.filters.pills.pill(Which.ATTENTION).text() == "Needs attention"
    assert charge_watch(desk.ui).attention_count == 0
    screen.narrow(Which.ALL)
    desk.settle()
    assert mails.lines.text().endswith(f"Sent to {DRIVER} ")
    assert not mails.send_again.isVisible()


def test_or_somebody_lets_it_be(desk: DeskWindow, screen: PaymentsScreen) -> None:
    queued(desk)
    tried_in_vain(desk)
    look(desk, screen)
    desk.bot.mouseClick(screen.card.mails.let_be, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.said[-1] == f"The receipt to {DRIVER} need not arrive"
    look(desk, screen)
    assert screen.card.badge.text == "Paid"
    assert f"Not sent to {DRIVER} Let be." in screen.card.mails.lines.text()
    assert not screen.card.mails.let_be.isVisible()


def test_what_waits_says_until_when(desk: DeskWindow, screen: PaymentsScreen) -> None:
    Printing(desk.ui.preferences).mail = MailSettings("127.0.0.1", 1, "none", "lot@example.org")
    queued(desk)
    desk.case.services.post.send_due(MailServer("127.0.0.1", 1, Security.NONE, "lot@example.org"))
    look(desk, screen)
    said = screen.card.mails.lines.text()
    assert f"Waits to be sent to {DRIVER} The mail server 127.0.0.1:1 cannot be reached" in said
    assert said.endswith("Tried again 14:31.")
    assert screen.card.badge.text == "Paid"


def test_without_a_mail_server_it_says_where_to_enter_one(desk: DeskWindow, screen: PaymentsScreen) -> None:
    queued(desk)
    look(desk, screen)
    assert screen.card.mails.lines.text().endswith("enter a mail server under Settings, Printing.")
    tried_in_vain(desk)
    look(desk, screen)
    desk.bot.mouseClick(screen.card.mails.send_again, Qt.MouseButton.LeftButton)
    desk.settle()
    assert desk.said[-1].startswith("This desk cannot send e-mail yet;")


def test_a_payment_without_mail_says_nothing_of_it(desk: DeskWindow, screen: PaymentsScreen) -> None:
    desk.case.services.payments.take(desk.case.attendant, desk.case.book("A1").id, Method.CASH)
    look(desk, screen)
    assert screen.card.history.isVisible()
    assert not screen.card.mails.isVisible()


def test_the_strip_leads_to_what_was_given_up(desk: DeskWindow) -> None:
    queued(desk)
    tried_in_vain(desk, 6)
    alerts = []
    desk.ui.messages.alerted.connect(alerts.append)
    Printing(desk.ui.preferences).mail = MailSettings("127.0.0.1", 1, "none", "lot@example.org")
    paper_desk(desk.ui).postman.look()
    desk.bot.waitUntil(lambda: bool(alerts))
    assert alerts[-1].words.startswith(f"The receipt to {DRIVER} was not sent. The mail server")
    assert alerts[-1].action == "Show"


def test_a_fault_is_said_in_the_persons_language_where_it_is_ours(desk: DeskWindow) -> None:
    desk.ui.speak("de")
    try:
        kept = "The mail server mail.lot.example does not accept this user and password."
        assert (
            fault_words(kept)
            == "Der Mailserver mail.lot.example nimmt diesen Benutzer mit diesem Passwort nicht an."
        )
        assert fault_words("550 No such user") == "550 No such user"
    finally:
        desk.ui.speak("en")
