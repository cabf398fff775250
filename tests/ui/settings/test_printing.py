"""This desk's printer, what prints by itself, and its mail server."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from parkdesk.outlets.printers import Kind, Printer
from parkdesk.ui.paper.preferences import MailSettings, Printing
from parkdesk.ui.settings import SettingsScreen
from parkdesk.ui.settings.printing.section import PrintingSection
from tests.outlets.papers import as_printed
from tests.outlets.printer_double import PrinterDouble, printer
from tests.outlets.smtp_double import mail_server
from tests.ui.open_desk import OpenDesk


@pytest.fixture
def section(settings: SettingsScreen, desk: OpenDesk) -> PrintingSection:
    settings.open("printing")
    made = settings.page("printing")
    assert isinstance(made, PrintingSection)
    desk.settle()
    return made


@pytest.fixture
def double() -> Iterator[PrinterDouble]:
    with printer() as made:
        yield made


def type_host(section: PrintingSection, text: str) -> None:
    section.printer.kind.pill("network").click()
    section.printer.host.setText(text)
    section.printer.host.editingFinished.emit()


def test_a_printer_takes_effect_at_once(desk: OpenDesk, section: PrintingSection, qtbot) -> None:
    with qtbot.waitSignal(desk.ui.preferences_changed):
        type_host(section, "192.168.1.50")
    section.printer.roll.pill("32").click()
    assert Printing(desk.ui.preferences).printer == Printer(Kind.NETWORK, "192.168.1.50", 32)
    section.printer.kind.pill("none").click()
    assert not Printing(desk.ui.preferences).printer.works


def test_an_address_that_cannot_be_is_told_and_changes_nothing(
    desk: OpenDesk, section: PrintingSection
) -> None:
    type_host(section, "http://printer")
    assert section.printer.fields[Kind.NETWORK].sentence.startswith(
        "'http://printer' is not a printer's address"
    )
    assert Printing(desk.ui.preferences).printer.place != "http://printer"


def test_a_test_print(desk: OpenDesk, section: PrintingSection, double: PrinterDouble, qtbot) -> None:
    type_host(section, double.place)
    section.printer.test.click()
    qtbot.waitUntil(lambda: "took it" in section.printer.said.text())
    assert "Test print" in as_printed(bytes(double.printed))


def test_a_test_print_that_fails_says_why(desk: OpenDesk, section: PrintingSection, tmp_path, qtbot) -> None:
    section.printer.kind.pill("file").click()
    section.printer.path.setText(str(tmp_path / "no" / "lp0"))
    section.printer.path.editingFinished.emit()
    section.printer.test.click()
    qtbot.waitUntil(lambda: "cannot be reached" in section.printer.said.text())


def test_what_prints_by_itself(desk: OpenDesk, section: PrintingSection) -> None:
    section.receipt.click()
    section.ticket.click()
    printing = Printing(desk.ui.preferences)
    assert (printing.receipt_at_sale, printing.ticket_at_entry) == (True, True)


def test_a_mail_server_is_kept_without_its_password_and_knocked_at(
    desk: OpenDesk, section: PrintingSection, monkeypatch: pytest.MonkeyPatch, qtbot
) -> None:
    monkeypatch.setenv("PARKDESK_MAIL_PASSWORD", "from the environment")
    card = section.mail
    with mail_server() as server:
        card.host.setText("127.0.0.1")
        card.security.setCurrentIndex(card.security.findData("none"))
        card.port.setValue(server.port)
        card.from_.setText("lot@example.org")
        card.user.setText("lot")
        card.save_button.click()
        qtbot.waitUntil(lambda: card.said.text() == "The mail server is ready.")
        kept = MailSettings("127.0.0.1", server.port, "none", "lot@example.org", "lot")
    assert "AUTH" in server.verbs
    assert server.letters == []
    assert Printing(desk.ui.preferences).mail == kept


def test_without_a_keyring_the_password_is_refused_beside_its_field(
    desk: OpenDesk, section: PrintingSection, qtbot
) -> None:
    card = section.mail
    card.host.setText("mail.example.org")
    card.from_.setText("lot@example.org")
    card.password.setText("geheim")
    card.save_button.click()
    qtbot.waitUntil(lambda: card.form.fields["password"].faulty)
    assert "PARKDESK_MAIL_PASSWORD" in card.form.fields["password"].sentence
    desk.ui.preferences.save()
    assert "geheim" not in Path(desk.ui.preferences.file.fileName()).read_text("utf-8")


def test_a_sender_is_needed(desk: OpenDesk, section: PrintingSection) -> None:
    section.mail.host.setText("mail.example.org")
    section.mail.save_button.click()
    assert section.mail.form.fields["sender"].faulty
    assert Printing(desk.ui.preferences).mail == MailSettings()


def test_an_attendant_sets_up_the_printer_too(desk: OpenDesk, settings: SettingsScreen) -> None:
    desk.ui.sign_in(desk.case.attendant)
    settings.open("printing")
    assert settings.current == "printing"
