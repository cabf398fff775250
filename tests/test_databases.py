"""The databases that tests stand on are real, migrated, and each test's own."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest

from parkdesk.store import migrate, schema
from parkdesk.store.database import Database

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize("round_", [1, 2])
def test_each_test_gets_a_migrated_database_that_nobody_wrote_to(database_url: str, round_: int) -> None:
    database = Database(database_url)
    try:
        assert migrate.revision(database) == schema.HEAD
        with database.engine.begin() as connection:
            connection.exec_driver_sql("CREATE TABLE left_behind (id integer)")
    finally:
        database.close()


def test_the_server_has_what_the_overlap_guard_needs(postgres_url: str) -> None:
    with psycopg.connect(postgres_url) as connection:
        names = {name for (name,) in connection.execute("SELECT extname FROM pg_extension")}
    assert "btree_gist" in names


@pytest.mark.parametrize(("required", "outcome"), [("", "1 skipped"), ("1", "1 error")])
def test_a_missing_server_is_loud_and_in_ci_a_failure(tmp_path: Path, required: str, outcome: str) -> None:
    test = "def test_needs_postgres(postgres_cluster): pass\n"
    plugin = "import tests.postgres\ntests.postgres.BINARIES = '/nowhere'\n"
    (tmp_path / "test_one.py").write_text(test, encoding="utf-8")
    (tmp_path / "without_server.py").write_text(plugin, encoding="utf-8")
    command = [sys.executable, "-m", "pytest", "-p", "without_server", "-p", "tests.conftest"]
    command += [
        "-p",
        "no:cacheprovider",
        f"--rootdir={ROOT}",
        f"--config-file={ROOT / 'pyproject.toml'}",
        ".",
    ]
    environ = {**os.environ, "PYTHONPATH": f"{ROOT}:{tmp_path}", "PATH": "/nowhere"}
    environ["PARKDESK_REQUIRE_POSTGRES"] = required
    run = subprocess.run(command, cwd=tmp_path, env=environ, capture_output=True, text=True, check=False)
    assert outcome in run.stdout
    assert "No Postgres for the tests: Postgres is not installed" in run.stdout
    assert (run.returncode != 0) == bool(required)
