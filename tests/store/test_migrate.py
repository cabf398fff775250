"""Schemas move forward only: by themselves after a copy on a local file, by an owner's act on a server."""

from __future__ import annotations

import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from uuid import UUID

import psycopg
import pytest
from alembic import command
from sqlalchemy import text

from parkdesk.domain.system_errors import DatabaseForeign, ExtensionMissing, SchemaNewer, SchemaOlder
from parkdesk.store.database import Database
from parkdesk.store.migrate import APPLICATION_ID, alembic_config, migrate, ready, revision
from parkdesk.store.schema import HEAD
from tests.kit import NINE
from tests.postgres import OWNER

ROOT = Path(__file__).parents[2]
DESK = UUID(int=7)


@pytest.fixture
def bare(bare_database_url: str) -> Iterator[Database]:
    database = Database(bare_database_url)
    yield database
    database.close()


@pytest.fixture
def current(database_url: str) -> Iterator[Database]:
    database = Database(database_url)
    with database.transaction() as store:
        store.desks.ensure(DESK, "Desk 1", NINE)
    yield database
    database.close()


def at(database: Database, wanted: str) -> None:
    """Bring a new database to an old revision, as an old program left it."""
    with database.engine.connect() as connection, connection.begin():
        config = alembic_config()
        config.attributes["connection"] = connection
        command.upgrade(config, wanted)


def claim(database: Database, number: str) -> None:
    with database.transaction() as store:
        store.connection.execute(text("UPDATE alembic_version SET version_num = :number"), {"number": number})


def in_processes(program: str, url: str, count: int = 1) -> list[subprocess.CompletedProcess[str]]:
    def run(_: int) -> subprocess.CompletedProcess[str]:
        arguments = [sys.executable, "-W", "error", "-c", program, url]
        return subprocess.run(arguments, cwd=ROOT, capture_output=True, text=True, check=False)

    with ThreadPoolExecutor(count) as pool:
        return list(pool.map(run, range(count)))


def test_a_new_database_becomes_ready(bare: Database, bare_database_url: str) -> None:
    assert revision(bare) is None
    if not bare.is_sqlite:
        with pytest.raises(SchemaOlder, match="an owner runs 'parkdesk migrate'"):
            ready(bare)
        assert revision(bare) is None
        migrate(bare_database_url)
    ready(bare)
    ready(bare)
    migrate(bare_database_url)
    assert revision(bare) == HEAD


def test_a_new_file_makes_its_folder_and_says_whose_it_is(tmp_path: Path) -> None:
    place = tmp_path / "new" / "folder" / "parkdesk.db"
    database = Database(f"sqlite:///{place}")
    ready(database)
    with database.reading() as store:
        assert store.connection.execute(text("PRAGMA application_id")).scalar_one() == APPLICATION_ID
    database.close()


def test_no_table_differs_from_its_migrations(current: Database) -> None:
    with current.engine.connect() as connection, connection.begin():
        config = alembic_config()
        config.attributes["connection"] = connection
        command.check(config)


def test_the_newest_revision_is_the_one_this_program_names() -> None:
    from alembic.script import ScriptDirectory

    assert ScriptDirectory.from_config(alembic_config()).get_current_head() == HEAD


def test_a_newer_schema_is_left_alone(current: Database, database_url: str) -> None:
    claim(current, "0999")
    for bring_forward in (lambda: ready(current), lambda: migrate(database_url)):
        with pytest.raises(SchemaNewer, match=r"made by a newer ParkDesk \(0999\); update this program"):
            bring_forward()
    with current.reading() as store:
        assert store.desks.all() == ((DESK, "Desk 1"),)


def test_another_programs_database_is_left_alone(bare: Database, bare_database_url: str) -> None:
    with bare.engine.connect() as connection, connection.begin():
        connection.execute(text("CREATE TABLE alembic_version (version_num VARCHAR(32))"))
        connection.execute(text("INSERT INTO alembic_version VALUES ('0001')"))
        connection.execute(text("CREATE TABLE recipes (id INTEGER)"))
    for bring_forward in (lambda: ready(bare), lambda: migrate(bare_database_url)):
        with pytest.raises(DatabaseForeign, match="belongs to another program"):
            bring_forward()


def test_an_old_server_waits_for_its_owner(bare_postgres_url: str) -> None:
    database = Database(bare_postgres_url)
    at(database, "0001")
    with pytest.raises(SchemaOlder):
        ready(database)
    migrate(bare_postgres_url)
    ready(database)
    database.close()


