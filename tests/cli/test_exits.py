"""Every way a start can fail ends in one sentence and its exit code, and leaves everything as it was."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

import psycopg
import pytest
from PySide6.QtCore import QLockFile

from tests.cli.conftest import BAYS, LOTS, Say, started

VERB = "sweep"
EVERY_WORD = """
book renew extend check-out bookings import-lot availability report sweep journal check migrate backup restore
--data-dir --database --demo --lang --log-level --safe-mode --version PARKDESK_PASSWORD
"""


def one_sentence(text: str) -> bool:
    return text.count("\n") == 1 and text.rstrip().endswith(".") and "Traceback" not in text


@pytest.mark.parametrize(
    ("url", "code", "words"),
    [
        ("nonsense", 2, "is not a database address"),
        ("mysql://root@localhost/x", 2, "is not a database address"),
        ("postgresql://nobody@127.0.0.1:1/x", 4, "The database cannot be reached: "),
        ("sqlite:////dev/null/parkdesk.db", 4, "The database cannot be reached: "),
        ("sqlite:///:memory:", 2, "is not a database address"),
    ],
)
def test_an_address_that_leads_nowhere(say: Say, url: str, code: int, words: str) -> None:
    refused = say("--database", url, VERB)
    assert (refused.code, refused.out) == (code, "")
    assert words in refused.err
    assert one_sentence(refused.err)


def test_a_password_in_an_address_is_never_shown_or_logged(say: Say, tmp_path: Path) -> None:
    secret = "hunter2hunter2"
    refused = say("--log-level", "debug", "--database", f"postgresql://me:{secret}@127.0.0.1:1/x", "check")
    log = tmp_path / "data" / "parkdesk.log"
    written = log.read_text("utf-8") if log.exists() else ""
    assert secret not in refused.err + refused.out + written


@pytest.fixture
def sqlite_file(say: Say, tmp_path: Path) -> Path:
    assert say("migrate").code == 0
    return tmp_path / "data" / "parkdesk.db"


def changed(file: Path, *statements: str) -> None:
    connection = sqlite3.connect(file)
    for statement in statements:
        connection.execute(statement)
    connection.commit()
    connection.close()


def test_a_newer_schema(say: Say, sqlite_file: Path) -> None:
    changed(sqlite_file, "UPDATE alembic_version SET version_num = '9999'")
    before = sqlite_file.read_bytes()
    for verb in (VERB, "migrate"):
        refused = say(verb)
        assert (refused.code, one_sentence(refused.err), "newer ParkDesk (9999)" in refused.err) == (
            5,
            True,
            True,
        )
    assert say("check").code == 5
    assert sqlite_file.read_bytes() == before


def test_a_database_of_another_program(say: Say, tmp_path: Path) -> None:
    file = tmp_path / "notes.db"
    changed(file, "CREATE TABLE notes (words text)")
    before = file.read_bytes()
    for verb in (VERB, "migrate", "check"):
        refused = say("--database", f"sqlite:///{file}", verb)
        assert refused.code == 4
        assert "belongs to another program; ParkDesk left it alone." in refused.err + refused.out
    assert file.read_bytes() == before


def test_a_damaged_file(say: Say, sqlite_file: Path) -> None:
    sqlite_file.write_bytes(b"SQLite format 3\0" + b"\xff" * 5000)
    refused = say(VERB)
    assert (refused.code, one_sentence(refused.err)) == (4, True)
    assert refused.err.endswith("is damaged; restore the last backup.\n")


def test_a_locked_file(say: Say, sqlite_file: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    say("import-lot", LOTS)
    monkeypatch.setattr("parkdesk.store.database.BUSY_SECONDS", 0)
    other = sqlite3.connect(sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    try:
        refused = say("book", "KL 08 AZ 1234", "--lot", "Marine")
    finally:
        other.close()
    assert (refused.code, refused.err) == (
        4,
        "The database is busy with another program; try again in a moment.\n",
    )


@pytest.mark.parametrize("free", [4096, 40_000])
def test_a_full_disk(say: Say, tmp_path: Path, free: int) -> None:
    say("import-lot", LOTS)
    room = (
        "import resource, sys\n"
        "from parkdesk.__main__ import main\n"
        f"resource.setrlimit(resource.RLIMIT_FSIZE, ({free}, resource.RLIM_INFINITY))\n"
        "sys.exit(main(sys.argv[1:]))"
    )
    data, other = tmp_path / "data", tmp_path / "other"
    words = ("--database", f"sqlite:///{data / 'parkdesk.db'}", "import-lot", BAYS)
    refused = started("--data-dir", other, *words, code=room)
    assert (refused.code, one_sentence(refused.err)) == (4, True)
    assert refused.err.startswith("The disk is full; nothing was changed.")
    assert say("import-lot", BAYS, "--json").record["files"][0]["imported"]["lots_added"] == 2


@pytest.mark.postgres
def test_a_server_that_can_only_be_read(say: Say, postgres_url: str) -> None:
    with psycopg.connect(postgres_url, autocommit=True) as connection:
        name = connection.info.dbname
        connection.execute(f'ALTER DATABASE "{name}" SET default_transaction_read_only = on'.encode())
    refused = say("--database", postgres_url, "import-lot", LOTS)
    assert (refused.code, one_sentence(refused.err)) == (4, True)
    assert "can only be read, not written" in refused.err


@pytest.fixture
def open_desk(tmp_path: Path) -> Iterator[Path]:
    """A data folder on which this process has the desk open."""
    folder = tmp_path / "data"
    folder.mkdir()
    lock = QLockFile(str(folder / "parkdesk.lock"))
    assert lock.tryLock(0)
    yield folder
    lock.unlock()


def test_a_second_start_on_the_same_folder(open_desk: Path) -> None:
    second = started("--data-dir", open_desk, QT_QPA_PLATFORM="offscreen")
    assert (second.code, second.err) == (6, f"ParkDesk already runs on {open_desk}.\n")


def test_a_backup_is_never_restored_over_a_running_desk(open_desk: Path, tmp_path: Path) -> None:
    started("--data-dir", open_desk, "backup", tmp_path / "kept.db")
    refused = started("--data-dir", open_desk, "restore", tmp_path / "kept.db")
    assert (refused.code, one_sentence(refused.err)) == (6, True)


def test_no_screen_is_said_in_one_sentence(tmp_path: Path) -> None:
    for display in (None, ":4077"):
        refused = started("--data-dir", tmp_path, DISPLAY=display, WAYLAND_DISPLAY=None, QT_QPA_PLATFORM=None)
        assert (refused.code, one_sentence(refused.err)) == (2, True)
        assert "There is no screen here" in refused.err


def test_a_data_folder_that_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    assert started("--data-dir", folder, QT_QPA_PLATFORM="offscreen").err == (
        f"{folder} cannot be written: no access.\n"
    )
    refused = started("--data-dir", folder, VERB)
    assert (refused.code, one_sentence(refused.err)) == (2, True)


@pytest.mark.parametrize(
    "words", [("frob",), ("--frob",), ("book",), ("journal",), ("--log-level", "loud", VERB)]
)
def test_what_is_not_understood_is_usage(say: Say, words: tuple[str, ...]) -> None:
    refused = say(*words)
    assert refused.code == 2
    assert refused.err.startswith("usage: parkdesk")


def test_a_bug_is_logged_and_told_without_a_traceback(
    say: Say, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("parkdesk.services.sweep.SweepService.run", lambda _self: 1 // 0)
    broken = say(VERB)
    log = tmp_path / "data" / "parkdesk.log"
    assert (broken.code, one_sentence(broken.err), str(log) in broken.err) == (1, True, True)
    assert "ZeroDivisionError" in log.read_text("utf-8")


def test_help_names_every_verb_and_exit_code(say: Say) -> None:
    told = say("--help").out
    for word in EVERY_WORD.split():
        assert f"{word} " in told
    assert [line[2] for line in told.splitlines() if line.startswith("  ") and line[2:3].isdigit()] == list(
        "0123456"
    )
    assert say("--version").out.startswith("ParkDesk ")
    assert "--dry-run" in say("sweep", "--help").out
