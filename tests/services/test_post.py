"""Receipts by mail: queued without a network, sent once, tried again with patience, and never for ever."""

from __future__ import annotations

from datetime import timedelta

import pytest

from parkdesk.domain.errors import EmailUnreadable, TextMissing
from parkdesk.domain.mail import Mail, MailState
from parkdesk.domain.paper_errors import MailUnknown, ReceiptUnknown
from parkdesk.domain.payment import Method
from parkdesk.outlets.mail import MailServer, Security
from parkdesk.services.bundle import Services
from parkdesk.services.desk import Desk, new_id
from tests.kit import Case
from tests.outlets.smtp_double import mail_server

DRIVER = "anil@example.com"


def queued(case: Case) -> Mail:
    booking = case.book()
    case.services.payments.take(case.attendant, booking.id, Method.CASH)
    (issued,) = case.services.receipts.of(booking.id)
    return case.services.post.queue(case.attendant, issued.receipt.id, DRIVER)


def at(port: int) -> MailServer:
    return MailServer("127.0.0.1", port, Security.NONE, "lot@example.org")


def now(case: Case, mail: Mail) -> Mail:
    receipt = case.services.receipts.find(mail.receipt_id).receipt
    return next(other for other in case.services.post.of(receipt.booking_id) if other.id == mail.id)


def test_a_mail_is_sent_once(case: Case) -> None:
    mail = queued(case)
    assert case.services.post.next_due() == mail.due_at == case.clock()
    with mail_server() as double:
        (sent,) = case.services.post.send_due(at(double.port), lambda _: b"%PDF")
        assert case.services.post.send_due(at(double.port)) == ()
    assert len(double.letters) == 1
    assert (sent.state, sent.sent_at) == (MailState.SENT, case.clock())
    assert now(case, mail) == sent
    assert case.services.post.next_due() is None


def test_it_counts_as_a_paper_and_its_address_is_not_in_the_journal(case: Case) -> None:
    mail = queued(case)
    assert mail.copy == 0
    assert case.services.receipts.find(mail.receipt_id).copy == 1
    with case.database.reading() as store:
        entries = store.journal.of(mail.receipt_id)
    assert DRIVER not in str(entries)
    assert entries[-1][0].deed == "mail_receipt"


def test_a_server_that_is_away_is_tried_again_and_again_and_given_up(case: Case) -> None:
    mail = queued(case)
    pauses = []
    with mail_server(RCPT="451 busy") as double:
        while (due := case.services.post.next_due()) is not None:
            pauses.append(due - case.clock())
            case.clock.now = due
            case.services.post.send_due(at(double.port))
    assert [pause // timedelta(minutes=1) for pause in pauses] == [0, 1, 5, 15, 60, 180, 360]
    given_up = now(case, mail)
    assert (given_up.state, given_up.tries) == (MailState.FAILED, 7)
    assert given_up.fault.endswith("refused: busy.")
    again = case.services.post.again(case.attendant, mail.id)
    assert (again.state, again.due_at) == (MailState.WAITING, case.clock())
    with mail_server() as double:
        assert [sent.state for sent in case.services.post.send_due(at(double.port))] == [MailState.SENT]


def test_an_address_that_does_not_exist_is_not_tried_again(case: Case) -> None:
    queued(case)
    with mail_server(RCPT="550 unknown") as double:
        (failed,) = case.services.post.send_due(at(double.port))
    assert failed.state is MailState.FAILED
    assert case.services.post.next_due() is None


def test_each_desk_sends_its_own(case: Case) -> None:
    queued(case)
    other = Desk(case.database, case.clock, new_id(), "Desk 2")
    with case.database.transaction() as store:
        store.desks.ensure(other.id, other.name, case.clock())
    there = Services.of(other)
    assert there.post.next_due() is None
    assert there.post.send_due(at(9)) == ()


def test_asked_twice_it_is_queued_once(case: Case) -> None:
    mail, deed_id = queued(case), new_id()
    twice = [
        case.services.post.queue(case.attendant, mail.receipt_id, DRIVER, deed_id=deed_id) for _ in range(2)
    ]
    assert twice[0] == twice[1]
    with mail_server() as double:
        assert len(case.services.post.send_due(at(double.port))) == 2


def test_what_cannot_be_sent_is_refused_at_once(case: Case) -> None:
    mail = queued(case)
    post = case.services.post
    for address, error in (
        ("", TextMissing),
        ("anil", EmailUnreadable),
        ("a@b.c\nBcc: x@y.z", EmailUnreadable),
    ):
        with pytest.raises(error) as told:
            post.queue(case.attendant, mail.receipt_id, address)
        assert told.value.field == "address"
    with pytest.raises(ReceiptUnknown):
        post.queue(case.attendant, new_id(), DRIVER)
    with pytest.raises(MailUnknown):
        post.again(case.attendant, new_id())


@pytest.mark.parametrize("tried", [True, False])
def test_what_a_clock_that_was_ahead_has_put_off_goes_out_at_once(case: Case, tried: bool) -> None:
    right = case.clock()
    case.clock.move(days=10)
    queued(case)
    if tried:
        case.services.post.send_due(at(1))
    case.clock.now = right
    assert case.services.post.next_due() == right
    with mail_server() as double:
        (sent,) = case.services.post.send_due(at(double.port))
    assert (sent.state, len(double.letters)) == (MailState.SENT, 1)


def test_a_clock_set_back_by_minutes_only_delays(case: Case) -> None:
    mail = queued(case)
    case.clock.move(minutes=-10)
    assert case.services.post.next_due() == mail.due_at
    assert case.services.post.send_due(at(1)) == ()
