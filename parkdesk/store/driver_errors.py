"""What a database's driver reports, as a sentence that a person can act on."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from parkdesk.domain.errors import ParkDeskError
from parkdesk.domain.system_errors import (
    DatabaseBusy,
    DatabaseCorrupt,
    DatabaseReadOnly,
    DatabaseUnavailable,
    DiskFull,
)

NO_TEXT = "Could not decode to UTF-8"
"""How the driver begins to say, without an error code, that a text is damaged."""
_RETRIED = ("40P01", "40001")
"""Deadlock and serialisation failure: Postgres says try again (PostgreSQL manual, appendix A)."""


def known(error: DBAPIError, place: str) -> ParkDeskError | None:
    """The sentence for a driver's error, None if it is a bug."""
    cause = error.orig
    if isinstance(cause, sqlite3.Error):
        return known_sqlite(cause, place)
    state = getattr(cause, "sqlstate", None)
    if state is None:
        # No statement: it failed while connecting.
        lost = isinstance(error, (OperationalError, InterfaceError)) or error.statement is None
        return DatabaseUnavailable(reason=first_line(cause)) if lost else None
    if state == "53100":
        return DiskFull()
    if state in ("55P03", *_RETRIED):
        return DatabaseBusy()
    if state in ("25006", "42501"):
        return DatabaseReadOnly(place=place)
    if error.connection_invalidated or state[:2] in ("08", "28", "3D", "53", "57", "58"):
        return DatabaseUnavailable(reason=first_line(cause))
    return None


def worth_retrying(error: BaseException) -> bool:
    """Whether the database gave up on a transaction that may well succeed when it is tried again."""
    cause = error.__cause__ if isinstance(error, DatabaseBusy) else error
    return isinstance(cause, DBAPIError) and getattr(cause.orig, "sqlstate", None) in _RETRIED


def known_sqlite(cause: sqlite3.Error, place: str) -> ParkDeskError | None:
    name = getattr(cause, "sqlite_errorname", "") or ""
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        return DatabaseBusy()
    if name.startswith("SQLITE_READONLY"):
        return DatabaseReadOnly(place=place)
    if name.startswith(("SQLITE_FULL", "SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE")):
        return DiskFull()
    if name.startswith(("SQLITE_CORRUPT", "SQLITE_NOTADB")) or str(cause).startswith(NO_TEXT):
        return DatabaseCorrupt(place=place)
    if name.startswith("SQLITE_CANTOPEN") and _is_read_only(Path(place)):
        return DatabaseReadOnly(place=place)
    if name.startswith(("SQLITE_CANTOPEN", "SQLITE_IOERR", "SQLITE_PERM", "SQLITE_AUTH")):
        return DatabaseUnavailable(reason=first_line(cause))
    return None


def _is_read_only(place: Path) -> bool:
    """A file that could be read by itself, but not without writing beside it."""
    return os.access(place, os.R_OK) and not (os.access(place, os.W_OK) and os.access(place.parent, os.W_OK))


def first_line(cause: BaseException | None) -> str:
    lines = str(cause).strip().splitlines()
    return lines[0].rstrip(".") if lines else "no reason given"
