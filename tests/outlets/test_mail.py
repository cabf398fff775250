"""Letters with receipts, and a mail server that takes them, refuses them or is not there."""

from __future__ import annotations

import socket
from dataclasses import replace

import pytest

from parkdesk.domain.errors import EmailUnreadable, ParkDeskError
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
from tests import loopback
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


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_over_tls_nothing_is_said_in_the_clear(security: Security, caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("DEBUG")
    with mail_server(tls=loopback.serving(), later=security is Security.STARTTLS) as double:
        trusted = at(double.port, security=security, ca_file=str(loopback.AUTHORITY))
        post(replace(trusted, user="lot", password="secret"), a_letter())
    assert len(double.letters) == 1
    before = double.verbs[: double.verbs.index("STARTTLS")] if "STARTTLS" in double.verbs else []
    assert not {"AUTH", "MAIL", "RCPT", "DATA"} & set(before)
    assert "secret" not in caplog.text


@pytest.mark.parametrize("security", [Security.TLS, Security.STARTTLS])
def test_a_certificate_nobody_vouches_for_gets_no_password(security: Security) -> None:
    with (
        mail_server(tls=loopback.serving(), later=security is Security.STARTTLS) as double,
        pytest.raises(MailUnreachable) as told,
    ):
        post(at(double.port, security=security, user="lot", password="secret"), a_letter())
    assert str(told.value).endswith(
        " cannot be reached: its certificate is not trusted (self-signed certificate)."
    )
    assert "AUTH" not in double.verbs
    assert double.letters == []


def test_a_server_that_speaks_no_tls_at_its_port() -> None:
    with mail_server() as double, pytest.raises(MailUnreachable) as told:
        post(at(double.port, security=Security.TLS), a_letter())
    assert str(told.value).endswith("cannot be reached: it does not speak TLS at this port.")


@pytest.mark.parametrize("leave", ["500 what", "421 gone", "garbage"])
def test_what_was_taken_is_sent_however_the_server_takes_leave(leave: str) -> None:
    with mail_server(QUIT=leave) as double:
        post(at(double.port), a_letter())
    assert len(double.letters) == 1


def test_the_computers_own_name_is_nobodys_business(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(socket, "getfqdn", lambda *_: "Kasse-Süd.local")
    with mail_server() as double:
        post(at(double.port), a_letter())
    assert len(double.letters) == 1
    assert b"".join(double.lines).count(b"Kasse") == 0


@pytest.mark.parametrize(
    "address",
    [
        "eve@example.com,anil@example.com",
        "anil@example.com\r\nBcc: eve@example.com",
        "anil@example.com;eve@example.com",
        "Anil <anil@example.com>, eve@example.com",
        "anil.example.com",
        "anil@",
        "@example.com",
        "",
    ],
)
def test_no_text_is_two_addresses_or_a_header(address: str) -> None:
    with pytest.raises(EmailUnreadable):
        letter(receipt_paper(INDIAN), SENDER, address, new_id())
    with pytest.raises(EmailUnreadable):
        letter(receipt_paper(INDIAN), address, DRIVER, new_id())


def test_no_name_of_a_lot_adds_a_header_or_a_sender() -> None:
    header = replace(INDIAN.header, name="Lot\u2028Bcc: eve@example.com")
    sender = "Süd, Dresden & Co <lot@parkhaus-süd.de>"
    with mail_server() as double:
        post(at(double.port), letter(receipt_paper(replace(INDIAN, header=header)), sender, DRIVER, new_id()))
    (got,) = double.letters
    assert got["Subject"] == "Receipt 322-000123, Lot Bcc: eve@example.com"
    assert got["Bcc"] is None
    (from_,) = got["From"].addresses
    assert (from_.display_name, from_.addr_spec) == ("Süd, Dresden & Co", "lot@xn--parkhaus-sd-2hb.de")
    said = [line.lower().split()[1] for line in double.lines if line[:4].upper() in (b"MAIL", b"RCPT")]
    assert said == [b"from:<lot@xn--parkhaus-sd-2hb.de>", b"to:<anil@example.com>"]


def test_an_address_that_a_server_cannot_write_is_not_tried_again() -> None:
    with mail_server() as double, pytest.raises(MailAddressRefused):
        post(at(double.port), letter(receipt_paper(INDIAN), SENDER, "jürgen@example.com", new_id()))
    assert double.letters == []
