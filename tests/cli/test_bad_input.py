"""What people and machines get wrong, at the terminal: one sentence, its exit code, nothing half-written."""

from __future__ import annotations

import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from pathlib import Path

import pytest

from parkdesk.app import open_services
from parkdesk.config import Config
from tests.cli.conftest import LOTS, ROOT, Said, Say, started
from tests.kit import Clock

CAR, PASSWORD = "KL 08 AZ 1234", "correct horse"
BAYS = "lot,level,code,row,column,price,timezone,currency\n"


@pytest.fixture
def with_lots(say: Say) -> Say:
    assert say("import-lot", LOTS).code == 0
    return say


def free_bays(say: Say, lot: str = "Marine", *words: object) -> int:
    return len(say("availability", "--lot", lot, "--json", *words).record["bays"])


@pytest.mark.parametrize(
    ("typed", "shown"),
    [("\u202eKL 08\u202c AZ 1", "KL 08 AZ 1"), ("א-123", "א-123"), ("ب ١٢٣ ج", "ب ١٢٣ ج")],
    ids=["marks", "Hebrew", "Arabic"],
)
def test_plates_from_right_to_left(with_lots: Say, typed: str, shown: str) -> None:
    booked = with_lots("book", typed, "--lot", "Marine", "--json")
    assert (booked.code, booked.record["plate"]) == (0, shown)
    assert with_lots("check-out", shown).code == 0


@pytest.mark.parametrize("length", ["0", "-1h", "0m", "99999999999d", ""])
def test_a_length_that_is_none(with_lots: Say, length: str) -> None:
    booked = with_lots("book", CAR, "--lot", "Marine", "--json").record
    for verb in ("extend", "renew"):
        refused = with_lots(verb, CAR, f"--for={length}")
        assert (refused.code, refused.out) == (2, "")
        assert refused.err == f"'{length}' is not a length of time such as 90m, 2h or 1h30.\n"
    (still,) = with_lots("bookings", "--lot", "Marine", "--json").record["bookings"]
    assert (still["id"], still["until"]) == (booked["id"], booked["until"])


@pytest.mark.parametrize("until", ["2031-01-02T10:00", "2031-01-02T09:59"])
def test_a_window_that_ends_before_it_starts(with_lots: Say, until: str) -> None:
    for verb in (("availability",), ("book", CAR)):
        refused = with_lots(*verb, "--lot", "Marine", "--from", "2031-01-02T10:00", "--until", until)
        assert (refused.code, refused.err) == (2, "The end must come after the start.\n")


def test_of_an_hour_that_comes_twice_the_first_is_meant(with_lots: Say) -> None:
    words = ("--lot", "City", "--bay", "A5", "--from", "2031-10-26T02:30", "--for", "2h", "--json")
    booked = with_lots("book", "DD AB 123", *words).record
    assert booked["starts_at"] == "2031-10-26T00:30:00+00:00"
    assert booked["until"] == "2031-10-26T02:30:00+00:00", "two hours, though the clock shows 03:30 then"


@pytest.mark.parametrize(
    ("price", "words"),
    [
        ("-1", "An amount lies between 0 and 1000000000.00."),
        ("1e12", "'1e12' is not an amount of money."),
        ("1000000000000", "An amount lies between 0 and 1000000000.00."),
    ],
)
def test_a_price_that_cannot_be(say: Say, tmp_path: Path, price: str, words: str) -> None:
    file = tmp_path / "bays.csv"
    file.write_text(f"{BAYS}L,G,A1,1,1,{price},Asia/Kolkata,INR\n", "utf-8")
    refused = say("import-lot", file)
    assert refused.code == 2
    assert f"Row 2, column price: {words}" in refused.err
    assert say("report", "--json").record == {"reports": []}


