"""SQLite files copied while desks work, verified by opening the copy, and put back in one step."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager, suppress
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from sqlalchemy import Connection, NullPool, create_engine
from sqlalchemy.exc import DatabaseError

from parkdesk.domain.backup import Backup, Restored
from parkdesk.domain.errors import BackupUnreadable, RestoreOverRunningDesk
from parkdesk.domain.system_errors import DatabaseForeign, FileExists, SchemaNewer, unwritten
from parkdesk.store import schema
from parkdesk.store.driver_errors import known_sqlite
from parkdesk.store.journal import Journal

_SIDE_FILES = ("-wal", "-shm", "-journal")


def back_up(place: Path, file: Path) -> Backup:
    """Copy the database at `place` as it is at one moment. Raises FileExists, FileUnwritable or DiskFull, leaving
    nothing behind."""
    with draft_of(file) as draft:
        refuse_existing(file)
        copy(place, draft)
        made = verified(draft, file)
        publish(draft, file)
    return made


def copy(place: Path, target: Path) -> None:
    """An online copy, in one step: no commit is half in it, and no writer waits for it."""
    try:
        with (
            closing(_opened(place, "rw")) as source,
            closing(sqlite3.connect(target, isolation_level=None)) as drafted,
        ):
            source.backup(drafted)
            # One file that needs no other: the copy has come with its source's write-ahead mode.
            drafted.execute("PRAGMA journal_mode = DELETE")
        sync(target)
    except sqlite3.Error as error:
        known = known_sqlite(error, str(place))
        if known is None:
            raise
        raise known from error


def verified(file: Path, told: Path | None = None) -> Backup:
    """Open a copy and look at every page and journal entry. Raises BackupUnreadable, naming the file or the one
    `told` instead, or SchemaNewer."""
    named = told or file
    engine = create_engine("sqlite://", creator=partial(_opened, file, "ro&immutable=1"), poolclass=NullPool)
    try:
        with engine.connect() as connection:
            pages = connection.exec_driver_sql("PRAGMA page_count").scalar_one()
            if file.stat().st_size < pages * connection.exec_driver_sql("PRAGMA page_size").scalar_one():
                # SQLite reads what is missing of the last page as zeros.
                raise BackupUnreadable(file=named, reason="its end is missing, the file is damaged")
            revision, entries = _inspected(connection, named)
    except DatabaseError as error:
        raise BackupUnreadable(file=named, reason=str(error.orig)) from error
    return Backup(named, file.stat().st_size, revision, entries)


def _inspected(connection: Connection, named: Path) -> tuple[str, int | None]:
    found = connection.exec_driver_sql("PRAGMA integrity_check(1)").scalar_one()
    if found != "ok":
        raise BackupUnreadable(file=named, reason="its pages are damaged")
    if connection.exec_driver_sql("PRAGMA foreign_key_check").first() is not None:
        raise BackupUnreadable(file=named, reason="rows are missing from it")
    try:
        revision = schema.revision_in(connection, str(named))
    except DatabaseForeign as error:
        raise BackupUnreadable(file=named, reason="it belongs to another program") from error
    if revision is None:
        raise BackupUnreadable(file=named, reason="it is empty")
    if not schema.is_known(revision):
        raise SchemaNewer(revision=revision)
    if revision != schema.HEAD:
        return revision, None
    entries, faults = Journal(connection).verify()
    if faults:
        reason = f"its journal does not verify at number {faults[0].number}, where {faults[0].reason}"
        raise BackupUnreadable(file=named, reason=reason)
    return revision, entries


def restore(file: Path, place: Path, running: Callable[[], bool]) -> Restored:
    """Put a verified copy of `file` in the place of a database that nobody has open; that one is kept beside it.

    Raises RestoreOverRunningDesk, BackupUnreadable, SchemaNewer, FileUnwritable or DiskFull, and then nothing has
    changed.
    """
    if running():
        raise RestoreOverRunningDesk
    if not file.is_file():
        raise BackupUnreadable(file=file, reason="there is no such file")
    if place.exists() and file.samefile(place):
        raise BackupUnreadable(file=file, reason="it is the database in use")
    place.parent.mkdir(parents=True, exist_ok=True)
    with draft_of(place) as draft:
        _take_over(file, draft)
        made = verified(draft, file)
        if running() or _is_open(place):
            raise RestoreOverRunningDesk
        kept = _set_aside(place)
        os.replace(draft, place)
        _sync_folder(place)
    return Restored(place, made, kept)


def _take_over(file: Path, draft: Path) -> None:
    """Copy a backup, with the write-ahead log of one that was copied by hand."""
    try:
        file.open("rb").close()
    except OSError as error:
        raise BackupUnreadable(file=file, reason=error.strerror or "no access") from error
    shutil.copyfile(file, draft)
    log = file.with_name(f"{file.name}-wal")
    if log.exists():
        shutil.copyfile(log, draft.with_name(f"{draft.name}-wal"))
    try:
        with closing(_opened(draft, "rw")) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        raise BackupUnreadable(file=file, reason=str(error)) from error
    sync(draft)


def _is_open(place: Path) -> bool:
    """Whether another program has the database open. What it left in its log is folded into the file."""
    if not place.exists():
        return False
    try:
        with closing(_opened(place, "rw", timeout=0)) as connection:
            connection.execute("PRAGMA journal_mode = DELETE")
    except sqlite3.Error as error:
        # A file too damaged to be opened is what restoring is for.
        return getattr(error, "sqlite_errorname", "").startswith(("SQLITE_BUSY", "SQLITE_LOCKED"))
    return False


def _set_aside(place: Path) -> Path | None:
    """Give the old file a second name, so that there is never a moment without a database."""
    kept = place.with_name(f"{place.stem}-replaced-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}{place.suffix}")
    for suffix in _SIDE_FILES:
        # A log beside the new file would be taken for its own.
        with suppress(FileNotFoundError):
            place.with_name(place.name + suffix).rename(kept.with_name(kept.name + suffix))
    if not place.exists():
        return None
    try:
        os.link(place, kept)
    except OSError:
        shutil.copy2(place, kept)
        sync(kept)
    return kept


@contextmanager
def draft_of(file: Path) -> Iterator[Path]:
    """A new, empty file beside `file` to write to first; whatever happens, it is gone afterwards."""
    draft = file.with_name(f".{file.name}.{os.getpid()}")
    try:
        with draft.open("wb"):
            pass
        yield draft
    except OSError as error:
        raise unwritten(error, file) from error
    finally:
        for suffix in ("", *_SIDE_FILES):
            with suppress(OSError):
                draft.with_name(draft.name + suffix).unlink()


def publish(draft: Path, file: Path) -> None:
    """Give a finished draft its name, never over another file. Raises FileExists."""
    try:
        os.link(draft, file)
    except FileExistsError as error:
        raise FileExists(file=file) from error
    except OSError:
        # A stick's file system may know no second names.
        refuse_existing(file)
        os.rename(draft, file)
    _sync_folder(file)


def refuse_existing(file: Path) -> None:
    if file.exists():
        raise FileExists(file=file)


def sync(file: Path) -> None:
    with file.open("rb+") as written:
        os.fsync(written.fileno())


def _sync_folder(file: Path) -> None:
    """Make a new name last through a power cut, where folders can be synced."""
    with suppress(OSError):
        folder = os.open(file.parent, os.O_RDONLY)
        try:
            os.fsync(folder)
        finally:
            os.close(folder)


def _opened(place: Path, mode: str, timeout: float = 5) -> sqlite3.Connection:
    address = f"{place.absolute().as_uri()}?mode={mode}"
    return sqlite3.connect(address, uri=True, isolation_level=None, timeout=timeout)
