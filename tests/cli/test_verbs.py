"""What an attendant and an owner do from a terminal, from the first lot to the report."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from tests.cli.conftest import BAYS, LOTS, Say
from tests.demo import MOMENT, demo_file

CAR = "KL 08 AZ 1234"


@pytest.fixture
def with_lots(say: Say) -> Say:
    assert say("import-lot", LOTS, BAYS).code == 0
    return say


def test_a_car_is_booked_extended_renewed_and_checked_out(with_lots: Say) -> None:
    say = with_lots
    booked = say("book", CAR, "--lot", "Marine", "--for", "1h", "--type", "hatchback", "--json")
    assert booked.code == 0
    record = booked.record
    assert record["plate"] == CAR
    assert record["status"] == "active"
    assert record["total_minor"] == sum(line["amount"] for line in record["lines"]) == record["due_minor"]

    extended = say("extend", record["ticket"], "--for", "30m", "--json").record
    assert extended["total_minor"] > record["total_minor"]
    renewed = say("renew", "kl08az1234", "--for", "2h", "--json").record
    assert renewed["renewed_from"] == record["id"]
    left = say("check-out", CAR, "--json").record
    assert (left["id"], left["status"]) == (record["id"], "completed")
    gone = say("check-out", CAR)
    assert gone.code == 2
    assert gone.err == f"No live booking fits '{CAR}'; a ticket, a plate or a bay names one.\n"


def test_a_booking_without_json_reads_like_a_receipt(with_lots: Say) -> None:
    told = with_lots("book", CAR, "--lot", "Marine", "--for", "1h").out
    assert f"Booked: {CAR} in bay" in told
    assert "Parking 1 h × ₹ 60  ₹ 60.00" in told.replace("\u00a0", " ")
    assert "Total  ₹ 70.80" in told.replace("\u00a0", " ")


def test_the_same_plate_or_bay_is_refused_with_a_sentence(with_lots: Say) -> None:
    say = with_lots
    assert say("book", CAR, "--lot", "Marine", "--bay", "b1").code == 0
    twice = say("book", CAR, "--lot", "Marine", "--json")
    assert (twice.code, twice.record["error"], twice.record["field"]) == (2, "PlateAlreadyParked", "plate")
    taken = say("book", "KL 07 B 1", "--lot", "Marine", "--bay", "B1")
    assert (taken.code, taken.out) == (2, "")
    assert taken.err == "Bay B1 is taken for that time; choose another bay or another time.\n"


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("", "--lot", "Marine"), "Type the number plate."),
        (("K" * 300, "--lot", "Marine"), "at most 16 characters"),
        (("🚗", "--lot", "Marine"), "is neither"),
        ((CAR, "--lot", "Marine", "--type", "spaceship"), "No bay for this vehicle is free"),
        ((CAR, "--lot", "Marine", "--bay", "Z99"), "There is no bay Z99 in Marine Drive."),
        ((CAR, "--lot", "Nowhere"), "There is no lot 'Nowhere'."),
        ((CAR,), "There are several lots; say which with --lot: "),
        ((CAR, "--lot", "Marine", "--for", "soon"), "'soon' is not a length of time"),
        ((CAR, "--lot", "Marine", "--from", "25:99"), "'25:99' is not a time"),
        ((CAR, "--lot", "Marine", "--from", "2026-02-30T10:00"), "is not a time"),
        ((CAR, "--lot", "Marine", "--from", "2020-01-01T10:00", "--bay", "A1"), "cannot start in the past"),
        (
            (
                CAR,
                "--lot",
                "Marine",
                "--from",
                "2031-01-02T10:00",
                "--until",
                "2031-01-01T10:00",
                "--bay",
                "A1",
            ),
            "The end must come after the start.",
        ),
        (
            (CAR, "--lot", "City", "--from", "2031-03-30T02:30", "--bay", "A1"),
            "02:30 does not exist on 2031-03-30: the clocks go forward then.",
        ),
        ((CAR, "--lot", "Marine", "--for", "40d", "--bay", "B1"), "lasts 744 hours at most"),
        ((CAR, "--lot", "Marine", "--email", "me@"), "'me@' is not an e-mail address."),
    ],
)
def test_what_cannot_be_booked_is_said_in_one_sentence(
    with_lots: Say, words: tuple[str, ...], sentence: str
) -> None:
    refused = with_lots("book", *words)
    assert refused.code == 2
    assert sentence in refused.err
    assert refused.err.count("\n") == 1
    assert with_lots("bookings", "--lot", "Marine", "--json").record["bookings"] == []


def test_availability_follows_the_bookings(with_lots: Say) -> None:
    say = with_lots

    def free() -> list[str]:
        words = ("availability", "--lot", "Marine", "--from", "2031-01-01T18:00", "--for", "3h", "--json")
        return [bay["code"] for bay in say(*words).record["bays"]]

    before = free()
    assert "C5" in before
    when = ("--from", "2031-01-01T20:00", "--until", "2031-01-01T22:00")
    assert say("book", CAR, "--lot", "Marine", "--bay", "C5", *when).code == 0
    assert free() == [code for code in before if code != "C5"]
    charging = say("availability", "--lot", "Marine", "--feature", "ev", "--type", "ev", "--json").record[
        "bays"
    ]
    assert charging
    assert all("ev" in bay["features"] for bay in charging)


def test_lists_and_reports_know_the_booking(with_lots: Say, tmp_path: Path) -> None:
    say = with_lots
    say("book", CAR, "--lot", "Marine")
    listed = say("bookings", "--lot", "Marine", "--day", "today", "--plate", "az12", "--json").record
    assert [booking["plate"] for booking in listed["bookings"]] == [CAR]
    assert "ticket" in say("bookings", "--lot", "Marine").out.lower()
    report = say("report", "--lot", "Marine", "--from", "yesterday", "--json").record["reports"][0]
    assert (report["booked"], len(report["days"])) == (1, 2)
    file = tmp_path / "report.csv"
    assert say("report", "--csv", file).code == 0
    assert file.read_bytes().startswith(b"\xef\xbb\xbfLot,Day,Currency")
    assert "Marine Drive" in file.read_text("utf-8")


def test_a_sweep_ends_nothing_that_is_not_due(with_lots: Say) -> None:
    with_lots("book", CAR, "--lot", "Marine")
    for words in (("--dry-run",), ()):
        swept = with_lots("sweep", *words, "--json").record
        assert swept["dry_run"] is bool(words)
        assert swept["result"]["completed"] == []
        assert swept["result"]["next_due"] is not None


def test_the_journal_verifies_until_somebody_changes_it(with_lots: Say, tmp_path: Path) -> None:
    assert with_lots("journal", "verify", "--json").record["faults"] == []
    connection = sqlite3.connect(tmp_path / "data" / "parkdesk.db")
    connection.execute("DROP TRIGGER journal_no_update")
    connection.execute("UPDATE journal SET arguments = '{}' WHERE number = 2")
    connection.commit()
    connection.close()
    broken = with_lots("journal", "verify", "--json")
    assert broken.code == 3
    assert [fault["number"] for fault in broken.record["faults"]] == [2]


def test_figures_that_drifted_are_counted_anew(with_lots: Say, tmp_path: Path) -> None:
    with_lots("book", CAR, "--lot", "Marine", "--for", "1h")
    with closing(sqlite3.connect(tmp_path / "data" / "parkdesk.db")) as connection, connection:
        connection.execute("UPDATE daily SET booked = 7")
    assert "'parkdesk report --rebuild'" in with_lots("check").out
    done = with_lots("report", "--rebuild")
    assert (done.code, done.out) == (0, "Counted anew; figures that were wrong: 1.\n")
    again = with_lots("report", "--rebuild", "--json")
    assert again.record == {"wrong": 0}
    assert "rollups" not in {r["name"] for r in with_lots("check", "--json").record["checks"] if not r["ok"]}


def test_a_backup_is_restored_into_its_place(with_lots: Say, tmp_path: Path) -> None:
    say, file = with_lots, tmp_path / "kept.db"
    assert say("backup", file, "--json").record["backup"]["revision"]
    again = say("backup", file)
    assert (again.code, again.err) == (2, f"{file} exists already; choose another name.\n")
    say("book", CAR, "--lot", "Marine")
    restored = say("restore", file)
    assert restored.code == 0
    assert "parkdesk-replaced" in restored.out
    assert say("bookings", "--lot", "Marine", "--json").record["bookings"] == []


def test_a_backup_without_a_name_goes_into_the_data_folder(with_lots: Say, tmp_path: Path) -> None:
    assert with_lots("backup").code == 0
    assert len(list((tmp_path / "data" / "backups").glob("parkdesk-*.db"))) == 1


def test_migrate_says_from_where_to_where(say: Say) -> None:
    first, second = (say("migrate", "--json").record for _ in range(2))
    assert first["before"] is None
    assert first["after"] == second["before"] == second["after"]


@pytest.mark.postgres
def test_a_server_is_migrated_only_when_asked(say: Say, bare_postgres_url: str) -> None:
    early = say("--database", bare_postgres_url, "sweep")
    assert (early.code, "parkdesk migrate" in early.err) == (4, True)
    assert say("--database", bare_postgres_url, "migrate").code == 0
    assert say("sweep", "--database", bare_postgres_url).code == 0


def test_who_acts_must_be_somebody_once_there_is_anybody(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from parkdesk.app import open_services
    from parkdesk.config import Config
    from parkdesk.domain.people import Role

    services = open_services(Config.read(data_dir=tmp_path / "data"))
    owner = services.people.first_owner("Olga", "correct horse")
    services.people.add(owner, "Asha", Role.ATTENDANT, "battery staple")
    services.close()

    nobody = say("import-lot", LOTS)
    assert (nobody.code, "--as NAME" in nobody.err) == (2, True)
    unproved = say("import-lot", LOTS, "--as", "Olga")
    assert (unproved.code, "PARKDESK_PASSWORD" in unproved.err) == (2, True)
    monkeypatch.setenv("PARKDESK_PASSWORD", "battery staple")
    wrong = say("import-lot", LOTS, "--as", "Olga")
    assert (wrong.code, wrong.err) == (2, "That name and password do not belong together.\n")
    not_hers = say("import-lot", LOTS, "--as", "asha")
    assert (not_hers.code, not_hers.err) == (2, "Asha may not do this; ask an owner.\n")
    monkeypatch.setenv("PARKDESK_PASSWORD", "correct horse")
    assert say("import-lot", LOTS, "--as", "Olga").code == 0
    monkeypatch.setenv("PARKDESK_PASSWORD", "battery staple")
    assert say("book", CAR, "--lot", "Marine", "--as", "Asha").code == 0
    assert say("bookings", "--lot", "Marine").code == 0


def test_on_demo_data_its_owner_acts(say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    demo_file(tmp_path / "data")
    monkeypatch.setattr("parkdesk.app.DeskClock", lambda: lambda: MOMENT)
    booked = say("--demo", "book", "KL 08 AZ 2026", "--lot", "Riverside", "--json").record
    assert booked["status"] == "active"
    assert booked["bay"] not in ("A1", "A2"), "accessible bays are kept for those who need them"
    assert say("renew", "B7", "--lot", "Riverside", "--demo").code == 0
    taken = say("--demo", "book", "KL 08 AZ 1234", "--lot", "Riverside")
    assert taken.err == "KL 08 AZ 1234 already stands in bay B7; give a reason to book it a second time.\n"
    overridden = say("--demo", "book", "KL 08 AZ 1234", "--lot", "Riverside", "--override", "Towed here")
    assert overridden.code == 0
    assert say("bookings", "--lot", "Riverside").code == 2, "the demo's lots are not the desk's own"