def test_the_clock_set_back_an_hour(with_lots: Say, monkeypatch: pytest.MonkeyPatch) -> None:
    """A new start knows nothing of the time before: what the journal and the bookings say still holds."""
    clock = Clock(datetime.now(UTC).replace(microsecond=0))
    monkeypatch.setattr("parkdesk.app.DeskClock", lambda: clock)
    say = with_lots
    booked = say("book", CAR, "--lot", "Marine", "--bay", "B1", "--for", "2h", "--json").record
    clock.move(hours=-1)
    assert say("sweep", "--json").record["result"]["completed"] == []
    taken = say("book", "KL 07 B 1", "--lot", "Marine", "--bay", "B1")
    assert (taken.code, taken.err) == (
        2,
        "Bay B1 is taken for that time; choose another bay or another time.\n",
    )
    extended = say("extend", CAR, "--for", "1h", "--json").record
    assert extended["total_minor"] * 2 == booked["total_minor"] * 3
    left = say("check-out", CAR, "--json").record
    assert (left["status"], left["total_minor"]) == ("completed", extended["total_minor"])
    assert say("journal", "verify", "--json").record["faults"] == []


def test_a_late_entry_where_a_car_stood(
    with_lots: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    clock = Clock(datetime(2026, 11, 21, 4, 30, tzinfo=UTC))
    monkeypatch.setattr("parkdesk.app.DeskClock", lambda: clock)
    say = with_lots
    services = open_services(Config.read(data_dir=tmp_path / "data"))
    services.people.first_owner("Olga", PASSWORD)
    services.close()
    monkeypatch.setenv("PARKDESK_PASSWORD", PASSWORD)
    bay = ("--lot", "Marine", "--bay", "B1", "--as", "Olga")
    assert say("book", CAR, *bay, "--for", "2h").code == 0
    clock.move(hours=1)
    assert say("check-out", CAR, "--as", "Olga").code == 0
    late = ("book", "KL 07 B 1", *bay, "--late", "--until", "14:00", "--from")
    refused = say(*late, "10:30")
    assert (refused.code, refused.err) == (
        2,
        "Another car stood in bay B1 until 11:00; enter this one from then on, or in another bay.\n",
    )
    assert say(*late, "11:00").code == 0


def bound_by_rights(*words: object) -> Said:
    """A process that the rights of files bind even if it is root's."""
    command = [sys.executable, "-m", "parkdesk", *map(str, words)]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return Said(done.returncode, done.stdout, done.stderr)


def test_a_file_that_can_only_be_read(with_lots: Say, tmp_path: Path) -> None:
    file = tmp_path / "data" / "parkdesk.db"
    before = file.read_bytes()
    file.chmod(0o444)
    refused = bound_by_rights("--data-dir", tmp_path / "data", "book", CAR, "--lot", "Marine")
    assert (refused.code, refused.out) == (4, "")
    assert refused.err == f"The database can only be read, not written; check the rights on {file}.\n"
    assert file.read_bytes() == before


def test_two_desks_book_one_bay(say: Say, tmp_path: Path, database_url: str) -> None:
    """Two programs, each with its own journal, at the same moment."""
    assert say("--database", database_url, "import-lot", LOTS).code == 0
    before = free_bays(say, "Marine", "--database", database_url)

    def book(desk: int) -> Said:
        words = ("book", f"KL 0{desk} A 1", "--lot", "Marine", "--bay", "C5", "--for", "1h")
        return started("--data-dir", tmp_path / f"desk{desk}", "--database", database_url, *words)

    with ThreadPoolExecutor(2) as desks:
        told = sorted(desks.map(book, (1, 2)), key=lambda said: said.code)
    assert [said.code for said in told] == [0, 2]
    assert told[1].err == "Bay C5 is taken for that time; choose another bay or another time.\n"
    assert free_bays(say, "Marine", "--database", database_url) == before - 1
    verified = say("journal", "verify", "--database", database_url, "--json").record
    assert verified["faults"] == []


def test_a_verb_that_is_none_names_those_for_people(say: Say) -> None:
    refused = say("nonsense")
    assert (refused.code, refused.out) == (2, "")
    assert "there is no verb 'nonsense'; there are book, renew, extend" in refused.err
    assert "check-window" not in refused.err
