"""What goes wrong underneath comes up as one clear sentence, and the desk goes on."""

from __future__ import annotations

import gc
import os
import socket
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from threading import Barrier
from uuid import UUID, uuid4

import psycopg
import pytest
from sqlalchemy import select, text
from sqlalchemy.exc import DBAPIError, StatementError

from parkdesk.domain.system_errors import (
    DatabaseBusy,
    DatabaseCorrupt,
    DatabaseForeign,
    DatabaseReadOnly,
    DatabaseUnavailable,
)
from parkdesk.store import database as database_module
from parkdesk.store.database import Database
from parkdesk.store.migrate import ready, revision
from parkdesk.store.tables import desks

ROOT = Path(__file__).parents[2]
NOW = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    yield database
    database.close()


def add_desk(database: Database, name: str = "Desk") -> UUID:
    with database.transaction() as store:
        id = uuid4()
        store.desks.ensure(id, name, NOW)
        return id


def names(database: Database) -> list[str]:
    with database.reading() as store:
        return [name for _, name in store.desks.all()]


def told_by(program: str, *arguments: str, limits: str = "") -> str:
    """What another process, which the rights of files bind even if it is root's, prints."""
    command = [sys.executable, "-W", "error", "-c", f"{limits}\n{PROGRAM}\n{program}", *arguments]
    if os.geteuid() == 0:
        command = ["setpriv", "--bounding-set=-dac_override,-dac_read_search", *command]
    ran = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout.strip()


PROGRAM = """
import sys, uuid
from datetime import UTC, datetime
from parkdesk.domain.errors import ParkDeskError
from parkdesk.store.database import Database
from parkdesk.store.migrate import ready

def told(work):
    try:
        work()
    except ParkDeskError as error:
        print(type(error).__name__, error)
    else:
        print("done")

def write(count=1):
    with database.transaction() as store:
        for number in range(count):
            store.desks.ensure(uuid.uuid4(), "x" * 100, datetime.now(UTC))

def read():
    with database.reading() as store:
        print(len(store.desks.all()))

database = Database(sys.argv[1])
"""


@pytest.mark.postgres
class TestServer:
    def test_nobody_listens_there(self) -> None:
        with socket.create_server(("127.0.0.1", 0)) as server:
            port = server.getsockname()[1]
        self.refuse(f"postgresql://asha:secret@127.0.0.1:{port}/parkdesk", "refused")

    def test_it_does_not_know_the_database(self, postgres_url: str) -> None:
        self.refuse(postgres_url.replace("/test_", "/nothing_"), "does not exist")

    def test_it_does_not_know_the_user(self, postgres_url: str) -> None:
        self.refuse(postgres_url.replace("//parkdesk@", "//mallory:secret@"), "mallory")

    def test_the_address_asks_for_what_there_is_not(self, postgres_url: str) -> None:
        self.refuse(f"{postgres_url}&sslmode=perhaps", "perhaps")
        self.refuse(f"{postgres_url}&colour=blue", "colour")

    def refuse(self, url: str, reason: str) -> None:
        database = Database(url)
        for ask in (lambda: names(database), lambda: revision(database), lambda: add_desk(database)):
            with pytest.raises(DatabaseUnavailable, match=reason) as refusal:
                ask()
            assert str(refusal.value).startswith("The database cannot be reached: ")
            assert "secret" not in str(refusal.value)
            assert "\n" not in str(refusal.value)
        database.close()

    def test_it_restarts_and_the_desk_goes_on(self, postgres_url: str) -> None:
        database = Database(postgres_url)
        add_desk(database, "before")
        with pytest.raises(DatabaseUnavailable):
            self.write_while_it_hangs_up(database, postgres_url)
        add_desk(database, "after")
        hang_up(postgres_url)
        with pytest.raises(DatabaseUnavailable):
            names(database)
        assert sorted(names(database)) == ["after", "before"]
        database.close()
        gc.collect()

    def write_while_it_hangs_up(self, database: Database, url: str) -> None:
        with database.transaction() as store:
            store.desks.ensure(uuid4(), "lost", NOW)
            hang_up(url)
            store.desks.all()

    def test_a_role_that_may_only_read(self, postgres_url: str) -> None:
        database = Database(f"{postgres_url}&options=-c%20default_transaction_read_only%3Don")
        assert names(database) == []
        # Said by the URL, and so stronger than what the desk would ask of a session.
        with pytest.raises(DatabaseReadOnly, match="can only be read"):
            add_desk(database)
        database.close()

    def test_a_look_cannot_write(self, postgres_url: str) -> None:
        database = Database(postgres_url)
        with pytest.raises(DatabaseReadOnly), database.reading() as store:
            store.desks.ensure(uuid4(), "by a look", NOW)
        add_desk(database, "by a deed")
        assert names(database) == ["by a deed"]
        database.close()

    def test_a_deadlock_is_worth_another_try(self, postgres_url: str) -> None:
        first, second = Database(postgres_url), Database(postgres_url)
        ids = [add_desk(first), add_desk(first)]
        gate = Barrier(2)

        def cross(number: int) -> bool | None:
            """Whether it is worth another try, None if the first went well."""
            database, order = ((first, ids), (second, ids[::-1]))[number]
            try:
                with database.transaction() as store:
                    for id in order:
                        store.connection.execute(desks.update().where(desks.c.id == id).values(name="x"))
                        if id == order[0]:
                            gate.wait()
            except DatabaseBusy as error:
                return database.worth_retrying(error)
            return None

        with ThreadPoolExecutor(2) as pool:
            assert sorted(pool.map(cross, range(2)), key=str) == [None, True]
        for database in (first, second):
            database.close()