def test_a_role_that_may_not_add_extensions_is_told_who_can(bare_postgres_url: str) -> None:
    """It may make tables in the schema, which is not enough for an extension."""
    role = "tenant_without_rights"
    with psycopg.connect(bare_postgres_url, autocommit=True) as administrator:
        administrator.execute(f"CREATE ROLE {role} LOGIN")
        try:
            administrator.execute(f"GRANT CREATE ON SCHEMA public TO {role}")
            tenant = bare_postgres_url.replace(f"//{OWNER}@", f"//{role}@")
            with pytest.raises(ExtensionMissing) as refused:
                migrate(tenant)
            assert "btree_gist, pg_trgm (permission denied to create extension" in str(refused.value)
            command = str(refused.value).partition(f"psql -d {refused.value.facts['database']} -c ")[2]
            administrator.execute(command.strip('"'))
            migrate(tenant)
            ready(database := Database(tenant))
            database.close()
        finally:
            administrator.execute(f"DROP OWNED BY {role} CASCADE")
            administrator.execute(f"DROP ROLE {role}")


class TestOldFile:
    @pytest.fixture
    def old(self, bare_sqlite_url: str) -> Iterator[Database]:
        database = Database(bare_sqlite_url)
        at(database, "0001")
        with database.transaction() as store:
            store.desks.ensure(DESK, "Desk 1", NINE)
        yield database
        database.close()

    def test_it_is_copied_then_migrated_with_its_rows(self, old: Database, tmp_path: Path) -> None:
        ready(old)
        assert revision(old) == HEAD
        (copy,) = tmp_path.glob("parkdesk-before-0001-*.db")
        kept = Database(f"sqlite:///{copy}")
        for database, expected in ((old, HEAD), (kept, "0001")):
            assert revision(database) == expected
            with database.reading() as store:
                assert store.desks.all() == ((DESK, "Desk 1"),)
        kept.close()
        ready(old)
        assert len(list(tmp_path.glob("parkdesk-before-*.db"))) == 1

    def test_without_room_for_the_copy_it_stays_as_it_is(self, old: Database, tmp_path: Path) -> None:
        program = (
            "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (50_000, 50_000))\n"
            "from parkdesk.domain.system_errors import DiskFull\n"
            "from parkdesk.store.database import Database\n"
            "from parkdesk.store.migrate import ready\n"
            "database = Database(sys.argv[1])\n"
            "try:\n    ready(database)\n"
            "except DiskFull as error:\n    print(error)\n"
            "database.close()\n"
        )
        (ran,) = in_processes(program, str(old.url))
        assert ran.stdout.startswith("The disk is full; nothing was changed."), ran.stderr
        assert revision(old) == "0001"
        assert not list(tmp_path.glob("*before*"))

    def test_a_migration_cut_short_has_not_happened(self, old: Database) -> None:
        program = (
            "import os, sys\n"
            "from alembic import command\n"
            "from parkdesk.store.database import Database\n"
            "from parkdesk.store.migrate import ready\n"
            "upgrade = command.upgrade\n"
            "command.upgrade = lambda *arguments: (upgrade(*arguments), os._exit(9))\n"
            "ready(Database(sys.argv[1]))\n"
        )
        (ran,) = in_processes(program, str(old.url))
        assert ran.returncode == 9
        assert revision(old) == "0001"
        ready(old)
        with old.reading() as store:
            assert store.desks.all() == ((DESK, "Desk 1"),)


def test_programs_that_start_at_once_on_one_new_database(bare_database_url: str) -> None:
    program = (
        "import sys\n"
        "from parkdesk.store.database import Database\n"
        "from parkdesk.store.migrate import migrate, ready\n"
        "database = Database(sys.argv[1])\n"
        "database.is_sqlite or migrate(sys.argv[1])\n"
        "ready(database)\n"
        "with database.reading() as store:\n"
        "    print(len(store.desks.all()))\n"
        "database.close()\n"
    )
    for ran in in_processes(program, bare_database_url, 6):
        assert (ran.returncode, ran.stdout) == (0, "0\n"), ran.stderr
    database = Database(bare_database_url)
    assert revision(database) == HEAD
    database.close()


def test_a_file_that_another_program_writes_to_meanwhile_is_whole(tmp_path: Path) -> None:
    """A first start beside a program that already has the new file open."""
    place = tmp_path / "parkdesk.db"
    with closing(sqlite3.connect(place, isolation_level=None)) as other:
        other.execute("PRAGMA journal_mode = WAL")
        other.execute("BEGIN")
        other.execute("SELECT * FROM sqlite_master").fetchall()
        database = Database(f"sqlite:///{place}")
        ready(database)
        assert revision(database) == HEAD
        database.close()
        other.execute("COMMIT")
