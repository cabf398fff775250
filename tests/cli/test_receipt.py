"""`parkdesk receipt`: to read, as a PDF, as a thermal printer's bytes, and on one; the first paper is the original."""

from __future__ import annotations

from pathlib import Path

import pytest

from parkdesk.app import open_services
from parkdesk.config import Config
from parkdesk.domain.payment import Method
from tests.cli.conftest import Said, Say, started
from tests.kit import Case
from tests.outlets.papers import as_printed
from tests.outlets.printer_double import NO_PAPER, printer
from tests.services.conftest import PASSWORD


@pytest.fixture
def receipt(say: Say, tmp_path: Path, sqlite_url: str, monkeypatch: pytest.MonkeyPatch) -> Say:
    """A paid stay in A1 and one in A2 that is not; whoever asks has signed in."""
    services = open_services(Config.read(data_dir=tmp_path / "data", database=sqlite_url))
    owner = services.people.first_owner("Olga", PASSWORD)
    services.close()
    case = Case(sqlite_url)
    for bay, plate in (("A1", "KL 1"), ("A2", "KL 2")):
        booking = case.book(bay, plate)
        if bay == "A1":
            case.services.payments.take(owner, booking.id, Method.CASH, tendered_minor=10000)
    case.close()
    monkeypatch.setenv("PARKDESK_PASSWORD", PASSWORD)

    def ask(*words: object) -> Said:
        monkeypatch.setenv("PARKDESK_PASSWORD", PASSWORD)
        return say("--database", sqlite_url, "receipt", *words, "--as", "Olga")

    return ask


def test_it_is_read_in_the_terminal_and_that_is_no_paper(receipt: Say) -> None:
    told = receipt("A1")
    assert told.code == 0
    assert "Total: ₹\u00a070.80\n" in told.out
    assert receipt("A1", "--json").record["copy"] == 0


def test_the_second_file_is_a_copy(receipt: Say, tmp_path: Path) -> None:
    for number in (0, 1):
        file = tmp_path / f"{number}.bin"
        assert receipt("A1", "--escpos", file, "--json").record["copy"] == number
        printed = as_printed(file.read_bytes())
        assert "Total           Rs 70.80\n" in printed
        assert ("Copy 1" in printed) == bool(number)


def test_a_narrow_roll(receipt: Say, tmp_path: Path) -> None:
    receipt("A1", "--escpos", tmp_path / "narrow.bin", "--narrow")
    lines = as_printed((tmp_path / "narrow.bin").read_bytes()).splitlines()
    assert max(map(len, lines)) == 32


def test_as_a_pdf_without_a_screen(receipt: Say, tmp_path: Path, sqlite_url: str) -> None:
    file = tmp_path / "ticket.pdf"
    words = ("--data-dir", tmp_path / "data", "--database", sqlite_url, "receipt", "A1", "--ticket")
    told = started(*words, "--pdf", file, DISPLAY=None, QT_QPA_PLATFORM=None)
    assert (told.code, told.err) == (0, "")
    assert file.read_bytes().startswith(b"%PDF-")


def test_on_a_printer_in_the_network(receipt: Say) -> None:
    with printer() as double:
        told = receipt("A1", "--printer", double.place)
        assert told.out.endswith(f"is printed on {double.place}.\n")
    assert "Rs 70.80" in as_printed(bytes(double.printed))


def test_what_cannot_be_is_one_sentence(receipt: Say, tmp_path: Path) -> None:
    assert receipt("A2").err == "Nothing has been paid for this stay yet, so there is no receipt.\n"
    nowhere = tmp_path / "no" / "such.bin"
    assert receipt("A1", "--escpos", nowhere).err.endswith(
        "such.bin cannot be written: No such file or directory.\n"
    )
    with printer({4: NO_PAPER}) as double:
        told = receipt("A1", "--printer", double.place)
        assert (told.code, told.err) == (2, f"{double.place} is out of paper.\n")
    assert receipt("A1", "--printer", "a b").err.startswith("'a b' is not a printer's address")