def hang_up(url: str) -> None:
    with psycopg.connect(url, autocommit=True) as connection:
        connection.execute(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity "
            "WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )


class TestFile:
    @pytest.fixture
    def place(self, sqlite_url: str) -> Path:
        return Path(sqlite_url.removeprefix("sqlite:///"))

    def failing(self, place: Path, error: type[Exception], sentence: str) -> None:
        database = Database(f"sqlite:///{place}")
        for ask in (lambda: ready(database), lambda: names(database), lambda: add_desk(database)):
            with pytest.raises(error, match=sentence):
                ask()
        database.close()

    def test_a_folder_in_its_place(self, tmp_path: Path) -> None:
        self.failing(tmp_path, DatabaseUnavailable, "unable to open database file")

    def test_a_file_where_its_folder_should_be(self, place: Path) -> None:
        self.failing(place / "parkdesk.db", DatabaseUnavailable, "The database cannot be reached")

    @pytest.mark.parametrize("content", [b"Dear customer\n" * 100, b"\x89PNG\r\n\x1a\n" * 200])
    def test_what_is_no_database(self, place: Path, content: bytes) -> None:
        place.write_bytes(content)
        self.failing(place, DatabaseCorrupt, "is damaged; restore the last backup")
        assert place.read_bytes() == content

    def test_a_damaged_one(self, place: Path) -> None:
        data = bytearray(place.read_bytes())
        data[4096:] = b"\xff" * (len(data) - 4096)
        place.write_bytes(data)
        database = Database(f"sqlite:///{place}")
        with pytest.raises(DatabaseCorrupt, match=str(place)):
            names(database)
        database.close()

    def test_one_of_another_program_is_left_alone(self, tmp_path: Path) -> None:
        place = tmp_path / "recipes.db"
        with closing(sqlite3.connect(place)) as connection:
            connection.execute("CREATE TABLE recipes (id INTEGER)")
            connection.commit()
        before = place.read_bytes()
        database = Database(f"sqlite:///{place}")
        with pytest.raises(DatabaseForeign, match="belongs to another program; ParkDesk left it alone"):
            ready(database)
        database.close()
        assert place.read_bytes() == before
        assert os.listdir(tmp_path) == ["recipes.db"]

    @pytest.mark.parametrize("folder_too", [False, True])
    def test_one_that_may_only_be_read(self, place: Path, folder_too: bool) -> None:
        place.chmod(0o444)
        if folder_too:
            place.parent.chmod(0o555)
        try:
            program = "told(lambda: ready(database)); told(write); told(read); database.close()"
            lines = told_by(program, f"sqlite:///{place}").splitlines()
        finally:
            place.parent.chmod(0o755)
        sentence = (
            f"DatabaseReadOnly The database can only be read, not written; check the rights on {place}."
        )
        assert sentence in lines
        assert set(lines) <= {sentence, "done", "0"}

    def test_one_that_may_not_even_be_read(self, place: Path) -> None:
        place.chmod(0)
        told = told_by("told(lambda: ready(database)); told(write)", f"sqlite:///{place}").splitlines()
        assert (
            told == ["DatabaseUnavailable The database cannot be reached: unable to open database file."] * 2
        )

    def test_one_that_another_program_keeps_locked(
        self, place: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(database_module, "BUSY_SECONDS", 0)
        database = Database(f"sqlite:///{place}")
        with closing(sqlite3.connect(place, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(DatabaseBusy, match="is busy with another program"):
                add_desk(database)
            assert names(database) == []
            other.execute("ROLLBACK")
        add_desk(database)
        assert names(database) == ["Desk"]
        database.close()

    def test_a_full_disk_changes_nothing_and_the_desk_goes_on(self, place: Path) -> None:
        limits = (
            "import resource\n"
            "def room(size):\n"
            "    resource.setrlimit(resource.RLIMIT_FSIZE, (size, resource.RLIM_INFINITY))"
        )
        program = (
            "told(write)\n"
            "room(200_000)\n"
            "told(lambda: write(5000))\n"
            "told(read)\n"
            "room(resource.RLIM_INFINITY)\n"
            "told(lambda: write(5000))\n"
            "told(read)\n"
            "database.close()"
        )
        told = told_by(program, f"sqlite:///{place}", limits=limits).splitlines()
        full = "DiskFull The disk is full; nothing was changed. Free some space and try again."
        assert told == ["done", full, "1", "done", "done", "5001", "done"]
        database = Database(f"sqlite:///{place}")
        with database.reading() as store:
            assert store.connection.execute(text("PRAGMA integrity_check")).scalar_one() == "ok"
        database.close()

    def test_it_is_written_so_that_a_power_cut_loses_nothing(self, place: Path) -> None:
        database = Database(f"sqlite:///{place}")
        with database.transaction() as store:
            asked = ("journal_mode", "synchronous", "foreign_keys")
            settings = {name: store.connection.execute(text(f"PRAGMA {name}")).scalar_one() for name in asked}
        assert settings == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}
        database.close()
        assert os.listdir(place.parent) == [place.name]

    def test_closing_a_broken_one_makes_no_trouble(self, place: Path) -> None:
        database = Database(f"sqlite:///{place}")
        add_desk(database)
        place.write_bytes(b"\xff" * place.stat().st_size)
        database.close()


class TestTransactions:
    def test_all_of_it_or_nothing(self, database: Database) -> None:
        with pytest.raises(StatementError), database.transaction() as store:
            [store.desks.ensure(uuid4(), name, NOW) for name in ("half", object())]  # type: ignore[arg-type]
        assert names(database) == []
        add_desk(database, "whole")
        assert names(database) == ["whole"]

    def test_a_look_sees_one_moment(self, database: Database, database_url: str) -> None:
        other = Database(database_url)
        with database.reading() as store:
            assert store.desks.all() == ()
            add_desk(other)
            assert store.desks.all() == ()
        assert names(database) == ["Desk"]
        other.close()

    def test_a_naive_moment_is_refused(self, database: Database) -> None:
        naive = NOW.replace(tzinfo=None)
        with (
            pytest.raises(StatementError, match="a moment needs its time zone"),
            database.transaction() as store,
        ):
            store.desks.ensure(uuid4(), "Desk", naive)
        with (
            pytest.raises(StatementError, match="a moment needs its time zone"),
            database.reading() as store,
        ):
            store.connection.execute(select(desks).where(desks.c.created_at > naive))
        assert names(database) == []

    def test_moments_come_back_exact_and_in_utc(self, database: Database) -> None:
        moment = datetime.fromisoformat("2026-10-25T02:30:00.123457+05:30")
        with database.transaction() as store:
            store.desks.ensure(uuid4(), "Desk", moment)
            kept = store.connection.execute(select(desks.c.created_at)).scalar_one()
        assert kept == moment
        assert kept.tzinfo is UTC

    def test_what_is_a_bug_stays_one(self, database: Database) -> None:
        with pytest.raises(DBAPIError), database.transaction() as store:
            store.connection.execute(text("SELECT no_such_column FROM desks"))
        with pytest.raises((DBAPIError, UnicodeEncodeError)), database.transaction() as store:
            store.desks.ensure(uuid4(), "\ud800", NOW)
        add_desk(database)

    def test_each_thread_keeps_its_own_connection(self, database: Database) -> None:
        gate = Barrier(8)

        def work(number: int) -> int:
            gate.wait()
            for _ in range(5):
                add_desk(database, f"Desk {number}")
            return id(database.connection())

        with ThreadPoolExecutor(8) as pool:
            assert len(set(pool.map(work, range(8)))) == 8
        assert len(names(database)) == 40

    def test_it_can_be_closed_twice_and_used_again(self, database: Database) -> None:
        add_desk(database)
        database.close()
        database.close()
        assert names(database) == ["Desk"]


@pytest.mark.postgres
def test_a_row_locked_too_long_is_said(postgres_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database_module, "BUSY_SECONDS", 1)
    database = Database(postgres_url)
    id = add_desk(database)
    with psycopg.connect(postgres_url) as other:
        other.execute("SELECT 1 FROM desks FOR UPDATE")
        with pytest.raises(DatabaseBusy), database.transaction() as store:
            store.connection.execute(desks.update().where(desks.c.id == id).values(name="x"))
    add_desk(database)
    database.close()
