"""Dumps of a Postgres database, made and read back by PostgreSQL's own tools."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from parkdesk.domain.backup import Backup
from parkdesk.domain.errors import BackupFailed, BackupToolMissing, ParkDeskError
from parkdesk.domain.system_errors import DiskFull
from parkdesk.store import migrate
from parkdesk.store.backup import draft_of, publish, refuse_existing, sync
from parkdesk.store.database import Database

_FULL = "No space left on device"


def dump(database: Database, file: Path) -> Backup:
    """Write a dump of one moment that `pg_restore` understands. Raises BackupToolMissing, BackupFailed,
    FileUnwritable or DiskFull, leaving nothing behind."""
    make, read = _tool("pg_dump"), _tool("pg_restore")
    revision = migrate.revision(database) or ""
    with draft_of(file) as draft:
        refuse_existing(file)
        _run([make, "--format=custom", "--no-owner", "--no-password", f"--file={draft}"], database)
        # Reads all of it back: the table of contents alone would not notice a dump cut short.
        _run([read, f"--file={os.devnull}", str(draft)], None)
        sync(draft)
        size = draft.stat().st_size
        publish(draft, file)
    return Backup(file, size, revision)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        raise BackupToolMissing(tool=name)
    return found


def _run(command: list[str], database: Database | None) -> None:
    if database is not None:
        command = [*command, f"--dbname={_conninfo(database)}"]
    ran = subprocess.run(
        command,
        env=_environment(database),
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
        creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
    )
    if ran.returncode != 0:
        raise _failed(ran.stderr, command[0])


def _failed(told: str, tool: str) -> ParkDeskError:
    if _FULL in told:
        return DiskFull()
    lines = told.strip().splitlines() or [f"{tool} gave no reason"]
    reason = re.sub(r"^pg_\w+: (\[\w+\] )?((fatal|error): )?", "", lines[0])
    return BackupFailed(reason=reason.rstrip("."))


def _conninfo(database: Database) -> str:
    """Without the password: every user of a machine sees a program's arguments."""
    from psycopg.conninfo import make_conninfo

    _, wanted = database.engine.dialect.create_connect_args(database.url)
    return make_conninfo("", **{key: wanted[key] for key in wanted if key not in ("context", "password")})


def _environment(database: Database | None) -> dict[str, str]:
    environment = dict(os.environ)
    if database is not None and database.url.password is not None:
        environment["PGPASSWORD"] = str(database.url.password)
    if getattr(sys, "frozen", False):
        # A bundle points the loader at its own libraries; the tools need the system's.
        original = environment.pop("LD_LIBRARY_PATH_ORIG", None)
        environment.pop("LD_LIBRARY_PATH", None)
        if original is not None:
            environment["LD_LIBRARY_PATH"] = original
    return environment
