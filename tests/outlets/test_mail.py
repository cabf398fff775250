"""Letters with receipts, and a mail server that takes them, refuses them or is not there."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.paper_errors import (
    MailAddressRefused,
    MailRefused,
    MailSignInRefused,
    MailUnreachable,
)
from parkdesk.outlets import mail
from parkdesk.outlets.mail import MailServer, Security, letter, post
from parkdesk.outlets.receipt_paper import receipt_paper
from parkdesk.services.desk import new_id
from tests.outlets.papers import GERMAN, INDIAN
from tests.outlets.smtp_double import mail_server

SENDER, DRIVER = "Riverside Lot <lot@example.org>", "anil@example.com"


def at(port: int, **more: object) -> MailServer:
    return replace(MailServer("127.0.0.1", port, Security.NONE, SENDER), **more)


def a_letter():
    return letter(receipt_paper(INDIAN), SENDER, DRIVER, new_id(), lambda _: b"%PDF-1.4 receipt")


def test_a_letter_holds_words_a_page_and_the_pdf() -> None:
    with mail_server() as double:
        post(at(double.port), a_letter())
    (got,) = double.letters
    assert (got["From"], got["To"]) == (SENDER, DRIVER)
    assert got["Subject"] == "Receipt 322-000123, Riverside Lot"
    assert got["Message-ID"].endswith("@example.org>")
    plain, page = got.get_body(("plain",)).get_content(), got.get_body(("html",)).get_content()
    for words in (plain, page):
        assert "KL 08 AZ 1234" in words
        assert "₹\u00a070.80" in words
    (attached,) = got.iter_attachments()
    assert (attached.get_filename(), attached.get_content()) == (
        "Receipt 322-000123.pdf",
        b"%PDF-1.4 receipt",
    )
    assert "AUTH" not in double.verbs


def test_it_is_written_in_the_lots_language() -> None:
    with mail_server() as double:
        post(at(double.port), letter(receipt_paper(GERMAN), SENDER, DRIVER, new_id()))
    (got,) = double.letters
    assert got["Subject"] == "Quittung 322-010412, Semperoper"
    assert got.get_body(("plain",)).get_content().startswith("Danke, dass Sie bei uns geparkt haben.")
    assert list(got.iter_attachments()) == []


def test_with_a_user_it_signs_in() -> None:
    with mail_server() as double:
        post(at(double.port, user="lot", password="secret"), a_letter())
    assert "AUTH" in double.verbs
    assert len(double.letters) == 1
    assert "secret" not in repr(at(1, password="secret"))


@pytest.mark.parametrize(
    ("replies", "error", "words"),
    [
        ({"RCPT": "550 no such user"}, MailAddressRefused, "does not deliver to anil@example.com."),
        ({"RCPT": "451 try later"}, MailRefused, "refused: try later."),
        ({"MAIL": "553 not you"}, MailRefused, "refused: not you."),
        ({"CONTENT": "554 looks like spam."}, MailRefused, "refused: looks like spam."),
        ({"AUTH": "535 wrong"}, MailSignInRefused, "does not accept this user and password."),
        ({"HELLO": "554 go away"}, MailRefused, "refused: go away."),
    ],
)
def test_each_refusal_is_one_sentence(
    replies: dict[str, str], error: type[ParkDeskError], words: str
) -> None:
    user = "lot" if "AUTH" in replies else ""
    with mail_server(**replies) as double, pytest.raises(error) as told:
        post(at(double.port, user=user, password="x"), a_letter())
    assert words in str(told.value)
    assert double.letters == []


def test_a_server_that_is_not_there() -> None:
    with socket.create_server(("127.0.0.1", 0)) as server:
        port = server.getsockname()[1]
    with pytest.raises(MailUnreachable, match=f"127.0.0.1:{port} cannot be reached: Connection refused"):
        post(at(port), a_letter())


def test_a_server_that_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(mail, "PATIENCE_SECONDS", 0.2)
    with socket.create_server(("127.0.0.1", 0)) as server, pytest.raises(MailUnreachable):
        post(at(server.getsockname()[1]), a_letter())


def test_no_letter_leaves_in_the_clear_where_it_should_not() -> None:
    with mail_server() as double, pytest.raises(MailRefused, match="STARTTLS"):
        post(at(double.port, security=Security.STARTTLS), a_letter())
    assert double.letters == []
