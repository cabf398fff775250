"""Backups: made while desks work, verified, and put back without ever losing what was there."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from pathlib import Path

import pytest

from parkdesk.domain.errors import (
    BackupUnreadable,
    NotAllowed,
    RestoreNeedsServer,
    RestoreOverRunningDesk,
)
from parkdesk.domain.system_errors import FileExists, FileUnwritable, SchemaNewer
from parkdesk.services.backup import BackupService, restore
from parkdesk.services.desk import THE_DESK
from parkdesk.store.backup import verified
from parkdesk.store.database import Database
from parkdesk.store.migrate import ready
from parkdesk.store.schema import HEAD
from tests.kit import Case, desk_case

ROOT = Path(__file__).parents[2]


def nobody() -> bool:
    return False


@pytest.fixture
def case(sqlite_url: str) -> Iterator[Case]:
    with desk_case(sqlite_url) as case:
        case.book("A1", "KL 08 AZ 1234", 60)
        yield case


@pytest.fixture
def place(case: Case) -> Path:
    return Path(case.database.place)


@pytest.fixture
def backup(case: Case, tmp_path: Path) -> Path:
    """A good backup, taken with one car in A1."""
    folder = tmp_path / "stick"
    folder.mkdir()
    return BackupService(case.desk).backup(case.owner, folder / "good.db").file


def states(place: Path, case: Case) -> str:
    """The lot as a database at another place has it."""
    database = Database(f"sqlite:///{place}")
    try:
        case.desk.database, kept = database, case.desk.database
        try:
            return case.states().partition(" | A3")[0]
        finally:
            case.desk.database = kept
    finally:
        database.close()


class TestBackup:
    def test_the_copy_has_everything_and_is_one_file(self, case: Case, tmp_path: Path) -> None:
        file = tmp_path / "stick" / BackupService(case.desk).file_name()
        file.parent.mkdir()
        made = BackupService(case.desk).backup(case.owner, file)
        assert file.name == "parkdesk-2026-11-21-0900.db"
        assert (made.file, made.size, made.revision) == (file, file.stat().st_size, HEAD)
        assert made.entries == case.services.journal.verify().entries - 1  # its own comes after it
        assert os.listdir(file.parent) == [file.name]
        assert states(file, case) == "A1 KL08AZ1234 1:00 | A2 free"

    def test_desks_go_on_writing_meanwhile(self, case: Case, tmp_path: Path) -> None:
        stop = threading.Event()
        written = []

        def work() -> None:
            while not stop.is_set():
                case.services.stays.cancel(case.attendant, case.book("A2", "KA01").id, "Test")
                written.append(1)

        worker = threading.Thread(target=work)
        worker.start()
        try:
            counts = []
            for number in range(5):
                before = len(written)
                while len(written) == before:
                    assert worker.is_alive()
                made = BackupService(case.desk).backup(case.owner, tmp_path / f"{number}.db")
                counts.append(made.entries)
        finally:
            stop.set()
            worker.join()
        assert counts == sorted(set(counts))

    def test_an_older_file_is_never_overwritten(self, case: Case, backup: Path) -> None:
        before = backup.read_bytes()
        with pytest.raises(FileExists, match=r"good\.db exists already"):
            BackupService(case.desk).backup(case.owner, backup)
        assert backup.read_bytes() == before

    def test_only_an_owner_makes_one(self, case: Case, tmp_path: Path) -> None:
        with pytest.raises(NotAllowed):
            BackupService(case.desk).backup(case.supervisor, tmp_path / "mine.db")
        assert not (tmp_path / "mine.db").exists()
        assert BackupService(case.desk).backup(THE_DESK, tmp_path / "by night.db").entries

    def test_it_is_journalled(self, case: Case, backup: Path) -> None:
        with case.desk.look() as store:
            ((entry, _),) = store.journal.newest(case.desk.id, 1)
        assert (entry.deed, entry.arguments["file"]) == ("backup", backup.name)

    @pytest.mark.parametrize("name", ["no such folder/x.db", "parkdesk.db/x.db", "x" * 300])
    def test_a_place_that_cannot_be_written_is_named(self, case: Case, tmp_path: Path, name: str) -> None:
        before = set(tmp_path.rglob("*"))
        with pytest.raises(FileUnwritable, match="cannot be written"):
            BackupService(case.desk).backup(case.owner, tmp_path / name)
        assert set(tmp_path.rglob("*")) == before

    def test_a_full_disk_leaves_nothing_behind(self, case: Case, place: Path, tmp_path: Path) -> None:
        told = with_little_room(
            "from parkdesk.store.backup import back_up\n"
            f"back_up(Path({str(place)!r}), Path({str(tmp_path / 'copy.db')!r}))"
        )
        assert told.startswith("DiskFull The disk is full; nothing was changed.")
        assert [file.name for file in tmp_path.iterdir() if "copy" in file.name] == []

    def test_a_broken_journal_is_not_taken_for_a_good_backup(self, case: Case, tmp_path: Path) -> None:
        with case.database.transaction() as store:
            store.connection.exec_driver_sql("DROP TRIGGER journal_no_update")
            store.connection.exec_driver_sql("UPDATE journal SET deed = 'nothing' WHERE number = 1")
        with pytest.raises(BackupUnreadable, match="its journal does not verify at number 1"):
            BackupService(case.desk).backup(case.owner, tmp_path / "copy.db")
        assert not (tmp_path / "copy.db").exists()


def with_little_room(statements: str) -> str:
    """Run statements where no file may grow beyond 100 kB; what they raise comes back as text."""
    program = (
        "import resource; resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, 100_000))\n"
        "from pathlib import Path\n"
        "from parkdesk.domain.errors import ParkDeskError\n"
        "try:\n"
        + "".join(f"    {line}\n" for line in statements.splitlines())
        + "except ParkDeskError as error:\n"
        "    print(type(error).__name__, error)\n"
    )
    command = [sys.executable, "-W", "error", "-c", program]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


class TestRestore:
    def test_it_puts_back_what_was_and_keeps_what_is(self, case: Case, place: Path, backup: Path) -> None:
        case.book("A2", "KA 02", 60)
        case.database.close()
        told = restore(backup, f"sqlite:///{place}", nobody)
        assert (told.place, told.backup.file) == (place, backup)
        assert states(place, case) == "A1 KL08AZ1234 1:00 | A2 free"
        assert told.kept is not None
        assert told.kept.parent == place.parent
        assert states(told.kept, case) == "A1 KL08AZ1234 1:00 | A2 KA02 1:00"
        assert case.book("A3", "KA 03")
        assert case.services.journal.verify().faults == ()
        assert not [file for file in place.parent.iterdir() if file.name.startswith(".")]

    def test_it_brings_a_database_to_a_new_computer(self, backup: Path, tmp_path: Path) -> None:
        place = tmp_path / "new" / "folder" / "parkdesk.db"
        told = restore(backup, f"sqlite:///{place}", nobody)
        assert told.kept is None
        database = Database(f"sqlite:///{place}")
        ready(database)
        database.close()
        assert os.listdir(place.parent) == ["parkdesk.db"]

    def test_never_over_a_running_desk(self, case: Case, place: Path, backup: Path) -> None:
        case.book("A2", "KA 02", 60)
        with pytest.raises(RestoreOverRunningDesk):
            restore(backup, f"sqlite:///{place}", lambda: True)
        # Nobody holds the folder's lock, but somebody has the file open.
        with pytest.raises(RestoreOverRunningDesk):
            restore(backup, f"sqlite:///{place}", nobody)
        asked = iter([False, True])
        case.database.close()
        with pytest.raises(RestoreOverRunningDesk):
            restore(backup, f"sqlite:///{place}", lambda: next(asked))
        assert states(place, case) == "A1 KL08AZ1234 1:00 | A2 KA02 1:00"
        assert [file.name for file in place.parent.iterdir() if file.is_file()] == ["parkdesk.db"]

    @pytest.mark.parametrize("damage", [b"", b"no database", b"SQLite format 3\x00" + bytes(5000)])
    def test_over_a_damaged_database(self, case: Case, place: Path, backup: Path, damage: bytes) -> None:
        case.database.close()
        place.write_bytes(damage)
        log = place.with_name("parkdesk.db-wal")
        log.write_bytes(b"the log of the damaged one")
        told = restore(backup, f"sqlite:///{place}", nobody)
        assert states(place, case) == "A1 KL08AZ1234 1:00 | A2 free"
        assert told.kept is not None
        assert told.kept.read_bytes() == damage

    def test_a_copy_made_by_hand_brings_its_log(self, case: Case, place: Path, tmp_path: Path) -> None:
        by_hand = tmp_path / "by hand.db"
        for suffix in ("", "-wal"):
            shutil.copy(f"{place}{suffix}", f"{by_hand}{suffix}")
        elsewhere = tmp_path / "restored.db"
        restore(by_hand, f"sqlite:///{elsewhere}", nobody)
        assert states(elsewhere, case) == "A1 KL08AZ1234 1:00 | A2 free"
        assert Path(f"{by_hand}-wal").stat().st_size > 0

    def test_not_on_a_server(self, backup: Path) -> None:
        with pytest.raises(RestoreNeedsServer):
            restore(backup, "postgresql://parkdesk@nowhere/parkdesk", nobody)


def truncated(file: Path) -> None:
    file.write_bytes(file.read_bytes()[: -3 * 4096])


def cut_within_a_page(file: Path) -> None:
    file.write_bytes(file.read_bytes()[:-1000])


def scribbled(file: Path) -> None:
    data = bytearray(file.read_bytes())
    for offset in range(8192, len(data), 4096):
        data[offset : offset + 64] = os.urandom(64)
    file.write_bytes(data)


def emptied(file: Path) -> None:
    file.write_bytes(b"")


def replaced_by_text(file: Path) -> None:
    file.write_text("Dear customer, your backup is attached.", "utf-8")


def of_another_program(file: Path) -> None:
    file.unlink()
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE recipes (id INTEGER)")
        connection.commit()


def sealed_with(file: Path, *statements: str) -> None:
    with closing(sqlite3.connect(file)) as connection:
        for statement in statements:
            connection.execute(statement)
        connection.commit()


def newer(file: Path) -> None:
    sealed_with(file, "UPDATE alembic_version SET version_num = '9999'")


def tampered(file: Path) -> None:
    sealed_with(
        file, "DROP TRIGGER journal_no_update", "UPDATE journal SET arguments = '{}' WHERE number = 2"
    )


def unreadable_journal(file: Path) -> None:
    sealed_with(file, "DROP TRIGGER journal_no_update", "UPDATE journal SET arguments = '{' WHERE number = 2")


def orphaned(file: Path) -> None:
    sealed_with(file, "PRAGMA foreign_keys = OFF", "DELETE FROM bays")


class TestBadBackups:
    @pytest.mark.parametrize(
        ("spoil", "reason"),
        [
            (truncated, "damaged|malformed"),
            (cut_within_a_page, "damaged|malformed"),
            (scribbled, "damaged|malformed"),
            (emptied, "it is empty"),
            (replaced_by_text, "not a database"),
            (of_another_program, "it belongs to another program"),
            (tampered, "its journal does not verify at number 2"),
            (unreadable_journal, "its journal"),
            (orphaned, "rows are missing"),
            (Path.unlink, "there is no such file"),
        ],
    )
    def test_they_are_refused_and_nothing_is_touched(
        self, case: Case, place: Path, backup: Path, spoil: Callable[[Path], None], reason: str
    ) -> None:
        case.database.close()
        spoil(backup)
        before = place.read_bytes()
        with pytest.raises(BackupUnreadable, match=reason) as refusal:
            restore(backup, f"sqlite:///{place}", nobody)
        assert backup.name in str(refusal.value)
        assert place.read_bytes() == before
        assert [file.name for file in place.parent.iterdir() if file.is_file()] == ["parkdesk.db"]

    def test_one_of_a_newer_program(self, case: Case, place: Path, backup: Path) -> None:
        case.database.close()
        newer(backup)
        with pytest.raises(SchemaNewer, match="9999"):
            restore(backup, f"sqlite:///{place}", nobody)

    def test_a_folder_or_the_database_itself(self, case: Case, place: Path, tmp_path: Path) -> None:
        case.database.close()
        for file in (tmp_path, place):
            with pytest.raises(BackupUnreadable):
                restore(file, f"sqlite:///{place}", nobody)

    def test_a_disk_too_full_to_restore(self, case: Case, place: Path, backup: Path) -> None:
        case.database.close()
        before = place.read_bytes()
        told = with_little_room(
            "from parkdesk.services.backup import restore\n"
            f"restore(Path({str(backup)!r}), 'sqlite:///{place}', lambda: False)"
        )
        assert told.startswith("DiskFull")
        assert place.read_bytes() == before
        assert [file.name for file in place.parent.iterdir() if file.is_file()] == ["parkdesk.db"]


@pytest.mark.postgres
def test_a_backup_can_be_checked_where_nothing_may_be_written(backup: Path) -> None:
    backup.chmod(0o400)
    assert verified(backup).entries
    assert os.listdir(backup.parent) == [backup.name]
