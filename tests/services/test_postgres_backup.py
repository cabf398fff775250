"""Backups of a Postgres server: made by its own tools, whose refusals are passed on."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from parkdesk.domain.errors import BackupFailed, BackupToolMissing
from parkdesk.domain.system_errors import DiskFull, FileExists
from parkdesk.services.backup import BackupService
from parkdesk.store.database import Database
from parkdesk.store.schema import HEAD
from tests.kit import Case, desk_case


@pytest.fixture
def case(postgres_url: str) -> Iterator[Case]:
    with desk_case(postgres_url) as case:
        case.book("A1", "KL 08 AZ 1234", 60)
        yield case


def test_a_dump_holds_everything(
    case: Case, bare_postgres_url: str, postgres_url: str, tmp_path: Path
) -> None:
    service = BackupService(case.desk)
    made = service.backup(case.owner, tmp_path / service.file_name())
    assert made.file.name == "parkdesk-2026-11-21-0900.dump"
    assert (made.size, made.revision) == (made.file.stat().st_size, HEAD)
    subprocess.run(["pg_restore", f"--dbname={bare_postgres_url}", made.file], check=True)
    database = Database(bare_postgres_url)
    try:
        with database.reading() as store:
            entries, faults = store.journal.verify()
    finally:
        database.close()
    assert (entries, faults) == (case.services.journal.verify().entries - 1, ())


def test_an_older_file_is_never_overwritten(case: Case, tmp_path: Path) -> None:
    file = tmp_path / "mine.dump"
    file.write_text("precious", "utf-8")
    with pytest.raises(FileExists):
        BackupService(case.desk).backup(case.owner, file)
    assert file.read_text("utf-8") == "precious"


def test_a_missing_tool_is_named(case: Case, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(BackupToolMissing, match="needs pg_dump"):
        BackupService(case.desk).backup(case.owner, tmp_path / "x.dump")


@pytest.mark.parametrize(
    ("told", "error", "sentence"),
    [
        ("pg_dump: error: server version: 99; aborting", BackupFailed, "server version: 99; aborting"),
        ("pg_dump: error: could not write: No space left on device", DiskFull, "The disk is full"),
        ("", BackupFailed, "pg_dump gave no reason"),
    ],
)
def test_what_the_tool_says_is_passed_on(
    case: Case,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    told: str,
    error: type[Exception],
    sentence: str,
) -> None:
    fake_tool(tmp_path, monkeypatch, f"echo '{told}' >&2; exit 1")
    with pytest.raises(error, match=sentence):
        BackupService(case.desk).backup(case.owner, tmp_path / "x.dump")
    assert not list(tmp_path.glob("*x.dump*"))


def test_no_password_shows_among_a_programs_arguments(
    case: Case, postgres_url: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    fake_tool(tmp_path, monkeypatch, f'echo "$@ / $PGPASSWORD" > {tmp_path}/seen; exit 1')
    case.database.url = case.database.url.set(password="top secret")
    with pytest.raises(BackupFailed):
        BackupService(case.desk).backup(case.owner, tmp_path / "x.dump")
    arguments, _, password = (tmp_path / "seen").read_text("utf-8").partition(" / ")
    assert "secret" not in arguments
    assert password == "top secret\n"


def fake_tool(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    for name in ("pg_dump", "pg_restore"):
        tool = folder / name
        tool.write_text(f"#!/bin/sh\n{script}\n", "utf-8")
        tool.chmod(0o755)
    monkeypatch.setenv("PATH", f"{folder}:/bin:/usr/bin")
