"""Backups: a copy of everything while the desk works on, and putting one back."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

from parkdesk.domain.backup import Backup, Restored
from parkdesk.domain.errors import RestoreNeedsServer
from parkdesk.domain.people import Person, Right
from parkdesk.domain.system_errors import DatabaseUnavailable
from parkdesk.domain.texts import storable
from parkdesk.services.desk import THE_DESK, Desk, still_may

_log = logging.getLogger(__name__)


class BackupService:
    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    def file_name(self) -> str:
        """A name to propose: `parkdesk-2026-11-21-0930.db`, of the moment in UTC."""
        suffix = "db" if self._desk.database.is_sqlite else "dump"
        return f"parkdesk-{self._desk.clock():%Y-%m-%d-%H%M}.{suffix}"

    def backup(self, who: Person, file: Path) -> Backup:
        """Write and verify a copy; takes long and holds nobody up.

        Raises FileExists, FileUnwritable, DiskFull, BackupUnreadable if the copy does not verify, and on Postgres
        BackupToolMissing or BackupFailed.
        """
        if who is not THE_DESK:
            who.require(Right.MANAGE)
        with self._desk.look() as store:
            still_may(store, who, Right.MANAGE)
        database = self._desk.database
        if database.is_sqlite:
            from parkdesk.store.backup import back_up

            made = back_up(Path(database.place), file)
        else:
            from parkdesk.store.postgres_backup import dump

            made = dump(database, file)
        try:
            arguments = {"file": storable(file.name), "size": made.size}
            self._desk.do("backup", who, Right.MANAGE, lambda _deed: None, arguments=arguments)
        except DatabaseUnavailable:
            # The copy is good, and wanted most where the database can no longer be written.
            _log.warning("the backup was made but not journalled", exc_info=True)
        return made


def restore(file: Path, database_url: str, running: Callable[[], bool]) -> Restored:
    """Put a backup in the place of a local database. `running` tells whether a desk works on it.

    Raises RestoreOverRunningDesk, RestoreNeedsServer, BackupUnreadable, SchemaNewer, FileUnwritable or DiskFull.
    """
    from parkdesk.store import backup
    from parkdesk.store.database import read_url

    url = read_url(database_url)
    if url.get_backend_name() != "sqlite":
        raise RestoreNeedsServer
    return backup.restore(file, Path(str(url.database)), running)
